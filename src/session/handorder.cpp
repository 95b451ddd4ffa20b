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
    const BatchEdit &edit = session.edit();
    return edit.size() == 1 && edit.fields.contains(orderNumberKey) && edit.isOfEach();
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
        const QStringList texts = m_session->edit().fields.value(orderNumberKey).texts;
        for (qsizetype i = 0; i < m_session->modelIds().size(); ++i)
            numbers.insert(m_session->modelIds()[i], texts.value(i));
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
    FieldVerb verb{.kind = FieldVerb::Kind::Each};
    for (const QString &id : std::as_const(ids))
        verb.texts.append(numbers.value(id));
    BatchEdit edit;
    edit.fields.insert(orderNumberKey, verb);
    BatchSession *session = m_session ? m_session.get() : m_drafts.create(ids);
    session->setModelIds(ids);
    session->setEdit(edit);
    follow();
}

} // namespace modelscribe

#include "moc_handorder.cpp"
