// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite/filelook.h"

#include "plainsqlite.h"
#include "sqlite/walcheck.h"
#include "testclass.h"

#include <QDateTime>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace tst_filelook {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace plainsqlite;

//! Whose file it is, and whether its WAL is its own.
class tst_FileLook : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatStandsThere();
    void readsTheHeadThroughTheWal();
    void makesOnlyWhatIsNotThere();
    void knowsAStaleWal_data();
    void knowsAStaleWal();

private:
    QTemporaryDir m_folder;
};

void tst_FileLook::tellsWhatStandsThere()
{
    using Kind = FileLook::Kind;
    const auto kindOf = [this](const QByteArray &content) {
        const QString file = m_folder.filePath(u"any"_s);
        return setContent(file, content) ? lookAt(file).kind : Kind::Missing;
    };
    QCOMPARE(lookAt(m_folder.filePath(u"nothing"_s)).kind, Kind::Missing);
    QCOMPARE(lookAt(m_folder.path()).kind, Kind::Folder);
    QCOMPARE(lookAt(u"/dev/null"_s).kind, Kind::Special);
    QCOMPARE(kindOf({}), Kind::Empty);
    QCOMPARE(kindOf(QByteArray(100'000, '\0')), Kind::Zeros);
    QCOMPARE(kindOf(QByteArray(100'000, '\0') + 'x'), Kind::Other);
    QCOMPARE(kindOf("#!/bin/sh\n"), Kind::Other);
    QCOMPARE(kindOf("SQLite format 3"), Kind::Other);

    const QString file = m_folder.filePath(u"database"_s);
    QVERIFY(run(file, {u"PRAGMA application_id = 7"_s, u"PRAGMA user_version = 9"_s}));
    const FileLook look = lookAt(file);
    QCOMPARE(look.kind, Kind::Database);
    QCOMPARE(look.application, 7);
    QCOMPARE(look.version, 9);
    QVERIFY(!look.isBlank && !look.hasWal);
    const QString blank = m_folder.filePath(u"blank"_s);
    QVERIFY(run(blank, {u"PRAGMA journal_mode = WAL"_s}));
    QVERIFY(lookAt(blank).isBlank);
    QVERIFY(run(blank, {u"CREATE VIEW v AS SELECT 1"_s}));
    QVERIFY(!lookAt(blank).isBlank);
}

void tst_FileLook::readsTheHeadThroughTheWal()
{
    const QString left = m_folder.filePath(u"left"_s);
    QVERIFY(run(
        m_folder.filePath(u"live"_s),
        {u"PRAGMA journal_mode = WAL"_s, u"CREATE TABLE t (a)"_s, u"PRAGMA application_id = 5"_s},
        left));
    const FileLook look = lookAt(left);
    QVERIFY(look.hasWal && !look.isBlank);
    QCOMPARE(look.application, 5);
}

void tst_FileLook::makesOnlyWhatIsNotThere()
{
    const QString file = m_folder.filePath(u"made"_s);
    QVERIFY(makeNewFile(file));
    QCOMPARE(int(QFileInfo(file).permissions() & 0x0fff), 0x0600); // owner only
    QVERIFY(!makeNewFile(file));
}

void tst_FileLook::knowsAStaleWal_data()
{
    QTest::addColumn<QString>("restored");
    QTest::addColumn<bool>("isStale");
    QTest::newRow("as it was left") << u""_s << false;
    QTest::newRow("touched only") << u"left"_s << true; // nothing was taken over from the WAL
    QTest::newRow("an earlier copy") << u"earlier"_s << true;
    QTest::newRow("another database") << u"other"_s << true;
    QTest::newRow("all of the WAL taken over") << u"whole"_s << false;
}

void tst_FileLook::knowsAStaleWal()
{
    QFETCH(QString, restored);
    QFETCH(bool, isStale);
    const QTemporaryDir folder;
    const auto in = [&folder](const QString &name) { return folder.filePath(name); };
    QVERIFY(run(in(u"live"_s), {u"PRAGMA journal_mode = WAL"_s, u"CREATE TABLE t (a)"_s}));
    QVERIFY(QFile::copy(in(u"live"_s), in(u"earlier"_s)));
    QVERIFY(run(in(u"other"_s), {u"CREATE TABLE u (b)"_s, u"INSERT INTO u VALUES ('other')"_s}));
    QVERIFY(run(in(u"live"_s), {u"INSERT INTO t VALUES (1)"_s, u"INSERT INTO t VALUES (2)"_s},
                in(u"left"_s)));
    QVERIFY(QFile::copy(in(u"live"_s), in(u"whole"_s))); // closing took it over
    QTest::qWait(30);
    const QString file = in(u"left"_s);
    if (restored.isEmpty()) {
        QFile wal(file + u"-wal"_s);
        QVERIFY(wal.open(QIODevice::ReadWrite));
        QVERIFY(wal.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime));
    } else {
        QVERIFY(setContent(file, contentOf(in(restored))));
    }
    QCOMPARE(pagescan::isWalStale(file), isStale);
}

MODELSCRIBE_TEST(tst_FileLook)

} // namespace tst_filelook

#include "tst_filelook.moc"
