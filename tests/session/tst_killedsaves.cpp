// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/catalogsync.h"
#include "registry/registryproxy.h"
#include "registry/writer.h"
#include "session/draftkeeper.h"
#include "session/editorstruth.h"
#include "session/saving.h"
#include "session/workbench.h"
#include "store/draftstore.h"
#include "store/journal.h"
#include "store/storetesting.h"
#include "testclass.h"
#include "testpaths.h"

#include <QProcess>
#include <QSignalSpy>

#include <algorithm>

namespace tst_killedsaves {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;
using storetesting::isCampaign;
using storetesting::seed;

//! Kills a process that saves, between any two steps of a save and in each of them, and goes on
//! where it was. MODELSCRIBE_SEED=… tries other moments, MODELSCRIBE_CAMPAIGN=1 kills 200 times.
class tst_KilledSaves : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingIsLostOrDoubled_data();
    void nothingIsLostOrDoubled();

private:
    //! When the process is killed.
    enum class When { BeforeTheRequest, BeforeTheAnswer, AfterTheAnswer };
    struct Wanted
    {
        QMap<QString, QStringList> values; //!< By place; any of them may be there.
        bool isSent = false;               //!< A save of it was begun.
    };

    void killOnce(QProcess &saver, int requests, When when);
    void listen(const QByteArray &output);
    void goOn();
    void saveDrafts(Workbench &bench);
    void judge(const QString &title);
    RegisteredModel modelOf(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RegistryProxy> m_registry;
    QMap<QString, Wanted> m_wanted; //!< By model id, or name of a new one.
    QMap<QByteArray, int> m_killedIn;
    int m_settled = 0;
    int m_ended = 0;
};

void tst_KilledSaves::killOnce(QProcess &saver, int requests, When when)
{
    bool isKilled = false;
    QElapsedTimer timer;
    timer.start();
    const auto kill = [&](const ReceivedRequest &request) {
        ++m_killedIn[request.header("x-acs-action")];
        saver.kill();
        isKilled = true;
    };
    while (!isKilled && timer.elapsed() < 30'000) {
        QTest::qWait(1);
        std::vector<RegistryProxy::Waiting> &waiting = m_registry->waiting();
        while (!waiting.empty() && !isKilled) {
            RegistryProxy::Waiting &first = waiting.front();
            const bool isLast = requests-- == 0;
            if (isLast && when == When::BeforeTheRequest) {
                kill(first.request);
                break;
            }
            m_registry->letGo(first);
            if (isLast && when == When::BeforeTheAnswer) {
                kill(first.request);
                break;
            }
            m_registry->deliver(first);
            if (isLast) {
                const ReceivedRequest request = first.request; // others come meanwhile
                // What it makes of the answer may be on its way to the disk, or not.
                QTest::qWait(int(QRandomGenerator::global()->bounded(12)));
                kill(request);
                break;
            }
            waiting.erase(waiting.begin());
        }
    }
    QVERIFY2(isKilled, "it does not ask for anything");
    QVERIFY(saver.waitForFinished());
    m_registry->waiting().clear();
    const QByteArray output = saver.readAllStandardOutput();
    if (qEnvironmentVariableIsSet("MODELSCRIBE_TRACE"))
        qInfo("%skilled when %d", output.constData(), int(when));
    listen(output);
}

void tst_KilledSaves::listen(const QByteArray &output)
{
    QByteArrayList lines = output.split('\n');
    lines.removeLast();
    for (const QByteArray &line : lines) {
        const QStringList words = QString::fromUtf8(line).split(u' ');
        if (words[0] == "typing"_L1) {
            QStringList &values = m_wanted[words[1]].values[words[2]];
            values.append(values.isEmpty() ? QStringList{QString(), words[3]}
                                           : QStringList{words[3]});
        } else if (words[0] == "saving"_L1)
            m_wanted[words[1]].isSent = true;
        else if (words[0] == "ended"_L1 && words[2] == "0"_L1) {
            ++m_ended;
            if (!words[3].isEmpty())
                m_wanted.insert(words[3], m_wanted.take(words[1]));
        } else if (words[0] != "kept"_L1)
            QFAIL(line.constData());
        if (words[0] != "kept"_L1)
            continue;
        // What was typed before counts; the last value of each place.
        for (Wanted &wanted : m_wanted) {
            for (QStringList &values : wanted.values)
                values = {values.last()};
        }
    }
}

//! The next start of the program.
void tst_KilledSaves::goOn()
{
    Journal journal(m_folder->filePath(u"journal.db"_s));
    DraftStore drafts(m_folder->filePath(u"drafts.db"_s));
    Workbench bench(quickOptions());
    SaveRunOptions options;
    options.lookPauses = {std::chrono::milliseconds(10)};
    options.goneAfter = std::chrono::milliseconds(0);
    bench.setSaveOptions(options);
    bench.keepIn(&drafts, &journal);
    const QSignalSpy restored(&bench.drafts(), &DraftKeeper::restored);
    QSignalSpy settled(&bench.saving(), &Saving::interruptedSaveSettled);
    const auto begun = storetesting::wait(journal.list({.onlyBegun = true}));
    QVERIFY(begun);
    const auto writes = [this] {
        return std::ranges::count_if(m_registry->listener().requests(),
                                     [](const auto &request) { return request.verb != "GET"; });
    };
    const auto before = writes();
    bench.connectTo({.target = {.title = u"test"_s,
                                .endpoint = m_registry->endpoint(),
                                .registryKey = u"the registry"_s},
                     .credentials = RegistryProxy::credentials()});
    QTRY_COMPARE(restored.size(), 1);
    QTRY_COMPARE(settled.size(), begun->size());
    m_settled += int(begun->size());
    QCOMPARE(writes(), before); // it only looks
    bench.catalogSync()->refresh();
    QTRY_COMPARE(bench.catalogSync()->state(), CatalogSync::State::Ready);
    QTRY_VERIFY(!bench.saving().writer().isWriting());
    const auto left = storetesting::wait(journal.list({.onlyBegun = true}));
    QVERIFY(left);
    QCOMPARE(left->size(), 0);
    saveDrafts(bench);
    if (QTest::currentTestFailed())
        return;
    // What the journal says was saved was the state at that time; of the last one it still is.
    const auto entries = storetesting::wait(journal.list({.limit = 1}));
    QVERIFY(entries);
    for (const JournalHead &head : *entries)
        QVERIFY(head.outcome != JournalHead::Outcome::Begun);
}

void tst_KilledSaves::saveDrafts(Workbench &bench)
{
    for (EditSession *session : bench.dirtySessions()) {
        const auto plan = SavePlan::make(session->base(), session->edited(),
                                         session->base().workspaceId);
        QVERIFY2(plan, plan ? ""
                            : qPrintable(u"%1: %2 (name \"%3\", before \"%4\", task \"%5\")"_s.arg(
                                session->draftId(), plan.error().detail, session->edited().name,
                                session->base().metadata.name, session->edited().task)));
        SaveProgress *run = bench.saving().save(session, *plan);
        QVERIFY(run);
        QSignalSpy finished(run, &SaveProgress::finished);
        QTRY_COMPARE(finished.size(), 1);
        const auto outcome = finished[0][0].value<SaveOutcome>();
        QVERIFY2(outcome.result == SaveOutcome::Result::Saved,
                 qPrintable(u"%1 of %2"_s.arg(int(outcome.result)).arg(session->edited().name)));
    }
    QVERIFY(bench.dirtySessions().isEmpty());
    QTRY_VERIFY(!bench.saving().writer().isWriting());
    QVERIFY(storetesting::wait(bench.drafts().keepAll()));
}

RegisteredModel tst_KilledSaves::modelOf(const QString &name)
{
    if (!name.startsWith("new-"_L1))
        return m_registry->model(name);
    const QList<RegisteredModel> models = m_registry->modelsNamed(name);
    if (models.size() > 1)
        qWarning("%s is there %d times", qPrintable(name), int(models.size()));
    return models.size() == 1 ? m_registry->model(models.first().id) : RegisteredModel();
}

void tst_KilledSaves::judge(const QString &title)
{
    QMap<QString, Wanted> known;
    for (auto it = m_wanted.begin(); it != m_wanted.end(); ++it) {
        const RegisteredModel model = modelOf(it.key());
        // One that was typed just before the end may never have got to the disk.
        if (model.id.isEmpty() && !it->isSent && m_registry->modelsNamed(it.key()).isEmpty())
            continue;
        QVERIFY2(!model.id.isEmpty(),
                 qPrintable(title + u": %1 is not there once"_s.arg(it.key())));
        const Places held = placesOf(model.metadata);
        for (auto value = it->values.begin(); value != it->values.end(); ++value) {
            const QString there = held.value(value.key()).remove(u'=');
            QVERIFY2(value->contains(there),
                     qPrintable(title
                                + u": %1 of %2 is \"%3\" instead of \"%4\""_s.arg(
                                    value.key(), it.key(), there, value->join(u'/'))));
            *value = {there};
        }
        known.insert(model.id, *it);
    }
    m_wanted = known;
}

void tst_KilledSaves::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_registry = std::make_unique<RegistryProxy>();
    m_wanted.clear();
    m_killedIn.clear();
    m_settled = m_ended = 0;
}

