// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storefile.h"

#include "sqlite/pagescan.h"
#include "sqlite/walcheck.h"
#include "storetesting.h"
#include "testclass.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

namespace tst_storefile {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace storetesting;

namespace {

constexpr int testApplication = 0x54657374;

bool isNoteIntact(const QVariantList &row) { return row[1].toString().startsWith("note"_L1); }

//! Version 1 has notes, 2 gives them a colour, 3 an index.
StoreSchema notes(int version)
{
    const auto run = [](const QString &sql) {
        return [sql](StoreFile &file) -> Result<void> {
            const auto done = file.write(sql);
            return done ? Result<void>() : failure(done.error());
        };
    };
    StoreSchema schema{
        .name = u"notes"_s,
        .applicationId = testApplication,
        .migrations = {run(u"CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)"_s),
                       run(u"ALTER TABLE notes ADD COLUMN colour TEXT DEFAULT 'red'"_s),
                       run(u"CREATE INDEX notes_text ON notes(text)"_s)},
        .tables = {{.name = u"notes"_s,
                    .columns = {u"id"_s, u"text"_s},
                    .isIntact = isNoteIntact,
                    .insert = u"INSERT OR IGNORE INTO notes (id, text) VALUES (?, ?)"_s,
                    .checkedOnOpen = true}}};
    schema.migrations.resize(size_t(version));
    return schema;
}

QStringList texts(StoreFile &file)
{
    QStringList found;
    auto rows = file.read(u"SELECT text FROM notes ORDER BY id"_s);
    while (rows && rows->next())
        found.append(rows->value(0).toString());
    return found;
}

bool addNote(StoreFile &file, const QString &text)
{
    return bool(file.write(u"INSERT INTO notes (text) VALUES (?)"_s, {text}));
}

int number(StoreFile &file, const QString &pragma)
{
    auto row = file.read(u"PRAGMA "_s + pragma);
    return row && row->next() ? row->value(0).toInt() : -1;
}

} // namespace

class tst_StoreFile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void isPrivateToTheUser();
    void rightsAreMendedOnOpening();
    void whatIsNotOursKeepsItsRights();
    void aPipeIsNotWaitedFor();
    void aWalOfAnEarlierFileIsNoticed();
    void writesSurviveALossOfPower();
    void noWalOnANetwork();
    void migratesFromEveryEarlierVersion_data();
    void migratesFromEveryEarlierVersion();
    void failedMigrationLeavesTheFileAsItWas();
    void newerVersionIsLeftAlone();
    void unusableFileGivesMemoryAndSaysWhy_data();
    void unusableFileGivesMemoryAndSaysWhy();
    void readOnlyFileIsReadAllTheSame();
    void lockedFileIsReadAllTheSame();
    void fullDiskIsSaidSo();
    void damagedFileIsKeptAsideAndReplaced_data();
    void damagedFileIsKeptAsideAndReplaced();
    void damagedFilesAreNotKeptWithoutBound();
    void pagesAreReadAsSqliteReadsThem();
    void noiseIsScannedWithoutHarm();
    void killedWhileItReplacedAFile();
    void walOfAKilledProcessIsNotBroken();
    void noticesThatTheFileIsGone();

private:
    std::unique_ptr<StoreFile> open(int version = 1, const StoreOptions &options = {})
    {
        return StoreFile::open(m_file, notes(version), options);
    }
    //! A file with 200 notes, as it is after a clean end.
    void makeNotes()
    {
        const auto file = open();
        const auto made = file->transaction([&]() -> Result<void> {
            for (int i = 0; i < 200; ++i)
                addNote(*file, u"note %1 "_s.arg(i) + QString(i * 10, u'x'));
            return {};
        });
        QVERIFY(made);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void tst_StoreFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"own/notes.db"_s);
}

