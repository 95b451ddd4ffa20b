// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journalworker.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype largestExport = 512 * 1024 * 1024;
//! Seconds: three writes, each tried three times, each time with the check before it, a minute each
//! and the pauses between.
constexpr qint64 longestSave = 30 * 60;

} // namespace

JournalWorker::JournalWorker(const QString &path, const StoreOptions &options)
    : StoreWorker(path, journaltable::schema(), options)
    , m_path(path)
{
}

JournalWorker::~JournalWorker() = default;

QString JournalWorker::lockFile(const QUuid &id) const
{
    return m_path + u'-' + id.toString(QUuid::WithoutBraces) + u".lock"_s;
}

//! Whether nobody is going to end it; nobody else gets it then.
bool JournalWorker::claim(const JournalHead &head)
{
    const bool isOld = head.began.secsTo(QDateTime::currentDateTimeUtc()) > longestSave;
    if (m_claimed.contains(head.id) || (isOld && m_running.contains(head.id)))
        return true;
    if (m_running.contains(head.id))
        return false;
    auto lock = std::make_unique<platform::ProcessLock>(lockFile(head.id));
    if (lock->tryLock() == platform::ProcessLock::Result::Taken)
        return isOld;
    // Where none can be made, the journal can hardly be written either.
    m_claimed[head.id] = std::move(lock);
    return true;
}

Result<std::monostate> JournalWorker::keep(JournalEntry entry)
{
    const auto known = std::ranges::find(m_unsaved, entry.head.id,
                                         [](const JournalEntry &kept) { return kept.head.id; });
    if (known != m_unsaved.end())
        *known = std::move(entry);
    else
        m_unsaved.push_back(std::move(entry));
    emit changed();
    if (const auto saved = save(true); !saved)
        return failure(saved.error());
    return std::monostate();
}

Result<std::monostate> JournalWorker::begin(const JournalEntry &entry)
{
    auto lock = std::make_unique<platform::ProcessLock>(lockFile(entry.head.id));
    lock->tryLock(); // a save does not wait for it
    m_running[entry.head.id] = std::move(lock);
    return keep(entry);
}

Result<std::monostate> JournalWorker::complete(const QUuid &id, const JournalEnd &end)
{
    const std::array locks{m_running.extract(id), m_claimed.extract(id)}; // freed in the end
    auto known = entry(id);
    if (!known)
        return failure(known.error());
    applyEnd(*known, end);
    return keep(*std::move(known));
}

Result<void> JournalWorker::writeUnsaved()
{
    const auto done = file().transaction([this]() -> Result<void> {
        for (const JournalEntry &entry : m_unsaved) {
            if (const auto put = journaltable::put(file(), entry); !put)
                return failure(put.error());
        }
        return {};
    });
    if (done)
        m_unsaved.clear();
    return done;
}

Result<JournalEntry> JournalWorker::entry(const QUuid &id)
{
    for (const JournalEntry &kept : m_unsaved) {
        if (kept.head.id == id)
            return kept;
    }
    auto found = journaltable::find(file(), id);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(Error::Kind::NotFound, u"the journal has no such entry"_s);
    return **std::move(found);
}

Result<QList<JournalHead>> JournalWorker::list(const JournalFilter &filter)
{
    if (m_unsaved.empty())
        return journaltable::list(file(), filter);
    // What is not written yet goes before the same entry in the file.
    JournalFilter whole = filter;
    whole.offset = 0;
    whole.limit = filter.limit < 0 ? -1
                                   : filter.offset + filter.limit + qsizetype(m_unsaved.size());
    auto heads = journaltable::list(file(), whole);
    if (!heads)
        return heads;
    for (const JournalEntry &kept : m_unsaved) {
        heads->removeIf([&](const JournalHead &head) { return head.id == kept.head.id; });
        if (passes(kept.head, searchText(kept), filter))
            heads->append(kept.head);
    }
    std::ranges::stable_sort(*heads, std::ranges::greater(), &JournalHead::began);
    return heads->mid(filter.offset, filter.limit);
}

Result<QList<JournalHead>> JournalWorker::interrupted(const QString &registryKey)
{
    return list({.registryKey = registryKey, .onlyBegun = true, .limit = -1})
        .transform([this](QList<JournalHead> heads) {
            heads.removeIf([this](const JournalHead &head) { return !claim(head); });
            std::ranges::reverse(heads);
            return heads;
        });
}

Result<QByteArray> JournalWorker::exportJson(const JournalFilter &filter)
{
    const auto heads = list(filter);
    if (!heads)
        return failure(heads.error());
    QByteArray json = "[";
    for (const JournalHead &head : *heads) {
        const auto whole = entry(head.id);
        if (json.size() > 1)
            json += ',';
        // One that is damaged does not keep the others from being taken along.
        json += '\n' + toJson(whole ? *whole : JournalEntry{.head = head, .error = whole.error()});
        if (json.size() > largestExport)
            return failure(Error::Kind::Invalid, u"too much at once: choose a shorter time"_s);
    }
    return json + "\n]\n";
}

Result<int> JournalWorker::prune(int days)
{
    if (days < 1)
        return failure(Error::Kind::Invalid, u"days: at least 1"_s);
    const auto removed = journaltable::removeBefore(file(),
                                                    QDateTime::currentDateTimeUtc().addDays(-days));
    if (removed && *removed > 0)
        emit changed();
    return removed;
}

} // namespace modelscribe

#include "moc_journalworker.cpp"
