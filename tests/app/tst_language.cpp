// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include "lists/modeltablemodel.h"
#include "model/wording.h"
#include "testclass.h"
#include "testpaths.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/searchbox.h"
#include "ui/browse/sidebar.h"
#include "ui/browse/statusline.h"
#include "ui/edit/editorpane.h"
#include "ui/edit/labelseditor.h"
#include "ui/review/reviewdialog.h"
#include "ui/uiworld.h"
#include "ui/window/commandpalette.h"

#include <QAction>
#include <QDirIterator>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <cstdio>

namespace tst_language {

using namespace modelscribe;
using namespace modelscribe::testing;
using namespace Qt::StringLiterals;

class tst_Language : public QObject
{
    Q_OBJECT

private slots:
    void everyTextIsTranslated();
    void placeholdersSurviveTranslation();
    void theWindowFollowsWhileItIsShown();
    void openDialogsFollow();
    void spokenNamesFollow();
    void noSpokenNameIsFixed();
    void thePaletteShowsNoMnemonics();
    void everyErrorReadsWellInChinese();
    void englishCounts_data();
    void englishCounts();
};

namespace {

QString catalogue()
{
    QFile file(testing::sourcePath(u"translations/modelscribe_zh_CN.ts"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

void tst_Language::everyTextIsTranslated()
{
    const QString text = catalogue();
    QVERIFY(text.count("<message"_L1) > 100);
    QCOMPARE(text.count("type=\"unfinished\""_L1), 0);
    QCOMPARE(text.count("<translation></translation>"_L1), 0);
}

void tst_Language::placeholdersSurviveTranslation()
{
    static const QRegularExpression message(
        u"<source>(.*?)</source>.*?<translation[^>]*>(.*?)</translation>"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression place(u"%(\\d|L?n)"_s);
    auto found = message.globalMatch(catalogue());
    while (found.hasNext()) {
        const auto match = found.next();
        const auto places = [&](int group) {
            QSet<QString> result;
            auto each = place.globalMatch(match.captured(group));
            while (each.hasNext())
                result.insert(each.next().captured());
            return result;
        };
        QVERIFY2(places(1) == places(2), qPrintable(match.captured(1)));
    }
}

namespace {

//! A window with one model chosen, and the language it speaks.
class Window
{
public:
    bool open()
    {
        language.use(u"en"_s);
        if (!world.connectToRegistry() || !world.waitLoaded())
            return false;
        ModelMetadata model;
        model.name = u"bert-zh-news"_s;
        model.domain = u"nlp"_s;
        model.accessibility = u"PRIVATE"_s;
        id = world.addModel(model, QDateTime::currentDateTimeUtc());
        find<QAction>("refreshAction")->trigger();
        if (id.isEmpty() || !world.waitLoaded())
            return false;
        window.show();
        window.showModel(id);
        return QTest::qWaitFor([this] {
            return editor().session() && window.findChild<BrowsePane *>()->shownCount() == 1;
        });
    }

    void use(const QString &code)
    {
        language.use(code);
        QTest::qWait(50); // windows hear of it by a posted event
    }

    template<typename T>
    T *find(const char *name = "") const
    {
        return window.findChild<T *>(QLatin1StringView(name));
    }
    EditorPane &editor() const { return *window.findChild<EditorPane *>(); }
    EditSession &session() const { return *editor().session(); }
    QString label(const char *name) const
    {
        return editor().findChild<QLabel *>(QLatin1StringView(name))->text();
    }

    //! What the window says at the moment, by place.
    QMap<QString, QString> texts() const
    {
        const auto header = [](const QAbstractItemModel &model) {
            return model.headerData(0, Qt::Horizontal).toString();
        };
        const auto *sidebar = window.findChild<Sidebar *>();
        return {
            {u"menu"_s, find<QMenu>("modelMenu")->title()},
            {u"action"_s, find<QAction>("reviewAction")->text()},
            {u"search"_s, window.findChild<SearchBox *>()->placeholderText()},
            {u"field"_s, label("label_Domain")},
            {u"editor"_s, editor().findChild<QWidget *>(u"field_Domain"_s)->accessibleName()},
            {u"tab"_s, editor().findChild<QTabBar *>()->tabText(EditorPane::LabelsTab)},
            {u"hint"_s, label("changeHint")},
            {u"pill"_s, label("accessPill")},
            {u"review"_s, editor().findChild<QPushButton *>(u"review"_s)->text()},
            {u"strip"_s, editor().strip().text()},
            {u"columns"_s, header(*window.findChild<ModelTable *>()->model())},
            {u"labels"_s, header(editor().findChild<LabelsEditor *>()->model())},
            {u"sidebar"_s, sidebar->model()->index(0, 0).data().toString()},
            {u"status"_s, window.findChild<StatusLine *>()->findChildren<QLabel *>()[0]->text()}};
    }

    UiWorld world;
    MainWindow window{world.workbench, world.connector, WindowSettings{}};
    Language language;
    QString id;
};

bool isChinese(const QString &text)
{
    return std::ranges::any_of(text,
                               [](QChar letter) { return letter.script() == QChar::Script_Han; });
}

} // namespace

//! The table of errors, to be read.
void tst_Language::everyErrorReadsWellInChinese()
{
    Language language;
    language.use(u"zh_CN"_s);
    for (Error error : wording::errorExamples()) {
        const QString what = wording::whatHappened(error);
        const QString next = wording::nextStep(error);
        std::printf("| %d | %s | %s | %s |\n", int(error.kind), qPrintable(error.code),
                    qPrintable(what), qPrintable(next));
        QVERIFY2(isChinese(what), qPrintable(what));
        QVERIFY2(next.isEmpty() || isChinese(next), qPrintable(next));
        error.message = u"It ends."_s;
        const QString whole = wording::whole(error);
        QVERIFY2(whole.endsWith(u'。'), qPrintable(whole));
        for (const QString &bad : {u".."_s, u"。。"_s, u".。"_s, u". "_s, u"%"_s})
            QVERIFY2(!whole.contains(bad), qPrintable(whole));
    }
    std::fflush(stdout);
    language.use(u"en"_s);
}

void tst_Language::theWindowFollowsWhileItIsShown()
{
    Window shown;
    QVERIFY(shown.open());
    shown.session().setValue(*findField(u"Domain"), u"cv"_s);
    shown.find<QAction>("revertAction")->trigger(); // leaves a message
    const QMap<QString, QString> english = shown.texts();
    QCOMPARE(english[u"strip"_s], u"Changes reverted."_s);

    shown.use(u"zh_CN"_s);
    QTRY_VERIFY(isChinese(shown.texts()[u"sidebar"_s])); // counts anew a little later
    const QMap<QString, QString> chinese = shown.texts();
    QCOMPARE(chinese[u"menu"_s], u"模型(&M)"_s);
    QCOMPARE(chinese[u"field"_s], u"领域"_s);
    QCOMPARE(chinese[u"tab"_s], u"标签"_s);
    QCOMPARE(chinese[u"status"_s], u"1 个模型"_s);
    for (auto text = chinese.begin(); text != chinese.end(); ++text)
        QVERIFY2(isChinese(text.value()), qPrintable(text.key() + u": "_s + text.value()));

    shown.use(u"en"_s);
    QTRY_COMPARE(shown.texts(), english);
}

void tst_Language::openDialogsFollow()
{
    Window shown;
    QVERIFY(shown.open());
    shown.session().setValue(*findField(u"Task"), u"x"_s);
    shown.find<QAction>("reviewAction")->trigger();
    const auto *review = shown.window.findChild<ReviewDialog *>();
    QVERIFY(review);
    const auto *save = review->findChild<QPushButton *>(u"save"_s);
    QCOMPARE(save->text(), u"Save 1 change"_s);
    shown.use(u"zh_CN"_s);
    QCOMPARE(review->windowTitle(), u"审阅修改"_s);
    QCOMPARE(save->text(), u"保存 1 处修改"_s);
    shown.use(u"en"_s);
    QCOMPARE(save->text(), u"Save 1 change"_s);
}

//! What a screen reader says in the window, also of what is not in sight.
void tst_Language::spokenNamesFollow()
{
    static const QRegularExpression english(u"[A-Za-z]{3}"_s);
    static const QRegularExpression chinese(u"\\p{Han}"_s);
    static const QStringList others{
        u"ExtraInfo"_s,    u"bert-zh-news"_s,
        u"Scroll Left"_s,  u"Scroll Right"_s, // Qt says them once, where it has a translation
        u"Clear search"_s,                    // made anew before it is shown
    };
    Window shown;
    QVERIFY(shown.open());
    const auto searchIs = [&shown] { return shown.find<SearchBox>()->accessibleName(); };
    QCOMPARE(searchIs(), u"Search"_s);
    QCOMPARE(shown.find<ModelTable>()->accessibleName(), u"Models"_s);
    shown.use(u"zh_CN"_s);
    QStringList wrong;
    int count = 0;
    for (const QWidget *widget : shown.window.findChildren<QWidget *>()) {
        const QString name = widget->accessibleName();
        count += !name.isEmpty();
        if (name.contains(english) && !name.contains(chinese) && !others.contains(name))
            wrong.append(
                u"%1 “%2”"_s.arg(QLatin1StringView(widget->metaObject()->className()), name));
    }
    QVERIFY(count > 50);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void tst_Language::noSpokenNameIsFixed()
{
    static const QRegularExpression fixed(
        u"setAccessible(Name|Description)\\(\\s*(u|QStringLiteral\\(u?|QLatin1String\\w*\\()\"[^\"]*[A-Za-z]{3}"_s);
    QStringList wrong;
    QDirIterator files(testing::sourcePath(u"src"_s), {u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto found = fixed.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext())
            wrong.append(found.next().captured());
    }
    wrong.removeAll(u"setAccessibleName(u\"English"_s); // each language by its own name
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void tst_Language::thePaletteShowsNoMnemonics()
{
    Window shown;
    QVERIFY(shown.open());
    shown.use(u"zh_CN"_s);
    shown.find<QAction>("paletteAction")->trigger();
    const auto *list = shown.window.findChild<CommandPalette *>()->findChild<QListView *>();
    QStringList texts;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        texts.append(list->model()->index(row, 0).data().toString());
    QVERIFY(texts.contains(u"新建模型…"_s));
    QVERIFY2(texts.filter(u"("_s).isEmpty(), qPrintable(texts.join(u'\n')));
    QVERIFY2(texts.filter(u"&"_s).isEmpty(), qPrintable(texts.join(u'\n')));
}

void tst_Language::englishCounts_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<QString>("says");
    QTest::newRow("one") << QStringList{u"Task"_s} << u"1 change"_s;
    QTest::newRow("two") << QStringList{u"Task"_s, u"ModelType"_s} << u"2 changes"_s;
}

void tst_Language::englishCounts()
{
    QFETCH(const QStringList, fields);
    QFETCH(const QString, says);
    Window shown;
    QVERIFY(shown.open());
    for (const QString &key : fields)
        shown.session().setValue(*findField(key), u"x"_s);
    QCOMPARE(shown.label("changeCount"), says);
}

MODELSCRIBE_GUI_TEST(tst_Language)

} // namespace tst_language

#include "tst_language.moc"
