// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/journalmodel.h"

#include "core/whendone.h"
#include "store/journal.h"
#include "testclass.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <array>

namespace tst_journalmodel {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

using What = JournalHead::What;
using Outcome = JournalHead::Outcome;
using State = JournalModel::State;
using Tone = JournalModel::Tone;

template<typename T>
Result<T> wait(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
        return failure(Error::Kind::Timeout);
    return future.result();
}

JournalEntry entryOf(const QString &modelId, const QString &task, int secondsAgo)
{
    JournalEntry entry{.before = RegisteredModel{.id = modelId}, .after = ModelMetadata{}};
    entry.before->metadata.name = entry.after->name = u"bert "_s + modelId;
    entry.after->task = task;
    entry.head.began = QDateTime::currentDateTimeUtc().addSecs(-secondsAgo);
    entry.head.profile = u"work"_s;
    entry.head.registryKey = u"here"_s;
    entry.head.modelId = modelId;
    entry.head.modelName = entry.after->name;
    entry.head.changeCount = 1;
    return entry;
}

JournalEnd endOf(Outcome outcome) { return {.outcome = outcome}; }

} // namespace

class tst_JournalModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutAJournalThereIsNothing();
    void saysWhatHappenedNewestFirst();
    void everyOutcomeHasAWordAndATone_data();
    void everyOutcomeHasAWordAndATone();
    void everyEntryNamesItsRegistryTheSame();
    void hostileNamesAreEscaped();
    void filtersByModelRegistryAndText();
    void readsAPageAtATime();
    void newEntriesComeToTheFrontAndKeepTheRows();
    void endingChangesTheRowInPlace();
    void aRunIsOneRowUntilItIsUnfolded();
    void aRunSaysWhatCameOfItsModels();
    void whatIsLookedForIsNotFolded();
    void aLongRunIsReadToItsEnd();
    void aRunThatGrowsStaysInItsRow();
    void aRunAtTheEndOfThePageStaysWhole();
    void followsPruning();
    void manyWrittenAtOnceAreAllSeen();
    void anUnreadableJournalSaysWhyAndTriesAgain();
    void exportsWhatPassesTheFilter();
    void keepsEverythingOrSoManyDays();

private:
    void alterFile(const QString &statement)
    {
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"vandal"_s);
            file.setDatabaseName(m_folder->filePath(u"journal.db"_s));
            QVERIFY(file.open());
            QSqlQuery query(file);
            QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        }
        QSqlDatabase::removeDatabase(u"vandal"_s);
    }
    void add(const JournalEntry &entry, Outcome outcome = Outcome::Saved)
    {
        QVERIFY(wait(m_journal->begin(entry)));
        if (outcome != Outcome::Begun)
            QVERIFY(wait(m_journal->complete(entry.head.id, endOf(outcome))));
    }
    //! \p count entries of one run, the first of them the oldest.
    QUuid addRun(int count, int secondsAgo)
    {
        const QUuid group = QUuid::createUuid();
        for (int i = 0; i < count; ++i)
            addPart(group, i, secondsAgo + count - i);
        return group;
    }
    QUuid addPart(const QUuid &group, int place, int secondsAgo, Outcome outcome = Outcome::Saved)
    {
        JournalEntry entry = entryOf(u"part-%1"_s.arg(place), u"asr"_s, secondsAgo);
        entry.head.group = group;
        entry.head.place = place;
        add(entry, outcome);
        return entry.head.id;
    }
    QString cell(int row, int column) const
    {
        return m_model->index(row, column).data().toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void tst_JournalModel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_journal = std::make_unique<Journal>(m_folder->filePath(u"journal.db"_s));
    m_model = std::make_unique<JournalModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void tst_JournalModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_journal.reset();
}

void tst_JournalModel::withoutAJournalThereIsNothing()
{
    m_model->setJournal(nullptr);
    m_model->refresh();
    QCOMPARE(m_model->state(), State::Ready);
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(wait(m_model->entry(QUuid::createUuid())).error().kind, Error::Kind::NotFound);
    QCOMPARE(wait(m_model->exportJson()).error().kind, Error::Kind::NotFound);
    m_model->setJournal(m_journal.get());
    m_journal.reset(); // it may go first
    m_model->refresh();
    m_model->fetchMore({});
    QCOMPARE(m_model->rowCount(), 0);
}

