// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figurespage.h"

#include "core/visibletext.h"
#include "lists/figurescounting.h"
#include "ui/figures/figurecard.h"
#include "ui/figures/figuresexport.h"
#include "ui/figures/figurestable.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/pagebar.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mostBars = 10; // of values in a chart
constexpr int tableWidth = 320;
constexpr int narrowTable = 240;
constexpr int columnWidth = 380;
constexpr int cardGap = 12;

} // namespace

FiguresPage::FiguresPage(const ModelTableModel &models, QWidget *parent)
    : QWidget(parent)
    , m_counting(new FiguresCounting(models, this))
    , m_export(new QPushButton(this))
    , m_bar(new PageBar(this))
    , m_charts(new QScrollArea(this))
    , m_noCharts(new StatePage(this))
    , m_table(new FiguresTable(this))
    , m_loading(new LoadingRows(this))
    , m_empty(new StatePage(this))
    , m_figures(new QWidget(this))
    , m_stack(new QStackedLayout)
    , m_strip(new MessageStrip(this))
    , m_exporting(new FiguresExport(*m_strip, this))
{
    auto *grid = new QWidget;
    m_grid = new QGridLayout(grid);
    m_grid->setContentsMargins(16, 16, 16, 16);
    m_grid->setSpacing(cardGap);
    m_charts->setWidget(grid);
    m_charts->setWidgetResizable(true);
    m_charts->setFrameShape(QFrame::NoFrame);
    m_charts->setFocusPolicy(Qt::NoFocus); // the table says the same
    auto *row = new QHBoxLayout(m_figures);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_charts, 1);
    row->addWidget(m_noCharts, 1);
    row->addWidget(new Separator(Qt::Vertical, this));
    row->addWidget(m_table);
    m_noCharts->hide();
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_figures);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar->addWidget(m_export);
    connect(m_bar, &PageBar::backRequested, this, &FiguresPage::backRequested);
    column->addWidget(m_bar);
    column->addWidget(new Separator(this));
    column->addLayout(m_stack, 1);
    column->addWidget(m_strip);
    makeExportMenu();
    m_nextTurn.setSingleShot(true);
    m_nextTurn.setInterval(0);
    connect(&m_nextTurn, &QTimer::timeout, this, &FiguresPage::drawNext);
    connect(m_counting, &FiguresCounting::changed, this, &FiguresPage::refresh);
    connect(m_table, &FiguresTable::pointed, this, &FiguresPage::mark);
    connect(m_table, &FiguresTable::walked, this, [this](int group) {
        if (group < m_cards.size())
            m_charts->ensureWidgetVisible(m_cards[group], 0, cardGap);
    });
    connect(m_table, &FiguresTable::chosen, this, &FiguresPage::choose);
    retranslate();
}

void FiguresPage::makeExportMenu()
{
    auto *menu = new QMenu(m_export);
    m_export->setMenu(menu);
    m_export->setIcon(Theme::of(this).icon(u"chevron-down"_s));
    m_export->setLayoutDirection(Qt::RightToLeft); // the arrow behind the words
    connect(menu->addAction(QString()), &QAction::triggered, this,
            [this] { exportPicture(false); });
    connect(menu->addAction(QString()), &QAction::triggered, this, [this] { exportPicture(true); });
    connect(menu->addAction(QString()), &QAction::triggered, this, [this] {
        if (m_counting->figures())
            m_exporting->exportTable(*m_counting->figures());
    });
}

void FiguresPage::setQuery(const QString &query)
{
    m_query = query;
    refresh();
}

void FiguresPage::focusTable() { m_table->setFocus(Qt::OtherFocusReason); }

void FiguresPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_counting->setOn(true);
}

void FiguresPage::hideEvent(QHideEvent *event)
{
    m_counting->setOn(false);
    m_strip->dismiss();
    QWidget::hideEvent(event);
}

void FiguresPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < 2 * columnWidth + tableWidth;
    m_table->setFixedWidth(isNarrow ? narrowTable : tableWidth);
    m_table->setSharesShown(!isNarrow);
    placeCards();
}

//! As late as there is something to draw.
void FiguresPage::loadCharts()
{
    if (m_isLoaded)
        return;
    m_isLoaded = true;
    m_maker = m_module.load(m_moduleFolders);
    m_charts->setVisible(m_maker);
    m_noCharts->setVisible(!m_maker);
    if (!m_maker)
        sayNoCharts();
}

//! One chart a turn of the event loop: all of them take longer than a key may wait.
void FiguresPage::drawNext()
{
    if (!m_maker || m_nextCard >= m_groups.size())
        return;
    const int group = m_nextCard++;
    if (group >= m_cards.size()) {
        auto *card = new FigureCard(*m_maker, m_grid->parentWidget());
        connect(card, &FigureCard::chosen, this, [this, group](int bar) { choose(group, bar); });
        m_cards.append(card);
    }
    m_cards[group]->setGroup(m_groups[group]);
    placeCards();
    m_nextTurn.start();
    if (m_nextCard == m_groups.size())
        m_table->pointAtCurrent();
}

