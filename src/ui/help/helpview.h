// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/closedbrowser.h"

namespace modelscribe {

//! The text of a page: never wider than is good to read, however wide the window is.
class HelpView : public ClosedBrowser
{
    Q_OBJECT

public:
    HelpView();

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace modelscribe
