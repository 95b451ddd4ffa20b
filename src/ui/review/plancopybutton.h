// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/saveplan.h"

#include <QPushButton>

#include <functional>

namespace modelscribe {

//! Puts the requests of a plan on the clipboard, as JSON or as HTTP text.
class PlanCopyButton : public QPushButton
{
    Q_OBJECT

public:
    explicit PlanCopyButton(QWidget *parent = nullptr);

    //! \p plan is asked when one of the two is chosen.
    void setPlan(std::function<const SavePlan &()> plan) { m_plan = std::move(plan); }

protected:
    void changeEvent(QEvent *event) override;

private:
    std::function<const SavePlan &()> m_plan;
    QAction *m_http = nullptr;
};

} // namespace modelscribe
