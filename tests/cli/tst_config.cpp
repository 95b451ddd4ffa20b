// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliworld.h"
#include "settings/settings.h"
#include "testclass.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <sys/stat.h>

namespace tst_config {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_Config : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<CliWorld>(); }

    void listsAllOfTheTable();
    void whatIsSetIsThere_data();
    void whatIsSetIsThere();
    void theDefaultComesBack();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void aBadFileIsSaid();
    void aFileThatIsNoneIsSaid_data();
    void aFileThatIsNoneIsSaid();
    void theFileIsPrivate();

private:
    QString file() const
    {
        return m_world->environment.value(u"XDG_CONFIG_HOME"_s) + u"/modelscribe/settings.ini"_s;
    }

    std::unique_ptr<CliWorld> m_world;
};

void tst_Config::listsAllOfTheTable()
{
    const Told told = m_world->run({u"config"_s, u"list"_s});
    QCOMPARE(told.code, 0);
    QVERIFY(told.err.isEmpty());
    const QJsonArray rows = told.json().value("Settings"_L1).toArray();
    QCOMPARE(size_t(rows.size()), settingsTable().size());
    for (size_t i = 0; i < settingsTable().size(); ++i) {
        const QJsonObject row = rows[qsizetype(i)].toObject();
        QCOMPARE(row.value("Key"_L1).toString(), QString(settingsTable()[i].key));
        QCOMPARE(row.value("Value"_L1), row.value("Default"_L1));
        QVERIFY(!row.value("Possible"_L1).toString().isEmpty());
    }
    QVERIFY(!QFileInfo::exists(file())); // reading writes nothing
    const Told table = m_world->run({u"config"_s, u"--output"_s, u"table"_s});
    QVERIFY(table.out.contains("appearance.colours"));
    QVERIFY(table.out.contains("system, light or dark"));
}

void tst_Config::whatIsSetIsThere_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QJsonValue>("json");
    QTest::newRow("choice") << u"appearance.colours"_s << QStringList{u"dark"_s}
                            << QJsonValue(u"dark"_s);
    QTest::newRow("switch") << u"appearance.motion"_s << QStringList{u"off"_s} << QJsonValue(false);
    QTest::newRow("number") << u"rate.writes"_s << QStringList{u"5"_s} << QJsonValue(5);
    QTest::newRow("list") << u"pictures.hosts"_s << QStringList{u"a.example"_s, u"b.example"_s}
                          << QJsonValue(QJsonArray{u"a.example"_s, u"b.example"_s});
    QTest::newRow("no items") << u"editing.not-copied"_s << QStringList{u"--empty"_s}
                              << QJsonValue(QJsonArray());
    QTest::newRow("text") << u"extrainfo.editor"_s << QStringList{u"code --wait %f"_s}
                          << QJsonValue(u"code --wait %f"_s);
}

void tst_Config::whatIsSetIsThere()
{
    QFETCH(QString, key);
    QFETCH(QStringList, values);
    QFETCH(QJsonValue, json);
    const Told set = m_world->run(QStringList{u"config"_s, u"set"_s, key} + values);
    QCOMPARE(set.code, 0);
    QVERIFY2(set.out.isEmpty() && set.err.isEmpty(), set.err.constData());
    const Told got = m_world->run({u"config"_s, u"get"_s, key});
    QCOMPARE(got.code, 0);
    QCOMPARE(got.json().value("Key"_L1).toString(), key);
    QCOMPARE(got.json().value("Value"_L1), json);
    // The window reads the same.
    const Settings settings(file());
    QVERIFY(!settings.isStandard(findSetting(key)->id));
    const Told line = m_world->run({u"config"_s, u"get"_s, key, u"--output"_s, u"table"_s});
    QCOMPARE(QString::fromUtf8(line.out).trimmed(), settings.text(findSetting(key)->id));
}

