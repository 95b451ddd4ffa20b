// SPDX-License-Identifier: GPL-3.0-or-later
#include "plainsqlite.h"
#include "sqlite/pagescan.h"
#include "testclass.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

namespace tst_tablerows {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace plainsqlite;

//! Rows with the table they belong to, read without SQLite.
class tst_TableRows : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void knowsTheTableOfEachRow();
    void saysWhenItDoesNotKnow();
    void leavesFreePagesOut();
    void namesWhatIsThere();
    void textThatIsNoneComesAsBytes();
    void noiseDoesNoHarm();

private:
    QMap<QString, int> counts(const QByteArray &content);

    QTemporaryDir m_folder;
    QByteArray m_content;
};

void tst_TableRows::initTestCase()
{
    const QString file = m_folder.filePath(u"two"_s);
    QStringList statements{u"PRAGMA secure_delete = OFF"_s,
                           u"CREATE TABLE one (id INTEGER PRIMARY KEY, t TEXT)"_s,
                           u"CREATE TABLE two (id INTEGER PRIMARY KEY, t TEXT)"_s,
                           u"CREATE INDEX two_t ON two(t)"_s,
                           u"CREATE VIEW seen AS SELECT 1"_s,
                           u"BEGIN"_s};
    const QString filler(300, u'x');
    for (int i = 0; i < 500; ++i) {
        statements.append(u"INSERT INTO one (t) VALUES ('one %1 %2')"_s.arg(i).arg(filler));
        if (i % 2 == 0)
            statements.append(u"INSERT INTO two (t) VALUES ('two %1 %2')"_s.arg(i).arg(filler));
    }
    statements.append(u"COMMIT"_s);
    QVERIFY(run(file, statements));
    m_content = contentOf(file);
}

//! Rows of each table in a file of \p content.
QMap<QString, int> tst_TableRows::counts(const QByteArray &content)
{
    const QString file = m_folder.filePath(u"read"_s);
    QMap<QString, int> found;
    if (!setContent(file, content))
        return found;
    pagescan::forEachTableRow(file, true, 1 << 30,
                              [&found](const pagescan::RowPlace &place, const QVariantList &row) {
                                  if (row.size() == 2)
                                      ++found[place.table];
                              });
    return found;
}

void tst_TableRows::knowsTheTableOfEachRow()
{
    QCOMPARE(counts(m_content), (QMap<QString, int>{{u"one"_s, 500}, {u"two"_s, 250}}));
}

void tst_TableRows::saysWhenItDoesNotKnow()
{
    QByteArray content = m_content;
    content.replace(0, 4096, QByteArray(4096, '\xff'));
    QCOMPARE(counts(content), (QMap<QString, int>{{QString(), 750}}));
}

void tst_TableRows::leavesFreePagesOut()
{
    const QString file = m_folder.filePath(u"freed"_s);
    QVERIFY(setContent(file, m_content));
    QVERIFY(run(file, {u"PRAGMA secure_delete = OFF"_s, u"DELETE FROM one"_s}));
    QCOMPARE(counts(contentOf(file)), (QMap<QString, int>{{u"two"_s, 250}}));
}

void tst_TableRows::namesWhatIsThere()
{
    const QString file = m_folder.filePath(u"two"_s);
    QCOMPARE(pagescan::names(file, true, "table"_L1), (QStringList{u"one"_s, u"two"_s}));
    QCOMPARE(pagescan::names(file, true, "view"_L1), QStringList{u"seen"_s});
    QCOMPARE(pagescan::names(m_folder.filePath(u"none"_s), true, "view"_L1), QStringList());
}

void tst_TableRows::textThatIsNoneComesAsBytes()
{
    const QString file = m_folder.filePath(u"text"_s);
    QVERIFY(run(file, {u"CREATE TABLE t (id INTEGER PRIMARY KEY, t TEXT)"_s,
                       u"INSERT INTO t (t) VALUES ('é'), (CAST(x'c3' AS TEXT)), ('')"_s}));
    QVariantList texts;
    pagescan::forEachRow(file, false, 1 << 20, [&texts](const QVariantList &row) {
        if (row.size() == 2)
            texts.append(row[1]);
    });
    QCOMPARE(texts, (QVariantList{u"é"_s, QByteArray("\xc3"), u""_s}));
}

void tst_TableRows::noiseDoesNoHarm()
{
    QRandomGenerator random(11);
    for (int i = 0; i < 200; ++i) {
        QByteArray content = m_content.first(4096 * (1 + random.bounded(20)));
        for (int change = random.bounded(60); change >= 0; --change)
            content[random.bounded(int(content.size()))] = char(random.bounded(256));
        if (i % 4 == 0) // also where the pages lead to each other
            content.replace(random.bounded(int(content.size()) - 8), 8, QByteArray(8, '\x01'));
        std::ignore = counts(content);
    }
}

MODELSCRIBE_TEST(tst_TableRows)

} // namespace tst_tablerows

#include "tst_tablerows.moc"
