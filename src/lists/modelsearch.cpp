// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/modelsearch.h"

#include "model/searchtext.h"

#include <algorithm>

namespace modelscribe {

ModelSearch::ModelSearch(HasDraft hasDraft, QObject *parent)
    : QObject(parent)
    , m_hasDraft(std::move(hasDraft))
{
}

void ModelSearch::setText(CatalogText *text)
{
    m_text = text;
    m_found = {};
    m_isFinding = false;
    clearSlots();
}

void ModelSearch::clearSlots()
{
    m_numbers.clear();
    m_isNewer.clear();
    m_versions.clear();
    m_names.clear();
    m_namesakes.clear();
    ++m_lastVersion; // other slots are something new, too
}

void ModelSearch::addSlot(const RegisteredModel &model)
{
    m_numbers.push_back(m_text ? m_text->numberOf(model.id) : 0);
    m_isNewer.push_back(true);
    m_versions.push_back(++m_lastVersion);
    m_names.push_back(Namesakes::keyOf(model.metadata.name));
    m_namesakes.add(m_names.back());
}

void ModelSearch::slotChanged(int slot, const RegisteredModel &model)
{
    m_isNewer[size_t(slot)] = true;
    m_versions[size_t(slot)] = ++m_lastVersion;
    m_namesakes.remove(m_names[size_t(slot)]);
    m_names[size_t(slot)] = Namesakes::keyOf(model.metadata.name);
    m_namesakes.add(m_names[size_t(slot)]);
}

void ModelSearch::dropSlot(int slot)
{
    m_versions[size_t(slot)] = ++m_lastVersion;
    m_namesakes.remove(m_names[size_t(slot)]);
}

void ModelSearch::setQuery(const Query &query)
{
    setMatcher(query);
    m_found = {};
    m_isFinding = false;
}

void ModelSearch::setMatcher(const Query &query) { m_matcher = QueryMatcher(query, context()); }

void ModelSearch::setPeople(const QString &callerId, std::function<QString(const QString &)> nameOf)
{
    m_callerId = callerId;
    m_nameOf = std::move(nameOf);
    setMatcher(query());
}

QueryContext ModelSearch::context() const
{
    return {
        .hasDraft = m_hasDraft,
        .hasNamesake =
            [this](const RegisteredModel &model) { return m_namesakes.has(model.metadata.name); },
        .callerId = m_callerId,
        .nameOf = m_nameOf};
}

bool ModelSearch::isOutdated() const
{
    return hasTexts() && std::ranges::find(m_isNewer, true) != m_isNewer.end();
}

void ModelSearch::find(const std::function<void()> &done)
{
    if (!hasTexts()) {
        done();
        return;
    }
    m_isFinding = true;
    m_isNewer.assign(m_isNewer.size(), false);
    m_text->find(query().textTerms(), this, [this, done](const TextAnswer &answer) {
        if (answer.needles != query().textTerms())
            return; // another query has begun
        m_found = answer;
        m_isFinding = false;
        done();
    });
}

bool ModelSearch::matches(const RegisteredModel &model) const
{
    return query().isEmpty() || m_matcher.matches(model);
}

bool ModelSearch::matches(int slot, const RegisteredModel &model) const
{
    if (m_found.found.empty() || m_isNewer[size_t(slot)])
        return matches(model);
    return holds(query().root(), slot, model);
}

bool ModelSearch::holds(const QueryNode &part, int slot, const RegisteredModel &model) const
{
    if (query().textTerms().isEmpty())
        return m_matcher.holds(part, model, {});
    if (m_found.found.empty() || m_isNewer[size_t(slot)]) {
        std::optional<QByteArray> text;
        return m_matcher.holds(part, model, [&](qsizetype needle) {
            if (!text)
                text = searchText(model);
            return text->contains(query().textTerms()[needle]);
        });
    }
    const quint32 number = m_numbers[size_t(slot)];
    return m_matcher.holds(part, model, [this, number](qsizetype needle) {
        return m_found.found[size_t(needle)].test(number);
    });
}

std::optional<bool> ModelSearch::holdsText(const QByteArray &needle, int slot) const
{
    const qsizetype place = m_found.needles.indexOf(needle);
    if (place < 0 || m_isNewer[size_t(slot)])
        return {};
    return m_found.found[size_t(place)].test(m_numbers[size_t(slot)]);
}

} // namespace modelscribe

#include "moc_modelsearch.cpp"
