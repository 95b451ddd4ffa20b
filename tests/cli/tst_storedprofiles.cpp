// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliworld.h"
#include "testclass.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>

namespace tst_storedprofiles {

using namespace Qt::StringLiterals;
using namespace modelscribe;

//! A file of profiles that cannot be read is no reason to write somewhere else.
class tst_StoredProfiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatCannotBeReadIsAnError_data();
    void whatCannotBeReadIsAnError();
    void whatNeedsNoProfileGoesOn();
    void aPipeIsNotWaitedFor();
    void aProfileThatIsGoneIsAnError();
    void withoutAFileTheLocalRegistryIsUsed();

private:
    QString config() const
    {
        return m_world->environment.value(u"XDG_CONFIG_HOME"_s) + u"/modelscribe"_s;
    }
    QString file() const { return config() + u"/profiles.json"_s; }
    bool write(const QByteArray &content)
    {
        QFile out(file());
        return QDir().mkpath(config()) && out.open(QIODevice::WriteOnly)
               && out.write(content) == content.size();
    }
    QByteArray content() const
    {
        QFile in(file());
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    bool hasLocalRegistry() const
    {
        return QFileInfo::exists(m_world->environment.value(u"XDG_DATA_HOME"_s)
                                 + u"/modelscribe/local.db"_s);
    }

    std::unique_ptr<CliWorld> m_world;
};

void tst_StoredProfiles::init()
{
    m_world = std::make_unique<CliWorld>();
    m_world->environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
}

void tst_StoredProfiles::whatCannotBeReadIsAnError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("why");
    QTest::newRow("a comma too many")
        << R"({"lastUsed":"prod","profiles":[{"name":"prod","region":"cn-hangzhou"},]})"_ba
        << u"line 1, column"_s;
    QTest::newRow("cut off") << "{\"lastUsed\":\"prod\",\n \"pro"_ba << u"line 2, column"_s;
    QTest::newRow("empty") << ""_ba << u"empty"_s;
    QTest::newRow("a list") << "[]"_ba << u"not a JSON object"_s;
    QTest::newRow("profiles that are no list")
        << R"({"profiles":{"prod":{}}})"_ba << u"not a list"_s;
    QTest::newRow("another program's") << R"({"name":"prod"})"_ba << u"no “profiles” in it"_s;
    QTest::newRow("a folder") << QByteArray() << u"not an ordinary file; it was left as it is"_s;
}

void tst_StoredProfiles::whatCannotBeReadIsAnError()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, why);
    if (text.isNull())
        QVERIFY(QDir().mkpath(file()));
    else
        QVERIFY(write(text));
    for (const QStringList &arguments :
         {QStringList{u"create"_s, u"--set"_s, u"ModelName=meant for prod"_s},
          QStringList{u"list"_s}, QStringList{u"update"_s, u"m"_s, u"--set"_s, u"Task=x"_s},
          QStringList{u"delete"_s, u"m"_s, u"--yes"_s},
          QStringList{u"list"_s, u"--profile"_s, u"prod"_s},
          QStringList{u"drafts"_s, u"--profile"_s, u"prod"_s},
          QStringList{u"history"_s, u"--profile"_s, u"prod"_s}}) {
        const Told told = m_world->run(arguments);
        QVERIFY2(told.code == 2, qPrintable(arguments.join(u' ')));
        QVERIFY2(told.err.contains(file().toUtf8()), told.err.constData());
        QVERIFY2(told.err.contains(why.toUtf8()), told.err.constData());
        QCOMPARE(told.err.count('\n'), 1);
        QCOMPARE(told.out, QByteArray());
    }
    QCOMPARE(content(), text);
    QCOMPARE(QDir(config()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
             QStringList{u"profiles.json"_s});
    QVERIFY(!hasLocalRegistry());
}

void tst_StoredProfiles::whatNeedsNoProfileGoesOn()
{
    QVERIFY(write("{"));
    QVERIFY(!m_world->create(u"knowingly local"_s, {u"--local"_s}).isEmpty());
    QVERIFY(m_world->serve(1));
    QCOMPARE(m_world->run({u"list"_s}).code, 0); // by the environment
    QCOMPARE(m_world->run({u"drafts"_s}).code, 0);
    QCOMPARE(content(), "{"_ba);
}

void tst_StoredProfiles::aPipeIsNotWaitedFor()
{
    QVERIFY(QDir().mkpath(config()));
    QCOMPARE(mkfifo(QFile::encodeName(file()).constData(), 0600), 0);
    const Told told = m_world->run({u"list"_s});
    QCOMPARE(told.code, 2);
    QVERIFY2(told.err.contains("not an ordinary file; it was left as it is"), told.err.constData());
    QVERIFY2(told.err.contains("Move it away."), told.err.constData());
    QCOMPARE(m_world->run({u"profiles"_s}).code, 2);
    QElapsedTimer time;
    time.start();
    const Told completed = m_world->run({u"complete"_s, u"--"_s, u"--profile"_s, QString()});
    QCOMPARE(completed.code, 0);
    QCOMPARE(completed.err, QByteArray());
    QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(time.elapsed())));
}

void tst_StoredProfiles::aProfileThatIsGoneIsAnError()
{
    QVERIFY(write(R"({"lastUsed":"prod","profiles":[{"name":"test","region":"cn-beijing"}]})"));
    const Told told = m_world->run({u"create"_s, u"--set"_s, u"ModelName=meant for prod"_s});
    QCOMPARE(told.code, 2);
    QVERIFY2(told.err.contains("no profile “prod”; the profiles are test"), told.err.constData());
    QVERIFY(!hasLocalRegistry());
}

void tst_StoredProfiles::withoutAFileTheLocalRegistryIsUsed()
{
    QVERIFY(!m_world->create(u"first steps"_s).isEmpty());
    QVERIFY(hasLocalRegistry());
}

MODELSCRIBE_TEST(tst_StoredProfiles)

} // namespace tst_storedprofiles

#include "tst_storedprofiles.moc"
