// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/modelcopy.h"

#include <QMenu>

namespace modelscribe {

class ModelTableModel;

//! What can be done with the model of a row. What changes anything, or shows something else, is
//! told by signals; copying is done here.
class ModelMenu : public QMenu
{
    Q_OBJECT

public:
    //! \p selected: how many models are, which makes comparing them possible.
    ModelMenu(const ModelTableModel &models, const QModelIndex &cell, qsizetype selected,
              QWidget *parent = nullptr);

    //! Whether Enter does in the table what the first entry does.
    void showEnter(bool isSo);
    //! That so many of the selected models have a draft.
    void offerDrafts(int drafts);

    static void copy(const ModelTableModel &models, int row, CopyAs how);

signals:
    void openRequested();
    void cellEditRequested();
    void copyAsNewRequested();
    void copyFieldsRequested();
    void pasteFieldsRequested();
    void fillDownRequested();
    void moveRequested(int by);
    void compareRequested();
    void draftsReviewRequested();
    //! Only models with this value, or without it.
    void filterRequested(const QString &field, const QString &value, bool isExcluded);
    void deleteRequested();

private:
    void addCopies(const ModelTableModel &models, int row);
    void addMany(const ModelTableModel &models, const QModelIndex &cell, qsizetype selected);
    void addMoves(const ModelTableModel &models, int row, qsizetype selected);
    void addFilters(const ModelTableModel &models, const QModelIndex &cell);
};

} // namespace modelscribe
