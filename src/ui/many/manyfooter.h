// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/panefooter.h"

class QLabel;
class QPushButton;

namespace modelscribe {

//! The foot of the form over many models: how much is changed, and the buttons that end that.
class ManyFooter : public PaneFooter
{
    Q_OBJECT

public:
    explicit ManyFooter(QWidget *parent = nullptr);

    //! \p models: that can be changed.
    void showEdit(int changes, int models);
    void focusReview();

signals:
    void discardRequested();
    void reviewRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    int m_changes = 0;
    int m_models = 0;
    QLabel *m_count;
    QPushButton *m_discard;
    QPushButton *m_review;
};

} // namespace modelscribe
