// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogsync.h"
#include "registry/registryproxy.h"
#include "session/draftkeeper.h"
#include "session/workbench.h"
#include "store/draftstore.h"
#include "testclass.h"

#include <QDir>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

namespace tst_keeping {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

namespace {

const ModelField &field(QStringView key) { return *findField(key); }

constexpr auto registryKey = "r"_L1;

ConnectionSettings settingsOf(const RegistryProxy &registry)
{
    return {
        .target = {.title = u"test"_s, .endpoint = registry.endpoint(), .registryKey = registryKey},
        .credentials = RegistryProxy::credentials()};
}

//! One window with its drafts file, which notices soon what became of it.
struct Window
{
    explicit Window(const QString &file, const RegistryProxy &registry, qint64 maxPages = 0)
        : drafts(file, QUuid::createUuid(),
                 {.busyTimeout = 50,
                  .maxPages = maxPages,
                  .writeDelay = 10,
                  .retries = {50},
                  .pollInterval = 50})
        , bench(quickOptions())
        , failed(&bench.drafts(), &DraftKeeper::keepingFailed)
        , recovered(&bench.drafts(), &DraftKeeper::keepingRecovered)
        , keptAside(&bench.drafts(), &DraftKeeper::keptAside)
    {
        const QSignalSpy restored(&bench.drafts(), &DraftKeeper::restored);
        bench.keepIn(&drafts, nullptr);
        bench.connectTo(settingsOf(registry));
        QTRY_COMPARE(restored.size(), 1);
        bench.catalogSync()->refresh();
        QTRY_COMPARE(bench.catalogSync()->state(), CatalogSync::State::Ready);
    }

    QString failure() const { return failed[0][0].value<Error>().code; }

    DraftStore drafts;
    Workbench bench;
    QSignalSpy failed;
    QSignalSpy recovered;
    QSignalSpy keptAside;
};

} // namespace

//! A drafts file that cannot be used, as the whole workbench sees it: edits stay, it is said once,
//! and they are written as soon as that works.
class tst_Keeping : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aFileThatCannotBeOpened_data();
    void aFileThatCannotBeOpened();
    void aFileThatCannotBeWrittenAnyMore_data();
    void aFileThatCannotBeWrittenAnyMore();
    void aFullDisk();
    void aFileOfANewerVersionIsLeftAlone();
    void aDamagedFileIsKeptAside();

private:
    using Change = std::function<void()>;
    void keepOne();
    void editAll(Window &window, const QString &value);
    void verifyAll(Window &window, const QString &value);
    QString file() const { return m_folder->filePath(u"drafts.db"_s); }
    QByteArray bytes(const QString &name) const
    {
        QFile opened(name);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    void lock();
    void unlock();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RegistryProxy> m_registry;
    QString m_bert;
    QString m_qwen;
    QString m_newId;
};

void tst_Keeping::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<RegistryProxy>();
    m_bert = m_registry->create({.name = u"bert"_s});
    m_qwen = m_registry->create({.name = u"qwen"_s, .labels = {{u"team"_s, u"nlp"_s}}});
    m_newId.clear();
}

void tst_Keeping::cleanup()
{
    unlock();
    m_registry.reset();
    m_folder.reset();
}

//! A draft of an earlier run.
void tst_Keeping::keepOne()
{
    Window window(file(), *m_registry);
    window.bench.open(m_bert)->setValue(field(u"Task"), u"earlier"_s);
    QVERIFY(wait(window.bench.drafts().keepAll()));
}

//! Fields, labels and ExtraInfo of a model, and a new one.
void tst_Keeping::editAll(Window &window, const QString &value)
{
    EditSession *qwen = window.bench.open(m_qwen);
    qwen->setValue(field(u"ModelDescription"), value);
    qwen->setValue(field(u"ExtraInfo"), JsonText("{\"a\":\"" + value.toUtf8() + "\"}"));
    qwen->setLabels({{u"team"_s, value}});
    EditSession *made = m_newId.isEmpty() ? window.bench.createNew()
                                          : window.bench.findDraft(m_newId);
    QVERIFY(made);
    m_newId = made->draftId();
    made->setValue(field(u"ModelName"), value);
}

