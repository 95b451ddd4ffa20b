// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"
#include "connect/connector.h"
#include "connect/profiles.h"
#include "connect/serviceprobe.h"
#include "credentials/memorystore.h"
#include "registry/catalog.h"
#include "registry/saveplan.h"
#include "remote/remotefile.h"
#include "remote/remotehosts.h"
#include "session/editsession.h"
#include "session/workbench.h"
#include "sizes.h"
#include "testclass.h"
#include "testpaths.h"
#include "ui/browse/pasteddialog.h"
#include "ui/edit/deletedialog.h"
#include "ui/edit/descriptiondialog.h"
#include "ui/edit/documentpreview.h"
#include "ui/help/helppages.h"
#include "ui/help/helpwindow.h"
#include "ui/help/reportdialog.h"
#include "ui/journal/activitywindow.h"
#include "ui/json/dialogs/jsondifferencedialog.h"
#include "ui/json/dialogs/jsonpastedialog.h"
#include "ui/json/dialogs/jsonrepairdialog.h"
#include "ui/json/dialogs/jsonsubtreedialog.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsonvaluedialog.h"
#include "ui/labels/labelswindow.h"
#include "ui/many/copyfieldsdialog.h"
#include "ui/many/pastevaluesdialog.h"
#include "ui/profiles/probedialog.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/review/conflictdialog.h"
#include "ui/review/reviewdialog.h"
#include "ui/settings/settingsdialog.h"
#include "ui/uitest.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <functional>
#include <map>
#include <memory>

namespace tst_dialogsizes {

using namespace Qt::StringLiterals;
using namespace modelscribe;

//! That no dialog is larger than what a small screen has room for, and that what is in it can be
//! read and hit.
class tst_DialogSizes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void everyDialogIsHere();
    void fitsASmallScreen_data();
    void fitsASmallScreen();
    void everythingCanBeReadAndHit_data();
    void everythingCanBeReadAndHit();

private:
    std::unique_ptr<Language> m_language;
};

namespace {

//! What dialogs are about, with names and texts as long as they are shown.
struct Desk
{
    Desk()
    {
        model = uitest::sampleModel();
        model.metadata.name = u"a-name-that-goes-on-"_s.repeated(6);
        model.latestVersionName = u"1.0.0-"_s.repeated(20);
        mine = model.metadata;
        mine.task = u"a task of many words "_s.repeated(20);
        mine.description = u"line\n"_s.repeated(60);
        mine.extraInfo = JsonText("{\"Rating\": 1.0}");
        mine.labels.clear();
        theirs = model;
        theirs.metadata.task = u"other"_s;
        theirs.metadata.description = u"row\n"_s.repeated(60);
        theirs.metadata.extraInfo = JsonText("{\"Rating\": 2.0}");
        session = std::make_unique<EditSession>(model);
        for (const auto &[key, text] :
             {std::pair(u"Task", mine.task), std::pair(u"ModelDescription", mine.description)})
            session->setValue(*findField(key), text);
        session->setLabels({});
        document.setBytes(broken);
        field.setValue(mine.description);
    }

