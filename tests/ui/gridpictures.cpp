// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the review of many models, light and dark, wide and narrow, into the folder
//! given as the first argument; the second may name a catalogue (.qm), for another language.
#include "lists/batchgrid.h"
#include "ui/batch/batchpage.h"
#include "ui/batch/batchtable.h"
#include "ui/widgets/theme.h"
#include "uitest.h"
#include "uiworld.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

BatchEdit shownEdit()
{
    return {.fields = {{u"ModelName"_s,
                        {.kind = FieldVerb::Kind::Replace,
                         .replacement = {.query = {.pattern = u"bert"_s}, .with = u"BERT"_s}}},
                       {u"Origin"_s, {.text = u"ModelScope"_s}}},
            .labels = {{.kind = LabelVerb::Kind::Add, .key = u"team"_s, .value = u"nlp"_s},
                       {.kind = LabelVerb::Kind::TakeAway, .key = u"stage"_s}},
            .extraInfo = {{.path = *jsonPathFromText(u"$.Rating"), .value = JsonText("4.2")}}};
}

void pictures(const QString &prefix)
{
    modelscribe::testing::UiWorld world;
    if (!world.connectToRegistry())
        qFatal("no registry");
    const QStringList names{
        u"bert-zh-news"_s,     u"structbert-sentiment"_s, u"评论情感分类-v3"_s,
        u"bert-zh-intent"_s,   u"roberta-医疗问诊"_s,     u"bert-zh-2"_s,
        u"BERT-zh-2"_s,        u"toxicity-guard"_s,       u"bert-zh-topic-14"_s,
        u"macbert-合同条款"_s, u"distilbert-spam"_s,      u"bert-ticket-router"_s};
    QList<RegisteredModel> known;
    for (int i = 0; i < names.size(); ++i) {
        ModelMetadata model{.name = names[i], .task = u"text-classification"_s};
        if (i % 3 == 1)
            model.origin = u"Alibaba"_s;
        if (i % 2 == 0)
            model.labels = {{u"stage"_s, u"dev"_s}};
        if (i % 4 == 1)
            model.extraInfo = JsonText(R"({"Rating":4.1})");
        if (i == 7)
            model = {.name = names[i],
                     .origin = u"ModelScope"_s,
                     .extraInfo = JsonText(R"({"Rating": 4.2})"),
                     .labels = {{u"team"_s, u"trust"_s}}};
        known.append({.id = world.addModel(model, QDateTime::currentDateTimeUtc())});
        known.last().metadata.name = names[i];
    }
    known.append({.id = u"model-pai"_s, .provider = u"pai"_s});
    known.last().metadata.name = u"platform-bert-base"_s;
    known.append({.id = u"model-gone"_s});
    known.last().metadata.name = u"deleted-meanwhile"_s;
    BatchPage page;
    page.resize(1280, 800);
    page.show();
    page.review(*world.workbench.connection(),
                std::make_unique<BatchReview>(*world.workbench.connection(), shownEdit(), known));
    if (!QTest::qWaitFor([&page] { return !page.currentReview()->isRunning(); }, 20'000))
        qFatal("not all could be read");
    page.grid().setTakenNames({5});
    page.grid().leaveOut({4}, true);
    page.table().setCurrentIndex(page.grid().index(0, 0));
    emit page.table().requestsWanted();
    QTest::qWait(100);
    page.grab().save(prefix + u".png"_s);
    page.table().setCurrentIndex(page.grid().index(5, 0));
    page.resize(960, 600);
    QTest::qWait(100);
    page.grab().save(prefix + u"-narrow.png"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(u"en"_s));
    QTranslator translator;
    if (argc > 2 && translator.load(QString::fromLocal8Bit(argv[2]))) {
        QCoreApplication::installTranslator(&translator);
        QLocale::setDefault(QLocale(u"zh_CN"_s));
    }
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    folder.mkpath(u"."_s);
    Theme &theme = Theme::install(app);
    for (const bool dark : {false, true}) {
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        pictures(folder.filePath(dark ? u"grid-dark"_s : u"grid-light"_s));
    }
}
