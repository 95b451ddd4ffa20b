// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliworld.h"
#include "testclass.h"

#include <QDir>
#include <QTest>

namespace tst_rawarguments {

using namespace Qt::StringLiterals;
using namespace modelscribe;

//! Arguments that are not what they look like: bytes of another encoding, and empty ones.
class tst_RawArguments : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void otherBytesAreRefused_data();
    void otherBytesAreRefused();
    void filesThatAreOnlyReadMayHaveAnyName();
    void emptyIsNotAbsent_data();
    void emptyIsNotAbsent();
    void wordsStandInAnyOrder();
    void nothingElseWasTouched();

private:
    //! Runs the program with \p arguments as a shell reads them, so that they can have any bytes:
    //! `printf "\274\327"`. ID is the model's.
    Told runInShell(QString arguments)
    {
        arguments.replace(u"ID"_s, m_id);
        QProcess process;
        process.setProcessEnvironment(m_world.environment);
        process.setWorkingDirectory(m_world.home.path());
        process.start(u"/bin/sh"_s, {u"-c"_s, u"exec \"$0\" "_s + arguments, CliWorld::program()});
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            process.kill();
        return m_world.take(process);
    }
    QStringList filesAtHome() const
    {
        return QDir(m_world.home.path()).entryList(QDir::Files, QDir::Name);
    }

    CliWorld m_world;
    QString m_id;
    QByteArray m_before;
    QStringList m_files;
};

void tst_RawArguments::initTestCase()
{
    QVERIFY(m_world.serve(3));
    m_id = m_world.create(u"bert"_s);
    QVERIFY(!m_id.isEmpty());
    m_before = m_world.run({u"list"_s}).out;
    m_files = filesAtHome();
}

void tst_RawArguments::otherBytesAreRefused_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("place");
    const auto row = [](const char *name, const QString &arguments, int place) {
        QTest::newRow(name) << arguments << place;
    };
    row("GBK name", uR"sh(create --set "ModelName=$(printf '\274\327')-bert")sh"_s, 3);
    row("GBK label", uR"sh(update ID --label "$(printf '\327\351')=nlp")sh"_s, 4);
    row("GBK label to remove", uR"sh(update ID --remove-label "$(printf '\327\351')")sh"_s, 4);
    row("GBK query", uR"sh(list --query "$(printf '\274\327')")sh"_s, 3);
    row("query of the history", uR"sh(history --query "$(printf '\274\327')")sh"_s, 3);
    row("id", uR"sh(get "$(printf 'model-\351')")sh"_s, 2);
    row("half an emoji", uR"sh(update ID --set "Task=$(printf '\360\237\221')")sh"_s, 4);
    row("CESU-8", uR"sh(update ID --set "Task=$(printf '\355\240\275\355\270\200')")sh"_s, 4);
    row("Latin-1 registry", uR"sh(--local "$(printf 'caf\351.db')" list)sh"_s, 2);
    row("Latin-1 registry behind =", uR"sh("--local=$(printf 'caf\351.db')" list)sh"_s, 1);
    row("Latin-1 database", uR"sh(serve --port 0 --database "$(printf 'caf\351.db')")sh"_s, 5);
    row("before the command is looked at", uR"sh(nonsense "$(printf '\351')")sh"_s, 2);
}

void tst_RawArguments::otherBytesAreRefused()
{
    QFETCH(QString, arguments);
    QFETCH(int, place);
    const Told told = runInShell(arguments);
    QCOMPARE(told.code, 2);
    QCOMPARE(told.err, u"modelscribe-cli: argument %1 is not UTF-8 text\n"_s.arg(place).toUtf8());
    QCOMPARE(told.out, QByteArray());
    const Told json = runInShell(arguments + u" --output json"_s);
    QCOMPARE(json.code, 2);
    QCOMPARE(json.err.count('\n'), 2);
    QVERIFY2(json.err.contains("\"Kind\":\"Invalid\""), json.err.constData());
}