void tst_Keeping::verifyAll(Window &window, const QString &value)
{
    const EditSession *qwen = window.bench.findDraft(m_qwen);
    QVERIFY(qwen);
    QCOMPARE(qwen->edited().description, value);
    QCOMPARE(qwen->edited().extraInfo.utf8(), "{\"a\":\"" + value.toUtf8() + "\"}");
    QCOMPARE(qwen->edited().labels, (QList<Label>{{u"team"_s, value}}));
    const EditSession *made = window.bench.findDraft(m_newId);
    QVERIFY(made);
    QCOMPARE(made->edited().name, value);
}

void tst_Keeping::lock()
{
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"locker"_s);
    database.setDatabaseName(file());
    QVERIFY(database.open());
    QSqlQuery query(database);
    QVERIFY(query.exec(u"PRAGMA locking_mode=EXCLUSIVE"_s));
    QVERIFY(query.exec(u"BEGIN EXCLUSIVE"_s));
}

void tst_Keeping::unlock() { QSqlDatabase::removeDatabase(u"locker"_s); }

void tst_Keeping::aFileThatCannotBeOpened_data()
{
    QTest::addColumn<std::function<void()>>("spoil");
    QTest::addColumn<std::function<void()>>("mend");
    QTest::addColumn<QString>("code");
    QTest::newRow("locked by another process")
        << Change([this] { lock(); }) << Change([this] { unlock(); }) << u"locked"_s;
    QTest::newRow("a folder in its place") << Change([this] {
        QVERIFY(QFile::rename(file(), file() + u".away"_s));
        QVERIFY(QDir().mkpath(file()));
    }) << Change([this] {
        QVERIFY(QDir().rmdir(file()));
        QVERIFY(QFile::rename(file() + u".away"_s, file()));
    }) << u"is-directory"_s;
    QTest::newRow("no rights") << Change([this] {
        QVERIFY(QFile::setPermissions(file(), {}));
    }) << Change([this] {
        QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner));
    }) << u"no-rights"_s;
    QTest::newRow("read-only") << Change([this] {
        QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner));
    }) << Change([this] {
        QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner));
    }) << u"read-only"_s;
}

void tst_Keeping::aFileThatCannotBeOpened()
{
    QFETCH(std::function<void()>, spoil);
    QFETCH(std::function<void()>, mend);
    QFETCH(QString, code);
    keepOne();
    spoil();
    const bool isOfRights = code == "no-rights"_L1 || code == "read-only"_L1;
    if (QFile probe(file()); isOfRights && probe.open(QIODevice::ReadWrite))
        QSKIP("rights mean nothing to this user");
    Window window(file(), *m_registry);
    QTRY_COMPARE(window.failed.size(), 1);
    QCOMPARE(window.failure(), code);
    editAll(window, u"one"_s);
    QVERIFY(!wait(window.bench.drafts().keepAll()));
    editAll(window, u"two"_s);
    QVERIFY(!wait(window.bench.drafts().keepAll()));
    verifyAll(window, u"two"_s);
    QCOMPARE(window.failed.size(), 1);
    QCOMPARE(window.recovered.size(), 0);

    mend();
    QTRY_COMPARE(window.recovered.size(), 1);
    QVERIFY(wait(window.bench.drafts().keepAll()));
    verifyAll(window, u"two"_s);
    // What an earlier run had kept is there now, too, and nothing went over it.
    QTRY_VERIFY(window.bench.findDraft(m_bert));
    QCOMPARE(window.bench.findDraft(m_bert)->edited().task, u"earlier"_s);
    Window next(file(), *m_registry);
    verifyAll(next, u"two"_s);
    QVERIFY(next.bench.findDraft(m_bert));
    QCOMPARE(next.bench.findDraft(m_bert)->edited().task, u"earlier"_s);
}

void tst_Keeping::aFileThatCannotBeWrittenAnyMore_data()
{
    QTest::addColumn<std::function<void()>>("spoil");
    QTest::addColumn<std::function<void()>>("mend");
    QTest::newRow("locked by another process") << Change([this] {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"locker"_s);
        database.setDatabaseName(file());
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"BEGIN IMMEDIATE"_s));
    }) << Change([this] { unlock(); });
#ifdef Q_OS_UNIX
    const auto limitFiles = [](rlim_t size) {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        getrlimit(RLIMIT_FSIZE, &limit);
        limit.rlim_cur = std::min(size, limit.rlim_max);
        setrlimit(RLIMIT_FSIZE, &limit);
    };
    QTest::newRow("a quota is used up") << Change([limitFiles] { limitFiles(1); })
                                        << Change([limitFiles] { limitFiles(RLIM_INFINITY); });
