// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/modelcache.h"

#include "store/modelcachetable.h"
#include "store/storefile.h"
#include "storetesting.h"
#include "testclass.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

namespace tst_modelcache {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace storetesting;

namespace {

const QDateTime noon = QDateTime::fromString(u"2026-01-02T12:00:00Z"_s, Qt::ISODate);

RegisteredModel modelNumber(int number, qsizetype extraInfoSize = 300)
{
    return fullDraft(u"model-%1"_s.arg(number), extraInfoSize).base;
}

QList<RegisteredModel> numbered(int first, int count)
{
    QList<RegisteredModel> models;
    for (int i = first; i < first + count; ++i)
        models.append(modelNumber(i));
    return models;
}

QStringList idsOf(const QList<RegisteredModel> &models)
{
    QStringList ids;
    for (const RegisteredModel &model : models)
        ids.append(model.id);
    return ids;
}

QList<RegisteredModel> allOf(ModelCache &cache, int chunk = 70)
{
    QList<RegisteredModel> models;
    CachedModels some;
    while (!some.atEnd) {
        const auto next = wait(cache.load(some.last, chunk));
        if (!next)
            return {};
        some = *next;
        models += some.models;
    }
    return models;
}

QByteArray filesOf(const QString &file) { return readAll(file) + readAll(file + u"-wal"_s); }

//! Runs \p sql in \p file from outside; with \p hold the connection stays open until it is dropped.
class Outside
{
public:
    Outside(const QString &file, const QStringList &statements)
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"outside"_s);
        database.setDatabaseName(file);
        if (!database.open())
            return;
        QSqlQuery query(database);
        ok = true;
        for (const QString &statement : statements)
            ok = query.exec(statement) && ok;
    }
    ~Outside()
    {
        QSqlDatabase::database(u"outside"_s).close();
        QSqlDatabase::removeDatabase(u"outside"_s);
    }

    bool ok = false;
};

void spoil(int kind, const QString &file, QRandomGenerator &random)
{
    QByteArray bytes = readAll(file);
    switch (kind) {
    case 0: bytes = ""; break;
    case 1: bytes.truncate(random.bounded(int(bytes.size()))); break;
    case 2:
    case 3:
        for (int pages = random.bounded(1, 100); pages > 0; --pages) {
            const QByteArray noise(4096, char(random.bounded(256)));
            bytes.replace(random.bounded(int(bytes.size() / 4096)) * 4096, 4096, noise);
        }
        break;
    case 4: bytes = largeJson(20'000); break;
    case 5:
        for (int i = random.bounded(1, 200); i > 0; --i)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        break;
    default: QFile::remove(file + u"-wal"_s); return;
    }
    writeAll(file, bytes);
}

} // namespace

class tst_ModelCache : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void givesModelsBackToTheLetter();
    void writesOnlyWhatChanged();
    void touchesNoRowThatIsTheSame();
    void keepsNoMoreThanItIsTold();
    void aPassGoesOnAfterTheEnd();
    void anotherPassIsNotMixedUp();
    void isPrivateAndOneForEachWorkspace();
    void aFileOfAnotherWorkspaceIsEmptied();
    void anyDamageIsSurvived();
    void aDamagedFileIsKeptOnceAndNotIfLarge();
    void damageIsFoundInTheBackground();
    void whatCannotBeUsedIsLeftAlone_data();
    void whatCannotBeUsedIsLeftAlone();
    void aLockIsWaitedOut();
    void aFullDiskLeavesTheCopyAsItWas();

private:
    std::unique_ptr<ModelCache> open(const StoreOptions &options = ModelCache::defaultOptions(),
                                     const QString &workspace = u"796"_s)
    {
        return std::make_unique<ModelCache>(m_file, u"registry"_s, workspace, options);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void tst_ModelCache::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"own/cache.db"_s);
}

