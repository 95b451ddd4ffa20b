// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/palettesource.h"

#include "core/foldedtext.h"
#include "lists/namefit.h"

#include <algorithm>

namespace modelscribe {

namespace {

constexpr qsizetype mostOfGroup = 50;

} // namespace

PaletteList::PaletteList(std::function<QString()> title, Entries entries, QObject *parent)
    : PaletteSource(parent)
    , m_title(std::move(title))
    , m_entries(std::move(entries))
{
}

void PaletteList::find(const QString &typed)
{
    if (!m_isRead) {
        for (PaletteEntry &entry : m_entries())
            m_known.append({entry, foldedText(entry.text), foldedText(entry.about)});
        m_isRead = true;
    }
    struct Candidate
    {
        int fit;
        const Known *known;
    };
    QList<Candidate> candidates;
    for (const Known &known : std::as_const(m_known)) {
        int fit = nameFit(typed, known.folded);
        if (fit == 0 && known.foldedAbout.contains(typed))
            fit = 1;
        if (fit > 0)
            candidates.append({fit, &known});
    }
    std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::fit);
    PaletteAnswer answer{.count = int(candidates.size())};
    answer.best = candidates.isEmpty() ? 0 : candidates.first().fit;
    for (const Candidate &candidate : candidates.first(std::min(candidates.size(), mostOfGroup)))
        answer.entries.append(candidate.known->entry);
    emit found(answer);
}

void PaletteList::rest()
{
    m_known.clear();
    m_isRead = false;
}

} // namespace modelscribe

#include "moc_palettesource.cpp"
