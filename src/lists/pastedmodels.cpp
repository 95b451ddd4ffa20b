// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/pastedmodels.h"

#include <QSet>

namespace modelscribe {

namespace {

//! What of \p line may be an id or a name, the likeliest first.
QStringList partsOf(const QString &line)
{
    QStringList parts{line};
    if (line.contains(u'\t')) {
        for (const QString &cell : line.split(u'\t')) {
            if (const QString text = cell.trimmed(); !text.isEmpty())
                parts.append(text);
        }
    }
    return parts;
}

} // namespace

PastedModels::PastedModels(const Catalog &catalog, QObject *parent)
    : QObject(parent)
    , m_catalog(catalog)
{
    connect(&m_walk, &ModelWalk::finished, this, &PastedModels::answer);
}

void PastedModels::setText(const QString &text)
{
    m_lines.clear();
    m_hits.clear();
    for (const QString &line : text.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty())
            continue;
        m_lines.append(trimmed);
        for (const QString &part : partsOf(trimmed))
            m_hits.insert(part, {});
    }
    m_lines.removeDuplicates();
    QStringList ids;
    if (!m_lines.isEmpty()) {
        ids.reserve(m_catalog.size());
        for (const RegisteredModel &model : m_catalog.models())
            ids.append(model.id);
    }
    m_walk.start(&m_catalog, ids, [this](const RegisteredModel &model, qsizetype) { look(model); });
    if (m_walk.isUnderWay())
        emit changed();
}

void PastedModels::look(const RegisteredModel &model)
{
    if (const auto hit = m_hits.find(model.id); hit != m_hits.end())
        hit->isId = true;
    if (const auto hit = m_hits.find(model.metadata.name);
        hit != m_hits.end() && hit->ids.size() < 2)
        hit->ids.append(model.id);
}

void PastedModels::answer()
{
    m_found.clear();
    m_missing.clear();
    m_ambiguous.clear();
    QSet<QString> seen;
    const auto take = [&](const QString &id) {
        if (!seen.contains(id)) {
            seen.insert(id);
            m_found.append(id);
        }
        return true;
    };
    for (const QString &line : std::as_const(m_lines)) {
        QString several;
        bool isTaken = false;
        for (const QString &part : partsOf(line)) {
            const Hit hit = m_hits.value(part);
            if (hit.isId || hit.ids.size() == 1) {
                isTaken = take(hit.isId ? part : hit.ids.first());
                break;
            }
            if (several.isEmpty() && hit.ids.size() > 1)
                several = part;
        }
        if (!isTaken)
            (several.isEmpty() ? m_missing : m_ambiguous)
                .append(several.isEmpty() ? line : several);
    }
    emit changed();
}

} // namespace modelscribe

#include "moc_pastedmodels.cpp"
