// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"

#include "storetesting.h"
#include "testclass.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace tst_journal {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace storetesting;

namespace {

const QDateTime &someTime()
{
    static const QDateTime time = QDateTime::fromString(u"2024-05-17T10:00:00.123Z"_s,
                                                        Qt::ISODateWithMs);
    return time;
}

JournalEntry updateOf(const QString &modelId, const QString &name, int minutes = 0)
{
    const Draft draft = fullDraft(modelId);
    JournalEntry entry{.before = draft.base, .after = draft.edited};
    entry.before->metadata.name = name;
    entry.after->name = name + u" edited"_s;
    entry.head.began = someTime().addSecs(minutes * 60);
    entry.head.profile = u"work"_s;
    entry.head.registryKey = u"pai cn-hangzhou"_s;
    entry.head.modelId = modelId;
    entry.head.modelName = name;
    entry.head.changeCount = 3;
    entry.requests = {{.method = u"PUT"_s,
                       .path = u"/api/v1/models/"_s + modelId,
                       .body = R"({"ModelName":"x","ExtraInfo":{"a":1.0,"a":2}})"}};
    return entry;
}

JournalEnd savedEnd(const JournalEntry &entry)
{
    JournalEnd end{.finished = entry.head.began.addMSecs(321),
                   .requests = entry.requests,
                   .held = entry.before};
    end.requests[0].state = JournalRequest::State::Done;
    end.requests[0].requestId = u"3F2A-REQUEST"_s;
    end.requests[0].httpStatus = 200;
    end.held->metadata = *entry.after;
    return end;
}

QStringList names(const Result<QList<JournalHead>> &heads)
{
    QStringList list;
    for (const JournalHead &head : heads.value_or(QList<JournalHead>()))
        list.append(head.modelName);
    return list;
}

} // namespace

class tst_Journal : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void entrySurvivesToTheLetter();
    void entryWithoutAWordIsKept();
    void begunEntryIsSeenAfterAKill();
    void failureIsKeptWithItsFacts();
    void createGetsItsIdAtTheEnd();
    void endOfAnUnknownEntryIsRefused();
    void filters_data();
    void filters();
    void pages();
    void unwrittenEntriesAreListedAlike();
    void exportIsJson();
    void prunesByAge();
    void tellsOfEveryChange();
    void largeExtraInfoIsKeptOnceAnEntry();
    void twoJournalsShareAFile();
    void onlyWhatNobodyIsGoingToEndIsInterrupted();
    void whatAKilledProcessBeganIsInterrupted();
    void keepsEntriesWhileTheFileIsUnusable();
    void damagedFileGivesBackWhatIsReadable();
    void deletedEntriesLeaveNoTrace();

private:
    std::unique_ptr<Journal> open(const StoreOptions &options = {})
    {
        return std::make_unique<Journal>(m_file, options);
    }
    static bool add(Journal &journal, const JournalEntry &entry, bool isEnded = true)
    {
        return wait(journal.begin(entry))
               && (!isEnded || wait(journal.complete(entry.head.id, savedEnd(entry))));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void tst_Journal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"state/journal.db"_s);
}

void tst_Journal::entrySurvivesToTheLetter()
{
    JournalEntry entry = updateOf(u"m-1"_s, u"bert \0中文"_s + QChar(0xD83D));
    entry.after->extraInfo = JsonText("{\"k\":\"\xff\0\""_ba);
    entry.head.reverts = QUuid::createUuid();
    entry.head.what = JournalHead::What::Labels;
    const JournalEnd end = savedEnd(entry);
    QVERIFY(add(*open(), entry, false));
    QCOMPARE(*wait(open()->entry(entry.head.id)), entry);
    QVERIFY(wait(open()->complete(entry.head.id, end)));
    applyEnd(entry, end);
    const auto journal = open();
    const auto read = wait(journal->entry(entry.head.id));
    QVERIFY(read);
    QCOMPARE(*read, entry);
    QCOMPARE(*wait(journal->list({})), QList<JournalHead>{entry.head});
}

void tst_Journal::entryWithoutAWordIsKept()
{
    const JournalEntry entry;
    QVERIFY(wait(open()->begin(entry)));
    QCOMPARE(wait(open()->entry(entry.head.id)).value().head.id, entry.head.id);
}

