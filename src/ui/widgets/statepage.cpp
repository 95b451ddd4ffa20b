// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statepage.h"

#include "ui/widgets/spokenname.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimerEvent>
#include <QVBoxLayout>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace modelscribe {

StatePage::StatePage(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_more(new QLabel(this))
    , m_details(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    for (QLabel *label : {m_sentence, m_more, m_details}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        label->setMinimumWidth(200);
        label->setMaximumWidth(440);
        label->hide();
    }
    QFont font = m_sentence->font();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    m_sentence->setFont(font);
    m_more->setProperty("role", u"muted"_s);
    m_details->setProperty("role", u"muted"_s);
    m_details->setFont(Theme::of(this).fixedFont());
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_buttons->setSpacing(8);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addStretch(2);
    const auto centred = [column](QWidget *widget) {
        auto *row = new QHBoxLayout;
        row->addStretch();
        row->addWidget(widget, 8);
        row->addStretch();
        column->addLayout(row);
    };
    centred(m_sentence);
    centred(m_more);
    column->addSpacing(8);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addLayout(m_buttons);
    row->addStretch();
    column->addLayout(row);
    column->addSpacing(8);
    centred(m_details);
    column->addStretch(3);
}

void StatePage::say(const QString &sentence, const QString &more, bool isError)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be the button that was pressed
        }
        delete item;
    }
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setLook(m_sentence, "role", isError ? u"error"_s : QString());
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    m_details->hide();
}

QPushButton *StatePage::addButton(const QString &text, const QString &kind)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    if (!kind.isEmpty())
        button->setProperty("kind", kind);
    m_buttons->addWidget(button);
    button->show();
    return button;
}

void StatePage::addDetails(const QString &details)
{
    if (details.isEmpty())
        return;
    m_details->setText(details);
    m_details->setAccessibleName(details);
    QPushButton *button = addButton(tr("Details"), u"quiet"_s);
    button->setAccessibleName(tr("Details"));
    button->setCheckable(true);
    connect(button, &QPushButton::toggled, m_details, &QWidget::setVisible);
}

namespace {
constexpr int phaseMilliseconds = 80;
constexpr int stillPhases = 3; // of a short wait nothing is seen
} // namespace

LoadingRows::LoadingRows(QWidget *parent)
    : QWidget(parent)
{
    setSpokenName(*this, [] { return tr("Loading models"); });
}

void LoadingRows::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer = startTimer(phaseMilliseconds);
    m_phase = 0;
}

void LoadingRows::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    killTimer(std::exchange(m_timer, 0));
}

void LoadingRows::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer)
        return;
    if (++m_phase > stillPhases)
        update();
}

void LoadingRows::paintEvent(QPaintEvent *)
{
    constexpr int rowHeight = 30;
    constexpr std::array widths = {0.62, 0.48, 0.7, 0.41, 0.55, 0.66, 0.37, 0.58};
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeColor::Surface));
    if (m_phase <= stillPhases)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row * rowHeight < height(); ++row) {
        const int top = row * rowHeight;
        painter.fillRect(0, top + rowHeight - 1, width(), 1, theme.color(ThemeColor::Background));
        const double wave = std::sin((m_phase - row * 1.5) * 0.35);
        QColor bar = theme.color(ThemeColor::Border);
        bar.setAlphaF(float(0.6 + 0.35 * wave));
        painter.setPen(Qt::NoPen);
        painter.setBrush(bar);
        const double name = width() * 0.36 * widths[size_t(row) % widths.size()];
        painter.drawRoundedRect(QRectF(24, top + 10, name, 9), 4, 4);
        painter.drawRoundedRect(QRectF(width() * 0.42, top + 10, width() * 0.14, 9), 4, 4);
        painter.drawRoundedRect(QRectF(width() * 0.62, top + 10, width() * 0.1, 9), 4, 4);
        painter.drawRoundedRect(QRectF(width() - 60, top + 10, 44, 9), 4, 4);
    }
}

} // namespace modelscribe

#include "moc_statepage.cpp"
