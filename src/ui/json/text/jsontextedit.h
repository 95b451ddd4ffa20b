// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonhint.h"
#include "json/textchange.h"

#include <Qsci/qsciscintilla.h>

#include <QAccessible>
#include <QPointer>

#include <memory>

class QsciLexerJSON;

namespace modelscribe {

class JsonHintPainter;
class JsonHistory;

//! A text editor that holds bytes: what is set is what it gives back. It knows JSON by its colours
//! only; what is wrong or worth a hint is handed in.
//!
//! QsciScintilla's own textChanged() and linesChanged() are silent unless a screen reader listens:
//! telling them costs a walk over the text for every key. Use edited().
class JsonTextEdit : public QsciScintilla, private QAccessible::ActivationObserver
{
    Q_OBJECT

public:
    static constexpr int pasteLimit = 4 * 1024 * 1024; //!< In bytes.
    //! Longer texts have no colours and no folding.
    static constexpr qsizetype colourLimit = 4 * 1024 * 1024;
    //! Looking for the other brace may read the whole text.
    static constexpr qsizetype braceLimit = 256 * 1024;
    //! Lines of longer texts are not wrapped: all of them would be laid out.
    static constexpr qsizetype wrapLimit = 256 * 1024;

    explicit JsonTextEdit(QWidget *parent = nullptr);
    ~JsonTextEdit() override;

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

    //! Positions follow the edits until the next call.
    void setProblem(const std::optional<JsonProblem> &problem);
    void setHints(const QList<JsonHint> &hints);
    //! What a search found, sorted; \p current is an index or -1.
    void setMatches(const QList<JsonRange> &matches, qsizetype current);

    qsizetype caret() const;
    JsonRange selection() const;          //!< The main one.
    int cursorCount() const;              //!< Carets and selections.
    std::pair<int, int> position() const; //!< Line and column from 1, in code points.
    void goTo(qsizetype byteOffset);      //!< With the focus.
    void selectRange(const JsonRange &range);
    bool hasColours() const;
    //! Whether long lines go on below themselves; texts up to wrapLimit only.
    void setWrapping(bool wraps);
    bool isWrapping() const { return m_wraps; }
    bool hasScreenReader() const { return m_screenReader; }

public slots:
    void undo() override;
    void redo() override;
    void cut() override;
    void paste() override;
    //! Selects the word at the caret, then one more place with the same text at each call.
    void selectNextOccurrence();
    //! To the next problem or hint behind the caret, from the start again at the end.
    void goToNextMark();
    void goToPreviousMark();
    //! A menu with what can be done about the hints of the caret's line.
    void offerFixes();
    //! Closes what lies \p level containers deep and opens everything around it; 0 opens all.
    void foldToLevel(int level);
    //! Colours and fonts anew.
    void applyTheme();

signals:
    void edited();
    void textReplaced(); //!< setBytes() put in another text without a history.
    void inputCut(int limit);
    void findRequested();
    void caretMoved(qsizetype byteOffset);
    void fixRequested(const modelscribe::JsonHint &hint);
    void markReached(const QString &message);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    QByteArray fromMimeData(const QMimeData *source, bool &rectangular) const override;
    QMimeData *toMimeData(const QByteArray &text, bool rectangular) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    class Batch;
    void accessibilityActiveChanged(bool active) override;
    long send(unsigned int message, qsizetype first = 0, qsizetype second = 0) const
    {
        return SendScintilla(message, static_cast<unsigned long>(first), long(second));
    }
    void setUpMargins();
    void setUpCursors();
    void listenToChanges();
    void willChange(int position, int type, const char *, int length);
    void tellEdited();
    void dropComposition();
    void fitToLength();
    void colourLexer();
    bool wouldRespell(const QByteArray &text) const;
    void insertExactly(const QByteArray &text);
    void goToMark(bool forward);
    void showFixMenu(const QList<JsonHint> &hints, QPoint at);
    bool handleKey(QKeyEvent *event);
    bool pressAt(QPoint at, Qt::KeyboardModifiers modifiers);
    int lineUnder(QPoint at) const; //!< -1: below the text.
    void retranslate();

    std::unique_ptr<JsonHintPainter> m_marks;
    QsciLexerJSON *m_lexer;
    QPointer<JsonHistory> m_history;
    mutable QByteArray m_bytes;
    mutable bool m_bytesKnown = false;
    qsizetype m_caret = 0;
    int m_digits = 0;
    int m_batch = 0; //!< Open batches: edited() waits for the end of the outermost one.
    bool m_changed = false;
    bool m_silent = false;
    bool m_wraps = true;
    bool m_screenReader = QAccessible::isActive();
    bool m_columnDrag = false;
    bool m_composing = false; //!< An input method shows what is not chosen yet.
};

} // namespace modelscribe
