// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreefilter.h"

#include "core/jsonmembers.h"
#include "json/jsonquery.h"

#include <QFutureWatcher>
#include <QStringMatcher>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Finds a text in JSON strings and numbers; what has no escapes is not decoded as JSON.
class TextFinder
{
public:
    explicit TextFinder(const QString &text)
        : m_matcher(text, Qt::CaseInsensitive)
    {
    }

    bool isIn(QByteArrayView raw) const
    {
        if (raw.startsWith('"')) {
            if (raw.contains('\\'))
                return m_matcher.indexIn(*jsonStringValue(raw)) >= 0;
            raw = raw.sliced(1, raw.size() - 2);
        }
        return m_matcher.indexIn(QString::fromUtf8(raw)) >= 0;
    }

private:
    QStringMatcher m_matcher;
};

} // namespace

Result<JsonTreeMatches> jsonTreeMatches(const JsonTree &tree, const QString &filter)
{
    const std::vector<bool> nothing(tree.size());
    JsonTreeMatches matches{nothing, nothing, nothing};
    JsonNodeId shownUntil = 0; // nodes come in document order
    const auto add = [&](JsonNodeId node) {
        matches.found[node] = true;
        ++matches.count;
        for (JsonNodeId around = node; around != 0 && !matches.open[tree.parent(around)];) {
            around = tree.parent(around);
            matches.open[around] = matches.shown[around] = true;
        }
        for (JsonNodeId inside = std::max(node, shownUntil); inside < tree.after(node); ++inside)
            matches.shown[inside] = true;
        shownUntil = std::max(shownUntil, tree.after(node));
    };
    if (filter.startsWith(u'$')) {
        const auto query = JsonQuery::parse(filter);
        if (!query)
            return tl::unexpected(query.error());
        for (const JsonNodeId node : query->run(tree))
            add(node);
        return matches;
    }
    const TextFinder finder(filter);
    for (JsonNodeId node = 0; node < tree.size(); ++node) {
        if ((tree.hasKey(node) && finder.isIn(tree.rawKey(node)))
            || (!tree.isContainer(node) && finder.isIn(tree.rawValue(node))))
            add(node);
    }
    return matches;
}

void JsonTreeFilter::setTree(std::shared_ptr<const JsonTree> tree)
{
    m_tree = std::move(tree);
    m_matches.reset();
    search();
}

void JsonTreeFilter::setText(const QString &text)
{
    if (m_text == text.trimmed())
        return;
    m_text = text.trimmed();
    search();
}

void JsonTreeFilter::search()
{
    const quint64 number = ++m_wanted;
    if (!isActive() || !m_tree || !m_tree->isValid()) {
        m_matches.reset();
        m_error.reset();
        emit changed();
        return;
    }
    if (m_tree->text().size() <= searchHereLimit) {
        take(jsonTreeMatches(*m_tree, m_text));
        return;
    }
    auto *watcher = new QFutureWatcher<Result<JsonTreeMatches>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number] {
        watcher->deleteLater();
        if (number == m_wanted)
            take(watcher->result());
    });
    watcher->setFuture(
        QtConcurrent::run([tree = m_tree, text = m_text] { return jsonTreeMatches(*tree, text); }));
}

void JsonTreeFilter::take(Result<JsonTreeMatches> result)
{
    m_error.reset();
    if (result)
        m_matches = std::move(*result);
    else
        m_error = result.error(); // what was found before stays to be seen
    emit changed();
}

} // namespace modelscribe

#include "moc_jsontreefilter.cpp"
