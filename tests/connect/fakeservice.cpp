// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/fakeservice.h"

#include "core/jsonwriter.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe::testing {

namespace {

QTcpServer &listening(QTcpServer &server)
{
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no port is free");
    return server;
}

QByteArray rawMember(const QByteArray &object, QStringView key)
{
    for (const RawMember &member : jsonMembers(object).value_or(QList<RawMember>())) {
        if (member.key == key)
            return member.value.utf8();
    }
    return {};
}

QJsonObject objectOf(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

QJsonObject merged(QJsonObject held, const QJsonObject &sent, bool isDeep, bool nullRemoves)
{
    for (auto it = sent.begin(); it != sent.end(); ++it) {
        if (it->isNull() && nullRemoves)
            held.remove(it.key());
        else if (isDeep && it->isObject() && held.value(it.key()).isObject())
            held.insert(it.key(),
                        merged(held.value(it.key()).toObject(), it->toObject(), true, nullRemoves));
        else
            held.insert(it.key(), *it);
    }
    return held;
}

bool isNumberKey(QStringView key) { return key == u"OrderNumber"; }

} // namespace

FakeService::FakeService(const Quirks &quirks, int others)
    : m_quirks(quirks)
    , m_listener(listening(m_server))
    , m_others(others)
{
    for (int i = 0; i < others; ++i) {
        m_now += 10;
        m_models.append(
            {.id = u"other-%1"_s.arg(i),
             .fields = {{u"ModelName"_s, u"other %1"_s.arg(i)}, {u"Accessibility"_s, u"PUBLIC"_s}},
             .created = m_now,
             // Not in the order of creation.
             .modified = m_now + (i * 37 % 100) * 100});
    }
    m_now += 100'000;
    m_listener.setHandler(
        [this](QTcpSocket &socket, const ReceivedRequest &request) { handle(socket, request); });
}

QString FakeService::address() const { return u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()); }

QStringList FakeService::left() const
{
    QStringList names;
    for (const Model &model : m_models) {
        if (!model.id.startsWith("other-"_L1))
            names.append(model.fields.value("ModelName"_L1).toString());
    }
    return names;
}

FakeService::Answer FakeService::refusal(int status, const QByteArray &code) const
{
    return {status, "{\"Code\":\"" + code + "\",\"Message\":\"no\",\"RequestId\":\"R-2\"}"};
}

void FakeService::handle(QTcpSocket &socket, const ReceivedRequest &request)
{
    const Fault what = fault ? fault(m_count, request) : Fault::None;
    ++m_count;
    if (!m_quirks.vendorRetryAfter.isEmpty() && !std::exchange(m_hasThrottled, true)) {
        socket.write(httpAnswer(429, R"({"Code":"Throttling.User"})",
                                {{"x-acs-retry-after", m_quirks.vendorRetryAfter}}));
        return;
    }
    Answer answered = refusal(500, "InternalError");
    if (what == Fault::Forbid)
        answered = refusal(403, "Forbidden.RAM");
    if (what == Fault::Blab)
        answered = {400, R"({"Code":"Taken by TitleOfSomebody","Message":"see model-1"})"};
    if (what == Fault::None || what == Fault::LoseAnswer)
        answered = answer(request);
    else if (what == Fault::BreakAfter)
        std::ignore = answer(request);
    if (what == Fault::LoseRequest || what == Fault::LoseAnswer)
        socket.abort();
    else if (what != Fault::Hold)
        socket.write(httpAnswer(answered.status, answered.body));
}

FakeService::Answer FakeService::answer(const ReceivedRequest &request)
{
    const QUrl url(QString::fromLatin1(request.target));
    const QStringList path = url.path().mid(8).split(u'/'); // behind /api/v1/
    if (path.size() == 3 && path[0] == "workspaces"_L1) {
        if (!m_quirks.hasWorkspace)
            return refusal(404, "100400027");
        if (!m_quirks.tellsPermissions)
            return refusal(403, "Forbidden");
        QByteArray list = R"({"PermissionCode":"PaiModel:UpdateModel","PermissionRules":)"
                          R"([{"Accessibility":"ANY","EntityAccessType":"ANY"}]})";
        if (m_quirks.listsPublish)
            list += ',' + QByteArray(list).replace("UpdateModel", "PublishModel");
        return {200, "{\"Permissions\":[" + list + "]}"};
    }
    if (path.size() == 1)
        return request.verb == "GET" ? list(QUrlQuery(url)) : create(request.body);
    Model *model = find(path[1]);
    if (!model)
        return refusal(m_quirks.goneStatus, m_quirks.goneCode);
    if (path.size() == 2)
        return ofModel(request.verb, *model, request.body);
    if (path[2] == "labels"_L1)
        return postLabels(*model, request.body);
    if (request.verb == "POST") {
        model->versions.append(u"0.1.0"_s);
        return {200, R"({"VersionName":"0.1.0"})"};
    }
    if (request.verb == "DELETE") {
        model->versions.removeAll(path.value(3));
        return {};
    }
    QByteArrayList names;
    for (const QString &name : std::as_const(model->versions))
        names.append("{\"VersionName\":\"" + name.toUtf8() + "\"}");
    return {200, "{\"Versions\":[" + names.join(',') + "]}"};
}

