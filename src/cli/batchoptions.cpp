// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/batchoptions.h"

#include "core/commandparser.h"
#include "json/jsontree.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Read = Result<std::monostate>;

tl::unexpected<Error> cannotRead(const QString &why) { return failure(Error::Kind::Invalid, why); }

struct Assignment
{
    QString left;
    QString right;
};

//! \p given as LEFT=RIGHT; \p form is how the help writes it.
Result<Assignment> assignment(const QString &option, const QString &form, const std::string &given)
{
    const QString text = QString::fromStdString(given);
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return cannotRead(u"%1 takes %2, not “%3”"_s.arg(option, form, text));
    return Assignment{text.left(equals), text.mid(equals + 1)};
}

//! Calls \p take with each of \p given, taken apart.
Read eachAssignment(const QString &option, const QString &form,
                    const std::vector<std::string> &given,
                    const std::function<Read(const Assignment &)> &take)
{
    for (const std::string &one : given) {
        if (const auto taken = assignment(option, form, one).and_then(take); !taken)
            return taken;
    }
    return std::monostate();
}

QString fieldNames()
{
    QStringList names;
    for (const ModelField &field : modelFields) {
        if (!FieldVerb::kindsFor(field).isEmpty())
            names.append(field.key);
    }
    return names.join(u", "_s);
}

//! "path" of a member named so, in which $ and dots are letters like others, unless it begins like
//! a path.
bool looksLikeAPath(const QString &text)
{
    return text == "$"_L1 || text.startsWith("$."_L1) || text.startsWith("$["_L1);
}

} // namespace

Result<JsonPath> extraInfoPath(const QString &option, const QString &text)
{
    if (!looksLikeAPath(text)) {
        if (text.isEmpty())
            return cannotRead(u"%1 takes a name or $.a.b[0]"_s.arg(option));
        return JsonPath{{.key = text}};
    }
    const auto path = jsonPathFromText(text);
    if (!path || path->isEmpty())
        return cannotRead(u"%1: “%2” is not a path such as $.a.b[0]"_s.arg(option, text));
    return *path;
}

void BatchOptions::addTo(CommandParser &command)
{
    const std::string fields = fieldNames().toStdString();
    command.add({.name = "--set",
                 .into = &m_set,
                 .help = "FIELD=VALUE, once per field: " + fields,
                 .type = "FIELD=VALUE"});
    command.add({.name = "--set-empty",
                 .into = &m_setEmpty,
                 .help = "the same, only where the field is empty",
                 .type = "FIELD=VALUE"});
    command.add(
        {.name = "--clear", .into = &m_clear, .help = "makes a text field empty", .type = "FIELD"});
    command.add({.name = "--add-label",
                 .into = &m_addLabel,
                 .help = "to models that have no label of this key",
                 .type = "KEY=VALUE"});
    command.add({.name = "--put-label",
                 .into = &m_putLabel,
                 .help = "the same, and instead of another value",
                 .type = "KEY=VALUE"});
    command.add({.name = "--remove-label",
                 .into = &m_removeLabel,
                 .help = "takes it away; with a value, only where it has that value",
                 .type = "KEY[=VALUE]"});
    command.add({.name = "--rename-label",
                 .into = &m_renameLabel,
                 .help = "its key; where NEW exists already, it stays and OLD goes",
                 .type = "OLD=NEW"});
    command.add({.name = "--set-extra",
                 .into = &m_setExtra,
                 .help = "a place of ExtraInfo: a member's name or $.a.b[0]; the value is JSON",
                 .type = "PATH=JSON"});
    command.add({.name = "--remove-extra",
                 .into = &m_removeExtra,
                 .help = "a place of ExtraInfo",
                 .type = "PATH"});
}

Read BatchOptions::read()
{
    return readFields()
        .and_then([this](std::monostate) { return readLabels(); })
        .and_then([this](std::monostate) { return readExtraInfo(); })
        .and_then([this](std::monostate) { return m_edit.check(); });
}

