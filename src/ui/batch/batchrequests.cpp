// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchrequests.h"

#include "core/visibletext.h"
#include "ui/review/plancopybutton.h"
#include "ui/review/stepsview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/panewidgets.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int panelHeight = 200;

} // namespace

BatchRequests::BatchRequests(QWidget *parent)
    : QFrame(parent)
    , m_name(new QLabel(this))
    , m_id(new ElidedLabel(this))
    , m_copyAs(new PlanCopyButton(this))
    , m_close(new IconButton(u"chevron-down"_s, {}, this))
    , m_why(new QLabel(this))
    , m_steps(new StepsView)
{
    setProperty("role", u"panel"_s);
    setFixedHeight(panelHeight);
    for (QLabel *label : {m_name, m_why})
        label->setTextFormat(Qt::PlainText);
    m_name->setProperty("role", u"heading"_s);
    m_id->setProperty("role", u"muted"_s);
    m_id->setFont(Theme::of(this).fixedFont());
    m_id->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_why->setWordWrap(true);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copyAs->setPlan([this]() -> const SavePlan & { return *m_plan; });
    setSpokenName(*m_close, [] { return tr("Hide the requests"); });
    connect(m_close, &QAbstractButton::clicked, this, &BatchRequests::closeRequested);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 4, 12, 0);
    head->setSpacing(8);
    head->addWidget(m_name);
    head->addWidget(m_id, 1);
    head->addWidget(m_copyAs);
    head->addWidget(m_close);
    auto *why = new QHBoxLayout;
    why->setContentsMargins(16, 4, 16, 4);
    why->addWidget(m_why);
    auto *body = new QWidget;
    auto *inBody = new QVBoxLayout(body);
    inBody->setContentsMargins(0, 0, 0, 8);
    inBody->setSpacing(0);
    inBody->addLayout(why);
    inBody->addWidget(m_steps);
    inBody->addStretch(1);
    auto *scroll = new SteadyScrollArea(this);
    scroll->setContent(body);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    retranslate();
}

void BatchRequests::showPlan(const RegisteredModel &model, const std::optional<SavePlan> &plan,
                             const QString &why)
{
    m_name->setText(visibleText(model.metadata.name, 60));
    m_id->setPlainText(model.id);
    m_plan = plan;
    m_copyAs->setVisible(plan.has_value());
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_steps->setVisible(plan.has_value());
    if (plan)
        m_steps->show(*plan);
}

void BatchRequests::retranslate()
{
    m_copyAs->setText(tr("Copy as"));
    m_close->setToolTip(tr("Hide the requests (Esc)"));
}

void BatchRequests::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_batchrequests.cpp"
