// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/startpart.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr QMargins partMargins(52, 16, 20, 16); // the icon stands in the left one

} // namespace

StartPart::StartPart(const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_title(new QLabel(this))
    , m_about(new QLabel(this))
    , m_words(new QVBoxLayout)
    , m_row(new QHBoxLayout(this))
{
    m_title->setProperty("role", u"heading"_s);
    m_about->setProperty("role", u"muted"_s);
    for (QLabel *label : {m_title, m_about}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        m_words->addWidget(label);
    }
    m_words->setSpacing(4);
    m_row->setContentsMargins(partMargins);
    m_row->setSpacing(16);
    m_row->addLayout(m_words, 1);
}

void StartPart::say(const QString &title, const QString &about)
{
    m_title->setText(title);
    m_about->setText(about);
}

void StartPart::setButton(QPushButton *button) { m_row->addWidget(button, 0, Qt::AlignTop); }

void StartPart::addBelow(QWidget *widget) { m_words->addWidget(widget); }

void StartPart::paintEvent(QPaintEvent *)
{
    const QRect place(20, partMargins.top() + (m_title->height() - 16) / 2, 16, 16);
    QPainter painter(this);
    painter.drawPixmap(place, Theme::of(this).pixmap(m_icon, ThemeColor::Muted, place.size(),
                                                     devicePixelRatioF()));
}

} // namespace modelscribe

#include "moc_startpart.cpp"
