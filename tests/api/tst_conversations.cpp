// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/client.h"

#include "api/faultserver.h"
#include "api/operations.h"
#include "api/replayserver.h"
#include "api/wiretest.h"
#include "core/jsonmembers.h"
#include "model/modelfields.h"
#include "testclass.h"
#include "testpaths.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QTimeZone>

#include <cstdio>

namespace tst_conversations {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

//! Value to create with, value to change it to, and what each must look like on the wire.
struct FieldCase
{
    QString created, changed;
    QByteArray createdWire, changedWire;
};

const QHash<QString, FieldCase> &fieldCases()
{
    static const QHash<QString, FieldCase> cases{
        {u"ModelName"_s, {u"bert"_s, u"b\"ert\n模"_s, R"("bert")", "\"b\\\"ert\\n模\""}},
        {u"ModelDescription"_s, {u"old"_s, QString(), R"("old")", R"("")"}},
        {u"Accessibility"_s, {u"PRIVATE"_s, u"PUBLIC"_s, R"("PRIVATE")", R"("PUBLIC")"}},
        {u"Origin"_s, {u"ModelScope"_s, u"HuggingFace"_s, R"("ModelScope")", R"("HuggingFace")"}},
        {u"Domain"_s, {u"nlp"_s, u"cv"_s, R"("nlp")", R"("cv")"}},
        {u"Task"_s, {u"text-generation"_s, u"asr"_s, R"("text-generation")", R"("asr")"}},
        {u"ModelDoc"_s,
         {u"https://a.b/c.md"_s, u"https://a.b/d.md"_s, R"("https://a.b/c.md")",
          R"("https://a.b/d.md")"}},
        {u"OrderNumber"_s, {u"0"_s, u"9223372036854775807"_s, "0", "9223372036854775807"}},
        {u"ModelType"_s, {u"Checkpoint"_s, u"LoRA"_s, R"("Checkpoint")", R"("LoRA")"}},
        {u"ParameterSize"_s, {u"7B"_s, u"350M"_s, "7000", "350"}},
        {u"ExtraInfo"_s, {u"{\"z\":1.0, \"a\":1}"_s, u"{}"_s, R"({"z":1.0, "a":1})", "{}"}}};
    return cases;
}

FieldValue valueOf(const ModelField &field, const QString &text)
{
    if (field.kind == FieldKind::JsonObject)
        return JsonText::fromString(text);
    return text;
}

QByteArray wireOf(const QByteArray &body, QLatin1StringView key)
{
    const auto members = jsonMembers(body);
    if (!members)
        return "broken"_ba;
    for (const RawMember &member : *members) {
        if (member.key == key)
            return member.value.utf8();
    }
    return {};
}

} // namespace

class tst_Conversations : public QObject
{
    Q_OBJECT

private slots:
    void conversationIsAsRecorded_data();
    void conversationIsAsRecorded();
    void recordingIsCompared();
    void everyFieldGoesOut();
};

void tst_Conversations::conversationIsAsRecorded_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<std::function<QString(Client &)>>("talk");
    QTest::addColumn<QString>("heard");
    using Talk = std::function<QString(Client &)>;
    const auto words = [](const auto &result) {
        return result ? u"done"_s : result.error().detail + result.error().code;
    };
    QTest::newRow("read a model") << u"get-model.txt"_s << Talk([](Client &client) {
        const auto model = wait(client.run(operations::getModel(u"model-a/b~ c"_s)));
        if (!model)
            return model.error().detail;
        return model->metadata.name + u'|' + model->metadata.parameterSize + u'|'
               + model->metadata.extraInfo.toString() + u'|' + model->metadata.labels[0].value
               + u'|' + model->unknown.value(0).key;
    }) << u"模型|7000|{\"b\":1.0, \"a\":12345678901234567890}|nlp|New"_s;
    QTest::newRow("create a model") << u"create-model.txt"_s << Talk([](Client &client) {
        ModelMetadata metadata{.name = u"bert \"x\""_s};
        metadata.labels = {{u"team"_s, u"nlp"_s}};
        return wait(client.run(*operations::createModel(metadata, u"796"_s))).value_or(u"bad"_s);
    }) << u"model-new"_s;
    QTest::newRow("an update is throttled")
        << u"throttled-update.txt"_s << Talk([words](Client &client) {
               auto update = *operations::updateModel(u"model-1"_s, {.description = u"old"_s}, {});
               const auto throttled = wait(client.run(update));
               if (throttled || !throttled.error().againAfter)
                   return u"not left to us"_s;
               if (!wait(client.run(operations::getModel(u"model-1"_s))))
                   return u"not read"_s;
               ++update.request.attempt;
               return words(wait(client.run(update)));
           })
        << u"done"_s;
    QTest::newRow("change labels") << u"labels.txt"_s << Talk([words](Client &client) {
        const auto removed = wait(
            client.run(operations::deleteModelLabels(u"model-1"_s, {u"a"_s, u"b c"_s})));
        if (!removed)
            return words(removed);
        return words(wait(client.run(operations::createModelLabels(
            u"model-1"_s, {{u"a"_s, u"1"_s}, {u"团队"_s, QString()}}))));
    }) << u"done"_s;
    QTest::newRow("look for a name") << u"list-models.txt"_s << Talk([](Client &client) {
        const auto page = wait(client.run(operations::listModels({.workspaceId = u"796"_s,
                                                                  .exactName = u"bert*"_s,
                                                                  .descending = true,
                                                                  .pageNumber = 2})));
        return page ? QString::number(page->totalCount.value_or(-1)) + page->models.value(0).id
                    : page.error().detail;
    }) << u"51model-51"_s;
}

void tst_Conversations::conversationIsAsRecorded()
{
    QFETCH(QString, file);
    QFETCH(std::function<QString(Client &)>, talk);
    QFETCH(QString, heard);
    ReplayServer server(testing::sourcePath(u"tests/api/data/wire/"_s + file));
    ClientOptions options = quickOptions();
    options.now = [] { return QDateTime({2026, 1, 2}, {3, 4, 5}, QTimeZone::utc()); };
    int count = 0;
    options.nonce = [&count] { return "nonce-" + QByteArray::number(++count); };
    Client client(*Endpoint::fromText(server.address()), canarySource(), options);
    QCOMPARE(talk(client), heard);
    QCOMPARE(server.problems(), QStringList());
}

void tst_Conversations::recordingIsCompared()
{
    ReplayServer server(testing::sourcePath(u"tests/api/data/wire/create-model.txt"_s));
    QCOMPARE(server.problems().size(), 1); // nobody asked yet
    Client client(*Endpoint::fromText(server.address()), canarySource(), quickOptions());
    QVERIFY(wait(client.run(*operations::createModel({.name = u"other"_s}, u"796"_s))));
    QCOMPARE(server.problems().size(), 2); // body and nonce
    QVERIFY(!wait(client.run(operations::deleteModel(u"model-1"_s))));
    QVERIFY(server.problems().size() > 2);
}

//! What create and update put on the wire for each field, as received by a server.
void tst_Conversations::everyFieldGoesOut()
{
    FaultServer server;
    server.setScript({FaultServer::answer(200, R"({"RequestId":"R","ModelId":"m"})")});
    Client client(*Endpoint::fromText(server.address()), canarySource(), quickOptions());

    ModelMetadata all;
    for (const ModelField &field : modelFields)
        field.write(all, valueOf(field, fieldCases().value(field.key).created));
    QVERIFY(wait(client.run(*operations::createModel(all, u"796"_s))));
    const QByteArray createBody = server.listener().requests().last().body;

    QByteArray table = "| field | create sends | update sends |\n| --- | --- | --- |\n";
    for (const ModelField &field : modelFields) {
        const FieldCase expected = fieldCases().value(field.key);
        ModelMetadata edited = all;
        field.write(edited, valueOf(field, expected.changed));
        QVERIFY(wait(client.run(*operations::updateModel(u"m"_s, all, edited))));
        const ReceivedRequest &update = server.listener().requests().last();
        QCOMPARE(update.verb, "PUT"_ba);
        const QByteArray key = QByteArray(field.key.data(), field.key.size());
        // Only what changed goes out.
        QCOMPARE(update.body, "{\"" + key + "\":" + expected.changedWire + "}");
        QCOMPARE(wireOf(createBody, field.key), expected.createdWire);
        table += "| " + key + " | `" + expected.createdWire + "` | `" + update.body + "` |\n";
    }
    QCOMPARE(wireOf(createBody, "WorkspaceId"_L1), "\"796\""_ba);
    QCOMPARE(jsonMembers(createBody)->size(), qsizetype(modelFields.size()) + 1);

    std::fwrite(table.constData(), 1, size_t(table.size()), stdout);
    std::fflush(stdout);
    const QString folder = qEnvironmentVariable("MODELSCRIBE_REPORT_DIR");
    if (folder.isEmpty())
        return;
    QFile file(QDir(folder).filePath(u"wire.md"_s));
    QVERIFY(QDir().mkpath(folder) && file.open(QIODevice::WriteOnly));
    file.write(table);
}

MODELSCRIBE_TEST(tst_Conversations)

} // namespace tst_conversations

#include "tst_conversations.moc"
