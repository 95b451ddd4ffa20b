// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/batchgrid.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QPushButton;

namespace modelscribe {

class ConfirmName;

//! The foot of a review of many models: what is not sent, what has to be agreed to besides, and the
//! button that sends.
class BatchFooter : public QFrame
{
    Q_OBJECT

public:
    explicit BatchFooter(QWidget *parent = nullptr);

    //! How far the review is.
    struct Progress
    {
        bool isChecking = false;
        qint64 read = 0;
        qint64 all = 0;
        BatchGrid::Totals totals;
    };

    //! Another review: nothing is agreed to yet. \p nameToConfirm has to be typed; empty: nothing.
    void begin(const QString &nameToConfirm);
    void showProgress(const Progress &progress);
    bool maySave() const;

signals:
    void saveRequested();
    void copyRequested(bool isCsv);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QString whyNot() const;

    Progress m_progress;
    ConfirmName *m_confirm;
    QLabel *m_note;
    QCheckBox *m_publish;
    QPushButton *m_copyAs;
    QPushButton *m_save;
};

} // namespace modelscribe
