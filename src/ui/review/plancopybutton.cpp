// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/plancopybutton.h"

#include "registry/plantext.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace modelscribe {

PlanCopyButton::PlanCopyButton(QWidget *parent)
    : QPushButton(parent)
{
    auto *menu = new QMenu(this);
    connect(menu->addAction(u"JSON"_s), &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(planAsJson(m_plan())));
    });
    m_http = menu->addAction(tr("HTTP text"));
    connect(m_http, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(planAsHttp(m_plan())); });
    setIcon(Theme::of(this).icon(u"chevron-down"_s, ThemeColor::Muted));
    setLayoutDirection(Qt::RightToLeft); // the arrow stands behind the text
    connect(this, &QPushButton::clicked, this,
            [this, menu] { menu->popup(mapToGlobal(QPoint(0, height()))); });
}

void PlanCopyButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_http->setText(tr("HTTP text"));
    QPushButton::changeEvent(event);
}

} // namespace modelscribe

#include "moc_plancopybutton.cpp"
