// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the JSON editor and of the three-way view, light and dark, into the folder
//! given as the first argument, to be looked at; the second may name a catalogue (.qm), for another
//! language.
#include "ui/edit/extrainfoeditor.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsontreeview.h"
#include "ui/review/conflictdialog.h"
#include "ui/widgets/theme.h"
#include "uitest.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

const QByteArray sample = R"({
  "RatingCount":2866,
  "Rating":4.95,
  "CoverUris": [
    "https://example.com/covers/poster-01.png"
  ],
  "TrainedSteps":12000000000000000000001,
  "DownloadCount":"606056"
})";

void grab(QWidget &widget, const QString &file)
{
    widget.show();
    QTest::qWait(600);
    widget.grab().save(file);
}

void editorPictures(const QString &prefix, QSize size)
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *editor = new ExtraInfoEditor;
    column->addWidget(editor);
    window.resize(size);
    window.show();
    editor->setValue(sample);
    QTest::qWait(50);
    editor->textEdit().goTo(sample.indexOf("\"606056\""));
    grab(window, prefix + u"text.png"_s);
    editor->setFace(JsonEditor::Face::Form);
    grab(window, prefix + u"form.png"_s);
    editor->setFace(JsonEditor::Face::Tree);
    grab(window, prefix + u"tree.png"_s);
    editor->setFace(JsonEditor::Face::Text);
    editor->setValue(QByteArray(sample).replace("4.95,", "4.95"));
    grab(window, prefix + u"error.png"_s);
}

void conflictPicture(const QString &prefix)
{
    const ModelMetadata base = uitest::sampleModel().metadata;
    ModelMetadata mine = base;
    mine.task = u"text-generation"_s;
    mine.extraInfo = JsonText(QByteArray(base.extraInfo.utf8()).replace("4.94", "4.95"));
    mine.labels[2].value = u"search"_s;
    RegisteredModel theirs = uitest::sampleModel();
    theirs.metadata.task.clear();
    theirs.metadata.description = u"News titles"_s;
    theirs.metadata.labels[2].value = u"ads"_s;
    theirs.metadata.extraInfo = JsonText(QByteArray(base.extraInfo.utf8()).replace("4.94", "3.10"));
    ConflictDialog dialog(mergeModels(base, mine, theirs.metadata), theirs);
    dialog.decide(u"Task"_s, MergeSide::Mine);
    grab(dialog, prefix + u"conflict.png"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (argc < 2)
        return 2;
    QTranslator translator;
    if (argc > 2 && translator.load(QString::fromLocal8Bit(argv[2])))
        QCoreApplication::installTranslator(&translator);
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(u"."_s);
    for (const bool dark : {false, true}) {
        Theme::install(app).setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QString prefix = folder.filePath(dark ? u"dark-"_s : u"light-"_s);
        editorPictures(prefix + u"wide-"_s, {960, 600});
        editorPictures(prefix + u"narrow-"_s, {424, 560});
        conflictPicture(prefix);
    }
}
