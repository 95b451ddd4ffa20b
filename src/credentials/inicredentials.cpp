// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/inicredentials.h"

#include <QHash>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

struct IniSection
{
    QString name;
    QHash<QString, QString> values; //!< By names in small letters.
};

//! Without the quotation marks around it, or without the remark behind it.
QString iniValue(QStringView raw)
{
    const QStringView value = raw.trimmed();
    for (const QChar mark : {u'"', u'\''}) {
        if (value.size() >= 2 && value.front() == mark && value.back() == mark)
            return value.sliced(1, value.size() - 2).toString();
    }
    for (qsizetype i = 1; i < value.size(); ++i) {
        if ((value[i] == u'#' || value[i] == u';') && value[i - 1].isSpace())
            return value.first(i).trimmed().toString();
    }
    return value.toString();
}

//! Where the key of \p line ends: at the first "=" or ":".
qsizetype iniDelimiter(QStringView line)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'=' || line[i] == u':')
            return i;
    }
    return -1;
}

IniSection &iniSection(QList<IniSection> &sections, const QString &name)
{
    for (IniSection &section : sections) {
        if (section.name == name)
            return section;
    }
    return sections.emplaceBack(IniSection{.name = name});
}

QList<IniSection> iniSections(QStringView text)
{
    QList<IniSection> sections;
    qsizetype current = -1;
    for (const QStringView whole : text.tokenize(u'\n')) {
        const QStringView line = whole.trimmed();
        if (line.isEmpty() || line.front() == u'#' || line.front() == u';')
            continue;
        if (line.front() == u'[') {
            const qsizetype end = line.indexOf(u']');
            current = -1;
            const QString name = end < 0 ? QString() : line.sliced(1, end - 1).trimmed().toString();
            const bool hasRoom = sections.size() < ToolProfiles::most;
            if (!name.isEmpty() && hasRoom)
                current = &iniSection(sections, name) - sections.constData();
            continue;
        }
        const qsizetype delimiter = iniDelimiter(line);
        if (delimiter > 0 && current >= 0)
            sections[current].values.insert(line.first(delimiter).trimmed().toString().toLower(),
                                            iniValue(line.sliced(delimiter + 1)));
    }
    return sections;
}

KeyMode iniMode(const QString &type)
{
    static constexpr std::array types{
        std::pair("access_key", KeyMode::AK), std::pair("ecs_ram_role", KeyMode::EcsRamRole),
        std::pair("ram_role_arn", KeyMode::RamRoleArn), std::pair("oidc_role_arn", KeyMode::OIDC),
        std::pair("rsa_key_pair", KeyMode::RsaKeyPair)};
    for (const auto &[name, mode] : types) {
        if (type.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0)
            return mode;
    }
    return KeyMode::Unknown;
}

ToolProfile iniProfile(const IniSection &section)
{
    const auto value = [&section](const QString &name) { return section.values.value(name); };
    ToolProfile profile{.name = section.name, .modeText = value(u"type"_s)};
    profile.mode = iniMode(profile.modeText);
    profile.isEnabled = value(u"enable"_s).compare("false"_L1, Qt::CaseInsensitive) != 0;
    profile.region = value(u"region_id"_s);
    profile.key = {.id = value(u"access_key_id"_s).toUtf8(),
                   .secret = value(u"access_key_secret"_s).toUtf8()};
    profile.role = {.arn = value(u"role_arn"_s),
                    .sessionName = value(u"role_session_name"_s),
                    .policy = value(u"policy"_s)};
    profile.oidcProviderArn = value(u"oidc_provider_arn"_s);
    profile.oidcTokenFile = value(u"oidc_token_file_path"_s);
    return profile;
}

} // namespace

ToolProfiles readIniCredentials(QStringView text)
{
    ToolProfiles result;
    for (const IniSection &section : iniSections(text))
        result.list.append(iniProfile(section));
    return result;
}

} // namespace modelscribe