void tst_Config::theDefaultComesBack()
{
    const QString key = u"rate.reads"_s;
    QCOMPARE(m_world->run({u"config"_s, u"set"_s, key, u"7"_s}).code, 0);
    const Told told = m_world->run(
        {u"config"_s, u"set"_s, key, u"--default"_s, u"--output"_s, u"json"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(told.json().value("Value"_L1).toInt(), 25);
    QVERIFY(Settings(file()).isStandard(SettingId::ReadsPerSecond));
}

void tst_Config::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QStringList &arguments, const QByteArray &says) {
        QTest::newRow(name) << arguments << says;
    };
    row("unknown key", {u"get"_s, u"appearance.color"_s}, "there is no setting “appearance.color”");
    row("unknown key to set", {u"set"_s, u"x"_s, u"1"_s}, "config list");
    row("not a choice", {u"set"_s, u"appearance.colours"_s, u"pink"_s}, "system, light or dark");
    row("too many", {u"set"_s, u"rate.writes"_s, u"100"_s}, "a number from 1 to 20");
    row("no number", {u"set"_s, u"rate.writes"_s, u"many"_s}, "a number from 1 to 20");
    row("no switch", {u"set"_s, u"appearance.motion"_s, u"perhaps"_s}, "true or false");
    row("no host", {u"set"_s, u"pictures.hosts"_s, u"https://a.example/x"_s}, "names of hosts");
    row("no value", {u"set"_s, u"rate.writes"_s}, "the value is missing");
    row("two values", {u"set"_s, u"rate.writes"_s, u"1"_s, u"2"_s}, "takes one value");
    row("empty for a number", {u"set"_s, u"rate.writes"_s, u"--empty"_s}, "is not a list");
    row("no field", {u"set"_s, u"editing.not-copied"_s, u"Task"_s, u"Foo"_s}, "“Foo” is not");
    row("value and default", {u"set"_s, u"rate.writes"_s, u"1"_s, u"--default"_s},
        "go without a value");
}

void tst_Config::whatIsWrongIsSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Told told = m_world->run(QStringList{u"config"_s} + arguments);
    QCOMPARE(told.code, 2);
    QVERIFY(told.out.isEmpty());
    QVERIFY2(told.err.contains(says), told.err.constData());
    QVERIFY(told.err.startsWith("modelscribe-cli: "));
    QVERIFY(!QFileInfo::exists(file()));
    const Told json = m_world->run(QStringList{u"--output"_s, u"json"_s, u"config"_s} + arguments);
    QVERIFY2(json.err.contains("{\"Error\":"), json.err.constData());
}

void tst_Config::aBadFileIsSaid()
{
    QVERIFY(QDir().mkpath(QFileInfo(file()).path()));
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("[window]\ntheme=pink\n");
    out.close();
    const Told told = m_world->run({u"config"_s, u"get"_s, u"appearance.colours"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(told.json().value("Value"_L1).toString(), u"system"_s);
    QCOMPARE(told.json().value("Refused"_L1).toString(), u"pink"_s);
    QVERIFY(told.err.contains("“pink”"));
    QVERIFY(m_world->run({u"config"_s, u"list"_s}).err.contains("“pink”"));
}

void tst_Config::aFileThatIsNoneIsSaid_data()
{
    QTest::addColumn<bool>("isFolder");
    QTest::newRow("a folder") << true;
    QTest::newRow("a pipe") << false;
}

void tst_Config::aFileThatIsNoneIsSaid()
{
    QFETCH(bool, isFolder);
    QVERIFY(QDir().mkpath(isFolder ? file() : QFileInfo(file()).path()));
    if (!isFolder)
        QCOMPARE(mkfifo(QFile::encodeName(file()).constData(), 0600), 0);
    const Told got = m_world->run({u"config"_s, u"get"_s, u"rate.writes"_s});
    QCOMPARE(got.code, 0);
    QCOMPARE(got.json().value("Value"_L1), QJsonValue(10));
    QVERIFY2(got.err.contains("The settings file cannot be used"), got.err.constData());
    const Told set = m_world->run({u"config"_s, u"set"_s, u"rate.writes"_s, u"5"_s});
    QCOMPARE(set.code, 2);
    QVERIFY2(set.err.contains(file().toUtf8()), set.err.constData());
    QVERIFY(set.err.contains("left as it is"));
    QVERIFY(set.err.contains("move it away"));
}

void tst_Config::theFileIsPrivate()
{
    QCOMPARE(m_world->run({u"config"_s, u"set"_s, u"rate.writes"_s, u"5"_s}).code, 0);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file()) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(file()).path()) & others));
}

MODELSCRIBE_TEST(tst_Config)

} // namespace tst_config

#include "tst_config.moc"
