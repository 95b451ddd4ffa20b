// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paths.h"
#include "localregistry/registryclient.h"
#include "localregistry/registryopening.h"
#include "testclass.h"
#include "testpaths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QThread>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_registryopening {

using namespace modelscribe;
using namespace modelscribe::test;
using namespace Qt::StringLiterals;

//! What becomes of a file that is no registry, of a damaged one and of one that others share.
class tst_RegistryOpening : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void leavesAloneWhatIsNoRegistry_data();
    void leavesAloneWhatIsNoRegistry();
    void leavesADeviceAlone();
    void keepsWhatAGroupShares();
    void readsWhatItMayNotWrite();
    void noticesAWalOfAnotherFile_data();
    void noticesAWalOfAnotherFile();
    void takesTheWalOfAKilledProcess();
    void keepsADamagedFileAside_data();
    void keepsADamagedFileAside();
    void recoversWhatAFewBadPagesLeave();
    void bringsNothingBackThatWasDeleted();
    void replacesAFileOfZerosAtItsOwnPlace();
    void goesOnWithAFileThatWasPutInItsPlace();

private:
    QStringList ids(const QString &file, RegistryNotice *notice = nullptr);
    void fill(const QString &file, int models);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool setContent(const QString &name, const QByteArray &content)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

int rightsOf(const QString &name)
{
    struct stat facts = {};
    return stat(QFile::encodeName(name).constData(), &facts) == 0 ? int(facts.st_mode & 07777) : -1;
}

bool setRights(const QString &name, int rights)
{
    return chmod(QFile::encodeName(name).constData(), mode_t(rights)) == 0;
}

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

//! The registry in a process of its own, which is killed at the end.
class Serving
{
public:
    explicit Serving(const QString &file)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(testing::buildPath(u"tests/localregistry/registryprocess"_s), {file});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) { }
        m_port = m_process.readLine().trimmed().toUShort();
    }
    ~Serving() { kill(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Reply create(const QByteArray &name) const
    {
        Outgoing request = outgoing("POST", "CreateModel", {u"models"_s}, {},
                                    R"({"ModelName":")" + name + R"(","ExtraInfo":{"a":")"
                                        + QByteArray(600, 'x') + R"("}})");
        sign(request, m_port);
        return exchange(m_port, wireBytes(request));
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace

void tst_RegistryOpening::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"r.sqlite"_s);
}

//! The models of the registry in \p file.
QStringList tst_RegistryOpening::ids(const QString &file, RegistryNotice *notice)
{
    const auto opened = openRegistry(file);
    if (!opened)
        return {u"not opened: "_s + opened.error().code + u' ' + opened.error().detail};
    if (notice)
        *notice = opened->notice;
    if (opened->database->isNew())
        return {u"new"_s};
    QStringList found;
    auto rows = opened->database->read(u"SELECT id FROM models ORDER BY id"_s);
    while (rows && rows->next())
        found.append(rows->value(0).toString());
    return found;
}

//! With labels, versions and their labels.
void tst_RegistryOpening::fill(const QString &file, int models)
{
    const Registry registry({.database = file});
    for (int i = 0; i < models; ++i) {
        const QString id = registry.newModel(R"({"ModelName":"m)" + QByteArray::number(i)
                                             + R"(","ExtraInfo":{"a":")" + QByteArray(900, 'x')
                                             + R"("},"Tag":[{"Key":"k","Value":"v"}]})");
        if (i % 10 != 0)
            continue;
        registry.call("POST", "CreateModelVersion", {u"models"_s, id, u"versions"_s}, {},
                      R"({"Uri":"oss://b.e/p","Labels":[{"Key":"vk","Value":"vv"}]})");
    }
}

void tst_RegistryOpening::leavesAloneWhatIsNoRegistry_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("code");
    const QStringList none;
    QTest::newRow("script") << QByteArray("#!/bin/sh\necho hi\n") << none << u"no-registry"_s;
    QTest::newRow("one byte") << QByteArray("x") << none << u"no-registry"_s;
    QTest::newRow("long text") << QByteArray(100'000, 'x') << none << u"no-registry"_s;
    QTest::newRow("zeros") << QByteArray(8192, '\0') << none << u"no-registry"_s;
    QTest::newRow("head of a database")
        << QByteArray("SQLite format 3") << none << u"no-registry"_s;
    QTest::newRow("another program's")
        << QByteArray() << QStringList{u"CREATE TABLE t (a)"_s} << u"other-program"_s;
    QTest::newRow("another program's, without tables")
        << QByteArray() << QStringList{u"PRAGMA user_version = 1"_s} << u"other-program"_s;
    QTest::newRow("another program's view")
        << QByteArray() << QStringList{u"CREATE VIEW v AS SELECT 1"_s} << u"other-program"_s;
    QTest::newRow("another program's, with a WAL")
        << QByteArray() << QStringList{u"PRAGMA journal_mode = WAL"_s, u"CREATE TABLE t (a)"_s}
        << u"other-program"_s;
    QTest::newRow("drafts of this program")
        << QByteArray()
        << QStringList{u"PRAGMA application_id = 1297306226"_s, u"CREATE TABLE t (a)"_s}
        << u"other-program"_s;
    QTest::newRow("newer") << QByteArray()
                           << QStringList{u"PRAGMA application_id = %1"_s.arg(
                                              Database::applicationId),
                                          u"PRAGMA user_version = 2"_s,
                                          u"CREATE TABLE models (a)"_s}
                           << u"newer-version"_s;
}

