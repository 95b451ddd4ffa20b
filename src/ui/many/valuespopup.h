// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/manyvalues.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace modelscribe {

//! The different values of a field with how many models have each; choosing one narrows the
//! selection to these models.
class ValuesPopup : public QFrame
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 1000; //!< Values that are listed.

    //! \p all: how many there are, also those that are not among \p uses.
    ValuesPopup(const ModelField &field, const QList<ManyValues::Use> &uses, qsizetype all,
                QWidget *parent = nullptr);

    //! Below \p editor, wholly on the screen; goes by itself.
    void popUp(const QWidget &editor);

signals:
    void chosen(const QString &value);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QModelIndex &index);

    QLineEdit *m_find;
    QListView *m_list;
    QStandardItemModel *m_rows;
    QSortFilterProxyModel *m_shown;
};

} // namespace modelscribe
