// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keycommand.h"

#include "credentials/credentialstest.h"
#include "testclass.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

namespace tst_keycommand {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_KeyCommand : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void commandsAreSplitAsInAShell_data();
    void commandsAreSplitAsInAShell();
    void whatIsPrintedIsTheKey_data();
    void whatIsPrintedIsTheKey();
    void whatFailsIsSaidWithoutWhatWasPrinted_data();
    void whatFailsIsSaidWithoutWhatWasPrinted();
    void aProgramThatDoesNotEndIsKilled();
    void whoeverWaitsHearsOfTheEndOfTheContext();
    void theProgramGetsNoKeys();
    void theFingerprintTellsCommandsApart();

private:
    QString script(const QByteArray &lines) const
    {
        QFile file(m_folder->filePath(u"keys.sh"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write("#!/bin/sh\n" + lines + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_KeyCommand::init()
{
#ifndef Q_OS_UNIX
    QSKIP("the scripts are for a Unix shell");
#endif
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_KeyCommand::commandsAreSplitAsInAShell_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("plain") << u" a  b\tc "_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("double") << u"\"a b\" c"_s << QStringList{u"a b"_s, u"c"_s};
    QTest::newRow("single") << u"'a \\ \"b' c"_s << QStringList{u"a \\ \"b"_s, u"c"_s};
    QTest::newRow("inside a word") << u"--x='y z'w"_s << QStringList{u"--x=y zw"_s};
    QTest::newRow("backslash") << u"a\\ b \"\\\"\\n\""_s << QStringList{u"a b"_s, u"\"\\n"_s};
    QTest::newRow("an empty argument") << u"a '' b"_s << QStringList{u"a"_s, QString(), u"b"_s};
    QTest::newRow("no shell") << u"a | b; $(c)"_s
                              << QStringList{u"a"_s, u"|"_s, u"b;"_s, u"$(c)"_s};
    QTest::newRow("open") << u"a 'b"_s << QStringList();
    QTest::newRow("nothing") << u"  "_s << QStringList();
    QTest::newRow("an empty program") << u"'' a"_s << QStringList();
}

void tst_KeyCommand::commandsAreSplitAsInAShell()
{
    QFETCH(QString, command);
    QFETCH(QStringList, words);
    QCOMPARE(commandWords(command).value_or(QStringList()), words);
}

void tst_KeyCommand::whatIsPrintedIsTheKey_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("end");
    QTest::newRow("AK") << R"(echo '{"mode":"AK","access_key_id":"i","access_key_secret":"s"}')"_ba
                        << QByteArray() << QString();
    QTest::newRow("StsToken")
        << R"(echo '{"mode":"StsToken","access_key_id":"i","access_key_secret":"s","sts_token":"t","expiration":"2030-01-02T03:04:05Z"}')"_ba
        << "t"_ba << u"2030-01-02T03:04:05Z"_s;
    QTest::newRow("words on stderr")
        << "echo trouble >&2\necho '{\"access_key_id\":\"i\",\"access_key_secret\":\"s\",\"future\":[1]}'"_ba
        << QByteArray() << QString();
    QTest::newRow("the other spelling")
        << R"(echo '{"Code":"Success","AccessKeyId":"i","AccessKeySecret":"s","SecurityToken":"t","Expiration":1893553445}')"_ba
        << "t"_ba << u"2030-01-02T03:04:05Z"_s;
}

void tst_KeyCommand::whatIsPrintedIsTheKey()
{
    QFETCH(QByteArray, lines);
    QFETCH(QByteArray, token);
    QFETCH(QString, end);
    const auto key = wait(runKeyCommand(script(lines), this));
    QVERIFY2(key, key ? "" : qPrintable(key.error().detail));
    QCOMPARE(*key, (AccessKey{.id = "i",
                              .secret = "s",
                              .securityToken = token,
                              .expires = QDateTime::fromString(end, Qt::ISODate)}));
}

void tst_KeyCommand::whatFailsIsSaidWithoutWhatWasPrinted_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("why");
    QTest::newRow("fails") << "echo CANARY\nexit 3"_ba << u"the program failed (exit 3)"_s;
    QTest::newRow("no JSON") << "echo CANARY"_ba << u"the answer is no JSON object"_s;
    QTest::newRow("nothing") << "true"_ba << u"the answer is no JSON object"_s;
    QTest::newRow("no key") << R"(echo '{"x":"CANARY"}')"_ba << u"the answer has no AccessKey"_s;
    QTest::newRow("no token")
        << R"(echo '{"mode":"StsToken","access_key_id":"CANARY","access_key_secret":"s"}')"_ba
        << u"the answer has no security token"_s;
    QTest::newRow("failure told") << R"(echo '{"Code":"Fail","Message":"CANARY"}')"_ba
                                  << u"the answer says that it failed"_s;
    QTest::newRow("endless") << "yes CANARY"_ba << u"the program prints more than a key"_s;
}

void tst_KeyCommand::whatFailsIsSaidWithoutWhatWasPrinted()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, why);
    const auto key = wait(runKeyCommand(script(lines), this));
    QVERIFY(!key);
    QCOMPARE(key.error().kind, Error::Kind::Unauthorized);
    QCOMPARE(key.error().detail, u"process_command: "_s + why);
}

void tst_KeyCommand::aProgramThatDoesNotEndIsKilled()
{
    const auto silent = wait(runKeyCommand(script("exec sleep 100"), this, 200ms));
    QVERIFY(!silent);
    QCOMPARE(silent.error().detail, u"process_command: the program did not end within 0.2 s"_s);
    const auto missing = wait(runKeyCommand(m_folder->filePath(u"none"_s), this));
    QVERIFY(!missing);
    QCOMPARE(missing.error().detail, u"process_command: the program cannot be started"_s);
    QCOMPARE(wait(runKeyCommand(u"'"_s, this)).error().detail,
             u"process_command: it is no command"_s);
}

void tst_KeyCommand::whoeverWaitsHearsOfTheEndOfTheContext()
{
    auto context = std::make_unique<QObject>();
    const auto key = runKeyCommand(script("exec sleep 100"), context.get());
    context.reset();
    QTRY_VERIFY(key.isFinished());
    QCOMPARE(key.resultCount(), 0);
}

void tst_KeyCommand::theProgramGetsNoKeys()
{
    for (const char *name : {"ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALICLOUD_ACCESS_KEY_SECRET",
                             "ACCESS_KEY_SECRET", "ALIBABA_CLOUD_BEARER_TOKEN"})
        qputenv(name, "CANARY");
    qputenv("ALIBABA_CLOUD_PROFILE", "kept");
    const auto key = wait(
        runKeyCommand(script("env | grep -q CANARY && exit 1\n"
                             "echo \"{\\\"access_key_id\\\":\\\"$ALIBABA_CLOUD_PROFILE\\\","
                             "\\\"access_key_secret\\\":\\\"s\\\"}\""),
                      this));
    QVERIFY2(key, key ? "" : qPrintable(key.error().detail));
    QCOMPARE(key->id, "kept"_ba);
}

void tst_KeyCommand::theFingerprintTellsCommandsApart()
{
    QCOMPARE(commandFingerprint(u"a --password CANARY"_s).size(), 64);
    QVERIFY(!commandFingerprint(u"CANARY"_s).contains("CANARY"_L1));
    QVERIFY(commandFingerprint(u"a b"_s) != commandFingerprint(u"a  b"_s));
}

MODELSCRIBE_TEST(tst_KeyCommand)

} // namespace tst_keycommand

#include "tst_keycommand.moc"
