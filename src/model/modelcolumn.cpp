// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modelcolumn.h"

#include "core/jsonmembers.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

struct ModelColumn::Known
{
    QLatin1StringView id;
    Kind kind;
    const char *title;
    Read read;
    QLatin1StringView queryField = {};
};

namespace {

constexpr auto extraPrefix = "extra."_L1;

template<QString ModelMetadata::*member>
QString read(const RegisteredModel &model)
{
    return model.metadata.*member;
}

template<QString RegisteredModel::*member>
QString readOutside(const RegisteredModel &model)
{
    return model.*member;
}

QString readLabels(const RegisteredModel &model)
{
    QStringList texts;
    for (const Label &label : model.metadata.labels)
        texts.append(keyValueText(label));
    return texts.join(u'\n');
}

QString readExtraInfo(const RegisteredModel &model)
{
    return QString::fromUtf8(model.metadata.extraInfo.utf8());
}

//! The first value at \p path as raw text; empty when there is none.
QByteArray rawAt(const QByteArray &json, const QStringList &path)
{
    QByteArray value = json;
    for (const QString &key : path) {
        const auto members = jsonMembers(value);
        if (!members)
            return {};
        const auto member = std::ranges::find(*members, key, &RawMember::key);
        if (member == members->end())
            return {};
        value = member->value.utf8();
    }
    return value;
}

QString textAt(const QByteArray &json, const QStringList &path)
{
    const QByteArray raw = rawAt(json, path);
    return jsonStringValue(raw).value_or(raw == "null" ? QString() : QString::fromUtf8(raw));
}

} // namespace

std::span<const ModelColumn::Known> ModelColumn::known()
{
    static constexpr std::array all = {
        Known{"ModelName"_L1, Kind::Name, QT_TRANSLATE_NOOP("ModelColumn", "Name"),
              read<&ModelMetadata::name>, "name"_L1},
        Known{"ModelType"_L1, Kind::Text, QT_TRANSLATE_NOOP("ModelColumn", "Type"),
              read<&ModelMetadata::type>, "type"_L1},
        Known{"Task"_L1, Kind::Text, QT_TRANSLATE_NOOP("ModelColumn", "Task"),
              read<&ModelMetadata::task>, "task"_L1},
        Known{"ParameterSize"_L1, Kind::Size, QT_TRANSLATE_NOOP("ModelColumn", "Size"),
              read<&ModelMetadata::parameterSize>, "size"_L1},
        Known{"Labels"_L1, Kind::Labels, QT_TRANSLATE_NOOP("ModelColumn", "Labels"), readLabels,
              "label"_L1},
        Known{"GmtModifiedTime"_L1, Kind::Time, QT_TRANSLATE_NOOP("ModelColumn", "Modified"),
              readOutside<&RegisteredModel::modified>},
        Known{"Domain"_L1, Kind::Text, QT_TRANSLATE_NOOP("ModelColumn", "Domain"),
              read<&ModelMetadata::domain>, "domain"_L1},
        Known{"ModelDescription"_L1, Kind::Text, QT_TRANSLATE_NOOP("ModelColumn", "Description"),
              read<&ModelMetadata::description>},
        Known{"Accessibility"_L1, Kind::Text, QT_TRANSLATE_NOOP("ModelColumn", "Accessibility"),
              read<&ModelMetadata::accessibility>, "accessibility"_L1},
        Known{"Origin"_L1, Kind::Text, QT_TRANSLATE_NOOP("ModelColumn", "Origin"),
              read<&ModelMetadata::origin>, "origin"_L1},
        Known{"ModelDoc"_L1, Kind::Text, QT_TRANSLATE_NOOP("ModelColumn", "Document"),
              read<&ModelMetadata::document>, "doc"_L1},
        Known{"OrderNumber"_L1, Kind::Number, QT_TRANSLATE_NOOP("ModelColumn", "Order number"),
              read<&ModelMetadata::orderNumber>, "order"_L1},
        Known{"OwnerId"_L1, Kind::Text, QT_TRANSLATE_NOOP("ModelColumn", "Owner"),
              readOutside<&RegisteredModel::ownerId>, "owner"_L1},
        Known{"GmtCreateTime"_L1, Kind::Time, QT_TRANSLATE_NOOP("ModelColumn", "Created"),
              readOutside<&RegisteredModel::created>},
        Known{"LatestVersion"_L1, Kind::Text, QT_TRANSLATE_NOOP("ModelColumn", "Latest version"),
              readOutside<&RegisteredModel::latestVersionName>, "version"_L1},
        Known{"Provider"_L1, Kind::Text, QT_TRANSLATE_NOOP("ModelColumn", "Provider"),
              readOutside<&RegisteredModel::provider>, "provider"_L1},
        Known{"ModelId"_L1, Kind::Text, QT_TRANSLATE_NOOP("ModelColumn", "ID"),
              readOutside<&RegisteredModel::id>, "id"_L1},
        Known{"WorkspaceId"_L1, Kind::Text, QT_TRANSLATE_NOOP("ModelColumn", "Workspace"),
              readOutside<&RegisteredModel::workspaceId>},
        Known{"ExtraInfo"_L1, Kind::Text, QT_TRANSLATE_NOOP("ModelColumn", "ExtraInfo"),
              readExtraInfo},
    };
    return all;
}

std::optional<ModelColumn> ModelColumn::of(const QString &id)
{
    ModelColumn column;
    column.m_id = id;
    if (id.startsWith(extraPrefix)) {
        column.m_path = id.mid(extraPrefix.size()).split(u'.');
        column.m_kind = Kind::Extra;
        if (column.m_path.contains(QString()))
            return {};
        return column;
    }
    const auto found = std::ranges::find(known(), id,
                                         [](const Known &one) { return QString(one.id); });
    if (found == known().end())
        return {};
    column.m_known = &*found;
    column.m_kind = found->kind;
    return column;
}

QList<ModelColumn> ModelColumn::of(const QStringList &ids)
{
    QList<ModelColumn> columns;
    for (const QString &id : ids) {
        const auto column = of(id);
        if (column && !columns.contains(*column))
            columns.append(*column);
    }
    return columns;
}

QStringList ModelColumn::allIds()
{
    QStringList ids;
    for (const Known &one : known())
        ids.append(one.id);
    return ids;
}

QStringList ModelColumn::usualIds() { return allIds().first(6); }

bool ModelColumn::isOrderNumber() const { return m_id == "OrderNumber"_L1; }

QString ModelColumn::title() const
{
    return m_known ? QCoreApplication::translate("ModelColumn", m_known->title)
                   : m_id.mid(extraPrefix.size());
}

QString ModelColumn::text(const RegisteredModel &model) const
{
    return m_known ? m_known->read(model) : textAt(model.metadata.extraInfo.utf8(), m_path);
}

QString ModelColumn::queryField() const { return m_known ? QString(m_known->queryField) : m_id; }

bool ModelColumn::isRightAligned() const
{
    return m_kind == Kind::Size || m_kind == Kind::Number || m_kind == Kind::Time;
}

} // namespace modelscribe
