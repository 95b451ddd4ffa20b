// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/decode.h"

#include "core/jsonmembers.h"
#include "core/jsonscanner.h"
#include "model/modelfields.h"

#include <simdjson.h>

#include <functional>

namespace modelscribe::decode {

using namespace Qt::StringLiterals;

namespace {

namespace ondemand = simdjson::ondemand;

tl::unexpected<Error> broken(const QString &what) { return failure(Error::Kind::Decode, what); }

tl::unexpected<Error> broken(simdjson::error_code code)
{
    return broken(u"not JSON: "_s + QLatin1StringView(simdjson::error_message(code)));
}

QByteArray bytes(std::string_view text) { return QByteArray(text.data(), qsizetype(text.size())); }

//! The exact text of \p value. simdjson only finds its end, so it is checked here; text that is
//! merely nested too deep for our reader is kept.
Result<QByteArray> rawText(ondemand::value value)
{
    std::string_view view;
    if (const auto error = simdjson::to_json_string(value).get(view))
        return broken(error);
    const QByteArray text = bytes(view).trimmed();
    const auto problem = checkJson(text);
    if (problem && problem->code != JsonProblem::Code::TooDeep)
        return broken(u"not JSON: "_s + problem->describe());
    return text;
}

using Member = std::function<Result<void>(const QString &key, ondemand::value value)>;

Result<void> eachMember(ondemand::object object, const Member &take)
{
    for (auto entry : object) {
        ondemand::field field;
        if (const auto error = std::move(entry).get(field))
            return broken(error);
        std::string_view key;
        if (const auto error = field.unescaped_key().get(key))
            return broken(error);
        const QString name = QString::fromUtf8(key.data(), qsizetype(key.size()));
        if (auto taken = take(name, field.value()); !taken)
            return taken;
    }
    return {};
}

//! Calls \p take for every member of the one object that \p body is.
Result<void> eachTopMember(const QByteArray &body, const Member &take)
{
    const simdjson::padded_string padded(body.constData(), size_t(body.size()));
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object object;
    if (const auto error = parser.iterate(padded).get(document))
        return broken(error);
    if (const auto error = document.get_object().get(object))
        return broken(error);
    if (auto read = eachMember(object, take); !read)
        return read;
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS)
        return broken(u"not JSON: text after the end"_s);
    return {};
}

//! Calls \p take for every object in the array \p value; null is an empty array.
Result<void> eachObject(ondemand::value value,
                        const std::function<Result<void>(ondemand::object)> &take)
{
    ondemand::json_type type;
    if (const auto error = value.type().get(type))
        return broken(error);
    if (type == ondemand::json_type::null)
        return rawText(value).transform([](const QByteArray &) {});
    ondemand::array array;
    if (const auto error = value.get_array().get(array))
        return broken(error);
    for (auto element : array) {
        ondemand::object object;
        if (const auto error = element.get_object().get(object))
            return broken(error);
        if (auto taken = take(object); !taken)
            return taken;
    }
    return {};
}

Result<QList<RawMember>> rawMembers(ondemand::object object)
{
    QList<RawMember> members;
    auto read = eachMember(object, [&](const QString &key, ondemand::value value) {
        return rawText(value).transform([&](QByteArray &&text) {
            members.append({key, JsonText(std::move(text))});
        });
    });
    if (!read)
        return failure(std::move(read.error()));
    return members;
}

bool isNull(const JsonText &raw) { return raw.utf8() == "null"; }

bool isNumber(const JsonText &raw)
{
    const char first = raw.utf8().front();
    return first == '-' || (first >= '0' && first <= '9');
}

bool isObject(const JsonText &raw) { return raw.utf8().startsWith('{'); }

//! nullopt: not of the form [{"Key": …, "Value": …}, …].
std::optional<QList<Label>> labels(const JsonText &raw)
{
    const auto elements = jsonElements(raw.utf8());
    if (!elements)
        return {};
    QList<Label> result;
    for (const JsonText &element : *elements) {
        const auto members = jsonMembers(element.utf8());
        if (!members)
            return {};
        std::optional<QString> key;
        std::optional<QString> value = QString();
        for (const RawMember &member : *members) {
            if (member.key == "Key"_L1)
                key = jsonStringValue(member.value.utf8());
            else if (member.key == "Value"_L1 && !isNull(member.value))
                value = jsonStringValue(member.value.utf8());
        }
        if (!key || !value)
            return {};
        result.append({*key, *value});
    }
    return result;
}

//! Reads the members of one model; what has no place goes to RegisteredModel::unknown.
class ModelReader
{
public:
    RegisteredModel read(const QList<RawMember> &members)
    {
        for (const RawMember &member : members) {
            if (!isNull(member.value) && !take(member.key, member.value))
                m_model.unknown.append(member);
        }
        takeLabels();
        return std::move(m_model);
    }

private:
    bool take(const QString &key, const JsonText &raw)
    {
        if (const ModelField *field = findField(key))
            return takeField(*field, raw);
        if (key == "Labels"_L1 || key == "Tags"_L1) {
            (key == "Labels"_L1 ? m_labels : m_tags) = raw;
            return true;
        }
        if (key == "LatestVersion"_L1)
            return takeVersion(raw);
        if (key == "RequestId"_L1)
            return true; // of the answer, not of the model
        const auto member = textMember(key);
        return member && takeText(m_model.*member, raw);
    }

