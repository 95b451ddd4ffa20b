// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "testpaths.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

namespace tst_words {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

//! Every text of the window in both languages, against the rules of docs/words.md.
class tst_Words : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void glossaryIsKept();
    void englishIsSetInType();
    void chineseIsSetInType();
    void endsAgree();
    void chineseHasNoEnglishButNames();
    void chineseIsNotMuchWider();
    void aBrokenRuleIsFound_data();
    void aBrokenRuleIsFound();

private:
    struct Text
    {
        QString context;
        QString source;
        QString chinese;
    };
    using Rule = QString (*)(const Text &text); //!< What is wrong; empty: nothing.

    void check(Rule rule)
    {
        QStringList broken;
        for (const Text &text : m_texts) {
            if (const QString why = rule(text); !why.isEmpty())
                broken.append(
                    u"%1: “%2” | “%3”: %4"_s.arg(text.context, text.source, text.chinese, why));
        }
        QVERIFY2(broken.isEmpty(), qPrintable(u'\n' + broken.join(u'\n')));
    }
    static QString found(const QRegularExpression &pattern, const QString &text)
    {
        const auto match = pattern.match(text);
        return match.hasMatch() ? u"has “%1”"_s.arg(match.captured()) : QString();
    }

    static QString englishType(const Text &text);
    static QString chineseType(const Text &text);
    static QString end(const Text &text);
    static QString leftInEnglish(const Text &text);
    static QString wider(const Text &text);

    QList<Text> m_texts;
};