void tst_Journal::begunEntryIsSeenAfterAKill()
{
    const QString told = m_folder->filePath(u"copy"_s);
    const JournalEntry entry = updateOf(u"m-1"_s, u"bert"_s);
    {
        const auto journal = open();
        QVERIFY(add(*journal, updateOf(u"m-2"_s, u"ended"_s)));
        QVERIFY(wait(journal->begin(entry)));
        // What is on the disk at this moment is all that a kill leaves.
        QVERIFY(QDir().mkpath(told));
        QVERIFY(QFile::copy(m_file, told + u"/journal.db"_s));
        QVERIFY(QFile::copy(m_file + u"-wal"_s, told + u"/journal.db-wal"_s));
    }
    Journal journal(told + u"/journal.db"_s);
    const auto begun = wait(journal.list({.onlyBegun = true}));
    QCOMPARE(*begun, QList<JournalHead>{entry.head});
    QCOMPARE(begun->front().outcome, JournalHead::Outcome::Begun);
    QCOMPARE(*wait(journal.entry(entry.head.id)), entry);
}

void tst_Journal::failureIsKeptWithItsFacts()
{
    JournalEntry entry = updateOf(u"m-1"_s, u"bert"_s);
    const JournalEnd end{.outcome = JournalHead::Outcome::Unknown,
                         .error = Error{.kind = Error::Kind::Timeout,
                                        .detail = u"d"_s,
                                        .code = u"c"_s,
                                        .message = u"m"_s,
                                        .requestId = u"r"_s,
                                        .action = u"a"_s,
                                        .httpStatus = 504,
                                        .outcomeUnknown = true,
                                        .clockOffset = -90'000}};
    const auto journal = open();
    QVERIFY(wait(journal->begin(entry)));
    QVERIFY(wait(journal->complete(entry.head.id, end)));
    const auto read = wait(journal->entry(entry.head.id));
    QVERIFY(read);
    QCOMPARE(read->error, end.error);
    QCOMPARE(read->head.outcome, end.outcome);
    QCOMPARE(read->requests, entry.requests); // those of the beginning, as none came
}

void tst_Journal::createGetsItsIdAtTheEnd()
{
    JournalEntry entry = updateOf({}, u"bert"_s);
    entry.before.reset();
    entry.head.what = JournalHead::What::Create;
    const auto journal = open();
    QVERIFY(wait(journal->begin(entry)));
    QVERIFY(wait(journal->complete(entry.head.id, {.modelId = u"m-9"_s})));
    QCOMPARE(wait(journal->list({.modelId = u"m-9"_s}))->size(), 1);
    QVERIFY(!wait(journal->entry(entry.head.id))->before);
}

void tst_Journal::endOfAnUnknownEntryIsRefused()
{
    const auto journal = open();
    const auto done = wait(journal->complete(QUuid::createUuid(), {}));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::NotFound);
}

void tst_Journal::filters_data()
{
    QTest::addColumn<JournalFilter>("filter");
    QTest::addColumn<QString>("found");
    QTest::newRow("all, newest first") << JournalFilter{} << u"Qwen ERNIE-中文 BERT"_s;
    QTest::newRow("model") << JournalFilter{.modelId = u"m-2"_s} << u"ERNIE-中文"_s;
    QTest::newRow("registry") << JournalFilter{.registryKey = u"local"_s} << u"Qwen"_s;
    QTest::newRow("name") << JournalFilter{.text = u"bert"_s} << u"BERT"_s;
    QTest::newRow("chinese") << JournalFilter{.text = u"中"_s} << u"ERNIE-中文"_s;
    QTest::newRow("id") << JournalFilter{.text = u"M-3"_s} << u"Qwen"_s;
    QTest::newRow("changed value") << JournalFilter{.text = u"qwen EDITED"_s} << u"Qwen"_s;
    QTest::newRow("request") << JournalFilter{.text = u"3f2a-r"_s} << u"ERNIE-中文 BERT"_s;
    QTest::newRow("profile") << JournalFilter{.text = u"WORK"_s} << u"Qwen ERNIE-中文 BERT"_s;
    QTest::newRow("nothing") << JournalFilter{.text = u"%"_s} << u""_s;
    QTest::newRow("quote") << JournalFilter{.text = u"' OR 1=1 --"_s} << u""_s;
    QTest::newRow("from") << JournalFilter{.from = someTime().addSecs(60)} << u"Qwen ERNIE-中文"_s;
    QTest::newRow("until") << JournalFilter{.until = someTime().addSecs(60)} << u"BERT"_s;
    QTest::newRow("begun") << JournalFilter{.onlyBegun = true} << u"Qwen"_s;
    QTest::newRow("limit") << JournalFilter{.limit = 1} << u"Qwen"_s;
    QTest::newRow("offset") << JournalFilter{.offset = 1, .limit = -1} << u"ERNIE-中文 BERT"_s;
}

void tst_Journal::filters()
{
    QFETCH(JournalFilter, filter);
    QFETCH(QString, found);
    const auto journal = open();
    QVERIFY(add(*journal, updateOf(u"m-1"_s, u"BERT"_s, 0)));
    QVERIFY(add(*journal, updateOf(u"m-2"_s, u"ERNIE-中文"_s, 1)));
    JournalEntry last = updateOf(u"m-3"_s, u"Qwen"_s, 2);
    last.head.registryKey = u"local"_s;
    QVERIFY(add(*journal, last, false));
    QCOMPARE(names(wait(journal->list(filter))).join(u' '), found);
}

void tst_Journal::pages()
{
    const auto journal = open();
    for (int i = 0; i < 25; ++i)
        QVERIFY(add(*journal, updateOf(u"m"_s, QString::number(i), i)));
    QStringList all;
    for (qsizetype offset = 0; offset < 30; offset += 10)
        all += names(wait(journal->list({.offset = offset, .limit = 10})));
    QCOMPARE(all.size(), 25);
    QCOMPARE(all.first(), u"24"_s);
    QCOMPARE(all.last(), u"0"_s);
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), 25);
}

