// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/orderbar.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

OrderBar::OrderBar(QWidget *parent)
    : QFrame(parent)
    , m_count(new QLabel)
    , m_remark(new ElidedLabel)
    , m_review(new QPushButton)
    , m_takeBack(new QPushButton)
{
    setFixedHeight(40);
    setObjectName("orderBar"_L1);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setProperty("role", u"heading"_s);
    m_remark->setProperty("role", u"muted"_s);
    m_review->setObjectName("reviewOrder"_L1);
    m_takeBack->setObjectName("takeOrderBack"_L1);
    for (QPushButton *button : {m_review, m_takeBack})
        button->setProperty("kind", u"link"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_count);
    row->addWidget(m_remark, 1);
    row->addWidget(m_review);
    row->addWidget(m_takeBack);
    connect(m_review, &QPushButton::clicked, this, &OrderBar::reviewRequested);
    connect(m_takeBack, &QPushButton::clicked, this, &OrderBar::takeBackRequested);
    connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void OrderBar::showOrder(int changed, bool isSearch)
{
    m_changed = changed;
    m_isSearch = isSearch;
    refresh();
    setVisible(changed > 0);
}

void OrderBar::refresh()
{
    m_count->setText(tr("%Ln order number(s) change", nullptr, m_changed));
    m_remark->setPlainText(m_isSearch ? tr("Models hidden by the search keep their numbers.")
                                      : QString());
    setAccessibleName(m_count->text());
    m_review->setText(tr("Review…"));
    m_review->setAccessibleName(tr("Review the order"));
    m_takeBack->setText(tr("Take back"));
    m_takeBack->setAccessibleName(tr("Take the order back"));
}

void OrderBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeColor::ChangedTint));
    painter.fillRect(0, 0, width(), 1, theme.color(ThemeColor::Border));
    painter.fillRect(0, 0, 3, height(), theme.color(ThemeColor::Changed));
}

void OrderBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_orderbar.cpp"
