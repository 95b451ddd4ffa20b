// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace modelscribe {

//! The names at the left of a comparison, which stay while its models are scrolled.
class CompareNames : public QHeaderView
{
    Q_OBJECT

public:
    explicit CompareNames(QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    bool viewportEvent(QEvent *event) override;
};

} // namespace modelscribe