void tst_StoreFile::isPrivateToTheUser()
{
    const auto file = open();
    QVERIFY(addNote(*file, u"note"_s));
    QCOMPARE(file->report().state, StoreState::Ready);
    const auto rights = [](const QString &name) { return int(QFileInfo(name).permissions()); };
    const int ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(rights(m_file), ownerOnly);
    QCOMPARE(rights(m_file + u"-wal"_s), ownerOnly);
    QCOMPARE(rights(m_file + u"-shm"_s), ownerOnly);
    QCOMPARE(rights(QFileInfo(m_file).path()), ownerOnly | QFile::ExeOwner | QFile::ExeUser);
}

void tst_StoreFile::rightsAreMendedOnOpening()
{
    open().reset();
    QVERIFY(QFile::setPermissions(m_file, QFile::Permissions(0x6666)));
    const auto file = open();
    QVERIFY(!(QFileInfo(m_file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void tst_StoreFile::whatIsNotOursKeepsItsRights()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
    QVERIFY(writeAll(m_file, "#!/bin/sh\necho hi\n"));
    QVERIFY(QFile::setPermissions(m_file, QFile::Permissions(0x7755)));
    const auto rights = QFile::permissions(m_file);
    const auto file = open();
    QCOMPARE(file->report().state, StoreState::DamagedReplaced);
    QCOMPARE(QFile::permissions(file->report().keptAside), rights);
}

void tst_StoreFile::aPipeIsNotWaitedFor()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
    QCOMPARE(mkfifo(QFile::encodeName(m_file).constData(), 0644), 0);
    QCOMPARE(open()->report().state, StoreState::Failed);
    QVERIFY(QFile::permissions(m_file) & QFile::ReadOther);
}

void tst_StoreFile::aWalOfAnEarlierFileIsNoticed()
{
    makeNotes();
    const QByteArray earlier = readAll(m_file);
    auto file = open();
    QVERIFY(addNote(*file, u"note of later"_s));
    const QByteArray wal = readAll(m_file + u"-wal"_s);
    QVERIFY(!wal.isEmpty());
    file.reset();
    QVERIFY(writeAll(m_file + u"-wal"_s, wal));
    QTest::qWait(20);
    QVERIFY(writeAll(m_file, earlier)); // a copy is put back
    file = open();
    QCOMPARE(file->report().state, StoreState::DamagedReplaced);
    QCOMPARE(texts(*file).size(), 201);
}

void tst_StoreFile::writesSurviveALossOfPower()
{
    const auto file = open();
    auto mode = file->read(u"PRAGMA journal_mode"_s);
    QVERIFY(mode && mode->next());
    QCOMPARE(mode->value(0).toString(), u"wal"_s);
    QCOMPARE(number(*file, u"synchronous"_s), 2);
    QVERIFY(number(*file, u"secure_delete"_s) == 1);
}

void tst_StoreFile::noWalOnANetwork()
{
    open().reset(); // with a WAL
    const auto file = open(1, {.onNetwork = true});
    QVERIFY(addNote(*file, u"note"_s));
    auto mode = file->read(u"PRAGMA journal_mode"_s);
    QVERIFY(mode && mode->next());
    QCOMPARE(mode->value(0).toString(), u"delete"_s);
    QVERIFY(!QFile::exists(m_file + u"-wal"_s));
    QVERIFY(!QFile::exists(m_file + u"-shm"_s));
}

void tst_StoreFile::migratesFromEveryEarlierVersion_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version <= 3; ++version)
        QTest::addRow("%d", version) << version;
}

void tst_StoreFile::migratesFromEveryEarlierVersion()
{
    QFETCH(int, version);
    QVERIFY(addNote(*open(version), u"note kept"_s));
    const auto file = open(3);
    QCOMPARE(file->report().state, StoreState::Ready);
    QCOMPARE(number(*file, u"user_version"_s), 3);
    QCOMPARE(number(*file, u"application_id"_s), testApplication);
    QCOMPARE(texts(*file), QStringList{u"note kept"_s});
    auto colour = file->read(u"SELECT colour FROM notes"_s);
    QVERIFY(colour && colour->next());
    QCOMPARE(colour->value(0).toString(), u"red"_s);
}

