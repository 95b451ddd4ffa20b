// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/connectionbutton.h"

#include "core/visibletext.h"
#include "model/wording.h"
#include "registry/connection.h"
#include "ui/profiles/colourchoice.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int widest = 320;
constexpr int chrome = 12 + 16 + 8 + 8 + 14 + 12; // edges, dot, gaps, arrow

QFont titleFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ConnectionButton::ConnectionButton(QWidget *parent)
    : QPushButton(parent)
{
    setProperty("kind", u"pill"_s);
    setSpokenName(*this, [] { return tr("Connection"); });
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    showState();
}

void ConnectionButton::setConnection(Connection *connection)
{
    m_connection = connection;
    if (connection) {
        connect(connection, &Connection::stateChanged, this, &ConnectionButton::showState);
        connect(connection, &Connection::lockChanged, this, &ConnectionButton::showState);
        connect(connection, &Connection::workspaceChanged, this, &ConnectionButton::showState);
        connect(connection, &Connection::workspacesChanged, this, &ConnectionButton::showState);
        connect(connection, &QObject::destroyed, this, [this, connection] {
            if (m_connection == connection)
                setConnection(nullptr);
        });
    }
    showState();
}

void ConnectionButton::showState()
{
    m_title = m_connection ? visibleText(m_connection->title(), 60) : tr("Not connected");
    m_workspace = m_connection ? visibleText(m_connection->workspaceTitle(), 60) : QString();
    if (m_connection && m_connection->isSamples() && m_connection->workspaceId().isEmpty())
        m_workspace = tr("on this machine");
    QString state;
    if (m_connection) {
        switch (m_connection->state()) {
        case Connection::State::Unknown: state = tr("Not asked yet"); break;
        case Connection::State::Good: state = tr("Connected"); break;
        case Connection::State::Failing: {
            const auto &call = m_connection->lastCall();
            state = call && call->error ? tr("Failing: %1").arg(wording::whatHappened(*call->error))
                                        : tr("Failing");
            break;
        }
        }
        state += u" · "_s + m_connection->endpoint().toString();
    }
    m_protection.clear();
    if (m_connection && m_connection->isProtected())
        m_protection = m_connection->isLocked() ? tr("protected") : tr("unlocked");
    if (!m_protection.isEmpty())
        state = tr("%1 · %2", "two notes").arg(m_protection, state);
    setToolTip(plainToolTip(state));
    setAccessibleDescription(u"%1, %2, %3"_s.arg(m_title, m_workspace, state));
    updateGeometry();
    update();
}

QSize ConnectionButton::sizeHint() const
{
    const int title = QFontMetrics(titleFont(font())).horizontalAdvance(m_title);
    const int workspace = m_workspace.isEmpty() ? 0
                                                : fontMetrics().horizontalAdvance(m_workspace) + 8;
    return {std::min(widest, chrome + title + workspace + protectionWidth()), 30};
}

//! Of the pill with its gap.
int ConnectionButton::protectionWidth() const
{
    return m_protection.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_protection) + 40;
}

QSize ConnectionButton::minimumSizeHint() const { return {std::min(140, sizeHint().width()), 30}; }

void ConnectionButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.features &= ~QStyleOptionButton::HasMenu;
    painter.drawControl(QStyle::CE_PushButton, option);

    const Theme &theme = Theme::of(this);
    ThemeColor dot = ThemeColor::Muted;
    const bool isAccount = m_connection && !m_connection->isSamples();
    if (isAccount && m_connection->state() == Connection::State::Good)
        dot = ThemeColor::Added;
    else if (m_connection && m_connection->state() == Connection::State::Failing)
        dot = ThemeColor::Removed;
    QColor color = theme.color(dot);
    if (dot == ThemeColor::Added && !m_connection->target().colour.isEmpty())
        color = profileColour(m_connection->target().colour);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    if (dot == ThemeColor::Removed) // not by colour alone
        painter.drawPixmap(QRect(11, int(middle) - 7, 14, 14),
                           theme.pixmap(u"warning"_s, dot, {14, 14}, devicePixelRatioF()));
    else
        painter.drawEllipse(QPointF(17, middle), 4, 4);

    painter.drawPixmap(
        QRect(width() - 24, int(middle) - 6, 12, 12),
        theme.pixmap(u"chevron-down"_s, ThemeColor::Muted, {12, 12}, devicePixelRatioF()));
    QRect text(29, 0, width() - 29 - 30, height());
    if (!m_protection.isEmpty()) {
        text.setRight(text.right() - protectionWidth());
        drawProtection(painter, QRect(text.right() + 8, 4, protectionWidth() - 8, height() - 8));
    }
    painter.setFont(titleFont(font()));
    painter.setPen(theme.color(ThemeColor::Text));
    text.setLeft(text.left() + drawTextLine(painter, text, Qt::AlignLeft, m_title) + 8);
    if (text.width() > 20) {
        painter.setFont(font());
        painter.setPen(theme.color(ThemeColor::Muted));
        drawTextLine(painter, text, Qt::AlignLeft, m_workspace);
    }
}

void ConnectionButton::drawProtection(QPainter &painter, const QRect &pill) const
{
    const Theme &theme = Theme::of(this);
    const bool isLocked = m_connection && m_connection->isLocked();
    const ThemeColor color = isLocked ? ThemeColor::Removed : ThemeColor::Changed;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(isLocked ? ThemeColor::RemovedTint : ThemeColor::ChangedTint));
    painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    painter.drawPixmap(QRect(pill.left() + 8, pill.center().y() - 5, 12, 12),
                       theme.pixmap(u"lock"_s, color, {12, 12}, devicePixelRatioF()));
    painter.setFont(font());
    painter.setPen(theme.color(color));
    painter.drawText(pill.adjusted(24, 0, -6, 0), Qt::AlignVCenter | Qt::AlignLeft, m_protection);
}

void ConnectionButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showState();
    QPushButton::changeEvent(event);
}

} // namespace modelscribe

#include "moc_connectionbutton.cpp"
