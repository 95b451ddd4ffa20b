// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace modelscribe {

class ElidedLabel;

//! A line below the list while models have an order by hand that nobody agreed to yet.
class OrderBar : public QFrame
{
    Q_OBJECT

public:
    explicit OrderBar(QWidget *parent = nullptr);

    //! \p changed: numbers that change; 0 hides it. \p isSearch: the rows are not all models.
    void showOrder(int changed, bool isSearch);

signals:
    void reviewRequested();
    void takeBackRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    int m_changed = 0;
    bool m_isSearch = false;
    QLabel *m_count;
    ElidedLabel *m_remark;
    QPushButton *m_review;
    QPushButton *m_takeBack;
};

} // namespace modelscribe
