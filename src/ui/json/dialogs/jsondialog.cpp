// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/dialogs/jsondialog.h"

#include "ui/widgets/separator.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QLabel *dialogLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

JsonDialog::JsonDialog(QWidget *parent)
    : QDialog(parent)
    , m_heading(dialogLabel())
    , m_subtitle(dialogLabel())
    , m_body(new QVBoxLayout)
    , m_bar(new QWidget)
    , m_status(dialogLabel())
    , m_primary(new QPushButton)
    , m_cancel(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    QFont font = m_heading->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    m_heading->setFont(font);
    m_heading->setProperty("role", u"heading"_s);
    m_subtitle->setProperty("role", u"muted"_s);
    m_status->setProperty("role", u"muted"_s);
    m_primary->setProperty("kind", u"primary"_s);
    for (QPushButton *button : {m_primary, m_cancel})
        button->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(20, 14, 20, 12);
    head->setSpacing(2);
    head->addWidget(m_heading);
    head->addWidget(m_subtitle);
    m_body->setContentsMargins(20, 12, 20, 12);
    m_body->setSpacing(8);
    auto *bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(20, 11, 20, 11);
    bar->setSpacing(8);
    bar->addWidget(m_status, 1);
    bar->addWidget(m_cancel);
    bar->addWidget(m_primary);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(new Separator);
    column->addLayout(m_body, 1);
    column->addWidget(new Separator);
    column->addWidget(m_bar);
}

void JsonDialog::addToBar(QWidget *widget)
{
    static_cast<QHBoxLayout *>(m_bar->layout())->insertWidget(1, widget);
    setTabOrder(widget, m_cancel);
}

QString JsonDialog::heading() const { return m_heading->text(); }
QString JsonDialog::subtitle() const { return m_subtitle->text(); }
QString JsonDialog::status() const { return m_status->text(); }

void JsonDialog::setHeading(const QString &text)
{
    setWindowTitle(text);
    m_heading->setText(text);
}

void JsonDialog::setSubtitle(const QString &text, bool isProblem)
{
    setLook(m_subtitle, "role", isProblem ? u"error"_s : u"muted"_s);
    m_subtitle->setText(text);
    setAccessibleDescription(text);
}

void JsonDialog::setStatus(const QString &text, bool isProblem)
{
    setLook(m_status, "role", isProblem ? u"error"_s : u"muted"_s);
    m_status->setText(text);
}

void JsonDialog::setPrimary(const QString &text)
{
    m_primary->setText(text);
    m_primary->setAccessibleName(text);
    m_primary->setToolTip(tr("Ctrl+Enter"));
}

void JsonDialog::setCancel(const QString &text)
{
    m_cancel->setText(text);
    m_cancel->setAccessibleName(text);
}

void JsonDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void JsonDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter) {
        QDialog::keyPressEvent(event);
        return;
    }
    // A held key repeats: only the first press counts, and plain Enter only on a focused button.
    if (event->isAutoRepeat())
        return;
    if (event->modifiers() & Qt::ControlModifier) {
        if (m_primary->isVisible())
            m_primary->click();
    } else if (auto *button = qobject_cast<QPushButton *>(focusWidget())) {
        button->click();
    }
}

} // namespace modelscribe

#include "moc_jsondialog.cpp"
