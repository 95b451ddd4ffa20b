// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/probecleanup.h"
#include "connect/probejudge.h"
#include "connect/probenotes.h"
#include "connect/servicefacts.h"

#include <QFuture>
#include <QLockFile>
#include <QObject>

#include <memory>
#include <optional>

namespace modelscribe {

struct ServiceProbeOptions
{
    ProbeCleanupOptions cleanup;
    ClientOptions client{.readsPerSecond = 10, .writesPerSecond = 5};

    //! No quicker than \p client either, whose limits somebody chose.
    static ServiceProbeOptions within(const Client &client);
};

// A check goes: what an earlier one left is deleted; the calls of probeCalls() one after the other,
// those that what came so far asks for; and, whatever happened, what was made is deleted:
//
//   lock ─ left-overs ─ calls ─…─ create ─…─ clean-up ─ finished()
//            cancel(), a dead connection ──────↑
//
// Before a creation is sent, its name is noted on the disk (ProbeNotes), so a program that is ended
// at any moment leaves a note of all that it left in the registry.

//! Finds out how a service answers what no document says, with a model of its own.
//!
//! Has a connection of its own, which other choices in a window do not end.
class ServiceProbe : public QObject
{
    Q_OBJECT

public:
    enum class Stage { Ready, Preparing, Asking, CleaningUp, Over };

    //! Of the registry and the workspace that \p settings name.
    ServiceProbe(const ConnectionSettings &settings, const QString &notesFile,
                 ServiceProbeOptions options = {}, QObject *parent = nullptr);
    ~ServiceProbe() override;

    //! What will be sent, in its order; the last ones delete what was made.
    const QList<ProbeCall> &calls() const { return m_calls; }
    const RegistryTarget &target() const { return m_own.target(); }
    const QString &modelName() const { return m_note.name; }
    //! Names of what earlier checks left, which is deleted first.
    QFuture<Result<QStringList>> leftEarlier() const;

    void start();
    //! Asks no more; what was made is deleted all the same.
    void cancel();

    Stage stage() const { return m_stage; }
    bool isRunning() const { return m_stage != Stage::Ready && m_stage != Stage::Over; }
    bool isCancelled() const { return m_isCancelled; }
    const QList<ProbeFinding> &findings() const { return m_judge.findings(); }
    const ProbeFinding &finding(ProbeQuestion question) const
    {
        return findings()[qsizetype(question)];
    }
    //! What was found, on top of what was known; to be remembered when something was settled.
    ServiceFacts facts() const;
    bool hasSettled() const;

    //! Places in calls().
    const QList<qsizetype> &sentCalls() const { return m_sent; }

    //! Names of models that could not be deleted, or may be there. The next start tries again.
    const QStringList &left() const { return m_left; }
    //! Why the check ended early, or something is left.
    const std::optional<Error> &error() const { return m_error; }

signals:
    void changed(); //!< A finding, or the stage.
    void finished();

private:
    void setStage(Stage stage);
    void clean(const QList<ProbeNote> &todo, void (ServiceProbe::*then)());
    void begin();
    void next();
    void send(const ProbeCall &call);
    void take(const ProbeCall &call, const Result<Response> &answer);
    bool isHopeless(const Error &error);
    void announce();
    void takeCreated(const ProbeCall &call, const Result<Response> &answer);
    void note(void (ServiceProbe::*then)());
    void stop(const Error &error);
    void cleanUp();
    void end();

    Connection m_own;
    ProbeNotes m_notes;
    ServiceProbeOptions m_options;
    std::shared_ptr<QLockFile> m_lock;
    ProbeNote m_note;
    QList<ProbeCall> m_calls;
    qsizetype m_next = 0;
    QList<qsizetype> m_sent;
    Stage m_stage = Stage::Ready;
    ProbeJudge m_judge;
    QFuture<Result<Response>> m_request;
    bool m_isReading = false;
    bool m_isCancelled = false;
    int m_unreached = 0; //!< Calls in a row that nobody answered.
    std::unique_ptr<ProbeCleanup> m_cleanup;
    QStringList m_left;
    std::optional<Error> m_error;
};

} // namespace modelscribe