FakeService::Answer FakeService::ofModel(const QByteArray &verb, Model &model,
                                         const QByteArray &body)
{
    if (verb == "GET")
        return {200, text(model)};
    if (verb == "PUT")
        return update(model, body);
    if (!model.versions.isEmpty() && !m_quirks.versionsGoAlong)
        return refusal(400, m_quirks.versionsCode);
    const QString id = model.id;
    m_models.removeIf([&id](const Model &one) { return one.id == id; });
    return {};
}

FakeService::Answer FakeService::list(const QUrlQuery &query)
{
    const auto value = [&query](const QString &key) {
        return query.queryItemValue(key, QUrl::FullyDecoded);
    };
    const int asked = value(u"PageSize"_s).toInt();
    if (m_quirks.refusesLargerPages && asked > m_quirks.largestPage)
        return refusal(400, "InvalidParameter");
    const QString sortBy = value(u"SortBy"_s);
    if (m_quirks.sort == Quirks::Sort::Refuses && sortBy != "GmtCreateTime"_L1)
        return refusal(400, "InvalidParameter");
    const auto number = [&](const Model &model) {
        return m_quirks.sort == Quirks::Sort::ByKey && sortBy == "GmtModifiedTime"_L1
                   ? model.modified
                   : model.created;
    };
    QList<Model> models = m_models;
    if (!value(u"Provider"_s).isEmpty())
        models.clear();
    QString name = value(u"ModelName"_s);
    const bool isQuoted = name.startsWith(u'"');
    if (isQuoted && m_quirks.quoted != Quirks::Quoted::Literal)
        name = name.sliced(1).chopped(1);
    models.removeIf([&](const Model &model) {
        const QString held = model.fields.value("ModelName"_L1).toString();
        return isQuoted && m_quirks.quoted == Quirks::Quoted::Exact ? held != name
                                                                    : !held.contains(name);
    });
    std::ranges::stable_sort(models, std::ranges::greater(), number);
    if (value(u"Order"_s) != "DESC"_L1)
        std::ranges::reverse(models);
    QByteArrayList texts;
    for (const Model &model :
         models.first(std::min<qsizetype>(models.size(), std::min(asked, m_quirks.largestPage))))
        texts.append(text(model));
    return {200, "{\"TotalCount\":" + QByteArray::number(models.size()) + ",\"Models\":["
                     + texts.join(',') + "]}"};
}

FakeService::Answer FakeService::create(const QByteArray &body)
{
    const QList<RawMember> members = *jsonMembers(body);
    Model model{.id = u"model-%1"_s.arg(++m_nextId), .created = ++m_now, .modified = m_now};
    if (const auto refused = checked(model, members))
        return *refused;
    for (const RawMember &member : members) {
        if (member.key == "ExtraInfo"_L1)
            model.extraInfo = member.value.utf8();
        else if (member.key != "Tag"_L1)
            model.fields.insert(member.key,
                                objectOf("{\"v\":" + member.value.utf8() + '}').value("v"_L1));
    }
    for (const QJsonValue &tag : objectOf(body).value("Tag"_L1).toArray())
        model.labels.append({tag["Key"_L1].toString(), tag["Value"_L1].toString()});
    m_models.append(model);
    return {200, "{\"ModelId\":\"" + model.id.toUtf8() + "\"}"};
}

std::optional<FakeService::Answer> FakeService::checked(const Model &model,
                                                        const QList<RawMember> &members) const
{
    using Take = Quirks::Take;
    const auto bad = [this] { return refusal(400, "InvalidParameter"); };
    for (const RawMember &member : members) {
        const QByteArray &value = member.value.utf8();
        const bool isText = !isNumberKey(member.key) && member.key != "ExtraInfo"_L1;
        if ((value == "\"\"" && m_quirks.emptyText == Take::Refuses)
            || (value == "null" && isText && m_quirks.nullText == Take::Refuses)
            || (value == "null" && isNumberKey(member.key) && m_quirks.nullNumber == Take::Refuses)
            || (value == "{}" && m_quirks.emptyObject == Take::Refuses))
            return bad();
        const QString string = jsonStringValue(value).value_or(QString());
        if (member.key == "ModelName"_L1) {
            const bool hasOthers = string.toUtf8().size() != string.size();
            if ((m_quirks.countsNameInBytes ? string.toUtf8().size() : string.size()) > 127
                || (hasOthers && !m_quirks.takesOtherLetters))
                return bad();
            const bool isTaken = std::ranges::any_of(m_models, [&](const Model &one) {
                return one.id != model.id && one.fields.value("ModelName"_L1) == string;
            });
            if (m_quirks.namesAreUnique && isTaken)
                return refusal(m_quirks.sameNameStatus, "201900099");
        }
        if (member.key == "Accessibility"_L1 && m_quirks.checksValues && string != "PUBLIC"_L1
            && string != "PRIVATE"_L1)
            return bad();
        if (string == "PUBLIC"_L1 && !m_quirks.mayPublish)
            return refusal(403, "Forbidden.RAM");
    }
    return {};
}

