// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpwindow.h"

#include "testclass.h"
#include "testpaths.h"
#include "ui/help/helpdocument.h"
#include "ui/help/helpfindbar.h"
#include "ui/help/helpplaces.h"
#include "ui/widgets/linkstrip.h"
#include "ui/widgets/theme.h"
#include "uitest.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>

namespace tst_helpwindow {

using namespace Qt::StringLiterals;
using namespace modelscribe;
using namespace modelscribe::uitest;

namespace {

const HelpPage &pageOf(const QString &name)
{
    const HelpPage *page = findHelpPage(name);
    return page ? *page : helpPages.front();
}

std::shared_ptr<ClosedDocument> documentOf(const HelpPage &page)
{
    const HelpText text = helpText(page);
    return helpDocument(text.markdown, HelpStyle::of(Theme::of()), text.anchors);
}

struct Anchors
{
    QStringList links;
    QStringList names;
};

Anchors anchorsOf(const QTextDocument &document)
{
    Anchors found;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            if (!format.anchorHref().isEmpty())
                found.links.append(format.anchorHref());
            found.names += format.anchorNames();
        }
    }
    return found;
}

//! Pages with names of files behind them.
QList<const HelpPage *> filePages()
{
    QList<const HelpPage *> pages;
    for (const HelpPage &page : helpPages) {
        if (page.name != "shortcuts"_L1)
            pages.append(&page);
    }
    return pages;
}

} // namespace

class tst_HelpWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void everyPageIsThere();
    void everyLinkLeadsSomewhere();
    void aTranslatedPageHasTheSameHeadings();
    void everyPlaceHasItsPage();
    void anchorsAreThoseOfGitHub_data();
    void anchorsAreThoseOfGitHub();
    void pagesAreChosenAndGoneBackTo();
    void theKeyboardGoesBack();
    void linksBetweenPagesAreFollowed();
    void linksToTheWebAreAskedAbout();
    void textIsFound();
    void escapeClosesTheFindingFirst();
    void aPageIsInTheLanguage();
    void coloursFollowTheTheme();
    void noPageIsScrolledSideways();
    void cellsOfATableAreCopiedApart();
    void aPageBecomesAPdf();
    void noPageTakesLong();

private:
    std::unique_ptr<HelpWindow> m_window;
};

void tst_HelpWindow::init()
{
    QLocale::setDefault(QLocale::English);
    m_window = std::make_unique<HelpWindow>([] {
        return QList<ShortcutGroup>{{u"File"_s, {{u"New | model"_s, u"Ctrl+N"_s}}}};
    });
    m_window->showPage(pageOf(u"first-steps"_s));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_HelpWindow::cleanup() { m_window.reset(); }

void tst_HelpWindow::everyPageIsThere()
{
    for (const HelpPage *page : filePages()) {
        const HelpText text = helpText(*page);
        QVERIFY2(text.markdown.startsWith("# "), page->name.data());
        QVERIFY2(text.markdown.size() > 500, page->name.data());
        QVERIFY(text.isInLanguage);
    }
    QVERIFY(!findHelpPage(u"architecture"_s));
}

void tst_HelpWindow::everyLinkLeadsSomewhere()
{
    for (const auto locale : {QLocale::English, QLocale::Chinese}) {
        QLocale::setDefault(locale);
        QHash<QString, QStringList> names;
        for (const HelpPage *page : filePages())
            names.insert(page->name, anchorsOf(*documentOf(*page)).names);
        for (const HelpPage *page : filePages()) {
            const bool isOwn = locale == QLocale::Chinese && helpText(*page).isInLanguage;
            for (const QString &link : anchorsOf(*documentOf(*page)).links) {
                const QByteArray where = page->name.data() + (": " + link.toUtf8());
                const QUrl url(link);
                if (!url.scheme().isEmpty()) {
                    QVERIFY2(url.scheme() == u"https", where.constData());
                    continue;
                }
                const QString target = url.path().isEmpty()
                                           ? QString(page->name)
                                           : QFileInfo(url.path()).completeBaseName();
                QVERIFY2(findHelpPage(target), where.constData());
                QVERIFY2(url.fragment().isEmpty() || names.value(target).contains(url.fragment()),
                         where.constData());
                if (!url.path().isEmpty()) { // it is right in the file, too
                    const QString folder = isOwn ? u"docs/zh/"_s : u"docs/"_s;
                    QVERIFY2(QFile::exists(testing::sourcePath(folder + url.path())),
                             where.constData());
                }
            }
        }
    }
}

void tst_HelpWindow::aTranslatedPageHasTheSameHeadings()
{
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    int translated = 0;
    for (const HelpPage *page : filePages()) {
        const HelpText text = helpText(*page);
        if (text.anchors.isEmpty())
            continue;
        ++translated;
        QCOMPARE(headingAnchorsOf(text.markdown).size(), text.anchors.size());
    }
    QVERIFY(translated > 0);
}

void tst_HelpWindow::everyPlaceHasItsPage()
{
    QVERIFY(helpPlaces().size() > 20);
    for (const HelpPlace &place : helpPlaces()) {
        QVERIFY2(place.page, place.place->className());
        QVERIFY2(place.place != &QDialog::staticMetaObject
                     && place.place != &QWidget::staticMetaObject,
                 place.page->name.data());
        if (!place.anchor.isEmpty())
            QVERIFY2(anchorsOf(*documentOf(*place.page)).names.contains(QString(place.anchor)),
                     place.place->className());
    }
    QWidget nowhere;
    QCOMPARE(helpPlaceOf(&nowhere).page, findHelpPage(u"first-steps"_s));
    QCOMPARE(helpPlaceOf(nullptr).page, findHelpPage(u"first-steps"_s));
}

void tst_HelpWindow::anchorsAreThoseOfGitHub_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("anchor");
    QTest::newRow("words") << u"Saved searches and what needs a look"_s
                           << u"saved-searches-and-what-needs-a-look"_s;
    QTest::newRow("comma") << u"One text, three faces"_s << u"one-text-three-faces"_s;
    QTest::newRow("apostrophe") << u"What's new?"_s << u"whats-new"_s;
    QTest::newRow("version") << u"[0.2.0] - 2026-12-01"_s << u"020---2026-12-01"_s;
    QTest::newRow("Chinese") << u"连接 PAI"_s << u"连接-pai"_s;
}

