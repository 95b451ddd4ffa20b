// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/trialrows.h"

#include "core/visibletext.h"

namespace modelscribe {

void TrialRows::setTexts(const QStringList &texts)
{
    beginResetModel();
    m_rows.clear();
    for (const QString &text : texts)
        m_rows.append({text, {}, text});
    work();
    endResetModel();
}

void TrialRows::setReplacement(const TextReplacement &replacement)
{
    m_replacement = replacement;
    work();
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(int(m_rows.size()) - 1));
}

void TrialRows::work()
{
    m_problem.reset();
    if (m_replacement.query.pattern.isEmpty()) { // nothing is looked for yet
        for (Row &row : m_rows)
            row = {row.before, {}, row.before};
        return;
    }
    if (const auto fine = m_replacement.check(); !fine) {
        m_problem = fine.error();
        return;
    }
    for (Row &row : m_rows) {
        const auto found = m_replacement.find(row.before);
        const auto after = m_replacement.applied(row.before);
        if (!found || !after) {
            m_problem = found ? after.error() : found.error();
            row = {row.before, {}, row.before};
            continue;
        }
        row = {row.before, *found, *after};
    }
}

int TrialRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TrialRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.found.isEmpty()
                   ? tr("%1: no match, left as it is").arg(visibleText(row.before))
                   : tr("%1 becomes %2").arg(visibleText(row.before), visibleText(row.after));
    case BeforeRole: return row.before;
    case AfterRole: return row.after;
    case FoundRole: return QVariant::fromValue(row.found);
    default: return {};
    }
}

} // namespace modelscribe

#include "moc_trialrows.cpp"
