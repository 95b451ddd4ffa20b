// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/textindex.h"

#include "core/paths.h"
#include "store/textsearch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr auto ending = ".segment"_L1;
constexpr auto unfinishedEnding = ".segment.new"_L1;

QString fileName(quint64 number) { return u"%1"_s.arg(number, 12, 10, QLatin1Char('0')) + ending; }

//! Of a file that fileName() named; 0 for any other.
quint64 numberOf(const QString &name)
{
    const quint64 number = name.chopped(std::min(name.size(), ending.size())).toULongLong();
    return number != 0 && name == fileName(number) ? number : 0;
}

//! Some of \p texts from everywhere, but not each n-th: those may have something in common.
std::vector<std::vector<char32_t>> sampleOf(const std::vector<SlotText> &texts)
{
    constexpr size_t enough = 512;
    constexpr qsizetype longest = 16 * 1024;
    std::vector<std::vector<char32_t>> result;
    for (size_t i = 0; i < std::min(enough, texts.size()); ++i) {
        const QByteArrayView text = texts[i * 2'654'435'761 % texts.size()].text;
        result.push_back(codePointsOf(text.first(std::min(text.size(), longest))));
    }
    return result;
}

} // namespace

TextIndex::TextIndex(const QString &folder, size_t segmentSize)
    : m_folder(folder)
    , m_segmentSize(segmentSize)
    , m_grams(Grams::fromBytes({}))
{
    if (!m_folder.isEmpty())
        openFolder();
}

TextIndex::~TextIndex() = default;

void TextIndex::openFolder()
{
    if (const auto made = paths::makePrivateFolder(m_folder); !made) {
        m_problem = made.error();
        m_folder.clear();
        return;
    }
    const QDir folder(m_folder);
    m_lock = std::make_unique<platform::ProcessLock>(folder.filePath(u"lock"_s));
    m_isOwner = m_lock->tryLock() == platform::ProcessLock::Result::Held;
    if (m_isOwner) {
        for (const QString &name : folder.entryList({u'*' + unfinishedEnding}, QDir::Files))
            QFile::remove(folder.filePath(name));
    }
    for (const QString &name : folder.entryList({u'*' + ending}, QDir::Files, QDir::Name))
        openSegment(name);
    letGo(); // the check read all of it
    m_learntAt = size_t(used().count());
}

void TextIndex::openSegment(const QString &name)
{
    const quint64 number = numberOf(name);
    if (number == 0)
        return;
    m_nextFile = std::max(m_nextFile, number + 1);
    const QString path = QDir(m_folder).filePath(name);
    Part part{.segment = TextSegment::fromFile(path, m_grams)};
    if (part.segment) {
        m_grams = part.segment->grams();
        part.path = m_isOwner ? path : QString();
        addPart(std::move(part));
    } else if (m_isOwner) {
        QFile::remove(path);
    }
}

TextIndex::Place TextIndex::placeOf(quint32 slot) const
{
    return slot < m_places.size() ? m_places[slot] : Place();
}

//! What it holds is newer than all there is.
void TextIndex::addPart(Part part)
{
    part.alive.resize(part.segment->words());
    const auto gap = std::ranges::find_if(m_parts, [](const auto &one) { return !one; });
    const auto number = quint32(gap - m_parts.begin());
    if (gap == m_parts.end())
        m_parts.emplace_back();
    m_parts[number] = std::make_unique<Part>(std::move(part));
    Part &added = *m_parts[number];
    for (quint32 i = 0; i < added.segment->size(); ++i) {
        const quint32 slot = added.segment->slot(i);
        retire(slot);
        if (added.segment->isRemoved(i))
            continue;
        if (slot >= m_places.size())
            m_places.resize(slot + 1);
        m_places[slot] = {number, i};
        added.alive[i / 64] |= quint64(1) << (i % 64);
        ++added.living;
    }
}

//! Whatever \p slot has in a segment is dead from now on.
void TextIndex::retire(quint32 slot)
{
    const Place place = placeOf(slot);
    if (place.part == nowhere)
        return;
    if (place.part != inTail) {
        Part &part = *m_parts[place.part];
        part.alive[place.index / 64] &= ~(quint64(1) << (place.index % 64));
        --part.living;
    }
    m_places[slot] = {};
}

