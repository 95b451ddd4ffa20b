// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/querystates.h"

#include "model/namesakes.h"
#include "model/queryparser.h"
#include "testclass.h"

#include <QTest>

namespace tst_querystates {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_QueryStates : public QObject
{
    Q_OBJECT

private slots:
    void theTaskIsKnown_data();
    void theTaskIsKnown();
    void theCoverCanBeShown_data();
    void theCoverCanBeShown();
    void labelKeysHaveNoBlanksAround_data();
    void labelKeysHaveNoBlanksAround();
    void namesAreComparedAsTheyAreSearched();
    void whoKnowsOtherNamesSaysSo();
};

bool is(const char16_t *state, const RegisteredModel &model, const QueryContext &context = {})
{
    const ParsedQuery parsed = parseQuery(u"is:"_s + QString::fromUtf16(state));
    return parsed.isUnderstood() && parsed.query.matches(model, context);
}

void tst_QueryStates::theTaskIsKnown_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<bool>("isUnknown");
    QTest::newRow("listed") << u"text-classification"_s << false;
    QTest::newRow("none") << QString() << false;
    QTest::newRow("made up") << u"text-classificaton"_s << true;
    QTest::newRow("in capitals") << u"Text-Classification"_s << true;
    QTest::newRow("with a blank") << u"text-classification "_s << true;
}

void tst_QueryStates::theTaskIsKnown()
{
    QFETCH(QString, task);
    RegisteredModel model;
    model.metadata.task = task;
    QTEST(is(u"Unknown-Task", model), "isUnknown");
}

void tst_QueryStates::theCoverCanBeShown_data()
{
    QTest::addColumn<QByteArray>("extraInfo");
    QTest::addColumn<bool>("isBad");
    QTest::newRow("no ExtraInfo") << ""_ba << false;
    QTest::newRow("no cover") << R"({"Rating": 4})"_ba << false;
    QTest::newRow("empty list") << R"({"CoverUris": []})"_ba << false;
    QTest::newRow("null") << R"({"CoverUris": null})"_ba << false;
    QTest::newRow("https") << R"({"CoverUris": ["https://example.com/a.png"]})"_ba << false;
    QTest::newRow("blanks around") << R"({"CoverUris": [" https://example.com/a "]})"_ba << false;
    QTest::newRow("http") << R"({"CoverUris": ["http://example.com/a.png"]})"_ba << true;
    QTest::newRow("second one") << R"({"CoverUris": ["https://e.com/a", "oss://b/c"]})"_ba << true;
    QTest::newRow("no host") << R"({"CoverUris": ["https:///a.png"]})"_ba << true;
    QTest::newRow("password") << R"({"CoverUris": ["https://u:p@example.com/a"]})"_ba << true;
    QTest::newRow("a blank in it") << R"({"CoverUris": ["https://exa mple.com/a"]})"_ba << true;
    QTest::newRow("empty text") << R"({"CoverUris": [""]})"_ba << true;
    QTest::newRow("a number") << R"({"CoverUris": [7]})"_ba << true;
    QTest::newRow("no list") << R"({"CoverUris": "https://example.com/a.png"})"_ba << true;
    QTest::newRow("escaped key") << R"({"Cover\u0055ris": ["http://example.com"]})"_ba << true;
    QTest::newRow("second key") << R"({"CoverUris": [], "CoverUris": ["x"]})"_ba << true;
    QTest::newRow("further in") << R"({"A": {"CoverUris": ["x"]}})"_ba << false;
    QTest::newRow("no JSON") << R"({"CoverUris": ["x")"_ba << false;
}

void tst_QueryStates::theCoverCanBeShown()
{
    QFETCH(QByteArray, extraInfo);
    RegisteredModel model;
    model.metadata.extraInfo = JsonText(extraInfo);
    QTEST(is(u"bad-cover", model), "isBad");
}

void tst_QueryStates::labelKeysHaveNoBlanksAround_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("isPadded");
    QTest::newRow("plain") << u"team"_s << false;
    QTest::newRow("inside") << u"my team"_s << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("behind") << u"team "_s << true;
    QTest::newRow("in front") << u"\tteam"_s << true;
    QTest::newRow("no-break space") << u"team\u00A0"_s << true;
    QTest::newRow("ideographic space") << u"\u3000团队"_s << true;
}

void tst_QueryStates::labelKeysHaveNoBlanksAround()
{
    QFETCH(QString, key);
    RegisteredModel model;
    model.metadata.labels = {{u"stage"_s, u" dev "_s}, {key, u"x"_s}};
    QTEST(is(u"padded-label", model), "isPadded");
}

void tst_QueryStates::namesAreComparedAsTheyAreSearched()
{
    Namesakes names;
    for (const char16_t *name : {u"bert", u"gpt", u"ＢＥＲＴ"})
        names.add(Namesakes::keyOf(QString::fromUtf16(name)));
    QVERIFY(names.has(u"Bert"_s));
    QVERIFY(!names.has(u"gpt"_s));
    QVERIFY(!names.has(u"nothing"_s));
    names.remove(Namesakes::keyOf(u"BERT"_s));
    QVERIFY(!names.has(u"bert"_s));
    names.remove(Namesakes::keyOf(u"nothing"_s));
}

void tst_QueryStates::whoKnowsOtherNamesSaysSo()
{
    RegisteredModel model;
    model.metadata.name = u"bert"_s;
    QVERIFY(!is(u"same-name", model));
    QVERIFY(is(u"same-name", model, {.hasNamesake = [](const RegisteredModel &asked) {
                   return asked.metadata.name == "bert"_L1;
               }}));
    QVERIFY(parseQuery(u"bert -is:same-name"_s).query.asksForNamesakes());
    QVERIFY(!parseQuery(u"bert -is:bad-cover"_s).query.asksForNamesakes());
}

MODELSCRIBE_TEST(tst_QueryStates)

} // namespace tst_querystates

#include "tst_querystates.moc"
