// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTableView;

namespace modelscribe {

//! How wide the columns of a JsonTreeModel are: keys have the share of the room that the person
//! gave them, the type is left out where there is little.
class JsonTreeColumns : public QObject
{
    Q_OBJECT

public:
    //! \p view has its model.
    explicit JsonTreeColumns(QTableView &view);

    void fit();

signals:
    void resized();

private:
    QTableView &m_view;
    double m_keyShare = 0.45; //!< Of the width.
    bool m_isFitting = false;
};

} // namespace modelscribe
