// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pagebar.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

PageBar::PageBar(QWidget *parent)
    : QFrame(parent)
    , m_back(new QPushButton(this))
    , m_title(new ElidedLabel(this))
    , m_about(new ElidedLabel(this))
    , m_row(new QHBoxLayout(this))
{
    setProperty("role", u"bar"_s);
    setFixedHeight(56);
    m_back->setIcon(Theme::of(this).icon(u"back"_s));
    setSpokenName(*m_back, [] { return tr("Back"); });
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    bold.setPointSizeF(bold.pointSizeF() * 1.2);
    m_title->setFont(bold);
    m_about->setProperty("role", u"muted"_s);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addStretch();
    titles->addWidget(m_title);
    titles->addWidget(m_about);
    titles->addStretch();
    m_row->setContentsMargins(16, 0, 16, 0);
    m_row->setSpacing(12);
    m_row->addWidget(m_back);
    m_row->addLayout(titles, 3);
    connect(m_back, &QPushButton::clicked, this, &PageBar::backRequested);
    retranslate();
}

void PageBar::setTitle(const QString &title) { m_title->setPlainText(title); }

void PageBar::setAbout(const QString &about) { m_about->setPlainText(about); }

QString PageBar::title() const { return m_title->text(); }

QString PageBar::about() const { return m_about->text(); }

QFont PageBar::titleFont() const { return m_title->font(); }

void PageBar::setBackTip(const QString &tip)
{
    m_backTip = tip;
    retranslate();
}

void PageBar::addWidget(QWidget *widget, int stretch) { m_row->addWidget(widget, stretch); }

void PageBar::addLayout(QLayout *layout) { m_row->addLayout(layout); }

void PageBar::retranslate()
{
    m_back->setText(tr("Back"));
    m_back->setToolTip(m_backTip.isEmpty() ? tr("Back to the list (Esc)") : m_backTip);
}

void PageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_pagebar.cpp"
