// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/servicefacts.h"

#include "connect/sharedjsonfile.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Clear = ServiceRules::Clear;
using Merge = ServiceRules::Merge;

constexpr auto servicesMember = "services"_L1;

//! The names of an enumeration's values in the file, in their order.
template<typename Enum, size_t count>
QString switchName(const QLatin1StringView (&names)[count], Enum value)
{
    return names[size_t(value)];
}

template<typename Enum, size_t count>
void readName(const QLatin1StringView (&names)[count], const QJsonValue &value, Enum &into)
{
    for (size_t i = 0; i < count; ++i) {
        if (value == QJsonValue(names[i]))
            into = Enum(i);
    }
}

constexpr QLatin1StringView clearNames[]{"byEmpty"_L1, "byNull"_L1, "impossible"_L1};
constexpr QLatin1StringView mergeNames[]{"none"_L1, "members"_L1, "deep"_L1};
constexpr QLatin1StringView labelNames[]{"overwrites"_L1, "keepsOld"_L1};

void readKnown(const QJsonValue &value, std::optional<bool> &into)
{
    if (value.isBool())
        into = value.toBool();
}

} // namespace

QJsonObject rulesToJson(const ServiceRules &rules)
{
    QJsonObject json{{u"omittedStay"_s, rules.omittedStay},
                     {u"clearText"_s, switchName(clearNames, rules.clearText)},
                     {u"clearNumber"_s, switchName(clearNames, rules.clearNumber)},
                     {u"emptiesExtraInfo"_s, rules.emptiesExtraInfo},
                     {u"extraInfoMerge"_s, switchName(mergeNames, rules.extraInfo)},
                     {u"nullRemovesMember"_s, rules.nullRemoves},
                     {u"labelPost"_s, switchName(labelNames, rules.labelPost)},
                     {u"findsQuotedNames"_s, rules.findsQuotedNames},
                     {u"countsNameInBytes"_s, rules.countsNameInBytes},
                     {u"publishNeedsPermission"_s, rules.publishNeedsPermission},
                     {u"retryAfterInSeconds"_s, rules.retryAfterInSeconds}};
    if (rules.largestPage > 0)
        json.insert(u"largestPage"_s, rules.largestPage);
    if (rules.sortsByModified)
        json.insert(u"sortsByModified"_s, *rules.sortsByModified);
    if (rules.namesAreUnique)
        json.insert(u"namesAreUnique"_s, *rules.namesAreUnique);
    if (!rules.goneCode.isEmpty())
        json.insert(u"goneCode"_s, rules.goneCode);
    return json;
}

ServiceRules rulesFromJson(const QJsonObject &json)
{
    ServiceRules rules;
    const auto readBool = [&json](QLatin1StringView key, bool &into) {
        into = json.value(key).toBool(into);
    };
    readBool("omittedStay"_L1, rules.omittedStay);
    readBool("emptiesExtraInfo"_L1, rules.emptiesExtraInfo);
    readBool("nullRemovesMember"_L1, rules.nullRemoves);
    readBool("findsQuotedNames"_L1, rules.findsQuotedNames);
    readBool("countsNameInBytes"_L1, rules.countsNameInBytes);
    readBool("publishNeedsPermission"_L1, rules.publishNeedsPermission);
    readBool("retryAfterInSeconds"_L1, rules.retryAfterInSeconds);
    readName(clearNames, json.value("clearText"_L1), rules.clearText);
    readName(clearNames, json.value("clearNumber"_L1), rules.clearNumber);
    readName(mergeNames, json.value("extraInfoMerge"_L1), rules.extraInfo);
    readName(labelNames, json.value("labelPost"_L1), rules.labelPost);
    rules.largestPage = std::max(0, json.value("largestPage"_L1).toInt());
    readKnown(json.value("sortsByModified"_L1), rules.sortsByModified);
    readKnown(json.value("namesAreUnique"_L1), rules.namesAreUnique);
    rules.goneCode = json.value("goneCode"_L1).toString();
    return rules;
}

ServiceFactsFile::ServiceFactsFile(QString name)
    : m_name(std::move(name))
{
}

std::optional<ServiceFacts> ServiceFactsFile::find(const QString &registryKey) const
{
    const auto all = SharedJsonFile(m_name).read();
    if (!all)
        return {};
    const QJsonValue kept = all->value(servicesMember)[registryKey];
    if (!kept.isObject())
        return {};
    return ServiceFacts{.found = QDateTime::fromString(kept["found"_L1].toString(), Qt::ISODate),
                        .rules = rulesFromJson(kept["rules"_L1].toObject())};
}

Result<std::monostate> ServiceFactsFile::put(const QString &registryKey,
                                             const ServiceFacts &facts) const
{
    return SharedJsonFile(m_name).change([&](QJsonObject &all) {
        QJsonObject services = all.value(servicesMember).toObject();
        services.insert(registryKey,
                        QJsonObject{{u"found"_s, facts.found.toUTC().toString(Qt::ISODate)},
                                    {u"rules"_s, rulesToJson(facts.rules)}});
        all.insert(servicesMember, services);
    });
}

} // namespace modelscribe
