// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journalgroupbar.h"

#include "ui/widgets/spokenname.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

JournalGroupBar::JournalGroupBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_show(new QPushButton(this))
    , m_revert(new QPushButton(this))
{
    setProperty("role", u"bar"_s);
    setSpokenName(*this, [] { return tr("Run of many models"); });
    m_text->setTextFormat(Qt::PlainText);
    m_text->setProperty("role", u"muted"_s);
    setSpokenName(*m_show, [] { return tr("Show the whole run"); });
    setSpokenName(*m_revert, [] { return tr("Revert the whole run"); });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    for (QPushButton *button : {m_show, m_revert}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_show, &QPushButton::clicked, this,
            [this] { emit showRequested(m_isNarrowed ? QUuid() : m_group); });
    connect(m_revert, &QPushButton::clicked, this, [this] { emit revertRequested(m_group); });
    refresh();
}

void JournalGroupBar::setGroup(const QUuid &group, bool isWhole)
{
    m_group = group;
    m_isWhole = isWhole;
    refresh();
}

void JournalGroupBar::setNarrowed(bool isNarrowed, int models)
{
    m_isNarrowed = isNarrowed;
    m_models = models;
    refresh();
}

void JournalGroupBar::refresh()
{
    m_text->setText(m_isNarrowed ? tr("%Ln model(s) of one run", nullptr, m_models)
                    : m_isWhole  ? tr("A run of many models.")
                                 : tr("One of a run of many models."));
    m_show->setText(m_isNarrowed ? tr("Show everything") : tr("Show the whole run"));
    m_revert->setText(tr("Revert the run…"));
    setVisible(!m_group.isNull() || m_isNarrowed);
}

void JournalGroupBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_journalgroupbar.cpp"
