// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the JSON tree, light and dark, into the folder given as the first argument, to
//! be looked at; the second may name a catalogue (.qm), for another language.
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsontreecommands.h"
#include "ui/json/tree/jsontreeediting.h"
#include "ui/json/tree/jsontreefilterbox.h"
#include "ui/json/tree/jsontreetable.h"
#include "ui/json/tree/jsontreeview.h"
#include "ui/json/tree/jsonvaluedialog.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

const QByteArray sample = R"({
  "RatingCount": 2866,
  "Rating": 4.95,
  "CoverUris": [
    "https://example.com/covers/poster-01.png"
  ],
  "TrainedSteps": 12000000000000000001,
  "DownloadCount": "606056",
  "Flags": {"hot": true, "note": null, "empty": "", "more": {"deep": {"deeper": [1, 2, 3]}}},
  "介绍": "新闻分类：中文新闻标题的 14 类分类模型。",
  "Odd": "line\nbreak \u202e and \u0000",
  "Rating": 5
})";

void grab(QWidget &widget, const QString &file)
{
    widget.show();
    QTest::qWait(150);
    widget.grab().save(file);
}

void pictures(const QString &prefix)
{
    JsonTextEdit text;
    JsonDocument document(text);
    JsonTreeView view(document);
    document.setBytes(sample);
    view.resize(420, 600);
    view.show();
    view.activateWindow();
    view.table().setFocus();
    QTest::qWait(400); // for the hints
    view.showPath(*jsonPathFromText(u"$.CoverUris"));
    grab(view, prefix + u"1-tree.png"_s);
    view.resize(320, 600);
    view.table().keepingPlace([&] { view.model().expandToLevel(9); });
    view.showPath(*jsonPathFromText(u"$.DownloadCount"));
    grab(view, prefix + u"2-narrow.png"_s);
    view.resize(640, 480);
    view.commands().editCell(*view.currentNode(), JsonTreeModel::ValueColumn);
    grab(view, prefix + u"3-edit.png"_s);
    view.editing().end();
    view.showPath(*jsonPathFromText(u"$.TrainedSteps"));
    view.commands().editCell(*view.currentNode(), JsonTreeModel::ValueColumn);
    QTest::keyClicks(QApplication::focusWidget(), u"12,5"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    grab(view, prefix + u"4-refused.png"_s);
    view.editing().end();
    QTest::keyClick(&view.table(), Qt::Key_Escape);
    QMenu menu(&view);
    view.commands().fillMenu(menu);
    menu.popup(view.mapToGlobal(QPoint(40, 40)));
    grab(menu, prefix + u"5-menu.png"_s);
    menu.close();
    view.filterBox().setFilter(u"e"_s);
    grab(view, prefix + u"6-filter.png"_s);
    view.filterBox().setFilter(u"$.Flags["_s);
    grab(view, prefix + u"7-no-path.png"_s);
    view.filterBox().setFilter(u"nowhere"_s);
    grab(view, prefix + u"8-nothing.png"_s);
    view.filterBox().setFilter({});
    const std::unique_ptr<QMimeData> data(view.model().mimeData({view.model().index(0, 0)}));
    const QPoint between = view.table().visualRect(view.model().index(6, 0)).bottomLeft();
    QDragEnterEvent enter(between, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view.table().viewport(), &enter);
    QDragMoveEvent move(between, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view.table().viewport(), &move);
    grab(view, prefix + u"9-drop.png"_s);
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(view.table().viewport(), &leave);
    view.showPath(*jsonPathFromText(u"$.Flags"));
    view.commands().action(JsonTreeCommands::Id::EditValue)->trigger();
    auto *dialog = view.findChild<JsonValueDialog *>();
    grab(*dialog, prefix + u"10-dialog.png"_s);
    dialog->textEdit().setBytes("{\"hot\": tru}", true);
    grab(*dialog, prefix + u"11-dialog-wrong.png"_s);
    dialog->reject();
    text.setBytes(sample + ",", true);
    grab(view, prefix + u"12-no-json.png"_s);
    document.setBytes("{}");
    grab(view, prefix + u"13-empty.png"_s);
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
