// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/createdsearch.h"

#include "core/whendone.h"
#include "registry/pagesize.h"
#include "registry/saveheld.h"

#include <QTimer>

namespace modelscribe {

namespace {

//! A larger difference is refused by the service (contract section 9), so it was corrected.
constexpr qint64 maxClockDifference = 15 * 60;

} // namespace

CreatedSearch::CreatedSearch(Client &client, const SavePlan &plan, Pauses pauses, QObject *parent)
    : QObject(parent)
    , m_client(&client)
    , m_plan(plan)
    , m_pauses(std::move(pauses))
{
}

void CreatedSearch::setSentAt(const QDateTime &time, qint64 clockSkew)
{
    m_oldest = time.addSecs(clockSkew - maxClockDifference);
}

template<typename T>
void CreatedSearch::ask(const Operation<T> &operation,
                        void (CreatedSearch::*take)(const Result<T> &))
{
    if (m_client)
        whenDone(m_client->run(operation), this,
                 [this, take](const Result<T> &result) { (this->*take)(result); });
}

void CreatedSearch::look()
{
    if (m_stopped || m_pauses.isEmpty()) {
        emit gaveUp();
        return;
    }
    QTimer::singleShot(m_pauses.takeFirst(), this, [this] {
        ask(operations::listModels({.workspaceId = m_plan.workspaceId,
                                    .exactName = m_plan.edited.name,
                                    .isQuoted = m_plan.rules.findsQuotedNames,
                                    .descending = true,
                                    .pageSize = pageSizeFor(m_plan.rules, operations::pageSize)}),
            &CreatedSearch::takeNames);
    });
}

void CreatedSearch::takeNames(const Result<operations::ModelPage> &page)
{
    m_candidates.clear();
    m_sawAll = page.has_value();
    if (!page) {
        m_error = page.error();
        look();
        return;
    }
    for (const RegisteredModel &model : page->models) {
        const QDateTime created = parseServiceTime(model.created);
        if (model.metadata.name == m_plan.edited.name && !m_before.contains(model.id)
            && (!created.isValid() || created >= m_oldest))
            m_candidates.append(model);
    }
    tryNext();
}

void CreatedSearch::tryNext()
{
    if (m_candidates.isEmpty())
        look();
    else if (isOurs(m_candidates.first()))
        emit found(m_candidates.first().id);
    else // a list may leave members out
        ask(operations::getModel(m_candidates.first().id), &CreatedSearch::takeCandidate);
}

void CreatedSearch::takeCandidate(const Result<RegisteredModel> &model)
{
    const QString id = m_candidates.takeFirst().id;
    if (model && isOurs(*model)) {
        emit found(id);
        return;
    }
    if (!model && model.error().kind != Error::Kind::NotFound)
        m_sawAll = false;
    if (model)
        m_alike = *model;
    tryNext();
}

bool CreatedSearch::isOurs(const RegisteredModel &model) const
{
    return notTaken(m_plan, model.metadata).isEmpty();
}

} // namespace modelscribe

#include "moc_createdsearch.cpp"