void tst_ModelCache::givesModelsBackToTheLetter()
{
    QList<RegisteredModel> models = numbered(0, 200);
    models[3].metadata.extraInfo = JsonText(
        "{\"b\": 1.0,\n \"a\":1e400, \"a\":12345678901234567890}");
    models[4].metadata.name = QString(QChar(0xD800)) + u'\0' + u"\ufeff中"_s;
    models[5] = RegisteredModel{.id = u"bare"_s};
    {
        const auto cache = open();
        cache->put(models);
        QVERIFY(wait(cache->flush()));
        QCOMPARE(allOf(*cache), models);
    }
    const auto cache = open();
    QCOMPARE(allOf(*cache, 200), models);
    QCOMPARE(wait(cache->state())->count, 200);
    QVERIFY(!wait(cache->state())->syncedAt.isValid());
}

void tst_ModelCache::writesOnlyWhatChanged()
{
    const auto cache = open();
    QList<RegisteredModel> models = numbered(0, 500);
    cache->put(models);
    QVERIFY(wait(cache->flush()));
    const QByteArray before = filesOf(m_file);
    cache->put(models);
    QVERIFY(wait(cache->flush()));
    QVERIFY(filesOf(m_file) == before);
    models[7].metadata.task = u"other"_s;
    cache->put(models);
    QVERIFY(wait(cache->flush()));
    const qsizetype grown = readAll(m_file + u"-wal"_s).size() - readAll(m_file).size();
    QVERIFY(filesOf(m_file) != before);
    QVERIFY2(grown < before.size(), qPrintable(QString::number(grown)));
    QCOMPARE(allOf(*cache), models);
}

//! SQLite leaves a page alone where a row is written as it was, so the files alone do not tell.
void tst_ModelCache::touchesNoRowThatIsTheSame()
{
    QList<RegisteredModel> models = numbered(0, 50);
    const auto file = StoreFile::open(m_file, ModelCacheTable::schema(),
                                      ModelCache::defaultOptions());
    QCOMPARE(ModelCacheTable::put(*file, models).value_or(-1), 50);
    QCOMPARE(ModelCacheTable::put(*file, models).value_or(-1), 0);
    models[7].metadata.task = u"other"_s;
    QCOMPARE(ModelCacheTable::put(*file, models).value_or(-1), 1);
}

void tst_ModelCache::keepsNoMoreThanItIsTold()
{
    const auto cache = open();
    cache->put(numbered(0, 10));
    cache->remove({u"model-3"_s, u"unknown"_s});
    QVERIFY(wait(cache->flush()));
    QCOMPARE(allOf(*cache).size(), 9);
    cache->keepOnly({u"model-1"_s, u"model-3"_s, u"model-8"_s});
    QVERIFY(wait(cache->flush()));
    QCOMPARE(idsOf(allOf(*cache)), (QStringList{u"model-1"_s, u"model-8"_s}));
}

void tst_ModelCache::aPassGoesOnAfterTheEnd()
{
    {
        const auto cache = open();
        cache->beginPass(noon);
        for (int page = 1; page <= 12; ++page) {
            cache->put(numbered(page * 50, 50));
            QVERIFY(wait(cache->takePage(page, idsOf(numbered(page * 50, 50)))));
        }
    }
    {
        const auto cache = open();
        const auto state = wait(cache->state());
        QVERIFY(state->pass);
        QCOMPARE(state->pass->began, noon);
        QCOMPARE(state->pass->nextPage, 13);
        QCOMPARE(state->pass->listed.size(), 600);
        QCOMPARE(state->pass->lastPage, idsOf(numbered(600, 50)));
        QCOMPARE(state->count, 600);
        cache->goOnWithPass();
        wait(cache->takePage(13, {u"last"_s}));
        QVERIFY(wait(cache->flush()));
        QCOMPARE(wait(cache->state())->pass->nextPage, 14);
        cache->endPass(noon.addSecs(60));
        QVERIFY(wait(cache->flush()));
    }
    const auto state = wait(open()->state());
    QVERIFY(!state->pass);
    QCOMPARE(state->syncedAt, noon.addSecs(60));
}

