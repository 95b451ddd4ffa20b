// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/manyfooter.h"

#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

ManyFooter::ManyFooter(QWidget *parent)
    : PaneFooter(parent)
    , m_count(new QLabel)
    , m_discard(new QPushButton)
    , m_review(new QPushButton)
{
    setProperty("role", u"bar"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setObjectName("manyChanges"_L1);
    m_discard->setObjectName("manyDiscard"_L1);
    m_review->setObjectName("manyReview"_L1);
    m_review->setProperty("kind", u"primary"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    row->addWidget(m_count, 1);
    row->addWidget(m_discard);
    row->addWidget(m_review);
    connect(m_discard, &QPushButton::clicked, this, &ManyFooter::discardRequested);
    connect(m_review, &QPushButton::clicked, this, &ManyFooter::reviewRequested);
    refresh();
}

void ManyFooter::showEdit(int changes, int models)
{
    if (changes == m_changes && models == m_models)
        return;
    m_changes = changes;
    m_models = models;
    refresh();
}

void ManyFooter::focusReview() { m_review->setFocus(Qt::OtherFocusReason); }

void ManyFooter::refresh()
{
    const bool isChanged = m_changes > 0;
    m_count->setText(isChanged ? tr("%n change(s)", nullptr, m_changes) : tr("No changes"));
    setLook(m_count, "role", isChanged ? u"changed"_s : u"muted"_s);
    m_discard->setText(tr("Discard"));
    m_discard->setAccessibleName(m_discard->text());
    m_discard->setEnabled(isChanged);
    m_review->setText(tr("Review %Ln model(s)…", nullptr, m_models));
    m_review->setAccessibleName(m_review->text());
    m_review->setEnabled(isChanged && m_models > 0);
    QString why = tr("See the result for each before anything is sent (Ctrl+S)");
    if (m_models == 0)
        why = tr("None of them can be changed");
    else if (!isChanged)
        why = tr("Nothing is changed");
    m_review->setToolTip(visibleToolTip(why));
    m_review->setAccessibleDescription(m_review->isEnabled() ? QString() : why);
}

void ManyFooter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    PaneFooter::changeEvent(event);
}

} // namespace modelscribe

#include "moc_manyfooter.cpp"
