// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace modelscribe {

//! The line that edits a key or a value in its place. It stays open until it is told to close.
class JsonCellEdit : public QLineEdit
{
    Q_OBJECT

public:
    static constexpr int inputLimit = 1024 * 1024;

    JsonCellEdit(const QString &text, QWidget *parent);

    void setProblem(bool problem);

signals:
    void typed();
    void committed();
    void tabbed(); //!< Committed, and on to what comes next.
    void cancelled();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool) override { return false; }
};

} // namespace modelscribe