void tst_Journal::unwrittenEntriesAreListedAlike()
{
    QVERIFY(add(*open(), updateOf(u"m-0"_s, u"written"_s, 1)));
    const auto journal = open({.maxPages = 1, .retries = {60'000}});
    JournalEntry entry = updateOf(u"m-1"_s, u"BERT"_s, 2);
    entry.before->metadata.extraInfo = JsonText(largeJson(50'000)); // for which there is no room
    QVERIFY(!wait(journal->begin(entry)));
    QVERIFY(!wait(journal->begin(updateOf(u"m-2"_s, u"Qwen"_s, 0))));
    QCOMPARE(names(wait(journal->list({}))), QStringList({u"BERT"_s, u"written"_s, u"Qwen"_s}));
    QCOMPARE(names(wait(journal->list({.text = u"bert"_s}))), QStringList{u"BERT"_s});
    QCOMPARE(names(wait(journal->list({.offset = 1, .limit = 1}))), QStringList{u"written"_s});
    QCOMPARE(names(wait(journal->list({.onlyBegun = true}))), QStringList({u"BERT"_s, u"Qwen"_s}));
    QVERIFY(!wait(journal->complete(entry.head.id, savedEnd(entry))));
    QCOMPARE(wait(journal->entry(entry.head.id))->head.outcome, JournalHead::Outcome::Saved);
}

void tst_Journal::exportIsJson()
{
    const auto journal = open();
    QVERIFY(add(*journal, updateOf(u"m-1"_s, u"BERT"_s, 0)));
    JournalEntry bad = updateOf(u"m-2"_s, u"\"quoted\"\n\u202E"_s, 1);
    bad.after->extraInfo = JsonText("{not json");
    QVERIFY(add(*journal, bad));
    const auto json = wait(journal->exportJson({}));
    QVERIFY(json);
    QJsonParseError problem;
    const QJsonArray entries = QJsonDocument::fromJson(*json, &problem).array();
    QVERIFY2(problem.error == QJsonParseError::NoError, qPrintable(problem.errorString()));
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0]["After"_L1]["ExtraInfo"_L1].toString(), u"{not json"_s);
    QCOMPARE(entries[0]["ModelName"_L1].toString(), bad.head.modelName);
    const QJsonValue first = entries[1];
    QCOMPARE(first["What"_L1].toString(), u"update"_s);
    QCOMPARE(first["Outcome"_L1].toString(), u"saved"_s);
    QCOMPARE(first["Began"_L1].toString(), u"2024-05-17T10:00:00.123Z"_s);
    QVERIFY(first["After"_L1]["ExtraInfo"_L1].isObject());
    QCOMPARE(first["Requests"_L1][0]["RequestId"_L1].toString(), u"3F2A-REQUEST"_s);
    QVERIFY(json->contains(R"({"a":1.0,"a":2})")); // to the letter
    QCOMPARE(wait(open()->exportJson({.text = u"none"_s})).value_or(QByteArray()), "[\n]\n");
}

void tst_Journal::prunesByAge()
{
    const auto journal = open();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const int days : {0, 10, 89, 91, 400}) {
        JournalEntry entry = updateOf(u"m"_s, QString::number(days));
        entry.head.began = now.addDays(-days);
        QVERIFY(wait(journal->begin(entry)));
    }
    QCOMPARE(wait(journal->prune()).value_or(-1), 2);
    QCOMPARE(names(wait(journal->list({}))), QStringList({u"0"_s, u"10"_s, u"89"_s}));
    QCOMPARE(wait(journal->prune(5)).value_or(-1), 2);
    QVERIFY(!wait(journal->prune(0)));
    QCOMPARE(wait(journal->list({}))->size(), 1);
}

void tst_Journal::tellsOfEveryChange()
{
    const auto journal = open();
    QSignalSpy changed(journal.get(), &Journal::changed);
    const JournalEntry entry = updateOf(u"m-1"_s, u"bert"_s);
    QVERIFY(wait(journal->begin(entry)));
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(wait(journal->complete(entry.head.id, savedEnd(entry))));
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(wait(journal->list({})));
    QCOMPARE(*wait(journal->prune(1)), 1); // someTime() is long ago
    QTRY_COMPARE(changed.size(), 3);
    QCOMPARE(*wait(journal->prune(1)), 0);
    QTest::qWait(20);
    QCOMPARE(changed.size(), 3);
}

void tst_Journal::largeExtraInfoIsKeptOnceAnEntry()
{
    {
        const auto journal = open();
        JournalEntry entry = updateOf(u"m-1"_s, u"large"_s);
        entry.before->metadata.extraInfo = JsonText(largeJson(2'000'000));
        entry.after->extraInfo = JsonText(largeJson(2'000'000) + ' ');
        entry.requests[0].body = QByteArray(100'000, 'x');
        QVERIFY(add(*journal, entry));
        applyEnd(entry, savedEnd(entry));
        QVERIFY(*wait(journal->entry(entry.head.id)) == entry);
    }
    QVERIFY2(QFileInfo(m_file).size() < 2'190'000,
             QByteArray::number(QFileInfo(m_file).size()).constData());
}

void tst_Journal::twoJournalsShareAFile()
{
    const auto first = open();
    const auto second = open();
    const JournalEntry entry = updateOf(u"m-1"_s, u"one"_s, 1);
    QVERIFY(wait(first->begin(entry)));
    QVERIFY(add(*second, updateOf(u"m-2"_s, u"two"_s, 2)));
    QVERIFY(wait(second->complete(entry.head.id, savedEnd(entry))));
    QCOMPARE(names(wait(first->list({}))), QStringList({u"two"_s, u"one"_s}));
    QCOMPARE(wait(first->entry(entry.head.id))->head.outcome, JournalHead::Outcome::Saved);
}

void tst_Journal::onlyWhatNobodyIsGoingToEndIsInterrupted()
{
    const auto begun = [](const QString &name, int minutesAgo) {
        JournalEntry entry = updateOf(name, name);
        entry.head.began = QDateTime::currentDateTimeUtc().addSecs(-60 * minutesAgo);
        return entry;
    };
    auto first = open();
    auto second = open();
    const JournalEntry ended = begun(u"ended"_s, 2);
    QVERIFY(wait(first->begin(begun(u"newer"_s, 0))));
    QVERIFY(wait(first->begin(begun(u"older"_s, 1))));
    QVERIFY(wait(first->begin(begun(u"too long"_s, 31)))); // no save lasts that long
    JournalEntry elsewhere = begun(u"elsewhere"_s, 1);
    elsewhere.head.registryKey = u"local"_s;
    QVERIFY(wait(first->begin(elsewhere)));
    QVERIFY(wait(first->begin(ended)));
    QCOMPARE(names(wait(first->interrupted(u"pai cn-hangzhou"_s))), QStringList{u"too long"_s});
    QCOMPARE(names(wait(second->interrupted(u"pai cn-hangzhou"_s))), QStringList{u"too long"_s});
    QVERIFY(wait(first->complete(ended.head.id, savedEnd(ended))));
    first.reset();
    QCOMPARE(names(wait(second->interrupted(u"pai cn-hangzhou"_s))),
             QStringList({u"too long"_s, u"older"_s, u"newer"_s}));
    QCOMPARE(names(wait(second->interrupted(u"local"_s))), QStringList{u"elsewhere"_s});
    // Two windows that start at once do not both take them, but one can ask again.
    QCOMPARE(names(wait(open()->interrupted(u"local"_s))), QStringList());
    QCOMPARE(names(wait(second->interrupted(u"local"_s))), QStringList{u"elsewhere"_s});
    second.reset();
    QCOMPARE(names(wait(open()->interrupted(u"local"_s))), QStringList{u"elsewhere"_s});
    const QDir folder(m_folder->filePath(u"state"_s));
    QCOMPARE(folder.entryList({u"*.lock"_s}), QStringList());
}

void tst_Journal::whatAKilledProcessBeganIsInterrupted()
{
    const QDir folder(m_folder->filePath(u"state"_s));
    JournalEntry entry = updateOf(u"m-1"_s, u"killed"_s);
    entry.head.began = QDateTime::currentDateTimeUtc();
    QString lockName;
    {
        const auto journal = open();
        QVERIFY(wait(journal->begin(entry)));
        QCOMPARE(folder.entryList({u"*.lock"_s}).size(), 1);
        lockName = folder.filePath(folder.entryList({u"*.lock"_s}).first());
        QCOMPARE(QFileInfo(lockName).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(names(wait(open()->interrupted({}))), QStringList());
    }
    // What a process leaves that was killed, and whose number lives again: this one has it.
    QFile file(lockName);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(QByteArray::number(QCoreApplication::applicationPid()) + '\n'
               + QFileInfo(QCoreApplication::applicationFilePath()).fileName().toUtf8() + '\n'
               + QSysInfo::machineHostName().toUtf8() + '\n');
    file.close();
    const auto journal = open();
    QCOMPARE(names(wait(journal->interrupted({}))), QStringList{u"killed"_s});
    QCOMPARE(names(wait(open()->interrupted({}))), QStringList()); // one settles it
    QVERIFY(wait(journal->complete(entry.head.id, savedEnd(entry))));
    QVERIFY(!QFile::exists(lockName));
}

void tst_Journal::keepsEntriesWhileTheFileIsUnusable()
{
    QVERIFY(QDir().mkpath(m_file)); // a folder in its place
    const auto journal = open({.retries = {100}});
    QSignalSpy failed(journal.get(), &Journal::failed);
    QSignalSpy recovered(journal.get(), &Journal::recovered);
    const JournalEntry entry = updateOf(u"m-1"_s, u"one"_s);
    const auto begun = wait(journal->begin(entry));
    QVERIFY(!begun);
    QCOMPARE(begun.error().code, u"is-directory"_s);
    QVERIFY(!wait(journal->complete(entry.head.id, savedEnd(entry))));
    QCOMPARE(names(wait(journal->list({}))), QStringList{u"one"_s});
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(QDir().rmdir(m_file));
    QTRY_COMPARE(recovered.size(), 1);
    QCOMPARE(wait(open()->entry(entry.head.id))->head.outcome, JournalHead::Outcome::Saved);
}

void tst_Journal::damagedFileGivesBackWhatIsReadable()
{
    {
        const auto journal = open();
        for (int i = 0; i < 30; ++i)
            QVERIFY(add(*journal, updateOf(u"m-%1"_s.arg(i), QString::number(i), i)));
    }
    const int variants = isCampaign() ? 100 : 12;
    const QByteArray whole = readAll(m_file);
    qsizetype kept = 0;
    for (int variant = 0; variant < variants; ++variant) {
        QRandomGenerator random(seed() + quint32(variant));
        QByteArray bytes = whole;
        const auto pages = int(bytes.size() / 4096);
        if (variant % 3 == 0)
            bytes.truncate(random.bounded(int(bytes.size())));
        else
            bytes.replace(random.bounded(variant % 3 == 1 ? 1 : pages) * 4096, 4096,
                          QByteArray(4096, char(random.bounded(256))));
        init();
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()) && writeAll(m_file, bytes));
        const auto journal = open();
        const auto report = wait(journal->report());
        QVERIFY(report && report->onDisk());
        const auto heads = wait(journal->list({.limit = -1}));
        QVERIFY(heads);
        kept += heads->size();
        if (variant % 3 == 1)
            QCOMPARE(heads->size(), 30); // only the head of the file was hit
        for (const JournalHead &head : *heads) {
            if (const auto entry = wait(journal->entry(head.id)))
                QCOMPARE(entry->after->name, head.modelName + u" edited"_s);
        }
        QVERIFY(add(*journal, updateOf(u"after"_s, u"after"_s)));
    }
    qInfo("%lld of %d entries kept over %d variants", qlonglong(kept), variants * 30, variants);
}

void tst_Journal::deletedEntriesLeaveNoTrace()
{
    {
        const auto journal = open();
        JournalEntry entry = updateOf(u"m-1"_s, u"CANARY-7f3a"_s);
        QVERIFY(add(*journal, entry));
        QCOMPARE(wait(journal->prune(1)).value_or(-1), 1);
    }
    QVERIFY(!readAll(m_file).contains("CANARY-7f3a"));
    QVERIFY(!readAll(m_file).contains("canary-7f3a"));
}

MODELSCRIBE_TEST(tst_Journal)

} // namespace tst_journal

#include "tst_journal.moc"
