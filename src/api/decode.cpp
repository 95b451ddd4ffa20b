// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/decode.h"

#include "api/answerreader.h"
#include "core/jsonmembers.h"
#include "core/jsonscanner.h"
#include "model/modelfields.h"

#include <QHash>

#include <array>
#include <functional>
#include <variant>
#include <vector>

namespace modelscribe::decode {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> broken(const QString &what) { return failure(Error::Kind::Decode, what); }

QString keyText(QByteArrayView key) { return *Raw{key, JsonToken::Kind::String}.string(); }

bool isNull(const JsonText &raw) { return raw.utf8() == "null"; }

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
    void take(QByteArrayView key, const Raw &raw)
    {
        if (!raw.isNull() && !takeKnown(key, raw))
            m_model.unknown.append({keyText(key), raw.json()});
    }

    RegisteredModel model()
    {
        takeLabels();
        return std::move(m_model);
    }

private:
    using Take = bool (ModelReader::*)(const Raw &raw);
    //! Where the value of a member goes.
    using Place = std::variant<const ModelField *, QString RegisteredModel::*, Take>;
    using Places = QHash<QByteArrayView, Place>; //!< By key, quotation marks included.

    static Places makePlaces()
    {
        static const std::array names{
            std::pair("\"ModelId\"", &RegisteredModel::id),
            std::pair("\"WorkspaceId\"", &RegisteredModel::workspaceId),
            std::pair("\"Provider\"", &RegisteredModel::provider),
            std::pair("\"UserId\"", &RegisteredModel::userId),
            std::pair("\"OwnerId\"", &RegisteredModel::ownerId),
            std::pair("\"GmtCreateTime\"", &RegisteredModel::created),
            std::pair("\"GmtModifiedTime\"", &RegisteredModel::modified),
            std::pair("\"GmtLatestVersionModifiedTime\"", &RegisteredModel::latestVersionModified)};
        Places places;
        for (const auto &[name, member] : names)
            places.insert(name, member);
        static const std::vector<QByteArray> fieldNames = [] {
            std::vector<QByteArray> quoted;
            for (const ModelField &field : modelFields)
                quoted.push_back('"' + QByteArray(field.key.data(), field.key.size()) + '"');
            return quoted;
        }();
        for (size_t i = 0; i < fieldNames.size(); ++i)
            places.insert(fieldNames[i], &modelFields[i]);
        places.insert("\"Labels\"", &ModelReader::keepLabels);
        places.insert("\"Tags\"", &ModelReader::keepTags);
        places.insert("\"LatestVersion\"", &ModelReader::takeVersion);
        places.insert("\"RequestId\"", &ModelReader::ignore);
        return places;
    }

    bool takeKnown(QByteArrayView key, const Raw &raw)
    {
        static const Places places = makePlaces();
        auto place = places.constFind(key);
        if (place == places.cend() && key.contains('\\'))
            place = places.constFind('"' + keyText(key).toUtf8() + '"');
        if (place == places.cend())
            return false;
        if (const auto *field = std::get_if<const ModelField *>(&*place))
            return takeField(**field, raw);
        if (const auto *text = std::get_if<QString RegisteredModel::*>(&*place))
            return takeText(m_model.*(*text), raw);
        return (this->*std::get<Take>(*place))(raw);
    }

    static bool takeText(QString &place, const Raw &raw)
    {
        auto text = raw.string();
        if (text)
            place = std::move(*text);
        return text.has_value();
    }

    bool takeField(const ModelField &field, const Raw &raw)
    {
        if (field.kind == FieldKind::JsonObject) {
            if (raw.isObject())
                field.write(m_model.metadata, raw.json());
            return raw.isObject();
        }
        if (field.isNumber()) {
            if (raw.isNumber())
                field.write(m_model.metadata, QString::fromLatin1(raw.text));
            return raw.isNumber();
        }
        QString text;
        if (!takeText(text, raw))
            return false;
        field.write(m_model.metadata, text);
        return true;
    }

    bool keepLabels(const Raw &raw)
    {
        m_labels = raw.json();
        return true;
    }

    bool keepTags(const Raw &raw)
    {
        m_tags = raw.json();
        return true;
    }

    //! Of the answer, not of the model.
    bool ignore(const Raw &) { return true; }

