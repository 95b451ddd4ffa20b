// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QPlainTextEdit;
class QWidget;

namespace modelscribe {

//! Keeps an editor of several lines as high as its text, between \p least pixels and half of the
//! area it is scrolled in.
class GrowingText : public QObject
{
    Q_OBJECT

public:
    GrowingText(QPlainTextEdit &editor, int least);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    int most() const;
    int wanted(int most) const;

    QPlainTextEdit &m_editor;
    QPointer<QWidget> m_area; //!< Of which half may be taken.
    int m_least;
};

} // namespace modelscribe