void tst_JournalModel::saysWhatHappenedNewestFirst()
{
    add(entryOf(u"m-1"_s, u"asr"_s, 3 * 60 + 5));
    JournalEntry deletion = entryOf(u"m-2"_s, {}, 10);
    deletion.head.what = What::Delete;
    deletion.head.changeCount = 0;
    deletion.head.profile.clear();
    add(deletion, Outcome::Failed);
    m_model->setJournal(m_journal.get());
    QCOMPARE(m_model->state(), State::Loading);
    QTRY_COMPARE(m_model->state(), State::Ready);
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(cell(0, JournalModel::When), u"just now"_s);
    QCOMPARE(cell(0, JournalModel::Model), u"bert m-2"_s);
    QCOMPARE(cell(0, JournalModel::What), u"Deleted"_s);
    QCOMPARE(cell(0, JournalModel::Changes), u"—"_s);
    QCOMPARE(cell(0, JournalModel::Outcome), u"failed"_s);
    QCOMPARE(cell(0, JournalModel::Profile), u"—"_s);
    QCOMPARE(cell(1, JournalModel::When), u"3 min"_s);
    QCOMPARE(cell(1, JournalModel::Changes), u"1"_s);
    QCOMPARE(cell(1, JournalModel::Profile), u"work"_s);
    const QString tip = m_model->index(1, JournalModel::When).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd")),
             qPrintable(tip));
    QCOMPARE(m_model->rowOf(deletion.head.id), 0);
    QCOMPARE(m_model->rowOf(QUuid::createUuid()), -1);
    QCOMPARE(wait(m_model->entry(deletion.head.id))->before(), deletion.before);
}

void tst_JournalModel::everyOutcomeHasAWordAndATone_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("word");
    QTest::addColumn<Tone>("tone");
    QTest::newRow("begun") << Outcome::Begun << u"not finished"_s << Tone::Muted;
    QTest::newRow("saved") << Outcome::Saved << u"done"_s << Tone::Good;
    QTest::newRow("not taken") << Outcome::NotTaken << u"not fully applied"_s << Tone::Warning;
    QTest::newRow("failed") << Outcome::Failed << u"failed"_s << Tone::Bad;
    QTest::newRow("partly") << Outcome::Partly << u"partly done"_s << Tone::Warning;
    QTest::newRow("unknown") << Outcome::Unknown << u"unknown"_s << Tone::Warning;
    QTest::newRow("unverified") << Outcome::Unverified << u"not verified"_s << Tone::Warning;
}

void tst_JournalModel::everyOutcomeHasAWordAndATone()
{
    QFETCH(Outcome, outcome);
    add(entryOf(u"m-1"_s, u"asr"_s, 0), outcome);
    m_model->setJournal(m_journal.get());
    QTRY_COMPARE(m_model->rowCount(), 1);
    const QModelIndex index = m_model->index(0, JournalModel::Outcome);
    QTEST(index.data().toString(), "word");
    QTEST(index.data(JournalModel::ToneRole).value<Tone>(), "tone");
}

void tst_JournalModel::everyEntryNamesItsRegistryTheSame()
{
    const QString address = u"https://registry.example"_s;
    const QList<std::array<QString, 3>> rows{// as the window and the command line wrote them
                                             {u"registry.example"_s, address, address},
                                             {address, address, address},
                                             {u"本地仓库"_s, u"local:/f"_s, u"Local registry"_s},
                                             {u"work"_s, address, u"work"_s}};
    for (int i = 0; i < rows.size(); ++i) {
        JournalEntry entry = entryOf(QString::number(i), u"x"_s, i);
        entry.head.profile = rows[i][0];
        entry.head.registryKey = rows[i][1];
        add(entry);
    }
    m_model->setJournal(m_journal.get());
    QTRY_COMPARE(m_model->rowCount(), int(rows.size()));
    for (int i = 0; i < rows.size(); ++i)
        QCOMPARE(cell(i, JournalModel::Profile), rows[i][2]);
}

void tst_JournalModel::hostileNamesAreEscaped()
{
    JournalEntry entry = entryOf(u"<img src=x>"_s, u"asr"_s, 0);
    entry.head.modelName = u"<b>bert</b>\u202e\nx"_s;
    add(entry);
    m_model->setJournal(m_journal.get());
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(cell(0, JournalModel::Model), u"<b>bert</b>⟦U+202E⟧⏎x"_s);
    const QString tip = m_model->index(0, JournalModel::Model).data(Qt::ToolTipRole).toString();
    QVERIFY(!tip.contains("<b>"_L1) && !tip.contains("<img"_L1));
    QVERIFY(tip.contains("&lt;b&gt;bert"_L1));
}

