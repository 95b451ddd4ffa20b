// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/journalmodel.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace modelscribe {

class ChangesView;
class ElidedLabel;
class IconButton;
class StatePage;

//! One entry of the journal: what it changed, what was sent, and what came of it.
class JournalDetails : public QWidget
{
    Q_OBJECT

public:
    explicit JournalDetails(QWidget *parent = nullptr);

    void setEntry(const PastChange &entry);
    //! Until the next setEntry() or setError(); shown only when that takes its time.
    void setLoading();
    void setError(const Error &error);
    //! Instead of an entry.
    void setNote(const QString &sentence, const QString &more);
    const std::optional<PastChange> &entry() const { return m_entry; }
    //! Empty: it can be reverted.
    void setWhyNotRevert(const QString &reason);

signals:
    void copyRequested();
    void revertRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildBody();
    void retranslate();
    void show(const PastChange &entry);
    void showChanges(const PastChange &entry);
    void showRequests(const PastChange &entry);
    void showReason();

    std::optional<PastChange> m_entry;
    std::optional<Error> m_error;
    QString m_whyNot;
    QStackedWidget *m_pages;
    StatePage *m_state;
    ElidedLabel *m_title;
    ElidedLabel *m_facts;
    IconButton *m_copy;
    QPushButton *m_revert;
    QLabel *m_message;
    QLabel *m_errorFacts;
    ChangesView *m_changes;
    QLabel *m_heldNote;
    ChangesView *m_held;
    QLabel *m_noChanges;
    QLabel *m_requestsTitle;
    QVBoxLayout *m_requests;
    QWidget *m_scroll;
    QTimer m_patience;
    int m_comparing = 0; //!< Answers of earlier ones are dropped.
};

} // namespace modelscribe