#endif
}

void tst_Keeping::aFileThatCannotBeWrittenAnyMore()
{
    QFETCH(std::function<void()>, spoil);
    QFETCH(std::function<void()>, mend);
    Window window(file(), *m_registry);
    editAll(window, u"one"_s);
    QVERIFY(wait(window.bench.drafts().keepAll()));
    QCOMPARE(window.failed.size(), 0);
    spoil();
    editAll(window, u"two"_s);
    const auto kept = wait(window.bench.drafts().keepAll());
    verifyAll(window, u"two"_s);
    std::ignore = QTest::qWaitFor([&] { return !window.failed.isEmpty(); });
    const auto told = window.failed.size();
    editAll(window, u"three"_s);
    const auto keptAgain = wait(window.bench.drafts().keepAll());
    const auto toldAgain = window.failed.size();
    mend(); // before anything can fail here: it may concern this process
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, Error::Kind::Storage);
    QVERIFY(!keptAgain);
    QCOMPARE(told, 1);
    QCOMPARE(toldAgain, 1);
    QTRY_COMPARE(window.recovered.size(), 1);
    QVERIFY(wait(window.bench.drafts().keepAll()));
    QCOMPARE(window.failed.size(), 1);
    verifyAll(window, u"three"_s);
    Window next(file(), *m_registry);
    verifyAll(next, u"three"_s);
}

void tst_Keeping::aFullDisk()
{
    Window window(file(), *m_registry, 40);
    editAll(window, u"one"_s);
    QVERIFY(wait(window.bench.drafts().keepAll()));
    EditSession *large = window.bench.open(m_bert);
    QByteArray noise;
    for (int i = 0; noise.size() < 300'000; ++i)
        noise += QByteArray::number(qHash(i, size_t(i)), 36);
    large->setValue(field(u"ModelDescription"), QString::fromLatin1(noise));
    editAll(window, u"two"_s);
    QVERIFY(!wait(window.bench.drafts().keepAll()));
    QTRY_COMPARE(window.failed.size(), 1);
    QCOMPARE(window.failure(), u"full"_s);
    verifyAll(window, u"two"_s);
    QCOMPARE(large->edited().description, QString::fromLatin1(noise));
    large->revert(); // and there is room
    QTRY_COMPARE(window.recovered.size(), 1);
    QVERIFY(wait(window.bench.drafts().keepAll()));
    Window next(file(), *m_registry);
    verifyAll(next, u"two"_s);
    QVERIFY(!next.bench.findDraft(m_bert));
}

void tst_Keeping::aFileOfANewerVersionIsLeftAlone()
{
    keepOne();
    QByteArray newer = bytes(file());
    newer[63] = 99; // user_version
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(newer), newer.size());
    }
    {
        Window window(file(), *m_registry);
        QTRY_COMPARE(window.failed.size(), 1);
        QCOMPARE(window.failure(), u"newer-version"_s);
        editAll(window, u"one"_s);
        QVERIFY(!wait(window.bench.drafts().keepAll()));
        verifyAll(window, u"one"_s);
        QCOMPARE(window.bench.dirtySessions().size(), 2);
    }
    QCOMPARE(bytes(file()), newer);
}

void tst_Keeping::aDamagedFileIsKeptAside()
{
    keepOne();
    QByteArray damaged = bytes(file());
    for (qsizetype i = 100; i < 400; ++i) // in the first page, so that nothing leads to the rest
        damaged[i] = char(i * 7);
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(damaged), damaged.size());
    }
    Window window(file(), *m_registry);
    QTRY_COMPARE(window.keptAside.size(), 1);
    QCOMPARE(bytes(window.keptAside[0][0].toString()), damaged);
    QCOMPARE(window.keptAside[0][1].toInt() > 0, window.bench.findDraft(m_bert) != nullptr);
    QVERIFY(window.bench.findDraft(m_bert)); // found in its pages
    QCOMPARE(window.bench.findDraft(m_bert)->edited().task, u"earlier"_s);
    editAll(window, u"one"_s);
    QVERIFY(wait(window.bench.drafts().keepAll()));
    QCOMPARE(window.failed.size(), 0);
    Window next(file(), *m_registry);
    verifyAll(next, u"one"_s);
    QCOMPARE(next.keptAside.size(), 0);
}

MODELSCRIBE_TEST(tst_Keeping)

} // namespace tst_keeping

#include "tst_keeping.moc"
