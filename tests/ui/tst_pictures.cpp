// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the window in its states. With MODELSCRIBE_PICTURES_DIR set the pictures are kept there, to
// be looked at; without, it is only checked that each is drawn.
#include "registry/catalogsync.h"
#include "testclass.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/widgets/theme.h"
#include "uiworld.h"

#include <QAction>
#include <QDir>
#include <QMessageBox>
#include <QPainter>

#include <ranges>

namespace tst_pictures {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::testing;

class tst_Pictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fullWindow_data();
    void fullWindow();
    void emptyWindow();
    void loadingWindow();
    void failedWindow();
    void unconnectedWindow();
    void nothingFound();
    void palette();
    void profilesDialog();
    void closeQuestion();

private:
    void keep(QWidget &widget, const QString &name);
    void fill(UiWorld &world);
};

void tst_Pictures::initTestCase() { QLocale::setDefault(QLocale::English); }

void tst_Pictures::keep(QWidget &widget, const QString &name)
{
    QTest::qWait(50);
    const QPixmap picture = widget.grab();
    QVERIFY(!picture.isNull());
    const QImage image = picture.toImage();
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
    }
    QVERIFY2(colours.size() > 10, "almost nothing was drawn");
    const QString folder = qEnvironmentVariable("MODELSCRIBE_PICTURES_DIR");
    if (!folder.isEmpty())
        QVERIFY(QDir().mkpath(folder) && picture.save(folder + u'/' + name + u".png"_s));
}

void tst_Pictures::fill(UiWorld &world)
{
    struct Row
    {
        QString name, type, domain, task, size, label;
        int minutesAgo;
        QString more;
    };
    const QList<Row> rows = {
        {u"bert-zh-news"_s,
         u"Checkpoint"_s,
         u"nlp"_s,
         u"text-classification"_s,
         u"110"_s,
         u"team=nlp"_s,
         2,
         {}},
        {u"qwen2.5-7b-instruct-zh"_s, u"Checkpoint"_s, u"nlp"_s, u"text-generation"_s, u"7600"_s,
         u"team=nlp"_s, 65, u"stage=prod"_s},
        {u"structbert-sentiment"_s,
         u"Checkpoint"_s,
         u"nlp"_s,
         u"text-classification"_s,
         u"340"_s,
         u"lang=zh"_s,
         190,
         {}},
        {u"sdxl-ink-lora"_s,
         u"LoRA"_s,
         u"aigc"_s,
         u"text-to-image-synthesis"_s,
         u"24"_s,
         u"base_model=SDXL 1.0"_s,
         500,
         {}},
        {u"roberta-ner-医疗"_s, u"Checkpoint"_s, u"nlp"_s, {}, u"125"_s, {}, 560, {}},
        {u"paraformer-large"_s, u"Checkpoint"_s, u"audio"_s, u"auto-speech-recognition"_s, u"220"_s,
         u"lang=zh"_s, 4 * 1440, u"stage=prod"_s},
        {u"yolov8-defect-detection"_s,
         u"Checkpoint"_s,
         u"cv"_s,
         u"object-detection"_s,
         u"43"_s,
         u"plant=hz"_s,
         4 * 1440 + 9,
         {}},
        {u"chatglm3-6b-dpo"_s,
         u"Checkpoint"_s,
         u"nlp"_s,
         u"text-generation"_s,
         u"6200"_s,
         u"team=nlp"_s,
         5 * 1440,
         {}},
        {u"deepfm-ctr-2026w46"_s, u"Checkpoint"_s, {}, {}, u"3"_s, u"team=ads"_s, 5 * 1440 + 9, {}},
        {u"flux-poster-lora"_s,
         u"LoRA"_s,
         u"aigc"_s,
         u"text-to-image-synthesis"_s,
         u"36"_s,
         u"base_model=FLUX.1"_s,
         9 * 1440,
         {}},
        {u"gte-multilingual"_s,
         u"Checkpoint"_s,
         u"nlp"_s,
         u"sentence-similarity"_s,
         u"305"_s,
         u"team=search"_s,
         10 * 1440,
         {}},
        {u"whisper-large-v3-zh"_s,
         u"Checkpoint"_s,
         u"audio"_s,
         u"auto-speech-recognition"_s,
         u"1500"_s,
         u"lang=zh"_s,
         13 * 1440,
         {}},
        {u"xgb-churn"_s, u"Checkpoint"_s, {}, {}, u"1"_s, u"team=crm"_s, 400 * 1440, {}}};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Row &row : rows) {
        ModelMetadata model;
        model.name = row.name;
        model.type = row.type;
        model.domain = row.domain;
        model.task = row.task;
        model.parameterSize = row.size;
        model.accessibility = u"PRIVATE"_s;
        if (row.name.startsWith(u"bert"_s))
            model.description = u"新闻分类：中文新闻标题的 14 类分类模型。"_s;
        for (const QString &label : {row.label, row.more}) {
            if (!label.isEmpty())
                model.labels.append({label.section(u'=', 0, 0), label.section(u'=', 1)});
        }
        QVERIFY2(!world.addModel(model, now.addSecs(-60 * row.minutesAgo)).isEmpty(),
                 qPrintable(row.name));
    }
    world.workbench.catalogSync()->refresh();
    QVERIFY(world.waitLoaded());
    RegisteredModel readOnly = world.workbench.catalog()->models().front();
    readOnly.id = u"model-readonly"_s;
    readOnly.metadata.name = u"pai-bloomz-7b1"_s;
    readOnly.metadata.labels = {{u"QuickStart"_s, {}}};
    readOnly.provider = u"pai"_s;
    readOnly.modified = now.addDays(-12).toString(Qt::ISODate);
    world.workbench.catalog()->upsert(readOnly);
}

