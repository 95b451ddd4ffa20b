// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connectioncheck.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace modelscribe {

class CheckRow;

//! Tries a connection and shows how far it comes: each step in a line, the one that fails opened,
//! with what to do about it.
class CheckPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CheckPanel(QWidget *parent = nullptr);
    ~CheckPanel() override;

    //! Begins; nullptr: there is nothing to show.
    void run(std::unique_ptr<ConnectionCheck> check);
    //! nullptr before the first and after run(nullptr).
    const ConnectionCheck *check() const { return m_check.get(); }
    void setTestPossible(bool isPossible, const QString &whyNot);

signals:
    //! The button; while a check runs it stops it instead.
    void testRequested();
    void finished();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    std::unique_ptr<ConnectionCheck> m_check;
    QLabel *m_heading;
    QPushButton *m_test;
    QVBoxLayout *m_column;
    std::vector<CheckRow *> m_rows; //!< One a step.
    bool m_isPossible = false;
    QString m_whyNot;
};

} // namespace modelscribe
