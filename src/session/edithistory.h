// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/editsession.h"
#include "session/editstep.h"

#include <QElapsedTimer>
#include <QPointer>

#include <chrono>
#include <memory>
#include <vector>

namespace modelscribe {

//! What was done to one model, to be undone and redone through all its fields: every change of the
//! session's values is a step, whoever made it, but for what the registry changes where no step
//! was: undo leaves that alone. What is typed in one go is one step.
class EditHistory : public QObject
{
    Q_OBJECT

public:
    using Kind = EditStep::Kind;

    //! The oldest steps beyond these can no longer be undone. The newest always can.
    struct Limits
    {
        int steps = 1000;
        qsizetype bytes = 64 * 1024 * 1024;
        std::chrono::milliseconds pause{1000}; //!< After it, typing on is another step.
    };

    //! While it lives, changes of the session are of another kind than edits by hand.
    class Naming
    {
    public:
        Naming(EditSession &session, Kind kind);
        ~Naming();
        Naming(const Naming &) = delete;
        Naming &operator=(const Naming &) = delete;

    private:
        QPointer<EditHistory> m_history;
    };

    explicit EditHistory(EditSession &session, Limits limits);
    //! The one of \p session: made when first asked for, and gone with the session.
    static EditHistory &of(EditSession &session);
    static EditHistory *find(const EditSession &session);

    // Whoever wants all that was typed to be in it has the session flushed first.
    bool canUndo() const;
    bool canRedo() const;
    QString undoText() const; //!< Such as "change of Task".
    QString redoText() const;
    //! nullopt: there is nothing to undo, or the model is read-only.
    std::optional<StepPlace> undo();
    std::optional<StepPlace> redo();
    //! How many steps are done.
    int index() const { return m_index; }
    int count() const { return int(m_steps.size()); }
    //! Whether a step changes \p field (nullptr: the labels).
    bool touches(const ModelField *field) const;
    qsizetype bytes() const { return m_bytes; }

    //! What changes ExtraInfo from here to endStep() is one step.
    void beginStep();
    void endStep();

signals:
    void changed();

private:
    friend class EditStep;

    void record();
    bool follow(ModelMetadata &before);
    void keepWithinLimits();
    EditStep::Joins joins() const;
    void push(std::unique_ptr<EditStep> step);
    void dropAfter(int index);
    void dropOldest();
    void apply(const ModelMetadata &metadata);
    void weigh(qsizetype bytes) { m_bytes += bytes; }
    void takeAway(const EditStep &step);

    EditSession &m_session;
    Limits m_limits;
    ModelMetadata m_base;
    ModelMetadata m_seen; //!< What the steps lead to.
    QElapsedTimer m_sinceLast;
    Kind m_kind = Kind::Edit;
    qsizetype m_bytes = 0;
    int m_index = 0;     //!< How many steps are done.
    int m_forgotten = 0; //!< Steps at the bottom that are only there by name.
    bool m_closed = true;
    bool m_open = false;
    bool m_applying = false;
    std::vector<std::unique_ptr<EditStep>> m_steps; // go first: they count themselves off
};

} // namespace modelscribe