void tst_JournalModel::filtersByModelRegistryAndText()
{
    add(entryOf(u"m-1"_s, u"asr"_s, 3));
    add(entryOf(u"m-2"_s, u"tts"_s, 2));
    JournalEntry elsewhere = entryOf(u"m-1"_s, u"vad"_s, 1);
    elsewhere.head.registryKey = u"there"_s;
    add(elsewhere);
    m_model->setJournal(m_journal.get());
    QTRY_COMPARE(m_model->rowCount(), 3);
    m_model->setFilter({.registryKey = u"here"_s, .modelId = u"m-1"_s});
    QCOMPARE(m_model->rowCount(), 0); // at once: it is another question
    QCOMPARE(m_model->state(), State::Loading);
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->head(0).registryKey, u"here"_s);
    m_model->setFilter({.text = u"TTS"_s});
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->head(0).modelId, u"m-2"_s);
    m_model->setFilter({.text = u"nowhere"_s});
    QTRY_COMPARE(m_model->state(), State::Ready);
    QCOMPARE(m_model->rowCount(), 0);
    // Only the answer to the last question counts.
    m_model->setFilter({});
    m_model->setFilter({.text = u"vad"_s});
    QTRY_COMPARE(m_model->rowCount(), 1);
    QTest::qWait(50);
    QCOMPARE(m_model->rowCount(), 1);
}

void tst_JournalModel::readsAPageAtATime()
{
    m_tester.reset(); // it fetches by itself
    QList<QFuture<Result<std::monostate>>> pending;
    const int all = 2 * JournalModel::pageSize + 7;
    for (int i = 0; i < all; ++i)
        pending.append(m_journal->begin(entryOf(u"m-%1"_s.arg(i), u"asr"_s, i)));
    QVERIFY(wait(pending.last()));
    m_model->setJournal(m_journal.get());
    QTRY_COMPARE(m_model->state(), State::Ready);
    QCOMPARE(m_model->rowCount(), JournalModel::pageSize);
    QVERIFY(m_model->canFetchMore({}));
    m_model->fetchMore({});
    QVERIFY(!m_model->canFetchMore({})); // one at a time
    QTRY_COMPARE(m_model->rowCount(), 2 * JournalModel::pageSize);
    m_model->fetchMore({});
    QTRY_COMPARE(m_model->rowCount(), all);
    QVERIFY(!m_model->canFetchMore({}));
    for (int row = 0; row < all; ++row)
        QCOMPARE(m_model->head(row).modelId, u"m-%1"_s.arg(row));
    // What was read is read again as far as it was.
    add(entryOf(u"new"_s, u"asr"_s, 0));
    QTRY_COMPARE(m_model->head(0).modelId, u"new"_s);
    QVERIFY(m_model->rowCount() >= all);
}

void tst_JournalModel::newEntriesComeToTheFrontAndKeepTheRows()
{
    add(entryOf(u"m-1"_s, u"asr"_s, 5));
    m_model->setJournal(m_journal.get());
    QTRY_COMPARE(m_model->rowCount(), 1);
    const QPersistentModelIndex chosen = m_model->index(0, 0);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    Journal other(m_folder->filePath(u"journal.db"_s)); // another process
    QVERIFY(wait(other.begin(entryOf(u"m-2"_s, u"asr"_s, 3))));
    QTest::qWait(20);
    QCOMPARE(m_model->rowCount(), 1);
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), 2);
    add(entryOf(u"m-3"_s, u"asr"_s, 1));
    QTRY_COMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->head(0).modelId, u"m-3"_s);
    QCOMPARE(chosen.row(), 2);
    QCOMPARE(resets.size(), 0);
}

void tst_JournalModel::endingChangesTheRowInPlace()
{
    const JournalEntry entry = entryOf(u"m-1"_s, u"asr"_s, 0);
    add(entry, Outcome::Begun);
    m_model->setJournal(m_journal.get());
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(cell(0, JournalModel::Outcome), u"not finished"_s);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(wait(m_journal->complete(entry.head.id, endOf(Outcome::Partly))));
    QTRY_COMPARE(cell(0, JournalModel::Outcome), u"partly done"_s);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(resets.size(), 0);
}

