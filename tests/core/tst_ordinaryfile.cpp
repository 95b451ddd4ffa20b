// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ordinaryfile.h"

#include "testclass.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

namespace tst_ordinaryfile {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_OrdinaryFile : public QObject
{
    Q_OBJECT

private slots:
    void isReadThroughLinks();
    void whatIsNoneIsNotWaitedFor();
    void largeOnesAreRefused();

private:
    static QString codeOf(const QString &file, qint64 mostBytes = 100)
    {
        const auto read = readOrdinaryFile(file, mostBytes);
        return read ? QString() : read.error().code;
    }
    QString put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
                   ? file.fileName()
                   : QString();
    }

    QTemporaryDir m_folder;
};

void tst_OrdinaryFile::isReadThroughLinks()
{
    const QString link = m_folder.filePath(u"link"_s);
    QVERIFY(QFile::link(put(u"file"_s, "text"), link));
    QCOMPARE(readOrdinaryFile(link, 100).value_or(QByteArray()), "text"_ba);
    QCOMPARE(readOrdinaryFile(put(u"empty"_s, ""), 100).value_or("none"_ba), QByteArray());
    QCOMPARE(codeOf(m_folder.filePath(u"missing"_s)), u"no-reading"_s);
}

void tst_OrdinaryFile::whatIsNoneIsNotWaitedFor()
{
    const QString folder = m_folder.filePath(u"folder"_s);
    QVERIFY(QDir().mkpath(folder));
    QCOMPARE(codeOf(folder), u"no-file"_s);
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(codeOf(pipe), u"no-file"_s);
    QVERIFY(QFile::link(pipe, m_folder.filePath(u"to the pipe"_s)));
    QCOMPARE(codeOf(m_folder.filePath(u"to the pipe"_s)), u"no-file"_s);
}

void tst_OrdinaryFile::largeOnesAreRefused()
{
    const QString file = put(u"large"_s, QByteArray(101, 'x'));
    QCOMPARE(codeOf(file), u"too-large"_s);
    QCOMPARE(readOrdinaryFile(file, 101).value_or(QByteArray()).size(), 101);
}

MODELSCRIBE_TEST(tst_OrdinaryFile)

} // namespace tst_ordinaryfile

#include "tst_ordinaryfile.moc"
