// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/authorities.h"

#include "api/wiretest.h"
#include "model/wording.h"
#include "testclass.h"
#include "testpaths.h"

#include <QFile>
#include <QSslConfiguration>
#include <QTemporaryDir>

namespace tst_authorities {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

class tst_Authorities : public QObject
{
    Q_OBJECT

private slots:
    void everyCertificateOfAFileIsRead();
    void whatIsNoCaFileIsSaid_data();
    void whatIsNoCaFileIsSaid();
    void theSystemsStay();

private:
    static QByteArray pem(const QString &name)
    {
        QFile file(sourcePath(u"tests/api/data/tls/"_s + name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString put(const QByteArray &content)
    {
        QFile file(m_folder.filePath(u"ca.pem"_s));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(content);
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void tst_Authorities::everyCertificateOfAFileIsRead()
{
    const QByteArray two = "Our authorities, 2026\n" + pem(u"ca.pem"_s) + "\n# and\n"
                           + pem(u"good.pem"_s);
    const auto read = readCaFile(put(two));
    QVERIFY(read);
    QCOMPARE(read->size(), 2);
    QCOMPARE(readCaFile(put("\xEF\xBB\xBF" + pem(u"ca.pem"_s).replace("\n", "\r\n")))->size(), 1);
    QVERIFY(wait(checkedCaFile(put(two), this)));
}

void tst_Authorities::whatIsNoCaFileIsSaid_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("said");
    const QString none = u"There is no certificate (PEM) in the CA file"_s;
    QTest::newRow("empty") << QByteArray() << u"ca-file-empty"_s << none;
    QTest::newRow("a key") << pem(u"key.pem"_s) << u"ca-file-empty"_s << none;
    QTest::newRow("DER") << QSslCertificate(pem(u"ca.pem"_s)).toDer() << u"ca-file-empty"_s << none;
    QTest::newRow("some text") << "-----BEGIN-----\n"_ba << u"ca-file-empty"_s << none;
    QTest::newRow("larger than 1 MiB")
        << pem(u"ca.pem"_s) + QByteArray(1024 * 1024, '\n') << u"ca-file-unreadable"_s
        << u"The CA file cannot be read ("_s;
    const QString damaged = u"The CA file contains a certificate that cannot be read"_s;
    QTest::newRow("cut off") << pem(u"ca.pem"_s).first(200) << u"ca-file-damaged"_s << damaged;
    QTest::newRow("one of two is broken")
        << pem(u"ca.pem"_s) + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
        << u"ca-file-damaged"_s << damaged;
}

void tst_Authorities::whatIsNoCaFileIsSaid()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, code);
    QFETCH(QString, said);
    const QString file = put(content);
    const auto read = readCaFile(file);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Tls);
    QCOMPARE(read.error().code, code);
    const QString whole = wording::whole(read.error());
    QVERIFY2(whole.startsWith(file + u": "_s + said), qPrintable(whole));
    QVERIFY2(whole.endsWith("Choose another CA file in the profile, under Network."_L1),
             qPrintable(whole));
    QCOMPARE(wait(checkedCaFile(file, this)).error(), read.error());
    QCOMPARE(wait(authoritiesWith(file, this)).error(), read.error());
}

void tst_Authorities::theSystemsStay()
{
    QCOMPARE(readCaFile(m_folder.filePath(u"not there"_s)).error().code, u"ca-file-missing"_s);
    QCOMPARE(readCaFile(m_folder.path()).error().code, u"ca-file-unreadable"_s); // a folder
    const auto all = wait(authoritiesWith(put(pem(u"ca.pem"_s)), this));
    QVERIFY(all);
    const auto ofSystem = QSslConfiguration::systemCaCertificates();
    QCOMPARE(all->size(), ofSystem.size() + 1);
    QCOMPARE(all->last(), QSslCertificate(pem(u"ca.pem"_s)));
}

MODELSCRIBE_TEST(tst_Authorities)

} // namespace tst_authorities

#include "tst_authorities.moc"
