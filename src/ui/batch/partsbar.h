// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batchrun.h"
#include "ui/widgets/theme.h"

#include <QWidget>

namespace modelscribe {

//! How far a run is, as a bar of which each end has its part. What it shows is said in words
//! beside it.
class PartsBar : public QWidget
{
    Q_OBJECT

public:
    explicit PartsBar(QWidget *parent = nullptr);

    void showRun(const BatchRun &run);
    QSize sizeHint() const override { return {280, 6}; }

    static ThemeColor colorOf(BatchEnd end, bool isOver);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BatchCounts m_counts;
    qint64 m_size = 0;
    bool m_isOver = false;
};

} // namespace modelscribe
