// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/schemahosts.h"

#include "core/ascii.h"

#include <QList>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype maxName = 253;
constexpr qsizetype maxLabel = 63;

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

bool isHostCharacter(QChar c) { return isLetter(c) || isDigit(c) || c == u'-'; }

bool hasOuterHyphen(QStringView label) { return label.startsWith(u'-') || label.endsWith(u'-'); }

bool isPlainLabel(QStringView label)
{
    return !label.isEmpty() && label.size() <= maxLabel && !hasOuterHyphen(label)
           && std::ranges::all_of(label, isHostCharacter);
}

using Characters = QList<uint>;

bool isOneOf(const Characters &label, qsizetype at, std::initializer_list<QChar::Script> scripts)
{
    return at >= 0 && at < label.size()
           && std::ranges::find(scripts, QChar::script(label[at])) != scripts.end();
}

bool isBehindVirama(const Characters &label, qsizetype at)
{
    constexpr int virama = 9;
    return at > 0 && QChar::combiningClass(label[at - 1]) == virama;
}

//! Whether the letters around \p at would join were there nothing between.
bool isBetweenJoining(const Characters &label, qsizetype at)
{
    const auto joining = [&](qsizetype from, qsizetype step) {
        qsizetype i = from;
        while (i >= 0 && i < label.size()
               && QChar::joiningType(label[i]) == QChar::Joining_Transparent)
            i += step;
        return i >= 0 && i < label.size() ? QChar::joiningType(label[i]) : QChar::Joining_None;
    };
    const auto before = joining(at - 1, -1);
    const auto behind = joining(at + 1, 1);
    return (before == QChar::Joining_Dual || before == QChar::Joining_Left)
           && (behind == QChar::Joining_Dual || behind == QChar::Joining_Right);
}

//! What may stand in a name at all: letters, digits and what RFC 5892, section 2.6, adds to them.
bool mayStandInName(uint c)
{
    static constexpr uint others[] = {0xB7,  0x375,  0x5F3,  0x5F4,  0x6FD, 0x6FE,
                                      0xF0B, 0x200C, 0x200D, 0x3007, 0x30FB};
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Number_DecimalDigit:
    case QChar::Other_NotAssigned: return true; // of a newer Unicode
    default: return QChar::isLetter(c) || std::ranges::find(others, c) != std::end(others);
    }
}

bool isRightToLeft(uint c)
{
    const QChar::Direction direction = QChar::direction(c);
    return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
}

//! RFC 5893, section 2: what a label looks like in a name with letters from right to left.
bool isInOneDirection(const Characters &label)
{
    const auto has = [&](QChar::Direction wanted) {
        return std::ranges::any_of(label, [=](uint c) { return QChar::direction(c) == wanted; });
    };
    qsizetype end = label.size();
    while (end > 1 && QChar::direction(label[end - 1]) == QChar::DirNSM)
        --end;
    const QChar::Direction first = QChar::direction(label.first());
    const QChar::Direction last = QChar::direction(label[end - 1]);
    if (first == QChar::DirL)
        return std::ranges::none_of(label, isRightToLeft)
               && (last == QChar::DirL || last == QChar::DirEN);
    return (first == QChar::DirR || first == QChar::DirAL) && !has(QChar::DirL)
           && (last == QChar::DirEN || isRightToLeft(label[end - 1]))
           && !(has(QChar::DirEN) && has(QChar::DirAN));
}

//! The rules of RFC 5892, appendix A, about what must stand beside a character or in its label.
bool isInItsPlace(const Characters &label, qsizetype at)
{
    const uint c = label[at];
    const auto hasDigits = [&](uint first) {
        return std::ranges::any_of(label, [&](uint d) { return d >= first && d <= first + 9; });
    };
    constexpr uint arabicZero = 0x660;
    constexpr uint extendedArabicZero = 0x6F0;
    switch (c) {
    case 0xB7: // middle dot
        return at > 0 && at + 1 < label.size() && label[at - 1] == 'l' && label[at + 1] == 'l';
    case 0x375: return isOneOf(label, at + 1, {QChar::Script_Greek});
    case 0x5F3:
    case 0x5F4: return isOneOf(label, at - 1, {QChar::Script_Hebrew});
    case 0x30FB: // Katakana middle dot
        for (qsizetype i = 0; i < label.size(); ++i) {
            if (i != at && label[i] != 0x30FB
                && isOneOf(label, i,
                           {QChar::Script_Hiragana, QChar::Script_Katakana, QChar::Script_Han}))
                return true;
        }
        return false;
    // Exceptions of section 2.6.
    case 0x640:
    case 0x7FA:
    case 0x302E:
    case 0x302F:
    case 0x3031:
    case 0x3032:
    case 0x3033:
    case 0x3034:
    case 0x3035:
    case 0x303B: return false;
    case 0x200C: // zero width non-joiner and joiner
        return isBehindVirama(label, at) || isBetweenJoining(label, at);
    case 0x200D: return isBehindVirama(label, at);
    default: break;
    }
    return !(c >= arabicZero && c <= arabicZero + 9 && hasDigits(extendedArabicZero));
}

