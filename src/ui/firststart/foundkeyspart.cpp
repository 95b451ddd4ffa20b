// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/foundkeyspart.h"

#include "ui/firststart/foundkeyrow.h"
#include "ui/widgets/separator.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mostKeyRows = 6;

} // namespace

FoundKeysPart::FoundKeysPart(QWidget *parent)
    : StartPart(u"key"_s, parent)
{
    retranslate();
}

void FoundKeysPart::setOffers(const QList<KeyOffer> &offers)
{
    auto *rows = new QWidget(this);
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(0);
    addBelow(rows);
    QList<KeyOffer> ordered = offers;
    std::ranges::stable_partition(ordered, &KeyOffer::isUsable);
    for (const KeyOffer &offer : ordered.first(std::min(ordered.size(), mostKeyRows))) {
        column->addWidget(new Separator(rows));
        auto *row = new FoundKeyRow(offer, rows);
        column->addWidget(row);
        connect(row, &FoundKeyRow::chosen, this, [this, offer] { emit chosen(offer); });
        if (row->button())
            m_buttons.append(row->button());
    }
    m_left = int(std::max(qsizetype(0), ordered.size() - mostKeyRows));
    if (m_left == 0)
        return;
    m_more = new QPushButton(rows);
    m_more->setProperty("kind", u"link"_s);
    m_more->setProperty("side", u"left"_s);
    m_more->setAutoDefault(true);
    connect(m_more, &QPushButton::clicked, this, &FoundKeysPart::moreRequested);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    m_buttons.append(m_more);
    retranslate();
}

QList<QPushButton *> FoundKeysPart::buttons() const { return m_buttons; }

void FoundKeysPart::retranslate()
{
    say(tr("Use keys found on this machine"),
        tr("Files of other tools are read, never changed. Nothing is sent before you choose."));
    if (!m_more)
        return;
    m_more->setText(tr("%Ln more in Profiles…", nullptr, m_left));
    m_more->setAccessibleName(tr("More in Profiles…"));
}

void FoundKeysPart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    StartPart::changeEvent(event);
}

} // namespace modelscribe

#include "moc_foundkeyspart.cpp"
