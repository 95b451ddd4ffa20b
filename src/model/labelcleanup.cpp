// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/labelcleanup.h"

#include "core/foldedtext.h"
#include "core/visibletext.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Advice = LabelSuggestion::Kind;

constexpr qsizetype mostOnce = 100;
constexpr qsizetype longestCompared = 40; //!< For one letter.
constexpr qsizetype shortestCompared = 5; //!< Shorter words are often one letter apart.
constexpr qsizetype mostCompared = 20'000;
constexpr int muchMore = 4; //!< Times as many models have what was meant.

//! Letters of other scripts by the Latin ones they look like.
QChar latinOf(QChar c)
{
    static const QHash<QChar, QChar> letters = [] {
        constexpr QStringView others = u"аеорсухіјѕԁһӏвкмнтАЕОРСУХІЈЅВКМНТαορνικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
        constexpr QStringView latin = u"aeopcyxijsdhlbkmhtAEOPCYXIJSBKMHTaopvikABEZHIKMNOPTYX";
        static_assert(others.size() == latin.size());
        QHash<QChar, QChar> map;
        for (qsizetype i = 0; i < others.size(); ++i)
            map.insert(others[i], latin[i]);
        return map;
    }();
    return letters.value(c, c);
}

QString withoutInvisible(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        const bool isFormat = c.category() == QChar::Other_Format || c == QChar(0x3164)
                              || c == QChar(0x034F);
        if (!isFormat)
            result.append(c);
    }
    return result;
}

QString inLatin(const QString &text)
{
    QString result = text;
    std::ranges::transform(text, result.begin(), latinOf);
    return result;
}

QString withoutSeparators(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (!u"_-./ "_s.contains(c))
            result.append(c);
    }
    return result;
}

//! What is left of \p text when differences of \p kind, and those before it, are none.
QString without(Advice kind, QString text)
{
    text = text.simplified();
    if (kind >= Advice::Invisible)
        text = withoutInvisible(text).simplified();
    if (kind >= Advice::Composition)
        text = text.normalized(QString::NormalizationForm_C);
    if (kind >= Advice::FullWidth)
        text = text.normalized(QString::NormalizationForm_KC).simplified();
    if (kind >= Advice::Letters)
        text = inLatin(text);
    if (kind >= Advice::Case)
        text = foldedText(text);
    if (kind >= Advice::Separators)
        text = withoutSeparators(text);
    return text;
}

constexpr std::array foldingKinds = {Advice::Blanks,    Advice::Invisible, Advice::Composition,
                                     Advice::FullWidth, Advice::Case,      Advice::Letters,
                                     Advice::Separators};

Advice differenceOf(const QString &a, const QString &b)
{
    for (const Advice kind : foldingKinds) {
        if (without(kind, a) == without(kind, b))
            return kind;
    }
    return Advice::OneLetter;
}

struct Word
{
    QString text;
    int count = 0;
    QString bare; //!< Without everything.
    bool isClean = true;
};

//! More models have it, then nothing is odd about it.
bool isRather(const Word &a, const Word &b)
{
    return std::tuple(a.count, a.isClean, b.text) > std::tuple(b.count, b.isClean, a.text);
}

QString partOf(const QString &text, bool isDigits)
{
    QString result;
    std::ranges::copy_if(text, std::back_inserter(result),
                         [isDigits](QChar c) { return c.isDigit() == isDigits; });
    return result;
}

//! What differs by one letter more, less or other, or by two that changed places, has one of these
//! in common. v1 and v2 are one letter apart and two things: their digits are part of each.
QStringList withOneLetterLess(const QString &text)
{
    const QString letters = partOf(text, false);
    const QString digits = u'=' + partOf(text, true);
    QStringList all{letters + digits};
    for (qsizetype i = 0; i < letters.size(); ++i)
        all.append(letters.left(i) + letters.mid(i + 1) + digits);
    return all;
}

bool isOneLetterApart(const QString &a, const QString &b)
{
    const QString &s = a.size() <= b.size() ? a : b;
    const QString &l = a.size() <= b.size() ? b : a;
    if (l.size() - s.size() > 1 || s == l)
        return false;
    qsizetype i = 0;
    while (i < s.size() && s[i] == l[i])
        ++i;
    if (l.size() > s.size())
        return QStringView(s).mid(i) == QStringView(l).mid(i + 1);
    if (QStringView(s).mid(i + 1) == QStringView(l).mid(i + 1))
        return true;
    return i + 1 < s.size() && s[i] == l[i + 1] && s[i + 1] == l[i]
           && QStringView(s).mid(i + 2) == QStringView(l).mid(i + 2);
}

class Finder
{
public:
    Finder(const QHash<QString, int> &counts, const QString *key)
        : m_key(key)
    {
        for (auto count = counts.begin(); count != counts.end(); ++count) {
            const QString &text = count.key();
            if (!text.isEmpty() && *count > 0)
                m_words.push_back({text, *count, without(Advice::Separators, text),
                                   without(Advice::FullWidth, text) == text});
        }
        std::ranges::sort(m_words, isRather);
    }

