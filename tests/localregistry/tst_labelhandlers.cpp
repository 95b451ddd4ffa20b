// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/registryclient.h"
#include "testclass.h"

#include <QTest>

namespace tst_labelhandlers {

using namespace modelscribe;
using namespace modelscribe::test;
using namespace Qt::StringLiterals;

//! Labels of models and of versions behave alike, so every test runs for both.
class tst_LabelHandlers : public QObject
{
    Q_OBJECT

private slots:
    void addsAndOverwrites_data() { bothOwners(); }
    void addsAndOverwrites();
    void removesSeveral_data() { bothOwners(); }
    void removesSeveral();
    void movesTheTimeOfChange_data() { bothOwners(); }
    void movesTheTimeOfChange();
    void refuses_data();
    void refuses();
    void limitsLabelsOfAVersion();

private:
    void bothOwners();
};

namespace {

//! A model with one version; path() leads to the labels that are tested.
struct World
{
    explicit World(bool version)
        : ofVersion(version)
    {
        id = registry.newModel(R"({"ModelName":"a"})");
        registry.call("POST", "CreateModelVersion", {u"models"_s, id, u"versions"_s}, {},
                      R"({"Uri":"oss://b.e/p"})");
    }

    QStringList owner() const
    {
        const QStringList model{u"models"_s, id};
        return ofVersion ? model + QStringList{u"versions"_s, u"0.1.0"_s} : model;
    }
    Reply get() const
    {
        return registry.call("GET", ofVersion ? "GetModelVersion" : "GetModel", owner());
    }
    QByteArray labels() const
    {
        return QJsonDocument(get().at("Labels"_L1).toArray()).toJson(QJsonDocument::Compact);
    }
    QString modified() const { return get().at("GmtModifiedTime"_L1).toString(); }
    Reply add(const QByteArray &body) const
    {
        return registry.call("POST", ofVersion ? "CreateModelVersionLabels" : "CreateModelLabels",
                             owner() + QStringList{u"labels"_s}, {}, body);
    }
    Reply remove(const acs3::Query &query) const
    {
        return registry.call("DELETE", ofVersion ? "DeleteModelVersionLabels" : "DeleteModelLabels",
                             owner() + QStringList{u"labels"_s}, query);
    }

    bool ofVersion;
    Registry registry;
    QString id;
};

} // namespace

void tst_LabelHandlers::bothOwners()
{
    QTest::addColumn<bool>("version");
    QTest::newRow("of a model") << false;
    QTest::newRow("of a version") << true;
}

void tst_LabelHandlers::addsAndOverwrites()
{
    QFETCH(bool, version);
    const World world(version);
    const Reply added = world.add(
        R"({"Labels":[{"Key":"b","Value":"1"},{"Key":"a","Value":""},{"Key":"语言","Value":"中 文"}]})");
    QCOMPARE(added.status, 200);
    QCOMPARE(added.json().keys(), QStringList{u"RequestId"_s});
    QCOMPARE(world.add(R"({"Labels":[{"Key":"a","Value":"2"}]})").status, 200);
    QCOMPARE(world.labels(),
             R"([{"Key":"b","Value":"1"},{"Key":"a","Value":"2"},{"Key":"语言","Value":"中 文"}])");
    QCOMPARE(world.add(R"({"Labels":[]})").status, 200);
}

void tst_LabelHandlers::removesSeveral()
{
    QFETCH(bool, version);
    const World world(version);
    world.add(R"({"Labels":[{"Key":"stage","Value":"1"},{"Key":"语言","Value":"2"},)"
              R"({"Key":"a b","Value":"3"},{"Key":"stay","Value":"4"}]})");
    QCOMPARE(world.remove({{u"LabelKeys"_s, u"stage,语言,a b,never"_s}}).status, 200);
    QCOMPARE(world.labels(), R"([{"Key":"stay","Value":"4"}])");
}

void tst_LabelHandlers::movesTheTimeOfChange()
{
    QFETCH(bool, version);
    const World world(version);
    const QString first = world.modified();
    world.add(R"({"Labels":[{"Key":"a","Value":"1"}]})");
    const QString second = world.modified();
    QVERIFY(second > first);
    world.remove({{u"LabelKeys"_s, u"a"_s}});
    const QString third = world.modified();
    QVERIFY(third > second);
    world.remove({{u"LabelKeys"_s, u"a"_s}});
    QCOMPARE(world.modified(), third);
}

void tst_LabelHandlers::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no body") << QByteArray();
    QTest::newRow("no labels") << QByteArray("{}");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("text") << QByteArray(R"({"Labels":"a"})");
    QTest::newRow("number") << QByteArray(R"({"Labels":[{"Key":1,"Value":""}]})");
    QTest::newRow("second is wrong")
        << QByteArray(R"({"Labels":[{"Key":"ok","Value":""},{"Key":"a=b","Value":""}]})");
    QTest::newRow("comma") << QByteArray(R"({"Labels":[{"Key":"a,b","Value":""}]})");
}

void tst_LabelHandlers::refuses()
{
    QFETCH(QByteArray, body);
    for (const bool version : {false, true}) {
        const World world(version);
        const Reply reply = world.add(body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), u"InvalidParameter"_s);
        QCOMPARE(world.labels(), "[]");
        for (const acs3::Query &query : {acs3::Query{}, acs3::Query{{u"LabelKeys"_s, u","_s}}}) {
            const Reply removed = world.remove(query);
            QCOMPARE(removed.status, 400);
            QVERIFY(removed.message().startsWith("LabelKeys:"_L1));
        }
    }
}

void tst_LabelHandlers::limitsLabelsOfAVersion()
{
    const auto labels = [](int from, int count) {
        QByteArray body;
        for (int i = from; i < from + count; ++i)
            body += (body.isEmpty() ? "" : ",")
                    + (R"({"Key":"k)" + QByteArray::number(i) + R"(","Value":"v"})");
        return "{\"Labels\":[" + body + "]}";
    };
    const World version(true);
    QCOMPARE(version.add(labels(0, 20)).status, 200);
    QCOMPARE(version.add(labels(19, 1)).status, 200);
    QCOMPARE(version.add(labels(20, 1)).status, 400);
    QCOMPARE(version.get().at("Labels"_L1).toArray().size(), 20);
    const World model(false);
    QCOMPARE(model.add(labels(0, 200)).status, 200);
}

MODELSCRIBE_TEST(tst_LabelHandlers)

} // namespace tst_labelhandlers

#include "tst_labelhandlers.moc"
