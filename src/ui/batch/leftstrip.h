// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>
#include <QUuid>

class QLabel;
class QPushButton;

namespace modelscribe {

class Batches;

//! Asks what is to become of a run that an earlier program began and did not bring to its end; one
//! after the other.
class LeftStrip : public QFrame
{
    Q_OBJECT

public:
    explicit LeftStrip(Batches &batches, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QPointer<Batches> m_batches;
    QUuid m_id;
    QLabel *m_text;
    QPushButton *m_goOn;
    QPushButton *m_look;
    QPushButton *m_forget;
};

} // namespace modelscribe