    const QByteArray broken = "{'a': 1, b: True, \"c\": np.float64(1), d: [1 2 3],,\n"
                              + QByteArray("'x': None,\n").repeated(30);
    QTemporaryDir folder;
    MemoryStore keys;
    Profiles profiles{folder.filePath(u"profiles.json"_s), keys};
    Connector connector{profiles};
    Workbench workbench;
    ServiceProbe probe{{.target = {.endpoint = *Endpoint::fromText(u"http://127.0.0.1:9"_s),
                                   .workspaceId = u"1"_s}},
                       folder.filePath(u"probes.json"_s)};
    Catalog catalog;
    RemoteFiles files;
    RemoteHosts hosts;
    Settings settings;
    RegisteredModel model;
    RegisteredModel theirs;
    ModelMetadata mine;
    std::unique_ptr<EditSession> session;
    DescriptionEdit field;
    JsonTextEdit text;
    JsonDocument document{text};
};

using Make = std::function<QDialog *(Desk &)>;

const std::map<QString, Make> &makers()
{
    static const std::map<QString, Make> all{
        {u"ActivityWindow"_s, [](Desk &desk) { return new ActivityWindow(desk.workbench, 90); }},
        {u"ConflictDialog"_s,
         [](Desk &desk) {
             return new ConflictDialog(
                 mergeModels(desk.model.metadata, desk.mine, desk.theirs.metadata), desk.theirs);
         }},
        {u"DeleteDialog"_s, [](Desk &desk) { return new DeleteDialog(desk.theirs, desk.mine); }},
        {u"DescriptionDialog"_s, [](Desk &desk) { return new DescriptionDialog(desk.field); }},
        {u"DocumentPreview"_s,
         [](Desk &desk) {
             const QUrl url(u"https://example.com/"_s + u"folder/"_s.repeated(40));
             return new DocumentPreview(desk.files, desk.hosts, url);
         }},
        {u"HelpWindow"_s,
         [](Desk &) {
             auto *window = new HelpWindow([] { return QList<ShortcutGroup>(); });
             window->showPage(helpPages.front());
             return window;
         }},
        {u"JsonDifferenceDialog"_s,
         [](Desk &desk) {
             return new JsonDifferenceDialog(desk.document, desk.model.metadata.extraInfo.utf8());
         }},
        {u"JsonPasteDialog"_s,
         [](Desk &desk) {
             auto *dialog = new JsonPasteDialog(desk.document, {});
             dialog->setInput(QString::fromUtf8(desk.broken));
             return dialog;
         }},
        {u"JsonRepairDialog"_s, [](Desk &desk) { return new JsonRepairDialog(desk.document); }},
        {u"JsonSubtreeDialog"_s,
         [](Desk &desk) {
             return new JsonSubtreeDialog(desk.document, {}, [] {
                 return QList<JsonSourceText>{{u"bert"_s, u"model-1"_s, "{\"Rating\":1}"}};
             });
         }},
        {u"JsonValueDialog"_s,
         [](Desk &desk) {
             return new JsonValueDialog(u"a key of many words "_s.repeated(8), desk.broken);
         }},
        {u"LabelsWindow"_s,
         [](Desk &desk) {
             auto *window = new LabelsWindow(desk.workbench);
             window->plan().add({.kind = LabelVerb::Kind::TakeAway, .key = u"key "_s.repeated(30)});
             return window;
         }},
        {u"CopyFieldsDialog"_s,
         [](Desk &desk) {
             CopiedFields copied = CopiedFields::of(desk.model.metadata);
             copied.labels.append({u"key "_s.repeated(30), u"value "_s.repeated(200)});
             return new CopyFieldsDialog(copied, u"name "_s.repeated(60), {}, nullptr);
         }},
        {u"PasteValuesDialog"_s,
         [](Desk &desk) {
             const QString row = u"a value of many words\t"_s.repeated(40) + u'\n';
             const auto block = PastedBlock::fromText(row.repeated(3) + desk.mine.description);
             return new PasteValuesDialog(*block, 2, nullptr, nullptr);
         }},
        {u"PastedDialog"_s,
         [](Desk &desk) {
             return new PastedDialog(desk.catalog, (desk.model.metadata.name + u'\n').repeated(30),
                                     nullptr);
         }},
        {u"ProbeDialog"_s,
         [](Desk &desk) {
             return new ProbeDialog(desk.probe, u"a registry of a long name "_s.repeated(4),
                                    u"workspace "_s.repeated(6), false);
         }},
        {u"ProfilesDialog"_s,
         [](Desk &desk) {
             auto *dialog = new ProfilesDialog(desk.connector);
             dialog->showProfile({});
             return dialog;
         }},
        {u"ReportDialog"_s,
         [](Desk &) {
             ProblemReport report{.program = ProblemReport::ofProgram()};
             report.errors.resize(LastErrors::most);
             return new ReportDialog(report);
         }},
        {u"SettingsDialog"_s, [](Desk &desk) { return new SettingsDialog(desk.settings); }},
        {u"ReviewDialog"_s,
         [](Desk &desk) {
             const auto plan = SavePlan::make(desk.session->base(), desk.session->edited(), u"1"_s);
             return new ReviewDialog(desk.workbench, *desk.session, *plan);
         }},
    };
    return all;
}

} // namespace

void tst_DialogSizes::initTestCase()
{
    Theme::install(*qApp);
    m_language = std::make_unique<Language>();
}

void tst_DialogSizes::cleanupTestCase() { m_language.reset(); }

void tst_DialogSizes::everyDialogIsHere()
{
    static const QRegularExpression heading(
        u"class (\\w+)( final)? : public (QDialog|QMessageBox|JsonDialog)\\b"_s);
    QStringList found;
    QDirIterator files(testing::sourcePath(u"src"_s), {u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto match = heading.match(QString::fromUtf8(file.readAll()));
        if (match.hasMatch() && match.captured(1) != u"JsonDialog"_s) // what others begin with
            found.append(match.captured(1));
    }
    found.sort();
    QStringList made;
    for (const auto &[name, make] : makers())
        made.append(name);
    QCOMPARE(found, made);
}

void tst_DialogSizes::fitsASmallScreen_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("dialog");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const auto &[name, make] : makers())
            QTest::addRow("%s, %s", qPrintable(language), qPrintable(name)) << language << name;
    }
}

void tst_DialogSizes::fitsASmallScreen()
{
    QFETCH(QString, language);
    QFETCH(QString, dialog);
    m_language->use(language);
    Desk desk;
    const std::unique_ptr<QDialog> shown(makers().at(dialog)(desk));
    shown->setAttribute(Qt::WA_DeleteOnClose, false);
    shown->show();
    QTest::qWait(50);
    const QSize least = shown->minimumSizeHint().expandedTo(shown->minimumSize());
    std::printf("%s: at least %d × %d\n", QTest::currentDataTag(), least.width(), least.height());
    QVERIFY(least.boundedTo(testing::smallScreen) == least);
    shown->resize(testing::smallScreen); // wrapped lines may need more height than that
    QTest::qWait(50);
    QVERIFY2(shown->size().boundedTo(testing::smallScreen) == shown->size(),
             qPrintable(u"%1 × %2"_s.arg(shown->width()).arg(shown->height())));
}

void tst_DialogSizes::everythingCanBeReadAndHit_data() { testing::addSizeRows(makers()); }

void tst_DialogSizes::everythingCanBeReadAndHit()
{
    QFETCH(QString, language);
    QFETCH(int, percent);
    QFETCH(QString, name);
    m_language->use(language);
    const testing::TextSize text(percent);
    Desk desk;
    const std::unique_ptr<QDialog> shown(makers().at(name)(desk));
    shown->setAttribute(Qt::WA_DeleteOnClose, false);
    shown->show();
    QTest::qWait(50);
    const QStringList faults = testing::cutTexts(*shown) + testing::hardToHit(*shown);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

MODELSCRIBE_GUI_TEST(tst_DialogSizes)

} // namespace tst_dialogsizes

#include "tst_dialogsizes.moc"
