// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/redaction.h"

#include <QRegularExpression>

#include <algorithm>

namespace modelscribe {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxLength = 1000;
constexpr qsizetype pieceLength = 12; // a shorter piece of a secret helps nobody

QString removedMark() { return u"[removed]"_s; }

//! Cuts out every piece of \p secret that is long enough to matter.
void removePieces(QString &text, const QString &secret)
{
    if (secret.isEmpty())
        return;
    const qsizetype piece = std::min(pieceLength, secret.size());
    for (qsizetype from = 0; from + piece <= secret.size(); ++from) {
        qsizetype at = 0;
        while ((at = text.indexOf(QStringView(secret).sliced(from, piece), at)) >= 0) {
            qsizetype length = piece;
            while (from + length < secret.size() && at + length < text.size()
                   && text[at + length] == secret[from + length])
                ++length;
            text.replace(at, length, removedMark());
            at += removedMark().size();
        }
    }
}

void removeSecret(QString &text, const QByteArray &secret)
{
    removePieces(text, QString::fromUtf8(secret));
    removePieces(text, QString::fromLatin1(secret.toPercentEncoding()));
    removePieces(text, QString::fromLatin1(secret.toBase64(QByteArray::OmitTrailingEquals)));
    removePieces(text, QString::fromLatin1(secret.toHex()));
}

} // namespace

QString redacted(const QString &text, const AccessKey &key)
{
    static const QRegularExpression named(
        u"(authorization|x-acs-security-token|security-?token|access-?key-?secret|signature)"
        "(\"?\\s*[:=]\\s*\"?)[^\\s\"&,;]+(\\s+credential=[^\\s]+)?"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression longRun(u"[A-Za-z0-9+/=_%-]{40,}"_s);
    static const QRegularExpression control(u"[\\x00-\\x1f\\x7f-\\x9f]+"_s);

    QString result = text.first(std::min(text.size(), 4 * maxLength));
    removeSecret(result, key.secret);
    removeSecret(result, key.securityToken);
    if (!key.id.isEmpty())
        result.replace(QString::fromUtf8(key.id), QString::fromUtf8(key.shownId()));
    result.replace(named, u"\\1\\2"_s + removedMark());
    result.replace(longRun, removedMark());
    result.replace(control, u" "_s);
    result = result.trimmed();
    if (result.size() > maxLength)
        result = result.first(maxLength) + u'…';
    return result;
}

QString withoutSecret(const QString &text, const QByteArray &secret)
{
    constexpr qsizetype tellingLength = 4;
    QString result = text;
    if (secret.size() >= tellingLength)
        removeSecret(result, secret);
    return result;
}

QString logLine(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        const ushort code = c.unicode();
        if (code < 0x20 || (code >= 0x7f && code < 0xa0) || c.category() == QChar::Other_Format
            || code == 0x2028 || code == 0x2029)
            result += u"\\u%1"_s.arg(code, 4, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return result;
}

} // namespace modelscribe
