// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/trialrows.h"

#include "testclass.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace tst_trialrows {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_TrialRows : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatIsFoundAndWhatItBecomes();
    void aPatternThatIsNoneLeavesTheRows();
};

namespace {

TextReplacement replacing(const QString &pattern, const QString &with)
{
    return {.query = {.pattern = pattern, .isExpression = true}, .with = with};
}

QString after(const TrialRows &rows, int row)
{
    return rows.index(row).data(TrialRows::AfterRole).toString();
}

} // namespace

void tst_TrialRows::showsWhatIsFoundAndWhatItBecomes()
{
    TrialRows rows;
    QAbstractItemModelTester tester(&rows);
    rows.setTexts({u"bert-zh"_s, u"中文-bert"_s, u"gpt"_s});
    QCOMPARE(after(rows, 0), u"bert-zh"_s);
    rows.setReplacement(replacing(u"(b)ert"_s, u"$1-X"_s));
    QCOMPARE(after(rows, 0), u"b-X-zh"_s);
    QCOMPARE(after(rows, 1), u"中文-b-X"_s);
    QCOMPARE(after(rows, 2), u"gpt"_s);
    const auto found =
        rows.index(1).data(TrialRows::FoundRole).value<QList<TextReplacement::Found>>();
    QCOMPARE(found, (QList<TextReplacement::Found>{{.begin = 3, .length = 4, .with = u"b-X"_s}}));
    QCOMPARE(rows.index(2).data().toString(), u"gpt: no match, left as it is"_s);
}

void tst_TrialRows::aPatternThatIsNoneLeavesTheRows()
{
    TrialRows rows;
    rows.setTexts({u"bert"_s});
    rows.setReplacement(replacing(u"b"_s, u"B"_s));
    rows.setReplacement(replacing(u"b("_s, u"B"_s));
    QVERIFY(rows.problem());
    QCOMPARE(rows.problem()->code, u"NotAPattern"_s);
    QCOMPARE(after(rows, 0), u"Bert"_s);
    rows.setReplacement(replacing(u"b(e)"_s, u"B"_s));
    QVERIFY(!rows.problem());
    QCOMPARE(after(rows, 0), u"Brt"_s);
}

MODELSCRIBE_TEST(tst_TrialRows)

} // namespace tst_trialrows

#include "tst_trialrows.moc"
