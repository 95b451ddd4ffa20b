// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonrepair.h"

#include "core/randomjson.h"
#include "testclass.h"
#include "json/jsonrepairbracketrows.h"
#include "json/jsontree.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <iterator>

namespace tst_jsonrepair {

using namespace Qt::StringLiterals;
using namespace modelscribe;

using Code = JsonRepairStep::Code;

namespace {

quint32 seed()
{
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("MODELSCRIBE_SEED", &given);
    return given ? quint32(wanted) : 20'240'501u;
}

QList<int> codesOf(const JsonRepair &repair)
{
    QList<int> codes;
    for (const JsonRepairStep &step : repair.steps)
        codes.append(int(step.code));
    return codes;
}

bool isContainerText(const QByteArray &text)
{
    const QByteArray trimmed = text.trimmed();
    return trimmed.startsWith('{') || trimmed.startsWith('[');
}

//! Words were left out or written in another way, as the steps say.
bool isSpelledOtherwise(const JsonRepair &repair)
{
    static const QSet<Code> rewriting{Code::Comment,   Code::TextAround,  Code::CodeFence,
                                      Code::Number,    Code::PythonWord,  Code::OtherWord,
                                      Code::Call,      Code::Escape,      Code::EscapedText,
                                      Code::Truncated, Code::InvalidUtf8, Code::Concatenation};
    return std::ranges::any_of(
        repair.steps, [](const JsonRepairStep &step) { return rewriting.contains(step.code); });
}

//! Everything of \p part is in \p whole, except that its last values may have been cut off.
void compareCut(const JsonTree &whole, const JsonTree &part)
{
    QVERIFY(part.size() <= whole.size());
    for (JsonNodeId node = 0; node < part.size(); ++node) {
        const bool last = part.after(node) == part.size();
        // The key itself may have been cut off.
        if (last && part.kind(node) == JsonKind::Null && !part.rawKey(node).isEmpty())
            QVERIFY(whole.rawKey(node).startsWith(part.rawKey(node).chopped(1)));
        else
            QCOMPARE(part.rawKey(node), whole.rawKey(node));
        QCOMPARE(part.parent(node), whole.parent(node));
        if (!last || (part.isContainer(node) && part.size() > node + 1))
            QCOMPARE(part.kind(node), whole.kind(node));
        if (!last && !part.isContainer(node))
            QCOMPARE(part.rawValue(node), whole.rawValue(node));
    }
}

} // namespace

class tst_JsonRepair : public QObject
{
    Q_OBJECT

private slots:
    void mendsWhatPeoplePaste_data();
    void mendsWhatPeoplePaste();
    void theTableIsLongEnough();
    void whatCannotBeMendedStays_data();
    void whatCannotBeMendedStays();
    void validJsonStays();
    void whatWasCutOffKeepsItsMembers();
    void damagedTextBecomesJsonOrSaysWhy();
    void noWordIsLost();
    void countsAndPlacesStepsInTheOriginal();
    void placesInEscapedTextAreThoseOfTheOriginal();
    void deepNestingIsRefused();
    void longTextsTakeLinearTime_data();
    void longTextsTakeLinearTime();
    void veryLongTextsAreLeftAlone();
};

void tst_JsonRepair::mendsWhatPeoplePaste_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("repaired");
    QTest::addColumn<QList<int>>("codes");
    std::vector<JsonRepairRow> rows = jsonRepairRows();
    std::ranges::copy(jsonRepairBracketRows(), std::back_inserter(rows));
    for (const JsonRepairRow &row : rows) {
        QList<int> codes;
        for (const Code code : row.codes)
            codes.append(int(code));
        QTest::newRow(row.text.constData()) << row.text << row.repaired << codes;
    }
}

void tst_JsonRepair::mendsWhatPeoplePaste()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, repaired);
    QFETCH(QList<int>, codes);
    const JsonRepair repair = repairJson(text);
    QCOMPARE(repair.text, repaired);
    QVERIFY(!repair.problem);
    QVERIFY(!checkJson(repair.text));
    QCOMPARE(codesOf(repair), codes);
}

void tst_JsonRepair::theTableIsLongEnough() { QVERIFY(jsonRepairRows().size() >= 120); }

