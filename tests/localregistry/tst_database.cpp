// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/database.h"
#include "testclass.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

namespace tst_database {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_Database : public QObject
{
    Q_OBJECT

private slots:
    void makesPrivateFilesInAPrivateFolder();
    void takesOthersRightsAway();
    void isNewOnlyOnce();
    void isNewAgainWhenItWasNotInitialised();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void refusesAFolder();
    void refusesAFolderThatCannotBeMade();
    void waitsForAnotherConnection();
    void reportsWrongStatements();
    void rollsBack();
    void leavesNoConnectionBehind();

private:
    QTemporaryDir m_folder;
};

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser
                           | QFile::WriteUser;

//! Makes or changes a file with plain Qt Sql.
void runPlain(const QString &file, const QStringList &statements)
{
    {
        auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"plain"_s);
        connection.setDatabaseName(file);
        QVERIFY(connection.open());
        for (const QString &statement : statements) {
            QSqlQuery query(connection);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(u"plain"_s);
}

} // namespace

void tst_Database::makesPrivateFilesInAPrivateFolder()
{
    const QString file = m_folder.filePath(u"a/b/r.sqlite"_s);
    const auto database = Database::open(file);
    QVERIFY(database);
    QVERIFY((*database)->initialised());
    QCOMPARE(QFileInfo(m_folder.filePath(u"a/b"_s)).permissions(),
             ownerOnly | QFile::ExeOwner | QFile::ExeUser);
    for (const auto &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QVERIFY2(QFile::exists(file + suffix), qPrintable(suffix));
        QCOMPARE(QFileInfo(file + suffix).permissions(), ownerOnly);
    }
}

void tst_Database::takesOthersRightsAway()
{
    const QString file = m_folder.filePath(u"open.sqlite"_s);
    QFile handle(file);
    QVERIFY(handle.open(QIODevice::WriteOnly));
    QVERIFY(handle.setPermissions(ownerOnly | QFile::ReadOther | QFile::ReadGroup));
    QVERIFY(Database::open(file));
    QCOMPARE(QFileInfo(file).permissions(), ownerOnly);
}

void tst_Database::isNewOnlyOnce()
{
    const QString file = m_folder.filePath(u"new.sqlite"_s);
    {
        const auto database = Database::open(file);
        QVERIFY((*database)->isNew());
        QVERIFY((*database)->initialised());
        QVERIFY(!(*database)->isNew());
    }
    const auto database = Database::open(file);
    QVERIFY(database);
    QVERIFY(!(*database)->isNew());
}

void tst_Database::isNewAgainWhenItWasNotInitialised()
{
    const QString file = m_folder.filePath(u"again.sqlite"_s);
    QVERIFY((*Database::open(file))->isNew());
    QVERIFY((*Database::open(file))->isNew());
}

void tst_Database::refusesOtherFiles_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("detail");
    QTest::newRow("newer schema") << QStringList{u"PRAGMA application_id = %1"_s.arg(0x4D536C72),
                                                 u"PRAGMA user_version = 2"_s,
                                                 u"CREATE TABLE models (a)"_s}
                                  << u"schema 2"_s;
    QTest::newRow("another program")
        << QStringList{u"CREATE TABLE t (a)"_s} << u"another program"_s;
    QTest::newRow("another program without tables")
        << QStringList{u"PRAGMA user_version = 1"_s} << u"another program"_s;
}

void tst_Database::refusesOtherFiles()
{
    QFETCH(QStringList, statements);
    QFETCH(QString, detail);
    QTemporaryDir folder;
    const QString file = folder.filePath(u"other.sqlite"_s);
    runPlain(file, statements);
    const auto database = Database::open(file);
    QVERIFY(!database);
    QCOMPARE(database.error().kind, Error::Kind::Storage);
    QVERIFY2(database.error().detail.contains(detail), qPrintable(database.error().detail));
}

void tst_Database::refusesAFolder()
{
    const auto database = Database::open(m_folder.path());
    QVERIFY(!database);
    QCOMPARE(database.error().kind, Error::Kind::Storage);
}

void tst_Database::refusesAFolderThatCannotBeMade()
{
    const QString text = m_folder.filePath(u"text"_s);
    QFile file(text);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    for (const QString &path : {text + u"/r.sqlite"_s, text + u"/a/r.sqlite"_s, text}) {
        const auto database = Database::open(path);
        QVERIFY(!database);
        QCOMPARE(database.error().kind, Error::Kind::Storage);
        QVERIFY(!database.error().detail.isEmpty());
    }
}

void tst_Database::waitsForAnotherConnection()
{
    const QString file = m_folder.filePath(u"shared.sqlite"_s);
    const auto first = Database::open(file);
    QVERIFY((*first)->initialised());
    const auto second = Database::open(file);
    QVERIFY(second);
    QVERIFY((*first)->begin(true));
    // Reading goes on beside a writer.
    QVERIFY((*second)->begin(false));
    QVERIFY((*second)->read(u"SELECT count(*) FROM models"_s));
    QVERIFY((*second)->commit());
    QVERIFY((*first)->commit());
    QVERIFY((*second)->begin(true));
    QVERIFY((*second)->commit());
}

void tst_Database::reportsWrongStatements()
{
    const auto database = Database::open(m_folder.filePath(u"wrong.sqlite"_s));
    QVERIFY((*database)->initialised());
    const auto read = (*database)->read(u"SELECT nonsense"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().httpStatus, 500);
    QVERIFY(read.error().detail.contains("nonsense"_L1));
    QVERIFY(!(*database)->write(u"nonsense"_s));
    const QVariantList noWorkspace{u"m"_s};
    QVERIFY(!(*database)->write(u"INSERT INTO models (id) VALUES (?)"_s, noWorkspace));
    QVERIFY(!(*database)->commit());
}

void tst_Database::rollsBack()
{
    const auto database = Database::open(m_folder.filePath(u"back.sqlite"_s));
    QVERIFY((*database)->initialised());
    QVERIFY((*database)->begin(true));
    const auto written = (*database)->write(
        u"INSERT INTO workspaces (id, name, status, is_default, created, modified)"
        " VALUES ('1', 'a', 'ENABLED', 1, 0, 0)"_s);
    QVERIFY(written);
    QCOMPARE(written->rows, 1);
    (*database)->rollback();
    auto rows = (*database)->read(u"SELECT count(*) FROM workspaces"_s);
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->value(0).toInt(), 0);
}

void tst_Database::leavesNoConnectionBehind()
{
    const qsizetype before = QSqlDatabase::connectionNames().size();
    Database::open(m_folder.filePath(u"gone.sqlite"_s));
    Database::open(m_folder.path());
    QCOMPARE(QSqlDatabase::connectionNames().size(), before);
}

MODELSCRIBE_TEST(tst_Database)

} // namespace tst_database

#include "tst_database.moc"
