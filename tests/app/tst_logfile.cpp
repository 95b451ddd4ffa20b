// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logfile.h"
#include "testclass.h"

#include <QFileInfo>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

namespace tst_logfile {

using namespace modelscribe;
using namespace Qt::StringLiterals;

class tst_LogFile : public QObject
{
    Q_OBJECT

private slots:
    void oneEventIsOneLineWithoutSecrets();
    void writesAPrivateFileAndRotatesIt();
    void leavesAloneWhatALinkLeadsTo();
};

void tst_LogFile::oneEventIsOneLineWithoutSecrets()
{
    QTemporaryDir home;
    {
        const Logging logging(home.path());
        qWarning(
            "a\nwarning b \x1b[31m Authorization: canary0123 x-acs-security-token: canary4567");
    }
    qInfo("said when nobody logs any more");
    QFile file(home.filePath(u"modelscribe.log"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray log = file.readAll();
    QCOMPARE(log.count('\n'), 1);
    QVERIFY(log.contains("warning b"));
    QVERIFY(!log.contains('\x1b'));
    QVERIFY2(!log.contains("canary"), log.constData());
}

void tst_LogFile::writesAPrivateFileAndRotatesIt()
{
    QTemporaryDir home;
    const QString folder = home.filePath(u"state/modelscribe"_s);
    {
        const Logging logging(folder);
        const QString filler = u"a plain line of a log, again and again. "_s.repeated(24);
        for (int i = 0; i < 1200; ++i)
            qInfo("%s", qPrintable(filler));
    }

    const QFileInfo current(folder + u"/modelscribe.log"_s);
    QVERIFY(current.exists());
    QVERIFY(current.size() <= 1024 * 1024);
    QVERIFY(QFileInfo::exists(folder + u"/modelscribe.log.1"_s));
    QCOMPARE(current.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QCOMPARE(QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ExeOther),
             QFile::Permissions());
}

void tst_LogFile::leavesAloneWhatALinkLeadsTo()
{
    QTemporaryDir home;
    QFile shared(home.filePath(u"shared.log"_s));
    QVERIFY(shared.open(QIODevice::WriteOnly));
    QVERIFY(shared.setPermissions(shared.permissions() | QFile::ReadGroup | QFile::ReadOther));
    const auto rights = QFile::permissions(shared.fileName());
    const auto ofDevice = QFile::permissions(u"/dev/null"_s);
    const QString log = home.filePath(u"modelscribe.log"_s);
    for (const QString &target : {shared.fileName(), u"/dev/null"_s}) {
        QVERIFY(QFile::link(target, log));
        {
            const Logging logging(home.path());
        }
        QVERIFY(QFile::remove(log));
    }
    QCOMPARE(QFile::permissions(shared.fileName()), rights);
    QCOMPARE(QFile::permissions(u"/dev/null"_s), ofDevice);
}

MODELSCRIBE_TEST(tst_LogFile)

} // namespace tst_logfile

#include "tst_logfile.moc"
