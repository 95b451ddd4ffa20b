// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsonloosetext.h"

#include "core/visibletext.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

JsonLooseText::JsonLooseText(QWidget *parent)
    : QFrame(parent)
    , m_label(new QLabel)
    , m_copy(new QPushButton)
    , m_drop(new QPushButton)
{
    setProperty("strip", u"changed"_s);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_label, 1);
    for (QPushButton *button : {m_copy, m_drop}) {
        button->setProperty("kind", u"link"_s);
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (!m_texts.isEmpty())
            QGuiApplication::clipboard()->setText(m_texts.first());
    });
    connect(m_drop, &QPushButton::clicked, this, [this] {
        if (!m_texts.isEmpty())
            emit dropped(m_texts.firstKey());
    });
    hide();
    retranslate();
}

void JsonLooseText::setTexts(const JsonUnfinished &texts)
{
    if (texts == m_texts)
        return;
    m_texts = texts;
    retranslate();
    setVisible(!texts.isEmpty());
    if (texts.isEmpty())
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString JsonLooseText::sentence() const { return isHidden() ? QString() : m_label->text(); }

void JsonLooseText::retranslate()
{
    m_copy->setText(tr("Copy it"));
    m_drop->setText(tr("Discard it"));
    for (QPushButton *button : {m_copy, m_drop})
        button->setAccessibleName(button->text());
    if (m_texts.isEmpty())
        return;
    const auto place = JsonUnfinishedPlace::fromText(m_texts.firstKey());
    m_label->setText(tr("You typed “%1” at %2, which no longer exists or has changed meanwhile. It "
                        "is kept here and not saved.")
                         .arg(visibleText(m_texts.first(), 200),
                              visibleText(place ? jsonPathText(place->path) : u"?"_s, 60)));
    setAccessibleName(m_label->text());
}

void JsonLooseText::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace modelscribe
