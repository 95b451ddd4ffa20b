// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QTimer>
#include <QUuid>

namespace modelscribe {

class JournalModel;

//! The entries of the journal. One is always chosen while there are any.
class JournalTableView : public QTableView
{
    Q_OBJECT

public:
    JournalTableView(JournalModel &entries, bool ofAllModels, QWidget *parent = nullptr);

    //! JournalModel::idAt(); null while there is none.
    QUuid currentId() const;
    void setCurrentId(const QUuid &id);

public slots:
    void copy(); //!< Found by name when the person copies.

signals:
    void currentIdChanged(const QUuid &id);
    void copyRequested();
    void openRequested(); //!< Enter, or a double click, on an entry.
    void leftUpwards();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose();
    void open();
    void setUnfolded(bool isUnfolded);
    void fitColumns();

    JournalModel &m_entries;
    bool m_ofAllModels;
    QUuid m_told;
    bool m_isChosen = false; //!< By the person; else the newest one is shown.
    bool m_isChoosing = false;
    QTimer m_minute; //!< "2 min" becomes "3 min".
};

} // namespace modelscribe
