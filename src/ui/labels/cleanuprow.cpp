// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/cleanuprow.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Kind = LabelSuggestion::Kind;

QString titleOf(Kind kind)
{
    switch (kind) {
    case Kind::Blanks: return CleanupRow::tr("Spaces");
    case Kind::Invisible: return CleanupRow::tr("Invisible characters");
    case Kind::Composition: return CleanupRow::tr("Same characters, composed differently");
    case Kind::FullWidth: return CleanupRow::tr("Full-width letters");
    case Kind::Case: return CleanupRow::tr("Differ only in case");
    case Kind::Letters: return CleanupRow::tr("Letters of another script");
    case Kind::Separators: return CleanupRow::tr("Differ only in _ - . and spaces");
    case Kind::OneLetter: return CleanupRow::tr("One letter apart");
    case Kind::UsedOnce: return CleanupRow::tr("Used once");
    }
    return {};
}

//! What looks the same is told apart by its numbers.
QString numbersOfOthers(const QString &text)
{
    QStringList names;
    for (const QChar c : text) {
        const bool isOther = c.script() == QChar::Script_Cyrillic
                             || c.script() == QChar::Script_Greek;
        const QString name = u"U+%1"_s.arg(QString::number(c.unicode(), 16).toUpper(), 4, u'0');
        if (isOther && !names.contains(name))
            names.append(name);
    }
    return names.isEmpty() ? QString() : u" (%1)"_s.arg(names.join(u", "_s));
}

QString onceText(const QList<Label> &labels)
{
    QStringList texts;
    for (const Label &label : labels.first(std::min<qsizetype>(labels.size(), 5)))
        texts.append(visibleLabelText(label.value));
    return texts.join(CleanupRow::tr(", "));
}

} // namespace

CleanupRow::CleanupRow(const LabelSuggestion &suggestion, bool isTaken, QWidget *parent)
    : QFrame(parent)
    , m_suggestion(suggestion)
    , m_isTaken(isTaken)
    , m_title(new QLabel(this))
    , m_count(new QLabel(this))
    , m_change(new ElidedLabel(this))
    , m_state(new QLabel(this))
    , m_do(new QPushButton(this))
    , m_ignore(new QPushButton(this))
{
    for (QLabel *label : {m_title, m_count, m_state})
        label->setTextFormat(Qt::PlainText);
    m_title->setProperty("role", u"heading"_s);
    m_count->setProperty("role", u"muted"_s);
    m_state->setProperty("role", u"warning"_s);
    m_change->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (QPushButton *button : {m_do, m_ignore})
        button->setProperty("kind", u"quiet"_s);
    auto *first = new QHBoxLayout;
    first->addWidget(m_title, 1);
    first->addWidget(m_count);
    auto *second = new QHBoxLayout;
    second->setSpacing(4);
    second->addWidget(m_change, 1);
    second->addWidget(m_state);
    second->addWidget(m_do);
    second->addWidget(m_ignore);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 8, 6);
    column->setSpacing(2);
    column->addLayout(first);
    column->addLayout(second);
    connect(m_do, &QPushButton::clicked, this, [this] {
        if (m_suggestion.kind == Kind::UsedOnce)
            emit lookRequested();
        else if (m_isTaken)
            emit undone();
        else
            emit taken();
    });
    connect(m_ignore, &QPushButton::clicked, this, &CleanupRow::ignored);
    retranslate();
}

void CleanupRow::setTaken(bool isTaken)
{
    if (m_isTaken == isTaken)
        return;
    m_isTaken = isTaken;
    retranslate();
}

void CleanupRow::retranslate()
{
    const bool isOnce = m_suggestion.kind == Kind::UsedOnce;
    m_title->setText(titleOf(m_suggestion.kind));
    m_count->setText(isOnce ? tr("%Ln value(s)", nullptr, m_suggestion.models)
                            : tr("%Ln model(s)", nullptr, m_suggestion.models));
    const QString key = visibleLabelText(m_suggestion.key);
    const QString from = m_suggestion.value ? key + u'=' + visibleLabelText(*m_suggestion.value)
                                            : key;
    const QString to = m_suggestion.value ? key + u'=' + visibleLabelText(m_suggestion.with)
                                          : visibleLabelText(m_suggestion.with);
    const QString numbers = m_suggestion.kind == Kind::Letters
                                ? numbersOfOthers(m_suggestion.value.value_or(m_suggestion.key))
                                : QString();
    m_change->setPlainText(isOnce ? onceText(m_suggestion.once) : from + numbers + u" → "_s + to);
    m_state->setText(tr("in the changes"));
    m_state->setVisible(m_isTaken);
    m_do->setText(isOnce ? tr("Look through") : m_isTaken ? tr("Undo") : tr("Merge"));
    m_do->setAccessibleName(m_do->text() + u' ' + from);
    m_ignore->setText(tr("Ignore"));
    m_ignore->setAccessibleName(m_ignore->text() + u' ' + from);
    m_ignore->setVisible(!m_isTaken && !isOnce);
}

void CleanupRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_cleanuprow.cpp"
