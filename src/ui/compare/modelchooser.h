// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;
class QStandardItemModel;

namespace modelscribe {

class Catalog;
class ModelNames;
class ModelTableModel;

//! Chooses a model by a part of its name. Lies over the widget it is in, below the button that
//! opens it.
class ModelChooser : public QFrame
{
    Q_OBJECT

public:
    //! \p models must outlive it.
    ModelChooser(const ModelTableModel &models, QWidget *parent);

    //! Offers the models of \p catalog that are not in \p without. Esc and leaving close it.
    void open(const Catalog &catalog, const QStringList &without, const QWidget &button);
    void close();

signals:
    void chosen(const QString &modelId);
    void cancelled(); //!< By Esc: the focus has to go somewhere.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();
    void take(const QModelIndex &index);
    void go(int step);
    void place();
    bool handleKey(int key);

    QLineEdit *m_edit;
    QListView *m_list;
    QLabel *m_nothing;
    QStandardItemModel *m_rows;
    ModelNames *m_names;
    QPointer<const Catalog> m_catalog;
    QStringList m_without;
    QPointer<const QWidget> m_button;
    QString m_typed;           //!< Of the rows.
    bool m_isAnswered = false; //!< The rows are of what is typed.
    bool m_takesFirst = false; //!< As soon as they are.
};

} // namespace modelscribe
