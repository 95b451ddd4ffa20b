// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/profilerecord.h"

#include "connect/keywording.h"
#include "core/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString timeCell(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QString yesOrNothing(bool yes) { return yes ? u"yes"_s : QString(); }

//! One object a row; empty cells are left out, "yes" becomes true.
QByteArray recordsJson(QStringView name, const Table &table)
{
    QByteArrayList objects;
    for (const QStringList &row : table.rows) {
        JsonObjectWriter object;
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (!row[i].isEmpty())
                object.add(table.header[i],
                           row[i] == "yes"_L1 && i > 0 ? "true"_ba : jsonString(row[i]));
        }
        objects.append(object.take());
    }
    JsonObjectWriter writer;
    writer.add(name, '[' + objects.join(",\n") + ']');
    return writer.take();
}

} // namespace

Table profilesTable(const ProfileSet &set)
{
    Table table{.header = {u"Name"_s, u"Region"_s, u"Endpoint"_s, u"Network"_s, u"WorkspaceId"_s,
                           u"KeysFrom"_s, u"KeyId"_s, u"KeyExpires"_s, u"Proxy"_s, u"CaFile"_s,
                           u"Colour"_s, u"Protected"_s, u"LastUsed"_s}};
    for (const Profile &profile : set.profiles) {
        const bool isVpc = profile.network == Network::Vpc;
        table.rows.append({profile.name, profile.region, profile.endpoint,
                           isVpc ? u"vpc"_s : QString(), profile.workspaceId,
                           profile.keysFrom.text(), profile.shownKeyId,
                           timeCell(profile.keyExpires),
                           profile.proxy == ProxyChoice() ? QString() : profile.proxy.text(),
                           profile.caFile, profile.colour, yesOrNothing(profile.isProtected),
                           yesOrNothing(profile.name == set.lastUsed)});
    }
    return table;
}

QByteArray profilesJson(const ProfileSet &set)
{
    return recordsJson(u"Profiles", profilesTable(set));
}

Table offersTable(const QList<KeyOffer> &offers)
{
    Table table{.header = {u"KeysFrom"_s, u"Mode"_s, u"KeyId"_s, u"Role"_s, u"Region"_s, u"Until"_s,
                           u"Current"_s, u"Usable"_s, u"WhyNot"_s, u"File"_s}};
    for (const KeyOffer &offer : offers) {
        table.rows.append({offer.from.text(), keyModeName(offer.mode), offer.shownId,
                           offer.roleName, offer.region, timeCell(offer.until),
                           yesOrNothing(offer.isCurrent), yesOrNothing(offer.isUsable()),
                           offer.whyNot ? keywording::trouble(*offer.whyNot) : QString(),
                           offer.file});
    }
    return table;
}

QByteArray offersJson(const QList<KeyOffer> &offers)
{
    return recordsJson(u"Keys", offersTable(offers));
}

} // namespace modelscribe
