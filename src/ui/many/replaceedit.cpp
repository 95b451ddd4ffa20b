// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/replaceedit.h"

#include "core/visibletext.h"
#include "lists/trialrows.h"
#include "ui/many/trialview.h"
#include "ui/widgets/lineedit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! With two small switches at its end.
class FindLine : public LineEdit
{
public:
    using LineEdit::addTrailing;
};

QToolButton *makeSwitch(const QString &text)
{
    auto *button = new QToolButton;
    button->setProperty("kind", u"small"_s);
    button->setText(text);
    button->setCheckable(true);
    button->setCursor(Qt::ArrowCursor);
    return button;
}

} // namespace

ReplaceEdit::ReplaceEdit(QWidget *parent)
    : QWidget(parent)
    , m_with(new LineEdit)
    , m_isExpression(makeSwitch(u".*"_s))
    , m_matchCase(makeSwitch(u"Aa"_s))
    , m_rows(new TrialRows(this))
    , m_trial(new TrialView)
{
    auto *find = new FindLine;
    m_find = find;
    find->setObjectName("findText"_L1);
    m_with->setObjectName("replacement"_L1);
    find->addTrailing(m_matchCase);
    find->addTrailing(m_isExpression);
    m_matchCase->setChecked(true);

    auto *lines = new QHBoxLayout;
    lines->setSpacing(8);
    lines->addWidget(m_find, 1);
    lines->addWidget(new QLabel(u"→"_s));
    lines->addWidget(m_with, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(lines);
    column->addWidget(m_trial);
    setFocusProxy(m_find);
    m_trial->setRows(m_rows);

    for (LineEdit *line : {m_find, m_with})
        connect(line, &LineEdit::valueChanged, this, &ReplaceEdit::takeEdit);
    for (QToolButton *button : {m_isExpression, m_matchCase})
        connect(button, &QToolButton::toggled, this, &ReplaceEdit::takeEdit);
    retranslate();
}

TextReplacement ReplaceEdit::replacement() const
{
    return {.query = {.pattern = m_find->text(),
                      .matchCase = m_matchCase->isChecked(),
                      .wholeWord = false,
                      .isExpression = m_isExpression->isChecked()},
            .with = m_with->text()};
}

void ReplaceEdit::setReplacement(const TextReplacement &wanted)
{
    const QScopedValueRollback guard(m_isSetting, true);
    m_find->setValue(wanted.query.pattern);
    m_with->setValue(wanted.with);
    m_matchCase->setChecked(wanted.query.matchCase);
    m_isExpression->setChecked(wanted.query.isExpression);
    m_rows->setReplacement(replacement());
}

void ReplaceEdit::setTrialTexts(const QStringList &texts) { m_rows->setTexts(texts); }

QString ReplaceEdit::problemText() const
{
    const auto &problem = m_rows->problem();
    if (!problem)
        return {};
    if (problem->code == "TakesTooLong"_L1)
        return tr("The pattern took too long and was stopped.");
    return tr("Not a valid pattern: %1").arg(visibleText(problem->detail));
}

void ReplaceEdit::takeEdit()
{
    if (m_isSetting)
        return;
    m_rows->setReplacement(replacement());
    emit edited();
}

void ReplaceEdit::retranslate()
{
    m_find->setAccessibleName(tr("Find"));
    m_find->setPlaceholderText(tr("Find"));
    m_with->setAccessibleName(tr("Replace with"));
    m_with->setPlaceholderText(tr("Replace with"));
    m_isExpression->setAccessibleName(tr("Regular expression"));
    m_isExpression->setToolTip(tr("Regular expression; $1 stands for its first group"));
    m_matchCase->setAccessibleName(tr("Match case"));
    m_matchCase->setToolTip(tr("Match case"));
}

void ReplaceEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_replaceedit.cpp"
