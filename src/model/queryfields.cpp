// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/queryfields.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Model = RegisteredModel;
using Meant = QueryFieldKind;

const std::array fieldTable = {
    QueryField{"name"_L1, "modelname"_L1, Meant::Part,
               [](const Model &m) -> const QString & { return m.metadata.name; }},
    QueryField{"task"_L1, "task"_L1, Meant::Whole,
               [](const Model &m) -> const QString & { return m.metadata.task; }},
    QueryField{"label"_L1, "labels"_L1, Meant::Label},
    QueryField{"domain"_L1, "domain"_L1, Meant::Whole,
               [](const Model &m) -> const QString & { return m.metadata.domain; }},
    QueryField{"type"_L1, "modeltype"_L1, Meant::Whole,
               [](const Model &m) -> const QString & { return m.metadata.type; }},
    QueryField{"origin"_L1, "origin"_L1, Meant::Whole,
               [](const Model &m) -> const QString & { return m.metadata.origin; }},
    QueryField{"accessibility"_L1, "accessibility"_L1, Meant::Whole,
               [](const Model &m) -> const QString & { return m.metadata.accessibility; }},
    QueryField{"size"_L1, "parametersize"_L1, Meant::Size,
               [](const Model &m) -> const QString & { return m.metadata.parameterSize; },
               "params"_L1},
    QueryField{"modified"_L1, "gmtmodifiedtime"_L1, Meant::Time,
               [](const Model &m) -> const QString & { return m.modified; }},
    QueryField{"created"_L1, "gmtcreatetime"_L1, Meant::Time,
               [](const Model &m) -> const QString & { return m.created; }},
    QueryField{"owner"_L1, "ownerid"_L1, Meant::Person,
               [](const Model &m) -> const QString & { return m.ownerId; }},
    QueryField{"creator"_L1, "userid"_L1, Meant::Person,
               [](const Model &m) -> const QString & { return m.userId; }},
    QueryField{"extra"_L1, "extrainfo"_L1, Meant::Extra},
    QueryField{"description"_L1, "modeldescription"_L1, Meant::Part,
               [](const Model &m) -> const QString & { return m.metadata.description; }},
    QueryField{"doc"_L1, "modeldoc"_L1, Meant::Part,
               [](const Model &m) -> const QString & { return m.metadata.document; }},
    QueryField{"id"_L1, "modelid"_L1, Meant::Part,
               [](const Model &m) -> const QString & { return m.id; }},
    QueryField{"order"_L1, "ordernumber"_L1, Meant::Number,
               [](const Model &m) -> const QString & { return m.metadata.orderNumber; }},
    QueryField{"version"_L1, "latestversion"_L1, Meant::Part,
               [](const Model &m) -> const QString & { return m.latestVersionName; }},
    QueryField{"provider"_L1, "provider"_L1, Meant::Whole,
               [](const Model &m) -> const QString & { return m.provider; }},
    QueryField{"missing"_L1, "missing"_L1, Meant::Missing},
    QueryField{"has"_L1, "has"_L1, Meant::Has},
    QueryField{"is"_L1, "is"_L1, Meant::Is},
};

} // namespace

bool QueryField::isCalled(QStringView typed) const
{
    return std::ranges::any_of(std::array{name, serviceName, otherName}, [&](auto known) {
        return !known.isEmpty() && typed.compare(known, Qt::CaseInsensitive) == 0;
    });
}

std::span<const QueryField> queryFields() { return fieldTable; }

const QueryField *findQueryField(QStringView name)
{
    const auto row = std::ranges::find_if(
        fieldTable, [name](const QueryField &field) { return field.isCalled(name); });
    return row == fieldTable.end() ? nullptr : &*row;
}

} // namespace modelscribe
