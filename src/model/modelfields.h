// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/modelmetadata.h"

#include <QCoreApplication>

#include <array>
#include <limits>
#include <variant>

namespace modelscribe {

//! The value of any field, type-erased: the text of it, JSON text for ExtraInfo.
class FieldValue
{
public:
    FieldValue() = default;
    FieldValue(QString text)
        : m_value(std::move(text))
    {
    }
    FieldValue(JsonText json)
        : m_value(std::move(json))
    {
    }

    QString text() const;
    JsonText json() const;
    bool isEmpty() const;

    friend bool operator==(const FieldValue &, const FieldValue &) = default;

private:
    std::variant<QString, JsonText> m_value;
};

using ModelMember = std::variant<QString ModelMetadata::*, JsonText ModelMetadata::*>;

//! How a field is written, checked and edited.
enum class FieldKind {
    Line,          //!< One line of text.
    Text,          //!< Several lines.
    Suggestion,    //!< One line with suggestions; anything else is fine too.
    Choice,        //!< Accessibility: PRIVATE or PUBLIC.
    Address,       //!< http(s) or oss address.
    Integer,       //!< A JSON number without fraction, within int64.
    ParameterSize, //!< An Integer in millions that may be typed as 7B or 350M.
    JsonObject     //!< ExtraInfo.
};

//! One editable member of ModelMetadata, and everything that is known about it.
struct ModelField
{
    QLatin1StringView key; //!< JSON name; its widgets are "field_" + key and "label_" + key.
    const char *label;     //!< Source text; show labelText().
    FieldKind kind;
    ModelMember member;
    bool required = false;
    qsizetype maxLength = std::numeric_limits<qsizetype>::max(); //!< In characters (code points).

    QString labelText() const { return QCoreApplication::translate("ModelField", label); }
    bool isNumber() const { return kind == FieldKind::Integer || kind == FieldKind::ParameterSize; }

    FieldValue read(const ModelMetadata &metadata) const;
    void write(ModelMetadata &metadata, const FieldValue &value) const;

    //! \p value as the JSON token that CreateModel and UpdateModel send. Fails with Kind::Invalid
    //! when it has none: not a number, not a JSON object. An unset text gives "", an unset number
    //! fails.
    Result<QByteArray> wire(const FieldValue &value) const;
    //! Whether there is nothing to send: 7B and 7000 are the same, 1.0 and 1 in ExtraInfo are not,
    //! because a person may want just that spelling.
    bool same(const FieldValue &a, const FieldValue &b) const;
    //! Whether a service that holds one of them holds the other too: ExtraInfo by meaning, because
    //! services respell it. For what others did and what came of a write; never for what is edited.
    bool sameMeaning(const FieldValue &a, const FieldValue &b) const;
};

//! The form, the JSON, the diff and the checks are all driven by this table (contract section 2.3).
//! All eleven are taken by CreateModel and by UpdateModel; WorkspaceId and labels (as Tag) only by
//! CreateModel, see api/operations.h.
//! To add a field: add a member, add a row, add a widget to ui/edit/modelform.ui.
inline constexpr std::array modelFields = {
    ModelField{.key = QLatin1StringView("ModelName"),
               .label = QT_TRANSLATE_NOOP("ModelField", "Name"),
               .kind = FieldKind::Line,
               .member = &ModelMetadata::name,
               .required = true,
               .maxLength = 127},
    ModelField{.key = QLatin1StringView("ModelDescription"),
               .label = QT_TRANSLATE_NOOP("ModelField", "Description"),
               .kind = FieldKind::Text,
               .member = &ModelMetadata::description},
    ModelField{.key = QLatin1StringView("Accessibility"),
               .label = QT_TRANSLATE_NOOP("ModelField", "Accessibility"),
               .kind = FieldKind::Choice,
               .member = &ModelMetadata::accessibility},
    ModelField{.key = QLatin1StringView("Origin"),
               .label = QT_TRANSLATE_NOOP("ModelField", "Origin"),
               .kind = FieldKind::Suggestion,
               .member = &ModelMetadata::origin},
    ModelField{.key = QLatin1StringView("Domain"),
               .label = QT_TRANSLATE_NOOP("ModelField", "Domain"),
               .kind = FieldKind::Suggestion,
               .member = &ModelMetadata::domain},
    ModelField{.key = QLatin1StringView("Task"),
               .label = QT_TRANSLATE_NOOP("ModelField", "Task"),
               .kind = FieldKind::Suggestion,
               .member = &ModelMetadata::task},
    ModelField{.key = QLatin1StringView("ModelDoc"),
               .label = QT_TRANSLATE_NOOP("ModelField", "Document"),
               .kind = FieldKind::Address,
               .member = &ModelMetadata::document},
    ModelField{.key = QLatin1StringView("OrderNumber"),
               .label = QT_TRANSLATE_NOOP("ModelField", "Order number"),
               .kind = FieldKind::Integer,
               .member = &ModelMetadata::orderNumber},
    ModelField{.key = QLatin1StringView("ModelType"),
               .label = QT_TRANSLATE_NOOP("ModelField", "Type"),
               .kind = FieldKind::Suggestion,
               .member = &ModelMetadata::type},
    ModelField{.key = QLatin1StringView("ParameterSize"),
               .label = QT_TRANSLATE_NOOP("ModelField", "Parameter size"),
               .kind = FieldKind::ParameterSize,
               .member = &ModelMetadata::parameterSize},
    ModelField{.key = QLatin1StringView("ExtraInfo"),
               .label = QT_TRANSLATE_NOOP("ModelField", "ExtraInfo"),
               .kind = FieldKind::JsonObject,
               .member = &ModelMetadata::extraInfo},
};

//! The row whose key is \p key, or nullptr.
const ModelField *findField(QStringView key);

} // namespace modelscribe