void FiguresPage::placeCards()
{
    const int room = width() - m_table->width();
    const int columns = room < 2 * columnWidth ? 1 : 2;
    QList<FigureCard *> shown;
    for (FigureCard *card : std::as_const(m_cards)) {
        card->setVisible(!card->group().bars.isEmpty());
        if (!card->isHidden())
            shown.append(card);
    }
    if (shown == m_placed && m_grid->columnStretch(1) == columns - 1)
        return;
    m_placed = shown;
    for (FigureCard *card : std::as_const(m_cards))
        m_grid->removeWidget(card);
    for (int i = 0; i < shown.size(); ++i)
        m_grid->addWidget(shown[i], i / columns, i % columns);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns - 1);
}

void FiguresPage::refresh()
{
    const auto &figures = m_counting->figures();
    m_export->setEnabled(figures && figures->models > 0);
    for (QAction *action : m_export->menu()->actions().first(2)) // pictures
        action->setEnabled(!m_isLoaded || m_maker);
    m_bar->setTitle(figures ? tr("Figures of %Ln model(s)", nullptr, figures->models)
                            : tr("Figures"));
    m_bar->setAbout(m_query.isEmpty() ? tr("All models of the list") : visibleText(m_query, 200));
    if (!figures) {
        m_stack->setCurrentWidget(m_loading);
        return;
    }
    if (figures->models == 0)
        return sayNoModels();
    m_groups = figureGroups(*figures, mostBars);
    loadCharts();
    m_nextCard = 0;
    m_nextTurn.start();
    const bool isFirst = m_stack->currentWidget() != m_figures;
    m_stack->setCurrentWidget(m_figures);
    m_table->setGroups(m_groups, figures->models);
    if (isFirst && isVisible())
        focusTable();
}

void FiguresPage::sayNoModels()
{
    m_empty->say(m_query.isEmpty() ? tr("There are no models to count yet.")
                                   : tr("No model matches the search."));
    QPushButton *back = m_empty->addButton(tr("Back to the list"), u"primary"_s);
    connect(back, &QPushButton::clicked, this, &FiguresPage::backRequested);
    m_stack->setCurrentWidget(m_empty);
    if (isVisible())
        back->setFocus(Qt::OtherFocusReason);
}

void FiguresPage::sayNoCharts()
{
    m_noCharts->say(tr("Charts cannot be drawn."),
                    tr("The part of ModelScribe that draws them could not be loaded. Install the "
                       "program again; the figures are in the table."),
                    true);
    m_noCharts->addDetails(m_module.problem());
}

void FiguresPage::mark(int group, int bar)
{
    for (int i = 0; i < m_cards.size(); ++i)
        m_cards[i]->mark(i == group ? bar : -1);
}

void FiguresPage::choose(int group, int bar)
{
    if (group >= m_groups.size() || bar >= m_groups[group].bars.size())
        return;
    if (const FigureBar chosen = m_groups[group].bars[bar]; !chosen.field.isEmpty())
        emit filterRequested(chosen);
}

QSize FiguresPage::pictureSize() const { return m_grid->parentWidget()->size() + QSize(0, 28); }

//! The cards as they stand, below a line that says what they are about.
void FiguresPage::paint(QPainter &painter) const
{
    const Theme &theme = Theme::of(this);
    painter.fillRect(QRect(QPoint(), pictureSize()), theme.color(ThemeColor::Surface));
    painter.setFont(m_bar->titleFont());
    painter.setPen(theme.color(ThemeColor::Text));
    painter.drawText(QRect(16, 8, pictureSize().width() - 32, 28),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     m_bar->title() + u" · "_s + m_bar->about());
    for (FigureCard *card : m_placed)
        card->paint(painter, card->geometry().translated(0, 28));
}

void FiguresPage::exportPicture(bool isSvg)
{
    if (!m_cards.isEmpty())
        m_exporting->exportPicture(isSvg ? FiguresExport::Format::Svg : FiguresExport::Format::Png,
                                   pictureSize(), [this](QPainter &painter) { paint(painter); });
}

void FiguresPage::retranslate()
{
    m_export->setText(tr("Export"));
    const std::array names{tr("Picture (PNG)"), tr("Drawing (SVG)"), tr("Table (CSV)")};
    for (qsizetype i = 0; i < qsizetype(names.size()); ++i)
        m_export->menu()->actions().at(i)->setText(names[size_t(i)]);
    m_table->setAccessibleName(tr("Figures"));
    m_table->setAccessibleDescription(tr("Enter shows the models of a row in the list"));
    if (m_isLoaded && !m_maker)
        sayNoCharts();
    refresh();
}

void FiguresPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return emit backRequested();
    QWidget::keyPressEvent(event);
}

void FiguresPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_figurespage.cpp"
