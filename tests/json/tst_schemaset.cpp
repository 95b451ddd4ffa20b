// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "testpaths.h"
#include "json/schemaset.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <algorithm>

namespace tst_schemaset {

using namespace modelscribe;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QStringList keys(const QList<SchemaProperty> &properties)
{
    QStringList result;
    for (const SchemaProperty &property : properties)
        result.append(property.key);
    return result;
}

const SchemaProperty *find(const QList<SchemaProperty> &properties, const QString &key)
{
    const auto found = std::ranges::find(properties, key, &SchemaProperty::key);
    return found == properties.cend() ? nullptr : &*found;
}

} // namespace

class tst_SchemaSet : public QObject
{
    Q_OBJECT

private slots:
    void everyBuiltInSchemaCanBeUsed();
    void knowsTheKeysOfModels();
    void knowsTheKeysOfVersions();
    void knowsMetrics();
    void documentedTextsHaveNoHints_data();
    void documentedTextsHaveNoHints();
    void choosesByModelType();
    void readsFiles();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void followsReferences();
    void neverFollowsReferencesIntoANetwork_data();
    void neverFollowsReferencesIntoANetwork();
    void findsTheReferenceOfADocument();
    void refusesFoldersWithoutAnIndex();
};

void tst_SchemaSet::everyBuiltInSchemaCanBeUsed()
{
    const SchemaSet set = SchemaSet::builtIn();
    QCOMPARE(set.entries().size(), 3);
    QStringList ids;
    for (const SchemaSet::Entry &entry : set.entries()) {
        QVERIFY(!entry.title.isEmpty());
        QVERIFY(!entry.schema->title().isEmpty());
        QVERIFY(!ids.contains(entry.schema->id()));
        ids.append(entry.schema->id());
        const QList<SchemaProperty> properties = entry.schema->properties({});
        for (const SchemaProperty &property : properties)
            QVERIFY2(!property.title.isEmpty() && !property.description.isEmpty(),
                     qPrintable(property.key));
        QVERIFY(properties.first().key == "$schema"_L1);
        // Unknown keys are fine, and nothing has to be there.
        QVERIFY(entry.schema->check(JsonTree::parse(R"({"own":{"a":[1]}})")).isEmpty());
        QFile file(testing::sourcePath(u"resources/schemas/"_s + entry.file));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(entry.file));
        QVERIFY(file.readAll().contains("draft-07"));
    }
}

void tst_SchemaSet::knowsTheKeysOfModels()
{
    const auto schema = SchemaSet::builtIn().schemaFor(u"model.ExtraInfo"_s);
    QVERIFY(schema);
    const QList<SchemaProperty> properties = schema->properties({});
    QCOMPARE(keys(properties).mid(1),
             (QStringList{u"RatingCount"_s, u"Rating"_s, u"FavoriteCount"_s, u"CommentCount"_s,
                          u"TippedAmountCount"_s, u"DownloadCount"_s, u"CoverUris"_s}));
    const SchemaProperty *rating = find(properties, u"Rating"_s);
    QCOMPARE(rating->widget, u"stars"_s);
    QCOMPARE(rating->minimum, 0.0);
    QCOMPARE(rating->maximum, 5.0);
    const SchemaProperty *covers = find(properties, u"CoverUris"_s);
    QCOMPARE(covers->widget, u"pictures"_s);
    QCOMPARE(covers->elementFormat, u"uri"_s);
    QCOMPARE(find(properties, u"DownloadCount"_s)->isInteger, true);
}

void tst_SchemaSet::knowsTheKeysOfVersions()
{
    const auto schema = SchemaSet::builtIn().schemaFor(u"version.ExtraInfo"_s, u"LoRA"_s);
    QVERIFY(schema);
    QCOMPARE(keys(schema->properties({})).mid(1), (QStringList{u"CoverUris"_s, u"TrainedWords"_s}));
    QCOMPARE(find(schema->properties({}), u"TrainedWords"_s)->elementKinds,
             QList{JsonKind::String});
}

