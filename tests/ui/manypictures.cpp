// SPDX-License-Identifier: GPL-3.0-or-later
//! Saves pictures of the form over many models, light and dark, into the folder given as the first
//! argument, to be looked at; the second may name a catalogue (.qm), for another language.
#include "lists/modeltablemodel.h"
#include "testpaths.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/many/manypane.h"
#include "ui/widgets/theme.h"
#include "ui/window/manyediting.h"
#include "uiworld.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QLocale>
#include <QPushButton>
#include <QTranslator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

QList<RegisteredModel> manyModels()
{
    const QStringList names{
        u"bert-zh-news"_s,      u"structbert-sentiment"_s, u"评论情感分类-v3"_s,
        u"bert-zh-intent"_s,    u"roberta-医疗问诊"_s,     u"qwen2.5-1.5b-router"_s,
        u"toxicity-guard"_s,    u"platform-bert-base"_s,   u"bert-zh-topic-14"_s,
        u"macbert-合同条款"_s,  u"distilbert-spam"_s,      u"bert-ticket-router"_s,
        u"electra-新闻标题"_s,  u"bert-zh-hotel"_s,        u"fasttext-lang-id"_s,
        u"bert-risk-comment"_s, u"bge-m3-classifier"_s,    u"工单分类-bert"_s,
        u"bert-zh-2"_s,         u"bert-zh-10"_s,           u"ernie-3-舆情"_s};
    const QStringList sizes{u"110"_s, u"340"_s, u"102"_s, u"125"_s, u"1500"_s, u"184"_s, u"66"_s};
    QList<RegisteredModel> models;
    for (int i = 0; i < 1200; ++i) {
        RegisteredModel model;
        model.id = u"model-%1"_s.arg(i);
        model.workspaceId = u"1"_s;
        ModelMetadata &data = model.metadata;
        data.name = i < names.size() ? names[i] : u"bert-more-%1"_s.arg(i);
        data.domain = u"nlp"_s;
        data.task = u"text-classification"_s;
        data.accessibility = i % 9 == 4 ? u"PUBLIC"_s : u"PRIVATE"_s;
        data.type = i % 11 == 10 ? u"Endpoint"_s : u"Checkpoint"_s;
        data.origin = i % 3 ? u"HuggingFace"_s : u"Alibaba"_s;
        data.parameterSize = sizes[i % sizes.size()];
        data.orderNumber = u"0"_s;
        data.description = i % 3 ? u"说明 %1"_s.arg(i) : QString();
        if (i % 2)
            data.labels.append({u"team"_s, i % 8 == 1 ? u"NLP"_s : u"nlp"_s});
        if (i % 3 == 0)
            data.labels.append({u"stage"_s, u"dev"_s});
        if (i % 5 == 0)
            data.labels.append({u"团队"_s, u"nlp"_s});
        if (i % 7 == 0)
            data.labels.append({u"lang"_s, u"zh-CN"_s});
        data.extraInfo = JsonText(uR"({"Rating": 4.%1, "Source": {"name": "%2"}})"_s
                                      .arg(QString::number(i % 10), i % 2 ? u"a"_s : u"b"_s)
                                      .toUtf8());
        if (i % 13 == 7)
            model.provider = u"pai"_s;
        model.modified = QDateTime::currentDateTimeUtc().addSecs(-3600 * i).toString(Qt::ISODate);
        models.append(model);
    }
    return models;
}