void tst_RawArguments::filesThatAreOnlyReadMayHaveAnyName()
{
    const Told told = runInShell(
        uR"sh(update ID --extra-info "$(printf 'caf\351.json')" --dry-run)sh"_s);
    QCOMPARE(told.code, 2);
    QVERIFY2(told.err.contains("cannot read"), told.err.constData());
    const auto atHome = [this](const QString &command) {
        return QProcess::execute(u"/bin/sh"_s,
                                 {u"-c"_s, u"cd \"$0\" && "_s + command, m_world.home.path()});
    };
    QCOMPARE(atHome(uR"sh(printf '{"a":1}' > "$(printf 'caf\351.json')")sh"_s), 0);
    const Told read = runInShell(
        uR"sh(update ID --extra-info "$(printf 'caf\351.json')" --dry-run)sh"_s);
    QVERIFY2(read.code == 0, read.err.constData());
    QVERIFY2(read.out.contains("\"ExtraInfo\":{\"a\":1}"), read.out.constData());
    QCOMPARE(atHome(u"rm caf*.json"_s), 0);
}

void tst_RawArguments::emptyIsNotAbsent_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const QString &arguments, const QString &named) {
        QTest::newRow(qPrintable(arguments)) << arguments << named;
    };
    // What an unset variable of a shell becomes. Each of them went to another registry.
    for (const QString &option :
         {u"--local"_s, u"--endpoint"_s, u"--profile"_s, u"--region"_s, u"--workspace"_s}) {
        row(option + u" \"$UNSET\" create --set ModelName=lost"_s, option);
        row(u"create "_s + option + u"= --set ModelName=lost"_s, option);
        row(u"delete ID --yes "_s + option + u" ''"_s, option);
        row(u"update ID --set Task=x "_s + option + u" ' '"_s, option);
    }
    row(u"list --query ''"_s, u"--query"_s);
    row(u"list --sort="_s, u"--sort"_s);
    row(u"history --since ''"_s, u"--since"_s);
    row(u"history ''"_s, u"argument 2"_s);
    row(u"get ''"_s, u"argument 2"_s);
    row(u"drafts --registry ''"_s, u"--registry"_s);
    row(u"update ID --remove-label ''"_s, u"--remove-label"_s);
    row(u"update ID --extra-info ''"_s, u"--extra-info"_s);
    row(u"serve --port 0 --database ''"_s, u"--database"_s);
    row(u"--output '' list"_s, u"--output"_s);
}

void tst_RawArguments::emptyIsNotAbsent()
{
    QFETCH(QString, arguments);
    QFETCH(QString, named);
    const Told told = runInShell(arguments);
    QCOMPARE(told.code, 2);
    QVERIFY2(told.err.contains("empty"), told.err.constData());
    QVERIFY2(told.err.startsWith("modelscribe-cli: " + named.toUtf8()), told.err.constData());
    QCOMPARE(told.err.count('\n'), 1);
}

void tst_RawArguments::wordsStandInAnyOrder()
{
    const QString file = m_world.home.filePath(u"order.db"_s);
    const QString id = m_world.create(u"in order"_s, {u"--local"_s, file});
    QVERIFY(!id.isEmpty());
    const auto succeeds = [this](const QStringList &arguments) {
        const Told told = m_world.run(arguments);
        if (told.code != 0)
            qWarning("%s", told.err.constData());
        return told.code == 0;
    };
    QVERIFY(succeeds({u"get"_s, u"--local"_s, file, id}));
    QVERIFY(succeeds({u"--local"_s, file, u"get"_s, id}));
    QVERIFY(
        succeeds({u"update"_s, u"--set"_s, u"Task=x"_s, u"Domain=y"_s, id, u"--local"_s, file}));
    QVERIFY(succeeds({u"update"_s, u"--local"_s, file, u"--clear"_s, u"Task"_s, id}));
    QVERIFY(succeeds({u"update"_s, u"--label"_s, u"a=1"_s, u"--local="_s + file, id}));
    QVERIFY(succeeds({u"update"_s, u"--remove-label"_s, u"a"_s, id, u"--local"_s, file}));
    QVERIFY(succeeds({u"delete"_s, u"--yes"_s, u"--local"_s, file, id}));
    QCOMPARE(m_world.run({u"get"_s, u"--local"_s, id}).code, 6); // in the user's own file
    QFile::remove(file);
}

void tst_RawArguments::nothingElseWasTouched()
{
    QCOMPARE(m_world.run({u"list"_s}).out, m_before);
    QStringList files = filesAtHome();
    files.removeIf([](const QString &name) { return name.startsWith(u"order.db"_s); });
    QCOMPARE(files, m_files);
}

MODELSCRIBE_TEST(tst_RawArguments)

} // namespace tst_rawarguments

#include "tst_rawarguments.moc"
