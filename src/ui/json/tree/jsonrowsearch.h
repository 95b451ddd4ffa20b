// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

namespace modelscribe {

class JsonTreeModel;

//! Finds the row whose key begins with what is being typed in a list.
class JsonRowSearch
{
public:
    //! -1: there is none. \p currentRow: -1 for no row.
    int rowOf(const JsonTreeModel &model, int currentRow, const QString &typed);

private:
    QString m_typed; //!< Up to now, without a pause.
    QElapsedTimer m_typedAt;
};

} // namespace modelscribe
