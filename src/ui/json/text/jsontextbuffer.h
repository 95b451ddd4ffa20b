// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonscanner.h"
#include "json/jsontree.h"
#include "json/textchange.h"

#include <Qsci/qsciscintilla.h>

#include <QPointer>

namespace modelscribe {

class JsonHistory;

//! A text that holds bytes: what is set is what it gives back, whatever its line ends, and what is
//! pasted or dropped goes in as it is. However many changes an action of the person makes, it is
//! told once, when it is done. Its history of undo may be somebody else's.
//!
//! QsciScintilla's own textChanged() and linesChanged() are silent unless a screen reader listens:
//! telling them costs a walk over the text for every key. Use edited().
class JsonTextBuffer : public QsciScintilla
{
    Q_OBJECT

public:
    static constexpr int pasteLimit = 4 * 1024 * 1024; //!< In bytes.

    explicit JsonTextBuffer(QWidget *parent = nullptr);

    //! The same bytes, not a copy of them, until the next change.
    QByteArray bytes() const;
    //! \p undoable: as one edit of the person; otherwise as a new text without a history.
    void setBytes(const QByteArray &bytes, bool undoable);
    //! Another state of the same text, also while read-only: only what differs is replaced, so that
    //! carets, folds and what is in sight stay.
    void changeBytes(const QByteArray &bytes);
    //! As one step of undo; one edited() for all. Nothing while read-only.
    void applyChanges(const TextChanges &changes);
    //! Who has the history from now on; this one keeps none then. nullptr: its own.
    void setHistory(JsonHistory *history);

    qsizetype caret() const;
    JsonRange selection() const; //!< The main one.
    int cursorCount() const;     //!< Carets and selections.
    void selectRange(const JsonRange &range);

public slots:
    void undo() override;
    void redo() override;
    void cut() override;
    void paste() override;

signals:
    void edited();
    void textReplaced(); //!< setBytes() put in another text without a history.
    void inputCut(int limit);
    void caretMoved(qsizetype byteOffset);

protected:
    //! One action of the person, however many changes it makes: told once, when it is done.
    class Batch
    {
    public:
        explicit Batch(JsonTextBuffer &buffer);
        ~Batch();
        Batch(const Batch &) = delete;
        Batch &operator=(const Batch &) = delete;

    private:
        QPointer<JsonTextBuffer> m_buffer;
    };

    //! Another text comes: what is marked in this one is of no more use.
    virtual void dropMarks() { }
    //! The text is empty and will hold \p bytes.
    virtual void prepareFor(const QByteArray &bytes) { Q_UNUSED(bytes) }
    //! \p length bytes will be put in at \p position, or taken out when it is negative.
    virtual void moveMarks(qsizetype position, qsizetype length)
    {
        Q_UNUSED(position)
        Q_UNUSED(length)
    }
    //! The text may be longer or shorter than before.
    virtual void fitToLength() { }

    long send(unsigned int message, qsizetype first = 0, qsizetype second = 0) const
    {
        return SendScintilla(message, static_cast<unsigned long>(first), long(second));
    }

    bool canInsertFromMimeData(const QMimeData *source) const override;
    QByteArray fromMimeData(const QMimeData *source, bool &rectangular) const override;
    QMimeData *toMimeData(const QByteArray &text, bool rectangular) const override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void listenToChanges();
    void willChange(int position, int type, const char *, int length);
    void tellEdited();
    void dropComposition();
    bool wouldRespell(const QByteArray &text) const;
    void insertExactly(const QByteArray &text);

    QPointer<JsonHistory> m_history;
    mutable QByteArray m_bytes;
    mutable bool m_bytesKnown = false;
    qsizetype m_caret = 0;
    int m_batch = 0; //!< Open batches: edited() waits for the end of the outermost one.
    bool m_changed = false;
    bool m_silent = false;
    bool m_composing = false; //!< An input method shows what is not chosen yet.
};

} // namespace modelscribe
