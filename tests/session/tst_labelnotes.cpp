// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/labelnotes.h"

#include "testclass.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_labelnotes {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

LabelSuggestion suggestion(const QString &with)
{
    return {.kind = LabelSuggestion::Kind::Case, .key = u"team"_s, .value = u"NLP"_s, .with = with};
}

} // namespace

class tst_LabelNotes : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void coloursAreThereAgain();
    void eachWorkspaceHasItsOwn();
    void whatIsIgnoredStaysSo();
    void aNameThatIsTypedIsThereAgain();
    void strangeSettingsAreNothing();

private:
    QString file() const { return m_folder->filePath(u"settings.ini"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_LabelNotes::coloursAreThereAgain()
{
    {
        QSettings settings(file(), QSettings::IniFormat);
        LabelNotes notes;
        notes.keepIn(&settings);
        notes.use(u"r"_s, u"796"_s);
        QSignalSpy changed(&notes, &LabelNotes::colorsChanged);
        QSignalSpy kept(&notes, &LabelNotes::kept);
        notes.setColor(u"team=中文, \" ;%"_s, LabelColor::Teal);
        notes.setColor(u"stage"_s, LabelColor::Red);
        notes.setColor(u"stage"_s, LabelColor::Red);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(kept.size(), 2);
        notes.setColor(u"stage"_s, LabelColor::None);
    }
    QSettings settings(file(), QSettings::IniFormat);
    LabelNotes notes;
    notes.use(u"r"_s, u"796"_s);
    QVERIFY(notes.colors().isEmpty());
    notes.keepIn(&settings);
    QCOMPARE(notes.colors().size(), 1);
    QCOMPARE(notes.colors().value(u"team=中文, \" ;%"_s), LabelColor::Teal);
}

void tst_LabelNotes::eachWorkspaceHasItsOwn()
{
    QSettings settings(file(), QSettings::IniFormat);
    LabelNotes notes;
    notes.keepIn(&settings);
    notes.setColor(u"team"_s, LabelColor::Blue); // nobody is connected
    notes.use(u"r"_s, u"796"_s);
    QVERIFY(notes.colors().isEmpty());
    notes.setColor(u"team"_s, LabelColor::Green);
    notes.use(u"r"_s, u"797"_s);
    QVERIFY(notes.colors().isEmpty());
    notes.use(u"r"_s, u"796"_s);
    QCOMPARE(notes.colors().value(u"team"_s), LabelColor::Green);
}

void tst_LabelNotes::whatIsIgnoredStaysSo()
{
    {
        QSettings settings(file(), QSettings::IniFormat);
        LabelNotes notes;
        notes.keepIn(&settings);
        notes.use(u"r"_s, u"796"_s);
        notes.ignore(suggestion(u"nlp"_s));
        LabelSuggestion ofKey = suggestion(u"Team"_s);
        ofKey.value.reset();
        notes.ignore(ofKey);
    }
    QSettings settings(file(), QSettings::IniFormat);
    LabelNotes notes;
    notes.keepIn(&settings);
    notes.use(u"r"_s, u"796"_s);
    LabelSuggestion again = suggestion(u"nlp"_s);
    again.models = 12; // others have it by now
    QVERIFY(notes.isIgnored(again));
    QVERIFY(!notes.isIgnored(suggestion(u"other"_s)));
    LabelSuggestion ofKey = suggestion(u"Team"_s);
    QVERIFY(!notes.isIgnored(ofKey));
    ofKey.value.reset();
    QVERIFY(notes.isIgnored(ofKey));
    ofKey.value = QString();
    QVERIFY(!notes.isIgnored(ofKey)); // an empty value is not the key
}

void tst_LabelNotes::aNameThatIsTypedIsThereAgain()
{
    const LabelRenaming typed{
        .key = u"team"_s, .texts = {u"nlp"_s, u" NLP "_s}, .typed = u" half, way"_s};
    {
        QSettings settings(file(), QSettings::IniFormat);
        LabelNotes notes;
        notes.keepIn(&settings);
        notes.use(u"r"_s, u"796"_s);
        notes.setRenaming(typed);
    }
    QSettings settings(file(), QSettings::IniFormat);
    LabelNotes notes;
    notes.keepIn(&settings);
    notes.use(u"r"_s, u"796"_s);
    QVERIFY(notes.renaming() == typed);
    QSignalSpy kept(&notes, &LabelNotes::kept);
    notes.setRenaming(std::nullopt);
    QTRY_COMPARE(kept.size(), 1);
    notes.use(u"r"_s, u"796"_s);
    QVERIFY(!notes.renaming());
}

void tst_LabelNotes::strangeSettingsAreNothing()
{
    QSettings settings(file(), QSettings::IniFormat);
    LabelNotes notes;
    notes.keepIn(&settings);
    notes.use(u"r"_s, u"796"_s);
    notes.setColor(u"team"_s, LabelColor::Green);
    const QString place = settings.allKeys().filter(u"/colors"_s).first().section(u'/', 0, -2);
    settings.setValue(place + u"/colors"_s, QStringList{u"a"_s, u"octarine"_s, u"b"_s});
    settings.setValue(place + u"/ignored"_s, QStringList{u"case"_s, u"team"_s});
    settings.setValue(place + u"/renaming"_s, QStringList{QString()});
    notes.use(u"r"_s, u"796"_s);
    QVERIFY(notes.colors().isEmpty());
    QVERIFY(!notes.renaming());
    QVERIFY(!notes.isIgnored(suggestion(u"nlp"_s)));
}

MODELSCRIBE_TEST(tst_LabelNotes)

} // namespace tst_labelnotes

#include "tst_labelnotes.moc"