void TextIndex::toTail(SlotText text)
{
    const quint32 slot = text.slot;
    retire(slot);
    const auto [at, isNew] = m_tailOf.try_emplace(slot, quint32(m_tail.size()));
    if (isNew)
        m_tail.emplace_back();
    SlotText &held = m_tail[at->second];
    m_tailBytes += size_t(text.text.size()) - size_t(held.text.size());
    held = std::move(text);
    if (held.isRemoved)
        return;
    if (slot >= m_places.size())
        m_places.resize(slot + 1);
    m_places[slot] = {inTail, at->second};
}

bool TextIndex::isTailFull() const
{
    constexpr size_t mostBytes = 32 * 1024 * 1024;
    return m_tail.size() >= m_segmentSize || m_tailBytes >= mostBytes;
}

void TextIndex::put(quint32 slot, quint64 stamp, const QByteArray &folded)
{
    {
        const std::unique_lock guard(m_mutex);
        toTail({.slot = slot, .stamp = stamp, .text = folded});
    }
    if (isTailFull())
        flush();
}

void TextIndex::remove(quint32 slot)
{
    {
        const std::unique_lock guard(m_mutex);
        if (placeOf(slot).part == nowhere)
            return;
        toTail({.slot = slot, .isRemoved = true});
    }
    if (isTailFull())
        flush();
}

void TextIndex::flush()
{
    tailToSegment();
    cleanUp();
}

void TextIndex::tailToSegment()
{
    if (m_tail.empty())
        return;
    // Only searches go on meanwhile, and they do not change the tail.
    std::vector<SlotText> texts = m_tail;
    std::ranges::sort(texts, {}, &SlotText::slot);
    learnGrams(texts);
    Part part = keep(TextSegment::make(texts, *m_grams));
    const std::unique_lock guard(m_mutex);
    m_tail.clear();
    m_tailOf.clear();
    m_tailBytes = 0;
    addPart(std::move(part));
}

//! Again whenever there are four times as many texts, because the first ones may have been odd.
void TextIndex::learnGrams(const std::vector<SlotText> &texts)
{
    constexpr size_t fewest = 64;
    const size_t count = std::ranges::count_if(
        m_places, [](const Place &place) { return place.part != nowhere; });
    if (texts.size() < fewest || count < 4 * m_learntAt)
        return;
    m_grams = Grams::learn(sampleOf(texts));
    m_learntAt = count;
}

//! In a file where that is possible, else in memory.
TextIndex::Part TextIndex::keep(QByteArray block)
{
    if (!m_folder.isEmpty()) {
        Result<Part> written = write(block);
        if (written)
            return std::move(*written);
        const std::unique_lock guard(m_mutex);
        m_problem = written.error();
    }
    return {.segment = TextSegment::fromBytes(std::move(block), m_grams)};
}

Result<TextIndex::Part> TextIndex::write(const QByteArray &block)
{
    const QDir folder(m_folder);
    const QString name = fileName(m_nextFile++);
    const QString path = folder.filePath(name);
    // Another process of this folder counts by itself.
    const QString unfinished = folder.filePath(name.chopped(ending.size()) + u'-'
                                               + QString::number(QCoreApplication::applicationPid())
                                               + unfinishedEnding);
    QFile file(unfinished);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(block) != block.size() || !file.flush()) {
        const QString why = file.errorString();
        file.remove();
        return failure(Error::Kind::Storage, unfinished + u": "_s + why);
    }
    file.close();
    if (m_isOwner && !QFile::rename(unfinished, path)) {
        QFile::remove(unfinished);
        return failure(Error::Kind::Storage, u"cannot rename "_s + unfinished);
    }
    Part part{.segment = TextSegment::fromFile(m_isOwner ? path : unfinished, m_grams)};
    if (m_isOwner && part.segment)
        part.path = path;
    else
        QFile::remove(m_isOwner ? path : unfinished);
    if (!part.segment)
        return failure(Error::Kind::Storage, u"cannot read back "_s + path);
    part.segment->letGo();
    return part;
}

