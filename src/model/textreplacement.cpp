// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/textreplacement.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

tl::unexpected<Error> cannotReplace(const QString &code, const QString &detail)
{
    return failure({.kind = Error::Kind::Invalid, .detail = detail, .code = code});
}

Result<TextChanges> changesOf(const TextReplacement &replacement, const QByteArray &utf8)
{
    using Problem = JsonSearchResult::Problem;
    const std::atomic_bool cancelled = false;
    if (replacement.query.pattern.isEmpty())
        return cannotReplace(u"NotAPattern"_s, u"there is nothing to look for"_s);
    const JsonSearchText text(utf8);
    const JsonSearchResult found = searchJson(text, replacement.query,
                                              std::numeric_limits<qsizetype>::max(), cancelled);
    if (found.problem == Problem::BadExpression)
        return cannotReplace(u"NotAPattern"_s, found.detail);
    if (found.problem == Problem::TooComplex)
        return cannotReplace(u"TakesTooLong"_s, u"the expression tries too many ways"_s);
    const TextChanges changes = jsonReplacements(text, replacement.query, replacement.with, {},
                                                 cancelled);
    if (changes.size() != found.matches.size())
        return cannotReplace(u"TakesTooLong"_s, u"the expression tries too many ways"_s);
    return changes;
}

} // namespace

Result<std::monostate> TextReplacement::check() const
{
    return changesOf(*this, {}).transform([](const TextChanges &) { return std::monostate(); });
}

Result<QList<TextReplacement::Found>> TextReplacement::find(const QString &text) const
{
    const QByteArray utf8 = text.toUtf8();
    if (QString::fromUtf8(utf8) != text)
        return cannotReplace(u"NotText"_s, u"the text has half of a character"_s);
    return changesOf(*this, utf8).transform([&](const TextChanges &changes) {
        QList<Found> found;
        qsizetype byte = 0;
        qsizetype unit = 0;
        const auto unitOf = [&](qsizetype offset) {
            unit += QString::fromUtf8(QByteArrayView(utf8).sliced(byte, offset - byte)).size();
            byte = offset;
            return unit;
        };
        for (const TextChange &change : changes) {
            const qsizetype begin = unitOf(change.begin);
            found.append({begin, unitOf(change.end) - begin, QString::fromUtf8(change.text)});
        }
        return found;
    });
}

Result<QString> TextReplacement::applied(const QString &text) const
{
    return find(text).transform([&](const QList<Found> &found) {
        QString result;
        qsizetype end = 0;
        for (const Found &one : found) {
            result += QStringView(text).sliced(end, one.begin - end);
            result += one.with;
            end = one.begin + one.length;
        }
        result += QStringView(text).sliced(end);
        return result;
    });
}

} // namespace modelscribe