void tst_HelpWindow::anchorsAreThoseOfGitHub()
{
    QFETCH(QString, heading);
    QTEST(headingAnchor(heading), "anchor");
}

void tst_HelpWindow::pagesAreChosenAndGoneBackTo()
{
    auto *list = m_window->findChild<QListWidget *>();
    QCOMPARE(list->count(), int(helpPages.size()));
    QCOMPARE(list->currentRow(), 0);
    QScrollBar *bar = m_window->view().verticalScrollBar();
    m_window->showPage(pageOf(u"many-at-a-time"_s));
    QTRY_VERIFY(bar->maximum() > 400);
    bar->setValue(300);
    list->setCurrentRow(0);
    QCOMPARE(m_window->page()->name, "first-steps"_L1);
    QCOMPARE(bar->value(), 0);
    m_window->goBack();
    QCOMPARE(m_window->page()->name, "many-at-a-time"_L1);
    QCOMPARE(bar->value(), 300);
    QCOMPARE(list->item(list->currentRow())->text(), u"Many at a time"_s);
    m_window->goForward();
    QCOMPARE(m_window->page()->name, "first-steps"_L1);
    m_window->goForward(); // nothing is there
    QCOMPARE(m_window->page()->name, "first-steps"_L1);
}

void tst_HelpWindow::theKeyboardGoesBack()
{
    m_window->showPage(pageOf(u"finding"_s));
    m_window->view().setFocus();
    pressKey(*m_window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->page()->name, "first-steps"_L1);
    pressKey(*m_window, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_window->page()->name, "finding"_L1);
}

void tst_HelpWindow::linksBetweenPagesAreFollowed()
{
    QTextBrowser &view = m_window->view();
    const auto top = [&view] { return view.cursorForPosition(QPoint(40, 20)).block().text(); };
    emit view.anchorClicked(QUrl(u"many-at-a-time.md#in-the-window"_s));
    QCOMPARE(m_window->page()->name, "many-at-a-time"_L1);
    QCOMPARE(top(), u"In the window"_s);
    emit view.anchorClicked(QUrl(u"#one-form-for-many-models"_s));
    QCOMPARE(top(), u"One form for many models"_s);
    emit view.anchorClicked(QUrl(u"#no-such-heading"_s));
    QCOMPARE(top(), u"One form for many models"_s);
    emit view.anchorClicked(QUrl(u"../query-language.md"_s)); // as Chinese pages have them
    QCOMPARE(m_window->page()->name, "query-language"_L1);
    emit view.anchorClicked(QUrl(u"architecture.md"_s)); // no page
    QCOMPARE(m_window->page()->name, "query-language"_L1);
}

