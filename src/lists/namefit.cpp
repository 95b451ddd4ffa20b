// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/namefit.h"

#include "core/foldedtext.h"

#include <algorithm>

namespace modelscribe {

namespace {

// Each kind of fit beats those below it, whatever is taken off within one.
enum FitKind {
    Letters = 1'000,
    Words = 2'000,
    Inside = 3'000,
    WordBegin = 4'000,
    Begin = 5'000,
    Whole = 6'000
};
constexpr qsizetype mostTakenOff = 999;

struct Fit
{
    int score = 0;
    QList<NamePart> parts;
};

bool beginsWord(QStringView name, qsizetype at)
{
    return at == 0 || !name[at - 1].isLetterOrNumber();
}

int scored(FitKind kind, qsizetype takenOff)
{
    return int(kind) - int(std::min(takenOff, mostTakenOff));
}

//! The first place that begins a word, else the first of all.
Fit fitAsOne(QStringView typed, QStringView name)
{
    const qsizetype first = name.indexOf(typed);
    if (first < 0)
        return {};
    if (first == 0) {
        return {scored(typed.size() == name.size() ? Whole : Begin, name.size()),
                {{0, typed.size()}}};
    }
    for (qsizetype at = first; at >= 0; at = name.indexOf(typed, at + 1)) {
        if (beginsWord(name, at))
            return {scored(WordBegin, name.size()), {{at, typed.size()}}};
    }
    return {scored(Inside, name.size()), {{first, typed.size()}}};
}

Fit fitWords(QStringView typed, QStringView name)
{
    Fit fit{scored(Words, name.size()), {}};
    qsizetype at = 0;
    for (const QStringView word : typed.tokenize(u' ', Qt::SkipEmptyParts)) {
        at = name.indexOf(word, at);
        if (at < 0)
            return {};
        fit.parts.append({at, word.size()});
        at += word.size();
    }
    return fit;
}

Fit fitLetters(QStringView typed, QStringView name)
{
    QList<NamePart> parts;
    qsizetype gaps = 0;
    qsizetype at = -1;
    for (const QChar letter : typed) {
        if (letter == u' ')
            continue;
        const qsizetype next = name.indexOf(letter, at + 1);
        if (next < 0)
            return {};
        gaps += next - at - 1;
        if (!parts.isEmpty() && next == at + 1)
            ++parts.last().length;
        else
            parts.append({next, 1});
        at = next;
    }
    return {scored(Letters, gaps), parts};
}

Fit fitOf(QStringView typed, QStringView name)
{
    typed = typed.trimmed();
    if (typed.isEmpty())
        return {1, {}};
    for (const auto fit : {fitAsOne, fitWords, fitLetters}) {
        if (Fit found = fit(typed, name); found.score > 0)
            return found;
    }
    return {};
}

//! The folded form of a shown text, and where in the shown one each of its characters comes from.
struct Traced
{
    QString folded;
    QList<qsizetype> from;

    explicit Traced(const QString &shown)
    {
        for (qsizetype begin = 0; begin < shown.size();) {
            qsizetype end = begin + 1;
            // What is put together with the character before folds with it.
            while (end < shown.size() && (shown[end].isMark() || shown[end].isLowSurrogate()))
                ++end;
            folded += foldedText(QStringView(shown).mid(begin, end - begin));
            from.resize(folded.size(), begin);
            begin = end;
        }
        from.append(shown.size());
    }
};

} // namespace

int nameFit(QStringView typed, QStringView name) { return fitOf(typed, name).score; }

QList<NamePart> fittingParts(QStringView typed, const QString &name)
{
    const Traced traced(name);
    QList<NamePart> parts;
    for (const NamePart &part : fitOf(typed, traced.folded).parts) {
        const qsizetype begin = traced.from[part.begin];
        // To where the character after it comes from; one that became several stays whole.
        qsizetype after = part.begin + part.length;
        while (traced.from[after] == traced.from[part.begin + part.length - 1])
            ++after;
        parts.append({begin, traced.from[after] - begin});
    }
    return parts;
}

} // namespace modelscribe
