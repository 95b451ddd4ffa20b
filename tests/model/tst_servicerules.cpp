// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/servicerules.h"

#include "model/modelchecks.h"
#include "model/wording.h"
#include "testclass.h"

#include <QTest>

namespace tst_servicerules {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using Code = Problem::Code;
using Merge = ServiceRules::Merge;
using Clear = ServiceRules::Clear;

class tst_ServiceRules : public QObject
{
    Q_OBJECT

private slots:
    void membersThatStay_data();
    void membersThatStay();
    void whatIsSentToMergingServices_data();
    void whatIsSentToMergingServices();
    void whatCannotBeDoneIsSaid_data();
    void whatCannotBeDoneIsSaid();
    void whatWouldBeClearedForItsSpellingIsSaid();
};

void tst_ServiceRules::membersThatStay_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("merge");
    QTest::addColumn<QStringList>("stay");
    const QByteArray before = R"({"a":1,"o":{"x":1,"y":[{"z":1}]},"b":2})";
    QTest::newRow("replaced") << before << "{}"_ba << int(Merge::None) << QStringList();
    QTest::newRow("a member") << before << R"({"a":1,"o":{"x":1,"y":[{"z":1}]}})"_ba
                              << int(Merge::Members) << QStringList{u"$.b"_s};
    QTest::newRow("all") << before << "{}"_ba << int(Merge::Members)
                         << QStringList{u"$.a"_s, u"$.o"_s, u"$.b"_s};
    QTest::newRow("an inner one goes with its object")
        << before << R"({"a":1,"o":{"x":1},"b":2})"_ba << int(Merge::Members) << QStringList();
    QTest::newRow("unless it is merged too") << before << R"({"a":1,"o":{"x":1},"b":2})"_ba
                                             << int(Merge::Deep) << QStringList{u"$.o.y"_s};
    QTest::newRow("lists are never merged") << before << R"({"a":1,"o":{"x":1,"y":[{}]},"b":2})"_ba
                                            << int(Merge::Deep) << QStringList();
    QTest::newRow("other values") << before << R"({"a":2,"o":{"x":2,"y":[{"z":1}]},"b":3})"_ba
                                  << int(Merge::Deep) << QStringList();
    QTest::newRow("no JSON") << before << "{"_ba << int(Merge::Deep) << QStringList();
}

void tst_ServiceRules::membersThatStay()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, merge);
    QFETCH(QStringList, stay);
    const ServiceRules rules{.extraInfo = Merge(merge)};
    QCOMPARE(extraInfoThatStays(JsonText(before), JsonText(after), rules), stay);
    QCOMPARE(extraInfoToSend(JsonText(before), JsonText(after), rules), JsonText(after));
}

void tst_ServiceRules::whatIsSentToMergingServices_data()
{
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("merge");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("kept to the letter")
        << "{ \"a\": 1.0 ,\"o\":{\"x\":1,\"y\":2}, \"b\":2}"_ba << int(Merge::Deep)
        << "{ \"a\": 1.0 ,\"o\":{\"x\":1,\"y\":2}, \"b\":2}"_ba;
    QTest::newRow("a member goes") << R"({"a":1,"o":{"x":1,"y":2}})"_ba << int(Merge::Members)
                                   << R"({"a":1,"o":{"x":1,"y":2},"b":null})"_ba;
    QTest::newRow("an inner one") << R"({"a":1,"o":{"x":1},"b":2})"_ba << int(Merge::Deep)
                                  << R"({"a":1,"o":{"x":1,"y":null},"b":2})"_ba;
    QTest::newRow("replaced") << "{}"_ba << int(Merge::None) << "{}"_ba;
}

void tst_ServiceRules::whatIsSentToMergingServices()
{
    QFETCH(QByteArray, after);
    QFETCH(int, merge);
    QFETCH(QByteArray, sent);
    const JsonText before(R"({"a":1,"o":{"x":1,"y":2},"b":2})");
    const ServiceRules rules{.extraInfo = Merge(merge), .nullRemoves = true};
    QCOMPARE(extraInfoToSend(before, JsonText(after), rules).utf8().simplified().replace(" ", ""),
             sent.simplified().replace(" ", ""));
    QVERIFY(extraInfoThatStays(before, JsonText(after), rules).isEmpty());
}

