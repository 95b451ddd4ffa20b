// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/json/dialogs/jsonsourcetree.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace tst_jsonsourcetree {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonSourceTree : public QObject
{
    Q_OBJECT

private slots:
    void showsKeysAndValues();
    void aCheckedValueTakesWhatIsInIt();
};

void tst_JsonSourceTree::showsKeysAndValues()
{
    JsonSourceTree model;
    const QAbstractItemModelTester tester(&model);
    model.setTree(JsonTree::shared("{\"a\":[1.0,{\"b\":\"x\\ny\"}],\"c\":null}"));
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex a = model.index(0, 0);
    QCOMPARE(a.data().toString(), u"a"_s);
    QCOMPARE(a.siblingAtColumn(1).data().toString(), u"2 element(s)"_s);
    QCOMPARE(model.rowCount(a), 2);
    QCOMPARE(model.index(0, 1, a).data().toString(), u"1.0"_s);
    QCOMPARE(model.index(1, 0, a).data().toString(), u"1"_s);
    const QModelIndex b = model.index(0, 1, model.index(1, 0, a));
    QCOMPARE(b.data().toString(), u"x⏎y"_s);
    QCOMPARE(b.parent().parent(), a);
    QVERIFY(!a.parent().isValid());
    model.setTree(std::make_shared<const JsonTree>());
    QCOMPARE(model.rowCount(), 0);
}

void tst_JsonSourceTree::aCheckedValueTakesWhatIsInIt()
{
    JsonSourceTree model;
    const QAbstractItemModelTester tester(&model);
    model.setTree(JsonTree::shared("{\"a\":[1,2],\"c\":3}"));
    QSignalSpy changed(&model, &JsonSourceTree::chosenChanged);
    const QModelIndex a = model.index(0, 0);
    const QModelIndex first = model.index(0, 0, a);
    QVERIFY(model.setData(first, Qt::Checked, Qt::CheckStateRole));
    QVERIFY(model.setData(model.index(1, 0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.chosen(), (QList<JsonNodeId>{2, 4}));
    QVERIFY(model.setData(a, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.chosen(), (QList<JsonNodeId>{1, 4}));
    QCOMPARE(first.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(!(first.flags() & Qt::ItemIsUserCheckable));
    QVERIFY(!model.setData(first, Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(model.setData(a, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(first.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(changed.size(), 4);
}

MODELSCRIBE_TEST(tst_JsonSourceTree)

} // namespace tst_jsonsourcetree

#include "tst_jsonsourcetree.moc"
