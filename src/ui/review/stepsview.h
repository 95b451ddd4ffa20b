// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/saveplan.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace modelscribe {

class ElidedLabel;
class IconButton;

//! One request of a save: how it stands, what it does, what is sent. Opens to show the exact body.
class StepRow : public QWidget
{
    Q_OBJECT

public:
    StepRow(const SavePlan &plan, int index, QWidget *parent = nullptr);

    void update(const SavePlan &plan);
    QString requestText() const;
    QString bodyText() const; //!< As shown; empty while it is closed or when there is none.
    void setOpen(bool open);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void retranslate();

    int m_index;
    SavePlan m_plan;
    SaveStep m_step;
    QLabel *m_sentence;
    ElidedLabel *m_request;
    IconButton *m_toggle = nullptr;
    QPlainTextEdit *m_body = nullptr;
};

//! The requests of a save in their order.
class StepsView : public QWidget
{
    Q_OBJECT

public:
    explicit StepsView(QWidget *parent = nullptr);

    void show(const SavePlan &plan);
    void updateStep(const SavePlan &plan, int index);
    const QList<StepRow *> &rows() const { return m_rows; }

private:
    QVBoxLayout *m_column;
    QList<StepRow *> m_rows;
};

} // namespace modelscribe
