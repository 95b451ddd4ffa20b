// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonsearch.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace modelscribe {

class JsonTextEdit;

//! Searches a JsonTextEdit on another thread. An answer about a text or a question of before is
//! never told.
class JsonTextSearch : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostMatches = 10'000;

    //! \p query: what is looked for, asked when a search begins.
    JsonTextSearch(JsonTextEdit &text, std::function<JsonSearchQuery()> query);
    ~JsonTextSearch() override;

    bool isSearching() const { return m_searching; }
    void searchSoon(int delay); //!< In ms.
    //! Looks for what would be replaced \p with; \p only: of this match.
    void findReplacements(const QString &with, const std::optional<JsonRange> &only);
    void stop();

signals:
    void found(const modelscribe::JsonSearchResult &result);
    void replacementsFound(const modelscribe::TextChanges &changes,
                           const std::optional<modelscribe::JsonRange> &only);

private:
    void search();
    quint64 begin();
    void tell(const JsonSearchResult &result);
    std::shared_ptr<const JsonSearchText> source();

    JsonTextEdit &m_text;
    std::function<JsonSearchQuery()> m_query;
    QTimer m_timer;
    std::shared_ptr<const JsonSearchText> m_source;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    quint64 m_search = 0; //!< Number of the last one; an answer to an older one is dropped.
    quint64 m_edits = 0;
    bool m_searching = false;
};

} // namespace modelscribe
