// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/numberingedit.h"

#include "ui/widgets/lineedit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

std::optional<qint64> numberIn(const LineEdit &line)
{
    bool isNumber = false;
    const qint64 number = line.text().trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

NumberingEdit::NumberingEdit(QWidget *parent)
    : QWidget(parent)
    , m_firstLabel(new QLabel)
    , m_stepLabel(new QLabel)
    , m_first(new LineEdit)
    , m_step(new LineEdit)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_firstLabel);
    row->addWidget(m_first, 1);
    row->addSpacing(4);
    row->addWidget(m_stepLabel);
    row->addWidget(m_step, 1);
    m_first->setObjectName("firstNumber"_L1);
    m_step->setObjectName("numberStep"_L1);
    for (LineEdit *line : {m_first, m_step}) {
        line->setMinimumWidth(40);
        connect(line, &LineEdit::valueChanged, this, [this] {
            if (!m_isSetting)
                emit edited();
        });
    }
    for (QLabel *label : {m_firstLabel, m_stepLabel})
        label->setProperty("role", u"muted"_s);
    setFocusProxy(m_first);
    retranslate();
}

std::optional<qint64> NumberingEdit::first() const { return numberIn(*m_first); }

std::optional<qint64> NumberingEdit::step() const { return numberIn(*m_step); }

void NumberingEdit::setNumbers(qint64 first, qint64 step)
{
    const QScopedValueRollback guard(m_isSetting, true);
    // What is typed just now may be the same number in other letters, or none yet.
    if (!m_first->hasFocus() && this->first() != first)
        m_first->setValue(QString::number(first));
    if (!m_step->hasFocus() && this->step() != step)
        m_step->setValue(QString::number(step));
}

void NumberingEdit::retranslate()
{
    m_firstLabel->setText(tr("from"));
    m_stepLabel->setText(tr("step"));
    m_first->setAccessibleName(tr("First number"));
    m_step->setAccessibleName(tr("Step"));
}

void NumberingEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_numberingedit.cpp"
