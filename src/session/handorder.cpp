// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/handorder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

const QString orderNumberKey = u"OrderNumber"_s;

} // namespace

HandOrder::HandOrder(BatchKeeper &drafts, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
{
    connect(&drafts, &BatchKeeper::draftsChanged, this, &HandOrder::follow);
    follow();
}

bool HandOrder::isOrder(const BatchSession &session)
{
    return session.ownEdits().places() == QStringList{orderNumberKey};
}

//! It may have been agreed to, discarded, or come back with its connection.
void HandOrder::follow()
{
    const QList<BatchSession *> drafts = m_drafts.drafts();
    const auto found = std::ranges::find_if(
        drafts, [](const BatchSession *draft) { return isOrder(*draft); });
    m_session = found == drafts.end() ? nullptr : *found;
    QHash<QString, QString> numbers;
    if (m_session) {
        // Models and edits are set one after the other.
        const auto count = std::min(m_session->modelIds().size(), m_session->ownEdits().size());
        for (qsizetype i = 0; i < count; ++i) {
            const auto own = m_session->ownEdits().at(i);
            numbers.insert(m_session->modelIds()[i],
                           own ? own->edit.fields.value(orderNumberKey).text : QString());
        }
    }
    if (std::exchange(m_numbers, numbers) != m_numbers)
        emit changed();
}

void HandOrder::setNumbers(const QHash<QString, QString> &numbers)
{
    if (numbers == m_numbers)
        return;
    if (numbers.isEmpty())
        return m_drafts.drop(m_session); // and follows
    QStringList ids = numbers.keys();
    std::ranges::sort(ids, {}, [&numbers](const QString &id) {
        return std::pair(numbers.value(id).toLongLong(), id);
    });
    OwnEdits edits;
    for (const QString &id : std::as_const(ids)) {
        OwnEdit own;
        own.edit.fields.insert(orderNumberKey, {.text = numbers.value(id)});
        edits.append(own);
    }
    BatchSession *session = m_session ? m_session.get() : m_drafts.create(ids);
    session->setModelIds(ids);
    session->setOwnEdits(edits);
    follow();
}

} // namespace modelscribe

#include "moc_handorder.cpp"
