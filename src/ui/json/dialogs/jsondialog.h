// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace modelscribe {

//! What the dialogs of the JSON editor share: a heading with a sentence below it, the body, and a
//! bar with what is known, the one main action and the way out. Show it with open(); it deletes
//! itself. Ctrl+Enter takes the main action, plain Enter only a focused button.
class JsonDialog : public QDialog
{
    Q_OBJECT

public:
    QPushButton &primaryButton() const { return *m_primary; }
    QPushButton &cancelButton() const { return *m_cancel; }
    QString heading() const;
    QString subtitle() const;
    QString status() const;

protected:
    explicit JsonDialog(QWidget *parent = nullptr);

    QVBoxLayout &body() const { return *m_body; }
    //! Left of the buttons of the bar.
    void addToBar(QWidget *widget);
    void setHeading(const QString &text);
    void setSubtitle(const QString &text, bool isProblem = false);
    void setStatus(const QString &text, bool isProblem = false);
    void setPrimary(const QString &text);
    void setCancel(const QString &text);

    //! For the languages: called once the dialog is built and at every change.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_heading;
    QLabel *m_subtitle;
    QVBoxLayout *m_body;
    QWidget *m_bar;
    QLabel *m_status;
    QPushButton *m_primary;
    QPushButton *m_cancel;
};

} // namespace modelscribe
