// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draftstore.h"

#include "storetesting.h"
#include "testclass.h"
#include "testpaths.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <map>

namespace tst_draftprocesses {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace storetesting;

class tst_DraftProcesses : public QObject
{
    Q_OBJECT

private slots:
    void nothingAcknowledgedIsLostWhenKilled();
    void twoProcessesDoNotTearDrafts();
    void processesThatStartTogetherShareAFile_data();
    void processesThatStartTogetherShareAFile();
    void lockOfAnotherProcessIsWaitedFor();
    void aProcessThatLeavesTakesNothingAlong();

private:
    std::unique_ptr<QProcess> startWriter(const QString &file, const QString &prefix, int models,
                                          int size);
    //! Adds what \p output acknowledges; a line that is cut counts as none.
    static void note(const QByteArray &output, std::map<QString, int> &acknowledged);
    static bool isWhole(const Draft &draft, int size);
};

std::unique_ptr<QProcess>
tst_DraftProcesses::startWriter(const QString &file, const QString &prefix, int models, int size)
{
    auto process = std::make_unique<QProcess>();
    process->start(testing::buildPath(u"tests/store/draftwriter"_s),
                   {file, prefix, QString::number(models), QString::number(size)});
    return process;
}

void tst_DraftProcesses::note(const QByteArray &output, std::map<QString, int> &acknowledged)
{
    QByteArrayList lines = output.split('\n');
    lines.removeLast();
    for (const QByteArray &line : lines) {
        const auto words = line.split(' ');
        int &number = acknowledged[QString::fromLatin1(words.value(0))];
        number = std::max(number, words.value(1).toInt());
    }
}

bool tst_DraftProcesses::isWhole(const Draft &draft, int size)
{
    const QByteArray json = largeJson(size);
    return draft.base.metadata.extraInfo.utf8() == json
           && draft.edited.extraInfo.utf8() == json + draft.edited.name.toLatin1();
}

void tst_DraftProcesses::nothingAcknowledgedIsLostWhenKilled()
{
    const int kills = isCampaign() ? 200 : 20;
    QRandomGenerator random(seed());
    qInfo("seed %u", seed());
    const QTemporaryDir folder;
    int acknowledgedInAll = 0;
    for (int kill = 0; kill < kills; ++kill) {
        // Some go on in the file of the last one, so a WAL of a killed process is met too.
        const QString file = folder.filePath(u"%1/drafts.db"_s.arg(kill / 4));
        const QString prefix = u"kill%1-"_s.arg(kill);
        const int size = kill % 2 ? 200'000 : 2'000;
        const auto writer = startWriter(file, prefix, 3, size);
        QVERIFY(writer->waitForStarted());
        if (kill % 5 != 0) // otherwise anywhere, also while the file is made
            QVERIFY(writer->waitForReadyRead(20'000));
        QTest::qWait(random.bounded(400));
        writer->kill();
        QVERIFY(writer->waitForFinished());
        std::map<QString, int> acknowledged;
        note(writer->readAllStandardOutput(), acknowledged);

        DraftStore store(file);
        const auto report = wait(store.report());
        QVERIFY(report);
        QVERIFY2(report->state == StoreState::Ready, qPrintable(report->error.detail));
        const auto list = wait(store.all());
        QVERIFY(list);
        QCOMPARE(list->unreadable, 0);
        std::map<QString, int> held;
        for (const Draft &draft : list->drafts) {
            if (!draft.modelId.startsWith(prefix))
                continue;
            QVERIFY2(isWhole(draft, size), qPrintable(draft.modelId));
            held[draft.modelId] = draft.edited.name.toInt();
        }
        for (const auto &[model, number] : acknowledged) {
            QVERIFY2(held[model] >= number,
                     qPrintable(u"%1: %2 of %3"_s.arg(model).arg(held[model]).arg(number)));
            ++acknowledgedInAll;
        }
    }
    qInfo("%d kills, %d models with acknowledged drafts, 0 lost", kills, acknowledgedInAll);
    QVERIFY(acknowledgedInAll >= kills);
}

void tst_DraftProcesses::twoProcessesDoNotTearDrafts()
{
    const int size = 100'000;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"drafts.db"_s);
    DraftStore store(file);
    QSignalSpy told(&store, &DraftStore::changedElsewhere);
    QSignalSpy failed(&store, &DraftStore::failed);
    // Both write the same three models.
    const auto first = startWriter(file, u"both-"_s, 3, size);
    const auto second = startWriter(file, u"both-"_s, 3, size);
    QElapsedTimer timer;
    timer.start();
    int reads = 0;
    while (timer.elapsed() < 3000 || reads == 0) {
        const auto list = wait(store.all());
        QVERIFY(list);
        QCOMPARE(list->unreadable, 0);
        for (const Draft &draft : list->drafts) {
            QVERIFY(isWhole(draft, size));
            ++reads;
        }
        QVERIFY(timer.elapsed() < 60'000);
    }
    QTRY_VERIFY_WITH_TIMEOUT(told.size() >= 3, 10'000);
    for (const auto &writer : {first.get(), second.get()}) {
        QVERIFY2(writer->state() == QProcess::Running, writer->readAllStandardError().constData());
        writer->kill();
        QVERIFY(writer->waitForFinished());
        std::map<QString, int> acknowledged;
        note(writer->readAllStandardOutput(), acknowledged);
        QCOMPARE(acknowledged.size(), size_t(3));
        QCOMPARE(writer->readAllStandardError(), QByteArray());
    }
    QCOMPARE(failed.size(), 0);
    QCOMPARE(wait(store.all())->drafts.size(), 3);
    qInfo("%d drafts read meanwhile, told %lld times", reads, qlonglong(told.size()));
}

void tst_DraftProcesses::processesThatStartTogetherShareAFile_data()
{
    QTest::addColumn<bool>("isDamaged");
    QTest::newRow("new") << false;
    QTest::newRow("damaged") << true;
}

void tst_DraftProcesses::processesThatStartTogetherShareAFile()
{
    QFETCH(bool, isDamaged);
    for (int round = 0; round < 3; ++round) {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"drafts.db"_s);
        if (isDamaged) {
            QVERIFY(wait(DraftStore(file).put(fullDraft(u"old"_s))));
            QByteArray bytes = readAll(file);
            QVERIFY(writeAll(file, bytes.replace(0, 4096, QByteArray(4096, 'z'))));
        }
        std::vector<std::unique_ptr<QProcess>> writers;
        for (int i = 0; i < 4; ++i)
            writers.push_back(startWriter(file, u"w%1-"_s.arg(i), 2, 2'000));
        std::map<QString, int> acknowledged;
        for (const auto &writer : writers)
            QVERIFY(writer->waitForReadyRead(30'000));
        QTest::qWait(200);
        for (const auto &writer : writers) {
            writer->kill();
            QVERIFY(writer->waitForFinished());
            note(writer->readAllStandardOutput(), acknowledged);
        }
        DraftStore store(file);
        QCOMPARE(wait(store.report())->state, StoreState::Ready);
        std::map<QString, int> held;
        const auto list = wait(store.all());
        QVERIFY(list);
        for (const Draft &draft : list->drafts)
            held[draft.modelId] = draft.edited.name.toInt();
        QCOMPARE(held.contains(u"old"_s), isDamaged);
        QVERIFY(acknowledged.size() >= 4);
        for (const auto &[model, number] : acknowledged)
            QVERIFY2(held[model] >= number, qPrintable(model));
        const QDir beside(folder.path(), u"drafts.db.damaged-*"_s);
        QCOMPARE(beside.entryList(QDir::Files).size(), isDamaged ? 1 : 0);
    }
}

void tst_DraftProcesses::lockOfAnotherProcessIsWaitedFor()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"drafts.db"_s);
    DraftStore store(file, QUuid::createUuid(), {.busyTimeout = 300, .retries = {100}});
    QVERIFY(wait(store.put(fullDraft(u"m-1"_s))));
    QSignalSpy failed(&store, &DraftStore::failed);
    QSignalSpy recovered(&store, &DraftStore::recovered);
    {
        auto holder = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
        holder.setDatabaseName(file);
        QVERIFY(holder.open());
        QSqlQuery query(holder);
        QVERIFY(query.exec(u"BEGIN IMMEDIATE"_s));
        const auto put = wait(store.put(fullDraft(u"m-2"_s)));
        QVERIFY(!put);
        QCOMPARE(put.error().code, u"locked"_s);
        QCOMPARE(wait(store.all())->drafts.size(), 2); // seen all the same
        QVERIFY(query.exec(u"ROLLBACK"_s));
        query.clear();
        holder.close();
    }
    QSqlDatabase::removeDatabase(u"holder"_s);
    QTRY_COMPARE(recovered.size(), 1);
    QCOMPARE(failed.size(), 1);
    DraftStore other(file);
    QCOMPARE(wait(other.all())->drafts.size(), 2);
}

void tst_DraftProcesses::aProcessThatLeavesTakesNothingAlong()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"drafts.db"_s);
    QVERIFY(wait(DraftStore(file).put(fullDraft(u"m-1"_s))));
    DraftStore store(file);
    QVERIFY(wait(store.put(fullDraft(u"m-2"_s))));
    const auto visitor = startWriter(file, u"none"_s, 0, 0);
    QVERIFY(visitor->waitForFinished(20'000));
    QCOMPARE(visitor->exitCode(), 0);
    // It was not the last one, so what it leaves behind is the WAL that is written to here.
    QVERIFY(QFile::exists(file + u"-wal"_s));
    QVERIFY(wait(store.put(fullDraft(u"m-3"_s))));
    // As it would be found if this process were killed now.
    const QString copy = folder.filePath(u"copy.db"_s);
    QVERIFY(QFile::copy(file, copy) && QFile::copy(file + u"-wal"_s, copy + u"-wal"_s));
    QCOMPARE(wait(DraftStore(copy).all())->drafts.size(), 3);
}

MODELSCRIBE_TEST(tst_DraftProcesses)

} // namespace tst_draftprocesses

#include "tst_draftprocesses.moc"
