// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canaryhunt.h"
#include "cli/cliworld.h"
#include "credentials/privatesession.h"
#include "testclass.h"
#include "testpaths.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_leakhunt {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

namespace {

const QByteArray keyId = "LTAICanaryKeyId00077"; // not secret
const QByteArray secret = "CanarySecret+7x1Zq9/Wm3Kd5Ru8";
const QByteArray token = "CanaryToken+CAIS5Hq8/Zr2Vb6Nt4Lw9==";

//! In a child before it becomes another program: root may read any process, whatever that wants.
void giveUpPrivileges()
{
    for (unsigned long capability = 0; capability < 64; ++capability)
        prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
}

//! Whether another process of the same user may open what is the process's own.
[[maybe_unused]] bool mayOpen(const QString &path)
{
    const QByteArray name = path.toUtf8();
    const pid_t child = fork();
    if (child == 0) {
        __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
        __user_cap_data_struct none[2] = {};
        syscall(SYS_capset, &header, none);
        _exit(open(name.constData(), O_RDONLY | O_CLOEXEC) >= 0 ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

QByteArray limitOfCores(qint64 pid)
{
    QFile file(u"/proc/%1/limits"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return "unknown";
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Max core file size"))
            return line.sliced(18).simplified();
    }
    return "unknown";
}

QStringList coresIn(const QString &folder)
{
    return QDir(folder).entryList({u"core*"_s, u"*.core"_s}, QDir::Files);
}

//! The window's program, with leakdriver for hands.
class DrivenWindow
{
public:
    explicit DrivenWindow(const PrivateSession &session)
    {
        environment = session.environment();
        const QString home = session.home();
        QDir(home).mkdir(u"tmp"_s);
        environment.insert(u"TMPDIR"_s, home + u"/tmp"_s);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        environment.insert(u"QT_LOGGING_RULES"_s, u"*.debug=true"_s);
        QProcessEnvironment driven = environment;
        driven.insert(u"QT_PLUGIN_PATH"_s, testing::buildPath(u"tests/app/plugins"_s));
        driven.insert(u"QT_QPA_GENERIC_PLUGINS"_s, u"leakdriver"_s);
        QFile script(home + u"/start.sh"_s);
        if (script.open(QIODevice::WriteOnly))
            script.write("ulimit -c unlimited 2>/dev/null\ncd \"$HOME\"\nexec '"
                         + testing::buildPath(u"src/app/modelscribe"_s).toUtf8()
                         + "' --language en --local local.db\n");
        script.close();
        m_process.setProcessEnvironment(driven);
        m_process.setChildProcessModifier(giveUpPrivileges);
        session.start(m_process, PrivateSession::Keyring::Unlocked, u"sh "_s + script.fileName());
    }
    ~DrivenWindow()
    {
        // Its session ends with it, and all that is in there.
        m_process.closeWriteChannel();
        if (!ends())
            m_process.kill();
    }

    //! The answer; empty when there is none.
    QString ask(const QStringList &words)
    {
        m_process.write(words.join(u'\t').toUtf8() + '\n');
        QElapsedTimer timer;
        timer.start();
        while (!m_process.canReadLine() && timer.elapsed() < 20'000
               && m_process.state() != QProcess::NotRunning)
            m_process.waitForReadyRead(100);
        const QByteArray line = m_process.readLine();
        told += line;
        return QString::fromUtf8(line.trimmed());
    }
    //! Whether \p text is seen at last.
    bool shows(const QString &text)
    {
        return QTest::qWaitFor([&] { return (lastSeen = ask({u"look"_s})).contains(text); },
                               20'000);
    }
    bool ends()
    {
        return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(20'000);
    }
    QByteArray everything()
    {
        told += m_process.readAllStandardOutput();
        return told + m_process.readAllStandardError();
    }

    QProcessEnvironment environment;
    QByteArray told;
    QString lastSeen;

private:
    QProcess m_process;
};

} // namespace

//! Drives the programs themselves through a session in which a secret is typed, stored, refused,
//! shown and copied, and ends in a crash. Then looks for it wherever they could have left it.
class tst_LeakHunt : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theHuntFindsWhatIsThere_data();
    void theHuntFindsWhatIsThere();
    void theHuntFindsArgumentsAndVariables();
    void theWindowLeavesNothing_data();
    void theWindowLeavesNothing();
    void theCommandLineLeavesNothing();

private:
    void typeAndStore(DrivenWindow &window);
    void runCommands(DrivenWindow &window);
    bool controlLeavesACore();

    const CanaryHunt m_hunt{{secret, token}};
    CliWorld m_world;
};

void tst_LeakHunt::initTestCase()
{
    QVERIFY2(PrivateSession::missing().isEmpty(), qPrintable(PrivateSession::missing()));
    // A registry that knows the key by another secret, and says what it signed itself.
    m_world.environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, QString::fromLatin1(keyId));
    m_world.environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u"AnotherOne"_s);
    m_world.environment.insert(u"ALIBABA_CLOUD_SECURITY_TOKEN"_s, QString::fromLatin1(token));
    QVERIFY(m_world.serve(2));
}

void tst_LeakHunt::theHuntFindsWhatIsThere_data()
{
    QTest::addColumn<QByteArray>("planted");
    for (const auto &[name, bytes] : CanaryHunt::spellingsOf(secret))
        QTest::addRow("%s", qPrintable(name)) << bytes;
    QTest::newRow("Base64 of more") << ("{\"s\":\"" + secret + "\"}").toBase64();
    QTest::newRow("a part") << secret.sliced(7, 16);
    QTest::newRow("a part of the token in Base64") << ("a" + token.sliced(9, 18) + "b").toBase64();
    QTest::newRow("in a URL") << "https://a.b/?s=" + secret.toPercentEncoding();
}

void tst_LeakHunt::theHuntFindsWhatIsThere()
{
    QFETCH(QByteArray, planted);
    QVERIFY(!m_hunt.in("before " + planted + " behind").isEmpty());
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u".hidden/below"_s));
    QFile file(folder.filePath(u".hidden/below/.file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(70'000, '\0') + planted + QByteArray(3, '\xff'));
    file.close();
    QCOMPARE(m_hunt.inFiles(folder.path()).size(), 1);
    QVERIFY(file.resize(70'000));
    QCOMPARE(m_hunt.inFiles(folder.path()), QStringList());
}

void tst_LeakHunt::theHuntFindsArgumentsAndVariables()
{
    QProcess process;
    process.start(u"sh"_s, {u"-c"_s, u"X=$0 sleep 100; :"_s, QString::fromLatin1(secret)});
    QVERIFY(process.waitForStarted());
    QTRY_COMPARE(CanaryHunt::childrenOf(process.processId()).size(), 1);
    const qint64 child = CanaryHunt::childrenOf(process.processId()).first();
    QTRY_COMPARE(m_hunt.inProcesses(child).size(), 1); // its environment
    QCOMPARE(m_hunt.inProcesses(process.processId()).size(), 2);
    kill(pid_t(child), SIGKILL);
    QVERIFY(process.waitForFinished());
}

//! Whether a crash leaves a core on this machine, where it can be seen.
bool tst_LeakHunt::controlLeavesACore()
{
    const QTemporaryDir folder;
    QProcess control;
    control.setWorkingDirectory(folder.path());
    control.start(u"sh"_s, {u"-c"_s, u"ulimit -c unlimited; kill -SEGV $$"_s});
    return control.waitForFinished() && !coresIn(folder.path()).isEmpty();
}

void tst_LeakHunt::typeAndStore(DrivenWindow &window)
{
    QCOMPARE(window.ask({u"trigger"_s, u"profilesAction"_s}), u"ok"_s);
    QVERIFY(window.shows(u"Test connection"_s));
    const QList<QStringList> steps{
        {u"fill"_s, u"name"_s, u"canary"_s},
        {u"fill"_s, u"region"_s, m_world.endpoint},
        {u"choose"_s, u"keysFrom"_s, u"Keychain: AccessKey and token"_s},
        {u"fill"_s, u"keyId"_s, QString::fromLatin1(keyId)},
        {u"fill"_s, u"secret"_s, QString::fromLatin1(secret)},
        {u"fill"_s, u"token"_s, QString::fromLatin1(token)},
        {u"click"_s, u"testButton"_s},
    };
    for (const QStringList &step : steps)
        QCOMPARE(window.ask(step), u"ok"_s);
    QVERIFY2(window.shows(u"SignatureDoesNotMatch"_s), qPrintable(window.lastSeen));
    QVERIFY(!window.ask({u"copyall"_s}).startsWith(u"0 "_s));
    // What is seen now is not told to other programs.
    QCOMPARE(window.ask({u"click"_s, u"Show AccessKey secret"_s}), u"ok"_s);
    QVERIFY(window.shows(u"Show AccessKey secret is on"_s));
    QCOMPARE(window.ask({u"click"_s, u"Show security token"_s}), u"ok"_s);
    QVERIFY(window.shows(u"Show security token is on"_s));
    QCOMPARE(window.ask({u"click"_s, u"saveButton"_s}), u"ok"_s);
    QVERIFY2(window.shows(u"The key is in the keychain"_s), qPrintable(window.lastSeen));
    QCOMPARE(window.ask({u"click"_s, u"useButton"_s}), u"ok"_s);
    QVERIFY2(window.shows(u"does not belong to this AccessKey"_s), qPrintable(window.lastSeen));
    window.ask({u"copyall"_s});
}

//! With the key that the window stored, and with one that is piped in.
void tst_LeakHunt::runCommands(DrivenWindow &window)
{
    m_world.environment = window.environment;
    m_world.environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, window.ask({u"bus"_s}));
    const QByteArray typed = keyId + '\n' + secret + '\n' + token + "\n2035-01-02T03:04:05Z\n";
    const Told added = m_world.run({u"profiles"_s, u"add"_s, u"piped"_s, u"--endpoint"_s,
                                    m_world.endpoint, u"--keys-from"_s, u"keychain-token"_s},
                                   typed);
    QVERIFY2(added.code == 0, added.err.constData());
    for (const QString &profile : {u"canary"_s, u"piped"_s}) {
        const QList<QStringList> commands{
            {u"profiles"_s, u"test"_s, profile},
            {u"doctor"_s, u"--profile"_s, profile},
            {u"list"_s, u"--profile"_s, profile},
            {u"create"_s, u"--set"_s, u"ModelName=x"_s, u"--profile"_s, profile}};
        for (const QStringList &command : commands) {
            const Told told = m_world.run(command);
            QVERIFY2(told.code == 5,
                     (command.join(u' ').toUtf8() + told.out + told.err).constData());
            QVERIFY((told.out + told.err).contains("does not belong to this AccessKey"));
        }
    }
}

void tst_LeakHunt::theWindowLeavesNothing_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("segmentation fault") << SIGSEGV;
    QTest::newRow("abort") << SIGABRT;
}

void tst_LeakHunt::theWindowLeavesNothing()
{
    QFETCH(int, signal);
    const PrivateSession session;
    DrivenWindow window(session);
    const qint64 pid = window.ask({u"pid"_s}).toLongLong();
    QVERIFY2(pid > 0, window.everything().constData());
    typeAndStore(window);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(m_hunt.inProcesses(pid), QStringList());
    QCOMPARE(m_hunt.in(window.told), QString());
    runCommands(window);
    if (QTest::currentTestFailed())
        return;

    QCOMPARE(limitOfCores(pid), "0 0 bytes"_ba);
#ifndef __SANITIZE_ADDRESS__ // its leak check reads the memory
    QProcess open;
    open.setChildProcessModifier(giveUpPrivileges);
    open.start(u"sleep"_s, {u"100"_s});
    QVERIFY(open.waitForStarted());
    QTRY_VERIFY(mayOpen(u"/proc/%1/environ"_s.arg(open.processId())));
    QVERIFY(!mayOpen(u"/proc/%1/environ"_s.arg(pid)));
    QVERIFY(!mayOpen(u"/proc/%1/mem"_s.arg(pid)));
    open.kill();
    open.waitForFinished();
#endif
    window.ask({u"crash"_s, QString::number(signal)});
    QVERIFY(window.ends());
    QCOMPARE(coresIn(session.home()), QStringList());
    if (!controlLeavesACore())
        qInfo("no program leaves a core on this machine");

    // All that there should be is there to be searched.
    QVERIFY(QFile::exists(session.home() + u"/.config/modelscribe/profiles.json"_s));
    QVERIFY(QFile::exists(session.home() + u"/.local/state/modelscribe/modelscribe.log"_s));
    QVERIFY(!QDir(session.home() + u"/.local/share/keyrings"_s)
                 .entryList({u"*.keyring"_s}, QDir::Files)
                 .isEmpty());
    QCOMPARE(m_hunt.inFiles(session.home()), QStringList());
    QCOMPARE(m_hunt.in(window.everything()), QString());
    QCOMPARE(m_hunt.in(m_world.everything), QString());
}

void tst_LeakHunt::theCommandLineLeavesNothing()
{
    const QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = m_world.environment;
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, QString::fromLatin1(secret));
    environment.insert(u"ALIBABA_CLOUD_SECURITY_TOKEN"_s, QString::fromLatin1(token));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(home.path());
    process.setChildProcessModifier(giveUpPrivileges);
    process.start(u"sh"_s,
                  {u"-c"_s, u"ulimit -c unlimited 2>/dev/null; exec \"$@\""_s, u"sh"_s,
                   CliWorld::program(), u"profiles"_s, u"add"_s, u"half"_s, u"--endpoint"_s,
                   m_world.endpoint, u"--keys-from"_s, u"keychain-token"_s});
    QVERIFY(process.waitForStarted());
    process.write(keyId + '\n' + secret + '\n'); // and it waits for more
    const qint64 pid = process.processId();
    QTRY_COMPARE(limitOfCores(pid), "0 0 bytes"_ba);
    QTRY_COMPARE(m_hunt.inProcesses(pid), QStringList());
#ifndef __SANITIZE_ADDRESS__
    QTRY_VERIFY(!mayOpen(u"/proc/%1/mem"_s.arg(pid)));
#endif
    kill(pid_t(pid), SIGSEGV);
    QVERIFY(process.waitForFinished());
    QCOMPARE(coresIn(home.path()), QStringList());
    QCOMPARE(m_hunt.inFiles(home.path()), QStringList());
    QCOMPARE(m_hunt.in(process.readAllStandardOutput() + process.readAllStandardError()),
             QString());
}

MODELSCRIBE_TEST(tst_LeakHunt)

} // namespace tst_leakhunt

#include "tst_leakhunt.moc"
