// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/cleanuplist.h"

#include "ui/labels/cleanuprow.h"
#include "ui/widgets/separator.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! More rows are no help; when some are taken or ignored, others follow.
constexpr qsizetype mostRows = 100;

} // namespace

CleanupList::CleanupList(QWidget *parent)
    : SteadyScrollArea(parent)
    , m_isIgnored([](const LabelSuggestion &) { return false; })
    , m_isTaken([](const LabelVerb &) { return false; })
    , m_empty(new QLabel)
{
    auto *body = new QWidget;
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_empty->setProperty("role", u"muted"_s);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(16, 12, 16, 12);
    m_column->addWidget(m_empty);
    m_column->addStretch(1);
    setContent(body);
    build();
}

void CleanupList::setSuggestions(const std::optional<QList<LabelSuggestion>> &suggestions)
{
    if (m_suggestions == suggestions)
        return;
    m_suggestions = suggestions;
    build();
}

void CleanupList::setIgnored(const std::function<bool(const LabelSuggestion &)> &isIgnored)
{
    m_isIgnored = isIgnored;
    build();
}

void CleanupList::setTaken(const std::function<bool(const LabelVerb &)> &isTaken)
{
    m_isTaken = isTaken;
    for (CleanupRow *row : std::as_const(m_rows)) {
        const auto verb = row->suggestion().verb();
        row->setTaken(verb && m_isTaken(*verb));
    }
}

qsizetype CleanupList::shownCount() const { return m_rows.size(); }

QString CleanupList::emptyText() const
{
    return m_suggestions ? tr("Nothing to clean up.") : tr("Looking…");
}

void CleanupList::build()
{
    while (m_column->count() > 2) {
        QLayoutItem *item = m_column->takeAt(1);
        if (QWidget *row = item->widget())
            row->deleteLater(); // its button may be what was pressed
        delete item;
    }
    m_rows.clear();
    for (const LabelSuggestion &suggestion : m_suggestions.value_or(QList<LabelSuggestion>())) {
        if (m_isIgnored(suggestion))
            continue;
        if (m_rows.size() == mostRows)
            break;
        const auto verb = suggestion.verb();
        auto *row = new CleanupRow(suggestion, verb && m_isTaken(*verb));
        connect(row, &CleanupRow::ignored, this, [this, suggestion] {
            emit ignored(suggestion);
            build();
        });
        connect(row, &CleanupRow::lookRequested, this,
                [this, suggestion] { emit lookRequested(suggestion.once); });
        if (verb) {
            connect(row, &CleanupRow::taken, this, [this, verb] { emit taken(*verb); });
            connect(row, &CleanupRow::undone, this, [this, verb] { emit undone(*verb); });
        }
        m_rows.append(row);
        m_column->insertWidget(m_column->count() - 1, row);
        m_column->insertWidget(m_column->count() - 1, new Separator(widget()));
    }
    m_empty->setVisible(m_rows.isEmpty());
    m_empty->setText(emptyText());
    emit countChanged();
}

void CleanupList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_empty->setText(emptyText());
    SteadyScrollArea::changeEvent(event);
}

} // namespace modelscribe

#include "moc_cleanuplist.cpp"
