// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;

namespace modelscribe {

class JsonTextEdit;

//! Edits one value as raw JSON: containers, and strings that one line cannot show.
class JsonValueDialog : public QDialog
{
    Q_OBJECT

public:
    //! \p name: of the member or element, as it is shown.
    JsonValueDialog(const QString &name, const QByteArray &raw, QWidget *parent = nullptr);

    QByteArray raw() const;
    JsonTextEdit &textEdit() const { return *m_text; }
    //! Why the value was not taken; the dialog stays open.
    void showProblem(const QString &sentence);

signals:
    void typed();
    //! The person wants \p raw, which is JSON and another text than before, as the value.
    void saveRequested(const QByteArray &raw);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void check();
    void save();

    QByteArray m_before;
    JsonTextEdit *m_text;
    QLabel *m_problem;
    QPushButton *m_save;
    QTimer m_checkTimer;
};

} // namespace modelscribe
