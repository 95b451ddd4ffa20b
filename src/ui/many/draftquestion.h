// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace modelscribe {

//! Asks what is to become of models that have a draft of their own. An edit of many and a draft are
//! never mixed.
class DraftQuestion : public QFrame
{
    Q_OBJECT

public:
    explicit DraftQuestion(QWidget *parent = nullptr);

    void ask(int drafts);
    int drafts() const { return m_drafts; }

signals:
    void leaveOutChosen();
    void changeSavedChosen(); //!< What the registry holds is changed, the drafts stay.

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    int m_drafts = 0;
    QLabel *m_text;
    QPushButton *m_leaveOut;
    QPushButton *m_changeSaved;
};

} // namespace modelscribe
