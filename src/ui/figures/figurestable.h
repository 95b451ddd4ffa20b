// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/figuregroups.h"

#include <QTreeView>

class QStandardItemModel;

namespace modelscribe {

//! The same as the charts in rows, for the keyboard, for screen readers and to read numbers.
class FiguresTable : public QTreeView
{
    Q_OBJECT

public:
    explicit FiguresTable(QWidget *parent = nullptr);

    //! \p models in all. The current row stays where it is.
    void setGroups(const QList<FigureGroup> &groups, int models);

    void setSharesShown(bool shown);
    //! Tells pointed() again.
    void pointAtCurrent();

signals:
    void pointed(int group, int bar); //!< The current row.
    void walked(int group);           //!< By the keyboard.
    void chosen(int group, int bar);  //!< By Enter or a double click.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void choose(const QModelIndex &index);
    void goTo(int group, int bar);
    int widthOf(int column) const;

    QStandardItemModel *m_rows;
    bool m_isFilling = false;
    bool m_sharesShown = true;
};

} // namespace modelscribe
