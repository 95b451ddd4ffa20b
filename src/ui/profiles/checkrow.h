// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connectioncheck.h"

#include <QFrame>

class QLabel;

namespace modelscribe {

class ElidedLabel;
class IconButton;

//! One line of a checklist: its state, what was found, and when it failed why and what to do.
class CheckRow : public QFrame
{
    Q_OBJECT

public:
    explicit CheckRow(QWidget *parent = nullptr);

    //! What a line says, whatever it is about.
    struct Line
    {
        CheckStep::State state = CheckStep::State::Waiting;
        QString title;
        QString detail;             //!< Beside it.
        QString note;               //!< Below it.
        std::optional<Error> error; //!< Of one that failed.
    };

    void setStep(const CheckStep &step);
    void setLine(const Line &line);

private:
    void showFailure(const Error &error);
    void showNote(const QString &note);

    QLabel *m_icon;
    QLabel *m_title;
    ElidedLabel *m_detail;
    QWidget *m_failure;
    QLabel *m_what;
    QLabel *m_command;
    IconButton *m_copyCommand;
    ElidedLabel *m_code;
    ElidedLabel *m_requestId;
    IconButton *m_copyRequestId;
    QString m_toCopy;
};

} // namespace modelscribe
