// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"
#include "testclass.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>

namespace tst_settings {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_Settings : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void withoutAFileDefaultsHold();
    void whatIsSetIsThereTheNextTime_data();
    void whatIsSetIsThereTheNextTime();
    void theDefaultIsNotWritten();
    void readsWhatEarlierVersionsKept();
    void whatIsNotPossibleIsRefused();
    void badValuesFallBackAndAreNamed_data();
    void badValuesFallBackAndAreNamed();
    void aBrokenFileIsNoCrash();
    void othersInTheFileStay();
    void followsWhatAnotherWrites();
    void whatARunWasStartedWithIsNotWritten();
    void aFileThatCannotBeWrittenIsSaid();
    void whatIsNoFileIsNotOpened_data();
    void whatIsNoFileIsNotOpened();
    void aLinkStaysOne();
    void damagedOnesAreCopiedBeforeTheyChange();
    void whatPeopleWriteIsNoDamage();
    void whatCouldNotBeWrittenIsTriedAgain();
    void theFileIsPrivate();

private:
    QString file() const { return m_folder->filePath(u"settings.ini"_s); }
    void write(const QByteArray &text)
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Settings::withoutAFileDefaultsHold()
{
    const Settings inMemory;
    const Settings inFile(file());
    for (const Setting &setting : settingsTable()) {
        for (const Settings *settings : {&inMemory, &inFile}) {
            QCOMPARE(settings->text(setting.id), QString(setting.standard));
            QVERIFY(settings->isStandard(setting.id));
        }
    }
    QVERIFY(!QFileInfo::exists(file()));
    QCOMPARE(inMemory.number(SettingId::JournalDays), 90);
    QVERIFY(inMemory.isOn(SettingId::Motion));
    QCOMPARE(inMemory.list(SettingId::NotCopied), QStringList{u"ModelName"_s});
    QVERIFY(inMemory.list(SettingId::AllowedHosts).isEmpty());
}

void tst_Settings::whatIsSetIsThereTheNextTime_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<QString>("value");
    for (const Setting &setting : settingsTable()) {
        QString value;
        switch (setting.kind) {
        case SettingKind::Choice: value = setting.choices.back().name; break;
        case SettingKind::Switch: value = u"false"_s; break;
        case SettingKind::Number: value = QString::number(setting.least); break;
        case SettingKind::List: value = u"a.example\nb.example"_s; break;
        case SettingKind::Text: value = u"code --wait \"%f\" = ; 中"_s; break;
        }
        QTest::newRow(setting.key.data()) << int(setting.id) << value;
    }
    QTest::newRow("no list") << int(SettingId::NotCopied) << QString();
    QTest::newRow("one host") << int(SettingId::AllowedHosts) << u"a.example"_s;
    QTest::newRow("a comma") << int(SettingId::NotCopied) << u"label:a, b"_s;
}

void tst_Settings::whatIsSetIsThereTheNextTime()
{
    QFETCH(int, id);
    QFETCH(QString, value);
    {
        Settings settings(file());
        QSignalSpy changed(&settings, &Settings::changed);
        QVERIFY(settings.set(SettingId(id), value));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(settings.text(SettingId(id)), value);
        QVERIFY(settings.set(SettingId(id), value));
        QCOMPARE(changed.size(), 1); // nothing new
    }
    Settings again(file());
    QCOMPARE(again.text(SettingId(id)), value);
    QVERIFY(!again.isStandard(SettingId(id)));
    QVERIFY(again.reset(SettingId(id)));
    QVERIFY(Settings(file()).isStandard(SettingId(id)));
}

void tst_Settings::theDefaultIsNotWritten()
{
    Settings settings(file());
    QVERIFY(settings.set(SettingId::Rows, u"compact"_s));
    QVERIFY(QSettings(file(), QSettings::IniFormat).contains(u"appearance/rows"_s));
    QVERIFY(settings.set(SettingId::Rows, u"normal"_s));
    QVERIFY(!QSettings(file(), QSettings::IniFormat).contains(u"appearance/rows"_s));
}

