// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"
#include "registry/saveplan.h"

#include <QFrame>

class QLabel;

namespace modelscribe {

class ElidedLabel;
class IconButton;
class PlanCopyButton;
class StepsView;

//! The requests of one model of a batch, exactly as they will be sent, or why there are none.
class BatchRequests : public QFrame
{
    Q_OBJECT

public:
    explicit BatchRequests(QWidget *parent = nullptr);

    //! \p why: sentences on what stands against saving it, or on what a person should know.
    void showPlan(const RegisteredModel &model, const std::optional<SavePlan> &plan,
                  const QString &why);
    StepsView &steps() const { return *m_steps; }

signals:
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_name;
    ElidedLabel *m_id;
    PlanCopyButton *m_copyAs;
    IconButton *m_close;
    QLabel *m_why;
    StepsView *m_steps;
    std::optional<SavePlan> m_plan;
};

} // namespace modelscribe