void tst_StoreFile::failedMigrationLeavesTheFileAsItWas()
{
    QVERIFY(addNote(*open(1), u"note kept"_s));
    StoreSchema broken = notes(3);
    broken.migrations[2] = [](StoreFile &file) -> Result<void> {
        std::ignore = file.write(u"DELETE FROM notes"_s);
        return failure(Error::Kind::Storage, u"cannot"_s);
    };
    {
        const auto file = StoreFile::open(m_file, broken);
        QCOMPARE(file->report().state, StoreState::Failed);
        QVERIFY(!file->onDisk());
    }
    const auto file = open(1);
    QCOMPARE(file->report().state, StoreState::Ready);
    QCOMPARE(texts(*file), QStringList{u"note kept"_s});
}

void tst_StoreFile::newerVersionIsLeftAlone()
{
    QVERIFY(addNote(*open(3), u"note of tomorrow"_s));
    const QByteArray before = readAll(m_file);
    {
        const auto file = open(2);
        QCOMPARE(file->report().state, StoreState::NewerVersion);
        QCOMPARE(file->report().error.kind, Error::Kind::Storage);
        QCOMPARE(file->report().error.code, u"newer-version"_s);
        QVERIFY(!file->onDisk());
        QVERIFY(addNote(*file, u"note in memory"_s));
        QCOMPARE(texts(*file), QStringList{u"note in memory"_s});
    }
    QVERIFY(readAll(m_file) == before);
    QCOMPARE(QDir(QFileInfo(m_file).path()).entryList(QDir::Files).size(), 1);
}

void tst_StoreFile::unusableFileGivesMemoryAndSaysWhy_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("directory") << u"directory"_s << u"is-directory"_s;
    QTest::newRow("symbolic link") << u"link"_s << u"symbolic-link"_s;
    QTest::newRow("symbolic link for the WAL") << u"wal link"_s << u"symbolic-link"_s;
    QTest::newRow("directory for the WAL") << u"wal directory"_s << u"is-directory"_s;
    QTest::newRow("file for a folder") << u"file above"_s << u"no-rights"_s;
    QTest::newRow("no rights") << u"no rights"_s << u"no-rights"_s;
}

void tst_StoreFile::unusableFileGivesMemoryAndSaysWhy()
{
    QFETCH(QString, what);
    const QString folder = QFileInfo(m_file).path();
    const QString elsewhere = m_folder->filePath(u"elsewhere"_s);
    QVERIFY(writeAll(elsewhere, "precious"));
    if (what != "file above"_L1)
        QVERIFY(QDir().mkpath(folder));
    if (what == "directory"_L1)
        QVERIFY(QDir().mkpath(m_file));
    else if (what == "link"_L1)
        QVERIFY(QFile::link(elsewhere, m_file));
    else if (what == "wal link"_L1)
        QVERIFY(QFile::link(elsewhere, m_file + u"-wal"_s));
    else if (what == "wal directory"_L1)
        QVERIFY(QDir().mkpath(m_file + u"-wal"_s));
    else if (what == "file above"_L1)
        QVERIFY(writeAll(folder, "a file"));
    else if (geteuid() == 0)
        QSKIP("Nothing is refused to root");
    else
        QVERIFY(QFile::setPermissions(QFileInfo(folder).path(), QFile::ReadOwner | QFile::ExeOwner)
                && QFile::setPermissions(folder, {}));
    {
        const auto file = open();
        QTEST(file->report().error.code, "code");
        QCOMPARE(file->report().error.kind, Error::Kind::Storage);
        QVERIFY(!file->report().error.detail.isEmpty());
        QVERIFY(!file->onDisk());
        QVERIFY(addNote(*file, u"note in memory"_s));
        QCOMPARE(texts(*file), QStringList{u"note in memory"_s});
    }
    QCOMPARE(readAll(elsewhere), "precious");
}

