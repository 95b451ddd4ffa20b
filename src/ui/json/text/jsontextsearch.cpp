// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/text/jsontextsearch.h"

#include "ui/json/text/jsontextedit.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace modelscribe {

JsonTextSearch::JsonTextSearch(JsonTextEdit &text, std::function<JsonSearchQuery()> query)
    : m_text(text)
    , m_query(std::move(query))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &JsonTextSearch::search);
    const auto forgetText = [this] {
        ++m_edits;
        m_source.reset();
    };
    connect(&m_text, &JsonTextEdit::edited, this, forgetText);
    connect(&m_text, &JsonTextEdit::textReplaced, this, forgetText);
}

JsonTextSearch::~JsonTextSearch()
{
    if (m_cancelled)
        *m_cancelled = true;
}

std::shared_ptr<const JsonSearchText> JsonTextSearch::source()
{
    if (!m_source)
        m_source = std::make_shared<const JsonSearchText>(m_text.bytes());
    return m_source;
}

void JsonTextSearch::searchSoon(int delay)
{
    m_searching = true;
    m_timer.start(delay);
}

void JsonTextSearch::stop()
{
    if (m_cancelled)
        *m_cancelled = true;
    ++m_search;
    m_searching = false;
    m_timer.stop();
    m_source.reset();
}

//! The number of what begins; what went on before ends.
quint64 JsonTextSearch::begin()
{
    if (m_cancelled)
        *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    return ++m_search;
}

void JsonTextSearch::search()
{
    m_timer.stop();
    const quint64 number = begin();
    const JsonSearchQuery query = m_query();
    if (query.pattern.isEmpty()) {
        tell({});
        return;
    }
    m_searching = true;
    auto *watcher = new QFutureWatcher<JsonSearchResult>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number] {
        watcher->deleteLater();
        if (number == m_search && !m_timer.isActive())
            tell(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([text = source(), query, cancelled = m_cancelled] {
        return searchJson(*text, query, mostMatches, *cancelled);
    }));
}

void JsonTextSearch::tell(const JsonSearchResult &result)
{
    m_searching = false;
    emit found(result);
}

void JsonTextSearch::findReplacements(const QString &with, const std::optional<JsonRange> &only)
{
    const quint64 number = begin(); // a search begins again afterwards
    m_searching = true;
    auto *watcher = new QFutureWatcher<TextChanges>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, only, edits = m_edits, number] {
                watcher->deleteLater();
                if (edits == m_edits && number == m_search)
                    emit replacementsFound(watcher->result(), only);
            });
    watcher->setFuture(QtConcurrent::run(
        [text = source(), query = m_query(), only, with, cancelled = m_cancelled] {
            return jsonReplacements(*text, query, with, only, *cancelled);
        }));
}

} // namespace modelscribe

#include "moc_jsontextsearch.cpp"
