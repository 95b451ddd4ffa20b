// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonformat.h"

#include "core/jsonscanner.h"
#include "core/randomjson.h"
#include "testclass.h"

#include <QTest>

namespace tst_jsonformat {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

//! The tokens of \p text, joined; what an edit of white space must leave alone.
QByteArrayList tokens(const QByteArray &text)
{
    QByteArrayList result;
    JsonScanner scanner(text);
    for (JsonToken token = scanner.next();
         token.kind != JsonToken::Kind::End && token.kind != JsonToken::Kind::Bad;
         token = scanner.next())
        result.append(QByteArray::number(int(token.kind)) + ' '
                      + text.mid(token.begin, token.end - token.begin));
    return result;
}

} // namespace

class tst_JsonFormat : public QObject
{
    Q_OBJECT

private slots:
    void formatsAsExpected();
    void formatAndCompactChangeOnlyWhiteSpace();
    void formatsWithinBounds();
};

void tst_JsonFormat::formatsAsExpected()
{
    const QByteArray text = R"({"b":[1.0,{}, [] ,{"c":null}],"a":"x y"})";
    QCOMPARE(formatJson(text), QByteArray(R"({
  "b": [
    1.0,
    {},
    [],
    {
      "c": null
    }
  ],
  "a": "x y"
})"));
    QCOMPARE(formatJson("{\"a\":1}", 4), QByteArray("{\n    \"a\": 1\n}"));
    QCOMPARE(formatJson(" 1 "), QByteArray("1"));
    QCOMPARE(compactJson(formatJson(text)),
             QByteArray(R"({"b":[1.0,{},[],{"c":null}],"a":"x y"})"));
}

void tst_JsonFormat::formatAndCompactChangeOnlyWhiteSpace()
{
    const quint32 start = qEnvironmentVariableIntValue("MODELSCRIBE_SEED");
    for (quint32 seed = start; seed < start + 2000; ++seed) {
        const QByteArray text = RandomJson(seed).document();
        const auto said = QByteArray("seed " + QByteArray::number(seed) + ": " + text);
        QVERIFY2(!checkJson(text), said.constData());
        const QByteArrayList wanted = tokens(text);
        const QByteArray formatted = formatJson(text);
        const QByteArray compact = compactJson(text);
        QVERIFY2(tokens(formatted) == wanted, said.constData());
        QVERIFY2(tokens(compact) == wanted, said.constData());
        QVERIFY2(formatJson(compact) == formatted, said.constData());
        QVERIFY2(compactJson(formatted) == compact, said.constData());
        QVERIFY2(compact.size() <= text.size(), said.constData());

        // One byte less, more or other must never be read beyond the end or end in a loop.
        QByteArray broken = text;
        broken[qsizetype(seed) % broken.size()] = char(seed);
        checkJson(broken);
        checkJson(QByteArrayView(text).first(qsizetype(seed) % text.size()));
    }
}

void tst_JsonFormat::formatsWithinBounds()
{
    QByteArray text(512, '[');
    text += "0";
    for (int i = 0; i < 100'000; ++i)
        text += ",0";
    text += QByteArray(512, ']');
    QVERIFY(!checkJson(text));
    QVERIFY2(formatJson(text) == text, "100,000 lines of 1,024 blanks each are refused");
    QVERIFY(compactJson(text) == text);
}

MODELSCRIBE_TEST(tst_JsonFormat)

} // namespace tst_jsonformat

#include "tst_jsonformat.moc"