void tst_Settings::readsWhatEarlierVersionsKept()
{
    write("[window]\ntheme=dark\nlanguage=zh_CN\nhistoryDays=365\n"
          "notCopied=\"ModelName\\nlabel:a, b\"\n"
          "[json]\nwrap=false\n[remote]\nhosts=a.example, b.example\n");
    const Settings settings(file());
    QCOMPARE(settings.text(SettingId::Theme), u"dark"_s);
    QCOMPARE(settings.text(SettingId::Language), u"zh_CN"_s);
    QCOMPARE(settings.number(SettingId::JournalDays), 365);
    QCOMPARE(settings.list(SettingId::NotCopied), (QStringList{u"ModelName"_s, u"label:a, b"_s}));
    QVERIFY(!settings.isOn(SettingId::WrapLines));
    QCOMPARE(settings.list(SettingId::AllowedHosts), (QStringList{u"a.example"_s, u"b.example"_s}));

    QFile::remove(file());
    write("[window]\ntheme=system\nlanguage=\nhistoryDays=90\nnotCopied=\n");
    const Settings standard(file());
    QVERIFY(standard.isStandard(SettingId::Language));
    QVERIFY(standard.refused(SettingId::Language).isEmpty());
    QVERIFY(standard.list(SettingId::NotCopied).isEmpty()); // somebody ticked the name
}

void tst_Settings::whatIsNotPossibleIsRefused()
{
    Settings settings(file());
    QSignalSpy changed(&settings, &Settings::changed);
    const auto done = settings.set(SettingId::Theme, u"pink"_s);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Invalid);
    QVERIFY(done.error().detail.contains(u"pink"_s));
    QVERIFY(done.error().detail.contains(u"system, light or dark"_s));
    QCOMPARE(settings.text(SettingId::Theme), u"system"_s);
    QVERIFY(changed.isEmpty());
    QVERIFY(!QFileInfo::exists(file()));
}

void tst_Settings::badValuesFallBackAndAreNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("id");
    QTest::addColumn<QString>("refused");
    QTest::newRow("theme") << QByteArray("[window]\ntheme=pink\n") << int(SettingId::Theme)
                           << u"pink"_s;
    QTest::newRow("language") << QByteArray("[window]\nlanguage=../../x\n")
                              << int(SettingId::Language) << u"../../x"_s;
    QTest::newRow("days") << QByteArray("[window]\nhistoryDays=-1\n") << int(SettingId::JournalDays)
                          << u"-1"_s;
    QTest::newRow("rate") << QByteArray("[rate]\nreads=1000000\n") << int(SettingId::ReadsPerSecond)
                          << u"1000000"_s;
    QTest::newRow("hosts") << QByteArray("[remote]\nhosts=a.example, x y\n")
                           << int(SettingId::AllowedHosts) << u"a.example\nx y"_s;
    QTest::newRow("a rectangle") << QByteArray("[appearance]\nrows=@Rect(1 2 3 4)\n")
                                 << int(SettingId::Rows) << QString();
}

void tst_Settings::badValuesFallBackAndAreNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(int, id);
    QFETCH(QString, refused);
    write(text);
    Settings settings(file());
    QVERIFY(settings.isStandard(SettingId(id)));
    QCOMPARE(settings.refused(SettingId(id)), refused);
    QFile in(file());
    QVERIFY(in.open(QIODevice::ReadOnly));
    QCOMPARE(in.readAll(), text); // nobody else's word is corrected
    in.close();
    QVERIFY(settings.reset(SettingId(id)));
    QVERIFY(Settings(file()).refused(SettingId(id)).isEmpty());
}

void tst_Settings::aBrokenFileIsNoCrash()
{
    write(QByteArray("\0\xff\x01[window]\n=\x02theme", 19));
    const Settings settings(file());
    for (const Setting &setting : settingsTable())
        QVERIFY2(settings.isStandard(setting.id), setting.key.data());
}

void tst_Settings::othersInTheFileStay()
{
    write("[window]\nsidebarWidth=180\ntheme=dark\n[later]\nthing=1\n");
    Settings settings(file());
    QVERIFY(settings.set(SettingId::Theme, u"light"_s));
    const QSettings store(file(), QSettings::IniFormat);
    QCOMPARE(store.value(u"window/sidebarWidth"_s).toInt(), 180);
    QCOMPARE(store.value(u"later/thing"_s).toInt(), 1);
}

void tst_Settings::followsWhatAnotherWrites()
{
    Settings settings(file());
    settings.follow();
    QSignalSpy changed(&settings, &Settings::changed);
    // As another program does: not through this one's QSettings.
    write("[window]\ntheme=dark\n");
    QTRY_COMPARE(settings.text(SettingId::Theme), u"dark"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().value<SettingId>(), SettingId::Theme);
    QFile::remove(file());
    write("[window]\ntheme=light\n[appearance]\nrows=compact\n");
    QTRY_COMPARE(settings.text(SettingId::Theme), u"light"_s);
    QCOMPARE(settings.text(SettingId::Rows), u"compact"_s);
    QFile::remove(file());
    QTRY_VERIFY(settings.isStandard(SettingId::Theme));
}

