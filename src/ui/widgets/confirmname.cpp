// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/confirmname.h"

#include "core/visibletext.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

ConfirmName::ConfirmName(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_field(new QLineEdit)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setProperty("role", u"muted"_s);
    m_text->setBuddy(m_field);
    m_field->setObjectName(u"confirmName"_s);
    setSpokenName(*m_field, [] { return tr("Workspace’s name"); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_text);
    column->addWidget(m_field);
    setVisible(false);
    connect(m_field, &QLineEdit::textChanged, this, &ConfirmName::changed);
}

void ConfirmName::ask(const QString &name)
{
    if (m_name == name)
        return;
    m_name = name;
    m_field->clear();
    retranslate();
    setVisible(!name.isEmpty());
    emit changed();
}

bool ConfirmName::isConfirmed() const
{
    const auto plain = [](const QString &text) {
        return text.trimmed().normalized(QString::NormalizationForm_C);
    };
    return m_name.isEmpty() || plain(m_field->text()) == plain(m_name);
}

void ConfirmName::focusField()
{
    if (!isConfirmed())
        m_field->setFocus();
}

void ConfirmName::retranslate()
{
    m_text->setText(tr("The profile is protected. Type the workspace’s name to go on: %1")
                        .arg(visibleText(m_name, 80)));
}

void ConfirmName::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_confirmname.cpp"