//! A label with characters besides ASCII. Qt knows which may stand there at all, in which order of
//! writing, and how it is spelled in ASCII.
bool isInternationalLabel(const QString &label)
{
    // A longer one has no short spelling, and takes long to spell.
    if (label.size() > 4 * maxLabel || hasOuterHyphen(label)
        || QStringView(label).mid(2).startsWith("--"_L1))
        return false;
    const Characters characters = label.toUcs4();
    const bool hasOnlyKnown = std::ranges::all_of(characters, [](uint c) {
        return c >= 0x80 ? mayStandInName(c) : isHostCharacter(QChar(char16_t(c)));
    });
    if (!hasOnlyKnown || QChar::isMark(characters.first()))
        return false;
    for (qsizetype i = 0; i < characters.size(); ++i) {
        if (!isInItsPlace(characters, i))
            return false;
    }
    const QByteArray ascii = QUrl::toAce(label, QUrl::IgnoreIDNWhitelist);
    return !ascii.isEmpty() && ascii.size() <= maxLabel;
}

//! "xn--…" must be how Qt spells a label.
bool isSpelledLabel(const QString &label)
{
    if (!isPlainLabel(label))
        return false;
    const QString lower = label.toLower();
    const QString meant = QUrl::fromAce(lower.toLatin1(), QUrl::IgnoreIDNWhitelist);
    return !isAscii(meant)
           && QString::fromLatin1(QUrl::toAce(meant, QUrl::IgnoreIDNWhitelist)) == lower
           && isInternationalLabel(meant);
}

bool isLabel(const QString &label)
{
    if (!isAscii(label))
        return isInternationalLabel(label);
    return label.startsWith("xn--"_L1, Qt::CaseInsensitive) ? isSpelledLabel(label)
                                                            : isPlainLabel(label);
}

bool isGroup(QStringView text)
{
    return !text.isEmpty() && text.size() <= 4 && std::ranges::all_of(text, isHexDigit);
}

//! How many of the eight groups of an IPv6 address \p text is, -1: it is none.
qsizetype groupsOf(QStringView text, bool mayEndWithIpv4)
{
    if (text.isEmpty())
        return 0;
    const QList<QStringView> groups = text.split(u':');
    qsizetype count = groups.size();
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const bool isLast = i + 1 == groups.size();
        if (isGroup(groups[i]))
            continue;
        if (!isLast || !mayEndWithIpv4 || !isIpv4(groups[i]))
            return -1;
        ++count;
    }
    return count;
}

} // namespace

bool isIpv4(QStringView text)
{
    const QList<QStringView> numbers = text.split(u'.');
    return numbers.size() == 4 && std::ranges::all_of(numbers, [](QStringView number) {
               const bool isSpelledOut = !number.isEmpty() && number.size() <= 3
                                         && (number.size() == 1 || number.front() != u'0')
                                         && std::ranges::all_of(number, [](QChar c) {
                                                return c >= u'0' && c <= u'9';
                                            });
               return isSpelledOut && number.toInt() <= 255;
           });
}

bool isIpv6(QStringView text)
{
    constexpr qsizetype allGroups = 8;
    const qsizetype gap = text.indexOf("::"_L1);
    if (gap < 0)
        return groupsOf(text, true) == allGroups;
    const qsizetype before = groupsOf(text.first(gap), false);
    const qsizetype behind = groupsOf(text.sliced(gap + 2), true);
    return before >= 0 && behind >= 0 && before + behind < allGroups;
}

bool isHostName(const QString &text)
{
    const QStringList labels = text.split(u'.');
    return text.size() <= maxName && isAscii(text) && std::ranges::all_of(labels, isLabel);
}

bool isIdnHostName(const QString &text)
{
    // Full stops that stand for one.
    QString dotted = text;
    for (const QChar stop : {QChar(0x3002), QChar(0xFF0E), QChar(0xFF61)})
        dotted.replace(stop, u'.');
    const QStringList labels = dotted.split(u'.');
    if (text.size() > 4 * maxName || !std::ranges::all_of(labels, isLabel))
        return false;
    // One label from right to left makes demands on all.
    QList<Characters> meant;
    for (const QString &label : labels)
        meant.append(
            (isAscii(label) ? QUrl::fromAce(label.toLatin1(), QUrl::IgnoreIDNWhitelist) : label)
                .toUcs4());
    const bool isMixed = std::ranges::any_of(
        meant, [](const Characters &label) { return std::ranges::any_of(label, isRightToLeft); });
    if (isMixed && !std::ranges::all_of(meant, isInOneDirection))
        return false;
    const QByteArray ascii = isAscii(dotted) ? dotted.toLatin1()
                                             : QUrl::toAce(dotted, QUrl::IgnoreIDNWhitelist);
    return !ascii.isEmpty() && ascii.size() <= maxName;
}

bool isEmail(const QString &text, bool isInternational)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at <= 0)
        return false;
    const QString more = isInternational ? u"\\x{80}-\\x{10FFFF}"_s : QString();
    const QString word = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~"_L1 + more + "-]++"_L1;
    const QString quoted = "\"(?:[ !#-\\[\\]-~"_L1 + more + "]|\\\\[ -~])*+\""_L1;
    const QRegularExpression name(
        QRegularExpression::anchoredPattern(word + "(?:\\."_L1 + word + ")*+|"_L1 + quoted));
    if (!name.match(text.first(at)).hasMatch())
        return false;
    const QString host = text.sliced(at + 1);
    if (!host.startsWith(u'['))
        return isInternational ? isIdnHostName(host) : isHostName(host);
    const QStringView literal = QStringView(host).sliced(1).chopped(1);
    return host.endsWith(u']')
           && (literal.startsWith("IPv6:"_L1) ? isIpv6(literal.sliced(5)) : isIpv4(literal));
}

} // namespace modelscribe
