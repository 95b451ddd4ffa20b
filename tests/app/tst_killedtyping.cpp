// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/client.h"
#include "api/operations.h"
#include "app/formvalues.h"
#include "credentials/fixedcredentials.h"
#include "localregistry/localregistry.h"
#include "session/editplace.h"
#include "store/draftstore.h"
#include "store/storetesting.h"
#include "testclass.h"
#include "testpaths.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <ctime>

namespace tst_killedtyping {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace storetesting;

namespace {

//! What was seen at one place of one draft.
struct Place
{
    struct State
    {
        qint64 at = 0; //!< Nanoseconds.
        QByteArray mark;
    };
    QByteArray held; //!< In the registry.
    QList<State> states;
};
using Places = QMap<std::pair<QString, QByteArray>, Place>;

qint64 monotonicNow()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

//! What a process said; a line that is cut counts as none.
QList<QByteArrayList> saidBy(const QByteArray &output)
{
    QList<QByteArrayList> said;
    QByteArrayList lines = output.split('\n');
    lines.removeLast();
    for (const QByteArray &line : lines)
        said.append(line.split(' '));
    return said;
}

} // namespace

//! Types into the real window in a process of its own and kills that at any moment.
//! MODELSCRIBE_SEED=… tries other moments, MODELSCRIBE_CAMPAIGN=1 kills 200 times.
class tst_KilledTyping : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingTypedIsLost_data();
    void nothingTypedIsLost();

private:
    void startHome(const QString &folder);
    void addModels(const QString &file);
    std::unique_ptr<QProcess> run(const QString &argument);
    void judge(const QByteArray &output, qint64 killedAt);
    void checkReopened();

    QString m_home;
    QList<Draft> m_drafts;  //!< As the last kill left them.
    QList<double> m_behind; //!< Milliseconds of typing that a kill took along, where it did.
    int m_keys = 0;
    int m_places = 0;
    int m_formsReopened = 0;
};

void tst_KilledTyping::startHome(const QString &folder)
{
    m_home = folder;
    QVERIFY(QDir().mkpath(folder));
    addModels(folder + u"/registry.db"_s);
}

void tst_KilledTyping::addModels(const QString &file)
{
    const AccessKey key{.id = "key", .secret = "secret"};
    LocalRegistry registry({.database = file, .keys = {key}});
    const auto port = wait(registry.start());
    QVERIFY(port);
    Client client(*Endpoint::fromText(u"http://127.0.0.1:%1"_s.arg(*port)), fixedCredentials(key));
    for (int i = 0; i < 5; ++i) {
        const ModelMetadata model{.name = u"model-%1"_s.arg(i),
                                  .description = u"Two\nlines."_s,
                                  .task = u"asr"_s,
                                  .parameterSize = u"7000"_s,
                                  // The last one is too long to be handed on with every key.
                                  .extraInfo = JsonText(largeJson(i == 4 ? 300'000 : 300)),
                                  .labels = {{u"team"_s, u"nlp"_s}}};
        QVERIFY(wait(client.run(*operations::createModel(model, {}))));
    }
}

std::unique_ptr<QProcess> tst_KilledTyping::run(const QString &argument)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"CONFIG", "DATA", "STATE", "CACHE"})
        environment.insert(u"XDG_%1_HOME"_s.arg(QString::fromLatin1(name)),
                           m_home + u'/' + QString::fromLatin1(name).toLower());
    environment.insert(u"HOME"_s, m_home);
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::SeparateChannels);
    process->start(testing::buildPath(u"tests/app/formtyper"_s),
                   {m_home + u"/registry.db"_s, argument});
    return process;
}

void tst_KilledTyping::init()
{
    m_behind.clear();
    m_keys = m_places = m_formsReopened = 0;
}

void tst_KilledTyping::nothingTypedIsLost_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("kills");
    // A test function may take five minutes.
    for (quint32 i = 0; i < (isCampaign() ? 8 : 1); ++i)
        QTest::addRow("seed %u", seed() + i) << seed() + i << (isCampaign() ? 25 : 10);
}

