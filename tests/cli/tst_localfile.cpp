// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliworld.h"
#include "testclass.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

namespace tst_localfile {

using namespace Qt::StringLiterals;
using namespace modelscribe;

//! What a person is told about the file given to --local and serve --database, and what becomes of
//! it.
class tst_LocalFile : public QObject
{
    Q_OBJECT

private slots:
    void leavesAloneWhatIsNoRegistry_data();
    void leavesAloneWhatIsNoRegistry();
    void saysThatADamagedFileWasReplaced_data();
    void saysThatADamagedFileWasReplaced();

private:
    QByteArray contentOf(const QString &name) const
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    CliWorld m_world;
};

void tst_LocalFile::leavesAloneWhatIsNoRegistry_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("said");
    const QByteArray otherProgram = QByteArray("SQLite format 3\0\x10\0\1\1\0\x40\x20\x20", 24)
                                    + QByteArray(3, '\0') + '\1' + QByteArray(3, '\0') + '\2'
                                    + QByteArray(28, '\0') + QByteArray(3, '\0') + '\7'
                                    + QByteArray(8192, '\0');
    const QStringList list{u"--local"_s, u"FILE"_s, u"list"_s};
    const QStringList serve{u"serve"_s, u"--port"_s, u"0"_s, u"--database"_s, u"FILE"_s};
    for (const QStringList &arguments : {list, serve}) {
        const QByteArray name = arguments.first().toUtf8();
        QTest::newRow((name + " script").constData())
            << arguments << QByteArray("#!/bin/sh\necho hi\n")
            << QByteArray("This is not the file of a registry; it was left as it is. Choose "
                          "another file");
        QTest::newRow((name + " another program").constData())
            << arguments << otherProgram
            << QByteArray("The file belongs to another program and was left as it is");
        QTest::newRow((name + " device").constData())
            << arguments << QByteArray() << QByteArray("This is not an ordinary file");
    }
}

void tst_LocalFile::leavesAloneWhatIsNoRegistry()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, said);
    QString file = u"/dev/null"_s;
    if (!content.isEmpty()) {
        file = m_world.file(u"tool.sh"_s, content);
        QVERIFY(QFile::setPermissions(file, QFile::permissions(file) | QFile::ExeOwner
                                                | QFile::ReadOther));
    }
    const auto rights = QFile::permissions(file);
    arguments.replaceInStrings(u"FILE"_s, file);
    const Told told = m_world.run(arguments);
    QCOMPARE(told.code, 2);
    QVERIFY2(told.err.contains(file.toUtf8() + ": " + said), told.err.constData());
    QVERIFY2(!told.err.contains("HTTP="), told.err.constData());
    QVERIFY2(!told.err.contains("Unable to"), told.err.constData());
    QCOMPARE(told.err.count('\n'), 1);
    QCOMPARE(QFile::permissions(file), rights);
    QCOMPARE(contentOf(file), content);
    QCOMPARE(QDir(m_world.home.path()).entryList({u"tool.sh*"_s}).size(),
             content.isEmpty() ? 0 : 1);
    QFile::remove(m_world.home.filePath(u"tool.sh"_s));
}

void tst_LocalFile::saysThatADamagedFileWasReplaced_data()
{
    QTest::addColumn<bool>("serve");
    QTest::newRow("--local") << false;
    QTest::newRow("serve") << true;
}

void tst_LocalFile::saysThatADamagedFileWasReplaced()
{
    QFETCH(bool, serve);
    const QString file = m_world.home.filePath(serve ? u"served-damaged.db"_s : u"damaged.db"_s);
    const QStringList list{u"--local"_s, file, u"list"_s};
    QCOMPARE(m_world.run(list).code, 0);
    QByteArray content = contentOf(file);
    content.truncate(content.size() / 4096 / 2 * 4096);
    QVERIFY(!m_world.file(QFileInfo(file).fileName(), content).isEmpty());

    QByteArray err;
    if (serve) {
        auto server = m_world.start({u"serve"_s, u"--port"_s, u"0"_s, u"--database"_s, file});
        while (!server->canReadLine() && server->waitForReadyRead(20'000)) { }
        server->terminate();
        QVERIFY(server->waitForFinished(20'000));
        QCOMPARE(server->exitCode(), 0);
        err = server->readAllStandardError();
    } else {
        const Told told = m_world.run(list);
        QCOMPARE(told.code, 0);
        err = told.err;
    }
    const QStringList kept =
        QDir(m_world.home.path()).entryList({QFileInfo(file).fileName() + u".damaged-*[0-9]"_s});
    QCOMPARE(kept.size(), 1);
    QVERIFY2(err.contains("was damaged: " + file.toUtf8()), err.constData());
    QVERIFY2(err.contains(kept.first().toUtf8()), err.constData());
    QCOMPARE(contentOf(m_world.home.filePath(kept.first())), content);
    const Told again = m_world.run(list);
    QCOMPARE(again.code, 0);
    QVERIFY2(!again.err.contains("damaged"), again.err.constData());
}

MODELSCRIBE_TEST(tst_LocalFile)

} // namespace tst_localfile

#include "tst_localfile.moc"