    bool takeVersion(const Raw &raw)
    {
        if (!raw.isObject())
            return false;
        m_model.latestVersion = raw.json();
        if (const auto members = jsonMembers(raw.text)) {
            for (const RawMember &member : *members) {
                if (member.key == "VersionName"_L1)
                    m_model.latestVersionName =
                        jsonStringValue(member.value.utf8()).value_or(m_model.latestVersionName);
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

using TakeRaw = std::function<void(QByteArrayView key, const Raw &raw)>;

//! Calls \p take with each member of the one object that \p body is.
Result<void> eachMember(const QByteArray &body, const TakeRaw &take)
{
    AnswerReader reader(body);
    return reader.members([&](QByteArrayView key, const JsonToken &value) {
        return reader.rest(value).transform([&](const Raw &raw) { take(key, raw); });
    });
}

Result<QList<RawMember>> topMembers(const QByteArray &body)
{
    QList<RawMember> members;
    auto read = eachMember(body, [&](QByteArrayView key, const Raw &raw) {
        members.append({keyText(key), raw.json()});
    });
    if (!read)
        return failure(std::move(read.error()));
    return members;
}

//! Reads {"<list>": [ … ], "TotalCount": n}; \p list has its quotation marks, and \p takeOne reads
//! an element that has begun.
Result<std::optional<qint64>>
readPage(const QByteArray &body, QByteArrayView list,
         const std::function<Result<void>(AnswerReader &reader)> &takeOne)
{
    std::optional<qint64> total;
    AnswerReader reader(body);
    auto read = reader.members([&](QByteArrayView key, const JsonToken &value) -> Result<void> {
        if (key == list && value.kind == JsonToken::Kind::BeginArray)
            return reader.restOfObjects([&] { return takeOne(reader); });
        if (key == list && value.kind != JsonToken::Kind::Null)
            return reader.unexpected();
        return reader.rest(value).transform([&](const Raw &raw) {
            bool ok = false;
            const qint64 number = raw.text.toLongLong(&ok);
            if (key == "\"TotalCount\"" && ok)
                total = number;
        });
    });
    if (!read)
        return failure(std::move(read.error()));
    return total;
}

//! The members of an object that has begun.
Result<void> eachMemberOfRest(AnswerReader &reader, const TakeRaw &take)
{
    return reader.restOfObject([&](QByteArrayView key, const JsonToken &value) {
        return reader.rest(value).transform([&](const Raw &raw) { take(key, raw); });
    });
}

} // namespace

Result<operations::ModelPage> modelPage(const QByteArray &body)
{
    operations::ModelPage page;
    auto total = readPage(body, "\"Models\"", [&](AnswerReader &reader) {
        ModelReader model;
        return eachMemberOfRest(reader, [&](auto key, const Raw &raw) { model.take(key, raw); })
            .transform([&] { page.models.append(model.model()); });
    });
    if (!total)
        return failure(std::move(total.error()));
    page.totalCount = *total;
    return page;
}

Result<RegisteredModel> model(const QByteArray &body)
{
    ModelReader reader;
    auto read = eachMember(body, [&](auto key, const Raw &raw) { reader.take(key, raw); });
    if (!read)
        return failure(std::move(read.error()));
    RegisteredModel model = reader.model();
    if (model.id.isEmpty())
        return broken(u"no ModelId in the answer"_s);
    return model;
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
    auto total = readPage(body, "\"Workspaces\"", [&](AnswerReader &reader) {
        QList<RawMember> members;
        return eachMemberOfRest(reader,
                                [&](auto key, const Raw &raw) {
                                    members.append({keyText(key), raw.json()});
                                })
            .transform([&] { page.workspaces.append(toWorkspace(members)); });
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
    AnswerReader reader(body);
    // A broken answer is not this function's business: what was found so far is good enough.
    (void)reader.members([&](QByteArrayView key, const JsonToken &value) -> Result<void> {
        const auto raw = reader.rest(value);
        if (raw && key == "\"RequestId\"")
            id = raw->string().value_or(QString());
        return raw && id.isEmpty() ? Result<void>() : failure(Error::Kind::Decode);
    });
    return id;
}

} // namespace modelscribe::decode
