// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace modelscribe {

//! The foot of a pane beside the list. Its pane is never narrower than what its buttons say.
class PaneFooter : public QFrame
{
    Q_OBJECT

public:
    explicit PaneFooter(QWidget *pane = nullptr);

protected:
    bool event(QEvent *event) override;
};

} // namespace modelscribe
