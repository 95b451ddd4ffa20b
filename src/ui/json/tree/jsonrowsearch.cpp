// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsonrowsearch.h"

#include "ui/json/tree/jsontreemodel.h"

#include <QApplication>

#include <algorithm>

namespace modelscribe {

int JsonRowSearch::rowOf(const JsonTreeModel &model, int currentRow, const QString &typed)
{
    const bool goesOn = m_typedAt.isValid()
                        && m_typedAt.elapsed() < QApplication::keyboardInputInterval();
    m_typed = goesOn ? m_typed + typed : typed;
    m_typedAt.start();
    const int rows = model.rowCount();
    const int current = std::max(currentRow, 0);
    // A new beginning looks behind the current row, a longer one may still be this row.
    const int first = m_typed.size() > 1 || currentRow < 0 ? current : current + 1;
    for (int i = 0; i < rows; ++i) {
        const int row = (first + i) % rows;
        if (model.keyText(row).startsWith(m_typed, Qt::CaseInsensitive))
            return row;
    }
    return -1;
}

} // namespace modelscribe