void tst_ModelCache::anotherPassIsNotMixedUp()
{
    const auto one = open();
    one->beginPass(noon);
    wait(one->takePage(1, {u"a"_s}));
    QVERIFY(wait(one->flush()));
    Outside other(m_file, {u"UPDATE facts SET pass = 7, lastpass = 7, nextpage = 1"_s,
                           u"DELETE FROM pages"_s}); // as another process begins one
    QVERIFY(other.ok);
    wait(one->takePage(2, {u"b"_s}));
    one->put(numbered(0, 1));
    QVERIFY(wait(one->flush()));
    QCOMPARE(wait(one->state())->pass->nextPage, 1);
    QVERIFY(wait(one->state())->pass->listed.isEmpty());
    one->endPass(noon);
    QVERIFY(wait(one->flush()));
    QVERIFY(wait(one->state())->pass);
    QCOMPARE(wait(one->state())->syncedAt, noon);
}

void tst_ModelCache::isPrivateAndOneForEachWorkspace()
{
    const auto cache = open();
    QVERIFY(wait(cache->state()));
    QCOMPARE(QFileInfo(m_file).permissions(),
             QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
    const auto name = [](const QString &registry, const QString &workspace) {
        return ModelCache::fileOf(u"/f"_s, registry, workspace);
    };
    QVERIFY(name(u"a"_s, u"b"_s).startsWith(u"/f/"_s));
    QCOMPARE(name(u"a"_s, u"b"_s), name(u"a"_s, u"b"_s));
    QVERIFY(name(u"a"_s, u"bc"_s) != name(u"ab"_s, u"c"_s));
    QVERIFY(name(u"a"_s, {}) != name(u"a"_s, u"1"_s));
}

void tst_ModelCache::aFileOfAnotherWorkspaceIsEmptied()
{
    {
        const auto cache = open();
        cache->put(numbered(0, 5));
        cache->endPass(noon);
    }
    const auto cache = open(ModelCache::defaultOptions(), u"1"_s);
    QVERIFY(allOf(*cache).isEmpty());
    QVERIFY(!wait(cache->state())->syncedAt.isValid());
}

void tst_ModelCache::anyDamageIsSurvived()
{
    QRandomGenerator random(seed());
    qInfo("seed %u", seed());
    const QList<RegisteredModel> models = numbered(0, 300);
    const int rounds = isCampaign() ? 300 : 40;
    for (int round = 0; round < rounds; ++round) {
        init();
        {
            const auto cache = open();
            cache->put(models);
            cache->endPass(noon);
        }
        spoil(round % 7, m_file, random);
        const auto cache = open();
        // What it gives is what was put in.
        for (const RegisteredModel &model : allOf(*cache))
            QVERIFY2(models.contains(model), qPrintable(u"round %1"_s.arg(round)));
        wait(cache->checkPages());
        cache->put(models);
        wait(cache->flush());
        cache->put(models); // when the first time showed the damage
        QVERIFY2(wait(cache->flush()), qPrintable(u"round %1"_s.arg(round)));
        QVERIFY(wait(cache->checkPages()));
        QCOMPARE(idsOf(allOf(*cache)).size(), 300);
    }
}

void tst_ModelCache::aDamagedFileIsKeptOnceAndNotIfLarge()
{
    const auto kept = [this] {
        return QFileInfo(m_file).dir().entryList({u"*.damaged-*.db"_s, u"*.damaged-*"_s}).size();
    };
    for (int round = 0; round < 3; ++round) {
        writeAll(m_file, largeJson(5000));
        QDir().mkpath(QFileInfo(m_file).path());
        writeAll(m_file, largeJson(5000));
        QVERIFY(wait(open()->state()));
        QCOMPARE(kept(), 1);
    }
    StoreOptions options = ModelCache::defaultOptions();
    options.keptAsideSize = 1000;
    writeAll(m_file, largeJson(5000));
    QVERIFY(wait(open(options)->state()));
    QCOMPARE(kept(), 0);
}

void tst_ModelCache::damageIsFoundInTheBackground()
{
    {
        const auto cache = open();
        cache->put(numbered(0, 300));
    }
    QByteArray bytes = readAll(m_file);
    const qsizetype middle = bytes.size() / 8192 * 4096;
    bytes.replace(middle, 4096, QByteArray(4096, 'x'));
    writeAll(m_file, bytes);
    const auto cache = open();
    QSignalSpy emptied(cache.get(), &ModelCache::emptied);
    QVERIFY(!wait(cache->checkPages()));
    QTRY_COMPARE(emptied.size(), 1);
    cache->put(numbered(0, 3));
    QVERIFY(wait(cache->flush()));
    QCOMPARE(allOf(*cache).size(), 3);
}

void tst_ModelCache::whatCannotBeUsedIsLeftAlone_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("newer") << u"newer"_s;
    QTest::newRow("directory") << u"directory"_s;
    QTest::newRow("link") << u"link"_s;
}

