// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foldedtext.h"
#include "model/searchtext.h"
#include "testclass.h"

#include <QTest>

namespace tst_searchtext {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_SearchText : public QObject
{
    Q_OBJECT

private slots:
    void holdsAllThatIsSearched();
    void readsExtraInfo_data();
    void readsExtraInfo();
    void foldsEachPieceOnItsOwn();
};

void tst_SearchText::holdsAllThatIsSearched()
{
    const RegisteredModel model{.id = u"model-1"_s,
                                .metadata = {.name = u"BERT"_s,
                                             .description = u"two\nlines"_s,
                                             .origin = u"Hub"_s,
                                             .domain = u"NLP"_s,
                                             .task = u"分类"_s,
                                             .document = u"https://A"_s,
                                             .type = u"Checkpoint"_s,
                                             .extraInfo = JsonText(R"({"K":"V"})"),
                                             .labels = {{u"team"_s, u"Ads"_s}, {u"x"_s, {}}}},
                                .userId = u"u-1"_s,
                                .ownerId = u"o-1"_s,
                                .latestVersionName = u"0.2"_s};
    QCOMPARE(searchText(model),
             "bert\nmodel-1\ntwo lines\nnlp\n分类\ncheckpoint\nhub\nhttps://a\no-1\nu-1\n0.2\n"
             "team=ads\nx=\nk\nv"_ba);
    QCOMPARE(searchText({}), QByteArray());
}

void tst_SearchText::readsExtraInfo_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("pieces");
    QTest::newRow("escapes") << R"({"\u4e2D":"a\/b\"c\\d\te\u0041"})"_ba
                             << "中\na/b\"c\\d ea"_ba;
    QTest::newRow("a pair of escapes") << R"(["\ud83d\ude00"])"_ba
                                       << "😀"_ba;
    QTest::newRow("half a pair") << R"(["\ud83d"])"_ba
                                 << "\xEF\xBF\xBD"_ba;
    QTest::newRow("numbers as written") << R"({"n":[1.0,1E5,18446744073709551615]})"_ba
                                        << "n\n1.0\n1e5\n18446744073709551615"_ba;
    QTest::newRow("key twice") << R"({"a":"one","a":"two"})"_ba
                               << "a\none\na\ntwo"_ba;
    QTest::newRow("nested") << R"({"a":{"b":["c",{"d":"e"}]}})"_ba
                            << "a\nb\nc\nd\ne"_ba;
    QTest::newRow("words are no text") << R"({"a":true,"b":null})"_ba
                                       << "a\nb"_ba;
    QTest::newRow("empty") << R"({"":""})"_ba
                           << ""_ba;
    QTest::newRow("full width, decomposed") << R"(["ＢＥＲＴ","cafe\u0301"])"_ba
                                            << "bert\ncafé"_ba;
    QTest::newRow("broken") << R"({"A":"x", "B":)"_ba
                            << R"({"a":"x", "b":)"_ba;
    QTest::newRow("broken at the end") << "{\"A\":\"x\"}\n}"_ba
                                       << "{\"a\":\"x\"} }"_ba;
    QTest::newRow("no UTF-8") << "[\"a\xFF\"]"_ba
                              << "[\"a\xEF\xBF\xBD\"]"_ba;
    QTest::newRow("too deep") << QByteArray(600, '[') << QByteArray(600, '[');
}

void tst_SearchText::readsExtraInfo()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, pieces);
    QCOMPARE(searchText({.metadata = {.extraInfo = JsonText(json)}}), pieces);
}

void tst_SearchText::foldsEachPieceOnItsOwn()
{
    // An accent at the beginning of a piece belongs to nothing before it.
    const QByteArray text = searchText(
        {.id = u"\u0301x"_s, .metadata = {.name = u"e"_s, .description = u"a\r\n"_s}});
    QCOMPARE(text, "e\n\xCC\x81x\na "_ba);
    QCOMPARE(text.count('\n'), 2);
    QVERIFY(!text.contains(foldedText(u"e\nx").toUtf8()));
}

MODELSCRIBE_TEST(tst_SearchText)

} // namespace tst_searchtext

#include "tst_searchtext.moc"
