// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QPushButton;
class QToolButton;

namespace modelscribe {

class ConnectionButton;
class SearchBox;

//! The bar at the top: connection, search, refresh, new.
class HeaderBar : public QFrame
{
    Q_OBJECT

public:
    explicit HeaderBar(QWidget *parent = nullptr);

    ConnectionButton &connectionButton() const { return *m_connection; }
    SearchBox &searchBox() const { return *m_search; }
    void setLoading(bool loading);
    //! \p isMain: there is no other main action in sight.
    void setNewModel(bool isPossible, bool isMain);

signals:
    void refreshRequested();
    void cancelRequested();
    void newModelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void turn();

    ConnectionButton *m_connection;
    SearchBox *m_search;
    QToolButton *m_refresh;
    QPushButton *m_new;
    QTimer m_turning;
    int m_angle = 0;
    bool m_loading = false;
    bool m_isNewMain = true;
};

} // namespace modelscribe
