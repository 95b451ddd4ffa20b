// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draftstore.h"

#include "storetesting.h"
#include "testclass.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace tst_draftstore {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace storetesting;

namespace {

//! \p draft as it comes back: what the store sets is taken from \p stored.
Draft asStored(Draft draft, const Draft &stored)
{
    draft.created = stored.created;
    draft.changed = stored.changed;
    draft.writer = stored.writer;
    draft.counter = stored.counter;
    return draft;
}

} // namespace

class tst_DraftStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void draftSurvivesToTheLetter();
    void draftsOfNewModelsHaveIdsOfTheirOwn();
    void storeSetsTimesWriterAndCounter();
    void newestOfSeveralWins();
    void putIsDurableSoon();
    void flushWritesAtOnce();
    void flushIsAskedWhileOthersWait();
    void removedDraftIsGone();
    void whatAnotherWindowWroteIsNotRemoved();
    void whatWasSeenIsRemoved();
    void lookingOverwritesNothing();
    void unfinishedTextsComeBack();
    void listsOneRegistryOrAll();
    void unwrittenPutsAreSeen();
    void closingWritesWhatWaits();
    void callsReturnAtOnceWithFiveMegabytes();
    void keyInFiveMegabytesCostsLittle();
    void baseIsKeptOnce();
    void fullDiskKeepsDraftsAndRecovers();
    void unusableFileKeepsDraftsAndRecovers();
    void newerFileKeepsDraftsInMemory();
    void otherWindowIsTold();
    void ownWritesAreNotElsewhere();
    void lastWriterWins();
    void goesOnWhenTheFileIsTakenAway();
    void damageWhileRunningIsMended();
    void realFullDisk();

private:
    void startsWithADamagedFileOnAFullDisk();
    std::unique_ptr<DraftStore> open(const StoreOptions &options = {})
    {
        return std::make_unique<DraftStore>(m_file, QUuid::createUuid(), options);
    }
    QList<Draft> allIn(DraftStore &store)
    {
        const auto list = wait(store.all());
        return list ? list->drafts : QList<Draft>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void tst_DraftStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"data/drafts.db"_s);
}

