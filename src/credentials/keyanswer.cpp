// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keyanswer.h"

#include "core/jsonmembers.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

tl::unexpected<Error> noKeyIn(const QString &why)
{
    return failure(Error::Kind::Unauthorized, why);
}

} // namespace

QDateTime keyEndOf(const QString &text)
{
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return seconds > 0 ? QDateTime::fromSecsSinceEpoch(seconds).toUTC() : QDateTime();
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC); // as all of the service's are
    return time.toUTC();
}

Result<AccessKey> keyOfAnswer(QByteArrayView json)
{
    const auto members = jsonMembers(json);
    if (!members)
        return noKeyIn(u"the answer is no JSON object"_s);
    QHash<QString, QString> values; // by names in small letters without underscores
    for (const RawMember &member : *members) {
        const QString name = member.key.toLower().remove(u'_');
        const QByteArray raw = member.value.utf8();
        values.insert(name, jsonStringValue(raw).value_or(QString::fromUtf8(raw)).trimmed());
    }
    const QString code = values.value(u"code"_s);
    if (!code.isEmpty() && code.compare("Success"_L1, Qt::CaseInsensitive) != 0)
        return noKeyIn(u"the answer says that it failed"_s);
    const QString token = values.value(u"ststoken"_s);
    AccessKey key{
        .id = values.value(u"accesskeyid"_s).toUtf8(),
        .secret = values.value(u"accesskeysecret"_s).toUtf8(),
        .securityToken = (token.isEmpty() ? values.value(u"securitytoken"_s) : token).toUtf8(),
        .expires = keyEndOf(values.value(u"expiration"_s))};
    if (key.isEmpty())
        return noKeyIn(u"the answer has no AccessKey"_s);
    const bool needsToken = values.value(u"mode"_s).compare("StsToken"_L1, Qt::CaseInsensitive)
                            == 0;
    if (needsToken && key.securityToken.isEmpty())
        return noKeyIn(u"the answer has no security token"_s);
    if (const auto strange = key.strangeCharacters())
        return noKeyIn(strange->text());
    return key;
}

bool mayHandOutKeys(const QUrl &url)
{
    const QString host = url.host();
    const bool isHere = host == "127.0.0.1"_L1 || host == "localhost"_L1 || host == "::1"_L1;
    return url.isValid() && !host.isEmpty() && url.userInfo().isEmpty()
           && (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isHere));
}

} // namespace modelscribe
