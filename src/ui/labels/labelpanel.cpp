// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/labelpanel.h"

#include "ui/widgets/separator.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

LabelPanel::LabelPanel(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_about(new QLabel(this))
    , m_inside(new QVBoxLayout(this))
{
    setProperty("role", u"panel"_s);
    setMinimumWidth(200);
    m_inside->setContentsMargins(0, 0, 0, 0);
    m_inside->setSpacing(0);
    add(makeHead());
    add(new Separator(this));
}

QWidget *LabelPanel::makeHead()
{
    auto *head = new QFrame(this);
    head->setProperty("role", u"bar"_s);
    head->setFixedHeight(45);
    m_title->setProperty("role", u"heading"_s);
    m_about->setProperty("role", u"muted"_s);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    for (QLabel *label : {m_title, m_about}) {
        label->setTextFormat(Qt::PlainText);
        row->addWidget(label);
    }
    row->addStretch(1);
    return head;
}

void LabelPanel::setHead(const QString &title, const QString &about)
{
    m_title->setText(title);
    m_about->setText(about);
}

void LabelPanel::add(QWidget *widget, int stretch) { m_inside->addWidget(widget, stretch); }

} // namespace modelscribe

#include "moc_labelpanel.cpp"