void tst_JournalModel::aRunIsOneRowUntilItIsUnfolded()
{
    add(entryOf(u"old"_s, u"asr"_s, 60));
    const QUuid group = addRun(3, 20);
    add(entryOf(u"new"_s, u"asr"_s, 1));
    m_model->setJournal(m_journal.get());
    QTRY_COMPARE(m_model->rowCount(), 3);
    QVERIFY(m_model->isRun(1) && !m_model->isUnfolded(1));
    QVERIFY(!m_model->isRun(0));
    QCOMPARE(m_model->idAt(1), group);
    QTRY_COMPARE(cell(1, JournalModel::Model), u"3 model(s): Task"_s);
    QCOMPARE(cell(1, JournalModel::What), u"Changed"_s);
    QCOMPARE(cell(1, JournalModel::Changes), u"3"_s);
    QCOMPARE(cell(1, JournalModel::Outcome), u"done"_s);
    const QUuid newest = m_model->head(1).id;
    QCOMPARE(m_model->rowOf(newest), 1); // it stands in there
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    const QPersistentModelIndex below = m_model->index(2, 0);
    m_model->setUnfolded(1, true);
    QCOMPARE(m_model->rowCount(), 6);
    QVERIFY(m_model->isRun(1) && m_model->isUnfolded(1));
    QCOMPARE(cell(2, JournalModel::Model), u"bert part-2"_s);
    QCOMPARE(cell(4, JournalModel::Model), u"bert part-0"_s);
    QCOMPARE(m_model->rowOf(newest), 2);
    QCOMPARE(m_model->rowOf(group), 1);
    QCOMPARE(below.row(), 5);
    m_model->setUnfolded(1, false);
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(resets.size(), 0);
}

//! Of a model that was tried again the last attempt counts.
void tst_JournalModel::aRunSaysWhatCameOfItsModels()
{
    const QUuid group = QUuid::createUuid();
    addPart(group, 0, 50, Outcome::Failed);
    addPart(group, 1, 40, Outcome::Failed);
    addPart(group, 2, 30, Outcome::Unknown);
    addPart(group, 3, 20);
    addPart(group, 0, 10);
    m_model->setJournal(m_journal.get());
    QTRY_COMPARE(m_model->rowCount(), 1);
    QVERIFY(cell(0, JournalModel::Model).startsWith(u"4 model(s)"_s));
    QCOMPARE(cell(0, JournalModel::Outcome), u"1 failed, 1 unknown"_s);
    QCOMPARE(m_model->index(0, JournalModel::Outcome).data(JournalModel::ToneRole).value<Tone>(),
             Tone::Bad);
    // One of a run that is alone is an entry.
    m_model->setFilter({.registryKey = u"elsewhere"_s});
    QTRY_COMPARE(m_model->rowCount(), 0);
}

void tst_JournalModel::whatIsLookedForIsNotFolded()
{
    const QUuid group = addRun(3, 20);
    m_model->setJournal(m_journal.get());
    QTRY_COMPARE(m_model->rowCount(), 1);
    m_model->setFilter({.text = u"part-1"_s});
    QTRY_COMPARE(m_model->rowCount(), 1);
    QVERIFY(!m_model->isRun(0));
    QCOMPARE(m_model->head(0).modelId, u"part-1"_s);
    m_model->setFilter({.text = u"bert"_s});
    QTRY_COMPARE(m_model->rowCount(), 3);
    m_model->setFilter({.text = {}, .group = group});
    QTRY_COMPARE(m_model->rowCount(), 3);
    QVERIFY(!m_model->isRun(0));
    m_model->setFilter({.modelId = u"part-2"_s});
    QTRY_COMPARE(m_model->rowCount(), 1);
    QVERIFY(!m_model->isRun(0));
}

void tst_JournalModel::aLongRunIsReadToItsEnd()
{
    m_tester.reset(); // it fetches by itself
    const QUuid group = QUuid::createUuid();
    QList<QFuture<Result<std::monostate>>> pending;
    constexpr int parts = 3 * JournalModel::pageSize;
    for (int i = 0; i < parts + 5; ++i) {
        JournalEntry entry = entryOf(u"m-%1"_s.arg(i), u"asr"_s, i + 1);
        if (i < parts)
            entry.head.group = group;
        pending.append(m_journal->begin(entry));
    }
    QVERIFY(wait(pending.last()));
    m_model->setJournal(m_journal.get());
    QTRY_VERIFY(m_model->rowCount() > 0);
    m_model->fetchMore({}); // as a view does that has room below the rows
    QTRY_COMPARE(m_model->rowCount(), 6);
    QTRY_COMPARE(cell(0, JournalModel::Model), u"300 model(s): Task"_s);
    QVERIFY(!m_model->canFetchMore({}));
}

void tst_JournalModel::aRunThatGrowsStaysInItsRow()
{
    const QUuid group = addRun(2, 20);
    m_model->setJournal(m_journal.get());
    QTRY_COMPARE(m_model->rowCount(), 1);
    m_model->setUnfolded(0, true);
    const QPersistentModelIndex run = m_model->index(0, 0);
    const QPersistentModelIndex last = m_model->index(2, 0);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    addPart(group, 2, 1, Outcome::Failed);
    QTRY_COMPARE(m_model->rowCount(), 4);
    QTRY_COMPARE(cell(0, JournalModel::Outcome), u"1 failed"_s);
    QCOMPARE(run.row(), 0);
    QCOMPARE(last.row(), 3);
    QCOMPARE(m_model->head(1).modelId, u"part-2"_s);
    QCOMPARE(resets.size(), 0);
}

