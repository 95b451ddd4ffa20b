// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/stepsview.h"

#include "core/jsontext.h"
#include "registry/outcomewording.h"
#include "ui/review/busysign.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/exacttextedit.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int stepHeight = 30;
constexpr int stepPadding = 20;

struct StepSign
{
    QString text;
    ThemeColor color;
};

StepSign stepSignOf(SaveStep::State state)
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

constexpr std::array allStates = {SaveStep::State::Waiting, SaveStep::State::Running,
                                  SaveStep::State::Done,    SaveStep::State::Failed,
                                  SaveStep::State::Unknown, SaveStep::State::Skipped};

//! Of a label, see theme.h.
QString roleOf(SaveStep::State state)
{
    switch (state) {
    case SaveStep::State::Running: return u"accent"_s;
    case SaveStep::State::Done: return u"added"_s;
    case SaveStep::State::Failed: return u"error"_s;
    case SaveStep::State::Unknown: return u"warning"_s;
    case SaveStep::State::Waiting:
    case SaveStep::State::Skipped: break;
    }
    return u"muted"_s;
}

} // namespace

StepRow::StepRow(const SavePlan &plan, int index, int number, QWidget *parent)
    : QWidget(parent)
    , m_index(index)
    , m_number(number)
    , m_plan(plan)
    , m_step(plan.steps.at(index))
    , m_busy(new BusySign(this))
    , m_sentence(new QLabel)
    , m_request(new ElidedLabel)
    , m_state(new QLabel)
    , m_toggle(new IconButton(u"chevron-down"_s, {}))
    , m_answer(new QLabel)
{
    for (QLabel *label : {m_sentence, m_state, m_answer})
        label->setTextFormat(Qt::PlainText);
    m_request->setElideMode(Qt::ElideMiddle);
    m_request->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_request->setFont(Theme::of(this).fixedFont());
    m_request->setProperty("role", u"muted"_s);
    m_request->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_answer->setWordWrap(true);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_answer->hide();
    m_busy->move(stepPadding + 2, (stepHeight - m_busy->height()) / 2);
    connect(m_busy, &BusySign::movingChanged, this, qOverload<>(&QWidget::update));

    auto *line = new QHBoxLayout;
    line->setContentsMargins(stepPadding + 28, 0, stepPadding, 0);
    line->setSpacing(8);
    line->addWidget(m_sentence);
    line->addSpacing(16);
    line->addWidget(m_request, 1);
    line->addSpacing(4);
    line->addWidget(m_state);
    line->addWidget(m_toggle);
    line->addStrut(stepHeight);
    auto *more = new QVBoxLayout;
    more->setContentsMargins(stepPadding + 28, 0, stepPadding, 0);
    more->addWidget(m_answer);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addLayout(more);
    m_toggle->setCheckable(true);
    QSizePolicy keepsRoom = m_toggle->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_toggle->setSizePolicy(keepsRoom);
    connect(m_toggle, &QAbstractButton::toggled, this, &StepRow::setOpen);
    update(plan);
}

void StepRow::update(const SavePlan &plan)
{
    m_plan = plan;
    m_step = plan.steps.at(m_index);
    m_busy->setBusy(m_step.state == SaveStep::State::Running);
    retranslate();
}

bool StepRow::hasMore() const { return m_step.request.body || !m_answer->text().isEmpty(); }

void StepRow::retranslate()
{
    const QString sentence = outcomewording::step(m_plan, m_step);
    const QString state = stateText();
    m_sentence->setText(sentence);
    QFont font = this->font();
    font.setWeight(m_step.state == SaveStep::State::Running ? QFont::DemiBold : QFont::Normal);
    m_sentence->setFont(font);
    m_request->setPlainText(outcomewording::request(m_step.request));
    int widest = 0;
    for (const SaveStep::State any : allStates)
        widest = std::max(widest,
                          m_state->fontMetrics().horizontalAdvance(outcomewording::state(any)));
    m_state->setMinimumWidth(widest + 4);
    // Before the start all of them wait, and nobody needs to be told.
    const bool hasBegun = std::ranges::any_of(
        m_plan.steps, [](const SaveStep &step) { return step.state != SaveStep::State::Waiting; });
    m_state->setText(hasBegun ? state : QString());
    setLook(m_state, "role", roleOf(m_step.state));
    m_answer->setText(outcomewording::answer(m_step));
    setLook(m_answer, "role", m_step.error ? roleOf(m_step.state) : u"muted"_s);
    m_answer->setVisible(m_toggle->isChecked() && !m_answer->text().isEmpty());
    m_toggle->setVisible(hasMore());
    QStringList tip{hasBegun ? tr("%1: %2").arg(state, sentence) : sentence};
    if (m_step.error)
        tip.append(m_answer->text());
    setToolTip(visibleToolTip(tip.join(u'\n')));
    setAccessibleName(hasBegun ? tr("%1. %2: %3").arg(m_number).arg(state, sentence)
                               : tr("%1. %2").arg(m_number).arg(sentence));
    setAccessibleDescription(m_step.error ? m_answer->text() : QString());
    m_toggle->setName(tr("Details of step %1").arg(m_number));
    if (m_body)
        m_body->setAccessibleName(tr("Body of step %1").arg(m_number));
    QWidget::update();
}

void StepRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QString StepRow::stateText() const { return outcomewording::state(m_step.state); }

QString StepRow::requestText() const { return m_request->text(); }

QString StepRow::bodyText() const
{
    return m_body && !m_body->isHidden() ? m_body->text() : QString();
}

QString StepRow::answerText() const { return m_answer->isHidden() ? QString() : m_answer->text(); }

bool StepRow::isMoving() const { return m_busy->isMoving(); }

void StepRow::buildBody()
{
    m_body = new ExactTextEdit;
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_body->setFont(Theme::of(this).fixedFont());
    m_body->setWordWrapMode(QTextOption::WrapAnywhere);
    m_body->setAccessibleName(tr("Body of step %1").arg(m_number));
    m_body->setText(JsonText(*m_step.request.body).toString());
    m_body->moveCursor(QTextCursor::Start);
    auto *holder = new QHBoxLayout;
    holder->setContentsMargins(stepPadding + 28, 0, stepPadding, 8);
    holder->addWidget(m_body);
    static_cast<QVBoxLayout *>(layout())->addLayout(holder);
    const QByteArray &body = *m_step.request.body;
    const auto count = std::clamp<qsizetype>(body.count('\n') + body.size() / 100 + 1, 2, 10);
    m_body->setFixedHeight(m_body->fontMetrics().lineSpacing() * int(count) + 20);
}

void StepRow::setOpen(bool open)
{
    m_toggle->setChecked(open);
    m_answer->setVisible(open && !m_answer->text().isEmpty());
    if (open && !m_body && m_step.request.body)
        buildBody();
    if (m_body)
        m_body->setVisible(open);
}

void StepRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    const QRect head(0, 0, width(), stepHeight);
    if (m_step.state == SaveStep::State::Running)
        painter.fillRect(head, theme.color(ThemeColor::AccentTint));
    const StepSign sign = stepSignOf(m_step.state);
    painter.setPen(theme.color(sign.color));
    if (!m_busy->isMoving())
        painter.drawText(QRect(stepPadding, 0, 20, stepHeight), Qt::AlignCenter, sign.text);
}

void StepRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && hasMore() && event->position().y() < stepHeight)
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

void StepsView::append(const SavePlan &plan)
{
    m_first = m_rows.size();
    for (int i = 0; i < plan.steps.size(); ++i) {
        m_rows.append(new StepRow(plan, i, int(m_first) + i + 1));
        m_column->addWidget(m_rows.last());
    }
}

void StepsView::show(const SavePlan &plan)
{
    qDeleteAll(std::exchange(m_rows, {}));
    append(plan);
}

void StepsView::startAgain(const SavePlan &plan)
{
    while (m_rows.size() > m_first)
        delete m_rows.takeLast();
    append(plan);
}

void StepsView::goOn(const SavePlan &rest)
{
    m_rows.removeIf([](StepRow *row) {
        const bool isDone = row->state() == SaveStep::State::Done;
        if (!isDone)
            delete row;
        return !isDone;
    });
    append(rest);
}

void StepsView::updateStep(const SavePlan &plan, int index)
{
    for (qsizetype i = m_rows.size() - m_first; i < plan.steps.size(); ++i) { // it has got more
        m_rows.append(new StepRow(plan, int(i), int(m_first + i) + 1));
        m_column->addWidget(m_rows.last());
    }
    if (index >= plan.steps.size())
        return;
    for (qsizetype row = m_first; row < m_rows.size(); ++row) { // with the first all begin to wait
        if (row == m_first + index || plan.steps[row - m_first].state == SaveStep::State::Waiting)
            m_rows[row]->update(plan);
    }
}

StepRow *StepsView::currentRow() const
{
    StepRow *last = nullptr;
    for (StepRow *row : m_rows) {
        if (row->state() != SaveStep::State::Waiting && row->state() != SaveStep::State::Skipped)
            last = row;
    }
    return last;
}

} // namespace modelscribe

#include "moc_stepsview.cpp"
