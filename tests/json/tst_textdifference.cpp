// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "json/textdifference.h"

#include <QTest>

namespace tst_textdifference {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_TextDifference : public QObject
{
    Q_OBJECT

private slots:
    void findsTheChangedPart_data();
    void findsTheChangedPart();
    void cutsLongLinesAroundTheChange_data();
    void cutsLongLinesAroundTheChange();
    void countsLines();
    void tooManyLinesAreNotCompared();
};

void tst_TextDifference::findsTheChangedPart_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("same") << "abc"_ba
                          << "abc"_ba
                          << ""_ba;
    QTest::newRow("one letter") << "abc"_ba
                                << "axc"_ba
                                << "b"_ba;
    QTest::newRow("more of the same") << "aaa"_ba
                                      << "aa"_ba
                                      << "a"_ba;
    QTest::newRow("less of the same") << "aa"_ba
                                      << "aaa"_ba
                                      << ""_ba;
    QTest::newRow("against nothing") << "abc"_ba
                                     << ""_ba
                                     << "abc"_ba;
    QTest::newRow("nothing") << ""_ba
                             << "abc"_ba
                             << ""_ba;
    QTest::newRow("whole characters at the begin") << "é"_ba
                                                   << "è"_ba
                                                   << "é"_ba;
    QTest::newRow("whole characters at the end") << "xш"_ba
                                                 << "xИш"_ba
                                                 << ""_ba;
    QTest::newRow("shared last byte") << "aé"_ba
                                      << "aũ"_ba
                                      << "é"_ba;
}

void tst_TextDifference::findsTheChangedPart()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, other);
    QFETCH(QByteArray, part);
    const JsonRange range = changedPart(line, other);
    QCOMPARE(line.mid(range.begin, range.size()), part);
}

void tst_TextDifference::cutsLongLinesAroundTheChange_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<JsonRange>("changed");
    QTest::addColumn<ShownLine>("shown");
    const QByteArray digits = QByteArray("0123456789").repeated(10);
    QTest::newRow("short") << "abcdef"_ba << JsonRange{2, 4} << ShownLine{u"abcdef"_s, 2, 2};
    QTest::newRow("long") << digits << JsonRange{} << ShownLine{u"01234567…"_s, 0, 0};
    QTest::newRow("change in sight")
        << digits << JsonRange{3, 4} << ShownLine{u"01234567…"_s, 3, 1};
    QTest::newRow("change far behind")
        << digits << JsonRange{50, 51} << ShownLine{u"…89012345…"_s, 3, 1};
    QTest::newRow("change at the end")
        << digits << JsonRange{99, 100} << ShownLine{u"…23456789"_s, 8, 1};
    QTest::newRow("marks move with what became visible")
        << "a\tb\001c"_ba << JsonRange{4, 5} << ShownLine{u"a    b⟦U+0001⟧c"_s, 14, 1};
    QTest::newRow("whole characters")
        << "新闻分类中文"_ba << JsonRange{} << ShownLine{u"新闻…"_s, 0, 0};
}

void tst_TextDifference::cutsLongLinesAroundTheChange()
{
    QFETCH(QByteArray, line);
    QFETCH(JsonRange, changed);
    QFETCH(ShownLine, shown);
    const ShownLine result = shownLine(line, changed, 8);
    QCOMPARE(result.text, shown.text);
    QCOMPARE(result, shown);
}

void tst_TextDifference::countsLines()
{
    const auto difference = TextDifference::make("a\nb\nc\nd", "a\nx\ny\nc");
    QCOMPARE(difference->hunks.size(), 2);
    QCOMPARE(difference->removedLines(), 2);
    QCOMPARE(difference->addedLines(), 2);
}

void tst_TextDifference::tooManyLinesAreNotCompared()
{
    const auto difference = TextDifference::make(QByteArray(TextDifference::maxLines + 1, '\n'),
                                                 "a");
    QVERIFY(difference->isTooLong);
    QVERIFY(difference->hunks.isEmpty());
}

MODELSCRIBE_TEST(tst_TextDifference)

} // namespace tst_textdifference

#include "tst_textdifference.moc"