//! What comes to the front pushes its oldest entry to the next page.
void tst_JournalModel::aRunAtTheEndOfThePageStaysWhole()
{
    m_tester.reset(); // it fetches by itself
    addRun(3, 500);
    QList<QFuture<Result<std::monostate>>> pending;
    for (int i = 0; i < JournalModel::pageSize - 3; ++i)
        pending.append(m_journal->begin(entryOf(u"m-%1"_s.arg(i), u"asr"_s, 10 + i)));
    QVERIFY(wait(pending.last()));
    m_model->setJournal(m_journal.get());
    QTRY_COMPARE(m_model->rowCount(), JournalModel::pageSize - 2);
    const int last = m_model->rowCount() - 1;
    QTRY_COMPARE(cell(last, JournalModel::Model), u"3 model(s): Task"_s);
    add(entryOf(u"new"_s, u"asr"_s, 0));
    QTRY_COMPARE(m_model->rowCount(), last + 2);
    QTRY_COMPARE(cell(last + 1, JournalModel::Model), u"3 model(s): Task"_s);
}

void tst_JournalModel::followsPruning()
{
    add(entryOf(u"old"_s, u"asr"_s, 40 * 24 * 3600));
    add(entryOf(u"new"_s, u"asr"_s, 0));
    m_model->setJournal(m_journal.get());
    QTRY_COMPARE(m_model->rowCount(), 2);
    keepJournal(m_journal.get(), 30);
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->head(0).modelId, u"new"_s);
}

void tst_JournalModel::manyWrittenAtOnceAreAllSeen()
{
    m_model->setJournal(m_journal.get());
    QFuture<Result<std::monostate>> last;
    for (int i = 0; i < 60; ++i) {
        last = m_journal->begin(entryOf(u"m-%1"_s.arg(i), u"asr"_s, 60 - i));
        QTest::qWait(1); // readings begin in between
    }
    QVERIFY(wait(last));
    QTRY_COMPARE(m_model->rowCount(), 60);
}

void tst_JournalModel::anUnreadableJournalSaysWhyAndTriesAgain()
{
    add(entryOf(u"m-1"_s, u"asr"_s, 0));
    alterFile(u"ALTER TABLE entries RENAME TO gone"_s);
    m_model->setJournal(m_journal.get());
    QTRY_COMPARE(m_model->state(), State::Failed);
    QVERIFY(m_model->error());
    QCOMPARE(m_model->error()->kind, Error::Kind::Storage);
    m_model->refresh();
    QCOMPARE(m_model->state(), State::Loading);
    QTRY_COMPARE(m_model->state(), State::Failed);
    // Who asks again while it is being read is heard afterwards, also when that reading fails.
    m_model->refresh();
    QCOMPARE(m_model->state(), State::Loading);
    QTest::qSleep(50);
    alterFile(u"ALTER TABLE gone RENAME TO entries"_s);
    m_model->refresh();
    QTRY_COMPARE(m_model->state(), State::Ready);
    QVERIFY(!m_model->error());
    QCOMPARE(m_model->rowCount(), 1);
}

void tst_JournalModel::exportsWhatPassesTheFilter()
{
    add(entryOf(u"m-1"_s, u"asr"_s, 2));
    add(entryOf(u"m-2"_s, u"tts"_s, 1));
    m_model->setJournal(m_journal.get());
    m_model->setFilter({.modelId = u"m-2"_s});
    const auto json = wait(m_model->exportJson());
    QVERIFY(json);
    const QJsonArray entries = QJsonDocument::fromJson(*json).array();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0][u"ModelId"_s].toString(), u"m-2"_s);
    QCOMPARE(entries[0][u"After"_s][u"Task"_s].toString(), u"tts"_s);
}

void tst_JournalModel::keepsEverythingOrSoManyDays()
{
    add(entryOf(u"old"_s, u"asr"_s, 4000 * 24 * 3600));
    keepJournal(nullptr, 30);
    keepJournal(m_journal.get(), 0);
    QCOMPARE(wait(m_journal->list({}))->size(), 1);
    keepJournal(m_journal.get(), 365);
    QCOMPARE(wait(m_journal->list({}))->size(), 0);
}

MODELSCRIBE_TEST(tst_JournalModel)

} // namespace tst_journalmodel

#include "tst_journalmodel.moc"
