// SPDX-License-Identifier: GPL-3.0-or-later
// JsonTree and simdjson agree about every document: what is valid, and what is in it.
//
// simdjson's document reader refuses three things that are JSON, so it is given a text in which
// they are replaced by others that are valid exactly when they are: numbers too large for a double
// or 64 bits (exponents become 0, long runs of digits are cut), and escapes of lone surrogates
// (all surrogates' escapes become \u0041). And it counts levels one by one further in: an empty
// container may stand one level deeper than any other value's container.
#include "json/jsontree.h"

#include "core/randomjson.h"
#include "testclass.h"
#include "json/propertyruns.h"

#include <QTest>

#include <simdjson.h>

namespace tst_jsonreference {

using namespace Qt::StringLiterals;
using namespace modelscribe;
namespace dom = simdjson::dom;

namespace {

constexpr quint32 usualRuns = 10'000;
constexpr qsizetype longestNumber = 15;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isHex(char c) { return QByteArrayView("0123456789abcdefABCDEF").contains(c); }

QByteArray withoutSurrogates(QByteArray text)
{
    for (qsizetype i = text.indexOf("\\u"); i >= 0; i = text.indexOf("\\u", i + 2)) {
        if (i + 6 <= text.size() && (text[i + 2] | 0x20) == 'd'
            && QByteArrayView("89abcdefABCDEF").contains(text[i + 3]) && isHex(text[i + 4])
            && isHex(text[i + 5]))
            text.replace(i + 2, 4, "0041");
    }
    return text;
}

//! Inside of strings this changes other characters, but neither their being valid.
QByteArray withSmallNumbers(const QByteArray &text)
{
    QByteArray result;
    bool exponent = false;
    qsizetype digits = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!isDigit(c)) {
            digits = 0;
            const bool sign = (c == '+' || c == '-') && i > 0 && (text[i - 1] | 0x20) == 'e';
            exponent = (c | 0x20) == 'e' || (exponent && sign);
            result += c;
        } else if (++digits <= longestNumber) {
            result += exponent ? '0' : c;
        }
    }
    return result;
}

QByteArray forReference(const QByteArray &text)
{
    return withSmallNumbers(withoutSurrogates(text));
}

JsonKind kindOf(dom::element element)
{
    switch (element.type()) {
    case dom::element_type::OBJECT: return JsonKind::Object;
    case dom::element_type::ARRAY: return JsonKind::Array;
    case dom::element_type::STRING: return JsonKind::String;
    case dom::element_type::BOOL: return JsonKind::Boolean;
    case dom::element_type::NULL_VALUE: return JsonKind::Null;
    default: return JsonKind::Number;
    }
}

QByteArray bytes(std::string_view text) { return QByteArray(text.data(), qsizetype(text.size())); }

//! Whether \p node and everything in it is the same as \p element; \p next: the node behind it.
bool agree(const JsonTree &tree, JsonNodeId node, dom::element element, JsonNodeId &next)
{
    next = node + 1;
    if (tree.kind(node) != kindOf(element))
        return false;
    const JsonNodeId first = next;
    quint32 count = 0;
    switch (tree.kind(node)) {
    case JsonKind::Object:
        for (const auto &[key, value] : dom::object(element)) {
            if (next >= tree.after(node) || tree.key(next).toUtf8() != bytes(key)
                || tree.parent(next) != node || !agree(tree, next, value, next))
                return false;
            ++count;
        }
        break;
    case JsonKind::Array:
        for (const dom::element value : dom::array(element)) {
            if (next >= tree.after(node) || tree.hasKey(next) || tree.parent(next) != node
                || !agree(tree, next, value, next))
                return false;
            ++count;
        }
        break;
    case JsonKind::String: return tree.text(node).toUtf8() == bytes(std::string_view(element));
    case JsonKind::Number: return tree.rawValue(node).toDouble() == double(element);
    case JsonKind::Boolean: return tree.rawValue(node) == (bool(element) ? "true" : "false");
    case JsonKind::Null: return tree.rawValue(node) == "null";
    }
    return next == tree.after(node) && count == tree.childCount(node)
           && (count > 0 || first == next);
}

class Reference
{
public:
    Reference()
    {
        // One more than ours: it refuses when as many are open, not when one more is opened.
        const auto error = m_parser.allocate(1024, size_t(maxJsonDepth) + 1);
        Q_ASSERT(!error);
        Q_UNUSED(error);
    }

    //! What is wrong, or nothing.
    QByteArray compare(const QByteArray &text)
    {
        const JsonTree original = JsonTree::parse(text);
        const JsonTree tree = JsonTree::parse(forReference(text));
        if (original.isValid() != tree.isValid())
            return "large numbers or surrogates make a difference";
        if (original.size() != tree.size())
            return "large numbers or surrogates make another tree";
        dom::element element;
        const simdjson::padded_string padded(tree.text().constData(), size_t(tree.text().size()));
        const auto error = m_parser.parse(padded).get(element);
        valid += error ? 0 : 1;
        invalid += error ? 1 : 0;
        if (tree.isValid() && error)
            return QByteArray("only the reference refuses: ") + simdjson::error_message(error);
        if (!tree.isValid() && !error)
            return "only the reference takes it: " + tree.problem()->describe().toUtf8();
        JsonNodeId end = 0;
        if (!error && (!agree(tree, 0, element, end) || end != tree.size()))
            return "other contents";
        return {};
    }

    int valid = 0;
    int invalid = 0;

private:
    dom::parser m_parser;
};