void tst_JsonRepair::whatCannotBeMendedStays_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("white space") << QByteArray(" \n\t");
    QTest::newRow("prose") << QByteArray("Once upon a time there was no bracket.");
    QTest::newRow("a comment") << QByteArray("// nothing");
    QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbf");
    QTest::newRow("commas") << QByteArray(",,,");
    QTest::newRow("closing brackets") << QByteArray("]}");
    QTest::newRow("a fence") << QByteArray("```json\n```");
    QTest::newRow("front matter") << QByteArray("---\nlicense: mit\ntags:\n- chat\n---\n");
    QTest::newRow("a list of YAML") << QByteArray("- chat\n- zh\n");
    QTest::newRow("members before a list") << QByteArray("My card\nlicense: mit\ntags: [chat]\n");
    QTest::newRow("two documents") << QByteArray("a: 1\n---\nb: 2\n");
    QTest::newRow("a member behind") << QByteArray("{\"a\": 1}\nlicense: mit\n");
    QTest::newRow("values in one line") << QByteArray("1 2 3");
    QTest::newRow("a word before a key") << QByteArray(R"({"a": true, COMMENT "b": 1})");
    QTest::newRow("lists as members") << QByteArray(R"({"a": ["b"], ["c"], "d": 1})");
    QTest::newRow("a comment without end") << QByteArray(R"({"a": 1 /* x, "b": 2})");
    QTest::newRow("a key in a text") << QByteArray(R"({"a": "x", NOTE "b": "c"})");
    QTest::newRow("an object and more") << QByteArray(R"({"a": 1}, "b" "c"})");
    QTest::newRow("no key") << QByteArray("{:2}");
    QTest::newRow("a fence in brackets") << QByteArray("[```\n{\"a\":1}\n```]");
    QTest::newRow("words and no value") << QByteArray("foo [");
    QTest::newRow("members behind a fence")
        << QByteArray("```json\n{\"a\":1}\n```\n```yaml\nb: 2\n```\n");
}

void tst_JsonRepair::whatCannotBeMendedStays()
{
    QFETCH(QByteArray, text);
    const JsonRepair repair = repairJson(text);
    QCOMPARE(repair.text, text);
    QVERIFY(repair.problem);
    QVERIFY(repair.problem == checkJson(text));
    QVERIFY(repair.steps.isEmpty());
}

void tst_JsonRepair::validJsonStays()
{
    qInfo("MODELSCRIBE_SEED=%u", seed());
    for (quint32 i = 0; i < 10'000; ++i) {
        const QByteArray text = RandomJson(seed() + i).document();
        if (text.trimmed().startsWith('"'))
            continue; // may hold a container
        const JsonRepair repair = repairJson(text);
        QCOMPARE(repair.text, text);
        QVERIFY(repair.steps.isEmpty() && !repair.problem);
    }
}

void tst_JsonRepair::whatWasCutOffKeepsItsMembers()
{
    qInfo("MODELSCRIBE_SEED=%u", seed());
    for (quint32 i = 0; i < 500; ++i) {
        const QByteArray text = RandomJson(seed() + i).document();
        if (!isContainerText(text))
            continue;
        const JsonTree whole = JsonTree::parse(text);
        for (qsizetype length = text.size() - text.trimmed().size(); length <= text.size();
             ++length) {
            const QByteArray cut = text.first(length);
            if (cut.trimmed().isEmpty())
                continue;
            const JsonRepair repair = repairJson(cut);
            QVERIFY2(!repair.problem, cut.constData());
            compareCut(whole, JsonTree::parse(repair.text));
            if (QTest::currentTestFailed()) {
                qWarning("cut: %s\nrepaired: %s", cut.constData(), repair.text.constData());
                return;
            }
        }
    }
}

void tst_JsonRepair::damagedTextBecomesJsonOrSaysWhy()
{
    qInfo("MODELSCRIBE_SEED=%u", seed());
    static constexpr QByteArrayView pieces[] = {
        "",   ",",   "\"",   "'", "{",    "}", "[", "]", ":",   "//",   "/*", "\\",
        "\n", "```", "True", "x", "\xff", "“", "#", "+", "...", "\\\"", "0x", "("};
    QRandomGenerator random(seed());
    for (quint32 i = 0; i < 10'000; ++i) {
        QByteArray text = RandomJson(seed() + i).document();
        for (int damages = random.bounded(1, 5); damages > 0 && !text.isEmpty(); --damages) {
            const qsizetype at = random.bounded(int(text.size()));
            text.replace(at, random.bounded(3),
                         pieces[random.bounded(int(std::size(pieces)))].toByteArray());
        }
        const JsonRepair repair = repairJson(text);
        QVERIFY2(repair.problem == checkJson(repair.text), text.constData());
        QVERIFY2(!repair.problem || repair.text == text, text.constData());
    }
}

