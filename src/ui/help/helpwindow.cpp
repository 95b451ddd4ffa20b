// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpwindow.h"

#include "ui/help/helpdocument.h"
#include "ui/help/helpfindbar.h"
#include "ui/help/helppages.h"
#include "ui/help/helpview.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/filesaving.h"
#include "ui/widgets/linkstrip.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPageSize>
#include <QPdfWriter>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int listWidth = 200;
constexpr int pageRow = 28;
constexpr qsizetype mostStops = 100;
constexpr int aboveHeading = 12;

QToolButton *barButton(const QString &icon)
{
    auto *button = new QToolButton;
    button->setIcon(Theme::of().icon(icon));
    return button;
}

QListWidget *makePageList()
{
    auto *list = new QListWidget;
    list->setProperty("role", u"side"_s);
    list->setFixedWidth(listWidth);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for ([[maybe_unused]] const HelpPage &page : helpPages) {
        auto *item = new QListWidgetItem(list);
        item->setSizeHint({0, pageRow});
    }
    return list;
}

} // namespace

HelpWindow::HelpWindow(std::function<QList<ShortcutGroup>()> shortcuts, QWidget *parent)
    : QDialog(parent)
    , m_shortcuts(std::move(shortcuts))
    , m_list(makePageList())
    , m_back(barButton(u"chevron-left"_s))
    , m_forward(barButton(u"chevron-right"_s))
    , m_find(barButton(u"search"_s))
    , m_pdf(new QPushButton)
    , m_strip(new MessageStrip)
    , m_view(new HelpView)
    , m_links(new LinkStrip)
{
    setModal(false);
    m_findBar = new HelpFindBar(*m_view);
    auto *side = new QFrame;
    side->setProperty("role", u"side"_s);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(8, 12, 8, 8);
    sideColumn->addWidget(m_list);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(buildBar());
    column->addWidget(new Separator(this));
    column->addWidget(m_strip);
    column->addWidget(m_findBar);
    column->addWidget(m_view, 1);
    column->addWidget(m_links);
    auto *whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(side);
    whole->addWidget(new Separator(Qt::Vertical, this));
    whole->addLayout(column, 1);

    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            showPage(helpPages.at(size_t(row)));
    });
    connect(m_view, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    connect(m_links, &LinkStrip::answered, m_view, qOverload<>(&QWidget::setFocus));
    connect(&Theme::of(this), &Theme::changed, this, &HelpWindow::load);
    const auto onKey = [this](const QKeySequence &keys, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
    };
    onKey(Qt::ALT | Qt::Key_Left, &HelpWindow::goBack);
    onKey(Qt::ALT | Qt::Key_Right, &HelpWindow::goForward);
    onKey(QKeySequence::Find, [this] { m_findBar->open(); });
    onKey(Qt::Key_F3, [this] { m_findBar->findNext(); });
    onKey(Qt::SHIFT | Qt::Key_F3, [this] { m_findBar->findPrevious(); });
    retranslate();
    setUpDialog(*this, {980, 680});
    m_view->setFocus();
}

HelpWindow::~HelpWindow() = default;

QWidget *HelpWindow::buildBar()
{
    connect(m_back, &QToolButton::clicked, this, &HelpWindow::goBack);
    connect(m_forward, &QToolButton::clicked, this, &HelpWindow::goForward);
    connect(m_find, &QToolButton::clicked, this, [this] { m_findBar->open(); });
    connect(m_pdf, &QPushButton::clicked, this, [this] {
        offerToSave({.title = tr("Save as PDF"),
                     .filters = {tr("PDF files (*.pdf)")},
                     .suffix = u"pdf"_s,
                     .name = m_page->name + u".pdf"_s},
                    pdfOfPage(), *m_strip);
    });
    m_pdf->setProperty("kind", u"quiet"_s);
    auto *bar = new QFrame;
    bar->setProperty("role", u"bar"_s);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(4);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addStretch(1);
    row->addWidget(m_find);
    row->addWidget(m_pdf);
    return bar;
}

void HelpWindow::retranslate()
{
    setWindowTitle(tr("Help"));
    m_list->setAccessibleName(tr("Pages"));
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setText(helpPages.at(size_t(i)).titleText());
    const auto name = [](QToolButton *button, const QString &text, const QString &keys) {
        button->setAccessibleName(text);
        button->setToolTip(u"%1 (%2)"_s.arg(text, keys));
    };
    name(m_back, tr("Back"), u"Alt+←"_s);
    name(m_forward, tr("Forward"), u"Alt+→"_s);
    name(m_find, tr("Find in this page"), u"Ctrl+F"_s);
    m_pdf->setText(tr("Save as PDF…"));
    m_pdf->setAccessibleName(m_pdf->text());
    m_pdf->setToolTip(tr("To print it, or to keep it"));
}

