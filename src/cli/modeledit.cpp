// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/modeledit.h"

#include "api/request.h"
#include "cli/inputfile.h"
#include "core/commandparser.h"
#include "model/modelfields.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString text(const std::string &bytes) { return QString::fromStdString(bytes); }

tl::unexpected<Error> wrong(const QString &why) { return failure(Error::Kind::Invalid, why); }

QStringList settableFields()
{
    QStringList names;
    for (const ModelField &field : modelFields) {
        if (field.kind != FieldKind::JsonObject)
            names.append(field.key);
    }
    return names;
}

Result<const ModelField *> settableField(const QString &name, const QString &option)
{
    const ModelField *field = findField(name);
    if (!field)
        return wrong(u"%1: there is no field “%2”; the fields are %3"_s.arg(
            option, name, settableFields().join(u", "_s)));
    if (field->kind == FieldKind::JsonObject && option == "--set"_L1)
        return wrong(u"--set does not take ExtraInfo; use --extra-info FILE"_s);
    return field;
}

} // namespace

void ModelEdit::addSettingOptions(CommandParser &command)
{
    command.add(
        {.name = "--set",
         .into = &m_set,
         .help = "FIELD=VALUE, once per field: " + settableFields().join(u", "_s).toStdString()
                 + ". A ParameterSize is in millions or has a unit: 7B",
         .type = "FIELD=VALUE"});
    command.add({.name = "--extra-info",
                 .into = &m_extraInfoFile,
                 .help = "ExtraInfo from a JSON file; - is stdin",
                 .type = "FILE",
                 .takesOne = true});
    command.add({.name = "--label", .into = &m_label, .help = "sets a label", .type = "KEY=VALUE"});
}

void ModelEdit::addRemovingOptions(CommandParser &command)
{
    command.add(
        {.name = "--clear", .into = &m_clear, .help = "makes a text field empty", .type = "FIELD"});
    command.add({.name = "--remove-label",
                 .into = &m_removeLabel,
                 .help = "takes a label away",
                 .type = "KEY"});
}

Result<std::monostate> ModelEdit::read()
{
    return readFields()
        .and_then([this](std::monostate) { return readLabels(); })
        .and_then([this](std::monostate) { return readExtraInfo(); });
}

Result<std::monostate> ModelEdit::readFields()
{
    const auto take = [this](const QString &name, const QString &value) -> Result<std::monostate> {
        if (m_patch.fields.contains(name))
            return wrong(u"the field %1 is given twice"_s.arg(name));
        m_patch.fields.insert(name, value);
        return std::monostate{};
    };
    for (const std::string &bytes : m_set) {
        const QString option = text(bytes);
        const qsizetype equals = option.indexOf(u'=');
        if (equals < 1)
            return wrong(u"--set takes FIELD=VALUE, not “%1”"_s.arg(option));
        const QString name = option.left(equals);
        const auto taken = settableField(name, u"--set"_s).and_then([&](const ModelField *) {
            return take(name, option.mid(equals + 1));
        });
        if (!taken)
            return taken;
    }
    for (const std::string &bytes : m_clear) {
        const auto taken = settableField(text(bytes), u"--clear"_s)
                               .and_then([&](const ModelField *) { return take(text(bytes), {}); });
        if (!taken)
            return taken;
    }
    return std::monostate{};
}

Result<std::monostate> ModelEdit::readLabels()
{
    QStringList keys;
    for (const std::string &bytes : m_label) {
        const QString option = text(bytes);
        const qsizetype equals = option.indexOf(u'=');
        if (equals < 1)
            return wrong(u"--label takes KEY=VALUE, not “%1”"_s.arg(option));
        m_patch.putLabels.append({option.left(equals), option.mid(equals + 1)});
        keys.append(m_patch.putLabels.last().key);
    }
    for (const std::string &bytes : m_removeLabel) {
        m_patch.takenLabels.append(text(bytes));
        keys.append(m_patch.takenLabels.last());
    }
    keys.sort();
    const auto twice = std::ranges::adjacent_find(keys);
    if (twice != keys.end())
        return wrong(u"the label “%1” is given twice"_s.arg(*twice));
    return std::monostate{};
}

Result<std::monostate> ModelEdit::readExtraInfo()
{
    if (m_extraInfoFile.empty())
        return std::monostate{};
    if (m_extraInfoFile.size() > 1)
        return wrong(u"--extra-info is given twice"_s);
    if (m_patch.fields.contains(u"ExtraInfo"_s))
        return wrong(u"the field ExtraInfo is given twice"_s);
    return readInput(u"--extra-info"_s, m_extraInfoFile.front(), maxModelBytes)
        .map([this](QByteArray bytes) {
            // What a file has around its JSON belongs to the file.
            if (bytes.startsWith("\xEF\xBB\xBF"))
                bytes.remove(0, 3);
            bytes = bytes.trimmed();
            const JsonText extraInfo(bytes.isEmpty() ? QByteArray(" ") : bytes);
            m_patch.fields.insert(u"ExtraInfo"_s, extraInfo);
            return std::monostate{};
        });
}

} // namespace modelscribe
