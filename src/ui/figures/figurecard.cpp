// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figurecard.h"

#include "ui/figures/chartview.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <QCursor>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int barHeight = 24;
constexpr int axisHeight = 36;
constexpr int leastChart = 200;
constexpr int titleHeight = 28;
constexpr float barShare =
    0.7F; // of the accent in a bar: 3:1 against the card, and less than marked

QColor mixed(const QColor &over, const QColor &under)
{
    const auto part = [](float a, float b) { return a * barShare + b * (1 - barShare); };
    return QColor::fromRgbF(part(over.redF(), under.redF()), part(over.greenF(), under.greenF()),
                            part(over.blueF(), under.blueF()));
}

} // namespace

FigureCard::FigureCard(ChartMaker &maker, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_chart(maker.make(this))
{
    setProperty("role", u"card"_s);
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_chart->widget(), 1);
    m_chart->chosen = [this](int bar) { emit chosen(bar); };
    m_chart->pointed = [this](int bar) { tell(bar); };
    connect(&Theme::of(this), &Theme::changed, this, &FigureCard::draw);
}

void FigureCard::setGroup(const FigureGroup &group)
{
    if (group == m_group)
        return;
    m_group = group;
    draw();
}

void FigureCard::draw()
{
    const Theme &theme = Theme::of(this);
    m_title->setText(m_group.title);
    m_chart->widget()->setAccessibleName(m_group.title);
    ChartBars bars{.ticks = {}, .counts = {}, .isHorizontal = !m_group.isOrdered};
    for (const FigureBar &bar : m_group.bars) {
        if (bar.field.isEmpty())
            continue; // all others together would leave no room for each
        bars.ticks.append(bar.tick);
        bars.counts.append(bar.models);
    }
    m_chart->widget()->setMinimumHeight(
        bars.isHorizontal ? std::max(leastChart, int(bars.counts.size()) * barHeight + axisHeight)
                          : leastChart);
    m_chart->setBars(
        bars, {.bar = mixed(theme.color(ThemeColor::Accent), theme.color(ThemeColor::Surface)),
               .marked = theme.color(ThemeColor::Accent),
               .text = theme.color(ThemeColor::Text),
               .muted = theme.color(ThemeColor::Muted),
               .grid = theme.color(ThemeColor::Border),
               .background = theme.color(ThemeColor::Surface),
               .font = font()});
}

void FigureCard::mark(int bar) { m_chart->mark(bar); }

void FigureCard::tell(int bar)
{
    if (bar < 0 || bar >= m_group.bars.size()) {
        QToolTip::hideText();
        return;
    }
    const FigureBar &pointedAt = m_group.bars.at(bar);
    QToolTip::showText(
        QCursor::pos(),
        plainToolTip(tr("%1: %2").arg(pointedAt.label, QLocale().toString(pointedAt.models))),
        this);
}

void FigureCard::paint(QPainter &painter, const QRectF &area)
{
    painter.setFont(m_title->font());
    painter.setPen(Theme::of(this).color(ThemeColor::Text));
    painter.drawText(QRectF(area.topLeft(), QSizeF(area.width(), titleHeight)),
                     Qt::AlignLeft | Qt::AlignVCenter, m_group.title);
    m_chart->paint(painter, area.adjusted(0, titleHeight, 0, 0));
}

} // namespace modelscribe

#include "moc_figurecard.cpp"