//! Takes back what is alive of segments that are half dead, and of small ones when they are many.
//! Their files go when all is in later ones, the oldest first: one that says "removed" must not go
//! before those it is about.
void TextIndex::cleanUp()
{
    const std::vector<Part *> wasteful = wastefulParts();
    if (wasteful.empty())
        return;
    Bits named;
    for (const auto &part : m_parts) {
        if (!part || std::ranges::find(wasteful, part.get()) != wasteful.end())
            continue;
        for (quint32 i = 0; i < part->segment->size(); ++i)
            named.set(part->segment->slot(i));
    }
    for (Part *part : wasteful) {
        takeBack(*part, named);
        if (isTailFull())
            tailToSegment();
    }
    tailToSegment();
    for (const Part *part : wasteful)
        drop(part);
}

std::vector<TextIndex::Part *> TextIndex::wastefulParts() const
{
    size_t parts = 0;
    size_t living = 0;
    for (const auto &part : m_parts) {
        parts += part ? 1 : 0;
        living += part ? part->living : 0;
    }
    const bool areMany = parts > 2 * (living / m_segmentSize) + 8;
    std::vector<Part *> result;
    for (const auto &part : m_parts) {
        if (part
            && (part->living < part->segment->size() / 2 || part->living == 0
                || (areMany && part->living < m_segmentSize / 2)))
            result.push_back(part.get());
    }
    std::ranges::sort(result, {}, &Part::path);
    return result;
}

//! \p namedElsewhere: the slots of segments that stay. What was removed from them must stay
//! removed.
void TextIndex::takeBack(Part &part, const Bits &namedElsewhere)
{
    const std::unique_lock guard(m_mutex);
    const TextSegment &segment = *part.segment;
    for (quint32 i = 0; i < segment.size(); ++i) {
        const quint32 slot = segment.slot(i);
        if (part.alive[i / 64] >> (i % 64) & 1)
            toTail(
                {.slot = slot, .stamp = segment.stamp(i), .text = segment.text(i).toByteArray()});
        else if (segment.isRemoved(i) && placeOf(slot).part == nowhere && namedElsewhere.test(slot))
            toTail({.slot = slot, .isRemoved = true});
    }
}

void TextIndex::drop(const Part *part)
{
    const auto at = std::ranges::find(m_parts, part, [](const auto &one) { return one.get(); });
    const std::unique_lock guard(m_mutex);
    if (!part->path.isEmpty())
        QFile::remove(part->path);
    at->reset();
}

void TextIndex::letGo()
{
    const std::unique_lock guard(m_mutex);
    for (const auto &part : m_parts) {
        if (part)
            part->segment->letGo();
    }
    platform::returnFreedMemory();
}

Bits TextIndex::used() const
{
    const std::shared_lock guard(m_mutex);
    Bits result(quint32(m_places.size()));
    for (size_t slot = 0; slot < m_places.size(); ++slot) {
        if (m_places[slot].part != nowhere)
            result.set(quint32(slot));
    }
    return result;
}

std::optional<quint64> TextIndex::stamp(quint32 slot) const
{
    const std::shared_lock guard(m_mutex);
    const Place place = placeOf(slot);
    if (place.part == nowhere)
        return {};
    return place.part == inTail ? m_tail[place.index].stamp
                                : m_parts[place.part]->segment->stamp(place.index);
}

std::optional<Error> TextIndex::problem() const
{
    const std::shared_lock guard(m_mutex);
    return m_problem;
}

qint64 TextIndex::bytesOnDisk() const
{
    const std::shared_lock guard(m_mutex);
    qint64 result = 0;
    for (const auto &part : m_parts)
        result += part ? part->segment->bytesInFile() : 0;
    return result;
}

Bits TextIndex::find(QByteArrayView needle) const
{
    const std::atomic_bool never = false;
    return *search(needle, nullptr, never);
}

std::optional<Bits> TextIndex::find(QByteArrayView needle, const std::atomic_bool &stop) const
{
    return search(needle, nullptr, stop);
}

std::optional<Bits> TextIndex::refine(const Bits &among, QByteArrayView needle,
                                      const std::atomic_bool &stop) const
{
    return search(needle, &among, stop);
}

std::optional<Bits> TextIndex::search(QByteArrayView needle, const Bits *within,
                                      const std::atomic_bool &stop) const
{
    const std::shared_lock guard(m_mutex);
    SearchedTexts texts{.tail = m_tail, .slotCount = quint32(m_places.size())};
    for (const auto &part : m_parts) {
        if (part && part->living > 0)
            texts.segments.push_back({part->segment.get(), part->alive});
    }
    return searchTexts(texts, needle, within, stop);
}

} // namespace modelscribe
