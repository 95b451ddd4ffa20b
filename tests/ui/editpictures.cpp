// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the editor and its dialogs, light and dark, into the folder given as the
//! first argument, to be looked at; the second may name a catalogue (.qm), for another language.
#include "session/workbench.h"
#include "ui/edit/deletedialog.h"
#include "ui/edit/editorpane.h"
#include "ui/widgets/theme.h"
#include "uitest.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

//! A session with edits of every kind.
void editSample(EditSession &session)
{
    session.setValue(*findField(u"Task"), u"text-generation"_s);
    session.setValue(*findField(u"ParameterSize"), u"7B"_s);
    session.setLabels({{u"lang"_s, u"zh"_s}, {u"stage"_s, u"prod"_s}, {u"owner"_s, u"nlp"_s}});
    QByteArray extra = session.edited().extraInfo.utf8();
    extra.replace("4.94", "4.95");
    extra.replace("754", "760");
    session.setValue(*findField(u"ExtraInfo"), JsonText(extra));
}

void grab(QWidget &widget, const QString &file)
{
    widget.show();
    QTest::qWait(250);
    widget.grab().save(file);
}

void panePictures(const QString &prefix)
{
    EditSession session(uitest::sampleModel());
    EditorPane pane;
    pane.resize(424, 722);
    pane.setSession(&session);
    grab(pane, prefix + u"1-details.png"_s);
    editSample(session);
    session.setValue(*findField(u"ModelName"), u"bert-zh-news"_s);
    session.setValue(*findField(u"ModelDoc"), u"javascript:alert(1)"_s);
    session.setValue(*findField(u"OrderNumber"), u"12x"_s);
    grab(pane, prefix + u"2-changed.png"_s);
    pane.setCurrentTab(EditorPane::ExtraInfoTab);
    pane.strip().show(MessageStrip::Kind::Changed,
                      u"The model changed in the registry while you were editing it."_s,
                      u"Compare…"_s);
    grab(pane, prefix + u"3-extra.png"_s);
    session.setValue(*findField(u"ExtraInfo"),
                     JsonText("{\n  \"a\": 1,\n  \"b\": [true, 12000000000000000001],\n  oops\n}"));
    pane.strip().show(MessageStrip::Kind::Success, u"Saved 4 changes."_s);
    grab(pane, prefix + u"4-extra-wrong.png"_s);
    pane.setCurrentTab(EditorPane::LabelsTab);
    pane.strip().show(MessageStrip::Kind::Error, u"Nothing was saved. The registry refused."_s);
    grab(pane, prefix + u"5-labels.png"_s);
    pane.setSession(nullptr);
    grab(pane, prefix + u"6-empty.png"_s);
}

void dialogPictures(const QString &prefix)
{
    Workbench workbench;
    const EditSession session(uitest::sampleModel());
    DeleteDialog remove(session.base());
    grab(remove, prefix + u"7-delete.png"_s);
    EditSession *fresh = EditSession::forNewModel(u"1"_s, &workbench);
    fresh->setValue(*findField(u"ModelName"), u"harbour-news-zh"_s);
    EditorPane pane;
    pane.setSession(fresh);
    pane.showResumed(QDateTime::currentDateTime().addDays(-1));
    grab(pane, prefix + u"8-new.png"_s);
    pane.setSession(nullptr);
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
        panePictures(prefix);
        dialogPictures(prefix);
    }
    return 0;
}