void tst_SchemaSet::knowsMetrics()
{
    const auto schema = SchemaSet::builtIn().schemaFor(u"version.Metrics"_s);
    QVERIFY(schema);
    const JsonPath result = *jsonPathFromText(u"$.Results[0]"_s);
    QCOMPARE(keys(schema->properties(result)), (QStringList{u"Dataset"_s, u"Metrics"_s}));
    QVERIFY(find(schema->properties(result), u"Dataset"_s)->isRequired);
    QCOMPARE(keys(schema->properties(*jsonPathFromText(u"$.Results[0].Dataset"_s))),
             (QStringList{u"DatasetId"_s, u"Uri"_s}));
    QCOMPARE(schema->property(*jsonPathFromText(u"$.Results[0].Metrics.accuracy"_s))->kinds,
             QList{JsonKind::Number});
    QCOMPARE(schema->check(JsonTree::parse(R"({"Results":[{"Dataset":{},"Metrics":{"a":"1"}}]})"))
                 .size(),
             2);
}

void tst_SchemaSet::documentedTextsHaveNoHints_data()
{
    QTest::addColumn<QString>("use");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("model") << u"model.ExtraInfo"_s << QByteArray(R"({"RatingCount":2866,
        "Rating":4.94,"FavoriteCount":34992,"CommentCount":754,"TippedAmountCount":1115,
        "DownloadCount":606056,"CoverUris":["https://example.com/a.jpeg"]})");
    QTest::newRow("version") << u"version.ExtraInfo"_s
                             << QByteArray(R"({"CoverUris":[],"TrainedWords":["a","b"]})");
    QTest::newRow("metrics") << u"version.Metrics"_s << QByteArray(R"({"Results":[
        {"Dataset":{"DatasetId":"d-1"},"Metrics":{"accuracy":0.9}},
        {"Dataset":{"Uri":"oss://b.oss-cn-hangzhou.aliyuncs.com/a"},"Metrics":{}}]})");
}

void tst_SchemaSet::documentedTextsHaveNoHints()
{
    QFETCH(QString, use);
    QFETCH(QByteArray, text);
    const JsonTree tree = JsonTree::parse(text);
    QVERIFY(tree.isValid());
    QVERIFY(SchemaSet::builtIn().schemaFor(use)->check(tree).isEmpty());
}

void tst_SchemaSet::choosesByModelType()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"all.json"_s), R"({"title":"all"})");
    write(folder.filePath(u"lora.json"_s), R"({"title":"lora"})");
    write(folder.filePath(u"index.json"_s), R"({"schemas":[
        {"file":"lora.json","title":"L","for":"model.ExtraInfo","modelTypes":["LoRA","LoCon"]},
        {"file":"all.json","title":"A","for":"model.ExtraInfo"}]})");
    const auto set = SchemaSet::fromFolder(folder.path());
    QVERIFY(set);
    QCOMPARE(set->schemaFor(u"model.ExtraInfo"_s, u"lora"_s)->title(), u"lora"_s);
    QCOMPARE(set->schemaFor(u"model.ExtraInfo"_s, u"LoCon"_s)->title(), u"lora"_s);
    QCOMPARE(set->schemaFor(u"model.ExtraInfo"_s, u"Checkpoint"_s)->title(), u"all"_s);
    QCOMPARE(set->schemaFor(u"model.ExtraInfo"_s)->title(), u"all"_s);
    QVERIFY(!set->schemaFor(u"version.ExtraInfo"_s, u"LoRA"_s));
}

void tst_SchemaSet::readsFiles()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"ä b.json"_s), R"({"title":"T"})");
    const auto schema = SchemaSet::fromFile(folder.filePath(u"ä b.json"_s));
    QVERIFY(schema);
    QCOMPARE((*schema)->title(), u"T"_s);
}

