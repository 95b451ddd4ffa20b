// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/saveplan.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace modelscribe {

class BusySign;
class ElidedLabel;
class ExactTextEdit;
class IconButton;

//! One request of a save: how it stands, what it does, what is sent. Opens to show the exact body
//! and what was answered.
class StepRow : public QWidget
{
    Q_OBJECT

public:
    //! \p number counts from 1 over all rows that are shown.
    StepRow(const SavePlan &plan, int index, int number, QWidget *parent = nullptr);

    void update(const SavePlan &plan);
    SaveStep::State state() const { return m_step.state; }
    QString stateText() const;
    QString requestText() const;
    QString bodyText() const;   //!< As shown; empty while it is closed or when there is none.
    QString answerText() const; //!< The same of the error or the RequestId.
    bool isMoving() const;
    void setOpen(bool open);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void buildBody();
    void retranslate();
    bool hasMore() const;

    int m_index;
    int m_number;
    SavePlan m_plan;
    SaveStep m_step;
    BusySign *m_busy;
    QLabel *m_sentence;
    ElidedLabel *m_request;
    QLabel *m_state;
    IconButton *m_toggle;
    QLabel *m_answer;
    ExactTextEdit *m_body = nullptr;
};

//! The requests of a save in their order; after a part of it is done, those of the rest below.
class StepsView : public QWidget
{
    Q_OBJECT

public:
    explicit StepsView(QWidget *parent = nullptr);

    void show(const SavePlan &plan);
    //! Another run of the plan shown last.
    void startAgain(const SavePlan &plan);
    //! \p rest of the plan shown last: what is done of that stays above.
    void goOn(const SavePlan &rest);
    //! \p index in the plan shown last.
    void updateStep(const SavePlan &plan, int index);
    //! The one that runs, else the last that ran; nullptr before.
    StepRow *currentRow() const;
    const QList<StepRow *> &rows() const { return m_rows; }

private:
    void append(const SavePlan &plan);

    QVBoxLayout *m_column;
    QList<StepRow *> m_rows;
    qsizetype m_first = 0; //!< Of the plan shown last.
};

} // namespace modelscribe
