// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/headerbar.h"

#include "ui/browse/searchbox.h"
#include "ui/profiles/connectionbutton.h"
#include "ui/widgets/presentation.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

HeaderBar::HeaderBar(QWidget *parent)
    : QFrame(parent)
    , m_connection(new ConnectionButton(this))
    , m_search(new SearchBox(this))
    , m_refresh(new QToolButton(this))
    , m_new(new QPushButton(this))
{
    setProperty("role", u"bar"_s);
    setFixedHeight(52);
    const Theme &theme = Theme::of(this);
    m_refresh->setIcon(theme.icon(u"refresh"_s));
    m_refresh->setIconSize({16, 16});
    m_refresh->setFocusPolicy(Qt::StrongFocus);
    m_new->setIcon(theme.icon(u"add"_s, ThemeColor::OnAccent));
    m_new->setIconSize({14, 14});
    m_new->setProperty("kind", u"primary"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(10);
    row->addWidget(m_connection);
    row->addWidget(m_search, 1);
    row->addWidget(m_refresh);
    row->addWidget(m_new);

    connect(m_new, &QPushButton::clicked, this, &HeaderBar::newModelRequested);
    connect(m_refresh, &QToolButton::clicked, this, [this] {
        if (m_loading)
            emit cancelRequested();
        else
            emit refreshRequested();
    });
    m_turning.setInterval(80);
    connect(&m_turning, &QTimer::timeout, this, &HeaderBar::turn);
    retranslate();
}

void HeaderBar::retranslate()
{
    m_refresh->setAccessibleName(tr("Refresh"));
    m_refresh->setToolTip(m_loading ? tr("Loading. Click to cancel") : tr("Refresh (F5)"));
    m_new->setText(tr("New model"));
    m_new->setAccessibleName(tr("New model"));
    m_new->setToolTip(m_new->isEnabled() ? tr("New model (Ctrl+N)")
                                         : tr("Connect to a registry first"));
}

void HeaderBar::setNewModel(bool isPossible, bool isMain)
{
    if (m_new->isEnabled() != isPossible) {
        m_new->setEnabled(isPossible);
        retranslate();
    }
    if (std::exchange(m_isNewMain, isMain) == isMain)
        return;
    m_new->setIcon(
        Theme::of(this).icon(u"add"_s, isMain ? ThemeColor::OnAccent : ThemeColor::Text));
    setLook(m_new, "kind", isMain ? u"primary"_s : QString());
}

void HeaderBar::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    m_angle = 0;
    if (loading) {
        m_turning.start();
    } else {
        m_turning.stop();
        m_refresh->setIcon(Theme::of(this).icon(u"refresh"_s));
    }
    retranslate();
}

void HeaderBar::turn()
{
    m_angle += 30;
    if (m_angle < 120)
        return; // short waits stand still
    const qreal ratio = devicePixelRatioF();
    const QPixmap still = Theme::of(this).pixmap(u"refresh"_s, ThemeColor::Accent, {16, 16}, ratio);
    QPixmap turned(still.size());
    turned.setDevicePixelRatio(ratio);
    turned.fill(Qt::transparent);
    QPainter painter(&turned);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(8, 8);
    painter.rotate(Presentation::instance().hasMotion() ? m_angle % 360 : 0);
    painter.drawPixmap(QPointF(-8, -8), still);
    painter.end();
    m_refresh->setIcon(turned);
}

void HeaderBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_headerbar.cpp"
