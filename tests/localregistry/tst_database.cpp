// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/registryopening.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <thread>

namespace tst_database {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_Database : public QObject
{
    Q_OBJECT

private slots:
    void makesPrivateFilesInAPrivateFolder();
    void leavesTheRightsOfWhatExists();
    void isNewOnlyOnce();
    void isNewAgainWhenItWasNotInitialised();
    void refusesAFolderThatCannotBeMade();
    void waitsForAnotherConnection();
    void waitsNoLongerThanItMay();
    void reportsWrongStatements();
    void rollsBack();
    void leavesNoConnectionBehind();

private:
    QTemporaryDir m_folder;
};

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser
                           | QFile::WriteUser;

Result<std::unique_ptr<Database>> openDatabase(const QString &file,
                                               const std::atomic<bool> *interrupted = nullptr)
{
    auto opened = openRegistry(file, interrupted);
    if (!opened)
        return failure(opened.error());
    return std::move(opened->database);
}

} // namespace

void tst_Database::makesPrivateFilesInAPrivateFolder()
{
    const QString file = m_folder.filePath(u"a/b/r.sqlite"_s);
    const auto database = openDatabase(file);
    QVERIFY(database);
    QVERIFY((*database)->initialised());
    QCOMPARE(QFileInfo(m_folder.filePath(u"a/b"_s)).permissions(),
             ownerOnly | QFile::ExeOwner | QFile::ExeUser);
    for (const auto &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QVERIFY2(QFile::exists(file + suffix), qPrintable(suffix));
        QCOMPARE(QFileInfo(file + suffix).permissions(), ownerOnly);
    }
}

void tst_Database::leavesTheRightsOfWhatExists()
{
    const QString file = m_folder.filePath(u"open.sqlite"_s);
    QFile handle(file);
    QVERIFY(handle.open(QIODevice::WriteOnly));
    QVERIFY(
        handle.setPermissions(ownerOnly | QFile::ReadOther | QFile::ReadGroup | QFile::WriteGroup));
    const auto rights = QFileInfo(file).permissions();
    for (int time = 0; time < 2; ++time) {
        const auto database = openDatabase(file);
        QVERIFY(database);
        if ((*database)->isNew())
            QVERIFY((*database)->initialised());
        for (const auto &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QCOMPARE(QFileInfo(file + suffix).permissions(), rights);
    }
}

void tst_Database::isNewOnlyOnce()
{
    const QString file = m_folder.filePath(u"new.sqlite"_s);
    {
        const auto database = openDatabase(file);
        QVERIFY((*database)->isNew());
        QVERIFY((*database)->initialised());
        QVERIFY(!(*database)->isNew());
    }
    const auto database = openDatabase(file);
    QVERIFY(database);
    QVERIFY(!(*database)->isNew());
}

void tst_Database::isNewAgainWhenItWasNotInitialised()
{
    const QString file = m_folder.filePath(u"again.sqlite"_s);
    QVERIFY((*openDatabase(file))->isNew());
    QVERIFY((*openDatabase(file))->isNew());
}

void tst_Database::refusesAFolderThatCannotBeMade()
{
    const QString text = m_folder.filePath(u"text"_s);
    QFile file(text);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    for (const QString &path : {text + u"/r.sqlite"_s, text + u"/a/r.sqlite"_s, text}) {
        const auto database = openDatabase(path);
        QVERIFY(!database);
        QCOMPARE(database.error().kind, Error::Kind::Storage);
        QVERIFY(!database.error().detail.isEmpty());
    }
}

void tst_Database::waitsForAnotherConnection()
{
    const QString file = m_folder.filePath(u"shared.sqlite"_s);
    const auto first = openDatabase(file);
    QVERIFY((*first)->initialised());
    const auto second = openDatabase(file);
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

void tst_Database::waitsNoLongerThanItMay()
{
    const QString file = m_folder.filePath(u"interrupted.sqlite"_s);
    const auto first = openDatabase(file);
    QVERIFY((*first)->initialised());
    std::atomic<bool> interrupted = false;
    const auto second = openDatabase(file, &interrupted);
    QVERIFY(second);
    QVERIFY((*first)->begin(true));
    std::thread later([&interrupted] {
        QThread::msleep(200);
        interrupted = true;
    });
    QElapsedTimer timer;
    timer.start();
    const bool begun = (*second)->begin(true).has_value();
    const qint64 waited = timer.elapsed();
    later.join();
    QVERIFY(!begun);
    QVERIFY2(waited < 900, qPrintable(QString::number(waited)));
    QVERIFY(!(*second)->read(u"SELECT 1"_s));
    QVERIFY((*first)->commit());
}

void tst_Database::reportsWrongStatements()
{
    const auto database = openDatabase(m_folder.filePath(u"wrong.sqlite"_s));
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
    const auto database = openDatabase(m_folder.filePath(u"back.sqlite"_s));
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
    openDatabase(m_folder.filePath(u"gone.sqlite"_s));
    openDatabase(m_folder.path());
    QCOMPARE(QSqlDatabase::connectionNames().size(), before);
}

MODELSCRIBE_TEST(tst_Database)

} // namespace tst_database

#include "tst_database.moc"
