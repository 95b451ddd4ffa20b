// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/markdowntext.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QLabel;
class QPushButton;

namespace modelscribe {

class ClosedBrowser;
class DescriptionEdit;

//! A description with room: its text, and beside it what it looks like as Markdown. Every key is
//! the field's at once, so there is nothing to accept.
class DescriptionDialog : public QDialog
{
    Q_OBJECT

public:
    explicit DescriptionDialog(DescriptionEdit &field, QWidget *parent = nullptr);

    DescriptionEdit &textEdit() const { return *m_text; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void takeFromField();
    void read();
    void takeText(const Result<MarkdownText> &text);

    QPointer<DescriptionEdit> m_field;
    DescriptionEdit *m_text;
    ClosedBrowser *m_view;
    QLabel *m_cut;
    QPushButton *m_close;
    MarkdownText m_shown;
    QTimer m_soon;
    bool m_reading = false;
};

} // namespace modelscribe
