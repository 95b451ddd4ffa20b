// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/batchreview.h"

#include "core/backgroundwork.h"
#include "core/whendone.h"
#include "model/modeldiff.h"
#include "registry/writeoutcome.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int atOnce = 6;
//! A pattern that went on and on with so many does with the others, and nobody waits for it.
constexpr int mostTooLong = 3;

BatchItem itemOf(const BatchEdit &edit, const RegisteredModel &model, qsizetype place)
{
    using State = BatchItem::State;
    BatchItem item{.base = model};
    const auto edited = edit.applied(model.metadata, place);
    if (!edited) {
        item.state = State::Problem;
        item.error = edited.error();
        return item;
    }
    item.edited = *edited;
    if (sameContent(model.metadata, *edited)) {
        item.state = State::Unchanged;
        return item;
    }
    item.problems = checkModel(model.metadata, *edited);
    item.state = maySave(item.problems) ? State::Changed : State::Problem;
    return item;
}

} // namespace

BatchReview::BatchReview(Connection &connection, BatchEdit edit, QList<RegisteredModel> known,
                         QObject *parent)
    : QObject(parent)
    , m_connection(&connection)
    , m_edit(std::move(edit))
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

void BatchReview::finish()
{
    if (std::exchange(m_isRunning, false))
        emit finished();
}

void BatchReview::goOn()
{
    while (m_isRunning && m_connection && m_underWay < atOnce && m_next < size()) {
        const qsizetype index = m_next++;
        const RegisteredModel &known = item(index).base;
        if (known.isReadOnly()) {
            end(index, {.state = BatchItem::State::ReadOnly, .base = known});
            continue;
        }
        ++m_underWay;
        whenDone(m_connection->client().run(operations::getModel(known.id)), this,
                 [this, index](const Result<RegisteredModel> &model) { take(index, model); });
    }
    if (m_underWay == 0 && (m_next == size() || !m_connection))
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
    const auto done = [this, index](const BatchItem &item) {
        --m_underWay;
        if (!m_isRunning)
            return;
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
        this, false, [edit = m_edit, model, index] { return itemOf(edit, model, index); }, done);
}

void BatchReview::end(qsizetype index, BatchItem item)
{
    m_items[size_t(index)] = std::move(item);
    ++m_read;
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
