// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliworld.h"
#include "testclass.h"

#include <QJsonArray>
#include <QTest>

namespace tst_label {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_Label : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_world.reset(); }

    void listsWithCounts();
    void renamesAKey();
    void renamesAValue();
    void mergesValues();
    void deletes_data();
    void deletes();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();

private:
    QString create(const QString &name, const QStringList &labels);
    Told label(const QStringList &arguments)
    {
        return m_world->run(QStringList{u"label"_s, u"--output"_s, u"json"_s} + arguments);
    }
    //! "key=value" of each, in their order.
    QStringList labels(const QString &id);

    std::unique_ptr<CliWorld> m_world;
};

void tst_Label::init()
{
    m_world = std::make_unique<CliWorld>();
    QVERIFY(m_world->serve(0));
}

QString tst_Label::create(const QString &name, const QStringList &labels)
{
    QStringList options;
    for (const QString &label : labels)
        options << u"--label"_s << label;
    return m_world->create(name, options);
}

QStringList tst_Label::labels(const QString &id)
{
    QStringList texts;
    const Told told = m_world->run({u"get"_s, id, u"--output"_s, u"json"_s});
    const QJsonArray held = told.json()["Labels"_L1].toArray();
    for (const auto &one : held)
        texts.append(one["Key"_L1].toString() + u'=' + one["Value"_L1].toString());
    return texts;
}

void tst_Label::listsWithCounts()
{
    create(u"a"_s, {u"team=nlp"_s, u"lang=zh"_s});
    create(u"b"_s, {u"team=nlp"_s, u"lang=en"_s});
    const QJsonArray listed = label({u"list"_s}).json()["Labels"_L1].toArray();
    QStringList lines;
    for (const auto &one : listed)
        lines.append(u"%1=%2 %3"_s.arg(one["Key"_L1].toString(), one["Value"_L1].toString())
                         .arg(one["Models"_L1].toInt()));
    QCOMPARE(lines, (QStringList{u"lang=en 1"_s, u"lang=zh 1"_s, u"team=nlp 2"_s}));
}

void tst_Label::renamesAKey()
{
    const QString one = create(u"a"_s, {u"团队=nlp"_s, u"lang=zh"_s});
    const QString both = create(u"b"_s, {u"团队=nlp"_s, u"team=cv"_s});
    const QString none = create(u"c"_s, {u"other=nlp"_s});
    QCOMPARE(label({u"rename"_s, u"团队"_s, u"team"_s, u"--dry-run"_s}).code, 0);
    QCOMPARE(labels(both).size(), 2);
    QCOMPARE(label({u"rename"_s, u"团队"_s, u"team"_s, u"--yes"_s}).code, 0);
    QCOMPARE(labels(one), (QStringList{u"lang=zh"_s, u"team=nlp"_s}));
    QCOMPARE(labels(both), QStringList{u"team=cv"_s});
    QCOMPARE(labels(none), QStringList{u"other=nlp"_s});
}

void tst_Label::renamesAValue()
{
    const QString one = create(u"a"_s, {u"lang=zh-CN"_s});
    const QString other = create(u"b"_s, {u"lang=en"_s, u"country=zh-CN"_s});
    QCOMPARE(label({u"rename"_s, u"lang=zh-CN"_s, u"lang=zh"_s, u"--yes"_s}).code, 0);
    QCOMPARE(labels(one), QStringList{u"lang=zh"_s});
    QCOMPARE(labels(other).size(), 2);
    QVERIFY(labels(other).contains(u"country=zh-CN"_s));
}

void tst_Label::mergesValues()
{
    const QString one = create(u"a"_s, {u"team=NLP"_s});
    const QString two = create(u"b"_s, {u"team=nlp-team"_s});
    const QString other = create(u"c"_s, {u"team=cv"_s});
    QCOMPARE(label({u"merge"_s, u"team=NLP"_s, u"team=nlp-team"_s, u"nlp"_s, u"--yes"_s}).code, 0);
    QCOMPARE(labels(one), QStringList{u"team=nlp"_s});
    QCOMPARE(labels(two), QStringList{u"team=nlp"_s});
    QCOMPARE(labels(other), QStringList{u"team=cv"_s});
}

void tst_Label::deletes_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QStringList>("left");
    QTest::newRow("a key") << u"team"_s << QStringList{u"lang=zh"_s};
    QTest::newRow("a value") << u"team=nlp"_s << QStringList{u"lang=zh"_s};
    QTest::newRow("a value it has not") << u"team=cv"_s << QStringList{u"lang=zh"_s, u"team=nlp"_s};
}

void tst_Label::deletes()
{
    QFETCH(const QString, what);
    QFETCH(const QStringList, left);
    const QString id = create(u"a"_s, {u"team=nlp"_s, u"lang=zh"_s});
    QCOMPARE(label({u"delete"_s, what, u"--yes"_s}).code, 0);
    QStringList now = labels(id);
    now.sort();
    QCOMPARE(now, left);
}

void tst_Label::refusesWhatCannotBe_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no word") << QStringList{};
    QTest::newRow("a run") << QStringList{u"list"_s, u"--continue"_s,
                                          u"8b4e1da0-0d93-49b0-944d-169b349cf94f"_s};
    QTest::newRow("a key to a value") << QStringList{u"rename"_s, u"a"_s, u"b=c"_s};
    QTest::newRow("a value to a key") << QStringList{u"rename"_s, u"a=b"_s, u"c"_s};
    QTest::newRow("a value of another key") << QStringList{u"rename"_s, u"a=b"_s, u"c=b"_s};
    QTest::newRow("no key") << QStringList{u"rename"_s, u"=b"_s, u"=c"_s};
    QTest::newRow("one to merge") << QStringList{u"merge"_s, u"a=b"_s, u"c"_s};
    QTest::newRow("keys to merge") << QStringList{u"merge"_s, u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("two keys to merge") << QStringList{u"merge"_s, u"a=1"_s, u"b=2"_s, u"c"_s};
    QTest::newRow("nothing to delete") << QStringList{u"delete"_s};
    QTest::newRow("a label without a key") << QStringList{u"delete"_s, u"=x"_s};
}

void tst_Label::refusesWhatCannotBe()
{
    QFETCH(const QStringList, arguments);
    const QString id = create(u"a"_s, {u"a=b"_s});
    const Told told = label(arguments + QStringList{u"--yes"_s});
    QCOMPARE(told.code, 2);
    QVERIFY(!told.err.isEmpty());
    QCOMPARE(labels(id), QStringList{u"a=b"_s});
}

MODELSCRIBE_TEST(tst_Label)

} // namespace tst_label

#include "tst_label.moc"
