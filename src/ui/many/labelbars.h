// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/manyvalues.h"

#include <QListView>

class QStandardItemModel;

namespace modelscribe {

//! The labels of many models, each with a bar for how many have it.
class LabelBars : public QListView
{
    Q_OBJECT

public:
    explicit LabelBars(QWidget *parent = nullptr);

    //! \p models: what a whole bar stands for.
    void setUses(const QList<ManyValues::LabelUse> &uses, int models);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    QStandardItemModel *m_rows;
    QList<ManyValues::LabelUse> m_uses;
    int m_models = 0;
};

} // namespace modelscribe
