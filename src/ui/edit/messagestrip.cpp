// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/messagestrip.h"

#include "ui/edit/iconbutton.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

struct Look
{
    ThemeColor color;
    ThemeColor tint;
    QString icon;
};

Look lookOf(MessageStrip::Kind kind)
{
    switch (kind) {
    case MessageStrip::Kind::Info: break;
    case MessageStrip::Kind::Success: return {ThemeColor::Added, ThemeColor::AddedTint, u"check"_s};
    case MessageStrip::Kind::Changed:
        return {ThemeColor::Changed, ThemeColor::ChangedTint, u"warning"_s};
    case MessageStrip::Kind::Error:
        return {ThemeColor::Removed, ThemeColor::RemovedTint, u"error"_s};
    }
    return {ThemeColor::Accent, ThemeColor::AccentTint, u"info"_s};
}

} // namespace

MessageStrip::MessageStrip(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel)
    , m_action(new QPushButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(40, 8, 12, 8);
    row->setSpacing(8);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setProperty("kind", u"quiet"_s);
    m_action->hide();
    auto *close = new IconButton(u"close"_s, tr("Close message"));
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(close, 0, Qt::AlignVCenter);
    connect(close, &QAbstractButton::clicked, this, &MessageStrip::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto action = std::exchange(m_onAction, {});
        dismiss();
        if (action)
            action();
    });
    m_timer.setSingleShot(true);
    m_timer.setInterval(6000);
    connect(&m_timer, &QTimer::timeout, this, &MessageStrip::dismiss);
    hide();
}

void MessageStrip::show(Kind kind, const QString &text, const QString &actionText,
                        std::function<void()> action)
{
    m_kind = kind;
    m_text->setText(text);
    m_action->setText(actionText);
    m_action->setAccessibleName(actionText);
    m_action->setVisible(!actionText.isEmpty());
    m_onAction = std::move(action);
    setAccessibleName(text);
    m_timer.stop();
    if (kind == Kind::Success && actionText.isEmpty())
        m_timer.start();
    setVisible(true);
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString MessageStrip::text() const { return m_text->text(); }

void MessageStrip::dismiss()
{
    m_timer.stop();
    m_onAction = {};
    hide();
}

void MessageStrip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    const Look look = lookOf(m_kind);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(look.tint));
    painter.fillRect(QRect(0, 0, 3, height()), theme.color(look.color));
    const QRect icon(16, (height() - 16) / 2, 16, 16);
    painter.drawPixmap(icon, theme.pixmap(look.icon, look.color, icon.size(), devicePixelRatioF()));
}

} // namespace modelscribe
