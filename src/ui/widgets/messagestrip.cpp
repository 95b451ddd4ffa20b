// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagestrip.h"

#include "ui/widgets/iconbutton.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
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
    , m_close(new IconButton(u"close"_s, {}))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(40, 8, 12, 8);
    row->setSpacing(8);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setProperty("kind", u"quiet"_s);
    m_action->hide();
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    connect(m_close, &QAbstractButton::clicked, this, &MessageStrip::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto action = std::exchange(m_onAction, {});
        dismiss();
        if (action)
            action();
    });
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        // Whoever is about to press its button is not left with the one behind it.
        const QWidget *focus = QApplication::focusWidget();
        if (underMouse() || (focus && isAncestorOf(focus)))
            m_timer.start();
        else
            dismiss();
    });
    retranslate();
    hide();
}

void MessageStrip::retranslate()
{
    m_close->setName(tr("Close message"));
    const QString text = m_makeText ? m_makeText() : QString();
    m_text->setText(text);
    setAccessibleName(text);
    const QString action = m_makeActionText ? m_makeActionText() : QString();
    m_action->setText(action);
    m_action->setAccessibleName(action);
}

void MessageStrip::show(Kind kind, const QString &text, const QString &actionText,
                        std::function<void()> action)
{
    show(
        kind, [text] { return text; }, [actionText] { return actionText; }, std::move(action));
}

void MessageStrip::show(Kind kind, Text text, Text actionText, std::function<void()> action)
{
    m_kind = kind;
    m_makeText = std::move(text);
    m_makeActionText = std::move(actionText);
    m_onAction = std::move(action);
    retranslate();
    m_action->setVisible(!m_action->text().isEmpty());
    m_timer.stop();
    if (kind == Kind::Success)
        leaveAfter(m_lifetime);
    setVisible(true);
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageStrip::setClosable(bool closable) { m_close->setVisible(closable); }

void MessageStrip::leaveAfter(std::chrono::milliseconds lifetime) { m_timer.start(lifetime); }

QString MessageStrip::text() const { return m_text->text(); }

void MessageStrip::dismiss()
{
    m_timer.stop();
    m_onAction = {};
    const bool wasShown = isVisibleTo(parentWidget());
    hide();
    if (wasShown)
        emit dismissed();
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

void MessageStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_messagestrip.cpp"