FakeService::Answer FakeService::update(Model &model, const QByteArray &body)
{
    const QList<RawMember> members = *jsonMembers(body);
    if (const auto refused = checked(model, members))
        return *refused;
    if (!m_quirks.omittedStay) {
        const QJsonValue name = model.fields.value("ModelName"_L1);
        model.fields = {{u"ModelName"_s, name}, {u"Accessibility"_s, u"PRIVATE"_s}};
        if (rawMember(body, u"ExtraInfo").isEmpty())
            model.extraInfo.clear();
    }
    write(model, members);
    model.modified = ++m_now;
    return {};
}

void FakeService::write(Model &model, const QList<RawMember> &members)
{
    using Take = Quirks::Take;
    for (const RawMember &member : members) {
        const QByteArray &value = member.value.utf8();
        const Take null = isNumberKey(member.key) ? m_quirks.nullNumber : m_quirks.nullText;
        if (member.key == "ExtraInfo"_L1)
            writeExtraInfo(model, value);
        else if (value == "null" && null == Take::Clears)
            model.fields.remove(member.key);
        else if (value != "null" && (value != "\"\"" || m_quirks.emptyText == Take::Clears))
            model.fields.insert(member.key, objectOf("{\"v\":" + value + '}').value("v"_L1));
    }
}

void FakeService::writeExtraInfo(Model &model, const QByteArray &sent)
{
    if (sent == "{}" && m_quirks.emptyObject == Quirks::Take::Ignores)
        return;
    if (m_quirks.merge != ServiceRules::Merge::None) {
        const QJsonObject all = merged(objectOf(model.extraInfo), objectOf(sent),
                                       m_quirks.merge == ServiceRules::Merge::Deep,
                                       m_quirks.nullRemoves);
        model.extraInfo = QJsonDocument(all).toJson(QJsonDocument::Compact);
    } else {
        model.extraInfo = m_quirks.respells
                              ? QJsonDocument(objectOf(sent)).toJson(QJsonDocument::Compact)
                              : sent;
    }
}

FakeService::Answer FakeService::postLabels(Model &model, const QByteArray &body)
{
    using Post = Quirks::Post;
    for (const QJsonValue &one : objectOf(body).value("Labels"_L1).toArray()) {
        const std::pair label(one["Key"_L1].toString(), one["Value"_L1].toString());
        const auto held = std::ranges::find(model.labels, label.first,
                                            &std::pair<QString, QString>::first);
        if (held != model.labels.end() && m_quirks.post == Post::Refuses)
            return refusal(400, "DuplicateLabel");
        if (held == model.labels.end() || m_quirks.post == Post::Adds)
            model.labels.append(label);
        else if (m_quirks.post == Post::Overwrites)
            held->second = label.second;
    }
    model.modified = ++m_now;
    return {};
}

FakeService::Model *FakeService::find(const QString &id)
{
    const auto model = std::ranges::find(m_models, id, &Model::id);
    return model == m_models.end() ? nullptr : &*model;
}

QByteArray FakeService::time(qint64 seconds) const
{
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(seconds).toUTC();
    return moment.toString(m_quirks.hasMilliseconds ? Qt::ISODateWithMs : Qt::ISODate).toLatin1();
}

QByteArray FakeService::text(const Model &model) const
{
    JsonObjectWriter json;
    json.add(u"ModelId", jsonString(model.id));
    for (auto it = model.fields.begin(); it != model.fields.end(); ++it) {
        const QByteArray object =
            QJsonDocument(QJsonObject{{u"v"_s, *it}}).toJson(QJsonDocument::Compact);
        json.add(it.key(), rawMember(object, u"v"));
    }
    if (!model.extraInfo.isEmpty())
        json.add(u"ExtraInfo", model.extraInfo);
    QByteArrayList labels;
    for (const auto &[key, value] : model.labels)
        labels.append("{\"Key\":" + jsonString(key) + ",\"Value\":" + jsonString(value) + '}');
    json.add(m_quirks.hasTagsOnly ? u"Tags" : u"Labels", '[' + labels.join(',') + ']');
    json.add(u"GmtCreateTime", '"' + time(model.created) + '"');
    json.add(u"GmtModifiedTime", '"' + time(model.modified) + '"');
    return json.take();
}

} // namespace modelscribe::testing
