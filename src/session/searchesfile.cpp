// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/searchesfile.h"

#include "core/ordinaryfile.h"
#include "core/paths.h"
#include "core/platform.h"
#include "core/privatefile.h"

#include <QFileInfo>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

// 500 queries of 10,000 Chinese characters are 15 MB; nobody has these.
constexpr qint64 maxSearchesBytes = 4 * 1024 * 1024;
constexpr int searchesLockPatience = 5000; // ms
constexpr auto noSearchesCode = "no-searches"_L1;

tl::unexpected<Error> about(const QString &file, Error error)
{
    error.file = file;
    return failure(std::move(error));
}

} // namespace

SearchesFile::SearchesFile(QString name)
    : m_name(std::move(name))
{
}

Result<SearchSet> SearchesFile::read(bool mustBeThere) const
{
    if (!mustBeThere && platform::isMissing(m_name))
        return SearchSet();
    const auto text = readOrdinaryFile(m_name, maxSearchesBytes);
    if (!text) {
        Error error = text.error();
        if (error.code == "too-large"_L1)
            error.code = noSearchesCode;
        return about(m_name, error);
    }
    const auto set = SearchSet::fromJson(*text);
    return set ? set : about(m_name, set.error());
}

Result<SearchSet> SearchesFile::change(const SearchEdit &edit, const SearchSet &known) const
{
    if (const auto folder = paths::makePrivateFolder(QFileInfo(m_name).path()); !folder)
        return failure(folder.error());
    QLockFile lock(m_name + u".lock"_s);
    if (!lock.tryLock(searchesLockPatience))
        return about(m_name, {.kind = Error::Kind::Storage, .code = u"locked"_s});
    const auto held = read();
    const bool isDamaged = !held && held.error().code == noSearchesCode;
    if (!held && !isDamaged)
        return failure(held.error());
    SearchSet set = held ? *held : known;
    edit(set);
    if (held && set == *held)
        return set;
    if (isDamaged) {
        if (const auto copied = copyDamagedFile(m_name); !copied)
            return failure(copied.error());
    }
    if (const auto written = writePrivateFile(m_name, set.toJson()); !written)
        return failure(written.error());
    return set;
}

} // namespace modelscribe
