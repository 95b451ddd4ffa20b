// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "json/textchange.h"

#include <QTest>

namespace tst_changebetween {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_ChangeBetween : public QObject
{
    Q_OBJECT

private slots:
    void findsTheChangeBetween_data();
    void findsTheChangeBetween();
};

void tst_ChangeBetween::findsTheChangeBetween_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<TextChange>("change");
    QTest::newRow("same") << "abc"_ba
                          << "abc"_ba << TextChange{3, 3, ""};
    QTest::newRow("middle") << "abc"_ba
                            << "axc"_ba << TextChange{1, 2, "x"};
    QTest::newRow("longer") << "ac"_ba
                            << "abbc"_ba << TextChange{1, 1, "bb"};
    QTest::newRow("shorter") << "aaa"_ba
                             << "aa"_ba << TextChange{2, 3, ""};
    QTest::newRow("from nothing") << ""_ba
                                  << "a"_ba << TextChange{0, 0, "a"};
    QTest::newRow("to nothing") << "a"_ba
                                << ""_ba << TextChange{0, 1, ""};
    QTest::newRow("whole characters at the begin") << "xé"_ba
                                                   << "xè"_ba << TextChange{1, 3, "è"};
    QTest::newRow("whole characters at the end") << "éx"_ba
                                                 << "ũx"_ba << TextChange{0, 2, "ũ"};
    const QByteArray large(10'000, 'x');
    QTest::newRow("large") << large + "a" + large << large + "bc" + large
                           << TextChange{10'000, 10'001, "bc"};
    QTest::newRow("large of the same") << large << large + "x" << TextChange{10'000, 10'000, "x"};
    QTest::newRow("a character grows") << "aш"_ba
                                       << "aшш"_ba << TextChange{3, 3, "ш"};
}

void tst_ChangeBetween::findsTheChangeBetween()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(TextChange, change);
    QCOMPARE(changeBetween(before, after), change);
    QCOMPARE(changedText(before, {change}), after);
}

MODELSCRIBE_TEST(tst_ChangeBetween)

} // namespace tst_changebetween

#include "tst_changebetween.moc"