void tst_RegistryOpening::leavesAloneWhatIsNoRegistry()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, statements);
    QFETCH(QString, code);
    QVERIFY(setContent(m_file, content));
    if (!statements.isEmpty())
        runPlain(m_file, statements);
    QVERIFY(setRights(m_file, 0775));
    const QByteArray before = contentOf(m_file);
    const QStringList beside = QDir(m_folder->path()).entryList(QDir::Files);
    const auto opened = openRegistry(m_file);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Storage);
    QCOMPARE(opened.error().code, code);
    QCOMPARE(opened.error().file, QFileInfo(m_file).canonicalFilePath());
    QCOMPARE(contentOf(m_file), before);
    QCOMPARE(rightsOf(m_file), 0775);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), beside);
}

void tst_RegistryOpening::leavesADeviceAlone()
{
    const int rights = rightsOf(u"/dev/null"_s);
    QCOMPARE(openRegistry(u"/dev/null"_s).error().code, u"no-file"_s);
    QCOMPARE(rightsOf(u"/dev/null"_s), rights);
    // Opening a pipe would wait for its other end.
    QCOMPARE(mkfifo(QFile::encodeName(m_file).constData(), 0644), 0);
    QCOMPARE(openRegistry(m_file).error().code, u"no-file"_s);
    QCOMPARE(rightsOf(m_file), 0644);
    QCOMPARE(openRegistry(m_folder->path()).error().code, u"is-directory"_s);
    QVERIFY(QFile::link(u"/dev/null"_s, m_folder->filePath(u"link"_s)));
    QCOMPARE(openRegistry(m_folder->filePath(u"link"_s)).error().code, u"no-file"_s);
}

void tst_RegistryOpening::keepsWhatAGroupShares()
{
    fill(m_file, 3);
    const QStringList known = ids(m_file);
    QVERIFY(setRights(m_file, 0660));
    QVERIFY(setRights(m_folder->path(), 02770));
    {
        const Registry registry({.database = m_file});
        QVERIFY(!registry.newModel(R"({"ModelName":"a"})").isEmpty());
        for (const auto &ending : {u""_s, u"-wal"_s, u"-shm"_s})
            QCOMPARE(rightsOf(m_file + ending), 0660);
    }
    QCOMPARE(rightsOf(m_file), 0660);
    QCOMPARE(rightsOf(m_folder->path()), 02770);
    // The one that takes a damaged one's place is shared as well.
    QByteArray content = contentOf(m_file);
    content.truncate(content.size() / 4096 / 2 * 4096);
    QVERIFY(setContent(m_file, content));
    RegistryNotice notice;
    QVERIFY(ids(m_file, &notice).size() <= known.size() + 1);
    QCOMPARE(notice.kind, RegistryNotice::Kind::Recovered);
    QCOMPARE(rightsOf(m_file), 0660);
}

