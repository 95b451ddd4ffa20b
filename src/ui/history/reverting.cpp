// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/reverting.h"

#include "core/visibletext.h"
#include "model/modeldiff.h"
#include "registry/catalogsync.h"
#include "registry/pastchange.h"
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
bool isGone(const JournalEntry &entry, const Workbench &workbench)
{
    const CatalogSync *sync = workbench.catalogSync();
    const QString &workspace = workbench.connection()->workspaceId();
    return sync->state() == CatalogSync::State::Ready && !sync->error()
           && (workspace.isEmpty() || entry.before->workspaceId.isEmpty()
               || workspace == entry.before->workspaceId);
}

} // namespace

Reverting::Reverting(Workbench &workbench, QWidget &window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_window(window)
{
}

QString Reverting::whyNot(const JournalEntry &entry, const Workbench &workbench)
{
    using Head = JournalHead;
    if (entry.head.what == Head::What::Create)
        return tr("A new model has nothing before it. It can be deleted.");
    if (!entry.before)
        return tr("What was before is not known");
    if (entry.head.outcome == Head::Outcome::Failed)
        return tr("Nothing was written");
    if (entry.head.outcome == Head::Outcome::Begun)
        return tr("It has not ended");
    if (entry.after && sameContent(entry.before->metadata, *entry.after))
        return tr("Nothing was changed");
    const Connection *connection = workbench.connection();
    if (!connection || connection->registryKey() != entry.head.registryKey)
        return tr("This was written to another registry. Connect to it first: %1")
            .arg(visibleText(entry.head.profile, 60));
    if (!entry.after && workbench.catalog()->find(entry.head.modelId))
        return tr("The model was not deleted, it is in the list");
    return {};
}

void Reverting::start(const JournalEntry &entry)
{
    if (const QString reason = whyNot(entry, m_workbench); !reason.isEmpty())
        return fail(entry, reason);
    const QString &modelId = entry.head.modelId;
    const bool isKnown = m_workbench.catalog()->find(modelId) || m_workbench.findDraft(modelId);
    if (!entry.after || (!isKnown && isGone(entry, m_workbench)))
        return createAgain(entry);
    if (!isKnown)
        return fail(entry, tr("The model is not in the list now. Refresh the list, or choose its "
                              "workspace"));
    emit modelRequested(modelId);
    EditSession *session = m_workbench.open(modelId);
    if (!session)
        return fail(entry, tr("The model cannot be opened"));
    // A list may leave members out, so the model is read before it is compared. Without an answer
    // what is known has to do: the save reads it again.
    const auto once = std::make_shared<bool>(false);
    const auto go = [this, once, entry, guarded = QPointer(session)] {
        if (guarded && !std::exchange(*once, true))
            takeBack(guarded, entry);
    };
    m_workbench.readThen(session, go);
    QTimer::singleShot(readingPatience, this, go);
}

void Reverting::takeBack(EditSession *session, const JournalEntry &entry,
                         const QHash<QString, MergeSide> &decisions)
{
    if (m_workbench.standing(session) == DraftStanding::Gone)
        return createAgain(entry);
    if (session->isReadOnly())
        return fail(entry, tr("The model cannot be edited"));
    if (m_workbench.runningSave(session))
        return fail(entry, tr("The model is being saved"));
    session->flush();
    const auto merge = takingBack(entry, session->edited(), decisions);
    if (!merge)
        return fail(entry, tr("Nothing was changed"));
    if (!merge->undecided(decisions).isEmpty())
        return ask(*session, entry);
    const bool isSame = sameContent(merge->merged, session->edited());
    if (!isSame)
        session->apply(merge->merged);
    emit ended(isSame ? Outcome::Nothing : Outcome::Draft, session, entry.head, {});
}

void Reverting::ask(EditSession &session, const JournalEntry &entry)
{
    RegisteredModel now = session.base();
    now.metadata = session.edited();
    auto *dialog = new ConflictDialog(*entry.after, entry.before->metadata, now, &m_window);
    dialog->setSubject(ConflictDialog::Subject::PastChange);
    connect(dialog, &ConflictDialog::decided, this,
            [this, guarded = QPointer(&session),
             entry](const RegisteredModel &, const QHash<QString, MergeSide> &decisions) {
                if (guarded) // what was edited meanwhile counts, and may need another decision
                    takeBack(guarded, entry, decisions);
            });
    dialog->open();
}

void Reverting::createAgain(const JournalEntry &entry)
{
    const EditSession before(*entry.before);
    const QList<EditSession *> drafts = m_workbench.dirtySessions();
    const auto known = std::ranges::find_if(drafts, [&](const EditSession *draft) {
        return draft->isNew() && sameContent(draft->edited(), before.edited());
    });
    EditSession *session = known != drafts.end() ? *known : m_workbench.copyAsNew(before);
    emit ended(Outcome::Gone, session, entry.head, {});
}

void Reverting::fail(const JournalEntry &entry, const QString &reason)
{
    emit ended(Outcome::Failed, nullptr, entry.head, reason);
}

} // namespace modelscribe

#include "moc_reverting.cpp"