    QList<LabelSuggestion> find()
    {
        findSame();
        findOneLetter();
        return m_found;
    }

private:
    void add(Advice kind, const Word &from, const QString &with)
    {
        LabelSuggestion suggestion{.kind = kind, .with = with, .models = from.count};
        if (m_key) {
            suggestion.key = *m_key;
            suggestion.value = from.text;
        } else {
            suggestion.key = from.text;
        }
        m_found.append(suggestion);
    }

    //! The first of each group, as most models have it, stands for the group.
    void findSame()
    {
        QHash<QString, size_t> groups;
        for (size_t i = 0; i < m_words.size(); ++i) {
            const Word &word = m_words[i];
            const QString &bare = word.bare.isEmpty() ? word.text : word.bare;
            const auto first = groups.constFind(bare);
            if (first != groups.constEnd()) {
                const Word &meant = m_words[*first];
                add(differenceOf(word.text, meant.text), word, cleanTextOf(meant));
                continue;
            }
            groups.insert(bare, i);
            m_kept.push_back(i);
            if (const QString clean = cleanTextOf(word); clean != word.text)
                add(differenceOf(word.text, clean), word, clean);
        }
    }

    //! Blanks and what is invisible were meant by nobody, however many have it.
    static QString cleanTextOf(const Word &word)
    {
        const QString clean = withoutInvisible(word.text).simplified();
        return clean.isEmpty() ? word.text : clean;
    }

    void findOneLetter()
    {
        if (qsizetype(m_kept.size()) > mostCompared)
            return;
        QHash<QString, QList<size_t>> places; // those that are used more come first
        for (const size_t i : m_kept) {
            const Word &word = m_words[i];
            if (word.bare.size() < shortestCompared || word.bare.size() > longestCompared)
                continue;
            std::optional<size_t> meant;
            const QStringList parts = withOneLetterLess(word.bare);
            for (const QString &part : parts) {
                for (const size_t other : places.value(part)) {
                    const Word &candidate = m_words[other];
                    if (candidate.count >= muchMore * word.count && (!meant || other < *meant)
                        && isOneLetterApart(word.bare, candidate.bare))
                        meant = other;
                }
            }
            if (meant)
                add(Advice::OneLetter, word, cleanTextOf(m_words[*meant]));
            for (const QString &part : parts)
                places[part].append(i);
        }
    }

    const QString *m_key; //!< nullptr: the words are keys.
    std::vector<Word> m_words;
    std::vector<size_t> m_kept;
    QList<LabelSuggestion> m_found;
};

std::optional<LabelSuggestion> usedOnce(const LabelUses &uses)
{
    LabelSuggestion suggestion{.kind = Advice::UsedOnce};
    for (auto values = uses.values.begin(); values != uses.values.end(); ++values) {
        for (auto count = values->begin(); count != values->end(); ++count) {
            // A key whose values are all of one model each is a name or a number.
            if (*count != 1 || values->size() >= uses.keys.value(values.key()))
                continue;
            ++suggestion.models;
            suggestion.once.append({values.key(), count.key()});
        }
    }
    if (suggestion.once.isEmpty())
        return std::nullopt;
    std::ranges::sort(suggestion.once, {},
                      [](const Label &label) { return std::pair(label.key, label.value); });
    suggestion.once = suggestion.once.first(std::min(mostOnce, suggestion.once.size()));
    return suggestion;
}

} // namespace

qsizetype LabelUses::valueCount() const
{
    qsizetype count = 0;
    for (const auto &own : values)
        count += own.size();
    return count;
}

std::optional<LabelVerb> LabelSuggestion::verb() const
{
    if (kind == Advice::UsedOnce)
        return std::nullopt;
    if (value)
        return LabelVerb{
            .kind = LabelVerb::Kind::Change, .key = key, .value = value, .newText = with};
    return LabelVerb{.kind = LabelVerb::Kind::RenameKey, .key = key, .newText = with};
}

QList<LabelSuggestion> labelSuggestions(const LabelUses &uses)
{
    QList<LabelSuggestion> all = Finder(uses.keys, nullptr).find();
    for (auto values = uses.values.begin(); values != uses.values.end(); ++values)
        all += Finder(*values, &values.key()).find();
    std::ranges::stable_sort(all, [](const LabelSuggestion &a, const LabelSuggestion &b) {
        return std::tuple(a.kind, a.value.has_value(), b.models, a.key, a.value)
               < std::tuple(b.kind, b.value.has_value(), a.models, b.key, b.value);
    });
    if (const auto once = usedOnce(uses))
        all.append(*once);
    return all;
}

QString visibleLabelText(const QString &text)
{
    qsizetype begin = 0;
    while (begin < text.size() && text[begin].isSpace())
        ++begin;
    qsizetype end = text.size();
    while (end > begin && text[end - 1].isSpace())
        --end;
    return QString(begin, u'␣') + visibleText(text.mid(begin, end - begin), 200)
           + QString(text.size() - end, u'␣');
}

} // namespace modelscribe