void tst_DraftStore::draftSurvivesToTheLetter()
{
    Draft draft = fullDraft(u"m-1"_s, 20'000);
    draft.registryKey += QChar(0xD83D) + u"\0x"_s;
    draft.edited.description = QString(QChar(0xDE00)) + u"\0\uFEFF"_s;
    draft.edited.extraInfo = JsonText(draft.edited.extraInfo.utf8() + "\xff\0\xfe"_ba);
    draft.ui = u"\uFEFF{}"_s;
    {
        const auto store = open();
        const auto put = wait(store->put(draft));
        QVERIFY(put);
        QCOMPARE(*put, qint64(1));
    }
    const auto store = open();
    const auto loaded = wait(store->load(draft.registryKey, draft.modelId));
    QVERIFY(loaded && *loaded);
    QVERIFY(**loaded == asStored(draft, **loaded));
    QCOMPARE(allIn(*store), QList<Draft>{**loaded});
}

void tst_DraftStore::draftsOfNewModelsHaveIdsOfTheirOwn()
{
    const Draft first = fullDraft(Draft::newModelId());
    const Draft second = fullDraft(Draft::newModelId());
    QVERIFY(first.modelId != second.modelId);
    const auto store = open();
    store->put(first);
    store->put(second);
    const QList<Draft> drafts = allIn(*store);
    QCOMPARE(drafts.size(), 2);
    QVERIFY(drafts[0].isNew() && drafts[1].isNew());
    QVERIFY(drafts[0].base.id.isEmpty());
    QVERIFY(!fullDraft(u"model-1"_s).isNew());
}

void tst_DraftStore::storeSetsTimesWriterAndCounter()
{
    const auto store = open();
    const QDateTime before = QDateTime::currentDateTimeUtc();
    QVERIFY(wait(store->put(fullDraft(u"m-1"_s))));
    const Draft first = allIn(*store).value(0);
    QVERIFY(first.created >= before && first.created <= QDateTime::currentDateTimeUtc());
    QCOMPARE(first.changed, first.created);
    QCOMPARE(first.created.timeSpec(), Qt::UTC);
    QCOMPARE(first.writer, store->writer());
    QTest::qWait(5);
    QCOMPARE(wait(store->put(fullDraft(u"m-1"_s))).value_or(0), qint64(2));
    const Draft second = allIn(*store).value(0);
    QCOMPARE(second.created, first.created);
    QVERIFY(second.changed > first.changed);
    QCOMPARE(second.counter, qint64(2));
}

void tst_DraftStore::newestOfSeveralWins()
{
    const auto store = open();
    QList<QFuture<Result<qint64>>> puts;
    for (int i = 0; i < 50; ++i) {
        Draft draft = fullDraft(u"m-1"_s);
        draft.edited.name = QString::number(i);
        puts.append(store->put(draft));
    }
    for (const auto &put : puts)
        QCOMPARE(wait(put).value_or(0), qint64(1)); // written once, told to all
    QCOMPARE(allIn(*store).value(0).edited.name, u"49"_s);
}

void tst_DraftStore::putIsDurableSoon()
{
    const auto store = open();
    QVERIFY(wait(store->report()));
    qint64 slowest = 0;
    for (int i = 0; i < 10; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto first = store->put(fullDraft(u"m-1"_s));
        // Typing on does not push the writing away.
        while (!first.isFinished() && timer.elapsed() < 5000) {
            store->put(fullDraft(u"m-1"_s));
            QTest::qWait(10);
        }
        slowest = std::max(slowest, timer.elapsed());
    }
    qInfo("slowest of 10: %lld ms", slowest);
    QVERIFY2(slowest <= 2000, QByteArray::number(slowest).constData()); // 300 on an idle machine
}

void tst_DraftStore::flushWritesAtOnce()
{
    const auto store = open({.writeDelay = 60'000});
    const auto put = store->put(fullDraft(u"m-1"_s));
    QVERIFY(wait(store->flush()));
    QVERIFY(put.isFinished());
    const auto other = open();
    QCOMPARE(allIn(*other).size(), 1);
}

void tst_DraftStore::flushIsAskedWhileOthersWait()
{
    const auto store = open();
    QVERIFY(wait(store->flush())); // nothing waits
    QList<QFuture<Result<std::monostate>>> flushes;
    for (int i = 0; i < 20; ++i) {
        store->put(fullDraft(QString::number(i)));
        flushes.append(store->flush());
    }
    for (const auto &flush : flushes)
        QVERIFY(wait(flush));
    QCOMPARE(allIn(*store).size(), 20);
}

void tst_DraftStore::removedDraftIsGone()
{
    const auto store = open();
    const Draft draft = fullDraft(u"m-1"_s);
    store->put(draft);
    store->put(fullDraft(u"m-2"_s));
    QVERIFY(wait(store->remove(draft.registryKey, u"m-1"_s)));
    QCOMPARE(allIn(*store).size(), 1);
    QVERIFY(wait(store->put(draft))); // and may come again
    QCOMPARE(allIn(*store).size(), 2);
    QVERIFY(wait(store->remove(draft.registryKey, u"m-1"_s)));
    QVERIFY(wait(store->remove(draft.registryKey, u"never was"_s)));
    const auto loaded = wait(open()->load(draft.registryKey, u"m-1"_s));
    QVERIFY(loaded && !*loaded);
}

void tst_DraftStore::whatAnotherWindowWroteIsNotRemoved()
{
    const auto mine = open({.pollInterval = 60'000});
    const auto theirs = open({.pollInterval = 60'000});
    Draft draft = fullDraft(u"m-1"_s);
    QVERIFY(wait(mine->put(draft)));
    draft.edited.name = u"theirs"_s;
    QVERIFY(wait(theirs->put(draft)));
    QSignalSpy told(mine.get(), &DraftStore::changedElsewhere);
    const auto removed = wait(mine->remove(draft.registryKey, u"m-1"_s));
    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, Error::Kind::Conflict);
    QTRY_COMPARE(told.size(), 1); // so that it can be looked at
    QCOMPARE(told[0], QVariantList({draft.registryKey, u"m-1"_s}));
    QCOMPARE(allIn(*open()).value(0).edited.name, u"theirs"_s);
    // As it was when it was looked at, and is no more.
    const DraftMark seen = allIn(*mine).value(0).mark();
    QVERIFY(wait(theirs->put(draft)));
    QVERIFY(!wait(mine->remove(draft.registryKey, u"m-1"_s, seen)));
    QCOMPARE(allIn(*open()).size(), 1);
}

void tst_DraftStore::whatWasSeenIsRemoved()
{
    const auto mine = open();
    const auto theirs = open();
    const Draft draft = fullDraft(u"m-1"_s);
    QVERIFY(wait(theirs->put(draft)));
    const DraftMark seen = allIn(*mine).value(0).mark();
    QVERIFY(wait(mine->remove(draft.registryKey, u"m-1"_s, seen)));
    QCOMPARE(allIn(*open()).size(), 0);
    // Also when it was written over here and not on the disk yet.
    QVERIFY(wait(theirs->put(draft)));
    const DraftMark again = allIn(*mine).value(0).mark();
    mine->put(draft);
    QVERIFY(wait(mine->remove(draft.registryKey, u"m-1"_s, again)));
    QCOMPARE(allIn(*open()).size(), 0);
}

void tst_DraftStore::lookingOverwritesNothing()
{
    const auto mine = open({.pollInterval = 60'000});
    const auto theirs = open({.pollInterval = 60'000});
    Draft draft = fullDraft(u"m-1"_s);
    QVERIFY(wait(mine->put(draft)));
    draft.ui = u"place"_s;
    QVERIFY(wait(mine->putPlace(draft, {})));
    QCOMPARE(allIn(*open()).value(0).ui, u"place"_s);
    Draft other = draft;
    other.edited.name = u"theirs"_s;
    QVERIFY(wait(theirs->put(other)));
    QSignalSpy told(mine.get(), &DraftStore::changedElsewhere);
    draft.ui = u"elsewhere"_s;
    QVERIFY(!wait(mine->putPlace(draft, {})));
    QCOMPARE(allIn(*open()).value(0).edited.name, u"theirs"_s);
    QTRY_COMPARE(told.size(), 1);
    // Looking right after typing is typing.
    draft.edited.name = u"mine"_s;
    mine->put(draft);
    QVERIFY(wait(mine->putPlace(draft, {})));
    QCOMPARE(allIn(*open()).value(0).edited.name, u"mine"_s);
    QVERIFY(wait(mine->remove(draft.registryKey, u"m-1"_s)));
    QVERIFY(!wait(mine->putPlace(draft, {}))); // nor does it bring back what has ended
    QVERIFY(allIn(*open()).isEmpty());
}

void tst_DraftStore::unfinishedTextsComeBack()
{
    Draft draft = fullDraft(u"m-1"_s);
    draft.unfinished = {{u"value $.a"_s, u"12,\0\uFEFF\u00A0"_s}, {u"dialog $['b c']"_s, u""_s}};
    const auto store = open();
    QVERIFY(wait(store->put(draft)));
    const auto loaded = wait(open()->load(draft.registryKey, draft.modelId));
    QVERIFY(loaded && *loaded);
    QVERIFY((*loaded)->unfinished == draft.unfinished);
}

void tst_DraftStore::listsOneRegistryOrAll()
{
    const auto store = open();
    Draft draft = fullDraft(u"m-1"_s);
    store->put(draft);
    draft.registryKey = u"other"_s;
    store->put(draft);
    QCOMPARE(allIn(*store).size(), 2);
    const auto other = wait(store->all(u"other"_s));
    QVERIFY(other);
    QCOMPARE(other->drafts.size(), 1);
    QCOMPARE(other->drafts[0].registryKey, u"other"_s);
    QCOMPARE(wait(store->all(u"none"_s))->drafts.size(), 0);
}

void tst_DraftStore::unwrittenPutsAreSeen()
{
    const auto store = open({.writeDelay = 60'000});
    Draft draft = fullDraft(u"m-1"_s);
    QVERIFY(!wait(store->load(draft.registryKey, u"m-1"_s))->has_value());
    store->put(draft);
    QCOMPARE(allIn(*store).size(), 1);
    draft.edited.name = u"newer"_s;
    store->put(draft);
    const auto loaded = wait(store->load(draft.registryKey, u"m-1"_s));
    QCOMPARE((*loaded)->edited.name, u"newer"_s);
    QCOMPARE(allIn(*store).size(), 1);
}

void tst_DraftStore::closingWritesWhatWaits()
{
    QFuture<Result<qint64>> put;
    {
        const auto store = open({.writeDelay = 60'000});
        put = store->put(fullDraft(u"m-1"_s));
    }
    QVERIFY(wait(put));
    QCOMPARE(allIn(*open()).size(), 1);
}

void tst_DraftStore::callsReturnAtOnceWithFiveMegabytes()
{
    const auto store = open();
    Draft draft = fullDraft(u"m-1"_s, 5'000'000);
    QVERIFY(wait(store->put(draft)));
    QList<qint64> times; // microseconds
    for (int i = 0; i < 60; ++i) {
        QByteArray json = draft.edited.extraInfo.utf8();
        json.insert(2'500'000, 'x'); // the editor's copy, not the store's
        draft.edited.extraInfo = JsonText(json);
        QElapsedTimer timer;
        timer.start();
        store->put(draft);
        times.append(timer.nsecsElapsed() / 1000);
        QTest::qWait(15);
    }
    std::ranges::sort(times);
    qInfo("put() with 5 MB: median %lld us, longest %lld us", times[30], times.last());
    // The figure is 2 ms; what must never happen is a wait for the disk.
    QVERIFY2(times[54] <= 100'000, QByteArray::number(times[54]).constData());
    QVERIFY(wait(store->flush()));
    QVERIFY(allIn(*store).value(0).edited == draft.edited);
}

void tst_DraftStore::keyInFiveMegabytesCostsLittle()
{
    {
        const auto store = open();
        QVERIFY(wait(store->put(fullDraft(u"m-1"_s, 5'000'000))));
    }
    const auto store = open(); // with an empty WAL
    Draft draft = allIn(*store).value(0);
    QElapsedTimer timer;
    timer.start();
    for (const qsizetype place : {1'000, 4'900'000, 2'500'000, 2'500'001, 10}) {
        draft.edited.extraInfo = JsonText(
            QByteArray(draft.edited.extraInfo.utf8()).insert(place, '1'));
        store->put(draft);
        QVERIFY(wait(store->flush()));
    }
    const qint64 written = QFileInfo(m_file + u"-wal"_s).size();
    qInfo("5 writes of a key in 5 MB: %lld ms, %lld bytes", timer.elapsed(), written);
    QVERIFY2(written < 400'000, QByteArray::number(written).constData());
    QVERIFY(allIn(*store).value(0).edited == draft.edited);
}

void tst_DraftStore::baseIsKeptOnce()
{
    Draft draft = fullDraft(u"m-1"_s, 500'000);
    {
        const auto store = open();
        for (int i = 0; i < 10; ++i) {
            draft.base.metadata.description = QString::number(i); // another base each time
            draft.base.metadata.extraInfo = JsonText(largeJson(500'000, quint32(i)));
            draft.edited = draft.base.metadata;
            draft.edited.name = u"edited"_s;
            QVERIFY(wait(store->put(draft)));
        }
    }
    QVERIFY2(QFileInfo(m_file).size() < 1'500'000,
             QByteArray::number(QFileInfo(m_file).size()).constData());
    const auto store = open();
    QVERIFY(allIn(*store).value(0).base == draft.base);
    QVERIFY(wait(store->remove(draft.registryKey, u"m-1"_s, allIn(*store).value(0).mark())));
}

void tst_DraftStore::fullDiskKeepsDraftsAndRecovers()
{
    const auto store = open({.maxPages = 40, .retries = {100}});
    QSignalSpy failed(store.get(), &DraftStore::failed);
    QSignalSpy recovered(store.get(), &DraftStore::recovered);
    QVERIFY(wait(store->put(fullDraft(u"small"_s))));
    const Draft large = fullDraft(u"large"_s, 300'000);
    const auto put = wait(store->put(large));
    QVERIFY(!put);
    QCOMPARE(put.error().kind, Error::Kind::Storage);
    QCOMPARE(put.error().code, u"full"_s);
    QVERIFY(!wait(store->flush()));
    const auto again = wait(store->put(fullDraft(u"small 2"_s)));
    QVERIFY(!again);
    QTest::qWait(500);
    QCOMPARE(failed.size(), 1); // once, however often it is tried
    QCOMPARE(allIn(*store).size(), 3);
    QVERIFY(wait(store->load(large.registryKey, u"large"_s))->value().edited == large.edited);
    // There is room again: the large one goes.
    store->remove(large.registryKey, u"large"_s);
    QTRY_COMPARE(recovered.size(), 1);
    QVERIFY(wait(store->flush()));
    QCOMPARE(allIn(*open()).size(), 2);
}

void tst_DraftStore::unusableFileKeepsDraftsAndRecovers()
{
    QVERIFY(QDir().mkpath(m_file)); // a folder in its place
    const auto store = open({.retries = {100}});
    QSignalSpy failed(store.get(), &DraftStore::failed);
    QSignalSpy recovered(store.get(), &DraftStore::recovered);
    const auto put = wait(store->put(fullDraft(u"m-1"_s)));
    QVERIFY(!put);
    QCOMPARE(put.error().code, u"is-directory"_s);
    QCOMPARE(wait(store->report())->state, StoreState::IsDirectory);
    QCOMPARE(allIn(*store).size(), 1);
    QCOMPARE(failed.size(), 1);
    QVERIFY(QDir().rmdir(m_file));
    QTRY_COMPARE(recovered.size(), 1);
    QCOMPARE(wait(store->report())->state, StoreState::Ready);
    QCOMPARE(allIn(*store).size(), 1);
    QCOMPARE(allIn(*open()).size(), 1);
}

void tst_DraftStore::newerFileKeepsDraftsInMemory()
{
    QVERIFY(wait(open()->put(fullDraft(u"m-1"_s))));
    QByteArray bytes = readAll(m_file);
    bytes[63] = 2; // user_version
    QVERIFY(writeAll(m_file, bytes));
    {
        const auto store = open();
        const auto put = wait(store->put(fullDraft(u"m-2"_s)));
        QVERIFY(!put);
        QCOMPARE(put.error().code, u"newer-version"_s);
        QCOMPARE(allIn(*store).size(), 1);
    }
    QVERIFY(readAll(m_file) == bytes);
}

void tst_DraftStore::otherWindowIsTold()
{
    const auto mine = open({.pollInterval = 60'000});
    const auto theirs = open();
    const Draft draft = fullDraft(u"m-1"_s);
    QVERIFY(wait(mine->put(draft)));
    QVERIFY(wait(mine->checkElsewhere()));
    QSignalSpy told(mine.get(), &DraftStore::changedElsewhere);
    QVERIFY(wait(theirs->put(draft)));
    QVERIFY(wait(theirs->put(fullDraft(u"m-2"_s))));
    QVERIFY(wait(mine->checkElsewhere()));
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(told[0], QVariantList({draft.registryKey, u"m-1"_s}));
    QCOMPARE(told[1], QVariantList({draft.registryKey, u"m-2"_s}));
    told.clear();
    QVERIFY(wait(theirs->remove(draft.registryKey, u"m-1"_s)));
    QVERIFY(wait(mine->checkElsewhere()));
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(wait(mine->checkElsewhere()));
    QTest::qWait(20);
    QCOMPARE(told.size(), 1);
    // And without asking, within a second or so.
    QSignalSpy toldThem(theirs.get(), &DraftStore::changedElsewhere);
    QVERIFY(wait(mine->put(draft)));
    QTRY_COMPARE_WITH_TIMEOUT(toldThem.size(), 1, 5000);
}

void tst_DraftStore::ownWritesAreNotElsewhere()
{
    const auto store = open();
    QSignalSpy told(store.get(), &DraftStore::changedElsewhere);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(wait(store->put(fullDraft(QString::number(i)))));
        QVERIFY(wait(store->checkElsewhere()));
    }
    QVERIFY(wait(store->remove(fullDraft({}).registryKey, u"1"_s)));
    QVERIFY(wait(store->checkElsewhere()));
    QTest::qWait(20);
    QCOMPARE(told.size(), 0);
}

void tst_DraftStore::lastWriterWins()
{
    const auto mine = open();
    const auto theirs = open();
    Draft draft = fullDraft(u"m-1"_s, 10'000);
    QVERIFY(wait(mine->put(draft)));
    Draft other = draft;
    other.base.metadata.description = u"they had read another"_s;
    other.base.metadata.extraInfo = JsonText(largeJson(10'000, 9));
    other.edited = other.base.metadata;
    other.edited.name = u"theirs"_s;
    QCOMPARE(wait(theirs->put(other)).value_or(0), qint64(2));
    draft.edited.name = u"mine"_s;
    QCOMPARE(wait(mine->put(draft)).value_or(0), qint64(3));
    const Draft stored = allIn(*theirs).value(0);
    QVERIFY(stored == asStored(draft, stored)); // base and edits of one writer, never mixed
    QCOMPARE(stored.writer, mine->writer());
}

void tst_DraftStore::goesOnWhenTheFileIsTakenAway()
{
    const auto store = open({.pollInterval = 50});
    QVERIFY(wait(store->put(fullDraft(u"m-1"_s))));
    for (const auto &ending : {u""_s, u"-wal"_s, u"-shm"_s})
        QVERIFY(QFile::remove(m_file + ending));
    QTRY_VERIFY(QFile::exists(m_file)); // what is written is there again, without a further key
    QVERIFY(wait(store->put(fullDraft(u"m-2"_s))));
    QCOMPARE(allIn(*open()).size(), 2);
}

void tst_DraftStore::damageWhileRunningIsMended()
{
    const auto store = open({.retries = {100}, .pollInterval = 60'000});
    for (int i = 0; i < 20; ++i)
        QVERIFY(wait(store->put(fullDraft(QString::number(i), 3'000))));
    QTest::qWait(2500); // the WAL has gone into the file
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(4096));
    file.write(QByteArray(4096 * 3, 'z'));
    file.close();
    QSignalSpy opened(store.get(), &DraftStore::opened);
    // A cached page may hide it for a while; opening again does not.
    QVERIFY(wait(store->put(fullDraft(u"after"_s))));
    const auto second = open();
    const auto report = wait(second->report());
    QVERIFY(report && report->onDisk());
    QVERIFY(wait(second->put(fullDraft(u"second"_s))));
    QVERIFY(wait(store->put(fullDraft(u"first again"_s))));
    QStringList names;
    for (const Draft &draft : allIn(*second))
        names.append(draft.modelId);
    QVERIFY(names.contains(u"second"_s));
    QVERIFY(names.contains(u"first again"_s));
    QVERIFY2(names.contains(u"after"_s), qPrintable(names.join(u' ')));
    qInfo("%lld of 20 kept with three pages gone", names.size() - 3);
    QVERIFY(names.size() >= 3 + 10);
}

void tst_DraftStore::realFullDisk()
{
    // A file system of 1 MB of our own, where that is allowed.
    const QString folder = m_folder->filePath(u"small"_s);
    QVERIFY(QDir().mkpath(folder));
    if (!qEnvironmentVariableIsSet("MODELSCRIBE_IN_NAMESPACE")) {
        QProcess inside;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"MODELSCRIBE_IN_NAMESPACE"_s, u"1"_s);
        inside.setProcessEnvironment(environment);
        inside.setProcessChannelMode(QProcess::MergedChannels);
        inside.start(u"unshare"_s, {u"-m"_s, u"--"_s, QCoreApplication::applicationFilePath(),
                                    u"tst_draftstore"_s, u"realFullDisk"_s});
        if (!inside.waitForStarted() || !inside.waitForFinished(60'000))
            QSKIP("unshare -m is not possible here");
        const QByteArray output = inside.readAll();
        if (output.contains("unshare") || output.contains("SKIP"))
            QSKIP("a mount of our own is not possible here");
        QVERIFY2(inside.exitCode() == 0, output.constData());
        return;
    }
    if (QProcess::execute(u"mount"_s,
                          {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=1m"_s, u"none"_s, folder}))
        QSKIP("mount is not possible here");
    m_file = folder + u"/drafts.db"_s;
    auto store = open({.retries = {100}});
    QSignalSpy failed(store.get(), &DraftStore::failed);
    QSignalSpy recovered(store.get(), &DraftStore::recovered);
    QVERIFY(wait(store->put(fullDraft(u"small"_s))));
    const QString filler = folder + u"/filler"_s;
    QFile full(filler);
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (full.write(QByteArray(4096, 'x')) == 4096) { }
    full.close();
    const auto put = wait(store->put(fullDraft(u"large"_s, 100'000)));
    QVERIFY(!put);
    QCOMPARE(put.error().code, u"full"_s);
    QCOMPARE(allIn(*store).size(), 2);
    {
        const auto second = open(); // also a start finds nothing lost
        QCOMPARE(allIn(*second).size(), 1);
    }
    QVERIFY(QFile::remove(filler));
    QTRY_COMPARE(recovered.size(), 1);
    QCOMPARE(failed.size(), 1);
    QVERIFY(wait(store->flush()));
    QCOMPARE(allIn(*open()).size(), 2);
    store.reset();
    startsWithADamagedFileOnAFullDisk();
}

void tst_DraftStore::startsWithADamagedFileOnAFullDisk()
{
    QByteArray bytes = readAll(m_file);
    bytes.replace(0, 4096, QByteArray(4096, 'z'));
    m_file = QFileInfo(m_file).path() + u"/other.db"_s;
    QVERIFY(writeAll(m_file, bytes));
    const QString filler = QFileInfo(m_file).path() + u"/filler"_s;
    QFile full(filler);
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (full.write(QByteArray(4096, 'x')) == 4096) { }
    full.close();
    const auto store = open({.retries = {100}});
    QCOMPARE(wait(store->report())->state, StoreState::Full);
    const qsizetype kept = allIn(*store).size();
    QCOMPARE(kept, 2);
    QVERIFY(readAll(m_file) == bytes); // there is no room for another
    QSignalSpy recovered(store.get(), &DraftStore::recovered);
    QVERIFY(QFile::remove(filler));
    QTRY_COMPARE(recovered.size(), 1);
    QCOMPARE(wait(store->report())->state, StoreState::DamagedReplaced);
    QCOMPARE(allIn(*store).size(), kept);
    QCOMPARE(allIn(*open()).size(), kept);
}

MODELSCRIBE_TEST(tst_DraftStore)

} // namespace tst_draftstore

#include "tst_draftstore.moc"
