// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/json/jsonschemachoice.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace tst_jsonschemachoice {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_JsonSchemaChoice : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Theme::install(*qApp); }
    void init();
    void automaticFollowsTheUse();
    void builtInOnesAreChosenByTitle();
    void theChoiceIsRememberedForItsUse();
    void aFileIsRead();
    void filesThatCannotBeUsedSaySo_data();
    void filesThatCannotBeUsedSaySo();
    void aSchemaWithGapsIsUsedAndSaysSo();
    void theSchemaOfTheTextIsNeverFetched();
    void theSchemaOfTheTextMayBeBuiltIn();
    void noneIsAChoice();
    void theMenuShowsWhatIsChosen();
    void askingForAFileBlocksNothing();
    void settingsThatMakeNoSenseAreAutomatic();

private:
    QString write(const QString &name, const QByteArray &content) const;

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    SchemaSet m_schemas;
};

void tst_JsonSchemaChoice::init()
{
    QVERIFY(m_folder.isValid());
    m_settings.reset();
    QFile::remove(m_folder.filePath(u"settings.ini"_s));
    m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s),
                                             QSettings::IniFormat);
    write(u"general.json"_s, "{\"$id\":\"urn:test:general\",\"type\":\"object\"}");
    write(u"lora.json"_s, "{\"title\":\"LoRA itself\",\"required\":[\"rank\"]}");
    write(u"index.json"_s, R"({"schemas":[
        {"file":"general.json","title":"General keys","for":"model.ExtraInfo"},
        {"file":"lora.json","title":"LoRA & keys","for":"model.ExtraInfo","modelTypes":["LoRA"]}
    ]})");
    const auto schemas = SchemaSet::fromFolder(m_folder.path());
    QVERIFY2(schemas, qPrintable(schemas ? QString() : schemas.error().detail));
    m_schemas = *schemas;
}

QString tst_JsonSchemaChoice::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
               ? file.fileName()
               : QString();
}

void tst_JsonSchemaChoice::automaticFollowsTheUse()
{
    JsonSchemaChoice choice(m_schemas, m_settings.get());
    QSignalSpy changed(&choice, &JsonSchemaChoice::schemaChanged);
    choice.setUse(u"model.ExtraInfo"_s, u"Checkpoint"_s);
    QCOMPARE(choice.choice(), JsonSchemaChoice::Choice::Automatic);
    QCOMPARE(choice.title(), u"General keys"_s);
    QCOMPARE(choice.text(), u"Schema: General keys"_s);
    QCOMPARE(changed.size(), 1);
    choice.setUse(u"model.ExtraInfo"_s, u"lora"_s);
    QCOMPARE(choice.title(), u"LoRA & keys"_s);
    QCOMPARE(choice.text(), u"Schema: LoRA && keys"_s);
    QCOMPARE(choice.accessibleName(), u"Schema: LoRA & keys"_s);
    QCOMPARE(changed.size(), 2);
    choice.setUse(u"version.Metrics"_s, {});
    QVERIFY(!choice.schema());
    QCOMPARE(choice.text(), u"Schema: none"_s);
    QCOMPARE(changed.size(), 3);
}

void tst_JsonSchemaChoice::builtInOnesAreChosenByTitle()
{
    JsonSchemaChoice choice(m_schemas, m_settings.get());
    choice.setUse(u"version.Metrics"_s, {});
    const auto actions = choice.choices().actions();
    const auto action = std::ranges::find(actions, u"LoRA && keys"_s, &QAction::text);
    QVERIFY(action != actions.end());
    (*action)->trigger();
    QCOMPARE(choice.choice(), JsonSchemaChoice::Choice::BuiltIn);
    QCOMPARE(choice.schema(), m_schemas.entries()[1].schema);
}

