// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/reverting.h"

#include "core/backgroundwork.h"
#include "core/visibletext.h"
#include "model/modeldiff.h"
#include "registry/catalogsync.h"
#include "registry/connection.h"
#include "registry/pastchange.h"
#include "session/readings.h"
#include "session/saving.h"
#include "session/workbench.h"
#include "ui/review/conflictdialog.h"

#include <QTimer>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto readingPatience = 5s;

//! The list of the whole registry or of the workspace the model was in is complete, without it.
bool isGone(const PastChange &change, const Workbench &workbench)
{
    const CatalogSync *sync = workbench.catalogSync();
    const ListScope scope = workbench.connection()->listScope();
    return sync->state() == CatalogSync::State::Ready && !sync->error()
           && scope.holds(*change.before());
}

} // namespace

Reverting::Reverting(Workbench &workbench, QWidget &window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_window(window)
{
}

QString Reverting::whyNot(const PastChange &change, const Workbench &workbench)
{
    if (change.what() == PastChange::What::Create)
        return tr("A new model has no earlier values. It can be deleted.");
    if (!change.before())
        return tr("The values from before are not known");
    if (change.outcome() == PastChange::Outcome::Failed)
        return tr("Nothing was written");
    if (change.outcome() == PastChange::Outcome::Begun)
        return tr("It has not finished");
    if (change.after() && sameContent(change.before()->metadata, *change.after()))
        return tr("Nothing was changed");
    const Connection *connection = workbench.connection();
    if (!connection || connection->registryKey() != change.registryKey())
        return tr("This was written to another registry. Connect to it first: %1")
            .arg(visibleText(change.profile(), 60));
    if (!change.after() && workbench.catalog()->find(change.modelId()))
        return tr("The model was not deleted; it is in the list");
    return {};
}

void Reverting::start(const PastChange &change)
{
    if (const QString reason = whyNot(change, m_workbench); !reason.isEmpty())
        return fail(change, reason);
    const QString modelId = change.modelId();
    const bool isKnown = m_workbench.catalog()->find(modelId) || m_workbench.findDraft(modelId);
    if (!change.after() || (!isKnown && isGone(change, m_workbench)))
        return createAgain(change);
    if (!isKnown)
        return fail(change, tr("The model is not in the list now. Refresh the list, or choose its "
                               "workspace"));
    emit modelRequested(modelId);
    EditSession *session = m_workbench.open(modelId);
    if (!session)
        return fail(change, tr("The model cannot be opened"));
    // A list may leave members out, so the model is read before it is compared. Without an answer
    // what is known has to do: the save reads it again.
    const auto once = std::make_shared<bool>(false);
    const auto go = [this, once, change, guarded = QPointer(session)] {
        if (guarded && !std::exchange(*once, true))
            takeBack(guarded, change);
    };
    m_workbench.readings().readThen(session, go);
    QTimer::singleShot(readingPatience, this, go);
}

void Reverting::takeBack(EditSession *session, const PastChange &change,
                         const QHash<QString, MergeSide> &decisions)
{
    if (m_workbench.readings().standing(session) == DraftStanding::Gone)
        return createAgain(change);
    if (session->isReadOnly())
        return fail(change, tr("The model cannot be edited"));
    if (m_workbench.saving().runningSave(session))
        return fail(change, tr("The model is being saved"));
    session->flush();
    const ModelMetadata now = session->edited();
    runAside(
        this, EditSession::isQuicklyMerged(now),
        [change, now, decisions] { return change.takenBack(now, decisions); },
        [this, guarded = QPointer(session), change, now,
         decisions](const Result<ModelMerge> &merge) {
            if (!guarded)
                return;
            guarded->flush();
            if (guarded->edited() == now && !m_workbench.saving().runningSave(guarded))
                apply(*guarded, change, decisions, merge);
            else // what was edited or written meanwhile counts
                takeBack(guarded, change, decisions);
        });
}

void Reverting::apply(EditSession &session, const PastChange &change,
                      const QHash<QString, MergeSide> &decisions, const Result<ModelMerge> &merge)
{
    if (!merge)
        return fail(change, tr("Nothing was changed"));
    if (!merge->undecided(decisions).isEmpty())
        return ask(session, change, *merge);
    const bool isSame = sameContent(merge->merged, session.edited());
    if (!isSame)
        session.apply(merge->merged);
    emit ended(isSame ? Outcome::Nothing : Outcome::Draft, &session, change, {});
}

void Reverting::ask(EditSession &session, const PastChange &change, const ModelMerge &merge)
{
    RegisteredModel now = session.base();
    now.metadata = session.edited();
    auto *dialog = new ConflictDialog(merge, now, &m_window);
    dialog->setSubject(ConflictDialog::Subject::PastChange);
    connect(dialog, &ConflictDialog::decided, this,
            [this, guarded = QPointer(&session),
             change](const RegisteredModel &, const QHash<QString, MergeSide> &decisions) {
                if (guarded) // what was edited meanwhile counts, and may need another decision
                    takeBack(guarded, change, decisions);
            });
    dialog->open();
}

void Reverting::createAgain(const PastChange &change)
{
    const EditSession before(*change.before());
    const QList<EditSession *> drafts = m_workbench.dirtySessions();
    const auto known = std::ranges::find_if(drafts, [&](const EditSession *draft) {
        return draft->isNew() && sameContent(draft->edited(), before.edited());
    });
    EditSession *session = known != drafts.end() ? *known : m_workbench.copyAsNew(before);
    emit ended(Outcome::Gone, session, change, {});
}

void Reverting::fail(const PastChange &change, const QString &reason)
{
    emit ended(Outcome::Failed, nullptr, change, reason);
}

} // namespace modelscribe

#include "moc_reverting.cpp"
