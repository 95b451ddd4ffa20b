// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/batchend.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace modelscribe {

class BatchRun;
class ElidedLabel;
class PartsBar;

//! One line above the status line while a run goes on, and when it has ended, until somebody has
//! looked at it. When there is nothing to look at it leaves by itself.
class RunTray : public QFrame
{
    Q_OBJECT

public:
    explicit RunTray(QWidget *parent = nullptr);

    //! nullptr: there is none, and no tray.
    void setRun(BatchRun *run);
    BatchRun *run() const;
    //! How long good news stays; not while the mouse or the focus is on it.
    void setLifetime(std::chrono::milliseconds lifetime) { m_lifetime = lifetime; }

signals:
    void rowsRequested();
    void dismissRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectButtons();
    void retranslate();
    void refresh();
    void showCounts();
    void fitWords();
    void showButtons();
    void leaveWhenDone();
    bool isLookedAt() const;

    QPointer<BatchRun> m_run;
    QHBoxLayout *m_row = nullptr;
    QToolButton *m_rows;
    ElidedLabel *m_title;
    ElidedLabel *m_about;
    PartsBar *m_bar;
    QLabel *m_done;
    QMap<BatchEnd, QLabel *> m_counts;
    QLabel *m_rate;
    QLabel *m_left;
    QPushButton *m_pause;
    QPushButton *m_goOn;
    QPushButton *m_stop;
    QPushButton *m_look;
    QPushButton *m_dismiss;
    QTimer m_soon;
    QTimer m_second;
    QTimer m_life;
    std::chrono::milliseconds m_lifetime = std::chrono::seconds(6);
};

} // namespace modelscribe
