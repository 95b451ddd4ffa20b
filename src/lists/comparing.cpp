// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/comparing.h"

#include "core/backgroundwork.h"
#include "core/freeaside.h"
#include "session/edithistory.h"
#include "session/workbench.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

Comparing::Comparing(Workbench &workbench, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
{
    connect(&workbench, &Workbench::draftsChanged, this, &Comparing::follow);
    connect(&workbench, &Workbench::connectionChanged, this, [this] { setModels({}); });
}

void Comparing::setModels(const QStringList &modelIds)
{
    m_ids.clear();
    for (const QString &id : modelIds) {
        if (m_ids.size() < mostCompared && !m_ids.contains(id) && now(id))
            m_ids.append(id);
    }
    freeAside(std::exchange(m_comparison, {}));
    follow();
}

void Comparing::add(const QString &modelId)
{
    if (m_ids.size() >= mostCompared || m_ids.contains(modelId) || !now(modelId))
        return;
    m_ids.append(modelId);
    follow();
}

void Comparing::remove(const QString &modelId)
{
    if (m_ids.removeAll(modelId) > 0)
        follow();
}

//! nullopt: nobody ever knew it.
std::optional<ComparedModel> Comparing::now(const QString &modelId) const
{
    const Catalog *catalog = m_workbench.catalog();
    if (!catalog)
        return {};
    if (const EditSession *session = m_workbench.findDraft(modelId); session && !session->isNew())
        return ComparedModel{session->base(), session->edited()};
    if (const RegisteredModel *model = catalog->find(modelId))
        return ComparedModel{*model, model->metadata};
    const auto was = std::ranges::find(m_comparison.models, modelId, &ComparedModel::id);
    if (was == m_comparison.models.end())
        return {};
    ComparedModel gone = *was;
    gone.isGone = true;
    return gone;
}

//! Listens to all that the compared models come from, and looks at it now.
void Comparing::follow()
{
    if (Catalog *catalog = m_workbench.catalog()) {
        catalog->disconnect(this);
        const auto look = [this](const QStringList &ids) {
            if (std::ranges::any_of(ids, [this](const QString &id) { return m_ids.contains(id); }))
                refresh();
        };
        if (!m_ids.isEmpty()) {
            for (const auto signal : {&Catalog::added, &Catalog::changed, &Catalog::removed})
                connect(catalog, signal, this, look, Qt::QueuedConnection);
        }
    }
    for (const QString &id : std::as_const(m_ids)) {
        if (EditSession *session = m_workbench.findDraft(id))
            connect(session, &EditSession::changed, this, &Comparing::refresh,
                    Qt::UniqueConnection);
    }
    refresh();
}

//! Once for all that happens in one go.
void Comparing::refresh()
{
    if (std::exchange(m_isRefreshing, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isRefreshing = false;
            QList<ComparedModel> models;
            qsizetype size = 0;
            for (const QString &id : std::as_const(m_ids)) {
                if (auto model = now(id)) {
                    size += model->edited.extraInfo.utf8().size();
                    models.append(*std::move(model));
                }
            }
            if (models == m_comparison.models && !m_isWorking)
                return emit changed();
            m_isWorking = true;
            const bool isShort = size <= EditSession::checkHereLimit;
            runAside(
                this, isShort, [models] { return compareModels(models); },
                [this, asked = ++m_asked](Comparison comparison) {
                    take(std::move(comparison), asked);
                });
            if (m_isWorking)
                emit changed();
        },
        Qt::QueuedConnection);
}

void Comparing::take(Comparison &&comparison, quint64 asked)
{
    if (asked != m_asked) {
        freeAside(std::move(comparison));
        return;
    }
    m_isWorking = false;
    freeAside(std::exchange(m_comparison, std::move(comparison)));
    emit changed();
}

QList<EditSession *> Comparing::drafts() const
{
    QList<EditSession *> drafts;
    for (const QString &id : m_ids) {
        EditSession *session = m_workbench.findDraft(id);
        if (session && session->isDirty())
            drafts.append(session);
    }
    return drafts;
}

void Comparing::copy(const ComparedPlace &place, const QString &source, const QString &target)
{
    const auto from = now(source);
    const auto to = now(target);
    if (!from || !to || source == target)
        return;
    if (to->isGone || to->registered.isReadOnly()) {
        emit refused(target, {.kind = to->isGone ? Error::Kind::NotFound : Error::Kind::Forbidden});
        return;
    }
    const QPointer<EditSession> session = m_workbench.open(target);
    if (!session)
        return;
    session->flush();
    EditHistory::of(*session); // so that the editor can undo it
    const ModelMetadata before = session->edited();
    const bool isShort = place.path.isEmpty()
                         || before.extraInfo.utf8().size() + from->edited.extraInfo.utf8().size()
                                <= EditSession::checkHereLimit;
    runAside(
        this, isShort,
        [place, values = from->edited, before] { return withCopied(place, values, before); },
        [=, this](const Result<ModelMetadata> &made) {
            if (!session)
                return;
            if (!made)
                return emit refused(target, made.error());
            session->flush();
            if (session->edited() != before) // it was typed in meanwhile
                return copy(place, source, target);
            session->apply(*made);
            follow();
            emit copied(target);
        });
}

} // namespace modelscribe

#include "moc_comparing.cpp"