void tst_SchemaSet::refusesOtherFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("path");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("missing") << QByteArray() << u"/nowhere/a.json"_s << Error::Kind::Storage;
    QTest::newRow("folder") << QByteArray() << u"/"_s << Error::Kind::Storage;
    QTest::newRow("device") << QByteArray() << u"/dev/zero"_s << Error::Kind::Storage;
    QTest::newRow("no schema") << QByteArray("{\"type\":5}") << QString() << Error::Kind::Decode;
    QTest::newRow("large") << QByteArray(2 * 1024 * 1024, ' ') + "{}" << QString()
                           << Error::Kind::Decode;
}

void tst_SchemaSet::refusesOtherFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, path);
    QFETCH(Error::Kind, kind);
    const QTemporaryDir folder;
    if (path.isEmpty()) {
        path = folder.filePath(u"s.json"_s);
        write(path, content);
    }
    const auto schema = SchemaSet::fromFile(path);
    QVERIFY(!schema);
    QCOMPARE(schema.error().kind, kind);
    QVERIFY2(schema.error().detail.contains(path), qPrintable(schema.error().detail));
}

void tst_SchemaSet::followsReferences()
{
    const SchemaSet set = SchemaSet::builtIn();
    const auto own = set.resolve(u"urn:modelscribe:schema:model-extrainfo"_s);
    QVERIFY(own);
    QCOMPARE(*own, set.schemaFor(u"model.ExtraInfo"_s));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a b.json"_s);
    write(path, R"({"title":"T"})");
    for (const QString &reference :
         {path, QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded)}) {
        const auto schema = set.resolve(reference);
        QVERIFY2(schema, qPrintable(reference));
        QCOMPARE((*schema)->title(), u"T"_s);
    }
}

void tst_SchemaSet::neverFollowsReferencesIntoANetwork_data()
{
    QTest::addColumn<QString>("reference");
    for (const char *reference :
         {"", "http://json-schema.org/draft-07/schema#", "https://example.com/s.json",
          "file://server/share/s.json", "//server/share/s.json", "\\\\server\\share\\s.json",
          "s.json", "../s.json", ":/modelscribe/schemas/model-extrainfo.json",
          "qrc:/modelscribe/schemas/model-extrainfo.json", "ftp://example.com/s.json",
          "urn:modelscribe:schema:unknown", "file:"})
        QTest::newRow(reference) << QString::fromLatin1(reference);
}

void tst_SchemaSet::neverFollowsReferencesIntoANetwork()
{
    QFETCH(QString, reference);
    const auto schema = SchemaSet::builtIn().resolve(reference);
    QVERIFY(!schema);
    QCOMPARE(schema.error().kind, Error::Kind::Invalid);
}

void tst_SchemaSet::findsTheReferenceOfADocument()
{
    const auto reference = [](const QByteArray &text) {
        return schemaReference(JsonTree::parse(text));
    };
    QCOMPARE(reference(R"({"a":1,"$schema":"urn:a"})"), u"urn:a"_s);
    QCOMPARE(reference(R"({"$schema":5})"), QString());
    QCOMPARE(reference("{}"), QString());
    QCOMPARE(reference("[]"), QString());
    QCOMPARE(reference("{"), QString());
}

void tst_SchemaSet::refusesFoldersWithoutAnIndex()
{
    const QTemporaryDir folder;
    QCOMPARE(SchemaSet::fromFolder(folder.path()).error().kind, Error::Kind::Storage);
    write(folder.filePath(u"index.json"_s), "[]");
    QCOMPARE(SchemaSet::fromFolder(folder.path()).error().kind, Error::Kind::Decode);
    write(folder.filePath(u"index.json"_s), R"({"schemas":[{"file":"none.json"}]})");
    QCOMPARE(SchemaSet::fromFolder(folder.path()).error().kind, Error::Kind::Storage);
}

MODELSCRIBE_TEST(tst_SchemaSet)

} // namespace tst_schemaset

#include "tst_schemaset.moc"
