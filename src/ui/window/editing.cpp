// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/editing.h"

#include "core/backgroundwork.h"
#include "core/jsonformat.h"
#include "core/visibletext.h"
#include "core/whendone.h"
#include "model/modelfields.h"
#include "model/modeljson.h"
#include "model/wording.h"
#include "session/draftkeeper.h"
#include "session/editplace.h"
#include "session/readings.h"
#include "session/saving.h"
#include "session/workbench.h"
#include "ui/edit/deletedialog.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/editplacekeeper.h"
#include "ui/edit/panehistory.h"
#include "ui/review/conflictdialog.h"
#include "ui/review/reviewdialog.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/editnotices.h"
#include "ui/window/newmodels.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

Editing::Editing(Workbench &workbench, EditorPane &pane, QWidget &window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_pane(pane)
    , m_window(window)
    , m_place(new EditPlaceKeeper(pane))
    , m_newModels(new NewModels(workbench, pane, *this))
    , m_notices(new EditNotices(
          workbench, [this](const EditSession *session) { return paneOf(session); }, this))
{
    connect(m_notices, &EditNotices::copyRequested, m_newModels, &NewModels::createCopy);
    connect(m_newModels, &NewModels::created, this, &Editing::created);
    connect(&workbench.readings(), &Readings::movedInRegistry, this, &Editing::tellMoved);
    connect(&workbench.readings(), &Readings::mergedFromRegistry, this, &Editing::tellMerged);
    // Somebody else may save while the model is open here.
    m_recheck.setInterval(30s);
    connect(&m_recheck, &QTimer::timeout, this, &Editing::recheck);
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &Editing::recheck);
    m_recheck.start();
}

void Editing::recheck()
{
    if (m_session && QGuiApplication::applicationState() == Qt::ApplicationActive)
        m_workbench.readings().recheck(m_session);
}

EditSession *Editing::session() const { return m_session; }

void Editing::open(const QString &modelId)
{
    EditSession *session = m_workbench.open(modelId);
    if (session != m_session || !session)
        show(session);
}

void Editing::openDraft(EditSession *session)
{
    if (!session)
        return;
    if (session->isNew())
        m_newModels->show(session);
    else
        open(session->modelId());
}

void Editing::close() { show(nullptr); }

void Editing::show(EditSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_place->setSession(session);
    const QPointer<EditSession> left = m_session;
    m_session = session;
    m_pane.strip().dismiss(); // it was about another model
    m_pane.setSession(session);
    if (session)
        connect(session, &EditSession::changed, this, &Editing::sessionChanged);
    emit sessionChanged();
    // A new model that nothing was typed into is none.
    if (left && left != session && left->isNew() && !left->isDirty()
        && !m_workbench.saving().runningSave(left))
        m_workbench.saving().discard(left);
}

EditSession *Editing::comeBack(EditSession *last)
{
    QList<EditSession *> wereOpen;
    for (EditSession *draft : m_workbench.dirtySessions()) {
        if (EditPlace::fromText(draft->place()).isOpen)
            wereOpen.append(draft);
    }
    // The window of a new model that was closed stays closed.
    if (wereOpen.isEmpty() && last && (!last->isNew() || last->place().isEmpty()))
        wereOpen.append(last);
    std::ranges::stable_sort(wereOpen, std::ranges::greater(), [this](const EditSession *draft) {
        return m_workbench.drafts().changedAt(draft);
    });
    for (EditSession *draft : std::as_const(wereOpen)) {
        if (paneOf(draft))
            continue;
        if (!m_session && draft->isNew())
            m_newModels->show(draft, false);
        else if (!m_session)
            open(draft->modelId());
    }
    return m_session;
}

void Editing::goBack(bool withFocus) { m_place->goBack(withFocus); }

void Editing::enter()
{
    if (m_session && !m_place->enter())
        m_pane.focusFirstField();
}

void Editing::notePlace() { m_place->note(); }

void Editing::review()
{
    if (!m_session)
        return;
    // A new model's stands where it is filled in.
    ReviewDialog *dialog = m_session->isNew()
                               ? ReviewDialog::makeFor(m_workbench, *m_session, &m_pane)
                               : ReviewDialog::openFor(m_workbench, *m_session, &m_window);
    if (!dialog)
        return;
    const bool isNew = m_session->isNew();
    connect(dialog, &ReviewDialog::saved, this, [this, isNew](const SaveOutcome &, int count) {
        const QString name = m_session ? visibleText(m_session->base().metadata.name, 60)
                                       : QString();
        m_pane.strip().show(MessageStrip::Kind::Success, [isNew, name, count] {
            return isNew ? tr("“%1” created.").arg(name)
                         : tr("%n change(s) saved.", nullptr, count);
        });
    });
    // Also when it was not read back or not everything was taken: what is left is that model's
    // draft.
    if (isNew) {
        connect(dialog, &QDialog::finished, this, [this, session = m_session] {
            if (session && !session->isNew())
                m_newModels->takeCreated(session);
        });
        m_pane.showReview(*dialog);
    }
    connect(dialog, &ReviewDialog::copyRequested, this,
            [this, session = m_session] { m_newModels->createCopy(session); });
}

