// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace modelscribe {

class EditSession;
class ElidedLabel;

//! What of the compared models is changed and not saved, and the way to look at it.
class CompareFooter : public QFrame
{
    Q_OBJECT

public:
    explicit CompareFooter(QWidget *parent = nullptr);

    void showDrafts(const QList<EditSession *> &drafts);

signals:
    void reviewRequested();

private:
    QLabel *m_count;
    ElidedLabel *m_where;
    QPushButton *m_review;
};

} // namespace modelscribe
