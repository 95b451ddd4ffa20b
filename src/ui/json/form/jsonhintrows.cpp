// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/form/jsonhintrows.h"

#include "ui/json/jsonwording.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

JsonHintRows::JsonHintRows(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    hide();
}

void JsonHintRows::clear()
{
    while (const QLayoutItem *item = m_rows->itemAt(0)) {
        QWidget *row = item->widget();
        m_rows->removeWidget(row);
        row->hide();
        row->deleteLater(); // its button may be what was pressed
    }
    m_texts.clear();
    hide();
}

void JsonHintRows::add(const QString &text, const JsonHint &hint, const QString &name, bool canFix)
{
    auto *row = new QWidget;
    auto *layout = new QBoxLayout(m_narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight,
                                  row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_narrow ? 0 : 4);
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", u"warning"_s);
    label->setWordWrap(true);
    layout->addWidget(label, 1);
    if (canFix && !hint.fix.isEmpty()) {
        auto *fix = new QPushButton(jsonwording::fix(hint));
        fix->setProperty("kind", u"link"_s);
        fix->setAccessibleName(tr("%1: %2").arg(name, fix->text()));
        connect(fix, &QPushButton::clicked, this, [this, hint] { emit fixRequested(hint); });
        layout->addWidget(fix, 0, m_narrow ? Qt::AlignLeft : Qt::Alignment());
    }
    m_rows->addWidget(row);
    m_texts.append(text);
    show();
}

} // namespace modelscribe

#include "moc_jsonhintrows.cpp"
