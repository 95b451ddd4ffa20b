// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliworld.h"
#include "testclass.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

namespace tst_descriptors {

using namespace Qt::StringLiterals;
using namespace modelscribe;

//! What becomes of a command whose standard descriptors are closed, or lead nowhere.
class tst_Descriptors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void closedOnesChangeNothing_data();
    void closedOnesChangeNothing();
    void servesWithClosedOnes();
    void aReaderThatWentAwayEndsReading_data();
    void aReaderThatWentAwayEndsReading();
    void whatWasWrittenIsToldOtherwise_data();
    void whatWasWrittenIsToldOtherwise();
    void aFullDiskIsNoReaderThatWentAway();
    void aTerminalIsToldWhatIsWrittenTo_data();
    void aTerminalIsToldWhatIsWrittenTo();
    void theKeyIsNotLeftInTheEnvironment();

private:
    //! Runs the program behind a reader that went away.
    Told runUnread(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessEnvironment(m_world.environment);
        process.start(u"/bin/sh"_s,
                      QStringList{u"-c"_s,
                                  u"exec 3>&1; { sleep 0.2; \"$@\" 3>&-; echo $? >&3; } | true"_s,
                                  u"sh"_s, CliWorld::program()}
                          + arguments);
        if (!process.waitForFinished(60'000))
            process.kill();
        Told told = m_world.take(process);
        told.code = told.out.trimmed().toInt();
        return told;
    }
    //! Runs the program with \p redirections of the shell.
    Told runWith(const QString &redirections, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessEnvironment(m_world.environment);
        process.start(u"/bin/sh"_s, QStringList{u"-c"_s, u"exec \"$@\" "_s + redirections, u"sh"_s,
                                                CliWorld::program()}
                                        + arguments);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            process.kill();
        return m_world.take(process);
    }

    CliWorld m_world;
    QString m_id;
};

void tst_Descriptors::initTestCase()
{
    QVERIFY(m_world.serve(0));
    m_id = m_world.create(u"bert"_s);
    QVERIFY(!m_id.isEmpty());
}

void tst_Descriptors::closedOnesChangeNothing_data()
{
    QTest::addColumn<QString>("closed");
    for (const QString &closed : {u"<&-"_s, u">&-"_s, u"2>&-"_s, u"<&- >&-"_s, u"<&- 2>&-"_s,
                                  u">&- 2>&-"_s, u"<&- >&- 2>&-"_s})
        QTest::newRow(qPrintable(closed)) << closed;
}

void tst_Descriptors::closedOnesChangeNothing()
{
    QFETCH(QString, closed);
    const QString task = u"without "_s + closed;
    QCOMPARE(runWith(closed,
                     {u"update"_s, m_id, u"--output"_s, u"table"_s, u"--set"_s, u"Task="_s + task})
                 .code,
             0);
    QCOMPARE(m_world.run({u"get"_s, m_id}).json()["Task"_L1].toString(), task);
}

void tst_Descriptors::servesWithClosedOnes()
{
    QProcess process;
    process.setProcessEnvironment(m_world.environment);
    process.start(u"/bin/sh"_s,
                  {u"-c"_s, u"exec \"$@\" <&- >&- 2>&-"_s, u"sh"_s, CliWorld::program(), u"serve"_s,
                   u"--port"_s, u"0"_s, u"--database"_s, m_world.home.filePath(u"closed.db"_s)});
    QVERIFY(process.waitForStarted());
    QVERIFY2(!process.waitForFinished(2000), "it ended by itself");
    kill(pid_t(process.processId()), SIGTERM);
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 0);
}

void tst_Descriptors::aReaderThatWentAwayEndsReading_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("list") << QStringList{u"list"_s};
    QTest::newRow("get") << QStringList{u"get"_s, m_id};
    QTest::newRow("workspaces") << QStringList{u"workspaces"_s};
    QTest::newRow("history") << QStringList{u"history"_s};
    QTest::newRow("drafts") << QStringList{u"drafts"_s};
    QTest::newRow("help") << QStringList{u"list"_s, u"--help"_s};
    QTest::newRow("plan") << QStringList{u"update"_s, m_id, u"--set"_s, u"Task=plan"_s,
                                         u"--dry-run"_s};
}

void tst_Descriptors::aReaderThatWentAwayEndsReading()
{
    QFETCH(QStringList, arguments);
    const Told told = runUnread(arguments);
    QCOMPARE(told.code, 141);
    QCOMPARE(told.err, QByteArray());
}