void tst_JsonSchemaChoice::theChoiceIsRememberedForItsUse()
{
    {
        JsonSchemaChoice choice(m_schemas, m_settings.get());
        choice.setUse(u"model.ExtraInfo"_s, u"a/b"_s);
        choice.chooseNone();
        choice.setUse(u"model.ExtraInfo"_s, {});
        choice.chooseBuiltIn(u"lora.json"_s);
    }
    JsonSchemaChoice choice(m_schemas, m_settings.get());
    choice.setUse(u"model.ExtraInfo"_s, u"a/b"_s);
    QCOMPARE(choice.choice(), JsonSchemaChoice::Choice::None);
    choice.setUse(u"model.ExtraInfo"_s, u"a"_s);
    QCOMPARE(choice.choice(), JsonSchemaChoice::Choice::Automatic);
    choice.setUse(u"model.ExtraInfo"_s, {});
    QCOMPARE(choice.title(), u"LoRA & keys"_s);
    choice.chooseAutomatic();
    choice.setUse(u"model.ExtraInfo"_s, {});
    QCOMPARE(choice.choice(), JsonSchemaChoice::Choice::Automatic);
}

void tst_JsonSchemaChoice::aFileIsRead()
{
    JsonSchemaChoice choice(m_schemas, m_settings.get());
    choice.setUse(u"model.ExtraInfo"_s, {});
    QSignalSpy failed(&choice, &JsonSchemaChoice::failed);
    choice.chooseFile(write(u"mine.json"_s, "{\"type\":\"object\"}"));
    QVERIFY(choice.schema());
    QCOMPARE(choice.title(), u"mine.json"_s);
    choice.chooseFile(m_folder.filePath(u"lora.json"_s));
    QCOMPARE(choice.title(), u"LoRA itself"_s);
    QCOMPARE(failed.size(), 0);
}

void tst_JsonSchemaChoice::filesThatCannotBeUsedSaySo_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("beginning");
    QTest::newRow("not there") << QByteArray() << u"The schema file cannot be read"_s;
    QTest::newRow("no JSON") << "{"_ba << u"This schema cannot be used"_s;
    QTest::newRow("no object") << "[]"_ba << u"This schema cannot be used"_s;
    QTest::newRow("too long") << "{\"title\":\"" + QByteArray(2 * 1024 * 1024, 'x') + "\"}"
                              << u"This schema cannot be used"_s;
}

void tst_JsonSchemaChoice::filesThatCannotBeUsedSaySo()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, beginning);
    JsonSchemaChoice choice(m_schemas, m_settings.get());
    choice.setUse(u"model.ExtraInfo"_s, {});
    QSignalSpy failed(&choice, &JsonSchemaChoice::failed);
    const QString path = m_folder.filePath(u"wrong.json"_s);
    QFile::remove(path);
    if (!content.isNull())
        write(u"wrong.json"_s, content);
    choice.chooseFile(path);
    QVERIFY(!choice.schema());
    QCOMPARE(failed.size(), 1);
    QVERIFY2(choice.problem().startsWith(beginning), qPrintable(choice.problem()));
    QCOMPARE(choice.text(), u"Schema: not usable"_s);
    QCOMPARE(choice.accessibleDescription(), choice.problem());
}

void tst_JsonSchemaChoice::aSchemaWithGapsIsUsedAndSaysSo()
{
    JsonSchemaChoice choice(m_schemas, m_settings.get());
    QSignalSpy failed(&choice, &JsonSchemaChoice::failed);
    choice.chooseFile(write(u"gaps.json"_s, R"({"title":"Mine","properties":{
        "a":{"pattern":"(?<=a+)b"},"b":{"$ref":"other.json"}}})"));
    QVERIFY(choice.schema());
    QVERIFY(choice.problem().isEmpty());
    QCOMPARE(choice.text(), u"Schema: Mine, in part"_s);
    for (const QString &place : {u"$.properties.a.pattern"_s, u"$.properties.b['$ref']"_s})
        QVERIFY2(choice.gaps().contains(place), qPrintable(choice.gaps()));
    QCOMPARE(choice.accessibleDescription(), choice.gaps());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].toString(), choice.gaps());
}

