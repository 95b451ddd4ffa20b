// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The story of a text that is edited while it is being read.
//
// The bytes in the text face are the document; everything else is found out about them. Each change
// has a number, m_revision, and what is known carries the number of the text it is about:
//
//   changed    nothing is known of the text as it is; tree() and problem() are of one before
//   current    isCurrent(): tree() is this text's. An empty text has one too, without nodes; one
//              that is no object has a problem() all the same
//   broken     isChecked() and not isCurrent(): the text is no JSON; tree() is the last that was
//
// Typing goes: textChanged(); then short texts are read in the next round of the event loop, long
// ones after a pause and on another thread; then treeChanged() unless it is broken, hintsChanged()
// if there were hints (they named nodes of the tree before), checked(). Hints are looked for a
// moment later, on another thread, and told by hintsChanged() if there are any. setBytes() reads a
// short text before it says textChanged().
//
// Other faces never write text. edit() first begins its step of undo, at which others hand in what
// they hold back; has a short text read at once; asks for changes of the tree as it is now; puts
// them in and reads the result. A step of its own ends there, a Joined one goes on until endStep(),
// any other change, or the text face getting the focus.
//
// What may never happen: an answer about another revision is taken; a tree of an older text is
// edited; hints() name nodes of another tree than tree(); tree() is null.

#include "json/jsonhint.h"
#include "json/jsonschema.h"
#include "json/jsontree.h"
#include "json/jsonvocabulary.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace modelscribe {

class JsonHistory;
class JsonTextEdit;

//! The text that all faces of the JSON editor show, and what is known about it: its tree, what is
//! wrong with it, what is worth a hint. The text itself is in the text face, and so is the one
//! history of undo unless setHistory() gave it to somebody else; every other face edits through
//! edit().
class JsonDocument : public QObject
{
    Q_OBJECT

public:
    //! Longer texts are read on another thread.
    static constexpr qsizetype readHereLimit = 64 * 1024;
    using Edit = std::function<Result<TextChanges>(const JsonTree &)>;
    enum class Undo {
        OwnStep,
        Joined //!< One step with the joined edits before it, until endStep() or any other change.
    };

    explicit JsonDocument(JsonTextEdit &text, QObject *parent = nullptr);

    JsonTextEdit &textEdit() const { return m_text; }
    QByteArray bytes() const;
    //! A new text with a new history.
    void setBytes(const QByteArray &utf8);
    //! Another state of the same text that comes from outside, also while read-only.
    void changeBytes(const QByteArray &utf8);
    //! Who has the history; nullptr: the text face.
    void setHistory(JsonHistory *history);
    bool isReadOnly() const;

    //! Of the last text that was JSON; never null, but without nodes as long as there was none.
    const std::shared_ptr<const JsonTree> &tree() const { return m_tree; }
    //! tree() is of the text as it is now. False for a moment after a change, and as long as the
    //! text is no JSON.
    bool isCurrent() const { return m_treeRevision == m_revision; }
    //! problem() is about the text as it is now.
    bool isChecked() const { return m_checkedRevision == m_revision; }
    //! As of the last check; nullopt also for an empty text. Not being an object is one.
    const std::optional<JsonProblem> &problem() const { return m_problem; }
    //! About tree(), in document order; empty while the text is no JSON.
    const QList<JsonHint> &hints() const { return m_hints; }

    void setSchema(std::shared_ptr<const JsonSchema> schema);
    const std::shared_ptr<const JsonSchema> &schema() const { return m_schema; }
    void setVocabulary(std::shared_ptr<const JsonVocabulary> vocabulary);
    const std::shared_ptr<const JsonVocabulary> &vocabulary() const { return m_vocabulary; }

    //! Makes the changes that \p edit says for the tree, as one step of undo. Error::Kind::Invalid
    //! with the code "NotCurrent" while the text is no JSON or (long texts) not read yet,
    //! "ReadOnly" when it cannot be edited, else what \p edit said. Nothing is changed then.
    Result<TextChanges> edit(const Edit &edit, Undo undo = Undo::OwnStep);
    //! What was edited up to now is through; see Undo::Joined.
    void endStep();
    //! Reads the text at once, however long it is. False when it is no JSON.
    bool readNow();
    //! Another text as one step of undo; only what differs is replaced. False when it is read-only.
    bool replaceAll(const QByteArray &utf8);
    void undo();
    void redo();
    bool canUndo() const;
    bool canRedo() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void textChanged();  //!< At every change, before anything is known about it.
    void checked();      //!< problem() is up to date.
    void treeChanged();  //!< tree() is another one.
    void hintsChanged(); //!< hints() are others.
    void schemaChanged();

private:
    void onEdited();
    void begin(Undo undo);
    void separate(); //!< What was typed before and what comes behind are no part of it.
    void read();
    void take(std::shared_ptr<const JsonTree> tree, quint64 revision);
    void findHints();
    void mend(const JsonHint &hint);

    JsonTextEdit &m_text;
    QPointer<JsonHistory> m_history;
    std::shared_ptr<const JsonTree> m_tree;
    std::shared_ptr<const JsonSchema> m_schema;
    std::shared_ptr<const JsonVocabulary> m_vocabulary;
    std::optional<JsonProblem> m_problem;
    QList<JsonHint> m_hints;
    QTimer m_readTimer;
    QTimer m_hintTimer;
    quint64 m_revision = 1; //!< Of the text; an answer for an older one is dropped.
    quint64 m_treeRevision = 0;
    quint64 m_checkedRevision = 0;
    bool m_stepOpen = false;
    bool m_editing = false;
};

} // namespace modelscribe
