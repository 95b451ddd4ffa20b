// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the History tab, the window "Activity" and a past change being taken back,
//! light and dark, into the folder given as the first argument, to be looked at; the second may
//! name a catalogue (.qm), for another language.
#include "journalworld.h"
#include "ui/edit/editorpane.h"
#include "ui/journal/activitywindow.h"
#include "ui/journal/journalfilterbox.h"
#include "ui/journal/journaltableview.h"
#include "ui/journal/journalview.h"
#include "ui/review/conflictdialog.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

namespace {

using Outcome = JournalHead::Outcome;
using What = JournalHead::What;

void grab(QWidget &widget, const QString &file)
{
    widget.show();
    QTest::qWait(350);
    widget.grab().save(file);
}

void fill(JournalWorld &world)
{
    constexpr int hour = 3600;
    const RegisteredModel model = uitest::sampleModel();
    for (int i = 0; i < 14; ++i) {
        JournalEntry entry = world.change(model, (20 + i * 31) * hour);
        entry.head.modelName = u"qwen2.5-7b-instruct-%1"_s.arg(i);
        entry.head.modelId = i % 3 == 0 ? model.id : u"model-%1"_s.arg(i);
        if (i % 3 == 0)
            entry.head.modelName = model.metadata.name;
        world.add(entry, i == 4 ? Outcome::Unverified : Outcome::Saved);
    }
    JournalEntry create = world.change(model, 9 * hour);
    create.head.what = What::Create;
    create.before.reset();
    create.head.changeCount = 11;
    world.add(create);
    JournalEntry gone = world.change(model, 5 * hour);
    gone.head.what = What::Delete;
    gone.head.modelName = u"roberta-ner-医疗"_s;
    gone.head.modelId = u"model-gone"_s;
    gone.after.reset();
    gone.head.changeCount = 0;
    world.add(gone);
    world.add(world.change(model, 3 * hour), Outcome::Partly);
    world.add(world.change(model, 40 * 60), Outcome::Failed);
    const QUuid run = QUuid::createUuid();
    for (int i = 0; i < 6; ++i) {
        JournalEntry part = world.change(model, 25 * 60 - i);
        part.head.modelName = u"bert-zh-%1"_s.arg(i);
        part.head.modelId = u"model-bert-%1"_s.arg(i);
        part.head.group = run;
        part.head.place = i;
        world.add(part, i == 2 ? Outcome::Failed : Outcome::Saved);
    }
    world.add(world.change(model, 12 * 60), Outcome::NotTaken);
    world.add(world.change(model, 3 * 60));
}

void choose(JournalView &view, int row)
{
    QTest::qWait(100);
    if (row < view.entries().rowCount())
        view.table().setCurrentId(view.entries().idAt(row));
}

void pictures(const QString &prefix)
{
    JournalWorld world;
    world.connectToRegistry();
    {
        EditorPane pane;
        EditSession session(uitest::sampleModel());
        pane.setWorkbench(&world.workbench);
        pane.resize(424, 722);
        pane.setSession(&session);
        pane.setCurrentTab(EditorPane::JournalTab);
        grab(pane, prefix + u"1-tab-empty.png"_s);
        fill(world);
        grab(pane, prefix + u"2-tab.png"_s);
        auto *view = pane.findChild<JournalView *>();
        choose(*view, 1);
        grab(pane, prefix + u"3-tab-not-taken.png"_s);
        view->filter().setText(u"nowhere"_s);
        grab(pane, prefix + u"4-tab-no-match.png"_s);
    }
    ActivityWindow window(world.workbench, 90);
    grab(window, prefix + u"5-activity.png"_s);
    choose(window.view(), 3);
    window.view().table().setFocus();
    grab(window, prefix + u"6-activity-failed.png"_s);
    choose(window.view(), 5);
    grab(window, prefix + u"7-activity-deleted.png"_s);
    choose(window.view(), 2);
    grab(window, prefix + u"7-activity-run.png"_s);
    QTest::keyClick(&window.view().table(), Qt::Key_Right);
    grab(window, prefix + u"7-activity-run-unfolded.png"_s);
    QTest::keyClick(&window.view().table(), Qt::Key_Left);
    window.resize(640, 480);
    choose(window.view(), 3);
    grab(window, prefix + u"8-activity-small.png"_s);

    const JournalEntry entry = world.change(uitest::sampleModel(), 60);
    RegisteredModel now = *entry.before;
    now.metadata.task = u"token-classification"_s;
    now.metadata.description = u"Somebody else wrote this."_s;
    now.metadata.labels = {{u"lang"_s, u"zh"_s}, {u"stage"_s, u"test"_s}};
    auto *dialog = new ConflictDialog(
        mergeModels(*entry.after, entry.before->metadata, now.metadata), now);
    dialog->setSubject(ConflictDialog::Subject::PastChange);
    grab(*dialog, prefix + u"9-revert-clash.png"_s);
    delete dialog;
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
        pictures(folder.filePath(dark ? u"dark-"_s : u"light-"_s));
    }
    return 0;
}
