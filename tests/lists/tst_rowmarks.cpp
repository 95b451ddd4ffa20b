// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/rowmarks.h"

#include "registry/catalogtest.h"
#include "testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_rowmarks {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

using Mark = RowMarks::Mark;

class tst_RowMarks : public QObject
{
    Q_OBJECT

private slots:
    void marksTellDraftsProblemsAndReadOnlyModels();
    void draftsAreToldByTheModelsThatGetOrLoseThem();
    void labelsHaveTheColoursOfTheirKeys();
    void orderNumbersThatAreToBeStandBesideThoseThatAre();
    void eachStateOfAWriteHasItsWords();
};

void tst_RowMarks::marksTellDraftsProblemsAndReadOnlyModels()
{
    RegisteredModel foreign = modelOf(u"2"_s, {.name = u"foreign"_s});
    foreign.provider = u"pai"_s;
    const RegisteredModel own = modelOf(u"1"_s, {.name = u"own"_s});
    RowMarks marks;
    QCOMPARE(marks.markOf(own), Mark::None);
    QCOMPARE(marks.markOf(foreign), Mark::ReadOnly);
    QCOMPARE(marks.markOf(modelOf(u"3"_s, {.name = u"bad"_s, .orderNumber = u"1e400"_s})),
             Mark::Problem);
    marks.setDrafts({u"1"_s});
    QCOMPARE(marks.markOf(own), Mark::Draft);
    QCOMPARE(RowMarks::markText(Mark::None), QString());
    QCOMPARE(RowMarks::markText(Mark::Draft), u"Unsaved changes"_s);
    QCOMPARE(RowMarks::markText(Mark::ReadOnly), u"Read-only"_s);
    QCOMPARE(marks.whyNotYours(foreign), QString()); // a lock of another kind
}

void tst_RowMarks::draftsAreToldByTheModelsThatGetOrLoseThem()
{
    RowMarks marks;
    QSignalSpy told(&marks, &RowMarks::draftsChanged);
    marks.setDrafts({u"1"_s, u"2"_s});
    QCOMPARE(told.size(), 1);
    marks.setDrafts({u"2"_s, u"1"_s});
    QCOMPARE(told.size(), 1);
    marks.setDrafts({u"2"_s, u"3"_s});
    QStringList ids = told.last().first().toStringList();
    ids.sort();
    QCOMPARE(ids, QStringList({u"1"_s, u"3"_s}));
    QCOMPARE(marks.draftCount({u"1"_s, u"2"_s, u"3"_s}), 2);
}

void tst_RowMarks::labelsHaveTheColoursOfTheirKeys()
{
    const RegisteredModel model = modelOf(
        u"1"_s, {.name = u"bert"_s, .labels = {{u"team"_s, u"a"_s}, {u"base"_s, u"b"_s}}});
    RowMarks marks;
    QSignalSpy told(&marks, &RowMarks::cellsChanged);
    QVERIFY(marks.labelColors(model).isEmpty());
    marks.setLabelColors({{u"base"_s, LabelColor::Red}});
    QCOMPARE(marks.labelColors(model), QList({LabelColor::None, LabelColor::Red}));
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.last().at(0).toString(), u"Labels"_s);
    QVERIFY(told.last().at(1).toStringList().isEmpty()); // of all
    marks.setLabelColors({{u"base"_s, LabelColor::Red}});
    QCOMPARE(told.size(), 1);
}

void tst_RowMarks::orderNumbersThatAreToBeStandBesideThoseThatAre()
{
    const RegisteredModel model = modelOf(u"1"_s, {.name = u"bert"_s, .orderNumber = u"12"_s});
    const ModelColumn column = *ModelColumn::of(u"OrderNumber"_s);
    RowMarks marks;
    QSignalSpy told(&marks, &RowMarks::orderNumbersChanged);
    QCOMPARE(marks.draftedText(model, column), QString());
    marks.setOrderNumbers({{u"1"_s, u"15"_s}, {u"2"_s, u"20"_s}});
    QCOMPARE(marks.draftedText(model, column), u"12 → 15"_s);
    QCOMPARE(marks.draftedText(model, *ModelColumn::of(u"ModelName"_s)), QString());
    marks.setOrderNumbers({{u"1"_s, u"12"_s}, {u"2"_s, u"20"_s}});
    QCOMPARE(told.size(), 2);
    QVERIFY(told.last().first().toStringList().contains(u"1"_s));
    QVERIFY(!told.last().first().toStringList().contains(u"2"_s));
    QCOMPARE(marks.draftedText(model, column), QString());
}

void tst_RowMarks::eachStateOfAWriteHasItsWords()
{
    using State = Batches::RowState;
    QCOMPARE(RowMarks::writeText(State::None), QString());
    QSet<QString> texts;
    for (const State state : {State::Waiting, State::UnderWay, State::Saved, State::Conflict,
                              State::Refused, State::Unknown})
        texts.insert(RowMarks::writeText(state));
    QCOMPARE(texts.size(), 6);
    QVERIFY(!texts.contains(QString()));
}

MODELSCRIBE_TEST(tst_RowMarks)

} // namespace tst_rowmarks

#include "tst_rowmarks.moc"
