// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/draftquestion.h"

#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

DraftQuestion::DraftQuestion(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel)
    , m_leaveOut(new QPushButton)
    , m_changeSaved(new QPushButton)
{
    setObjectName("draftQuestion"_L1);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_leaveOut);
    buttons->addWidget(m_changeSaved);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(40, 8, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_text);
    column->addLayout(buttons);
    connect(m_leaveOut, &QPushButton::clicked, this, [this] {
        hide();
        emit leaveOutChosen();
    });
    connect(m_changeSaved, &QPushButton::clicked, this, [this] {
        hide();
        emit changeSavedChosen();
    });
    hide();
}

void DraftQuestion::ask(int drafts)
{
    m_drafts = drafts;
    refresh();
    show();
    m_leaveOut->setFocus(Qt::OtherFocusReason);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void DraftQuestion::refresh()
{
    m_text->setText(
        tr("%Ln of these models has/have a draft. Nothing is sent yet.", nullptr, m_drafts));
    setAccessibleName(m_text->text());
    m_leaveOut->setText(tr("Leave them out"));
    m_leaveOut->setAccessibleName(m_leaveOut->text());
    m_changeSaved->setText(tr("Change what is saved"));
    m_changeSaved->setAccessibleName(m_changeSaved->text());
    const QString meaning = tr("The drafts stay as they are");
    m_changeSaved->setToolTip(meaning);
    m_changeSaved->setAccessibleDescription(meaning);
}

void DraftQuestion::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeColor::ChangedTint));
    painter.fillRect(QRect(0, 0, 3, height()), theme.color(ThemeColor::Changed));
    const QRect icon(16, 10, 16, 16);
    painter.drawPixmap(
        icon, theme.pixmap(u"warning"_s, ThemeColor::Changed, icon.size(), devicePixelRatioF()));
}

void DraftQuestion::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_draftquestion.cpp"