void tst_StoreFile::readOnlyFileIsReadAllTheSame()
{
    // Only a file that cannot be changed by anyone is refused to root too.
    makeNotes();
    const auto attribute = [&](const char *change) {
        return QProcess::execute(u"chattr"_s, {QString::fromLatin1(change), m_file}) == 0;
    };
    if (!attribute("+i"))
        QSKIP("chattr +i is not possible here");
    {
        const auto file = open();
        attribute("-i");
        QCOMPARE(file->report().error.code, u"read-only"_s);
        QCOMPARE(texts(*file).size(), 200);
        QVERIFY(addNote(*file, u"note in memory"_s));
    }
    QCOMPARE(texts(*open()).size(), 200);
}

void tst_StoreFile::lockedFileIsReadAllTheSame()
{
    const auto first = open();
    QVERIFY(addNote(*first, u"note"_s));
    QVERIFY(first->read(u"PRAGMA locking_mode = EXCLUSIVE"_s));
    {
        // A lock as another process would hold it.
        auto holder = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
        const QString other = m_folder->filePath(u"other.db"_s);
        QFile::copy(m_file, other);
        QFile::copy(m_file + u"-wal"_s, other + u"-wal"_s);
        holder.setDatabaseName(other);
        QVERIFY(holder.open());
        QSqlQuery query(holder);
        QVERIFY(query.exec(u"PRAGMA locking_mode = EXCLUSIVE"_s));
        QVERIFY(query.exec(u"PRAGMA journal_mode = DELETE"_s));
        QVERIFY(query.exec(u"BEGIN EXCLUSIVE"_s));
        QElapsedTimer timer;
        timer.start();
        const auto file = StoreFile::open(other, notes(1), {.busyTimeout = 200});
        QCOMPARE(file->report().error.code, u"locked"_s);
        QVERIFY2(timer.elapsed() < 3000, QByteArray::number(timer.elapsed()).constData());
        QCOMPARE(texts(*file), QStringList{u"note"_s});
        query.clear();
        holder.close();
    }
    QSqlDatabase::removeDatabase(u"holder"_s);
}

