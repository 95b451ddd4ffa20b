// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/problemreport.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace modelscribe {

class ExactTextEdit;
class MessageStrip;

//! Shows the report of a problem, to be completed, copied or saved. Nothing is sent from here.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ReportDialog(ProblemReport report, QWidget *parent = nullptr);

    //! What earlier runs noted down comes behind; what was typed meanwhile stays.
    void addErrors(const QList<PastError> &errors);
    ExactTextEdit &text() const { return *m_text; }
    //! Somebody has written into it and neither copied nor saved that.
    bool isUnfinished() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void copy();
    void save();

    ProblemReport m_report;
    QString m_made;     //!< What was put into the field.
    QString m_handedOn; //!< What was copied or saved last.
    QLabel *m_about;
    ExactTextEdit *m_text;
    MessageStrip *m_strip;
    QPushButton *m_save;
    QPushButton *m_close;
    QPushButton *m_copy;
};

} // namespace modelscribe