void tst_Settings::whatARunWasStartedWithIsNotWritten()
{
    Settings settings(file());
    settings.overrideForRun(SettingId::Theme, u"dark"_s);
    settings.overrideForRun(SettingId::Rows, u"nonsense"_s);
    QCOMPARE(settings.text(SettingId::Theme), u"dark"_s);
    QVERIFY(settings.isStandard(SettingId::Rows));
    settings.read();
    QCOMPARE(settings.text(SettingId::Theme), u"dark"_s);
    QVERIFY(Settings(file()).isStandard(SettingId::Theme));
    QVERIFY(settings.set(SettingId::Theme, u"dark"_s)); // the person's own word
    QCOMPARE(Settings(file()).text(SettingId::Theme), u"dark"_s);
}

void tst_Settings::aFileThatCannotBeWrittenIsSaid()
{
    QVERIFY(QDir().mkpath(file())); // a folder is in its place
    Settings settings(file());
    QSignalSpy failed(&settings, &Settings::writeFailed);
    const auto done = settings.set(SettingId::Theme, u"light"_s);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Storage);
    QVERIFY(done.error().detail.contains(file()));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(settings.text(SettingId::Theme), u"light"_s); // for this run
}

void tst_Settings::whatIsNoFileIsNotOpened_data()
{
    QTest::addColumn<bool>("isLinked");
    QTest::newRow("a pipe") << false;
    QTest::newRow("a link to one") << true;
}

void tst_Settings::whatIsNoFileIsNotOpened()
{
    QFETCH(bool, isLinked);
    const QString pipe = isLinked ? m_folder->filePath(u"pipe"_s) : file();
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    if (isLinked)
        QVERIFY(QFile::link(pipe, file()));
    Settings settings(file()); // would wait for ever
    QVERIFY(settings.readError());
    QCOMPARE(settings.readError()->code, u"settings-unreadable"_s);
    QVERIFY(settings.readError()->detail.contains(file()));
    const auto done = settings.set(SettingId::Theme, u"light"_s);
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"settings-unreadable"_s);
    struct stat state
    {
    };
    QCOMPARE(stat(QFile::encodeName(pipe).constData(), &state), 0);
    QVERIFY(S_ISFIFO(state.st_mode)); // nothing took its place
}

void tst_Settings::aLinkStaysOne()
{
    const QString real = m_folder->filePath(u"real.ini"_s);
    QVERIFY(QFile::link(real, file()));
    Settings settings(file());
    QVERIFY(settings.set(SettingId::Theme, u"light"_s));
    QVERIFY(QFileInfo(file()).isSymLink());
    QCOMPARE(Settings(real).text(SettingId::Theme), u"light"_s);
}

void tst_Settings::damagedOnesAreCopiedBeforeTheyChange()
{
    const QByteArray text = "[window]\ntheme=dark\nthis is no line of settings\n";
    write(text);
    Settings settings(file());
    QVERIFY(settings.readError());
    QCOMPARE(settings.readError()->code, u"settings-damaged"_s);
    QCOMPARE(settings.text(SettingId::Theme), u"dark"_s);
    QVERIFY(settings.set(SettingId::Rows, u"compact"_s));
    const QStringList copies = QDir(m_folder->path()).entryList({u"settings.ini.damaged-*"_s});
    QCOMPARE(copies.size(), 1);
    QFile copy(m_folder->filePath(copies.first()));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), text);
    const Settings again(file());
    QVERIFY(!again.readError());
    QCOMPARE(again.text(SettingId::Theme), u"dark"_s);
    QCOMPARE(again.text(SettingId::Rows), u"compact"_s);
}

void tst_Settings::whatPeopleWriteIsNoDamage()
{
    write("; mine\r\n\r\n[extrainfo]\r\neditor=code \\\n  --wait\n[window]\ntheme=dark");
    const Settings settings(file());
    QVERIFY2(!settings.readError(), qPrintable(settings.readError().value_or(Error()).detail));
    QCOMPARE(settings.text(SettingId::Theme), u"dark"_s);
}

void tst_Settings::whatCouldNotBeWrittenIsTriedAgain()
{
    QVERIFY(QDir().mkpath(file()));
    Settings settings(file());
    QVERIFY(!settings.set(SettingId::Theme, u"light"_s));
    QVERIFY(!settings.set(SettingId::Theme, u"light"_s));
    QVERIFY(QDir().rmdir(file()));
    QVERIFY(settings.set(SettingId::Theme, u"light"_s));
    QCOMPARE(Settings(file()).text(SettingId::Theme), u"light"_s);
}

void tst_Settings::theFileIsPrivate()
{
    Settings settings(file());
    QVERIFY(settings.set(SettingId::Rows, u"compact"_s));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file()) & others));
}

MODELSCRIBE_TEST(tst_Settings)

} // namespace tst_settings

#include "tst_settings.moc"