void tst_JsonRepair::noWordIsLost()
{
    qInfo("MODELSCRIBE_SEED=%u", seed());
    // Nothing that is a comment, a fence or another spelling: all words must be there.
    static constexpr QByteArrayView pieces[] = {
        "",   ",",  "\"", "\"\"", "{",     "}",         "}}",     "[",  "]",
        "],", ":",  "\n", " x ",  "key: ", "(",         ")",      "f(", "“",
        "】", "、", "；", "{\"",  "\"}",   "\", y\": ", "\"k\": "};
    static const QRegularExpression word(u"[\\p{L}\\p{N}]+"_s);
    QRandomGenerator random(seed());
    int checked = 0;
    for (quint32 i = 0; i < 20'000; ++i) {
        QByteArray text = RandomJson(seed() + i).document();
        for (int damages = random.bounded(1, 4); damages > 0 && !text.isEmpty(); --damages) {
            text.replace(random.bounded(int(text.size())), random.bounded(2),
                         pieces[random.bounded(int(std::size(pieces)))].toByteArray());
        }
        const JsonRepair repair = repairJson(text);
        if (repair.problem || !text.isValidUtf8() || isSpelledOtherwise(repair))
            continue;
        ++checked;
        const QString result = QString::fromUtf8(repair.text);
        const QString original = QString::fromUtf8(text);
        qsizetype at = 0;
        for (auto words = word.globalMatch(original); words.hasNext();) {
            const auto found = words.next();
            const QString wanted = found.captured();
            if (u"uUbBrR"_s.contains(wanted)
                && original.sliced(found.capturedEnd()).startsWith(u'"'))
                continue; // a prefix of Python
            at = result.indexOf(wanted, at);
            QVERIFY2(at >= 0, qPrintable(u"%1 of %2 in %3"_s.arg(wanted, original, result)));
            at += wanted.size();
        }
    }
    QVERIFY2(checked > 4000, qPrintable(QString::number(checked)));
}

void tst_JsonRepair::countsAndPlacesStepsInTheOriginal()
{
    const QList<JsonRepairStep> steps = repairJson("[1,\n 'a', 'b', True,]").steps;
    QCOMPARE(steps.size(), 3);
    QCOMPARE(steps[0], (JsonRepairStep{Code::SingleQuotes, 2, 5}));
    QCOMPARE(steps[1], (JsonRepairStep{Code::PythonWord, 1, 15}));
    QCOMPARE(steps[2], (JsonRepairStep{Code::TrailingComma, 1, 20}));
}

void tst_JsonRepair::placesInEscapedTextAreThoseOfTheOriginal()
{
    const QByteArray text = R"({\"a\":\"b\",\"c\":True})";
    const QList<JsonRepairStep> steps = repairJson(text).steps;
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps[0].code, Code::EscapedText);
    QCOMPARE(steps[1], (JsonRepairStep{Code::PythonWord, 1, text.indexOf("True")}));
}

void tst_JsonRepair::deepNestingIsRefused()
{
    QVERIFY(!repairJson(QByteArray(512, '[')).problem);
    for (const char bracket : {'[', '{', '('}) {
        const QByteArray deep(100'000, bracket);
        const JsonRepair repair = repairJson(deep);
        QVERIFY(repair.problem.has_value() || !checkJson(repair.text));
    }
    QCOMPARE(repairJson(QByteArray(513, '[')).text, QByteArray(513, '['));
}

void tst_JsonRepair::longTextsTakeLinearTime_data()
{
    QTest::addColumn<QByteArray>("piece");
    for (const char *piece :
         {"\"",        "'",           "\"a",  "\"a,\"",   "[1,",  "\",",     "{\"a\":\"b,\n",
          "{\"a\":\"", "\\",          "\\\"", "a ",       "a\"",  "a,",      " ,",
          "/*",        "//",          "#\n",  "\n",       "\"\n", "\"\" \"", "'a' + ",
          "}",         "{}",          "{},",  "\"a\":",   "a:",   "…,",      "\xff",
          "[{",        "[{]",         "(",    "```\n",    "1 ",   "\"  ,  ", "-",
          "\"}",       "\"]] a",      "x{",   "\"a\":1}", "“",    "\"\"\"a", "{\"a\":\"b},\n",
          "{\"",       "{\"\"a\"\":", "f(",   "f(1,",     "a[",   "x, ",     "\"a\":[1,",
          "}}]",       "{1,",         "【",   "、",       "a/*",  "#f",      "b\":"}) {
        QTest::newRow(piece) << QByteArray(piece);
    }
}

void tst_JsonRepair::longTextsTakeLinearTime()
{
    QFETCH(QByteArray, piece);
    for (const char *start :
         {"", "[", "{\"a\": ", "[\"", "{\"a\":\"", "{\"", "[\"\"\"", "[“", "x"}) {
        const QByteArray text = start + piece.repeated(60'000 / piece.size());
        QElapsedTimer timer;
        timer.start();
        const JsonRepair repair = repairJson(text);
        QVERIFY2(timer.elapsed() < 4000, start); // quadratic work would take minutes
        QVERIFY(repair.problem == checkJson(repair.text));
    }
}

void tst_JsonRepair::veryLongTextsAreLeftAlone()
{
    const QByteArray text = '[' + QByteArray(16 * 1024 * 1024, ' ');
    const JsonRepair repair = repairJson(text);
    QVERIFY(repair.text == text);
    QCOMPARE(repair.problem->code, JsonProblem::Code::UnexpectedEnd);
}

MODELSCRIBE_TEST(tst_JsonRepair)

} // namespace tst_jsonrepair

#include "tst_jsonrepair.moc"