void tst_HelpWindow::linksToTheWebAreAskedAbout()
{
    QList<QUrl> opened;
    m_window->links().setOpener([&](const QUrl &url) { opened.append(url); });
    emit m_window->view().anchorClicked(QUrl(u"https://example.com/a"_s));
    QVERIFY(m_window->links().isVisible());
    QVERIFY(opened.isEmpty());
    for (QPushButton *button : m_window->links().findChildren<QPushButton *>()) {
        if (button->text() == u"Open in browser")
            button->click();
    }
    QCOMPARE(opened, QList<QUrl>{QUrl(u"https://example.com/a"_s)});
    QVERIFY(!m_window->links().isVisible());
    QVERIFY(m_window->view().hasFocus());
    emit m_window->view().anchorClicked(QUrl(u"file:///etc/passwd"_s));
    for (const QPushButton *button : m_window->links().findChildren<QPushButton *>())
        QVERIFY(!button->isVisible() || button->text() == u"Cancel");
}

void tst_HelpWindow::textIsFound()
{
    m_window->showPage(pageOf(u"query-language"_s));
    pressKey(*m_window, Qt::Key_F, Qt::ControlModifier);
    auto *bar = m_window->findChild<HelpFindBar *>();
    auto *field = bar->findChild<QLineEdit *>();
    QVERIFY(bar->isVisible() && field->hasFocus());
    field->setText(u"the query"_s);
    const QString count = bar->findChild<QLabel *>()->text();
    QVERIFY2(count.startsWith(u"1 of "), qPrintable(count));
    QCOMPARE(m_window->view().textCursor().selectedText().toLower(), u"the query"_s);
    const int first = m_window->view().textCursor().selectionStart();
    pressKey(*m_window, Qt::Key_F3);
    QVERIFY(m_window->view().textCursor().selectionStart() > first);
    pressKey(*m_window, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(m_window->view().textCursor().selectionStart(), first);
    field->setText(u"no such words here"_s);
    QCOMPARE(bar->findChild<QLabel *>()->text(), u"No match"_s);
}

void tst_HelpWindow::escapeClosesTheFindingFirst()
{
    pressKey(*m_window, Qt::Key_F, Qt::ControlModifier);
    auto *bar = m_window->findChild<HelpFindBar *>();
    bar->findChild<QLineEdit *>()->setText(u"model"_s);
    QVERIFY(!m_window->view().extraSelections().isEmpty());
    pressKey(*m_window, Qt::Key_Escape);
    QVERIFY(!bar->isVisible() && m_window->isVisible());
    QVERIFY(m_window->view().extraSelections().isEmpty());
    QVERIFY(m_window->view().hasFocus());
    pressKey(*m_window, Qt::Key_Escape);
    QVERIFY(!m_window->isVisible());
}

void tst_HelpWindow::aPageIsInTheLanguage()
{
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_window.get(), &change);
    QTRY_COMPARE(m_window->view().document()->firstBlock().text(), u"第一步"_s);
    m_window->showPage(pageOf(u"whats-new"_s)); // only in English, and it says so
    QCOMPARE(m_window->view().document()->firstBlock().text(), u"This page is in English."_s);
    QCOMPARE(m_window->view().document()->firstBlock().next().text(), u"What’s new"_s);
}

void tst_HelpWindow::coloursFollowTheTheme()
{
    m_window->showPage(pageOf(u"first-steps"_s));
    const auto linkColour = [this] {
        const QTextDocument *document = m_window->view().document();
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                const QTextCharFormat format = it.fragment().charFormat();
                if (!format.anchorHref().isEmpty())
                    return format.foreground().color();
            }
        }
        return QColor();
    };
    for (const auto mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        Theme::of().setMode(mode);
        QCOMPARE(linkColour(), Theme::of().color(ThemeColor::Accent));
    }
}

void tst_HelpWindow::noPageIsScrolledSideways()
{
    m_window->resize(1000, 560); // of a screen of 1024 × 600
    for (const HelpPage &page : helpPages) {
        m_window->showPage(page);
        QTest::qWait(10);
        QCOMPARE(m_window->view().horizontalScrollBar()->maximum(), 0);
    }
}

void tst_HelpWindow::cellsOfATableAreCopiedApart()
{
    m_window->showPage(pageOf(u"shortcuts"_s));
    QTextBrowser &view = m_window->view();
    view.selectAll();
    view.copy();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"New | model\nCtrl+N"), qPrintable(copied));
}

void tst_HelpWindow::aPageBecomesAPdf()
{
    m_window->showPage(pageOf(u"shortcuts"_s));
    const QByteArray pdf = m_window->pdfOfPage()();
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
}

void tst_HelpWindow::noPageTakesLong()
{
    for (const HelpPage &page : helpPages) {
        QElapsedTimer timer;
        timer.start();
        m_window->showPage(page);
        const qint64 taken = timer.elapsed();
        std::printf("%s: %lld ms\n", page.name.data(), static_cast<long long>(taken));
        QVERIFY2(taken < 1000, page.name.data()); // any machine; 50 are the goal
    }
}

MODELSCRIBE_GUI_TEST(tst_HelpWindow)

} // namespace tst_helpwindow

#include "tst_helpwindow.moc"
