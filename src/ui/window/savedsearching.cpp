// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/savedsearching.h"

#include "core/backgroundwork.h"
#include "core/visibletext.h"
#include "lists/exportfile.h"
#include "model/wording.h"
#include "session/savedsearches.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/sidebar.h"
#include "ui/browse/sidebarsearches.h"
#include "ui/widgets/filesaving.h"
#include "ui/window/windowpanes.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Tone = MessageStrip::Kind;

QString shownSearchName(const QString &name) { return visibleText(name, 60); }

//! "“a (2)”, “b (2)” and 3 more"
QString someNames(const QStringList &names)
{
    constexpr qsizetype some = 3;
    QStringList shown;
    for (const QString &name : names.mid(0, some))
        shown.append(SavedSearching::tr("“%1”").arg(shownSearchName(name)));
    const QString list = shown.join(SavedSearching::tr(", ", "between names of searches"));
    const auto more = int(names.size() - shown.size());
    return more > 0 ? SavedSearching::tr("%1 and %n more", nullptr, more).arg(list) : list;
}

QString importText(const SearchImport &import)
{
    QStringList sentences{
        import.added.isEmpty()
            ? SavedSearching::tr("No search was imported.")
            : SavedSearching::tr("%n search(es) imported.", nullptr, int(import.added.size()))};
    if (!import.renamed.isEmpty()) {
        sentences.append(SavedSearching::tr("Other searches have these names, so the imported "
                                            "ones are called %1.")
                             .arg(someNames(import.renamed)));
    }
    if (import.known > 0)
        sentences.append(SavedSearching::tr("%n were there already.", nullptr, int(import.known)));
    if (import.leftOut > 0) {
        sentences.append(SavedSearching::tr("%n were left out: at most %1 can be saved.", nullptr,
                                            int(import.leftOut))
                             .arg(SearchSet::most));
    }
    QString text = sentences.takeFirst();
    for (const QString &sentence : std::as_const(sentences))
        text = SavedSearching::tr("%1 %2", "two sentences").arg(text, sentence);
    return text;
}

} // namespace

SavedSearching::SavedSearching(SavedSearches &searches, WindowPanes &panes, QObject *parent)
    : QObject(parent)
    , m_searches(searches)
    , m_panes(panes)
{
    const SidebarSearches *rows = &panes.sidebar().searches();
    connect(rows, &SidebarSearches::removed, this, &SavedSearching::offerBack);
    connect(rows, &SidebarSearches::importRequested, this, &SavedSearching::importSearches);
    connect(rows, &SidebarSearches::exportRequested, this, &SavedSearching::exportSearches);
    connect(&panes.header().searchBox(), &SearchBox::saveRequested, this, &SavedSearching::save);
    connect(&searches, &SavedSearches::failed, this, [this](const Error &error) {
        tell(Tone::Error, [error] {
            return tr("Saved searches cannot be kept: %1. %2")
                .arg(wording::whatHappened(error), wording::nextStep(error))
                .trimmed();
        });
    });
}

bool SavedSearching::hasAny() const { return !m_searches.set().searches.isEmpty(); }

void SavedSearching::tell(Tone kind, const MessageStrip::Text &text)
{
    emit told(kind, text, {}, {});
}

void SavedSearching::save()
{
    const SearchBox &box = m_panes.header().searchBox();
    if (!box.canBeSaved())
        return;
    const QString query = box.query().trimmed();
    const QList<SavedSearch> &held = m_searches.set().searches;
    if (const auto same = std::ranges::find(held, query, &SavedSearch::query); same != held.end()) {
        tell(Tone::Success, [name = shownSearchName(same->name)] {
            return tr("This search is saved as “%1”.").arg(name);
        });
        return;
    }
    if (held.size() >= SearchSet::most) {
        tell(Tone::Error, [] {
            return tr("At most %1 searches can be saved. Delete one first.").arg(SearchSet::most);
        });
        return;
    }
    const QString suggested = suggestedSearchName(query);
    const QString name = m_searches.set().freeName(suggested.isEmpty() ? tr("Search") : suggested);
    m_searches.change([name, query](SearchSet &set) { set.add({name, query}); });
    m_panes.showSidebar();
    m_panes.sidebar().renameSearch(name);
}

void SavedSearching::offerBack(const SavedSearch &search, qsizetype place)
{
    emit told(
        Tone::Success,
        [name = shownSearchName(search.name)] { return tr("“%1” was deleted.").arg(name); },
        [] { return tr("Undo"); },
        [this, search, place] {
            m_searches.change([search, place](SearchSet &set) {
                set.add({set.freeName(search.name), search.query}, place);
            });
        });
}

void SavedSearching::importSearches()
{
    askForFile({.title = tr("Import searches"),
                .filters = {tr("JSON files (*.json)"), tr("All files (*)")}},
               &m_panes.sidebar(), [this](const QString &file) { importFrom(file); });
}

void SavedSearching::importFrom(const QString &file)
{
    runAside(
        this, false, [file] { return SearchesFile(file).read(true); },
        [this](const Result<SearchSet> &read) { take(read); });
}

void SavedSearching::take(const Result<SearchSet> &file)
{
    if (!file) {
        tell(Tone::Error, [error = file.error()] {
            return tr("No search was imported. %1").arg(wording::whole(error));
        });
        return;
    }
    SearchSet result = m_searches.set();
    const SearchImport import = result.take(file->searches);
    m_searches.change([others = file->searches](SearchSet &set) { set.take(others); });
    const bool isAllGood = import.renamed.isEmpty() && import.leftOut == 0;
    tell(isAllGood ? Tone::Success : Tone::Changed, [import] { return importText(import); });
    if (!import.added.isEmpty())
        m_panes.showSidebar();
}

void SavedSearching::exportSearches()
{
    if (!hasAny())
        return;
    const FileQuestion question{.title = tr("Export searches"),
                                .filters = {tr("JSON files (*.json)")},
                                .suffix = u"json"_s,
                                .name = u"searches.json"_s};
    askForNewFile(question, &m_panes.sidebar(), [this](const QString &file) { exportTo(file); });
}

void SavedSearching::exportTo(const QString &file)
{
    const SearchSet shared{.searches = m_searches.set().searches, .rules = {}};
    writeFile(
        file, shared.toJson(), this,
        [this, file, count = int(shared.searches.size())](const Result<std::monostate> &written) {
            if (!written) {
                tell(Tone::Error, [error = written.error()] {
                    return tr("The searches were not exported. %1").arg(wording::whole(error));
                });
                return;
            }
            const QString name = visibleText(QFileInfo(file).fileName(), 60);
            tell(Tone::Success, [name, count] {
                return tr("%n search(es) exported to %1.", nullptr, count).arg(name);
            });
        });
}

} // namespace modelscribe

#include "moc_savedsearching.cpp"