void Editing::revert()
{
    if (m_session)
        m_session->flush();
    if (!m_session || !m_session->isDirty() || m_session->isNew())
        return;
    const int before = m_pane.history().index();
    const auto unfinished = m_session->unfinished(); // which is no step
    {
        const EditHistory::Naming naming(*m_session, EditHistory::Kind::Revert);
        m_session->revert();
    }
    m_pane.strip().show(
        MessageStrip::Kind::Success, [] { return tr("Changes reverted."); },
        [] { return tr("Undo"); },
        [this, session = m_session, before, unfinished] {
            if (!session || session != m_session)
                return;
            m_pane.history().goBackTo(before);
            session->bringBack({session->edited(), unfinished});
        });
}

void Editing::copyId()
{
    if (!m_session || m_session->isNew())
        return;
    QGuiApplication::clipboard()->setText(m_session->modelId());
    m_pane.strip().show(MessageStrip::Kind::Success, [] { return tr("ID copied."); });
}

void Editing::copyJson()
{
    if (!m_session)
        return;
    m_session->flush();
    RegisteredModel model = m_session->base();
    model.metadata = m_session->edited();
    QGuiApplication::clipboard()->setText(QString::fromUtf8(formatJson(modelJson(model))));
    m_pane.strip().show(MessageStrip::Kind::Success, [edited = m_session->isDirty()] {
        return edited ? tr("Copied as JSON, with your changes.") : tr("Copied as JSON.");
    });
}

void Editing::remove()
{
    if (!m_session || m_session->isReadOnly() || m_session->isNew())
        return;
    askToRemove(m_session->base(), {});
}

//! \p seen: what it was when the person was asked before.
void Editing::askToRemove(const RegisteredModel &model, const std::optional<ModelMetadata> &seen)
{
    const Connection *connection = m_workbench.connection();
    auto *dialog = new DeleteDialog(
        model, seen, connection ? connection->nameToConfirm(model.workspaceId) : QString(),
        &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, model] { removeNow(model); });
    dialog->open();
}

void Editing::removeNow(const RegisteredModel &model)
{
    m_pane.setReadOnly(true);
    whenDone(
        m_workbench.saving().remove(model), this,
        [this, model, modelId = model.id](const Result<std::monostate> &gone) {
            m_pane.setReadOnly(false);
            const QString shown = visibleText(model.metadata.name, 60);
            const Catalog *catalog = m_workbench.catalog();
            const RegisteredModel *now = catalog ? catalog->find(modelId) : nullptr;
            if (!gone && now && gone.error().kind == Error::Kind::Conflict
                && !sameMeaning(now->metadata, model.metadata)) {
                askToRemove(*now, model.metadata);
                return;
            }
            if (!gone) {
                m_pane.strip().show(MessageStrip::Kind::Error, [shown, error = gone.error()] {
                    const QStringList parts{
                        tr("“%1” was not deleted: %2.").arg(shown, wording::whatHappened(error)),
                        wording::nextStep(error), wording::facts(error)};
                    return parts.join(u' ').trimmed();
                });
                return;
            }
            if (!m_session || m_session->modelId() == modelId)
                close();
            emit deleted(modelId); // the next one is opened, and the word about this one stays
            m_pane.strip().show(MessageStrip::Kind::Success,
                                [shown] { return tr("“%1” deleted.").arg(shown); });
        });
}

EditorPane *Editing::paneOf(const EditSession *session) const
{
    return session && session == m_session ? &m_pane : nullptr;
}

void Editing::discard(EditSession *session)
{
    if (!session->isNew() && m_workbench.readings().standing(session) != DraftStanding::Gone) {
        session->revert(); // which can be undone while it is open
        m_workbench.readings().recheck(session, {});
        return;
    }
    if (session->isNew())
        return m_newModels->discard(session);
    if (session == m_session)
        close();
    m_workbench.saving().discard(session);
}

void Editing::tellMoved(EditSession *session, const RegisteredModel &now, const ModelMerge &merge)
{
    if (!session || session != m_session)
        return;
    m_pane.strip().show(
        MessageStrip::Kind::Changed,
        [] {
            return tr("This model changed in the registry where you changed it too. Nothing is "
                      "written before you have chosen.");
        },
        [] { return tr("Compare…"); },
        [this, guarded = QPointer(session), now, merge] {
            if (guarded)
                compare(guarded, now, merge);
        });
}

void Editing::tellMerged(EditSession *session, const QStringList &places)
{
    if (!session || session != m_session)
        return;
    m_pane.strip().show(MessageStrip::Kind::Changed, [places] {
        QStringList shown;
        for (const QString &place : places) {
            const ModelField *field = findField(place);
            shown.append(visibleText(field ? field->labelText() : place, 60));
        }
        return tr("Changed in the registry meanwhile and taken over: %1. Your own changes stay.")
            .arg(shown.join(u", "_s));
    });
}

//! Shows \p merge, or what it is once it is made again because something was typed since.
void Editing::compare(EditSession *session, const RegisteredModel &now, const ModelMerge &merge)
{
    session->flush();
    if (!session->fits(now, merge)) {
        const auto again = [base = session->base().metadata, mine = session->edited(),
                            theirs = now.metadata] { return mergeModels(base, mine, theirs); };
        runAside(this, EditSession::isQuicklyMerged(session->edited()), again,
                 [this, guarded = QPointer(session), now](const ModelMerge &made) {
                     if (guarded)
                         compare(guarded, now, made);
                 });
        return;
    }
    auto *dialog = new ConflictDialog(merge, now, &m_window);
    connect(dialog, &ConflictDialog::decided, session,
            [session, merge](const RegisteredModel &theirs,
                             const QHash<QString, MergeSide> &decisions) {
                session->merge(theirs, merge, decisions);
            });
    dialog->open();
}

} // namespace modelscribe

#include "moc_editing.cpp"