    static QString RegisteredModel::*textMember(const QString &key)
    {
        static const QHash<QString, QString RegisteredModel::*> table{
            {u"ModelId"_s, &RegisteredModel::id},
            {u"WorkspaceId"_s, &RegisteredModel::workspaceId},
            {u"Provider"_s, &RegisteredModel::provider},
            {u"UserId"_s, &RegisteredModel::userId},
            {u"OwnerId"_s, &RegisteredModel::ownerId},
            {u"GmtCreateTime"_s, &RegisteredModel::created},
            {u"GmtModifiedTime"_s, &RegisteredModel::modified},
            {u"GmtLatestVersionModifiedTime"_s, &RegisteredModel::latestVersionModified}};
        return table.value(key, nullptr);
    }

    static bool takeText(QString &place, const JsonText &raw)
    {
        auto text = jsonStringValue(raw.utf8());
        if (text)
            place = std::move(*text);
        return text.has_value();
    }

    bool takeField(const ModelField &field, const JsonText &raw)
    {
        if (field.kind == FieldKind::JsonObject) {
            if (isObject(raw))
                field.write(m_model.metadata, raw);
            return isObject(raw);
        }
        if (field.isNumber()) {
            if (isNumber(raw))
                field.write(m_model.metadata, raw.toString());
            return isNumber(raw);
        }
        QString text;
        if (!takeText(text, raw))
            return false;
        field.write(m_model.metadata, text);
        return true;
    }

    bool takeVersion(const JsonText &raw)
    {
        if (!isObject(raw))
            return false;
        m_model.latestVersion = raw;
        if (const auto members = jsonMembers(raw.utf8())) {
            for (const RawMember &member : *members) {
                if (member.key == "VersionName"_L1)
                    takeText(m_model.latestVersionName, member.value);
            }
        }
        return true;
    }

    //! Labels are preferred; Tags stay visible when they say something else.
    void takeLabels()
    {
        const auto fromLabels = m_labels.isEmpty() ? std::nullopt : labels(m_labels);
        const auto fromTags = m_tags.isEmpty() ? std::nullopt : labels(m_tags);
        if (!m_labels.isEmpty())
            m_model.metadata.labels = fromLabels.value_or(QList<Label>());
        else if (fromTags)
            m_model.metadata.labels = *fromTags;
        if (!m_labels.isEmpty() && !fromLabels)
            m_model.unknown.append({u"Labels"_s, m_labels});
        if (!m_tags.isEmpty() && (!fromTags || *fromTags != m_model.metadata.labels))
            m_model.unknown.append({u"Tags"_s, m_tags});
    }

