// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paths.h"
#include "core/platform.h"
#include "core/privatefile.h"
#include "testclass.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

namespace tst_privatefiles {

using namespace Qt::StringLiterals;
using namespace modelscribe;

//! Only files and folders of this program lose the rights of others.
class tst_PrivateFiles : public QObject
{
    Q_OBJECT

private slots:
    void folderIsPrivate();
    void whatALinkLeadsToKeepsItsRights();
    void devicesAndFoldersKeepTheirs();
    void rightsAreCopied();
    void whatIsWrittenInPartReplacesNothing();

private:
    static int rightsOf(const QString &name)
    {
        struct stat facts = {};
        return stat(QFile::encodeName(name).constData(), &facts) == 0 ? int(facts.st_mode & 07777)
                                                                      : -1;
    }
    static bool make(const QString &name, int rights)
    {
        QFile file(name);
        return file.open(QIODevice::WriteOnly)
               && chmod(QFile::encodeName(name).constData(), mode_t(rights)) == 0;
    }

    QTemporaryDir m_folder;
};

void tst_PrivateFiles::folderIsPrivate()
{
    const QString folder = m_folder.filePath(u"a/b"_s);
    QVERIFY(paths::makePrivateFolder(folder));
    QCOMPARE(rightsOf(folder), 0700);
    QCOMPARE(chmod(QFile::encodeName(folder).constData(), 0755), 0);
    QVERIFY(paths::makePrivateFolder(folder));
    QCOMPARE(rightsOf(folder), 0700);
}

void tst_PrivateFiles::whatALinkLeadsToKeepsItsRights()
{
    const QString folder = m_folder.filePath(u"shared"_s);
    QCOMPARE(mkdir(QFile::encodeName(folder).constData(), 0), 0);
    QCOMPARE(chmod(QFile::encodeName(folder).constData(), 02775), 0);
    QVERIFY(QFile::link(folder, m_folder.filePath(u"link"_s)));
    QVERIFY(paths::makePrivateFolder(m_folder.filePath(u"link"_s)));
    QCOMPARE(rightsOf(folder), 02775);

    const QString file = m_folder.filePath(u"settings"_s);
    QVERIFY(make(file, 0644));
    QVERIFY(QFile::link(file, m_folder.filePath(u"settingslink"_s)));
    QVERIFY(!paths::makeFilePrivate(m_folder.filePath(u"settingslink"_s)));
    QCOMPARE(rightsOf(file), 0644);
    QVERIFY(paths::makeFilePrivate(file));
    QCOMPARE(rightsOf(file), 0600);
}

void tst_PrivateFiles::devicesAndFoldersKeepTheirs()
{
    const int rights = rightsOf(u"/dev/null"_s);
    QVERIFY(!paths::makeFilePrivate(u"/dev/null"_s));
    QCOMPARE(rightsOf(u"/dev/null"_s), rights);
    QVERIFY(!paths::makeFilePrivate(m_folder.path()));
    QCOMPARE(rightsOf(m_folder.path()), 0700);
    QVERIFY(!paths::makeFilePrivate(m_folder.filePath(u"nothing"_s)));
}

void tst_PrivateFiles::rightsAreCopied()
{
    const QString from = m_folder.filePath(u"from"_s);
    const QString to = m_folder.filePath(u"to"_s);
    QVERIFY(make(from, 0664));
    QVERIFY(make(to, 0600));
    platform::copyRights(from, to);
    QCOMPARE(rightsOf(to), 0664);
    QCOMPARE(QFileInfo(to).groupId(), QFileInfo(from).groupId());
    platform::copyRights(m_folder.filePath(u"nothing"_s), to);
    QCOMPARE(rightsOf(to), 0664);
}

void tst_PrivateFiles::whatIsWrittenInPartReplacesNothing()
{
    const QString name = m_folder.filePath(u"kept.json"_s);
    QVERIFY(writePrivateFile(name, "what was there"));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit narrow{.rlim_cur = 1, .rlim_max = before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &narrow);
    const auto written = writePrivateFile(name, "what does not fit");
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!written);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "what was there"_ba);
    QCOMPARE(QFileInfo(name).dir().entryList({u"kept*"_s}, QDir::Files).size(), 1);
}

MODELSCRIBE_TEST(tst_PrivateFiles)

} // namespace tst_privatefiles

#include "tst_privatefiles.moc"