void tst_StoreFile::fullDiskIsSaidSo()
{
    const auto file = open(1, {.maxPages = 20});
    QVERIFY(addNote(*file, u"note small"_s));
    const auto done = file->transaction([&]() -> Result<void> {
        const auto put = file->write(u"INSERT INTO notes (text) VALUES (?)"_s,
                                     {u"note "_s + QString(200'000, u'x')});
        return put ? Result<void>() : failure(put.error());
    });
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"full"_s);
    QCOMPARE(texts(*file), QStringList{u"note small"_s});
    QVERIFY(addNote(*file, u"note after"_s));
}

void tst_StoreFile::damagedFileIsKeptAsideAndReplaced_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("atLeast"); // recovered notes of 200
    QTest::newRow("garbage") << u"garbage"_s << 0;
    QTest::newRow("a few bytes") << u"few"_s << 0;
    QTest::newRow("head overwritten") << u"head"_s << 200;
    QTest::newRow("first page overwritten") << u"first page"_s << 200;
    QTest::newRow("cut in half") << u"half"_s << 30;
    QTest::newRow("of another program") << u"foreign"_s << 0;
    QTest::newRow("absurd version") << u"version"_s << 200;
    QTest::newRow("a text changed") << u"text"_s << 199;
    QTest::newRow("empty with a WAL") << u"empty"_s << 0;
    QTest::newRow("no table") << u"no table"_s << 0;
}

void tst_StoreFile::damagedFileIsKeptAsideAndReplaced()
{
    QFETCH(QString, what);
    QFETCH(int, atLeast);
    makeNotes();
    QByteArray bytes = readAll(m_file);
    if (what == "garbage"_L1)
        bytes.fill('\xa5');
    else if (what == "few"_L1)
        bytes.truncate(50);
    else if (what == "head"_L1)
        bytes.replace(0, 100, QByteArray(100, 'z'));
    else if (what == "first page"_L1)
        bytes.replace(0, 4096, QByteArray(4096, '\0'));
    else if (what == "half"_L1)
        bytes.truncate(bytes.size() / 2);
    else if (what == "foreign"_L1)
        bytes = bytes.replace(68, 4, "Oops").replace("note ", "memo ");
    else if (what == "version"_L1)
        bytes.replace(60, 4, "\x7f\x01\x01\x01");
    else if (what == "text"_L1)
        bytes.replace(bytes.lastIndexOf("note 150"), 4, "XXXX");
    else if (what == "empty"_L1) {
        bytes.clear();
        QVERIFY(writeAll(m_file + u"-wal"_s, QByteArray(5000, 'w')));
    } else {
        const auto file = open();
        QVERIFY(file->write(u"DROP TABLE notes"_s));
    }
    if (what != "no table"_L1)
        QVERIFY(writeAll(m_file, bytes));
    else
        bytes = readAll(m_file);

    const auto file = open();
    const StoreReport &report = file->report();
    QCOMPARE(report.state, StoreState::DamagedReplaced);
    QVERIFY(report.onDisk());
    QCOMPARE(report.error.code, u"damaged-replaced"_s);
    QVERIFY2(report.recovered >= atLeast, QByteArray::number(report.recovered).constData());
    QCOMPARE(texts(*file).size(), report.recovered);
    const QRegularExpression name(
        u"^%1\\.damaged-\\d{8}-\\d{6}$"_s.arg(QRegularExpression::escape(m_file)));
    QVERIFY2(name.match(report.keptAside).hasMatch(), qPrintable(report.keptAside));
    QVERIFY(readAll(report.keptAside) == bytes);
    QVERIFY(addNote(*file, u"note after"_s));
    QCOMPARE(open()->report().state, StoreState::Ready);
}

void tst_StoreFile::damagedFilesAreNotKeptWithoutBound()
{
    const StoreOptions options{.keptAside = 3};
    QSet<QString> kept;
    for (int i = 0; i < 5; ++i) {
        open(1, options).reset();
        QVERIFY(writeAll(m_file, QByteArray(5000, char('a' + i))));
        const auto file = open(1, options);
        if (i < 3) {
            QCOMPARE(file->report().state, StoreState::DamagedReplaced);
            kept.insert(file->report().keptAside);
        } else {
            QCOMPARE(file->report().state, StoreState::Damaged);
            QVERIFY(addNote(*file, u"note in memory"_s));
        }
    }
    QCOMPARE(kept.size(), 3);
    QCOMPARE(readAll(m_file), QByteArray(5000, 'e')); // the last one was left where it is
}

void tst_StoreFile::pagesAreReadAsSqliteReadsThem()
{
    const auto file = open();
    QRandomGenerator random(seed());
    QSet<QString> expected;
    for (int i = 0; i < 99; ++i) {
        const QString text = u"note %1 "_s.arg(i) + QString(random.bounded(20'000), u'é');
        QVERIFY(addNote(*file, text));
        expected.insert(text);
    }
    const auto scanned = [&] {
        QSet<QString> found;
        pagescan::forEachRow(m_file, true, 1 << 30, [&](const QVariantList &row) {
            if (row.size() == 2)
                found.insert(row[1].toString());
        });
        return found;
    };
    QVERIFY(scanned() == expected); // much of it in the WAL
    for (int i = 0; i < 99; i += 3) {
        auto text = file->read(u"SELECT text FROM notes WHERE id = ?"_s, {i + 1});
        QVERIFY(text && text->next());
        expected.remove(text->value(0).toString());
        text->finish();
        QVERIFY(file->write(u"DELETE FROM notes WHERE id = ?"_s, {i + 1}));
    }
    QVERIFY(scanned() == expected);
    file->checkpoint();
    QVERIFY(scanned() == expected);
}

void tst_StoreFile::noiseIsScannedWithoutHarm()
{
    QRandomGenerator random(seed());
    const QString file = m_folder->filePath(u"noise"_s);
    for (int i = 0; i < 200; ++i) {
        QByteArray bytes(random.bounded(1, 30) * 1024, '\0');
        std::ranges::generate(bytes, [&] { return char(random.bounded(random.bounded(1, 257))); });
        for (qsizetype page = 0; page < bytes.size(); page += 4096) {
            bytes[page] = '\x0d'; // looks like a leaf of a table, with few cells
            if (page + 4 < bytes.size())
                bytes[page + 3] = '\0';
        }
        QVERIFY(writeAll(file, bytes));
        QVERIFY(writeAll(file + u"-wal"_s, i % 2 ? bytes : "\x37\x7f\x06\x82"_ba + bytes));
        pagescan::forEachRow(file, i % 3 != 0, 1 << 20, [](const QVariantList &) {});
        std::ignore = pagescan::isWalBroken(file);
    }
}

void tst_StoreFile::killedWhileItReplacedAFile()
{
    makeNotes();
    const QString next = m_file + u".new"_s;
    // After the damaged one was put aside, before the new one has its name.
    QVERIFY(QFile::rename(m_file, next));
    QCOMPARE(texts(*open()).size(), 200);
    QVERIFY(!QFile::exists(next));
    // While the new one was made.
    QVERIFY(writeAll(next, "half of one"));
    QByteArray bytes = readAll(m_file);
    QVERIFY(writeAll(m_file, bytes.replace(0, 100, QByteArray(100, 'z'))));
    const auto file = open();
    QCOMPARE(file->report().state, StoreState::DamagedReplaced);
    QCOMPARE(texts(*file).size(), 200);
    QVERIFY(!QFile::exists(next));
}

void tst_StoreFile::walOfAKilledProcessIsNotBroken()
{
    const QString copy = m_folder->filePath(u"copy.db"_s);
    const auto file = open();
    for (int i = 0; i < 20; ++i)
        QVERIFY(addNote(*file, u"note"_s));
    const QByteArray wal = readAll(m_file + u"-wal"_s);
    QVERIFY(wal.size() > 20'000);
    const auto isBroken = [&](const QByteArray &bytes) {
        return writeAll(copy + u"-wal"_s, bytes) && pagescan::isWalBroken(copy);
    };
    QVERIFY(!isBroken(wal));
    for (qsizetype cut = wal.size(); cut > 0; cut -= 777)
        QVERIFY2(!isBroken(wal.first(cut)),
                 QByteArray::number(cut).constData()); // killed while writing
    // The last frame's header is there, its page is not yet.
    QVERIFY(!isBroken(QByteArray(wal).replace(wal.size() - 4096, 4096, QByteArray(4096, '\0'))));
    // In the middle something is lost.
    QVERIFY(isBroken(QByteArray(wal).replace(9'000, 4, "XXXX")));
    QVERIFY(isBroken(QByteArray(wal).replace(0, 32, QByteArray(32, '\0'))));
    QVERIFY(isBroken(QByteArray(wal).replace(40, 8, "XXXXXXXX")));
}

void tst_StoreFile::noticesThatTheFileIsGone()
{
    const auto file = open();
    QVERIFY(addNote(*file, u"note"_s));
    QVERIFY(file->isInPlace());
    QVERIFY(QFile::rename(m_file, m_file + u".old"_s));
    QVERIFY(!file->isInPlace());
    const auto next = open();
    QVERIFY(!file->isInPlace());
    QVERIFY(next->takeRows(*file));
    QCOMPARE(texts(*next), QStringList{u"note"_s});
}

MODELSCRIBE_TEST(tst_StoreFile)

} // namespace tst_storefile

#include "tst_storefile.moc"
