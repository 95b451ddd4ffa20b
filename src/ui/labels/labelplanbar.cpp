// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/labelplanbar.h"

#include "session/labelplan.h"
#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

LabelPlanBar::LabelPlanBar(LabelPlan &plan, QWidget *parent)
    : QFrame(parent)
    , m_plan(plan)
    , m_changes(new QLabel(this))
    , m_says(new ElidedLabel(this))
    , m_discard(new QPushButton(this))
    , m_review(new QPushButton(this))
{
    setProperty("role", u"bar"_s);
    setFixedHeight(52);
    m_changes->setProperty("role", u"changed"_s);
    m_changes->setTextFormat(Qt::PlainText);
    m_says->setProperty("role", u"muted"_s);
    m_says->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_review->setProperty("kind", u"primary"_s);
    for (QPushButton *button : {m_discard, m_review})
        button->setAutoDefault(false);
    connect(m_discard, &QPushButton::clicked, &plan, &LabelPlan::clear);
    connect(m_review, &QPushButton::clicked, this,
            [this] { emit reviewRequested(m_plan.session()); });
    connect(&plan, &LabelPlan::changed, this, &LabelPlanBar::refresh);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    row->addWidget(m_changes);
    row->addWidget(m_says, 1);
    row->addWidget(m_discard);
    row->addWidget(m_review);
    refresh();
}

void LabelPlanBar::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    refresh();
}

void LabelPlanBar::refresh()
{
    const auto count = int(m_plan.verbs().size());
    const auto models = int(m_plan.modelCount());
    m_changes->setText(tr("%Ln change(s)", nullptr, count));
    m_changes->setVisible(count > 0);
    m_says->setPlainText(says());
    m_discard->setText(tr("Discard"));
    m_discard->setVisible(count > 0);
    m_review->setText(tr("Review %Ln model(s)…", nullptr, models));
    m_review->setEnabled(count > 0 && models > 0);
    m_review->setVisible(count > 0);
}

QString LabelPlanBar::says() const
{
    if (m_isReadOnly)
        return tr("These models are read-only. To change labels, go back to the models "
                  "of your workspace.");
    QStringList words;
    for (const LabelVerb &verb : m_plan.verbs())
        words.append(labelVerbText(verb));
    return words.isEmpty() ? tr("Rename, merge or take away labels in all models that "
                                "have them. Nothing is sent before you review it.")
                           : words.join(tr(", ", "between changes"));
}

void LabelPlanBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_labelplanbar.cpp"