void tst_Pictures::fullWindow_data()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light-1280x800") << Theme::Mode::Light << QSize(1280, 800);
    QTest::newRow("dark-1280x800") << Theme::Mode::Dark << QSize(1280, 800);
    QTest::newRow("light-960x600") << Theme::Mode::Light << QSize(960, 600);
    QTest::newRow("light-1600x900") << Theme::Mode::Light << QSize(1600, 900);
}

void tst_Pictures::fullWindow()
{
    QFETCH(Theme::Mode, mode);
    QFETCH(QSize, size);
    UiWorld world;
    Theme::of().setMode(mode);
    MainWindow window(world.workbench, world.connector, WindowSettings{});
    QVERIFY(world.connectToRegistry());
    QVERIFY(world.waitLoaded());
    fill(world);
    window.resize(size);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto &table = window.findChild<BrowsePane *>()->table();
    const QString id = table.model()->index(0, 0).data(Qt::UserRole).toString();
    keep(window, u"main-%1-start"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    window.showModel(id);
    EditSession *session = world.workbench.open(id);
    QVERIFY(session);
    QTest::qWait(200); // the second reading
    session->setValue(*findField(u"ModelName"), FieldValue(u"bert-zh-news-14"_s));
    session->setValue(*findField(u"Task"), FieldValue(u"text-generation"_s));
    keep(window, u"main-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    window.search(u"domain:nlp task:text-generation label:team=nlp"_s);
    keep(window, u"main-%1-search"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
}

void tst_Pictures::emptyWindow()
{
    UiWorld world;
    Theme::of().setMode(Theme::Mode::Light);
    MainWindow window(world.workbench, world.connector, WindowSettings{});
    QVERIFY(world.connectToRegistry());
    QVERIFY(world.waitLoaded());
    window.show();
    keep(window, u"empty"_s);
}

void tst_Pictures::loadingWindow()
{
    UiWorld world;
    Theme::of().setMode(Theme::Mode::Light);
    MainWindow window(world.workbench, world.connector, WindowSettings{});
    world.connectToSilence();
    window.show();
    QTest::qWait(800);
    keep(window, u"loading"_s);
}

void tst_Pictures::failedWindow()
{
    UiWorld world;
    Theme::of().setMode(Theme::Mode::Light);
    MainWindow window(world.workbench, world.connector, WindowSettings{});
    world.connectTo(u"http://127.0.0.1:1"_s);
    window.show();
    QTRY_COMPARE(world.workbench.catalogSync()->state(), CatalogSync::State::Failed);
    keep(window, u"failed"_s);
}

void tst_Pictures::unconnectedWindow()
{
    UiWorld world;
    Theme::of().setMode(Theme::Mode::Dark);
    MainWindow window(world.workbench, world.connector, WindowSettings{});
    window.show();
    keep(window, u"unconnected-dark"_s);
}

void tst_Pictures::nothingFound()
{
    UiWorld world;
    Theme::of().setMode(Theme::Mode::Light);
    MainWindow window(world.workbench, world.connector, WindowSettings{});
    QVERIFY(world.connectToRegistry());
    QVERIFY(world.waitLoaded());
    fill(world);
    window.show();
    window.search(u"type:lora -label:team nothing-like-this"_s);
    keep(window, u"nothing-found"_s);
}

void tst_Pictures::palette()
{
    UiWorld world;
    Theme::of().setMode(Theme::Mode::Light);
    MainWindow window(world.workbench, world.connector, WindowSettings{});
    QVERIFY(world.connectToRegistry());
    QVERIFY(world.waitLoaded());
    fill(world);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.findChild<QAction *>(u"paletteAction"_s)->trigger();
    keep(window, u"palette"_s);
}

void tst_Pictures::profilesDialog()
{
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        UiWorld world;
        QVERIFY(UiWorld::waitFor(
            world.profiles.store({.name = u"Team NLP"_s, .region = u"cn-hangzhou"_s}, world.key(),
                                 Profiles::Keep::ThisSession)));
        QVERIFY(UiWorld::waitFor(
            world.profiles.store({.name = u"Search"_s, .region = u"ap-southeast-1"_s}, world.key(),
                                 Profiles::Keep::ThisSession)));
        Theme::of().setMode(mode);
        ProfilesDialog dialog(world.connector);
        dialog.showProfile(u"Team NLP"_s);
        dialog.show();
        keep(dialog, mode == Theme::Mode::Light ? u"profiles-light"_s : u"profiles-dark"_s);
    }
}

void tst_Pictures::closeQuestion()
{
    UiWorld world;
    MainWindow window(world.workbench, world.connector, WindowSettings{});
    QVERIFY(world.connectToRegistry());
    QVERIFY(world.waitLoaded());
    fill(world);
    window.show();
    for (const RegisteredModel &model : world.workbench.catalog()->models() | std::views::take(2)) {
        EditSession *session = world.workbench.open(model.id);
        session->setValue(*findField(u"Origin"), FieldValue(u"changed"_s));
    }
    window.close();
    QTRY_VERIFY(window.findChild<QMessageBox *>()); // nothing keeps drafts here
    keep(*window.findChild<QMessageBox *>(), u"close-question"_s);
}

MODELSCRIBE_GUI_TEST(tst_Pictures)

} // namespace tst_pictures

#include "tst_pictures.moc"
