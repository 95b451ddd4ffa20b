// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace modelscribe {

//! Shows or edits several lines of plain text and respells nothing of it: what is set, typed,
//! pasted or dropped comes back to the letter, from text() as from copy, cut, drag and undo.
//!
//! A QTextDocument by itself turns no-break spaces into blanks and every line end into LF, and
//! drops two characters. Here its line breaks know how they are spelled, and what it would drop
//! stands in it as an object. A break that is typed is spelled as the ones around it.
class ExactTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    using QPlainTextEdit::QPlainTextEdit;

    QString text() const;
    //! Replaces only what differs, so that what is in sight stays. Begins a new history.
    void setText(const QString &text);
    //! In place of what is selected.
    void insertText(const QString &text);

    // They respell.
    QString toPlainText() const = delete;
    void setPlainText(const QString &) = delete;
    void insertPlainText(const QString &) = delete;
    void appendPlainText(const QString &) = delete;

protected:
    QMimeData *createMimeDataFromSelection() const override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    QString textBetween(int begin, int end) const;
    int positionOf(qsizetype offset) const;
    QString lineEndHere() const;

    //! Nothing in the document or its history is spelled in another way than is usual.
    bool m_isUsual = true;
};

} // namespace modelscribe
