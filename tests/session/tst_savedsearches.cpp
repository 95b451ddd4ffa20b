// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/savedsearches.h"

#include "testclass.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_savedsearches {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_SavedSearches : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aChangeCountsAtOnceAndIsThereNextTime();
    void windowsShareTheFile();
    void withoutAFileTheyAreKeptInMemory();
    void aDamagedFileIsKeptAside();
    void aNewerFileIsLeftAlone();
    void whatCannotBeWrittenWaits();
    void aChosenFileMustBeOne();

private:
    QString file() const { return m_folder->filePath(u"config/searches.json"_s); }
    void write(const QByteArray &text) const;
    QByteArray read() const;
    static SearchEdit adding(const QString &name)
    {
        return [name](SearchSet &set) { set.add({name, u"q "_s + name}); };
    }
    static QStringList namesOf(const SavedSearches &searches);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SavedSearches::write(const QByteArray &text) const
{
    QDir().mkpath(m_folder->filePath(u"config"_s));
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text);
}

QByteArray tst_SavedSearches::read() const
{
    QFile in(file());
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

QStringList tst_SavedSearches::namesOf(const SavedSearches &searches)
{
    QStringList names;
    for (const SavedSearch &search : searches.set().searches)
        names.append(search.name);
    return names;
}

void tst_SavedSearches::aChangeCountsAtOnceAndIsThereNextTime()
{
    {
        SavedSearches searches;
        searches.keepIn(file());
        QSignalSpy changed(&searches, &SavedSearches::changed);
        for (const char16_t *name : {u"a", u"b", u"c"})
            searches.change(adding(QString::fromUtf16(name)));
        searches.change(adding(u"a"_s)); // nothing
        QCOMPARE(changed.size(), 3);
        QCOMPARE(namesOf(searches), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    } // at once: the end waits for the disk
    QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), 0);
    SavedSearches searches;
    searches.keepIn(file());
    QTRY_COMPARE(namesOf(searches), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void tst_SavedSearches::windowsShareTheFile()
{
    SavedSearches one;
    SavedSearches other;
    one.keepIn(file());
    other.keepIn(file());
    one.change(adding(u"a"_s));
    other.change(adding(u"b"_s));
    QTRY_COMPARE(namesOf(one).size(), 2);
    QTRY_COMPARE(namesOf(other), namesOf(one));
    one.change([](SearchSet &set) { set.rename(u"b"_s, u"z"_s); });
    other.change([](SearchSet &set) { set.remove(u"a"_s); });
    QTRY_COMPARE(namesOf(one), QStringList{u"z"_s});
    QTRY_COMPARE(namesOf(other), QStringList{u"z"_s});
    write(SearchSet{.searches = {{u"by hand"_s, u"x"_s}}}.toJson());
    QTRY_COMPARE(namesOf(one), QStringList{u"by hand"_s});
}

void tst_SavedSearches::withoutAFileTheyAreKeptInMemory()
{
    SavedSearches searches;
    searches.change(adding(u"a"_s));
    QCOMPARE(namesOf(searches), QStringList{u"a"_s});
}

void tst_SavedSearches::aDamagedFileIsKeptAside()
{
    write("{ half");
    SavedSearches searches;
    QSignalSpy failed(&searches, &SavedSearches::failed);
    searches.keepIn(file());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, u"no-searches"_s);
    QCOMPARE(failed.first().first().value<Error>().file, file());
    QCOMPARE(read(), "{ half"_ba); // until somebody wants to keep something
    searches.change(adding(u"a"_s));
    QTRY_VERIFY(read().contains("q a"));
    const QDir folder(m_folder->filePath(u"config"_s));
    const QStringList aside = folder.entryList({u"*.damaged-*"_s});
    QCOMPARE(aside.size(), 1);
    QFile copy(folder.filePath(aside.first()));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), "{ half"_ba);
}

void tst_SavedSearches::aNewerFileIsLeftAlone()
{
    const QByteArray newer = R"({"format": "modelscribe-searches", "version": 9})";
    write(newer);
    SavedSearches searches;
    QSignalSpy failed(&searches, &SavedSearches::failed);
    searches.keepIn(file());
    searches.change(adding(u"a"_s));
    QTRY_COMPARE(failed.size(), 2); // and the change is told, too
    QCOMPARE(failed.last().first().value<Error>().code, u"newer-version"_s);
    QCOMPARE(read(), newer);
    QCOMPARE(namesOf(searches), QStringList{u"a"_s});
}

void tst_SavedSearches::whatCannotBeWrittenWaits()
{
    write(SearchSet().toJson());
    SavedSearches searches;
    searches.keepIn(file());
    QSignalSpy failed(&searches, &SavedSearches::failed);
    QVERIFY(QFile::remove(file()));
    QVERIFY(QDir().mkpath(file())); // a folder in its place
    searches.change(adding(u"a"_s));
    QTRY_VERIFY(!failed.isEmpty());
    QCOMPARE(namesOf(searches), QStringList{u"a"_s});
    QVERIFY(QDir().rmdir(file()));
    searches.change(adding(u"b"_s));
    QTRY_VERIFY(read().contains("q a") && read().contains("q b"));
    QCOMPARE(namesOf(searches), (QStringList{u"a"_s, u"b"_s}));
}

void tst_SavedSearches::aChosenFileMustBeOne()
{
    QCOMPARE(SearchesFile(file()).read(true).error().code, u"no-reading"_s);
    QCOMPARE(SearchesFile(m_folder->path()).read(true).error().code, u"no-file"_s);
    QCOMPARE(SearchesFile(u"/dev/zero"_s).read(true).error().code, u"no-file"_s);
    write(QByteArray(5 * 1024 * 1024, ' '));
    QCOMPARE(SearchesFile(file()).read(true).error().code, u"no-searches"_s);
}

MODELSCRIBE_TEST(tst_SavedSearches)

} // namespace tst_savedsearches

#include "tst_savedsearches.moc"
