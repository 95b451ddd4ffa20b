// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/decode.h"

#include "api/answerreader.h"
#include "core/jsonmembers.h"
#include "core/jsonscanner.h"
#include "model/modelfields.h"

#include <algorithm>
#include <variant>
#include <vector>

namespace modelscribe::decode {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> broken(const QString &what) { return failure(Error::Kind::Decode, what); }

//! nullopt: not of the form [{"Key": …, "Value": …}, …].
std::optional<QList<Label>> labels(const JsonText &raw)
{
    QList<Label> result;
    bool areLabels = true;
    AnswerReader reader(raw.utf8());
    const auto read = reader.objects([&] {
        std::optional<QString> key;
        std::optional<QString> value = QString();
        auto member = reader.restOfObject([&](QByteArrayView name, const JsonToken &first) {
            return reader.rest(first).transform([&](const RawValue &part) {
                if (keyText(name) == "Key"_L1)
                    key = part.string();
                else if (keyText(name) == "Value"_L1 && !part.isNull())
                    value = part.string();
            });
        });
        areLabels = areLabels && key && value;
        if (areLabels)
            result.append({*key, *value});
        return member;
    });
    return read && areLabels ? std::optional(result) : std::nullopt;
}

//! Reads the members of one model; what has no place goes to RegisteredModel::unknown.
class ModelReader
{
public:
    void take(QByteArrayView key, const RawValue &raw)
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
    using Take = bool (ModelReader::*)(const RawValue &raw);
    //! Where the value of a member goes.
    using Place = std::variant<const ModelField *, QString RegisteredModel::*, Take>;
    //! By key, quotation marks included: so few are looked through sooner than a hash is made.
    using Places = std::vector<std::pair<QByteArray, Place>>;

    static Places makePlaces()
    {
        Places places = {{"ModelId", &RegisteredModel::id},
                         {"WorkspaceId", &RegisteredModel::workspaceId},
                         {"Provider", &RegisteredModel::provider},
                         {"UserId", &RegisteredModel::userId},
                         {"OwnerId", &RegisteredModel::ownerId},
                         {"GmtCreateTime", &RegisteredModel::created},
                         {"GmtModifiedTime", &RegisteredModel::modified},
                         {"GmtLatestVersionModifiedTime", &RegisteredModel::latestVersionModified},
                         {"Labels", &ModelReader::keepLabels},
                         {"Tags", &ModelReader::keepTags},
                         {"LatestVersion", &ModelReader::takeVersion},
                         {"RequestId", &ModelReader::ignore}};
        for (const ModelField &field : modelFields)
            places.emplace_back(QByteArray(field.key.data(), field.key.size()), &field);
        for (auto &[key, place] : places)
            key = '"' + key + '"';
        return places;
    }

    static const Place *placeOf(QByteArrayView key)
    {
        static const Places places = makePlaces();
        const auto found = std::ranges::find_if(
            places, [key](const auto &place) { return key == place.first; });
        return found == places.end() ? nullptr : &found->second;
    }

    bool takeKnown(QByteArrayView key, const RawValue &raw)
    {
        const Place *place = placeOf(key);
        if (!place && key.contains('\\'))
            place = placeOf('"' + keyText(key).toUtf8() + '"');
        if (!place)
            return false;
        if (const auto *field = std::get_if<const ModelField *>(place))
            return takeField(**field, raw);
        if (const auto *text = std::get_if<QString RegisteredModel::*>(place))
            return takeText(m_model.*(*text), raw);
        return (this->*std::get<Take>(*place))(raw);
    }

    static bool takeText(QString &place, const RawValue &raw)
    {
        auto text = raw.string();
        if (text)
            place = std::move(*text);
        return text.has_value();
    }

    bool takeField(const ModelField &field, const RawValue &raw)
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

    bool keepLabels(const RawValue &raw)
    {
        m_labels = raw.json();
        return true;
    }

    bool keepTags(const RawValue &raw)
    {
        m_tags = raw.json();
        return true;
    }

    //! Of the answer, not of the model.
    bool ignore(const RawValue &) { return true; }

    bool takeVersion(const RawValue &raw)
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

} // namespace

Result<operations::ModelPage> modelPage(const QByteArray &body)
{
    operations::ModelPage page;
    auto total = readPage(body, "\"Models\"", [&](AnswerReader &reader) {
        ModelReader model;
        return reader.restOfValues([&](auto key, const RawValue &raw) { model.take(key, raw); })
            .transform([&] { page.models.append(model.model()); });
    });
    if (!total)
        return failure(std::move(total.error()));
    page.totalCount = *total;
    return page;
}

Result<RegisteredModel> model(const QByteArray &body)
{
    ModelReader members;
    auto read = AnswerReader(body).values(
        [&](auto key, const RawValue &raw) { members.take(key, raw); });
    if (!read)
        return failure(std::move(read.error()));
    RegisteredModel model = members.model();
    if (model.id.isEmpty())
        return broken(u"no ModelId in the answer"_s);
    return model;
}

Result<QString> createdModelId(const QByteArray &body)
{
    return answerMembers(body).and_then([](const QList<RawMember> &members) -> Result<QString> {
        for (const auto &[key, value] : members) {
            const auto id = key == "ModelId"_L1 ? jsonStringValue(value.utf8()) : std::nullopt;
            if (id && !id->isEmpty())
                return *id;
        }
        return broken(u"no ModelId in the answer"_s);
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
