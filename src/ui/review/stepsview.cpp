// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/stepsview.h"

#include "core/jsontext.h"
#include "ui/edit/elidedlabel.h"
#include "ui/edit/iconbutton.h"
#include "ui/plaintext.h"
#include "ui/review/reviewwording.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int rowHeight = 30;
constexpr int sidePadding = 20;

struct Sign
{
    QString text;
    ThemeColor color;
};

Sign signOf(SaveStep::State state)
{
    switch (state) {
    case SaveStep::State::Waiting: break;
    case SaveStep::State::Running: return {u"▸"_s, ThemeColor::Accent};
    case SaveStep::State::Done: return {u"✓"_s, ThemeColor::Added};
    case SaveStep::State::Failed: return {u"✗"_s, ThemeColor::Removed};
    case SaveStep::State::Unknown: return {u"?"_s, ThemeColor::Changed};
    case SaveStep::State::Skipped: return {u"–"_s, ThemeColor::Muted};
    }
    return {u"○"_s, ThemeColor::Muted};
}

} // namespace

StepRow::StepRow(const SavePlan &plan, int index, QWidget *parent)
    : QWidget(parent)
    , m_index(index)
    , m_plan(plan)
    , m_step(plan.steps.at(index))
    , m_sentence(new QLabel)
    , m_request(new ElidedLabel)
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_request->setElideMode(Qt::ElideMiddle);
    m_request->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_request->setFont(Theme::of(this).fixedFont());
    m_request->setProperty("role", u"muted"_s);
    m_request->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(sidePadding + 28, 0, sidePadding, 0);
    line->setSpacing(8);
    line->addWidget(m_sentence);
    line->addSpacing(16);
    line->addWidget(m_request, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    if (m_step.request.body) {
        m_toggle = new IconButton(u"chevron-down"_s, {});
        m_toggle->setCheckable(true);
        line->addWidget(m_toggle);
        connect(m_toggle, &QAbstractButton::toggled, this, &StepRow::setOpen);
    } else {
        line->addSpacing(28);
    }
    line->addStrut(rowHeight);
    update(plan);
}

void StepRow::update(const SavePlan &plan)
{
    m_plan = plan;
    m_step = plan.steps.at(m_index);
    retranslate();
}

void StepRow::retranslate()
{
    const QString sentence = reviewwording::step(m_plan, m_step);
    const QString state = reviewwording::state(m_step.state);
    m_sentence->setText(sentence);
    QFont font = this->font();
    font.setWeight(m_step.state == SaveStep::State::Running ? QFont::DemiBold : QFont::Normal);
    m_sentence->setFont(font);
    m_request->setPlainText(reviewwording::request(m_step.request));
    setToolTip(visibleToolTip(tr("%1: %2").arg(state, sentence)));
    setAccessibleName(tr("%1. %2: %3").arg(m_index + 1).arg(state, sentence));
    if (m_toggle)
        m_toggle->setName(tr("Show body of step %1").arg(m_index + 1));
    if (m_body)
        m_body->setAccessibleName(tr("Body of step %1").arg(m_index + 1));
    QWidget::update();
}

void StepRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QString StepRow::requestText() const { return m_request->text(); }

QString StepRow::bodyText() const
{
    return m_body && !m_body->isHidden() ? m_body->toPlainText() : QString();
}

void StepRow::setOpen(bool open)
{
    if (!m_toggle)
        return;
    m_toggle->setChecked(open);
    if (open && !m_body) {
        m_body = new QPlainTextEdit;
        m_body->setReadOnly(true);
        m_body->setTabChangesFocus(true);
        m_body->setFont(Theme::of(this).fixedFont());
        m_body->setWordWrapMode(QTextOption::WrapAnywhere);
        m_body->setAccessibleName(tr("Body of step %1").arg(m_index + 1));
        m_body->setPlainText(JsonText(*m_step.request.body).toString());
        auto *holder = new QHBoxLayout;
        holder->setContentsMargins(sidePadding + 28, 0, sidePadding, 8);
        holder->addWidget(m_body);
        static_cast<QVBoxLayout *>(layout())->addLayout(holder);
        const QByteArray &body = *m_step.request.body;
        const auto lines = std::clamp<qsizetype>(body.count('\n') + body.size() / 100 + 1, 2, 10);
        m_body->setFixedHeight(m_body->fontMetrics().lineSpacing() * int(lines) + 20);
    }
    if (m_body)
        m_body->setVisible(open);
}

void StepRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    const QRect head(0, 0, width(), rowHeight);
    if (m_step.state == SaveStep::State::Running)
        painter.fillRect(head, theme.color(ThemeColor::AccentTint));
    const Sign sign = signOf(m_step.state);
    painter.setPen(theme.color(sign.color));
    painter.drawText(QRect(sidePadding, 0, 20, rowHeight), Qt::AlignCenter, sign.text);
}

void StepRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_toggle && event->position().y() < rowHeight)
        m_toggle->toggle();
    QWidget::mouseReleaseEvent(event);
}

StepsView::StepsView(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StepsView::show(const SavePlan &plan)
{
    qDeleteAll(m_rows);
    m_rows.clear();
    for (int i = 0; i < plan.steps.size(); ++i) {
        m_rows.append(new StepRow(plan, i));
        m_column->addWidget(m_rows.last());
    }
}

void StepsView::updateStep(const SavePlan &plan, int index)
{
    if (index >= 0 && index < m_rows.size() && index < plan.steps.size())
        m_rows.at(index)->update(plan);
}

} // namespace modelscribe
