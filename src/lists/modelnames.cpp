// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/modelnames.h"

#include "core/backgroundwork.h"
#include "core/foldedtext.h"
#include "core/freeaside.h"
#include "registry/catalog.h"

#include <QMutex>

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace modelscribe {

//! Folded by the first search: that takes too long for the thread of a window.
struct ModelNames::Names
{
    struct Name
    {
        Found model;
        QString folded;
    };
    struct Hit
    {
        int rank;
        const Name *name;
    };

    QMutex isSearching; //!< An earlier search may still run.
    bool isFolded = false;
    std::vector<Name> names;

    void fold()
    {
        for (Name &name : names)
            name.folded = foldedText(name.model.name);
        isFolded = true;
    }

    QList<Found> find(const QString &typed, qsizetype most)
    {
        const QMutexLocker lock(&isSearching);
        if (!isFolded)
            fold();
        const QString wanted = foldedText(typed).trimmed();
        const QStringList words = wanted.split(u' ', Qt::SkipEmptyParts);
        std::vector<Hit> hits;
        for (const Name &name : names) {
            if (const auto rank = rankOf(name, wanted, words))
                hits.push_back({*rank, &name});
        }
        const auto isBefore = [](const Hit &a, const Hit &b) {
            return std::tie(a.rank, a.name->folded, a.name->model.id)
                   < std::tie(b.rank, b.name->folded, b.name->model.id);
        };
        const auto count = std::min(qsizetype(hits.size()), most);
        std::ranges::partial_sort(hits, hits.begin() + count, isBefore);
        QList<Found> found;
        for (qsizetype i = 0; i < count; ++i)
            found.append(hits[size_t(i)].name->model);
        return found;
    }

    static std::optional<int> rankOf(const Name &name, const QString &wanted,
                                     const QStringList &words)
    {
        const bool hasAll = std::ranges::all_of(words, [&name](const QString &word) {
            return name.folded.contains(word) || name.model.id.contains(word, Qt::CaseInsensitive);
        });
        if (!hasAll)
            return {};
        const qsizetype at = name.folded.indexOf(wanted);
        if (at <= 0)
            return at == 0 ? 0 : 3;
        return name.folded.at(at - 1).isLetterOrNumber() ? 2 : 1;
    }
};

ModelNames::ModelNames(const Catalog &catalog, QObject *parent)
    : QObject(parent)
    , m_names(std::make_shared<Names>())
{
    m_names->names.reserve(size_t(catalog.size()));
    for (const RegisteredModel &model : catalog.models())
        m_names->names.push_back({{model.id, model.metadata.name}, {}});
}

ModelNames::~ModelNames() { freeAside(std::move(m_names)); }

void ModelNames::find(const QString &typed, qsizetype most, Take take)
{
    constexpr size_t fewNames = 2'000;
    runAside(
        this, m_names->names.size() <= fewNames,
        [names = m_names, typed, most] { return names->find(typed, most); },
        [this, asked = ++m_asked, take = std::move(take)](const QList<Found> &found) {
            if (asked == m_asked)
                take(found);
        });
}

} // namespace modelscribe

#include "moc_modelnames.cpp"
