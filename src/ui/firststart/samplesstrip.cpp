// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/samplesstrip.h"

#include "ui/widgets/iconbutton.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

SamplesStrip::SamplesStrip(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_connect(new QPushButton(this))
    , m_own(new QPushButton(this))
    , m_close(new IconButton(u"close"_s, {}, this))
{
    setProperty("strip", u"info"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(36, 5, 8, 5);
    row->setSpacing(10);
    row->addWidget(m_text, 1);
    for (QPushButton *button : {m_connect, m_own}) {
        button->setProperty("kind", u"link"_s);
        button->setAutoDefault(true); // Return presses it
        row->addWidget(button);
    }
    row->addWidget(m_close);
    connect(m_connect, &QPushButton::clicked, this, &SamplesStrip::connectRequested);
    connect(m_own, &QPushButton::clicked, this, &SamplesStrip::ownRequested);
    connect(m_close, &QAbstractButton::clicked, this, &SamplesStrip::closed);
    retranslate();
}

void SamplesStrip::setCount(qsizetype count)
{
    if (std::exchange(m_count, count) != count)
        retranslate();
}

void SamplesStrip::setHasOwn(bool hasOwn)
{
    if (std::exchange(m_hasOwn, hasOwn) != hasOwn)
        retranslate();
}

void SamplesStrip::retranslate()
{
    const QString text =
        m_count > 0 ? tr("These %Ln model(s) are samples on this machine: change and delete what "
                         "you like.",
                         nullptr, int(m_count))
                    : tr("The sample models are on this machine: change and delete what you like.");
    m_text->setText(text);
    setAccessibleName(text);
    m_connect->setText(tr("Connect to PAI…"));
    m_connect->setAccessibleName(tr("Connect to PAI…"));
    m_own->setText(m_hasOwn ? tr("Local registry") : tr("Start empty"));
    m_own->setAccessibleName(m_own->text());
    m_close->setName(tr("Do not show again"));
}

void SamplesStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void SamplesStrip::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    const QRect icon(12, (height() - 16) / 2, 16, 16);
    QPainter painter(this);
    painter.drawPixmap(icon, Theme::of(this).pixmap(u"info"_s, ThemeColor::Accent, icon.size(),
                                                    devicePixelRatioF()));
}

} // namespace modelscribe

#include "moc_samplesstrip.cpp"