void tst_KilledSaves::nothingIsLostOrDoubled_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("kills");
    // A test function may take five minutes.
    for (quint32 i = 0; i < (isCampaign() ? 8 : 1); ++i)
        QTest::addRow("seed %u", seed() + i) << seed() + i << (isCampaign() ? 25 : 12);
}

void tst_KilledSaves::nothingIsLostOrDoubled()
{
    QFETCH(quint32, seed);
    QFETCH(int, kills);
    QRandomGenerator random(seed);
    for (int i = 0; i < 4; ++i) {
        const QString id = m_registry->create(
            {.name = u"model %1"_s.arg(i), .labels = {{u"team"_s, u"first"_s}}});
        m_wanted[id].isSent = true;
        m_wanted[id].values[u"Labels/team"_s] = {u"first"_s};
    }
    for (int kill = 0; kill < kills; ++kill) {
        m_registry->decide = [](const ReceivedRequest &) { return RegistryProxy::Do::Wait; };
        QProcess saver;
        saver.start(testing::buildPath(u"tests/session/saver"_s),
                    {m_registry->endpoint().url().toString(), m_folder->path(),
                     QString::number(random.generate())});
        QVERIFY(saver.waitForStarted());
        killOnce(saver, int(random.bounded(14)) + 1, When(random.bounded(3)));
        if (QTest::currentTestFailed())
            return;
        m_registry->decide = {};
        goOn();
        if (!QTest::currentTestFailed())
            judge(u"kill %1"_s.arg(kill));
        if (QTest::currentTestFailed())
            return;
    }
    QStringList where;
    for (auto it = m_killedIn.cbegin(); it != m_killedIn.cend(); ++it)
        where.append(u"%1 %2"_s.arg(QString::fromLatin1(it.key())).arg(*it));
    qInfo("%d kills (%s), %d saves ended before, %d settled after", kills,
          qPrintable(where.join(u", "_s)), m_ended, m_settled);
    QVERIFY(m_settled > kills / 6);
}

MODELSCRIBE_TEST(tst_KilledSaves)

} // namespace tst_killedsaves

#include "tst_killedsaves.moc"
