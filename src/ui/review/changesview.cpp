// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/changesview.h"

#include "ui/widgets/separator.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int changePadding = 12;
constexpr int vertical = 8;
constexpr int signWidth = ChangeCell::textIndent - changePadding;

QString signOf(ChangeLine::Kind kind)
{
    switch (kind) {
    case ChangeLine::Kind::Removed: return u"−"_s;
    case ChangeLine::Kind::Added: return u"+"_s;
    case ChangeLine::Kind::Context:
    case ChangeLine::Kind::Note: break;
    }
    return {};
}

ThemeColor colorOf(ChangeLine::Kind kind)
{
    switch (kind) {
    case ChangeLine::Kind::Removed: return ThemeColor::Removed;
    case ChangeLine::Kind::Added: return ThemeColor::Added;
    case ChangeLine::Kind::Context:
    case ChangeLine::Kind::Note: break;
    }
    return ThemeColor::Muted;
}

//! Bold on a stronger tint: a colour alone says nothing to some.
QList<QTextLayout::FormatRange> wordFormats(const ChangeLine &line)
{
    QList<QTextLayout::FormatRange> formats;
    QColor tint = Theme::of().color(colorOf(line.kind));
    tint.setAlpha(36);
    for (const WordRange &word : line.words) {
        QTextLayout::FormatRange range;
        range.start = word.begin;
        range.length = word.length;
        range.format.setFontWeight(QFont::Bold);
        range.format.setBackground(tint);
        formats.append(range);
    }
    return formats;
}

QLabel *cellLabel(const QString &text, const QString &role)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", role);
    label->setWordWrap(true);
    return label;
}

} // namespace

ChangeCell::ChangeCell(QList<ChangeLine> lines, bool fixedFont, QWidget *parent)
    : QWidget(parent)
    , m_lines(std::move(lines))
{
    if (fixedFont)
        setFont(Theme::of(this).fixedFont());
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(text());
}

QString ChangeCell::text() const
{
    QStringList lines;
    for (const ChangeLine &line : m_lines) {
        const QString sign = signOf(line.kind);
        lines.append(sign.isEmpty() ? line.text : sign + u' ' + line.text);
    }
    return lines.join(u'\n');
}

QSize ChangeCell::sizeHint() const { return {240, heightForWidth(240)}; }

int ChangeCell::heightForWidth(int width) const { return layOut(width, nullptr); }

int ChangeCell::layOut(int width, QPainter *painter) const
{
    const Theme &theme = Theme::of(this);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    qreal y = vertical;
    for (const ChangeLine &changeLine : m_lines) {
        const QString sign = signOf(changeLine.kind);
        // Notes of a whole value stand at the edge, lines of a text below each other.
        const bool indented = changeLine.kind != ChangeLine::Kind::Note || m_lines.size() > 1;
        const int left = changePadding + (indented ? signWidth : 0);
        QTextLayout layout(changeLine.text, font());
        layout.setTextOption(option);
        layout.setFormats(wordFormats(changeLine));
        layout.beginLayout();
        qreal height = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(20, width - left - changePadding));
            line.setPosition({0, height});
            height += line.height() + 2;
        }
        layout.endLayout();
        if (painter) {
            painter->setPen(theme.color(colorOf(changeLine.kind)));
            layout.draw(painter, {qreal(left), y});
            painter->drawText(QRectF(changePadding, y, signWidth, fontMetrics().height()),
                              Qt::AlignLeft | Qt::TextSingleLine, sign);
        }
        y += std::max<qreal>(height, fontMetrics().height());
    }
    return int(std::ceil(y)) + vertical - 2;
}

void ChangeCell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto has = [this](ChangeLine::Kind kind) {
        return std::ranges::any_of(m_lines, [kind](const auto &l) { return l.kind == kind; });
    };
    if (has(ChangeLine::Kind::Removed))
        painter.fillRect(rect(), Theme::of(this).color(ThemeColor::RemovedTint));
    else if (has(ChangeLine::Kind::Added))
        painter.fillRect(rect(), Theme::of(this).color(ThemeColor::AddedTint));
    painter.setFont(font());
    layOut(width(), &painter);
}

ChangesView::ChangesView(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChangesView::show(const QList<ChangeRow> &rows, const QString &beforeTitle,
                       const QString &afterTitle)
{
    m_rows = rows;
    m_beforeTitle = beforeTitle;
    m_afterTitle = afterTitle;
    build();
}

void ChangesView::setCompact(bool compact)
{
    if (std::exchange(m_isCompact, compact) != compact && m_table)
        build();
}

void ChangesView::build()
{
    delete m_table;
    m_table = new QWidget;
    auto *grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->setColumnMinimumWidth(0, m_isCompact ? 0 : 150);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    int column = 0;
    for (const QString &title : {tr("Field"), m_beforeTitle, m_afterTitle}) {
        QLabel *label = cellLabel(title, u"muted"_s);
        QFont bold = label->font();
        bold.setWeight(QFont::DemiBold);
        label->setFont(bold);
        label->setContentsMargins(column == (m_isCompact ? 1 : 0) ? 20 : changePadding, 0,
                                  changePadding, 0);
        label->setFixedHeight(32);
        grid->addWidget(label, 0, column++);
        label->setVisible(!m_isCompact || column > 1);
    }
    for (const ChangeRow &row : std::as_const(m_rows))
        addRow(*grid, row);
    grid->addWidget(new Separator, grid->rowCount(), 0, 1, 3);
    layout()->addWidget(m_table);
}

void ChangesView::addRow(QGridLayout &grid, const ChangeRow &row)
{
    int at = grid.rowCount();
    grid.addWidget(new Separator, at++, 0, 1, 3);
    auto *field = new QWidget;
    QLabel *title = cellLabel(row.title, u"heading"_s);
    QLabel *note = cellLabel(row.note, u"muted"_s);
    if (m_isCompact) {
        auto *names = new QHBoxLayout(field);
        names->setContentsMargins(20, vertical, changePadding, vertical);
        names->setSpacing(8);
        title->setWordWrap(false);
        names->addWidget(title);
        names->addWidget(note, 1);
        grid.addWidget(field, at++, 0, 1, 3);
    } else {
        auto *names = new QVBoxLayout(field);
        names->setContentsMargins(20, vertical, changePadding, vertical);
        names->setSpacing(2);
        names->addWidget(title);
        names->addWidget(note);
        names->addStretch(1);
        grid.addWidget(field, at, 0);
    }
    auto *before = new ChangeCell(row.before, row.fixedFont);
    if (m_isCompact) // below the name
        before->setContentsMargins(20 - changePadding, 0, 0, 0);
    grid.addWidget(before, at, 1);
    grid.addWidget(new ChangeCell(row.after, row.fixedFont), at, 2);
}

} // namespace modelscribe

#include "moc_changesview.cpp"
