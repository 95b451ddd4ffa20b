// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/manylines.h"

#include "ui/widgets/iconbutton.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

IconButton *makeValuesButton()
{
    auto *button = new IconButton(u"chevron-down"_s, {});
    button->setFocusPolicy(Qt::NoFocus); // Down does the same
    button->setCursor(Qt::ArrowCursor);
    button->hide();
    return button;
}

bool asksForValues(const IconButton &button, const QKeyEvent &event)
{
    return !button.isHidden() && event.key() == Qt::Key_Down
           && !(event.modifiers() & ~Qt::KeypadModifier);
}

} // namespace

ManyLine::ManyLine(QWidget *parent)
    : LineEdit(parent)
    , m_values(makeValuesButton())
{
    addTrailing(m_values);
    connect(m_values, &QAbstractButton::clicked, this, &ManyLine::valuesRequested);
}

void ManyLine::setDifferent(bool isDifferent, const QString &buttonName)
{
    m_values->setName(buttonName);
    m_values->setVisible(isDifferent);
    reserveSpace();
}

void ManyLine::keyPressEvent(QKeyEvent *event)
{
    if (asksForValues(*m_values, *event))
        emit valuesRequested();
    else
        LineEdit::keyPressEvent(event);
}

ManySuggestionLine::ManySuggestionLine(QWidget *parent)
    : SuggestionEdit(parent)
    , m_values(makeValuesButton())
{
    addTrailing(m_values);
    connect(m_values, &QAbstractButton::clicked, this, &ManySuggestionLine::valuesRequested);
}

void ManySuggestionLine::setDifferent(bool isDifferent, const QString &buttonName)
{
    m_values->setName(buttonName);
    m_values->setVisible(isDifferent);
    setListButtonVisible(!isDifferent);
}

void ManySuggestionLine::keyPressEvent(QKeyEvent *event)
{
    if (asksForValues(*m_values, *event))
        emit valuesRequested();
    else
        SuggestionEdit::keyPressEvent(event);
}

} // namespace modelscribe

#include "moc_manylines.cpp"