Read BatchOptions::readFields()
{
    const auto take = [this](const QString &option, const QString &name,
                             const FieldVerb &verb) -> Read {
        const ModelField *field = findField(name);
        if (!field || FieldVerb::kindsFor(*field).isEmpty())
            return cannotRead(
                u"%1: there is no field “%2”; the fields are %3"_s.arg(option, name, fieldNames()));
        if (m_edit.fields.contains(name))
            return cannotRead(u"the field %1 is given twice"_s.arg(name));
        m_edit.fields.insert(name, verb);
        return BatchEdit{.fields = {{name, verb}}}.check().map_error([&](const Error &error) {
            return Error{.kind = Error::Kind::Invalid,
                         .detail = u"%1 %2: %3"_s.arg(option, name, error.detail)};
        });
    };
    const auto set = [&](const QString &option, FieldVerb::Kind kind,
                         const std::vector<std::string> &given) {
        return eachAssignment(option, u"FIELD=VALUE"_s, given, [&](const Assignment &one) {
            return take(option, one.left, {.kind = kind, .text = one.right});
        });
    };
    if (const auto done = set(u"--set"_s, FieldVerb::Kind::Set, m_set); !done)
        return done;
    if (const auto done = set(u"--set-empty"_s, FieldVerb::Kind::SetWhereEmpty, m_setEmpty); !done)
        return done;
    for (const std::string &name : m_clear) {
        const auto done = take(u"--clear"_s, QString::fromStdString(name),
                               {.kind = FieldVerb::Kind::Clear});
        if (!done)
            return done;
    }
    return std::monostate();
}

//! Renaming goes first, so that --rename-label A=B --put-label B=x does what it says.
Read BatchOptions::readLabels()
{
    using Kind = LabelVerb::Kind;
    const auto renamed = eachAssignment(
        u"--rename-label"_s, u"OLD=NEW"_s, m_renameLabel, [this](const Assignment &one) -> Read {
            if (one.right.isEmpty())
                return cannotRead(u"--rename-label: the new key is empty"_s);
            m_edit.labels.append({.kind = Kind::RenameKey, .key = one.left, .newText = one.right});
            return std::monostate();
        });
    if (!renamed)
        return renamed;
    for (const std::string &given : m_removeLabel) {
        const QString text = QString::fromStdString(given);
        const qsizetype equals = text.indexOf(u'=');
        LabelVerb verb{.kind = Kind::TakeAway, .key = text.left(equals)};
        if (equals >= 0)
            verb.value = text.mid(equals + 1);
        if (verb.key.isEmpty())
            return cannotRead(u"--remove-label takes KEY[=VALUE], not “%1”"_s.arg(text));
        m_edit.labels.append(verb);
    }
    const auto put = [this](Kind kind) {
        return [this, kind](const Assignment &one) -> Read {
            m_edit.labels.append({.kind = kind, .key = one.left, .value = one.right});
            return std::monostate();
        };
    };
    const auto added = eachAssignment(u"--add-label"_s, u"KEY=VALUE"_s, m_addLabel, put(Kind::Add));
    if (!added)
        return added;
    return eachAssignment(u"--put-label"_s, u"KEY=VALUE"_s, m_putLabel, put(Kind::Put));
}

Read BatchOptions::readExtraInfo()
{
    for (const std::string &given : m_removeExtra) {
        const auto path = extraInfoPath(u"--remove-extra"_s, QString::fromStdString(given));
        if (!path)
            return failure(path.error());
        m_edit.extraInfo.append({.kind = ExtraInfoEdit::Kind::Remove, .path = *path});
    }
    return eachAssignment(
        u"--set-extra"_s, u"PATH=JSON"_s, m_setExtra, [this](const Assignment &one) -> Read {
            const auto path = extraInfoPath(u"--set-extra"_s, one.left);
            if (!path)
                return failure(path.error());
            const JsonText value(one.right.trimmed().toUtf8());
            if (const JsonTree tree = JsonTree::parse(value.utf8()); !tree.isValid())
                return cannotRead(
                    u"--set-extra %1: “%2” is not JSON: %3; a text needs its "
                    "quotation marks"_s.arg(one.left, one.right, tree.problem()->describe()));
            m_edit.extraInfo.append({.path = *path, .value = value});
            return std::monostate();
        });
}

} // namespace modelscribe
