// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/verbrowspage.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

VerbRowsPage::VerbRowsPage(QWidget *parent)
    : ManyPage(parent)
    , m_rowsColumn(new QVBoxLayout)
    , m_below(new QVBoxLayout)
    , m_add(new VerbButton)
{
    setMaximumWidth(480);
    m_rowsColumn->setSpacing(12);
    auto *addRow = new QHBoxLayout;
    addRow->setContentsMargins(VerbFrame::indent, 0, 0, 0);
    addRow->addWidget(m_add);
    addRow->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 6, 16);
    column->setSpacing(12);
    column->addLayout(m_rowsColumn);
    column->addLayout(addRow);
    column->addLayout(m_below);
    column->addStretch(1);
    m_add->setProperty("kind", QVariant()); // as buttons are
    m_add->setObjectName("addVerb"_L1);
    m_add->setIcon(Theme::of(this).icon(u"chevron-down"_s, ThemeColor::Muted));
    m_add->setChoices([this] { return kinds(); });
    connect(m_add, &VerbButton::chosen, this, &VerbRowsPage::addVerb);
    connect(&m_effects, &BatchEffectsCounting::changed, this, &VerbRowsPage::showEffects);
}

void VerbRowsPage::retranslate()
{
    m_add->setText(u"+  "_s + addText());
    m_add->setAccessibleName(addText());
    for (VerbRow *row : std::as_const(m_rows))
        row->retranslate();
}

void VerbRowsPage::addRow()
{
    VerbRow *row = makeRow();
    m_rows.append(row);
    m_rowsColumn->addWidget(row);
    row->retranslate();
    connect(row, &VerbRow::edited, this, [this, row] {
        if (!session())
            return;
        BatchEdit edit = session()->edit();
        take(*row, edit, m_rows.indexOf(row));
        session()->setEdit(edit);
    });
    // Later: the button that asked for it is part of the row.
    connect(
        row, &VerbRow::removeRequested, this,
        [this, row] {
            const qsizetype at = m_rows.indexOf(row);
            if (!session() || at < 0)
                return;
            BatchEdit edit = session()->edit();
            remove(edit, at);
            // The row itself goes, so that what stands in the others stays as it was typed.
            m_rows.removeAt(at);
            delete row;
            session()->setEdit(edit);
            m_add->setFocus(Qt::OtherFocusReason);
        },
        Qt::QueuedConnection);
}

void VerbRowsPage::addVerb(int kind)
{
    if (!session())
        return;
    BatchEdit edit = session()->edit();
    add(edit, kind);
    session()->setEdit(edit);
    if (!m_rows.isEmpty())
        m_rows.last()->takeFocus();
}

void VerbRowsPage::takeEdit()
{
    const BatchEdit edit = session() ? session()->edit() : BatchEdit();
    const qsizetype count = countIn(edit);
    while (m_rows.size() > count)
        delete m_rows.takeLast();
    while (m_rows.size() < count)
        addRow();
    for (qsizetype i = 0; i < count; ++i)
        show(*m_rows[i], edit, i);
    if (session() && partOf(edit) != m_counted)
        recount();
}

void VerbRowsPage::recount()
{
    m_counted = session() ? partOf(session()->edit()) : BatchEdit();
    m_effects.begin(catalog(), session() ? session()->modelIds() : QStringList(), m_counted);
}

void VerbRowsPage::showEffects()
{
    const BatchEffects &effects = m_effects.effects();
    const QList<BatchEffect> &each = effectsIn(effects);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setEffect(each.value(i), effects.models,
                             m_effects.isCounted() && i < each.size());
}

bool VerbRowsPage::showFirstProblem()
{
    const auto found = std::ranges::find_if(
        m_rows, [](const VerbRow *row) { return !row->problemText().isEmpty(); });
    if (found == m_rows.end())
        return false;
    (*found)->takeFocus();
    return true;
}

void VerbRowsPage::takeFocus()
{
    if (m_rows.isEmpty())
        m_add->setFocus(Qt::OtherFocusReason);
    else
        m_rows.first()->takeFocus();
}

void VerbRowsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ManyPage::changeEvent(event);
}

} // namespace modelscribe

#include "moc_verbrowspage.cpp"