//! \p text with one to three bytes missing, added, changed or moved.
QByteArray mutated(QByteArray text, QRandomGenerator &random)
{
    static constexpr char letters[] = "{}[],:\"\\u/ \t\n\r\f\v\0\x1f\x7f-+.eE019aftn'#\x80\xc3"
                                      "\xe2\xed\xf0\xff\xbf\xef\xbb";
    const QByteArrayView bytes(letters, sizeof letters - 1);
    for (int i = random.bounded(1, 4); i > 0 && !text.isEmpty(); --i) {
        const qsizetype at = random.bounded(int(text.size()));
        const char byte = bytes[random.bounded(int(bytes.size()))];
        switch (random.bounded(6)) {
        case 0: text.remove(at, 1); break;
        case 1: text.insert(at, byte); break;
        case 2: text[at] = byte; break;
        case 3: text.truncate(at); break;
        case 4: text.insert(at, text.mid(random.bounded(int(text.size())), 5)); break;
        default: std::swap(text[at], text[random.bounded(int(text.size()))]);
        }
    }
    return text;
}

QByteArray nested(int levels, const QByteArray &inner)
{
    return QByteArray(levels, '[') + inner + QByteArray(levels, ']');
}

} // namespace

class tst_JsonReference : public QObject
{
    Q_OBJECT

private slots:
    void textForTheReferenceSaysTheSame();
    void theSameIsReadFromValidDocuments();
    void theSameBrokenDocumentsAreRefused();
    void knownDocuments_data();
    void knownDocuments();
};

void tst_JsonReference::textForTheReferenceSaysTheSame()
{
    QCOMPARE(forReference(R"(["\ud83d\ude00\u00e9\uDBFF","\ud7ff"])"),
             QByteArray(R"(["\u0041\u0041\u00e0\u0041","\ud7ff"])"));
    QCOMPARE(forReference("[1E400,-1e-400,1.5e+9,1234567890123456789,0.10,\"12e34\"]"),
             QByteArray("[1E000,-1e-000,1.5e+0,123456789012345,0.10,\"12e00\"]"));
    QCOMPARE(forReference("[01,1e,1e+,-,00000000000000000000]"),
             QByteArray("[01,1e,1e+,-,000000000000000]"));
}

void tst_JsonReference::theSameIsReadFromValidDocuments()
{
    const auto runs = PropertyRuns::fromEnvironment(usualRuns);
    Reference reference;
    for (quint32 seed = runs.first; seed < runs.first + runs.count; ++seed) {
        const QByteArray text = RandomJson(seed).document();
        const QByteArray problem = reference.compare(text);
        QVERIFY2(problem.isEmpty(),
                 (problem + ", seed " + QByteArray::number(seed) + ": " + text).constData());
    }
    QCOMPARE(quint32(reference.valid), runs.count);
}

void tst_JsonReference::theSameBrokenDocumentsAreRefused()
{
    const auto runs = PropertyRuns::fromEnvironment(usualRuns);
    Reference reference;
    for (quint32 seed = runs.first; seed < runs.first + runs.count; ++seed) {
        QRandomGenerator random(seed);
        const QByteArray document = RandomJson(seed).structure();
        for (int i = 0; i < 5; ++i) {
            const QByteArray text = mutated(document, random);
            const QByteArray problem = reference.compare(text);
            QVERIFY2(problem.isEmpty(), (problem + ", seed " + QByteArray::number(seed) + ": "
                                         + text.toPercentEncoding("{}[]\",: \\"))
                                            .constData());
        }
    }
    qInfo("%d valid, %d refused by both", reference.valid, reference.invalid);
    QVERIFY(runs.count < 1000 || (reference.valid > 500 && reference.invalid > 500));
}

void tst_JsonReference::knownDocuments_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             " ",
                             "{}",
                             "[]",
                             "0",
                             "-0",
                             "-",
                             "01",
                             "1.",
                             "1.0",
                             "1e",
                             "1e5",
                             ".5",
                             "+1",
                             "0x1",
                             "true",
                             "True",
                             "nul",
                             "nulll",
                             "NaN",
                             "\"\"",
                             "\"",
                             "\"\\\"",
                             "\"\\u12\"",
                             "\"\\u00e9\"",
                             "\"\\ud800\"",
                             "\"\\u+123\"",
                             "\"a\tb\"",
                             "\"\x7f\"",
                             "[1,]",
                             "[,1]",
                             "[1 2]",
                             "[1]]",
                             "{\"a\":1,}",
                             "{\"a\" 1}",
                             "{a:1}",
                             "{1:1}",
                             "{\"a\":1 \"b\":2}",
                             "1 2",
                             "{}{}",
                             "[1}",
                             "{\"a\":1,\"a\":2}",
                             "\"\xc0\xaf\"",
                             "\"\xed\xa0\x80\"",
                             "\"\xf4\x90\x80\x80\"",
                             "\x80",
                             "[\"\xe2\x82\"]",
                             "[1]\f",
                             "\v[1]",
                             "[1,\xc2\xa0"
                             "2]",
                             "'a'",
                             "// x\n1",
                             "[1]//"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("NUL behind") << QByteArray("1\0", 2);
    QTest::newRow("NUL in a string") << QByteArray("\"\0\"", 3);
    QTest::newRow("512 levels") << nested(511, "[1]");
    QTest::newRow("513 levels") << nested(512, "[1]");
    QTest::newRow("512 levels, empty") << nested(512, "");
    QTest::newRow("600 levels of objects")
        << QByteArray("{\"a\":").repeated(600) + "1" + QByteArray(600, '}');
}

void tst_JsonReference::knownDocuments()
{
    QFETCH(QByteArray, text);
    QCOMPARE(Reference().compare(text), QByteArray());
}

MODELSCRIBE_TEST(tst_JsonReference)

} // namespace tst_jsonreference

#include "tst_jsonreference.moc"
