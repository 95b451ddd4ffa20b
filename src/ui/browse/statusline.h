// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/syncprogress.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace modelscribe {

class Connection;

//! The line at the bottom: how many, how fresh, how many drafts, and the last request.
class StatusLine : public QFrame
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setCount(qsizetype shown, qsizetype all);
    //! Of those that are shown; it is said instead, where it is more than one.
    void setSelected(qsizetype count);
    //! The registry \p holdsSamples, and what is listed are \p all samples.
    void setSamples(bool holdsSamples, bool all);
    void setLoading(bool loading, const SyncProgress &progress = {});
    void setSyncedAt(const QDateTime &time);
    void setDrafts(qsizetype count);
    void setConnection(Connection *connection);
    QString lastRequestId() const { return m_requestId; }

signals:
    void cancelRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showTexts();
    QString countText() const;
    QString loadingText() const;
    void showLastCall();
    void showState();

    QLabel *m_countLabel;
    QLabel *m_syncLabel;
    QPushButton *m_cancel;
    QLabel *m_draftsLabel;
    QLabel *m_requestLabel;
    QPushButton *m_request;
    QLabel *m_outcome;
    QTimer m_minute;

    qsizetype m_shown = 0;
    qsizetype m_selected = 0;
    qsizetype m_all = 0;
    qsizetype m_drafts = 0;
    bool m_loading = false;
    bool m_offline = false;
    bool m_holdsSamples = false;
    bool m_areSamples = false; //!< All that is listed.
    SyncProgress m_progress;
    QElapsedTimer m_sinceProgress; //!< Since it was shown.
    QDateTime m_syncedAt;
    QString m_requestId;
    Connection *m_connection = nullptr;
};

} // namespace modelscribe
