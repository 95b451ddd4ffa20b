// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace modelscribe {

class BatchSession;
class ElidedLabel;
class LabelPlan;

//! What was gathered of changes of labels, with the way to their review.
class LabelPlanBar : public QFrame
{
    Q_OBJECT

public:
    explicit LabelPlanBar(LabelPlan &plan, QWidget *parent = nullptr);

    //! Nothing can be gathered about the models that are listed.
    void setReadOnly(bool readOnly);
    //! Also when other models have the labels.
    void refresh();

signals:
    void reviewRequested(modelscribe::BatchSession *session);

protected:
    void changeEvent(QEvent *event) override;

private:
    QString says() const;

    LabelPlan &m_plan;
    QLabel *m_changes;
    ElidedLabel *m_says;
    QPushButton *m_discard;
    QPushButton *m_review;
    bool m_isReadOnly = false;
};

} // namespace modelscribe
