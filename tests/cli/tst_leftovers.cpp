// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliworld.h"
#include "registry/registryproxy.h"
#include "store/draftstore.h"
#include "store/storetesting.h"
#include "testclass.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

namespace tst_leftovers {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using modelscribe::testing::RegistryProxy;
using Do = RegistryProxy::Do;

//! What a command that was killed left begun is settled by the next one that writes, and the
//! verdict is the same as if it had lived.
class tst_Leftovers : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theNextCommandSettles_data();
    void theNextCommandSettles();
    void aCreateOfAWindowIsLeftToIt();
    void readingSettlesNothing();

private:
    Told run(const QStringList &arguments)
    {
        auto process = m_world->start(arguments);
        process->closeWriteChannel();
        if (!QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, 60'000))
            process->kill();
        return m_world->take(*process);
    }
    QString create(const QString &name)
    {
        return QString::fromLatin1(run({u"create"_s, u"--set"_s, u"ModelName="_s + name}).out)
            .trimmed();
    }
    QJsonArray entries() { return run({u"history"_s}).json()["Entries"_L1].toArray(); }
    void killAt(const QStringList &command, const QByteArray &verb, Do what);

    std::unique_ptr<RegistryProxy> m_registry;
    std::unique_ptr<CliWorld> m_world;
};

void tst_Leftovers::init()
{
    m_world = std::make_unique<CliWorld>();
    m_registry = std::make_unique<RegistryProxy>();
    QProcessEnvironment &environment = m_world->environment;
    environment.insert(u"MODELSCRIBE_ENDPOINT"_s, m_registry->endpoint().toString());
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s,
                       QString::fromLatin1(RegistryProxy::key().id));
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s,
                       QString::fromLatin1(RegistryProxy::key().secret));
}

//! Kills \p command when its first request of \p verb has met \p what.
void tst_Leftovers::killAt(const QStringList &command, const QByteArray &verb, Do what)
{
    bool isSent = false;
    m_registry->decide = [&](const auto &request) {
        if (request.verb != verb)
            return Do::Pass;
        isSent = true;
        return what;
    };
    auto process = m_world->start(command);
    QTRY_VERIFY(isSent);
    if (what == Do::HoldAnswer)
        QTRY_VERIFY(m_registry->heldAnswers() > 0);
    process->kill();
    process->waitForFinished();
    m_registry->decide = {};
}

void tst_Leftovers::theNextCommandSettles_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<bool>("isDone");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("told");
    const auto row = [](const QString &verb, bool isDone, const QString &outcome,
                        const QString &told) {
        QTest::newRow(qPrintable(verb + (isDone ? u", done"_s : u", not done"_s)))
            << verb << isDone << outcome << told;
    };
    row(u"PUT"_s, true, u"saved"_s, u"Saved."_s);
    row(u"PUT"_s, false, u"failed"_s, u"Nothing was saved."_s);
    row(u"DELETE"_s, true, u"saved"_s, u"Deleted."_s);
    row(u"DELETE"_s, false, u"failed"_s, u"It was not deleted."_s);
    row(u"POST"_s, true, u"saved"_s, u"found by its name"_s);
}

void tst_Leftovers::theNextCommandSettles()
{
    QFETCH(const QString, verb);
    QFETCH(const bool, isDone);
    QFETCH(const QString, outcome);
    QFETCH(const QString, told);
    const QString id = create(u"bert"_s);
    const QString other = create(u"other"_s);
    const QStringList command = verb == "PUT"_L1
                                    ? QStringList{u"update"_s, id, u"--set"_s, u"Task=x"_s}
                                : verb == "DELETE"_L1
                                    ? QStringList{u"delete"_s, id, u"--yes"_s}
                                    : QStringList{u"create"_s, u"--set"_s, u"ModelName=new"_s};
    killAt(command, verb.toLatin1(), isDone ? Do::HoldAnswer : Do::Hold);
    QCOMPARE(entries()[0].toObject()["Outcome"_L1].toString(), u"begun"_s);
    const auto before = m_registry->count(verb.toLatin1());
    const Told next = run({u"update"_s, other, u"--label"_s, u"a=1"_s});
    QCOMPARE(next.code, 0);
    QVERIFY2(next.err.contains(told.toUtf8()), next.err.constData());
    // The label was a POST, nothing else was sent.
    QCOMPARE(m_registry->count(verb.toLatin1()), before + (verb == "POST"_L1 ? 1 : 0));
    const QJsonArray all = entries();
    const QJsonObject settled = all[1].toObject();
    QCOMPARE(settled["Outcome"_L1].toString(), outcome);
    QVERIFY(!settled["Finished"_L1].toString().isEmpty());
    if (verb == "POST"_L1)
        QCOMPARE(m_registry->modelsNamed(u"new"_s).first().id, settled["ModelId"_L1].toString());
    // Once.
    QVERIFY(!run({u"update"_s, other, u"--label"_s, u"a=2"_s}).err.contains("begun earlier"));
}

//! It belongs to a draft there, which would create the model once more.
void tst_Leftovers::aCreateOfAWindowIsLeftToIt()
{
    const QString other = create(u"other"_s);
    killAt({u"create"_s, u"--set"_s, u"ModelName=new"_s}, "POST", Do::HoldAnswer);
    const QJsonObject begun = entries()[0].toObject();
    QCOMPARE(begun["Outcome"_L1].toString(), u"begun"_s);
    const QString folder = m_world->environment.value(u"XDG_DATA_HOME"_s) + u"/modelscribe"_s;
    {
        DraftStore drafts(folder + u"/drafts.db"_s);
        drafts.put({.registryKey = begun["Registry"_L1].toString(),
                    .modelId = begun["ModelId"_L1].toString(),
                    .edited = {.name = u"new"_s}});
        QVERIFY(storetesting::wait(drafts.flush()));
    }
    const Told next = run({u"update"_s, other, u"--set"_s, u"Task=x"_s});
    QCOMPARE(next.code, 0);
    QVERIFY2(!next.err.contains("begun earlier"), next.err.constData());
    QCOMPARE(entries()[1].toObject()["Outcome"_L1].toString(), u"begun"_s);
}

void tst_Leftovers::readingSettlesNothing()
{
    const QString id = create(u"bert"_s);
    killAt({u"update"_s, id, u"--set"_s, u"Task=x"_s}, "PUT", Do::HoldAnswer);
    for (const QStringList &command :
         {QStringList{u"list"_s}, {u"get"_s, id}, {u"history"_s}, {u"drafts"_s}})
        QCOMPARE(run(command).code, 0);
    QCOMPARE(entries()[0].toObject()["Outcome"_L1].toString(), u"begun"_s);
}

MODELSCRIBE_TEST(tst_Leftovers)

} // namespace tst_leftovers

#include "tst_leftovers.moc"
