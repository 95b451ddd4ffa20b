// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/linediff.h"
#include "testclass.h"

#include <QTest>

namespace tst_linediff {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_LineDiff : public QObject
{
    Q_OBJECT

private slots:
    void findsHunks_data();
    void findsHunks();
    void hunksTurnOneTextIntoTheOther();
    void longTextsTakeNoTime();
    void longTextsWithTwoChangesGiveTwoHunks();
    void linesEndInThreeWays();
};

using Hunks = QList<LineHunk>;

void tst_LineDiff::findsHunks_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<Hunks>("hunks");
    QTest::newRow("same") << u"abc"_s << u"abc"_s << Hunks{};
    QTest::newRow("both empty") << QString() << QString() << Hunks{};
    QTest::newRow("all new") << QString() << u"ab"_s << Hunks{{0, 0, 0, 2}};
    QTest::newRow("all gone") << u"ab"_s << QString() << Hunks{{0, 2, 0, 0}};
    QTest::newRow("one changed") << u"abc"_s << u"axc"_s << Hunks{{1, 1, 1, 1}};
    QTest::newRow("inserted") << u"ac"_s << u"abc"_s << Hunks{{1, 0, 1, 1}};
    QTest::newRow("repeated line taken out") << u"aaa"_s << u"aa"_s << Hunks{{2, 1, 2, 0}};
    QTest::newRow("two places") << u"abcde"_s << u"xbcdy"_s << Hunks{{0, 1, 0, 1}, {4, 1, 4, 1}};
    QTest::newRow("apart in the middle")
        << u"1ab2cd3"_s << u"1xb2cy3"_s << Hunks{{1, 1, 1, 1}, {5, 1, 5, 1}};
}

void tst_LineDiff::findsHunks()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(Hunks, hunks);
    const auto lines = [](const QString &text) {
        return text.split(QString(), Qt::SkipEmptyParts);
    };
    QCOMPARE(diffLines(lines(before), lines(after)), hunks);
}

void tst_LineDiff::hunksTurnOneTextIntoTheOther()
{
    quint32 seed = 7;
    const auto random = [&seed](quint32 below) {
        seed = seed * 1664525 + 1013904223;
        return (seed >> 8) % below;
    };
    for (int round = 0; round < 300; ++round) {
        QStringList before;
        QStringList after;
        for (quint32 i = random(12); i > 0; --i)
            before.append(QString::number(random(4)));
        for (quint32 i = random(12); i > 0; --i)
            after.append(QString::number(random(4)));
        QStringList patched = before;
        const auto hunks = diffLines(before, after);
        for (auto hunk = hunks.crbegin(); hunk != hunks.crend(); ++hunk) {
            patched.remove(hunk->beforeBegin, hunk->beforeCount);
            for (qsizetype i = 0; i < hunk->afterCount; ++i)
                patched.insert(hunk->beforeBegin + i, after[hunk->afterBegin + i]);
        }
        QCOMPARE(patched, after);
    }
}

void tst_LineDiff::longTextsTakeNoTime()
{
    QStringList before;
    QStringList after;
    for (int i = 0; i < 50'000; ++i) {
        before.append(QString::number(i));
        after.append(QString::number(i * 3));
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!diffLines(before, after).isEmpty());
    QVERIFY(timer.elapsed() < 2000);
}

void tst_LineDiff::longTextsWithTwoChangesGiveTwoHunks()
{
    QList<QByteArray> lines;
    for (int i = 0; i < 100'000; ++i)
        lines.append(i % 3 == 0 ? QByteArray("  },") : QByteArray::number(i));
    const QList<QByteArrayView> before(lines.cbegin(), lines.cend());
    QList<QByteArrayView> after = before;
    after[100] = "other";
    after.remove(90'001, 2);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(diffLines(before, after), (Hunks{{100, 1, 100, 1}, {90'001, 2, 90'001, 0}}));
    QVERIFY(timer.elapsed() < 2000);
}

void tst_LineDiff::linesEndInThreeWays()
{
    QCOMPARE(byteLinesOf("a\nb\r\nc\rd\n"), (QList<QByteArrayView>{"a", "b", "c", "d", ""}));
    QVERIFY(byteLinesOf({}).isEmpty());
    QCOMPARE(linesOf(u"a\nb\r\nc\rd"_s), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    QCOMPARE(linesOf({}), QStringList());
}

MODELSCRIBE_TEST(tst_LineDiff)

} // namespace tst_linediff

#include "tst_linediff.moc"
