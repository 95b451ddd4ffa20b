// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/labelcleanup.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace modelscribe {

class ElidedLabel;

//! One suggestion: why, how many models, from what to what, and what can be done about it.
class CleanupRow : public QFrame
{
    Q_OBJECT

public:
    CleanupRow(const LabelSuggestion &suggestion, bool isTaken, QWidget *parent = nullptr);

    const LabelSuggestion &suggestion() const { return m_suggestion; }
    void setTaken(bool isTaken);

signals:
    void taken();
    void undone();
    void ignored();
    void lookRequested(); //!< Of what is used once.

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    LabelSuggestion m_suggestion;
    bool m_isTaken;
    QLabel *m_title;
    QLabel *m_count;
    ElidedLabel *m_change;
    QLabel *m_state;
    QPushButton *m_do;
    QPushButton *m_ignore;
};

} // namespace modelscribe
