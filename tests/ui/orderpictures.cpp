// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the list in an order by hand and of copying fields, light and dark, into the
//! folder given as the first argument, to be looked at; the second may name a catalogue (.qm), for
//! another language.
#include "testpaths.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/widgets/theme.h"
#include "uiworld.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDir>
#include <QLocale>
#include <QMouseEvent>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

QList<RegisteredModel> orderedModels()
{
    const QStringList names{u"bert-zh-news"_s,     u"structbert-sentiment"_s, u"评论情感分类-v3"_s,
                            u"bert-zh-intent"_s,   u"roberta-医疗问诊"_s,     u"toxicity-guard"_s,
                            u"macbert-合同条款"_s, u"electra-新闻标题"_s,     u"bert-zh-hotel"_s};
    QList<RegisteredModel> models;
    for (int i = 0; i < names.size(); ++i) {
        RegisteredModel model;
        model.id = u"model-%1"_s.arg(i);
        model.workspaceId = u"1"_s;
        ModelMetadata &data = model.metadata;
        data.name = names[i];
        data.description = u"Classifies news\nin Chinese"_s;
        data.task = u"text-classification"_s;
        data.accessibility = u"PRIVATE"_s;
        data.type = u"Checkpoint"_s;
        data.parameterSize = u"110"_s;
        data.orderNumber = i < 6 ? QString::number((i + 1) * 1000) : QString();
        data.labels = {{u"team"_s, u"nlp"_s}, {u"stage"_s, u"dev"_s}};
        data.extraInfo = JsonText(
            R"({"Rating": 4.90, "CoverUris": ["https://a.example/1.png"], "training": {"seed": 1.0}})");
        model.modified = QDateTime::currentDateTimeUtc().addSecs(-3600 * i).toString(Qt::ISODate);
        models.append(model);
    }
    return models;
}

void sendMove(QWidget &widget, const QPoint &at)
{
    QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QApplication::sendEvent(&widget, &move);
}

void pictures(const QString &prefix)
{
    modelscribe::testing::UiWorld world;
    MainWindow window(world.workbench, world.connector, WindowSettings{});
    window.resize(1280, 800);
    window.show();
    if (!world.connectToRegistry() || !world.waitLoaded())
        return;
    world.workbench.catalog()->clear();
    world.workbench.catalog()->upsert(orderedModels());
    const auto trigger = [&window](const QString &name) {
        window.findChild<QAction *>(name)->trigger();
    };
    ModelTable &table = window.findChild<BrowsePane *>()->table();
    QTest::qWait(300);
    trigger(u"orderByHandAction"_s);
    QTest::qWait(100);
    window.grab().save(prefix + u"1-begin.png"_s);
    const auto move = [&table](int row, Qt::Key key) {
        table.setCurrentIndex(table.model()->index(row, 0));
        QTest::keyClick(&table, key, Qt::AltModifier | Qt::ShiftModifier);
    };
    move(3, Qt::Key_Up);
    move(6, Qt::Key_Up);
    QTest::qWait(200);
    window.grab().save(prefix + u"2-changed.png"_s);
    const auto middleOf = [&table](int row) {
        return table.visualRect(table.model()->index(row, 0)).center();
    };
    QTest::mousePress(table.viewport(), Qt::LeftButton, {}, middleOf(5));
    sendMove(*table.viewport(), middleOf(3));
    sendMove(*table.viewport(), middleOf(1) + QPoint(0, 10));
    QTest::qWait(50);
    window.grab().save(prefix + u"3-dragged.png"_s);
    QTest::mouseRelease(table.viewport(), Qt::LeftButton, {}, middleOf(1) + QPoint(0, 10));
    window.findChild<SearchBox *>()->setQuery(u"bert"_s);
    QTest::qWait(300);
    window.resize(960, 600);
    QTest::qWait(200);
    window.grab().save(prefix + u"4-search-narrow.png"_s);
    window.resize(1280, 800);
    window.findChild<SearchBox *>()->setQuery({});
    QTest::qWait(300);
    table.setCurrentIndex(table.model()->index(0, 0));
    QTest::qWait(300);
    trigger(u"copyFieldsAction"_s);
    QTest::qWait(200);
    if (auto *dialog = window.findChild<QDialog *>(u"copyFieldsDialog"_s)) {
        dialog->grab().save(prefix + u"5-copy.png"_s);
        dialog->reject();
    }
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(table.viewport(), &menu);
    QTest::qWait(100);
    if (QWidget *popup = QApplication::activePopupWidget()) {
        popup->grab().save(prefix + u"6-menu.png"_s);
        popup->close();
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    QLocale::setDefault(QLocale::English);
    QTranslator catalogue;
    if (argc > 2 && catalogue.load(QString::fromLocal8Bit(argv[2]))) {
        QLocale::setDefault(QLocale(catalogue.language()));
        QCoreApplication::installTranslator(&catalogue);
    }
    Theme &theme = Theme::install(app);
    for (const bool dark : {false, true}) {
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        pictures(folder.filePath(dark ? u"order-dark-"_s : u"order-light-"_s));
    }
    return 0;
}
