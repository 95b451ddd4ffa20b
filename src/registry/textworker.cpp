// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/textworker.h"

#include "core/platform.h"
#include "model/modelfields.h"
#include "model/searchtext.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <bit>
#include <utility>

namespace modelscribe {

namespace {

//! As many texts of other workspaces, and older ones, as are worth their room on the disk.
constexpr size_t mostUntaken = 100'000;

//! Of all that searchText() looks at, and more.
class Stamp
{
public:
    Stamp()
        : m_hash(QCryptographicHash::Sha1)
    {
        // Folding depends on the tables of Unicode that Qt has.
        addBytes(QByteArray::number(searchTextVersion) + ' '
                 + QByteArray::number(int(QChar::currentUnicodeVersion())));
    }
    void addBytes(QByteArrayView bytes)
    {
        const qsizetype size = bytes.size();
        m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(&size), sizeof(size)));
        m_hash.addData(bytes);
    }
    void add(const QString &text)
    {
        addBytes(QByteArrayView(reinterpret_cast<const char *>(text.constData()),
                                text.size() * qsizetype(sizeof(QChar))));
    }
    quint64 value() const { return qFromBigEndian<quint64>(m_hash.result().constData()); }

private:
    QCryptographicHash m_hash;
};

quint64 stampOf(const RegisteredModel &model)
{
    Stamp stamp;
    for (const ModelField &field : modelFields) {
        if (const auto *text = std::get_if<QString ModelMetadata::*>(&field.member))
            stamp.add(model.metadata.*(*text));
    }
    stamp.addBytes(model.metadata.extraInfo.utf8());
    for (const QString &text : {model.id, model.workspaceId, model.provider, model.userId,
                                model.ownerId, model.latestVersionName})
        stamp.add(text);
    for (const Label &label : model.metadata.labels) {
        stamp.add(label.key);
        stamp.add(label.value);
    }
    return stamp.value();
}

quint32 slotPlace(const std::vector<quint32> &places, quint32 index, quint32 otherwise)
{
    return index < places.size() ? places[index] : otherwise;
}

void setSlotPlace(std::vector<quint32> &places, quint32 index, quint32 value, quint32 otherwise)
{
    if (index >= places.size())
        places.resize(size_t(index) + 1, otherwise);
    places[index] = value;
}

} // namespace

TextWorker::TextWorker(QString folder)
    : m_folder(std::move(folder))
{
}

TextWorker::~TextWorker() = default;

void TextWorker::start()
{
    platform::makeThreadLessUrgent();
    m_index = std::make_unique<TextIndex>(m_folder);
    const Bits used = m_index->used();
    const auto end = quint32(used.words().size() * 64);
    for (quint32 slot = 0; slot < end; ++slot) {
        if (!used.test(slot)) {
            m_free.push_back(slot);
            continue;
        }
        m_untaken.emplace(*m_index->stamp(slot), slot);
    }
    m_numbers.resize(end, none);
}

void TextWorker::put(const std::vector<NumberedModel> &models)
{
    for (const NumberedModel &one : models) {
        if (m_isStopped)
            return;
        put(one);
    }
}

void TextWorker::put(const NumberedModel &one)
{
    const quint64 stamp = stampOf(one.model);
    const quint32 before = slotPlace(m_slots, one.number, none);
    if (before != none && m_index->stamp(before) == stamp)
        return;
    if (const auto kept = takeSlot(stamp)) {
        leaveSlot(one.number);
        assign(one.number, *kept);
        return;
    }
    const quint32 slot = before != none ? before : makeSlot();
    m_index->put(slot, stamp, searchText(one.model));
    ++m_indexedCount;
    if (before == none)
        assign(one.number, slot);
}

std::optional<quint32> TextWorker::takeSlot(quint64 stamp)
{
    const auto kept = m_untaken.find(stamp);
    if (kept == m_untaken.end())
        return {};
    const quint32 slot = kept->second;
    m_untaken.erase(kept);
    return slot;
}

quint32 TextWorker::makeSlot()
{
    if (m_free.empty())
        return quint32(m_numbers.size());
    const quint32 slot = m_free.back();
    m_free.pop_back();
    return slot;
}

void TextWorker::assign(quint32 number, quint32 slot)
{
    setSlotPlace(m_slots, number, slot, none);
    setSlotPlace(m_numbers, slot, number, none);
    ++m_taken;
}

//! Its text stays, as of an earlier run.
void TextWorker::leaveSlot(quint32 number)
{
    const quint32 slot = slotPlace(m_slots, number, none);
    if (slot == none)
        return;
    m_untaken.emplace(*m_index->stamp(slot), slot);
    m_slots[number] = none;
    m_numbers[slot] = none;
    --m_taken;
}

void TextWorker::remove(const QList<quint32> &numbers)
{
    for (const quint32 number : numbers)
        leaveSlot(number);
}

void TextWorker::rest()
{
    if (m_untaken.size() > m_taken + mostUntaken)
        dropUntaken();
    m_index->letGo();
}

void TextWorker::dropUntaken()
{
    for (const auto &[stamp, slot] : std::exchange(m_untaken, {})) {
        m_index->remove(slot);
        m_free.push_back(slot);
    }
    m_index->flush();
}

TextAnswer TextWorker::find(const QByteArrayList &needles, const std::atomic_bool &isUnwanted) const
{
    TextAnswer answer;
    for (const QByteArray &needle : needles) {
        const auto found = m_index->find(needle, isUnwanted);
        if (!found)
            return {};
        answer.found.push_back(toNumbers(*found));
    }
    answer.needles = needles;
    return answer;
}

Bits TextWorker::toNumbers(const Bits &slotBits) const
{
    Bits result(quint32(m_slots.size()));
    const std::vector<quint64> &words = slotBits.words();
    for (size_t i = 0; i < words.size(); ++i) {
        for (quint64 left = words[i]; left; left &= left - 1) {
            const quint32 number = slotPlace(m_numbers, quint32(i * 64) + std::countr_zero(left),
                                             none);
            if (number != none)
                result.set(number);
        }
    }
    return result;
}

} // namespace modelscribe

#include "moc_textworker.cpp"
