// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of models side by side, light and dark, wide and narrow, into the folder given as
//! the first argument; the second may name a catalogue (.qm), for another language.
#include "lists/comparing.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/comparetable.h"
#include "ui/widgets/theme.h"
#include "uitest.h"
#include "uiworld.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

QList<RegisteredModel> comparedModels()
{
    RegisteredModel a = uitest::sampleModel();
    a.metadata.orderNumber = u"3"_s;
    RegisteredModel b = a;
    b.id = u"model-8m2kq0ttxv6h1c3d"_s;
    b.metadata.name = u"bert-zh-topic-14"_s;
    b.metadata.description = u"中文新闻 14 类，BERT-base 微调。"_s;
    b.metadata.orderNumber = u"0"_s;
    b.metadata.labels = {{u"team"_s, u"nlp"_s}};
    b.metadata.extraInfo = JsonText(
        R"({"RatingCount":2866,"Rating":4.9,"Metrics":{"accuracy":0.9}})");
    RegisteredModel c = b;
    c.id = u"model-p01xr7w5s9yq4j2b"_s;
    c.metadata.name = u"electra-新闻标题"_s;
    c.metadata.description.clear();
    c.metadata.task = u"sentence-similarity"_s;
    c.metadata.origin = u"Hugging Face"_s;
    c.metadata.parameterSize = u"109"_s;
    c.metadata.accessibility = u"PUBLIC"_s;
    RegisteredModel d = c;
    d.id = u"model-pai"_s;
    d.metadata.name = u"qwen-7b-of-a-provider"_s;
    d.provider = u"pai"_s;
    return {a, b, c, d};
}

void pictures(const QString &prefix)
{
    modelscribe::testing::UiWorld world;
    MainWindow window(world.workbench, world.connector, WindowSettings{});
    window.resize(1280, 800);
    window.show();
    if (!world.connectToRegistry() || !world.waitLoaded())
        return;
    world.workbench.catalog()->upsert(comparedModels());
    QTest::qWait(200);
    ModelTable &table = window.findChild<BrowsePane *>()->table();
    const auto compare = [&](int count) {
        table.clearSelection();
        for (int row = 0; row < count; ++row)
            table.selectionModel()->select(table.model()->index(row, 0),
                                           QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTest::qWait(100);
        window.grab().save(prefix + u"list-%1.png"_s.arg(count));
        window.findChild<QAction *>(u"compareAction"_s)->trigger();
        QTest::qWait(300);
    };
    EditSession *draft = world.workbench.open(comparedModels().first().id);
    draft->setValue(*findField(u"Origin"), u"ModelScope 2"_s);
    compare(3);
    ComparePage *page = window.findChild<ComparePage *>();
    page->table().setCurrentIndex(page->table().model()->index(3, 1));
    QTest::qWait(50);
    window.grab().save(prefix + u"1-three.png"_s);
    window.resize(900, 600);
    QTest::qWait(100);
    window.grab().save(prefix + u"2-narrow.png"_s);
    window.resize(1280, 800);
    QTest::keyClick(&page->table(), Qt::Key_Escape);
    compare(4);
    window.grab().save(prefix + u"3-four.png"_s);
    page->comparing().remove(comparedModels().last().id);
    QTest::keyClick(&page->table(), Qt::Key_Insert);
    QTest::qWait(100);
    window.grab().save(prefix + u"4-add.png"_s);
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
