// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/batchreview.h"

#include "core/backgroundwork.h"
#include "core/whendone.h"
#include "model/modeldiff.h"
#include "registry/saveplan.h"
#include "registry/writeoutcome.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int atOnce = 6;
//! A pattern that went on and on with so many does with the others, and nobody waits for it.
constexpr int mostTooLong = 3;

void countRequests(BatchItem &item, const ServiceRules &rules)
{
    const auto plan = SavePlan::make(item.base, item.edited, item.base.workspaceId, rules);
    if (!plan)
        return;
    item.requests = int(plan->steps.size());
    item.writes = int(std::ranges::count_if(plan->steps, &SaveStep::isWrite));
}

BatchItem itemOf(const Derivation &derive, const RegisteredModel &model, qsizetype place,
                 const ServiceRules &rules)
{
    using State = BatchItem::State;
    BatchItem item{.base = model};
    const auto derived = derive(model, place);
    if (!derived) {
        item.state = State::Problem;
        item.error = derived.error();
        return item;
    }
    item.edited = derived->edited;
    item.leftAlone = derived->leftAlone;
    if (derived->isSetAside) {
        item.state = State::Problem;
        item.error = Error{.kind = Error::Kind::Conflict};
        return item;
    }
    if (sameContent(model.metadata, item.edited)) {
        item.state = State::Unchanged;
        return item;
    }
    item.problems = checkModel(model.metadata, item.edited, checkJsonField, rules);
    item.state = maySave(item.problems) ? State::Changed : State::Problem;
    if (item.state == State::Changed)
        countRequests(item, rules);
    return item;
}

} // namespace

BatchReview::BatchReview(Connection &connection, BatchEdit edit, QList<RegisteredModel> known,
                         QObject *parent)
    : BatchReview(
        connection,
        [edit](const RegisteredModel &model, qsizetype place) {
            return edit.applied(model.metadata, place).transform([](const ModelMetadata &edited) {
                return Derived{.edited = edited};
            });
        },
        std::move(known), parent)
{
    m_edit = std::move(edit);
}

BatchReview::BatchReview(Connection &connection, Derivation derive, QList<RegisteredModel> known,
                         QObject *parent)
    : QObject(parent)
    , m_connection(&connection)
    , m_derive(std::move(derive))
    , m_items(size_t(known.size()))
{
    for (size_t i = 0; i < m_items.size(); ++i)
        m_items[i].base = std::move(known[qsizetype(i)]);
}

BatchReview::~BatchReview() = default;

void BatchReview::start()
{
    m_isRunning = true;
    QMetaObject::invokeMethod(this, &BatchReview::goOn, Qt::QueuedConnection);
}

void BatchReview::stop()
{
    if (m_isRunning)
        finish();
}

void BatchReview::readRest()
{
    for (BatchItem &item : m_items) {
        if (item.state != BatchItem::State::Unread)
            continue;
        item.state = BatchItem::State::Waiting;
        item.error.reset();
        --m_read;
    }
    m_next = 0;
    ++m_pass;
    m_hopelessInARow = 0;
    if (!m_isRunning)
        start();
}

void BatchReview::finish()
{
    if (std::exchange(m_isRunning, false))
        emit finished();
}

void BatchReview::goOn()
{
    while (m_isRunning && m_connection && m_underWay < atOnce && m_next < size()) {
        const qsizetype index = m_next++;
        if (item(index).state != BatchItem::State::Waiting)
            continue;
        const RegisteredModel &known = item(index).base;
        if (known.isReadOnly()) {
            end(index, {.state = BatchItem::State::ReadOnly, .base = known});
            continue;
        }
        ++m_underWay;
        whenDone(m_connection->client().run(operations::getModel(known.id)), this,
                 [this, index, pass = m_pass](const Result<RegisteredModel> &model) {
                     if (pass == m_pass)
                         return take(index, model);
                     --m_underWay; // it is asked again
                     goOn();
                 });
    }
    if (m_isRunning && m_underWay == 0 && (m_next == size() || !m_connection))
        finish();
}

void BatchReview::take(qsizetype index, const Result<RegisteredModel> &model)
{
    using State = BatchItem::State;
    if (!m_isRunning) {
        --m_underWay;
        return;
    }
    if (model && model->id == item(index).base.id && !model->isReadOnly()) {
        m_hopelessInARow = 0;
        workOut(index, *model);
        return;
    }
    --m_underWay;
    BatchItem unread{.state = State::Unread, .base = item(index).base};
    if (model && model->isReadOnly())
        unread = {.state = State::ReadOnly, .base = *model};
    else if (model)
        unread.error = Error{.kind = Error::Kind::Decode, .detail = u"it is another model"_s};
    else if (model.error().kind == Error::Kind::NotFound)
        unread.state = State::Gone;
    else
        unread.error = model.error();
    const bool isHopeless = unread.error && modelscribe::isHopeless(*unread.error);
    m_hopelessInARow = isHopeless ? m_hopelessInARow + 1 : 0;
    end(index, std::move(unread));
    if (m_hopelessInARow > atOnce)
        finish();
    else
        goOn();
}

//! On another thread: patterns and long ExtraInfo take their time.
void BatchReview::workOut(qsizetype index, const RegisteredModel &model)
{
    const auto done = [this, index, pass = m_pass](const BatchItem &item) {
        --m_underWay;
        if (!m_isRunning)
            return;
        if (pass != m_pass)
            return goOn();
        m_tooLong += item.error && item.error->code == "TakesTooLong"_L1;
        end(index, item);
        goOn();
    };
    if (m_tooLong >= mostTooLong) {
        done({.state = BatchItem::State::Problem,
              .base = model,
              .error = Error{.kind = Error::Kind::Invalid, .code = u"TakesTooLong"_s}});
        return;
    }
    runAside(
        this, false,
        [derive = m_derive, model, index,
         rules = m_connection ? m_connection->rules() : ServiceRules()] {
            return itemOf(derive, model, index, rules);
        },
        done);
}

void BatchReview::end(qsizetype index, BatchItem item)
{
    m_read += m_items[size_t(index)].state == BatchItem::State::Waiting;
    m_items[size_t(index)] = std::move(item);
    emit itemChanged(int(index));
}

ChangeSet BatchReview::changes(const QString &title, const QSet<qsizetype> &leftOut) const
{
    ChangeSet set{.title = title};
    for (qsizetype i = 0; i < size(); ++i) {
        const BatchItem &one = item(i);
        if (one.state != BatchItem::State::Changed || leftOut.contains(i))
            continue;
        set.changes.append(
            {.ref = {.registryKey = m_connection ? m_connection->registryKey() : QString(),
                     .workspaceId = one.base.workspaceId,
                     .modelId = one.base.id},
             .base = one.base,
             .edited = one.edited});
    }
    return set;
}

} // namespace modelscribe

#include "moc_batchreview.cpp"
