// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modelfields.h"
#include "testclass.h"

#include <QSet>
#include <QTest>

namespace tst_modelfields {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_ModelFields : public QObject
{
    Q_OBJECT

private slots:
    void theTableIsSound();
    void findsRowsByTheirExactKey();
    void readsAndWritesEveryMember();
    void aValueIsTextOrJson();
    void wireTokens_data();
    void wireTokens();
    void sameMeansTheServiceWouldHoldTheSame_data();
    void sameMeansTheServiceWouldHoldTheSame();
};

void tst_ModelFields::theTableIsSound()
{
    QCOMPARE(modelFields.size(), 11u);
    QSet<QString> keys;
    QSet<QString> labels;
    for (const ModelField &field : modelFields) {
        keys.insert(field.key);
        labels.insert(field.labelText());
        QCOMPARE(field.required, field.key == "ModelName"_L1);
    }
    QCOMPARE(keys.size(), 11);
    QCOMPARE(labels.size(), 11);
    QCOMPARE(findField(u"ModelName")->maxLength, 127);
}

void tst_ModelFields::findsRowsByTheirExactKey()
{
    QCOMPARE(findField(u"Task")->label, "Task");
    for (const QString &key : {u""_s, u"task"_s, u"Labels"_s, u"WorkspaceId"_s, u"Task "_s})
        QVERIFY2(!findField(key), qPrintable(key));
}

void tst_ModelFields::readsAndWritesEveryMember()
{
    ModelMetadata metadata;
    for (const ModelField &field : modelFields) {
        QVERIFY(field.read(metadata).isEmpty());
        field.write(metadata, FieldValue(u"{\"x\":\"%1\"}"_s.arg(field.key)));
    }
    for (const ModelField &field : modelFields)
        QCOMPARE(field.read(metadata).text(), u"{\"x\":\"%1\"}"_s.arg(field.key));
    QCOMPARE(metadata.document, u"{\"x\":\"ModelDoc\"}"_s);
    QCOMPARE(metadata.extraInfo, JsonText("{\"x\":\"ExtraInfo\"}"));
}

void tst_ModelFields::aValueIsTextOrJson()
{
    QVERIFY(FieldValue().isEmpty());
    QVERIFY(FieldValue(JsonText()).isEmpty());
    QCOMPARE(FieldValue(u"中"_s).json().utf8(), QByteArray("中"));
    QCOMPARE(FieldValue(JsonText("\"中\"")).text(), u"\"中\""_s);
    QVERIFY(FieldValue(JsonText("1")).json() == JsonText("1"));
}

void tst_ModelFields::wireTokens_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("token"); // null: has none
    const auto row = [](const QString &key, const QString &text, const QByteArray &token) {
        QTest::newRow(qPrintable(key + u": "_s + text.left(30))) << key << text << token;
    };
    row(u"ModelName"_s, u"bert \"中\""_s, "\"bert \\\"中\\\"\"");
    row(u"ModelDescription"_s, u"a\nb"_s, "\"a\\nb\"");
    row(u"Task"_s, u""_s, "\"\"");
    row(u"Accessibility"_s, u"PUBLIC"_s, "\"PUBLIC\"");
    row(u"ModelDoc"_s, u"https://a/b"_s, "\"https://a/b\"");
    row(u"OrderNumber"_s, u"12"_s, "12");
    row(u"OrderNumber"_s, u" -007 "_s, "-7");
    row(u"OrderNumber"_s, u"9223372036854775807"_s, "9223372036854775807");
    row(u"OrderNumber"_s, u"9223372036854775808"_s, {});
    row(u"OrderNumber"_s, u"7B"_s, {});
    row(u"OrderNumber"_s, u"1.0"_s, {});
    row(u"OrderNumber"_s, u""_s, {});
    row(u"ParameterSize"_s, u"7B"_s, "7000");
    row(u"ParameterSize"_s, u"7000"_s, "7000");
    row(u"ParameterSize"_s, u"500K"_s, {});
    row(u"ParameterSize"_s, u""_s, {});
    row(u"ExtraInfo"_s, u" {\"b\":1.0, \"a\":12345678901234567890}"_s,
        " {\"b\":1.0, \"a\":12345678901234567890}");
    row(u"ExtraInfo"_s, u"{}"_s, "{}");
    row(u"ExtraInfo"_s, u"[]"_s, {});
    row(u"ExtraInfo"_s, u"{\"a\":}"_s, {});
    row(u"ExtraInfo"_s, u""_s, {});
}

void tst_ModelFields::wireTokens()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QByteArray, token);
    const auto wire = findField(key)->wire(FieldValue(text));
    QCOMPARE(wire.has_value(), !token.isNull());
    if (wire) {
        QCOMPARE(*wire, token);
    } else {
        QCOMPARE(wire.error().kind, Error::Kind::Invalid);
        QVERIFY(!wire.error().detail.isEmpty());
    }
}

void tst_ModelFields::sameMeansTheServiceWouldHoldTheSame_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    QTest::newRow("unit") << u"ParameterSize"_s << u"7B"_s << u"7000"_s << true;
    QTest::newRow("other size") << u"ParameterSize"_s << u"7B"_s << u"7001"_s << false;
    QTest::newRow("size and none") << u"ParameterSize"_s << u"0"_s << u""_s << false;
    QTest::newRow("both none") << u"ParameterSize"_s << u""_s << u""_s << true;
    QTest::newRow("same nonsense") << u"ParameterSize"_s << u"x"_s << u"x"_s << true;
    QTest::newRow("other nonsense") << u"ParameterSize"_s << u"x"_s << u"y"_s << false;
    QTest::newRow("nonsense and size") << u"ParameterSize"_s << u"x"_s << u"1"_s << false;
    QTest::newRow("zeros") << u"OrderNumber"_s << u"007"_s << u"7"_s << true;
    QTest::newRow("text is exact") << u"Task"_s << u"a"_s << u"a "_s << false;
    QTest::newRow("JSON is exact") << u"ExtraInfo"_s << u"{\"a\":1}"_s << u"{\"a\":1.0}"_s << false;
    QTest::newRow("JSON white space counts") << u"ExtraInfo"_s << u"{}"_s << u"{ }"_s << false;
}

void tst_ModelFields::sameMeansTheServiceWouldHoldTheSame()
{
    QFETCH(QString, key);
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, same);
    const ModelField *field = findField(key);
    QCOMPARE(field->same(FieldValue(a), FieldValue(b)), same);
    QCOMPARE(field->same(FieldValue(b), FieldValue(a)), same);
}

MODELSCRIBE_TEST(tst_ModelFields)

} // namespace tst_modelfields

#include "tst_modelfields.moc"