// Whoever runs the tests may be allowed everything, so another user reads it.
void tst_RegistryOpening::readsWhatItMayNotWrite()
{
    if (geteuid() != 0)
        QSKIP("only root can become somebody else");
    fill(m_file, 3);
    const QByteArray before = contentOf(m_file);
    QVERIFY(setRights(m_folder->path(), 0755));
    QVERIFY(setRights(m_file, 0644));
    const pid_t child = fork();
    if (child == 0) {
        if (setgid(65534) != 0 || setuid(65534) != 0)
            _exit(9);
        RegistryNotice notice;
        const bool isRead = ids(m_file, &notice).size() == 3
                            && notice.kind == RegistryNotice::Kind::ReadOnly;
        const auto opened = openRegistry(m_file);
        const auto begun = opened->database->write(u"DELETE FROM models"_s);
        const bool isRefused = !begun && begun.error().httpStatus == 403;
        _exit(isRead ? (isRefused ? 0 : 2) : 1);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY2(WIFEXITED(status) && WEXITSTATUS(status) == 0, qPrintable(QString::number(status)));
    QCOMPARE(contentOf(m_file), before);
}

void tst_RegistryOpening::noticesAWalOfAnotherFile_data()
{
    QTest::addColumn<QString>("restored");
    QTest::addColumn<int>("writes"); // after the copy was made
    QTest::newRow("an earlier copy") << u"copy"_s << 15;
    QTest::newRow("a copy as the file is, one write after it") << u"copy"_s << 1;
    QTest::newRow("another registry") << u"other"_s << 15;
}

void tst_RegistryOpening::noticesAWalOfAnotherFile()
{
    QFETCH(QString, restored);
    QFETCH(int, writes);
    fill(m_file, 40);
    const QString copy = m_folder->filePath(u"copy"_s);
    QVERIFY(QFile::copy(m_file, copy));
    fill(m_folder->filePath(u"other"_s), 25);
    {
        Serving serving(m_file);
        for (int i = 0; i < writes; ++i)
            QCOMPARE(serving.create("later").status, 200);
        serving.kill();
    }
    QVERIFY(QFileInfo(m_file + u"-wal"_s).size() > 0);
    QThread::msleep(20);
    const QString source = m_folder->filePath(restored);
    const QStringList wanted = ids(source);
    const QByteArray content = contentOf(source);
    QVERIFY(setContent(m_file, content)); // as cp does

    RegistryNotice notice;
    QCOMPARE(ids(m_file, &notice), wanted);
    QCOMPARE(notice.kind, RegistryNotice::Kind::ChangesAside);
    QVERIFY2(notice.keptAside.endsWith("-wal"_L1), qPrintable(notice.keptAside));
    QVERIFY(QFileInfo(notice.keptAside).size() > 0);
    const auto again = openRegistry(m_file);
    QVERIFY(again && again->notice.kind == RegistryNotice::Kind::None);
    QVERIFY(again->database->check(true));
}

void tst_RegistryOpening::takesTheWalOfAKilledProcess()
{
    fill(m_file, 5);
    QStringList known = ids(m_file);
    for (int round = 0; round < 3; ++round) {
        {
            Serving serving(m_file);
            for (int i = 0; i < 200 * round + 5; ++i) // beyond what SQLite takes over by itself
                known.append(serving.create("later").at("ModelId"_L1).toString());
            serving.kill();
        }
        QVERIFY(QFileInfo(m_file + u"-wal"_s).size() > 0);
        known.sort();
        RegistryNotice notice;
        QCOMPARE(ids(m_file, &notice), known);
        QCOMPARE(notice.kind, RegistryNotice::Kind::None);
    }
}

void tst_RegistryOpening::keepsADamagedFileAside_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<int>("least"); // models of 200 that must be there again
    QTest::newRow("truncated") << u"truncated"_s << 60;
    QTest::newRow("first page gone") << u"head"_s << 150;
    QTest::newRow("a page of noise") << u"noise"_s << 150;
    QTest::newRow("a page of zeros") << u"zeros"_s << 150;
    QTest::newRow("a table is gone") << u"table"_s << 200;
    QTest::newRow("index out of step") << u"index"_s << 200;
}

void tst_RegistryOpening::keepsADamagedFileAside()
{
    QFETCH(QString, damage);
    QFETCH(int, least);
    fill(m_file, 200);
    const QStringList before = ids(m_file);
    QByteArray content = contentOf(m_file);
    const qsizetype pages = content.size() / 4096;
    QVERIFY(pages > 20);
    QRandomGenerator random(7);
    const auto overwrite = [&](qsizetype page, bool noise) {
        for (qsizetype at = page * 4096; at < (page + 1) * 4096; ++at)
            content[at] = noise ? char(random.bounded(256)) : '\0';
    };
    if (damage == "truncated"_L1)
        content.truncate(pages / 2 * 4096);
    else if (damage == "head"_L1)
        overwrite(0, true);
    else if (damage == "noise"_L1 || damage == "zeros"_L1)
        overwrite(pages / 2, damage == "noise"_L1);
    if (damage == "table"_L1)
        runPlain(m_file, {u"DROP TABLE version_labels"_s});
    else if (damage == "index"_L1)
        runPlain(m_file, {u"PRAGMA writable_schema = ON"_s,
                          u"DELETE FROM sqlite_master WHERE name = 'models_name'"_s});
    else
        QVERIFY(setContent(m_file, content));
    content = contentOf(m_file);

    RegistryNotice notice;
    const QStringList after = ids(m_file, &notice);
    if (damage == "index"_L1) // its pages belong to nobody: noticed, and nothing is lost
        QCOMPARE(after, before);
    QCOMPARE(notice.kind, RegistryNotice::Kind::Recovered);
    QCOMPARE(notice.models, after.size());
    QVERIFY(notice.keptAside.startsWith(QFileInfo(m_file).canonicalFilePath() + u".damaged-"_s));
    QCOMPARE(contentOf(notice.keptAside), content);
    QVERIFY2(after.size() >= least, qPrintable(QString::number(after.size())));
    for (const QString &id : after)
        QVERIFY2(before.contains(id), qPrintable(id));
    qInfo("%s: %d of %d models", qPrintable(damage), int(after.size()), int(before.size()));

    Registry registry({.database = m_file});
    QVERIFY(registry.started());
    QCOMPARE(registry.registry().notice().kind, RegistryNotice::Kind::None);
    QCOMPARE(registry.createModel(R"({"ModelName":"new"})").status, 200);
    QCOMPARE(registry.listModels().at("TotalCount"_L1).toInt(), after.size() + 1);
}