void tst_ModelCache::whatCannotBeUsedIsLeftAlone()
{
    QFETCH(QString, what);
    QDir().mkpath(QFileInfo(m_file).path());
    if (what == u"newer"_s) {
        open()->put(numbered(0, 3));
        QVERIFY(Outside(m_file, {u"PRAGMA user_version = 99"_s}).ok);
    } else if (what == u"directory"_s) {
        QVERIFY(QDir().mkpath(m_file));
    } else {
        writeAll(m_folder->filePath(u"other"_s), "other");
        QVERIFY(QFile::link(m_folder->filePath(u"other"_s), m_file));
    }
    const QByteArray before = readAll(m_file);
    const auto cache = open();
    QSignalSpy failed(cache.get(), &ModelCache::failed);
    QVERIFY(allOf(*cache).isEmpty());
    cache->put(numbered(0, 3));
    QVERIFY(!wait(cache->flush()));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(readAll(m_file), before);
}

void tst_ModelCache::aLockIsWaitedOut()
{
    open()->put(numbered(0, 3));
    StoreOptions options = ModelCache::defaultOptions();
    options.busyTimeout = 50;
    options.retries = {50};
    const auto cache = open(options);
    QCOMPARE(allOf(*cache).size(), 3);
    QSignalSpy recovered(cache.get(), &ModelCache::recovered);
    {
        const Outside other(m_file, {u"BEGIN IMMEDIATE"_s});
        cache->put(numbered(5, 1));
        const auto written = wait(cache->flush());
        QVERIFY(!written);
        QCOMPARE(written.error().code, storeCode(StoreState::Locked));
    }
    QTRY_COMPARE(recovered.size(), 1);
    cache->put(numbered(5, 1));
    QVERIFY(wait(cache->flush()));
    QCOMPARE(allOf(*cache).size(), 4);
}

void tst_ModelCache::aFullDiskLeavesTheCopyAsItWas()
{
    {
        const auto cache = open();
        cache->put(numbered(0, 100));
        cache->endPass(noon);
    }
    StoreOptions options = ModelCache::defaultOptions();
    options.maxPages = 40;
    const auto cache = open(options);
    cache->put({modelNumber(0, 500'000)});
    const auto written = wait(cache->flush());
    QVERIFY(!written);
    QCOMPARE(written.error().code, storeCode(StoreState::Full));
    QCOMPARE(allOf(*cache), numbered(0, 100));
    QCOMPARE(wait(cache->state())->syncedAt, noon);
}

MODELSCRIBE_TEST(tst_ModelCache)

} // namespace tst_modelcache

#include "tst_modelcache.moc"