void tst_Descriptors::whatWasWrittenIsToldOtherwise_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("create") << QStringList{u"create"_s, u"--set"_s, u"ModelName=unread"_s}
                            << "Created model-"_ba;
    QTest::newRow("update") << QStringList{u"update"_s, m_id, u"--set"_s, u"Task=unread"_s}
                            << "Saved " + m_id.toLatin1();
    QTest::newRow("nothing to update")
        << QStringList{u"update"_s, m_id, u"--set"_s, u"Task=unread"_s}
        << "Nothing had to be changed"_ba;
    QTest::newRow("delete") << QStringList{u"delete"_s, m_world.create(u"to delete"_s), u"--yes"_s}
                            << ": Deleted"_ba;
}

void tst_Descriptors::whatWasWrittenIsToldOtherwise()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const Told told = runUnread(arguments);
    QCOMPARE(told.code, 0);
    QVERIFY2(told.err.contains(said), told.err.constData());
    QVERIFY2(told.err.contains("nobody read the result"), told.err.constData());
}

void tst_Descriptors::aFullDiskIsNoReaderThatWentAway()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("There is no full device here");
    QCOMPARE(runWith(u">/dev/full"_s, {u"list"_s}).code, 8);
    const Told told = runWith(u">/dev/full"_s, {u"update"_s, m_id, u"--set"_s, u"Task=full"_s});
    QCOMPARE(told.code, 8);
    QVERIFY2(told.err.contains("Saved " + m_id.toLatin1()), told.err.constData());
}

void tst_Descriptors::aTerminalIsToldWhatIsWrittenTo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("target"); // empty: nothing is written
    const QString file = m_world.home.filePath(u"target.db"_s);
    const QString id = m_world.create(u"target"_s, {u"--local"_s, file});
    const QString served = u"→ "_s + m_world.endpoint;
    QTest::newRow("create") << QStringList{u"create"_s, u"--set"_s, u"ModelName=t"_s} << served;
    QTest::newRow("workspace") << QStringList{u"create"_s, u"--set"_s, u"ModelName=w"_s,
                                              u"--workspace"_s, u"2"_s}
                               << served + u", workspace 2"_s;
    QTest::newRow("update") << QStringList{u"update"_s, m_id, u"--set"_s, u"Task=t"_s}
                            << served + u", workspace 1"_s;
    QTest::newRow("local") << QStringList{u"update"_s, id,           u"--set"_s,
                                          u"Task=t"_s, u"--local"_s, file}
                           << u"→ Local registry, "_s + file + u", workspace 1"_s;
    QTest::newRow("delete") << QStringList{u"delete"_s, id, u"--yes"_s, u"--local"_s, file}
                            << u"→ Local registry, "_s + file;
    QTest::newRow("list") << QStringList{u"list"_s} << QString();
}

void tst_Descriptors::aTerminalIsToldWhatIsWrittenTo()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, target);
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0)
        QSKIP("this machine has no pseudo-terminals");
    const QByteArray name = ptsname(terminal);
    QProcess process;
    process.setProcessEnvironment(m_world.environment);
    process.start(u"/bin/sh"_s,
                  QStringList{u"-c"_s, u"exec \"$@\" 2>"_s + QString::fromLatin1(name), u"sh"_s,
                              CliWorld::program()}
                      + arguments);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    fcntl(terminal, F_SETFL, O_NONBLOCK);
    QByteArray said(10'000, '\0');
    said.resize(std::max<qsizetype>(read(terminal, said.data(), size_t(said.size())), 0));
    close(terminal);
    if (target.isEmpty())
        QVERIFY2(!said.contains("→"), said.constData());
    else
        QVERIFY2(said.contains(target.toUtf8() + "\r\n"), said.constData());
    // Who reads no terminal is a script, which knows.
    if (!target.isEmpty())
        QVERIFY(!m_world.run(arguments).err.contains("→"));
}

void tst_Descriptors::theKeyIsNotLeftInTheEnvironment()
{
    QFile bytes(u"/proc/%1/environ"_s.arg(m_world.server->processId()));
    if (!bytes.open(QIODevice::ReadOnly))
        QSKIP("The system does not show the environment of a process to this user");
    const QByteArray environment = bytes.readAll();
    QVERIFY(environment.contains("XDG_DATA_HOME="));
    QVERIFY(!environment.contains(CliWorld::secret()));
    QVERIFY(!environment.contains("LTAICanaryKeyId00001"));
}

MODELSCRIBE_TEST(tst_Descriptors)

} // namespace tst_descriptors

#include "tst_descriptors.moc"