//! What is recovered is as it was, to the byte.
void tst_RegistryOpening::recoversWhatAFewBadPagesLeave()
{
    fill(m_file, 120);
    QMap<QString, QByteArray> before;
    const auto read = [this](QMap<QString, QByteArray> &models) {
        const Registry registry({.database = m_file});
        QVERIFY(registry.started());
        const Reply list = registry.listModels({{u"PageSize"_s, u"100"_s}});
        for (const QJsonValue &model : list.at("Models"_L1).toArray()) {
            const QString id = model["ModelId"_L1].toString();
            const QByteArray body =
                registry.getModel(id).body
                + registry.call("GET", "ListModelVersions", {u"models"_s, id, u"versions"_s}).body;
            static const QRegularExpression requestId(u"\"RequestId\":\"[^\"]*\""_s);
            models.insert(id, QString::fromUtf8(body).remove(requestId).toUtf8());
        }
    };
    read(before);
    QByteArray content = contentOf(m_file);
    content.replace(4096 * 3, 4096, QByteArray(4096, '\xff'));
    QVERIFY(setContent(m_file, content));
    QMap<QString, QByteArray> after;
    read(after);
    QVERIFY(after.size() > 40);
    int same = 0;
    for (auto model = after.cbegin(); model != after.cend(); ++model)
        same += before.value(model.key()) == model.value();
    qInfo("%d of %d models as they were", same, int(after.size()));
    QVERIFY(same > after.size() - 30); // labels of the bad page may be gone
}

void tst_RegistryOpening::bringsNothingBackThatWasDeleted()
{
    fill(m_file, 60);
    const QStringList before = ids(m_file);
    {
        const Registry registry({.database = m_file});
        for (const QString &id : before.first(30))
            QCOMPARE(registry.call("DELETE", "DeleteModel", {u"models"_s, id}).status, 200);
    }
    QByteArray content = contentOf(m_file);
    content.replace(0, 4096, QByteArray(4096, '\xff')); // also what leads to free pages
    QVERIFY(setContent(m_file, content));
    RegistryNotice notice;
    const QStringList after = ids(m_file, &notice);
    QCOMPARE(notice.kind, RegistryNotice::Kind::Recovered);
    for (const QString &id : before.first(30))
        QVERIFY(!after.contains(id));
    QCOMPARE(after.size(), 30);
}

void tst_RegistryOpening::replacesAFileOfZerosAtItsOwnPlace()
{
    const QString file = paths::localRegistryFile();
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QVERIFY(setContent(file, QByteArray(50'000, '\0')));
    RegistryNotice notice;
    QCOMPARE(ids(file, &notice), QStringList());
    QCOMPARE(notice.kind, RegistryNotice::Kind::Recovered);
    QCOMPARE(contentOf(notice.keptAside), QByteArray(50'000, '\0'));
    QVERIFY(QFile::remove(notice.keptAside));
    QVERIFY(QFile::remove(file));
}

void tst_RegistryOpening::goesOnWithAFileThatWasPutInItsPlace()
{
    const QString other = m_folder->filePath(u"other"_s);
    fill(other, 7);
    const Registry registry({.database = m_file, .samples = 3});
    QCOMPARE(registry.listModels().at("TotalCount"_L1).toInt(), 3);
    for (const auto &ending : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::rename(m_file + ending, m_file + u".away"_s + ending);
    const Reply gone = registry.createModel(R"({"ModelName":"a"})");
    QCOMPARE(gone.status, 500);
    QVERIFY2(gone.message().contains(m_file), qPrintable(gone.message()));
    QVERIFY(!QFile::exists(m_file));
    QVERIFY(QFile::rename(other, m_file));
    QCOMPARE(registry.listModels().at("TotalCount"_L1).toInt(), 7);
    QCOMPARE(registry.createModel(R"({"ModelName":"a"})").status, 200);
    QCOMPARE(registry.listModels().at("TotalCount"_L1).toInt(), 8);
}

MODELSCRIBE_TEST(tst_RegistryOpening)

} // namespace tst_registryopening

#include "tst_registryopening.moc"
