// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/labelcommand.h"

#include "core/jsonwriter.h"

#include <QSet>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Read = Result<std::monostate>;
using Kind = LabelVerb::Kind;

tl::unexpected<Error> noLabel(const QString &why) { return failure(Error::Kind::Invalid, why); }

//! KEY or KEY=VALUE.
struct LabelName
{
    QString key;
    std::optional<QString> value;
};

Result<LabelName> labelName(const std::string &given)
{
    const QString text = QString::fromStdString(given);
    const qsizetype equals = text.indexOf(u'=');
    if (equals == 0 || text.isEmpty())
        return noLabel(u"“%1” has no key; a label is KEY or KEY=VALUE"_s.arg(text));
    LabelName name{.key = text.left(equals), .value = {}};
    if (equals > 0)
        name.value = text.mid(equals + 1);
    return name;
}

bool isTouched(const BatchEdit &edit, const QList<Label> &labels)
{
    return edit.applied({.labels = labels})
        .transform([&](const ModelMetadata &applied) { return applied.labels != labels; })
        .value_or(false);
}

} // namespace

LabelCommand::LabelCommand(Output &output)
    : BatchCommand(output)
    , m_finder(output)
{
    connect(&m_finder, &ModelFinder::found, this, &LabelCommand::take);
    connect(&m_finder, &ModelFinder::failed, this, [this](const Error &error) {
        if (!hasEnded())
            fail(error);
    });
}

CommandParser &LabelCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand(
        "label", "Lists labels, and renames, merges or deletes them in all models that have them");
    command.requireCommands(1, 1);
    command.setFallthrough();
    m_finder.addOptionsTo(command);
    addRunOptionsTo(command);
    command.addCommand("list", "Lists keys and values with how many models have them");
    m_rename = &command.addCommand("rename", "KEY NEW renames a key, KEY=VALUE KEY=NEW a value");
    m_rename->add({.name = "OLD", .into = &m_from, .isRequired = true});
    m_rename->add({.name = "NEW", .into = &m_to, .isRequired = true});
    m_merge = &command.addCommand("merge", "KEY=A KEY=B ... VALUE makes all of them KEY=VALUE");
    m_merge->add({.name = "LABEL", .into = &m_merged, .isRequired = true});
    m_delete = &command.addCommand("delete", "Takes a label away");
    m_delete->add({.name = "LABEL", .into = &m_deleted, .type = "KEY[=VALUE]", .isRequired = true});
    return command;
}

bool LabelCommand::isListing() const
{
    return !m_rename->wasGiven() && !m_merge->wasGiven() && !m_delete->wasGiven();
}

Read LabelCommand::prepare()
{
    const Read edit = m_rename->wasGiven()   ? readRenaming()
                      : m_merge->wasGiven()  ? readMerging()
                      : m_delete->wasGiven() ? readDeleting()
                                             : Read(std::monostate());
    if (!edit)
        return edit;
    return m_finder.prepare().and_then([this](std::monostate) {
        return isListing() ? Read(std::monostate()) : BatchCommand::prepare();
    });
}

Read LabelCommand::readRenaming()
{
    const auto from = labelName(m_from);
    const auto to = labelName(m_to);
    if (!from || !to)
        return failure(from ? to.error() : from.error());
    if (from->value.has_value() != to->value.has_value())
        return noLabel(u"rename takes KEY NEW or KEY=VALUE KEY=NEW"_s);
    if (from->value && from->key != to->key)
        return noLabel(u"a value is renamed under its key: %1=…"_s.arg(from->key));
    if (from->value)
        m_edit.labels = {
            {.kind = Kind::Change, .key = from->key, .value = from->value, .newText = *to->value}};
    else
        m_edit.labels = {{.kind = Kind::RenameKey, .key = from->key, .newText = to->key}};
    return std::monostate();
}

Read LabelCommand::readMerging()
{
    if (m_merged.size() < 3)
        return noLabel(u"merge takes KEY=A KEY=B ... VALUE"_s);
    const QString value = QString::fromStdString(m_merged.back());
    QString key;
    for (const std::string &given : m_merged | std::views::take(m_merged.size() - 1)) {
        const auto label = labelName(given);
        if (!label)
            return failure(label.error());
        if (!label->value || (!key.isEmpty() && label->key != key))
            return noLabel(u"merge takes values of one key, KEY=A KEY=B ... VALUE"_s);
        key = label->key;
        m_edit.labels.append(
            {.kind = Kind::Change, .key = key, .value = label->value, .newText = value});
    }
    return std::monostate();
}

Read LabelCommand::readDeleting()
{
    return labelName(m_deleted).transform([this](const LabelName &label) {
        m_edit.labels = {{.kind = Kind::TakeAway, .key = label.key, .value = label.value}};
        return std::monostate();
    });
}

void LabelCommand::run(Connection *connection)
{
    m_connection = connection;
    m_finder.find(*connection);
}

void LabelCommand::take(const QList<RegisteredModel> &models, const std::optional<Error> &missing)
{
    if (hasEnded() || !m_connection)
        return;
    if (missing) { // who changes all that have it must know them all
        fail(*missing);
        return;
    }
    if (isListing()) {
        list(models);
        finish(ExitCode::Done);
        return;
    }
    QList<RegisteredModel> touched;
    std::ranges::copy_if(models, std::back_inserter(touched), [this](const RegisteredModel &model) {
        return isTouched(m_edit, model.metadata.labels);
    });
    review(*m_connection, m_edit, touched);
}

void LabelCommand::list(const QList<RegisteredModel> &models)
{
    QMap<std::pair<QString, QString>, int> counts;
    for (const RegisteredModel &model : models) {
        QSet<std::pair<QString, QString>> own;
        for (const Label &label : model.metadata.labels)
            own.insert({label.key, label.value});
        for (const auto &label : std::as_const(own))
            ++counts[label];
    }
    Table table{.header = {u"Key"_s, u"Value"_s, u"Models"_s}, .rows = {}};
    QByteArrayList objects;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        const auto &[key, value] = count.key();
        table.rows.append({key, value, QString::number(*count)});
        JsonObjectWriter writer;
        writer.add(u"Key", jsonString(key));
        writer.add(u"Value", jsonString(value));
        writer.add(u"Models", QByteArray::number(*count));
        objects.append(writer.take());
    }
    switch (output().format()) {
    case Output::Format::Table: output().table(table); break;
    case Output::Format::Csv: output().csv(table); break;
    case Output::Format::Json: {
        JsonObjectWriter writer;
        writer.add(u"Labels", '[' + objects.join(",\n") + ']');
        output().json(writer.take());
        break;
    }
    }
}

} // namespace modelscribe

#include "moc_labelcommand.cpp"