void tst_KilledTyping::nothingTypedIsLost()
{
    QFETCH(quint32, seed);
    QFETCH(int, kills);
    QRandomGenerator random(seed);
    const QTemporaryDir folder;
    for (int kill = 0; kill < kills; ++kill) {
        // Most go on where the last one was killed.
        if (kill % 10 == 0)
            startHome(folder.filePath(QString::number(kill)));
        const auto typer = run(QString::number(random.generate()));
        QVERIFY(typer->waitForStarted());
        if (kill % 8 != 7) // otherwise anywhere, also at the start
            QVERIFY2(typer->waitForReadyRead(30'000), typer->readAllStandardError().constData());
        QTest::qWait(random.bounded(isCampaign() ? 2500 : 1500));
        QVERIFY2(typer->state() == QProcess::Running, typer->readAllStandardError().constData());
        const qint64 killedAt = monotonicNow();
        typer->kill();
        QVERIFY(typer->waitForFinished());
        judge(typer->readAllStandardOutput(), killedAt);
        if (QTest::currentTestFailed()) {
            qInfo("kill %d", kill);
            return;
        }
        if (kill % 3 == 2) {
            checkReopened();
            if (QTest::currentTestFailed())
                return;
        }
    }
    std::ranges::sort(m_behind);
    const double worst = m_behind.isEmpty() ? 0 : m_behind.last();
    qInfo("%d kills, %d keys, %d places changed, %d forms reopened; the oldest key lost was %.0f "
          "ms old "
          "(median of those with a loss %.0f ms)",
          kills, m_keys, m_places, m_formsReopened, worst,
          m_behind.isEmpty() ? 0 : m_behind[m_behind.size() / 2]);
    QVERIFY(m_keys > kills * 10);
    QVERIFY(m_places > kills);
    if (kills >= 25) // in a few there may have been no draft in front
        QVERIFY(m_formsReopened > 0);
}

void tst_KilledTyping::judge(const QByteArray &output, qint64 killedAt)
{
    Places places;
    for (const QByteArrayList &said : saidBy(output)) {
        if (said[0] == "first") {
            Place &place = places[{QString::fromUtf8(said[1]), said[2]}];
            place.states.append({0, said[3]});
            place.held = said[4];
        } else if (said[0] == "typed" || said[0] == "other") {
            places[{QString::fromUtf8(said[2]), said[3]}].states.append(
                {said[1].toLongLong(), said[4]});
            ++m_keys;
        }
    }
    DraftStore store(m_home + u"/data/modelscribe/drafts.db"_s);
    const auto report = wait(store.report());
    QVERIFY(report);
    QVERIFY2(report->state == StoreState::Ready, qPrintable(report->error.detail));
    const auto list = wait(store.all());
    QVERIFY(list);
    QCOMPARE(list->unreadable, 0);
    m_drafts = list->drafts;
    QMap<QString, QMap<QByteArray, QByteArray>> kept;
    for (const Draft &draft : std::as_const(m_drafts)) {
        QVERIFY(!draft.isBaseLost && !draft.isExtraInfoLost);
        kept.insert(draft.modelId, formvalues::marksOf(draft.edited));
    }
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        const auto &[draft, key] = it.key();
        const Place &place = *it;
        m_places += place.states.size() > 1;
        const QByteArray mark = kept.contains(draft) ? kept[draft].value(key) : place.held;
        qsizetype index = place.states.size();
        while (--index >= 0 && place.states[index].mark != mark) { }
        // A model that is not begun in earnest has no draft.
        QVERIFY2(index >= 0, qPrintable(u"%1 of %2 is %3, which nobody typed"_s.arg(
                                 QString::fromUtf8(key), draft, QString::fromUtf8(mark))));
        if (index + 1 < place.states.size()) {
            const double behind = double(killedAt - place.states[index + 1].at) / 1e6;
            m_behind.append(behind);
            // A machine that does several things at once may take longer; a draft older than a
            // second is never right.
            QVERIFY2(
                behind <= (isCampaign() ? 300 : 1000),
                qPrintable(
                    u"%1 of %2 is %3 ms old"_s.arg(QString::fromUtf8(key), draft).arg(behind)));
        }
    }
}

void tst_KilledTyping::checkReopened()
{
    const auto checker = run(u"--check"_s);
    QVERIFY(checker->waitForFinished(60'000));
    QVERIFY2(checker->exitStatus() == QProcess::NormalExit && checker->exitCode() == 0,
             checker->readAllStandardError().constData());
    QMap<QString, int> forms; // tabs
    QMap<QString, QMap<QByteArray, QByteArrayList>> shown;
    for (const QByteArrayList &said : saidBy(checker->readAllStandardOutput())) {
        if (said[0] == "form")
            forms.insert(QString::fromUtf8(said[1]), said[2].toInt());
        else if (said[0] == "shows")
            shown[QString::fromUtf8(said[1])].insert(said[2], {said[3], said[4]});
    }
    const Draft *last = nullptr; // the one in the window, among those that were open
    for (const Draft &draft : std::as_const(m_drafts)) {
        if (EditPlace::fromText(draft.ui).isOpen && (!last || draft.changed > last->changed))
            last = &draft;
    }
    for (const Draft &draft : std::as_const(m_drafts)) {
        const EditPlace place = EditPlace::fromText(draft.ui);
        if (&draft != last)
            continue;
        ++m_formsReopened;
        QVERIFY2(forms.contains(draft.modelId), qPrintable(draft.modelId + u" is not open"_s));
        QCOMPARE(forms[draft.modelId], place.tab);
        const auto marks = formvalues::marksOf(draft.edited);
        for (auto it = marks.cbegin(); it != marks.cend(); ++it)
            QCOMPARE(shown[draft.modelId].value(it.key()).value(0), *it);
        if (place.cursor < 0)
            continue;
        const qint64 cursor =
            shown[draft.modelId].value(place.field.toUtf8()).value(1).toLongLong();
        const ModelField *field = findField(place.field);
        const FieldValue value = field ? field->read(draft.edited) : FieldValue();
        // The place is noted a moment later than the text.
        const qint64 end = field && field->kind == FieldKind::JsonObject
                               ? value.json().utf8().size()
                               : value.text().size();
        const qint64 wanted = std::min(place.cursor, end);
        QVERIFY2(cursor == wanted,
                 qPrintable(u"the cursor of %1 is at %2 instead of %3 (%4)"_s.arg(place.field)
                                .arg(cursor)
                                .arg(wanted)
                                .arg(draft.modelId)));
    }
}

MODELSCRIBE_TEST(tst_KilledTyping)

} // namespace tst_killedtyping

#include "tst_killedtyping.moc"