void pictures(const QString &prefix)
{
    modelscribe::testing::UiWorld world;
    MainWindow window(world.workbench, world.connector, WindowSettings{});
    window.resize(1280, 800);
    window.show();
    if (!world.connectToRegistry() || !world.waitLoaded())
        return;
    world.workbench.catalog()->upsert(manyModels());
    window.findChild<SearchBox *>()->setQuery(u"task:text-classification"_s);
    QTest::qWait(400);
    ModelTable &table = window.findChild<BrowsePane *>()->table();
    // Two with drafts.
    for (const QString &id : {u"model-0"_s, u"model-13"_s}) {
        EditSession *session = world.workbench.open(id);
        session->setValue(*findField(u"Origin"), FieldValue(u"typed"_s));
    }
    QStringList ids;
    for (int i = 0; i < 39; ++i) {
        if (i != 4 && i != 10)
            ids.append(u"model-%1"_s.arg(i));
    }
    table.setCurrentId(u"model-0"_s);
    table.selectIds(ids);
    QTest::qWait(300);
    window.grab().save(prefix + u"1-leave.png"_s);
    auto *many = window.findChild<ManyEditing *>();
    auto *line = window.findChild<ManyPane *>()->findChild<QWidget *>(u"field_ParameterSize"_s);
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Down);
    QTest::qWait(100);
    if (QWidget *popup = QApplication::activePopupWidget()) {
        popup->grab().save(prefix + u"1-values.png"_s);
        popup->close();
    }
    QGuiApplication::clipboard()->setText(
        u"bert-zh-news\n评论情感分类-v3\nmodel-12\nno such model\nbert-no\u202Ene\n"_s);
    window.findChild<QAction *>(u"selectPastedAction"_s)->trigger();
    QTest::qWait(200);
    if (auto *dialog = window.findChild<QDialog *>(u"pastedDialog"_s)) {
        dialog->grab().save(prefix + u"1-pasted.png"_s);
        dialog->reject();
    }
    BatchEdit edit;
    edit.fields.insert(
        u"ModelName"_s,
        {.kind = FieldVerb::Kind::Replace,
         .replacement = {.query = {.pattern = u"bert"_s, .matchCase = true}, .with = u"BERT"_s}});
    edit.fields.insert(u"ModelDescription"_s, {.kind = FieldVerb::Kind::SetWhereEmpty,
                                               .text = u"文本分类模型，由 NLP 平台维护。"_s});
    edit.fields.insert(u"Origin"_s, {.text = u"ModelScope"_s});
    edit.labels = {{.kind = LabelVerb::Kind::Add, .key = u"team"_s, .value = u"nlp"_s},
                   {.kind = LabelVerb::Kind::TakeAway, .key = u"stage"_s, .value = u"dev"_s},
                   {.kind = LabelVerb::Kind::Change,
                    .key = u"lang"_s,
                    .value = u"zh-CN"_s,
                    .newText = u"zh"_s},
                   {.kind = LabelVerb::Kind::RenameKey, .key = u"团队"_s, .newText = u"team"_s}};
    many->session()->setEdit(edit);
    QTest::qWait(300);
    window.grab().save(prefix + u"2-details.png"_s);
    auto *pane = window.findChild<ManyPane *>();
    pane->setCurrentTab(ManyPane::LabelsTab);
    QTest::qWait(200);
    window.grab().save(prefix + u"3-labels.png"_s);
    edit.extraInfo = {{.kind = ExtraInfoEdit::Kind::Set,
                       .path = {{.key = u"Rating"_s}},
                       .value = JsonText("4.2")},
                      {.kind = ExtraInfoEdit::Kind::Rename,
                       .path = {{.key = u"Source"_s}, {.key = u"name"_s}},
                       .key = u"title"_s}};
    edit.fields.insert(u"Accessibility"_s, {.text = u"PUBLIC"_s});
    edit.fields.insert(u"OrderNumber"_s,
                       {.kind = FieldVerb::Kind::Number, .first = 10, .step = 10});
    edit.fields[u"ModelName"_s].replacement.query = {.pattern = u"(bert"_s, .isExpression = true};
    many->session()->setEdit(edit);
    pane->setCurrentTab(ManyPane::ExtraInfoTab);
    QTest::qWait(200);
    window.grab().save(prefix + u"4-extra.png"_s);
    pane->setCurrentTab(ManyPane::DetailsTab);
    QTest::qWait(200);
    window.grab().save(prefix + u"5-wrong.png"_s);
    edit.fields.remove(u"ModelName"_s);
    many->session()->setEdit(edit);
    QTest::qWait(200);
    pane->review();
    QTest::qWait(200);
    window.grab().save(prefix + u"6-drafts.png"_s);
    window.resize(1024, 600);
    QTest::qWait(200);
    window.grab().save(prefix + u"6-small.png"_s);
    window.resize(960, 600);
    QTest::qWait(200);
    window.grab().save(prefix + u"7-narrow-list.png"_s);
    window.findChild<QPushButton *>(u"editSelected"_s)->click();
    QTest::qWait(200);
    window.grab().save(prefix + u"8-narrow-form.png"_s);
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
        pictures(folder.filePath(dark ? u"many-dark-"_s : u"many-light-"_s));
    }
    return 0;
}
