// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/copiedfields.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace modelscribe {

//! Which of a model's values are to be copied, so that they can be put over other models.
class CopyFieldsDialog : public QDialog
{
    Q_OBJECT

public:
    //! \p all of the model \p name; what \p notWanted names begins without a tick. Names are keys
    //! of fields, "label:" and a label's key, "extra:" and that of a member.
    CopyFieldsDialog(const CopiedFields &all, const QString &name, const QStringList &notWanted,
                     QWidget *parent);

    //! What is ticked.
    CopiedFields chosen() const;
    //! The names of before, those of this model as they are ticked now; the latest last.
    QStringList notWanted() const;

signals:
    void copied();

protected:
    void changeEvent(QEvent *event) override;

private:
    QTreeWidgetItem *addGroup();
    void addRow(QTreeWidgetItem &group, const QString &name, const QString &title,
                const QString &value);
    void fill();
    bool isTicked(const QString &name) const;
    void retranslate();
    void refresh();

    CopiedFields m_all;
    QString m_name;
    QStringList m_notWanted; //!< At the beginning.
    QLabel *m_says;
    QTreeWidget *m_tree;
    QTreeWidgetItem *m_fields = nullptr; //!< nullptr: there are none.
    QTreeWidgetItem *m_labels = nullptr;
    QTreeWidgetItem *m_extraInfo = nullptr;
    QHash<QString, QTreeWidgetItem *> m_rows; //!< By name.
    QPushButton *m_cancel;
    QPushButton *m_copy;
};

} // namespace modelscribe