void tst_JsonSchemaChoice::theSchemaOfTheTextIsNeverFetched()
{
    JsonSchemaChoice choice(m_schemas, m_settings.get());
    choice.setUse(u"model.ExtraInfo"_s, {});
    QSignalSpy failed(&choice, &JsonSchemaChoice::failed);
    choice.setReference(u"https://example.com/schema.json"_s);
    QCOMPARE(choice.title(), u"General keys"_s); // only on request
    choice.chooseDocument();
    QVERIFY(!choice.schema());
    QVERIFY(choice.problem().contains(u"never fetched"));
    QCOMPARE(failed.size(), 1);
    choice.setReference({});
    QVERIFY(choice.problem().contains(u"names no schema"));
}

void tst_JsonSchemaChoice::theSchemaOfTheTextMayBeBuiltIn()
{
    JsonSchemaChoice choice(m_schemas, m_settings.get());
    choice.setUse(u"version.Metrics"_s, {});
    choice.chooseDocument();
    QVERIFY(!choice.schema());
    choice.setReference(u"urn:test:general"_s);
    QCOMPARE(choice.schema(), m_schemas.entries()[0].schema);
    QVERIFY(choice.problem().isEmpty());
}

void tst_JsonSchemaChoice::noneIsAChoice()
{
    JsonSchemaChoice choice(m_schemas, m_settings.get());
    choice.setUse(u"model.ExtraInfo"_s, {});
    QSignalSpy changed(&choice, &JsonSchemaChoice::schemaChanged);
    choice.chooseNone();
    QVERIFY(!choice.schema());
    QVERIFY(choice.problem().isEmpty());
    QCOMPARE(changed.size(), 1);
}

void tst_JsonSchemaChoice::theMenuShowsWhatIsChosen()
{
    JsonSchemaChoice choice(m_schemas, m_settings.get());
    choice.setUse(u"model.ExtraInfo"_s, u"LoRA"_s);
    choice.chooseFile(m_folder.filePath(u"general.json"_s));
    choice.show();
    choice.click();
    QVERIFY(choice.choices().isVisible());
    QStringList checked;
    QStringList texts;
    for (const QAction *action : choice.choices().actions()) {
        if (!action->isSeparator())
            texts << action->text();
        if (action->isChecked())
            checked << action->text();
    }
    QCOMPARE(checked, QStringList{u"general.json"_s});
    QCOMPARE(texts, (QStringList{u"Automatic (LoRA && keys)"_s, u"General keys"_s,
                                 u"LoRA && keys"_s, u"The one the text names (“$schema”)"_s,
                                 u"general.json"_s, u"From a file…"_s, u"None"_s}));
    choice.choices().close();
}

void tst_JsonSchemaChoice::askingForAFileBlocksNothing()
{
    QWidget window;
    auto *choice = new JsonSchemaChoice(m_schemas, m_settings.get(), &window);
    choice->setUse(u"model.ExtraInfo"_s, {});
    window.show();
    choice->askForSchema();
    auto *dialog = window.findChild<QFileDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->testOption(QFileDialog::DontUseNativeDialog));
    emit dialog->fileSelected(m_folder.filePath(u"lora.json"_s));
    QCOMPARE(choice->title(), u"LoRA itself"_s);
    dialog->close();
}

void tst_JsonSchemaChoice::settingsThatMakeNoSenseAreAutomatic()
{
    m_settings->setValue(u"json/schemas/model.ExtraInfo/-/choice"_s, u"whatever"_s);
    JsonSchemaChoice choice(m_schemas, m_settings.get());
    choice.setUse(u"model.ExtraInfo"_s, {});
    QCOMPARE(choice.choice(), JsonSchemaChoice::Choice::Automatic);
    QCOMPARE(choice.title(), u"General keys"_s);
}

MODELSCRIBE_GUI_TEST(tst_JsonSchemaChoice)

} // namespace tst_jsonschemachoice

#include "tst_jsonschemachoice.moc"
