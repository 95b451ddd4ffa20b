// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/probenotes.h"
#include "core/whendone.h"
#include "registry/connection.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <optional>

namespace modelscribe {

struct ProbeCleanupOptions
{
    //! Before each further look for what may be there, or try to delete what is.
    QList<std::chrono::milliseconds> pauses{std::chrono::milliseconds(500),
                                            std::chrono::milliseconds(1500),
                                            std::chrono::milliseconds(4000)};
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    //! What is not there so long after its creation was sent was not created.
    std::chrono::seconds goneAfter{120};
};

// Deletes what a check made, by its note. For each note:
//
//   each id: DELETE ─ GET ─ not there ──────────────────→ done
//              ↑        └── there: its versions, a pause ─┐
//              └───────────────────── a few times ────────┘ → left
//   a creation that may have come to pass: the list by its name, quoted and as it is
//       found ──→ as an id        not found ──→ looked again; left until goneAfter
//   all done ──→ the note goes
//
// Nothing else is deleted: an id is one that the service answered to a creation, a name is random.

//! One clean-up: of the notes of one registry.
class ProbeCleanup : public QObject
{
    Q_OBJECT

public:
    //! \p connection must live as long; whoever begins has the lock of \p notes.
    ProbeCleanup(Connection &connection, ProbeNotes notes, ProbeCleanupOptions options = {},
                 QObject *parent = nullptr);

    //! Looks, on another thread, for what checks that were ended left in this registry, and deletes
    //! it unless another program sees to that. Deletes itself with \p parent, or by its owner.
    static ProbeCleanup *startFor(Connection &connection, const QString &notesFile, QObject *parent,
                                  ProbeCleanupOptions options = {});

    //! Once.
    void start(const QList<ProbeNote> &todo);

    //! Names of models that are, or may be, still there. Their notes stay.
    const QStringList &left() const { return m_left; }
    //! Models that were deleted.
    int deletedCount() const { return m_deleted; }
    //! Why something is left, or could not be looked for.
    const std::optional<Error> &error() const { return m_error; }

signals:
    void finished(); //!< Exactly once after start() or startFor().

private:
    void takeHeld(const Result<ProbeNotes::Held> &held);
    void nextNote();
    void nextId();
    void remove();
    void takeRemoved(const Result<std::monostate> &answer);
    void look();
    bool isGone(const Error &error) const;
    void takeLook(const Result<RegisteredModel> &model);
    void listVersions();
    void takeVersions(const Result<Response> &answer);
    void removeVersion();
    void pauseThen(void (ProbeCleanup::*next)());
    void giveUpId(const Error &error);
    void find(bool isQuoted);
    void takeFound(bool isQuoted, const Result<operations::ModelPage> &page);
    void endNote();
    void noteDone(const Result<std::monostate> &done);

    Connection &m_connection;
    ProbeNotes m_notes;
    std::shared_ptr<QLockFile> m_lock; //!< Of startFor().
    ProbeCleanupOptions m_options;
    QList<ProbeNote> m_todo;
    ProbeNote m_note;
    QStringList m_ids;
    QString m_id;
    QStringList m_versions;
    qsizetype m_tries = 0;
    bool m_isRemoved = false;  //!< By what the service answered to the last try.
    bool m_wasRemoved = false; //!< By any try, or perhaps.
    qsizetype m_looks = 0;
    bool m_sawAll = true;
    bool m_isKept = false; //!< Something of the note is left.
    QStringList m_left;
    int m_deleted = 0;
    std::optional<Error> m_error;
};

} // namespace modelscribe