void tst_Words::initTestCase()
{
    QFile file(sourcePath(u"translations/modelscribe_zh_CN.ts"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    Text text;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            text.context = xml.readElementText().section(u"::"_s, -1);
        else if (xml.name() == "source"_L1)
            text.source = xml.readElementText();
        else if (xml.name() == "translation"_L1)
            text.chinese = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        else
            continue;
        if (xml.name() == "translation"_L1)
            m_texts.append(text);
    }
    QVERIFY(m_texts.size() > 1000);
}

//! The words of the last column of the table.
void tst_Words::glossaryIsKept()
{
    QFile file(sourcePath(u"docs/words.md"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList never;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList cells = line.split(u'|');
        if (cells.size() == 6 && !line.contains("---"_L1) && cells[4].trimmed() != "never"_L1)
            never += cells[4].split(u',', Qt::SkipEmptyParts);
    }
    QVERIFY(never.size() > 30);
    QStringList broken;
    for (const QString &one : std::as_const(never)) {
        const QString word = one.trimmed();
        if (word.isEmpty())
            continue;
        const bool isLatin = word.front().unicode() < 0x2000;
        const QRegularExpression pattern(isLatin ? u"\\b%1s?\\b"_s.arg(word) : word,
                                         QRegularExpression::CaseInsensitiveOption);
        for (const Text &text : std::as_const(m_texts)) {
            if ((isLatin ? text.source : text.chinese).contains(pattern))
                broken.append(u"“%1” in “%2” | “%3”"_s.arg(word, text.source, text.chinese));
        }
    }
    QVERIFY2(broken.isEmpty(), qPrintable(u'\n' + broken.join(u'\n')));
}

QString tst_Words::englishType(const Text &text)
{
    // Keys of JSON and quotation marks that JSON takes are as they are.
    static const QRegularExpression wrong(
        u"[A-Za-z]'(?!\\])|\\.\\.\\.|\\.\\. |\\.\\.$|!|\\b[Pp]lease\\b|^ *$"_s);
    return text.source.contains("['"_L1) ? QString() : found(wrong, text.source);
}

void tst_Words::englishIsSetInType() { check(englishType); }

QString tst_Words::chineseType(const Text &text)
{
    static const QRegularExpression mnemonic(u"\\(&.\\)|\\(\\*[^)]*\\)"_s); // and file patterns
    static const QRegularExpression wrong(
        u"[\\x{4e00}-\\x{9fff}] ?[;?!]|[\\x{4e00}-\\x{9fff}],(?! )|[\\x{4e00}-\\x{9fff}]\\.$|"
        "[\\x{4e00}-\\x{9fff}] ?\\(|\\) ?[\\x{4e00}-\\x{9fff}]|\\.\\.\\.|。。|，，|：：|您|！"_s);
    QString chinese = text.chinese;
    return text.source.contains("( )"_L1) ? QString() : found(wrong, chinese.remove(mnemonic));
}

void tst_Words::chineseIsSetInType() { check(chineseType); }

//! A sentence ends as one in both languages, and so does what asks for more.
QString tst_Words::end(const Text &text)
{
    struct Pair
    {
        QString english;
        QString chinese;
    };
    static const QList<Pair> pairs = {{u"."_s, u"。"_s}, {u":"_s, u"："_s}, {u"…"_s, u"…"_s}};
    for (const Pair &pair : pairs) {
        if (text.source.trimmed().endsWith(pair.english) != text.chinese.endsWith(pair.chinese))
            return u"ends in another way"_s;
    }
    return {};
}

void tst_Words::endsAgree() { check(end); }

QString tst_Words::leftInEnglish(const Text &text)
{
    static const QSet<QString> names = {
        u"TLS"_s,   u"AccessKey"_s, u"ExtraInfo"_s, u"RequestId"_s, u"ModelId"_s, u"Ctrl"_s,
        u"Enter"_s, u"Return"_s,    u"null"_s,      u"ID"_s,        u"yyyy"_s};
    static const QRegularExpression place(u"%L?n|%\\d|\\(&.\\)|&"_s);
    static const QRegularExpression word(u"[A-Za-z][A-Za-z.]+"_s);
    static const QRegularExpression han(u"[\\x{4e00}-\\x{9fff}]"_s);
    QString chinese = text.chinese;
    chinese.remove(place);
    chinese.remove(QRegularExpression(u"\\(\\*[^)]*\\)"_s)); // a pattern of file names
    QString source = text.source;
    source.remove(u'&');
    auto words = word.globalMatch(chinese);
    while (words.hasNext()) {
        const QString one = words.next().captured();
        if (names.contains(one))
            continue;
        if (!source.contains(one, Qt::CaseInsensitive))
            return u"“%1” is no name"_s.arg(one);
        // The service's names and keys have capitals or signs in them; words do not.
        const bool isWord = one == one.toLower() && !one.contains(u'.');
        if (isWord && !chinese.contains(han))
            return u"“%1” is not translated"_s.arg(one);
    }
    return {};
}

void tst_Words::chineseHasNoEnglishButNames() { check(leftInEnglish); }

//! What has room in English has room in Chinese: a character is as wide as two letters.
QString tst_Words::wider(const Text &text)
{
    qsizetype width = 0;
    for (const QChar c : text.chinese)
        width += c.unicode() >= 0x2e80 ? 2 : 1;
    constexpr qsizetype some = 14;
    return width > text.source.size() * 3 / 2 + some
               ? u"%1 columns beside %2"_s.arg(width).arg(text.source.size())
               : QString();
}

void tst_Words::chineseIsNotMuchWider() { check(wider); }

//! The rules can fail.
void tst_Words::aBrokenRuleIsFound_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("chinese");
    QTest::newRow("straight") << 0 << u"the model's name"_s << u"模型名称"_s;
    QTest::newRow("doubled") << 0 << u"It failed.. Try again"_s << u"失败"_s;
    QTest::newRow("three stops") << 0 << u"Loading..."_s << u"正在加载…"_s;
    QTest::newRow("loud") << 0 << u"Saved!"_s << u"已保存"_s;
    QTest::newRow("half-width") << 1 << u"Saved; sent"_s << u"已保存;已发送"_s;
    QTest::newRow("parentheses") << 1 << u"Find (Esc)"_s << u"查找 (Esc)"_s;
    QTest::newRow("polite") << 1 << u"Your model"_s << u"您的模型"_s;
    QTest::newRow("no stop") << 2 << u"Saved."_s << u"已保存"_s;
    QTest::newRow("no ellipsis") << 2 << u"Delete…"_s << u"删除"_s;
    QTest::newRow("English") << 3 << u"the task"_s << u"task"_s;
    QTest::newRow("foreign") << 3 << u"Try again"_s << u"重试 retry"_s;
    QTest::newRow("wide") << 4 << u"Set"_s << u"将此字段设置为下面的值"_s;
}

void tst_Words::aBrokenRuleIsFound()
{
    static constexpr Rule rules[] = {englishType, chineseType, end, leftInEnglish, wider};
    QFETCH(int, rule);
    QFETCH(QString, source);
    QFETCH(QString, chinese);
    QVERIFY(!rules[rule]({u"Test"_s, source, chinese}).isEmpty());
}

MODELSCRIBE_TEST(tst_Words)

} // namespace tst_words

#include "tst_words.moc"
