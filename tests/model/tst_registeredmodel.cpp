// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/registeredmodel.h"
#include "testclass.h"

#include <QTest>
#include <QTimeZone>

namespace tst_registeredmodel {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_RegisteredModel : public QObject
{
    Q_OBJECT

private slots:
    void readsServiceTimes_data();
    void readsServiceTimes();
    void localTimeZoneDoesNotMatter();
    void modelsOfAProviderAreReadOnly();
    void workspaceHasATitle();
};

void tst_RegisteredModel::readsServiceTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds"); // -1: invalid
    QTest::newRow("seconds") << u"2021-01-30T12:51:33Z"_s << qint64(1612011093000);
    QTest::newRow("milliseconds") << u"2021-01-30T12:51:33.028Z"_s << qint64(1612011093028);
    QTest::newRow("offset") << u"2021-01-30T20:51:33+08:00"_s << qint64(1612011093000);
    QTest::newRow("no zone") << u"2021-01-30T12:51:33"_s << qint64(1612011093000);
    QTest::newRow("empty") << u""_s << qint64(-1);
    QTest::newRow("words") << u"yesterday"_s << qint64(-1);
    QTest::newRow("no such day") << u"2021-02-30T12:51:33Z"_s << qint64(-1);
    QTest::newRow("number") << u"1612011093"_s << qint64(-1);
}

void tst_RegisteredModel::readsServiceTimes()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    const QDateTime time = parseServiceTime(text);
    QCOMPARE(time.isValid(), milliseconds >= 0);
    if (milliseconds < 0)
        return;
    QCOMPARE(time.toMSecsSinceEpoch(), milliseconds);
    QCOMPARE(time.timeSpec(), Qt::UTC);
}

void tst_RegisteredModel::localTimeZoneDoesNotMatter()
{
    qputenv("TZ", "Asia/Shanghai");
    tzset();
    const QDateTime time = parseServiceTime(u"2021-01-30T12:51:33"_s);
    qputenv("TZ", "UTC");
    tzset();
    QCOMPARE(time.toMSecsSinceEpoch(), qint64(1612011093000));
}

void tst_RegisteredModel::modelsOfAProviderAreReadOnly()
{
    RegisteredModel model;
    QVERIFY(!model.isReadOnly());
    model.provider = u"pai"_s;
    QVERIFY(model.isReadOnly());
}

void tst_RegisteredModel::workspaceHasATitle()
{
    QCOMPARE((Workspace{.id = u"1"_s}).title(), u"1"_s);
    QCOMPARE((Workspace{.id = u"1"_s, .name = u"a"_s}).title(), u"a"_s);
    QCOMPARE((Workspace{.id = u"1"_s, .name = u"a"_s, .displayName = u"A team"_s}).title(),
             u"A team"_s);
}

MODELSCRIBE_TEST(tst_RegisteredModel)

} // namespace tst_registeredmodel

#include "tst_registeredmodel.moc"
