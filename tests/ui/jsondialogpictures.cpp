// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the dialogs of the JSON editor, light and dark, into the folder given as the
//! first argument, to be looked at; the second may name a catalogue (.qm), for another language.
#include "ui/json/dialogs/jsondifferencedialog.h"
#include "ui/json/dialogs/jsonpastedialog.h"
#include "ui/json/dialogs/jsonrepairdialog.h"
#include "ui/json/dialogs/jsonsourcetree.h"
#include "ui/json/dialogs/jsonsubtreedialog.h"
#include "ui/json/dialogs/textdifferenceview.h"
#include "ui/json/jsondocument.h"
#include "ui/json/jsonschemachoice.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/widgets/theme.h"
#include "uitest.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QTest>
#include <QTranslator>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

void grab(QWidget &widget, const QString &file)
{
    widget.show();
    QTest::qWait(350);
    widget.grab().save(file);
}

const QByteArray broken = R"(# copied from a notebook
{
  'RatingCount': 2866,
  'Rating': 4.95
  "CoverUris": [
    "https://example.com/covers/poster-01.png",
  ],
  "Hot": True,
  "TrainedSteps": 12000000000000000001,
)";

void repairPictures(const QString &prefix)
{
    JsonTextEdit text;
    JsonDocument document(text);
    document.setBytes(broken);
    JsonRepairDialog dialog(document);
    grab(dialog, prefix + u"1-repair.png"_s);
    dialog.difference().setSideBySide(false);
    grab(dialog, prefix + u"2-repair-unified.png"_s);
    document.setBytes(
        "rating: 4.90\nsteps: 12000000000000000001\ncovers:\n  - https://example.com\n");
    grab(dialog, prefix + u"3-yaml.png"_s);
    dialog.difference().setSideBySide(true);
    document.setBytes(QByteArray(600, '['));
    grab(dialog, prefix + u"4-not-mended.png"_s);

    document.setBytes(uitest::sampleModel().metadata.extraInfo.utf8());
    JsonPasteDialog paste(document, *jsonPathFromText(u"$.Flags"));
    paste.setInput(u"model:\n  name: bert\n  layers: 12\ntags: [nlp, 新闻]\n"_s);
    grab(paste, prefix + u"5-paste.png"_s);
}

void differencePictures(const QString &prefix)
{
    JsonTextEdit text;
    JsonDocument document(text);
    const QByteArray stored = uitest::sampleModel().metadata.extraInfo.utf8();
    QByteArray now = stored;
    now.replace("4.94", "4.95").replace("754", "754.0").replace("\"hot\": true, ", "");
    now.replace("\n}", ",\n  \"Author\": \"新闻组\"\n}");
    document.setBytes(now);
    JsonDifferenceDialog dialog(document, stored);
    grab(dialog, prefix + u"6-meaning.png"_s);
    dialog.setTab(JsonDifferenceDialog::Text);
    grab(dialog, prefix + u"7-text.png"_s);
    dialog.setTab(JsonDifferenceDialog::Meaning);
    document.setBytes(stored);
    grab(dialog, prefix + u"8-same.png"_s);
}

void otherPictures(const QString &prefix)
{
    JsonTextEdit text;
    JsonDocument document(text);
    document.setBytes(uitest::sampleModel().metadata.extraInfo.utf8());
    JsonSubtreeDialog dialog(document, {}, [] {
        QList<JsonSourceText> sources;
        for (const auto &name : {u"qwen2.5-7b-instruct"_s, u"新闻分类"_s, u"llama-3-8b"_s})
            sources.append({name, u"model-rbvg5wzljz41k"_s + QString::number(sources.size()),
                            "{\"Rating\":4.1,\"Flags\":{\"hot\":false,\"from\":[1,2,3]},"
                            "\"CoverUris\":[\"https://example.com/2.png\"],\"License\":\"mit\"}"});
        return sources;
    });
    dialog.findChild<QTreeView *>(u"sources"_s)->setCurrentIndex(dialog.sources().index(1, 0));
    JsonSourceTree &tree = dialog.sourceTree();
    for (const int row : {0, 1, 3})
        tree.setData(tree.index(row, 0), Qt::Checked, Qt::CheckStateRole);
    dialog.findChild<QTreeView *>(u"values"_s)->expandAll();
    grab(dialog, prefix + u"9-subtrees.png"_s);

    QSettings settings(QDir::temp().filePath(u"jsondialogpictures.ini"_s), QSettings::IniFormat);
    JsonSchemaChoice choice(SchemaSet::builtIn(), &settings);
    choice.setUse(u"model.ExtraInfo"_s, {});
    grab(choice, prefix + u"10-schema.png"_s);
    choice.click();
    grab(choice.choices(), prefix + u"11-schemas.png"_s);
    choice.choices().close();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    QTranslator catalogue;
    if (argc > 2 && catalogue.load(QString::fromLocal8Bit(argv[2]))) {
        QLocale::setDefault(QLocale(catalogue.language()));
        QCoreApplication::installTranslator(&catalogue);
    }
    Theme &theme = Theme::install(app);
    for (const bool dark : {false, true}) {
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QString prefix = folder.filePath(dark ? u"dark-"_s : u"light-"_s);
        repairPictures(prefix);
        differencePictures(prefix);
        otherPictures(prefix);
    }
    return 0;
}
