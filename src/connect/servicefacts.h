// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/servicerules.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <variant>

namespace modelscribe {

//! What a check found out about a service, and when.
struct ServiceFacts
{
    QDateTime found;
    ServiceRules rules;

    friend bool operator==(const ServiceFacts &, const ServiceFacts &) = default;
};

//! One member a switch, under its name.
QJsonObject rulesToJson(const ServiceRules &rules);
//! What is not there, or not understood, is as it is assumed of any service.
ServiceRules rulesFromJson(const QJsonObject &json);

//! The only place where it is kept which service goes how (JSON, 0600), by the key of the registry:
//! it is the service that answers so, whichever profile or workspace it is used with.
class ServiceFactsFile
{
public:
    explicit ServiceFactsFile(QString name);

    //! nullopt: nobody checked it, or nothing can be read of it. That is no error: what is assumed
    //! of any service counts then.
    std::optional<ServiceFacts> find(const QString &registryKey) const;
    //! Under a lock, after reading again; what others wrote stays. Waits for the disk.
    Result<std::monostate> put(const QString &registryKey, const ServiceFacts &facts) const;

private:
    QString m_name;
};

} // namespace modelscribe