    RegisteredModel m_model;
    JsonText m_labels;
    JsonText m_tags;
};

Workspace toWorkspace(const QList<RawMember> &members)
{
    Workspace workspace;
    for (const auto &[key, value] : members) {
        const QString text = jsonStringValue(value.utf8()).value_or(QString());
        if (key == "WorkspaceId"_L1)
            workspace.id = text;
        else if (key == "WorkspaceName"_L1)
            workspace.name = text;
        else if (key == "DisplayName"_L1)
            workspace.displayName = text;
        else if (key == "Description"_L1)
            workspace.description = text;
        else if (key == "Status"_L1)
            workspace.status = text;
        else if (key == "IsDefault"_L1)
            workspace.isDefault = value.utf8() == "true";
    }
    return workspace;
}

//! The members of the one object that \p body is.
Result<QList<RawMember>> topMembers(const QByteArray &body)
{
    QList<RawMember> members;
    auto read = eachTopMember(body, [&](const QString &key, ondemand::value value) {
        return rawText(value).transform([&](QByteArray &&text) {
            members.append({key, JsonText(std::move(text))});
        });
    });
    if (!read)
        return failure(std::move(read.error()));
    return members;
}

//! Reads {"<list>": [ … ], "TotalCount": n}; \p take gets the members of each element.
Result<std::optional<qint64>> readPage(const QByteArray &body, QLatin1StringView list,
                                       const std::function<void(const QList<RawMember> &)> &take)
{
    std::optional<qint64> total;
    auto read = eachTopMember(body, [&](const QString &key, ondemand::value value) -> Result<void> {
        if (key == list) {
            return eachObject(value, [&](ondemand::object object) -> Result<void> {
                return rawMembers(object).transform(take);
            });
        }
        return rawText(value).transform([&](const QByteArray &text) {
            bool ok = false;
            const qint64 number = text.toLongLong(&ok);
            if (key == "TotalCount"_L1 && ok)
                total = number;
        });
    });
    if (!read)
        return failure(std::move(read.error()));
    return total;
}

} // namespace

Result<operations::ModelPage> modelPage(const QByteArray &body)
{
    operations::ModelPage page;
    auto total = readPage(body, "Models"_L1, [&](const QList<RawMember> &members) {
        page.models.append(ModelReader().read(members));
    });
    if (!total)
        return failure(std::move(total.error()));
    page.totalCount = *total;
    return page;
}

Result<RegisteredModel> model(const QByteArray &body)
{
    return topMembers(body).and_then(
        [](const QList<RawMember> &members) -> Result<RegisteredModel> {
            RegisteredModel model = ModelReader().read(members);
            if (model.id.isEmpty())
                return broken(u"no ModelId in the answer"_s);
            return model;
        });
}

Result<QString> createdModelId(const QByteArray &body)
{
    return topMembers(body).and_then([](const QList<RawMember> &members) -> Result<QString> {
        for (const auto &[key, value] : members) {
            const auto id = key == "ModelId"_L1 ? jsonStringValue(value.utf8()) : std::nullopt;
            if (id && !id->isEmpty())
                return *id;
        }
        return broken(u"no ModelId in the answer"_s);
    });
}

Result<operations::WorkspacePage> workspacePage(const QByteArray &body)
{
    operations::WorkspacePage page;
    auto total = readPage(body, "Workspaces"_L1, [&](const QList<RawMember> &members) {
        page.workspaces.append(toWorkspace(members));
    });
    if (!total)
        return failure(std::move(total.error()));
    page.totalCount = *total;
    return page;
}

Result<Workspace> workspace(const QByteArray &body)
{
    return topMembers(body).and_then([](const QList<RawMember> &members) -> Result<Workspace> {
        Workspace workspace = toWorkspace(members);
        if (workspace.id.isEmpty())
            return broken(u"no WorkspaceId in the answer"_s);
        return workspace;
    });
}

Result<std::monostate> nothing(const QByteArray &body)
{
    if (const auto problem = checkJsonObject(body))
        return broken(u"not JSON: "_s + problem->describe());
    return std::monostate();
}

QString requestId(const QByteArray &body)
{
    QString id;
    // A broken answer is not this function's business: what was found so far is good enough.
    (void)eachTopMember(body, [&](const QString &key, ondemand::value value) -> Result<void> {
        if (key != "RequestId"_L1)
            return {};
        return rawText(value).transform(
            [&](const QByteArray &text) { id = jsonStringValue(text).value_or(QString()); });
    });
    return id;
}

} // namespace modelscribe::decode