void tst_ServiceRules::whatCannotBeDoneIsSaid_data()
{
    QTest::addColumn<std::shared_ptr<ServiceRules>>("rules");
    QTest::addColumn<std::shared_ptr<ModelMetadata>>("edited");
    QTest::addColumn<int>("code"); // -1: it can be done
    const auto row = [](const char *name, const ServiceRules &rules,
                        const std::function<void(ModelMetadata &)> &edit, int code) {
        auto edited = std::make_shared<ModelMetadata>(
            ModelMetadata{.name = u"a"_s,
                          .accessibility = u"PRIVATE"_s,
                          .task = u"t"_s,
                          .orderNumber = u"1"_s,
                          .extraInfo = JsonText(R"({"a":1,"b":2})")});
        edit(*edited);
        QTest::newRow(name) << std::make_shared<ServiceRules>(rules) << edited << code;
    };
    const auto clearTask = [](ModelMetadata &edited) { edited.task.clear(); };
    row("clear", {}, clearTask, -1);
    row("clear with null", {.clearText = Clear::ByNull}, clearTask, -1);
    row("clear where it cannot be", {.clearText = Clear::Impossible}, clearTask,
        int(Code::CannotClearHere));
    const auto unset = [](ModelMetadata &edited) { edited.orderNumber.clear(); };
    row("unset", {}, unset, int(Code::CannotUnset));
    row("unset with null", {.clearNumber = Clear::ByNull}, unset, -1);
    const auto empty = [](ModelMetadata &edited) { edited.extraInfo = JsonText("{ }"); };
    row("empty", {}, empty, -1);
    row("empty where it cannot be", {.emptiesExtraInfo = false}, empty, int(Code::CannotEmptyHere));
    row("empty member by member",
        {.emptiesExtraInfo = false, .extraInfo = Merge::Members, .nullRemoves = true}, empty, -1);
    const auto remove = [](ModelMetadata &edited) { edited.extraInfo = JsonText(R"({"a":1})"); };
    row("remove", {}, remove, -1);
    row("remove where it is merged", {.extraInfo = Merge::Members}, remove,
        int(Code::CannotRemoveHere));
    row("remove with null", {.extraInfo = Merge::Members, .nullRemoves = true}, remove, -1);
    const auto rename = [](ModelMetadata &edited) { edited.name = QString(100, u'模'); };
    row("a long name", {}, rename, -1);
    row("a name of many bytes", {.countsNameInBytes = true}, rename, int(Code::TooManyBytes));
}

void tst_ServiceRules::whatCannotBeDoneIsSaid()
{
    QFETCH(std::shared_ptr<ServiceRules>, rules);
    QFETCH(std::shared_ptr<ModelMetadata>, edited);
    QFETCH(int, code);
    const ModelMetadata base{.name = u"a"_s,
                             .accessibility = u"PRIVATE"_s,
                             .task = u"t"_s,
                             .orderNumber = u"1"_s,
                             .extraInfo = JsonText(R"({"a":1,"b":2})")};
    const QList<Problem> problems = checkModel(base, *edited, checkJsonField, *rules);
    QCOMPARE(maySave(problems), code < 0);
    if (code < 0)
        return;
    QCOMPARE(problems.size(), 1);
    QCOMPARE(int(problems[0].code), code);
    QVERIFY(!wording::problem(problems[0]).isEmpty());
    // What was there already and is left alone is nobody's fault.
    QVERIFY(maySave(checkModel(*edited, *edited, checkJsonField, *rules)));
}

//! A service that clears what is not sent is sent all of it.
void tst_ServiceRules::whatWouldBeClearedForItsSpellingIsSaid()
{
    const ModelMetadata base{.name = u"a"_s, .orderNumber = u"1.5"_s};
    ModelMetadata edited = base;
    edited.name = u"b"_s;
    QVERIFY(maySave(checkModel(base, edited)));
    const ServiceRules rules{.omittedStay = false};
    const QList<Problem> problems = checkModel(base, edited, checkJsonField, rules);
    QVERIFY(std::ranges::any_of(problems, [](const Problem &one) {
        return one.key == "OrderNumber"_L1 && one.code == Code::NotANumber && !one.warning;
    }));
    edited = base;
    edited.labels = {{u"k"_s, u"v"_s}};
    const auto onlyLabels = checkModel(base, edited, checkJsonField, rules);
    QVERIFY(std::ranges::none_of(onlyLabels,
                                 [](const Problem &one) { return one.key == "OrderNumber"_L1; }));
}

MODELSCRIBE_TEST(tst_ServiceRules)

} // namespace tst_servicerules

#include "tst_servicerules.moc"
