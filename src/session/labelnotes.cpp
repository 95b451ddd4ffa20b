// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/labelnotes.h"

#include <QCryptographicHash>
#include <QSettings>
#include <QStringList>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mostIgnored = 1000;
constexpr std::chrono::milliseconds keepPause{300}; // of typing

// They stand in files: new ones get new words, and no word another meaning.
constexpr std::array colorWords = {
    std::pair(LabelColor::Blue, "blue"_L1),   std::pair(LabelColor::Teal, "teal"_L1),
    std::pair(LabelColor::Green, "green"_L1), std::pair(LabelColor::Yellow, "yellow"_L1),
    std::pair(LabelColor::Red, "red"_L1),     std::pair(LabelColor::Purple, "purple"_L1)};
using Suggested = LabelSuggestion::Kind;
constexpr std::array suggestionWords = {std::pair(Suggested::Blanks, "blanks"_L1),
                                        std::pair(Suggested::Invisible, "invisible"_L1),
                                        std::pair(Suggested::Composition, "composition"_L1),
                                        std::pair(Suggested::FullWidth, "fullwidth"_L1),
                                        std::pair(Suggested::Case, "case"_L1),
                                        std::pair(Suggested::Letters, "letters"_L1),
                                        std::pair(Suggested::Separators, "separators"_L1),
                                        std::pair(Suggested::OneLetter, "oneletter"_L1),
                                        std::pair(Suggested::UsedOnce, "usedonce"_L1)};

template<typename Words, typename Kind>
QString wordFor(const Words &words, Kind kind)
{
    const auto found = std::ranges::find(words, kind, [](const auto &pair) { return pair.first; });
    return found == words.end() ? QString() : QString(found->second);
}

template<typename Kind, typename Words>
std::optional<Kind> meaningOf(const Words &words, const QString &word)
{
    const auto found = std::ranges::find_if(
        words, [&word](const auto &pair) { return pair.second == word; });
    return found == words.end() ? std::nullopt : std::optional<Kind>(found->first);
}

//! A text that may be empty, or none.
QString textOf(const std::optional<QString> &value) { return value ? u'=' + *value : QString(); }

std::optional<QString> optionalOf(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text.sliced(1));
}

} // namespace

LabelNotes::LabelNotes(QObject *parent)
    : QObject(parent)
{
    m_keptSoon.setSingleShot(true);
    m_keptSoon.setInterval(keepPause);
    connect(&m_keptSoon, &QTimer::timeout, this, &LabelNotes::kept);
}

LabelNotes::~LabelNotes() = default;

void LabelNotes::keepIn(QSettings *settings)
{
    m_settings = settings;
    read();
}

void LabelNotes::use(const QString &registryKey, const QString &workspaceId)
{
    const QByteArray place = (registryKey + u'\n' + workspaceId).toUtf8();
    m_place = u"labels/"_s
              + QString::fromLatin1(
                  QCryptographicHash::hash(place, QCryptographicHash::Sha256).first(16).toHex());
    read();
}

LabelNotes::Advice LabelNotes::adviceOf(const LabelSuggestion &suggestion)
{
    return {suggestion.kind, suggestion.key, suggestion.value, suggestion.with};
}

void LabelNotes::read()
{
    m_colors.clear();
    m_ignored.clear();
    m_renaming.reset();
    if (m_settings && !m_place.isEmpty()) {
        const QStringList colors = m_settings->value(m_place + u"/colors"_s).toStringList();
        for (qsizetype i = 0; i + 1 < colors.size(); i += 2) {
            if (const auto color = meaningOf<LabelColor>(colorWords, colors[i + 1]))
                m_colors.insert(colors[i], *color);
        }
        const QStringList ignored = m_settings->value(m_place + u"/ignored"_s).toStringList();
        for (qsizetype i = 0; i + 3 < ignored.size(); i += 4) {
            if (const auto kind = meaningOf<Suggested>(suggestionWords, ignored[i]))
                m_ignored.append(
                    {*kind, ignored[i + 1], optionalOf(ignored[i + 2]), ignored[i + 3]});
        }
        const QStringList renaming = m_settings->value(m_place + u"/renaming"_s).toStringList();
        if (renaming.size() > 2)
            m_renaming = {
                .key = optionalOf(renaming[0]), .texts = renaming.sliced(2), .typed = renaming[1]};
    }
    emit colorsChanged();
}

void LabelNotes::write()
{
    if (!m_settings || m_place.isEmpty())
        return;
    QStringList colors;
    for (auto color = m_colors.cbegin(); color != m_colors.cend(); ++color)
        colors << color.key() << wordFor(colorWords, color.value());
    QStringList ignored;
    for (const Advice &advice : std::as_const(m_ignored))
        ignored << wordFor(suggestionWords, advice.kind) << advice.key << textOf(advice.value)
                << advice.with;
    m_settings->setValue(m_place + u"/colors"_s, colors);
    m_settings->setValue(m_place + u"/ignored"_s, ignored);
    emit kept();
}

void LabelNotes::setColor(const QString &key, LabelColor color)
{
    if (m_colors.value(key) == color)
        return;
    if (color == LabelColor::None)
        m_colors.remove(key);
    else
        m_colors.insert(key, color);
    write();
    emit colorsChanged();
}

bool LabelNotes::isIgnored(const LabelSuggestion &suggestion) const
{
    return m_ignored.contains(adviceOf(suggestion));
}

void LabelNotes::ignore(const LabelSuggestion &suggestion)
{
    if (isIgnored(suggestion))
        return;
    m_ignored.append(adviceOf(suggestion));
    if (m_ignored.size() > mostIgnored)
        m_ignored.removeFirst();
    write();
}

void LabelNotes::setRenaming(const std::optional<LabelRenaming> &renaming)
{
    if (std::exchange(m_renaming, renaming) == renaming || !m_settings || m_place.isEmpty())
        return;
    const QString name = m_place + u"/renaming"_s;
    if (renaming)
        m_settings->setValue(name,
                             QStringList{textOf(renaming->key), renaming->typed} + renaming->texts);
    else
        m_settings->remove(name);
    m_keptSoon.start();
}

} // namespace modelscribe

#include "moc_labelnotes.cpp"