void HelpWindow::showPage(const HelpPage &page, const QString &anchor)
{
    if (&page != m_page) {
        if (m_stop >= 0)
            m_stops[m_stop].scrolled = m_view->verticalScrollBar()->value();
        m_stops.resize(m_stop + 1); // what was in front is not any more
        m_stops.append(Stop{.page = &page});
        if (m_stops.size() > mostStops)
            m_stops.removeFirst();
        goTo(m_stops.size() - 1);
    }
    if (!anchor.isEmpty())
        goToHeading(anchor);
}

void HelpWindow::goToHeading(const QString &anchor)
{
    QScrollBar *bar = m_view->verticalScrollBar();
    const int before = bar->value();
    bar->setValue(0);
    m_view->scrollToAnchor(anchor);
    if (bar->value() == 0)
        bar->setValue(before); // there is none of this name
    else
        bar->setValue(bar->value() - aboveHeading);
}

void HelpWindow::goBack()
{
    if (m_stop <= 0)
        return;
    m_stops[m_stop].scrolled = m_view->verticalScrollBar()->value();
    goTo(m_stop - 1);
}

void HelpWindow::goForward()
{
    if (m_stop + 1 >= m_stops.size())
        return;
    m_stops[m_stop].scrolled = m_view->verticalScrollBar()->value();
    goTo(m_stop + 1);
}

void HelpWindow::goTo(qsizetype stop)
{
    m_stop = stop;
    m_page = m_stops.at(stop).page;
    m_links->hide();
    load();
    m_view->verticalScrollBar()->setValue(m_stops.at(stop).scrolled);
    {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(int(m_page - helpPages.data()));
    }
    updateButtons();
}

HelpText HelpWindow::text() const
{
    if (m_page->name == "shortcuts"_L1)
        return {.markdown = shortcutsMarkdown(m_shortcuts())};
    HelpText text = helpText(*m_page);
    if (!text.isInLanguage)
        text.markdown.prepend("*" + tr("This page is in English.").toUtf8() + "*\n\n");
    return text;
}

void HelpWindow::load()
{
    if (!m_page)
        return;
    const int scrolled = m_view->verticalScrollBar()->value();
    const HelpText shown = text();
    m_document = helpDocument(shown.markdown, HelpStyle::of(Theme::of(this)), shown.anchors);
    m_view->setDocument(m_document.get());
    // All of it now: what is gone back to is far down, perhaps.
    std::ignore = m_document->documentLayout()->documentSize();
    m_view->setAccessibleName(m_page->titleText());
    m_view->verticalScrollBar()->setValue(scrolled);
    m_findBar->pageChanged();
}

std::function<QByteArray()> HelpWindow::pdfOfPage() const
{
    return [text = text().markdown, style = HelpStyle::forPaper(Theme::of(this)),
            title = m_page->titleText()] {
        QByteArray pdf;
        QBuffer buffer(&pdf);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setTitle(title);
        writer.setCreator(u"ModelScribe " MODELSCRIBE_VERSION ""_s);
        writer.setPageSize(QPageSize(QPageSize::A4));
        helpDocument(text, style)->print(&writer);
        return pdf;
    };
}

void HelpWindow::follow(const QUrl &link)
{
    if (!link.scheme().isEmpty())
        return m_links->ask(link);
    const QString anchor = link.fragment(QUrl::FullyDecoded);
    QString name = link.path();
    if (name.isEmpty())
        return goToHeading(anchor);
    name = name.sliced(name.lastIndexOf(u'/') + 1);
    if (name.endsWith(".md"_L1))
        name.chop(3);
    if (const HelpPage *page = findHelpPage(name))
        showPage(*page, anchor);
}

void HelpWindow::updateButtons()
{
    m_back->setEnabled(m_stop > 0);
    m_forward->setEnabled(m_stop + 1 < m_stops.size());
}

void HelpWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        // Later: the menus that shortcuts are read from may not have heard of it yet.
        QMetaObject::invokeMethod(this, &HelpWindow::load, Qt::QueuedConnection);
    }
    QDialog::changeEvent(event);
}

void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_findBar->isVisible())
        m_findBar->leave();
    else
        QDialog::keyPressEvent(event);
}

} // namespace modelscribe

#include "moc_helpwindow.cpp"
