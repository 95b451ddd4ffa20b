// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingstable.h"
#include "testclass.h"
#include "testpaths.h"

#include <QFile>
#include <QSet>
#include <QTest>

#include <algorithm>

namespace tst_settingstable {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_SettingsTable : public QObject
{
    Q_OBJECT

private slots:
    void everyRowIsWhole();
    void keysAndPlacesAreUnique();
    void takesWhatIsPossible_data();
    void takesWhatIsPossible();
    void saysWhatIsPossible();
    void numbersHaveTheirUnit();
    void theDocumentationHasAllOfThem();
};

void tst_SettingsTable::everyRowIsWhole()
{
    int number = 0;
    for (const Setting &setting : settingsTable()) {
        QCOMPARE(int(setting.id), number++);
        const char *key = setting.key.data();
        QVERIFY2(!setting.titleText().isEmpty(), key);
        QVERIFY2(!setting.possible().isEmpty(), key);
        QVERIFY2(setting.page != SettingsPage::Folders, key);
        QCOMPARE(setting.accepted(setting.standard), std::optional<QString>(setting.standard));
        if (setting.kind == SettingKind::Choice) {
            QVERIFY2(setting.choices.size() > 1, key);
            for (const SettingChoice &choice : setting.choices)
                QVERIFY2(!choice.labelText().isEmpty(), key);
        }
        if (setting.kind == SettingKind::Number) {
            QVERIFY2(setting.least < setting.most && setting.step > 0, key);
            for (const int offered : setting.offered)
                QVERIFY2(setting.accepted(QString::number(offered)), key);
        }
        if (setting.kind == SettingKind::List)
            QVERIFY2(setting.isItem, key);
    }
    for (int page = 0; page < settingsPages; ++page)
        QVERIFY(!settingsPageTitle(SettingsPage(page)).isEmpty());
}

void tst_SettingsTable::keysAndPlacesAreUnique()
{
    QSet<QString> known;
    for (const Setting &setting : settingsTable()) {
        for (const QLatin1StringView name : {setting.key, setting.stored}) {
            QVERIFY2(!known.contains(name), name.data());
            known.insert(name);
        }
        QCOMPARE(findSetting(setting.key), &setting);
        QCOMPARE(&settingOf(setting.id), &setting);
    }
    QVERIFY(!findSetting(u"appearance"_s));
    QVERIFY(!findSetting({}));
}

void tst_SettingsTable::takesWhatIsPossible_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("taken"); // "-": nothing
    const auto row = [](const char *key, const QString &given, const QString &taken) {
        QTest::addRow("%s %s", key, qPrintable(given.left(20)))
            << QString::fromLatin1(key) << given << taken;
    };
    row("appearance.colours", u"dark"_s, u"dark"_s);
    row("appearance.colours", u"Dark"_s, u"-"_s);
    row("appearance.colours", u"../../x"_s, u"-"_s);
    row("appearance.motion", u"off"_s, u"false"_s);
    row("appearance.motion", u"YES"_s, u"true"_s);
    row("appearance.motion", u"perhaps"_s, u"-"_s);
    row("appearance.list-text", u"80"_s, u"80"_s);
    row("appearance.list-text", u"160"_s, u"160"_s);
    row("appearance.list-text", u"79"_s, u"-"_s);
    row("appearance.list-text", u"161"_s, u"-"_s);
    row("appearance.list-text", u"1e2"_s, u"-"_s);
    row("appearance.list-text", u"99999999999"_s, u"-"_s);
    row("appearance.list-text", QString(), u"-"_s);
    row("rate.writes", u"0"_s, u"-"_s);
    row("rate.attempts", u"1"_s, u"-"_s);
    row("journal.days", u"0"_s, u"0"_s);
    row("journal.days", u"-1"_s, u"-"_s);
    row("pictures.hosts", u"a.example\nb.example:8443\na.example"_s,
        u"a.example\nb.example:8443"_s);
    row("pictures.hosts", u"https://a.example"_s, u"-"_s);
    row("pictures.hosts", u"a.example/x"_s, u"-"_s);
    row("pictures.hosts", u"me@a.example"_s, u"-"_s);
    row("pictures.hosts", u"a.example:443"_s, u"-"_s);
    row("pictures.hosts", u"[::1]"_s, u"[::1]"_s);
    row("editing.not-copied", u"label:a, b\nextra:中"_s, u"label:a, b\nextra:中"_s);
    row("editing.not-copied", QString(), QString());
}

void tst_SettingsTable::takesWhatIsPossible()
{
    QFETCH(QString, key);
    QFETCH(QString, given);
    QFETCH(QString, taken);
    const Setting *setting = findSetting(key);
    QVERIFY(setting);
    QCOMPARE(setting->accepted(given).value_or(u"-"_s), taken);
    QVERIFY(!setting->accepted(QString(30'000, u'x')));
}

void tst_SettingsTable::saysWhatIsPossible()
{
    QCOMPARE(settingOf(SettingId::Theme).possible(), u"system, light or dark"_s);
    QCOMPARE(settingOf(SettingId::ListText).possible(), u"a number from 80 to 160"_s);
    QCOMPARE(settingOf(SettingId::JournalDays).possible(),
             u"a number from 0 to 36500; 0: forever"_s);
}

void tst_SettingsTable::numbersHaveTheirUnit()
{
    QCOMPARE(settingOf(SettingId::ListText).numberText(110), u"110 %"_s);
    QCOMPARE(settingOf(SettingId::ReadsPerSecond).numberText(25), u"25 a second"_s);
    QCOMPARE(settingOf(SettingId::JournalDays).numberText(0), u"forever"_s);
    QVERIFY(settingOf(SettingId::JournalDays).numberText(90).startsWith(u"90"_s));
}

//! docs/settings.md has a line "| `key` | default | possible |" for each, and no others.
void tst_SettingsTable::theDocumentationHasAllOfThem()
{
    QFile file(testing::sourcePath(u"docs/settings.md"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const Setting &setting : settingsTable()) {
        const QString standard = setting.standard.isEmpty() ? u"–"_s
                                                            : u"`"_s + setting.standard + u"`"_s;
        const QString wanted = u"| `%1` | %2 | %3 |"_s.arg(setting.key, standard,
                                                           setting.possible());
        QVERIFY2(std::ranges::any_of(lines,
                                     [&](const QString &line) { return line.startsWith(wanted); }),
                 qPrintable(wanted));
    }
    const auto rows = std::ranges::count_if(
        lines, [](const QString &line) { return line.startsWith("| `"_L1); });
    QCOMPARE(size_t(rows), settingsTable().size());
}

MODELSCRIBE_TEST(tst_SettingsTable)

} // namespace tst_settingstable

#include "tst_settingstable.moc"
