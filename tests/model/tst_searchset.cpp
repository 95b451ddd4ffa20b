// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/searchset.h"

#include "model/lookrules.h"
#include "model/queryparser.h"
#include "testclass.h"

#include <QTest>

namespace tst_searchset {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_SearchSet : public QObject
{
    Q_OBJECT

private slots:
    void survivesItsFile();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void twiceTheSameNameInAFileAreTwoSearches();
    void aNameStandsOnce();
    void movesWithinTheList();
    void takesOverWhatIsNotThere();
    void hasRoomForSoMany();
    void rulesAreTheirOwnUntilSomebodyChangesThem();
    void everyRuleIsUnderstood();
    void anyOfSeveralIsAQuery();
    void suggestsNames_data();
    void suggestsNames();
};

namespace {

QStringList namesOf(const SearchSet &set)
{
    QStringList names;
    for (const SavedSearch &search : set.searches)
        names.append(search.name);
    return names;
}

SearchSet abc() { return {.searches = {{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}, {u"c"_s, u"3"_s}}}; }

QByteArray fileWith(const QByteArray &searches)
{
    return R"({"format": "modelscribe-searches", "version": 1, "searches": )" + searches + '}';
}

} // namespace

void tst_SearchSet::survivesItsFile()
{
    SearchSet set{.searches = {{u"上线候选"_s, u"label:stage=\"a \"\"b\"\"\" \\ / \t\n \u202E"_s},
                               {u"lone "_s + QChar(0xD83D), QChar(0xDE00) + u" lone"_s},
                               {u" blanks "_s, u""_s},
                               {u"not understood"_s, u"modified:<30x ((("_s}},
                  .rules = {{u"task"_s, u""_s}, {u"of a later version"_s, u"x"_s}}};
    const auto read = SearchSet::fromJson(set.toJson());
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(*read, set);
    QCOMPARE(*SearchSet::fromJson(SearchSet().toJson()), SearchSet());
}

void tst_SearchSet::refusesOtherFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const QByteArray &text, const QString &why,
                        const QString &code = u"no-searches"_s) {
        QTest::newRow(name) << text << code << why;
    };
    row("empty", {}, u"line 1"_s);
    row("a picture", "\x89PNG\r\n\x1A\n\0\0"_ba, u"line 1"_s);
    row("half of one", fileWith("[]").chopped(1), u"line 1"_s);
    row("a list", "[]", u"line 1"_s);
    row("deep", QByteArray(100'000, '['), u"line 1"_s);
    row("deep inside", fileWith(QByteArray(100'000, '[')), u"line 1"_s);
    row("another program's", R"({"searches": []})", u"“format”"_s);
    row("no version", R"({"format": "modelscribe-searches"})", u"“version”"_s);
    row("version 0", R"({"format": "modelscribe-searches", "version": 0})", u"“version”"_s);
    row("version in words", R"({"format": "modelscribe-searches", "version": "1"})",
        u"“version”"_s);
    row("newer", R"({"format": "modelscribe-searches", "version": 2, "searches": 7})", QString(),
        u"newer-version"_s);
    row("no searches", R"({"format": "modelscribe-searches", "version": 1})", u"“searches”"_s);
    row("an object", fileWith(R"({"a": "b"})"), u"“searches”"_s);
    row("no name", fileWith(R"([{"name": "a", "query": "b"}, {"query": "x"}])"), u"entry 2"_s);
    row("a number", fileWith(R"([{"name": 7, "query": "x"}])"), u"entry 1"_s);
    row("a text", fileWith(R"(["a"])"), u"entry 1"_s);
    row("blank name", fileWith(R"([{"name": " \t", "query": "x"}])"), u"entry 1"_s);
    row("long name", fileWith(R"([{"name": ")" + QByteArray(201, 'x') + R"(", "query": "x"}])"),
        u"1 to 200"_s);
    row("long query", fileWith(R"([{"name": "x", "query": ")" + QByteArray(10'001, 'x') + R"("}])"),
        u"10000"_s);
    QByteArrayList many(501, R"({"name": "x", "query": "y"})");
    row("many", fileWith('[' + many.join(',') + ']'), u"at most 500"_s);
}

void tst_SearchSet::refusesOtherFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(QString, why);
    const auto read = SearchSet::fromJson(text);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Storage);
    QCOMPARE(read.error().code, code);
    QVERIFY2(read.error().detail.contains(why), qPrintable(read.error().detail));
}

void tst_SearchSet::twiceTheSameNameInAFileAreTwoSearches()
{
    const auto read = SearchSet::fromJson(
        fileWith(R"([{"name": "x", "query": "1"}, {"name": "x", "query": "2"}])"));
    QVERIFY(read);
    QCOMPARE(read->searches, (QList<SavedSearch>{{u"x"_s, u"1"_s}, {u"x (2)"_s, u"2"_s}}));
}

void tst_SearchSet::aNameStandsOnce()
{
    SearchSet set = abc();
    QVERIFY(!set.add({u"b"_s, u"x"_s}));
    QVERIFY(!set.add({u" "_s, u"x"_s}));
    QVERIFY(!set.rename(u"a"_s, u"b"_s));
    QVERIFY(!set.rename(u"a"_s, QString()));
    QVERIFY(!set.rename(u"nobody"_s, u"d"_s));
    QVERIFY(!set.setQuery(u"nobody"_s, u"x"_s));
    QCOMPARE(set, abc());
    QCOMPARE(set.freeName(u"b"_s), u"b (2)"_s);
    QVERIFY(set.add({u"b (2)"_s, u"x"_s}, 1));
    QCOMPARE(set.freeName(u"b"_s), u"b (3)"_s);
    QVERIFY(set.rename(u"a"_s, u"B"_s));
    QVERIFY(set.setQuery(u"B"_s, u"y"_s));
    QCOMPARE(namesOf(set), (QStringList{u"B"_s, u"b (2)"_s, u"b"_s, u"c"_s}));
    QCOMPARE(set.find(u"B"_s)->query, u"y"_s);
    const QString longest(200, u'x');
    QVERIFY(set.add({longest, u"x"_s}));
    QCOMPARE(set.freeName(longest).size(), 200);
}

void tst_SearchSet::movesWithinTheList()
{
    SearchSet set = abc();
    QVERIFY(set.move(u"c"_s, 0));
    QCOMPARE(namesOf(set), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
    QVERIFY(set.move(u"c"_s, 99));
    QCOMPARE(set, abc());
    QVERIFY(!set.move(u"a"_s, -1));
    QVERIFY(!set.move(u"nobody"_s, 1));
    QVERIFY(set.remove(u"b"_s));
    QVERIFY(!set.remove(u"b"_s));
    QCOMPARE(namesOf(set), (QStringList{u"a"_s, u"c"_s}));
}

void tst_SearchSet::takesOverWhatIsNotThere()
{
    SearchSet set = abc();
    const SearchImport taken = set.take(
        {{u"a"_s, u"1"_s}, {u"b"_s, u"other"_s}, {u"d"_s, u"4"_s}, {u"b"_s, u"third"_s}});
    QCOMPARE(taken.known, 1);
    QCOMPARE(taken.added, (QStringList{u"b (2)"_s, u"d"_s, u"b (3)"_s}));
    QCOMPARE(taken.renamed, (QStringList{u"b (2)"_s, u"b (3)"_s}));
    QCOMPARE(taken.leftOut, 0);
    QCOMPARE(set.searches.first(3), abc().searches);
    QCOMPARE(set.find(u"b (2)"_s)->query, u"other"_s);
}

void tst_SearchSet::hasRoomForSoMany()
{
    SearchSet set;
    QList<SavedSearch> many;
    for (int i = 0; i < SearchSet::most + 5; ++i)
        many.append({QString::number(i), u"x"_s});
    const SearchImport taken = set.take(many);
    QCOMPARE(taken.added.size(), SearchSet::most);
    QCOMPARE(taken.leftOut, 5);
    QVERIFY(!set.add({u"one more"_s, u"x"_s}));
}

void tst_SearchSet::rulesAreTheirOwnUntilSomebodyChangesThem()
{
    SearchSet set;
    QCOMPARE(set.ruleQuery(u"task"_s), u"missing:task"_s);
    QVERIFY(!set.setRule(u"task"_s, u"missing:task"_s));
    QVERIFY(set.setRule(u"task"_s, u"missing:task domain:nlp"_s));
    QCOMPARE(set.ruleQuery(u"task"_s), u"missing:task domain:nlp"_s);
    QVERIFY(set.setRule(u"task"_s, QString()));
    QCOMPARE(set.ruleQuery(u"task"_s), QString());
    QVERIFY(set.setRule(u"task"_s, u"missing:task"_s));
    QVERIFY(set.rules.isEmpty());
    QVERIFY(!set.setRule(u"nothing"_s, u"x"_s));
    QCOMPARE(set.ruleQuery(u"nothing"_s), QString());
}

void tst_SearchSet::everyRuleIsUnderstood()
{
    for (const LookRule &rule : lookRules()) {
        const ParsedQuery parsed = parseQuery(rule.query);
        QVERIFY2(parsed.isUnderstood() && parsed.notes.isEmpty() && !parsed.query.isEmpty(),
                 rule.id.data());
        QVERIFY(!rule.titleText().isEmpty());
        QCOMPARE(findLookRule(QString(rule.id)), &rule);
    }
}

void tst_SearchSet::anyOfSeveralIsAQuery()
{
    QCOMPARE(anyOfQueries({}), QString());
    QCOMPARE(anyOfQueries({u"missing:task"_s, u""_s, u"((("_s}), u"missing:task"_s);
    QCOMPARE(anyOfQueries({u"missing:task domain:nlp"_s, u"a OR b"_s, u"-c"_s}),
             u"(missing:task domain:nlp) OR (a OR b) OR -c"_s);
}

void tst_SearchSet::suggestsNames_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("name");
    const auto row = [](const QString &query, const QString &name) {
        QTest::newRow(qPrintable(query.simplified())) << query << name;
    };
    row(u"bert"_s, u"bert"_s);
    row(u"task:text-classification -accessibility:public te"_s,
        u"text-classification, -public, te"_s);
    row(u"type:LoRA modified:<30d"_s, u"LoRA, modified:<30d"_s);
    row(u"label:team=nlp missing:doc"_s, u"team=nlp, missing:doc"_s);
    row(u"\"a\nb\""_s, u"a b"_s);
    row(u""_s, u""_s);
    row(QString(300, u'x'), QString(59, u'x') + u'…');
}

void tst_SearchSet::suggestsNames()
{
    QFETCH(QString, query);
    QTEST(suggestedSearchName(query), "name");
}

MODELSCRIBE_TEST(tst_SearchSet)

} // namespace tst_searchset

#include "tst_searchset.moc"
