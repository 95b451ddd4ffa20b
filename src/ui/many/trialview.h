// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace modelscribe {

class TrialRows;

//! Shows what a replacement makes of some texts, one beside the other, with what is found marked.
class TrialView : public QListView
{
    Q_OBJECT

public:
    explicit TrialView(QWidget *parent = nullptr);

    void setRows(TrialRows *rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace modelscribe
