// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/searchoffers.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QFrame;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace modelscribe {

//! Offers what can stand at the cursor of a query, below the search box: by itself from the second
//! letter of a word on, else when asked. Nothing is chosen until the person does, so Enter stays
//! the search; the list never takes the focus.
class SearchCompletion : public QObject
{
    Q_OBJECT

public:
    using Source = std::function<SearchOffers(const QString &query, qsizetype cursor)>;

    explicit SearchCompletion(QLineEdit &box);
    ~SearchCompletion() override;

    void setSource(Source source) { m_source = std::move(source); }
    bool isOpen() const;
    QListView &list() const { return *m_list; }

    //! Something was typed: looked at once the event is over.
    void typed();
    void open(); //!< Ctrl+Space.
    void close();
    //! The source has other counts for what it offers.
    void refresh();
    //! True when \p event was for the open list.
    bool handleKey(QKeyEvent *event);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void request(bool asked);
    void fill(const SearchOffers &found);
    void place();
    void go(int step);
    QString insertOf(const QModelIndex &index) const;
    void take(const QModelIndex &index);
    QString footerText() const;

    QLineEdit &m_box;
    QFrame *m_popup;
    QListView *m_list;
    QLabel *m_footer;
    QStandardItemModel *m_rows;
    QTimer m_soon;
    Source m_source;
    SearchOffers m_found;
    bool m_isTaking = false;
};

} // namespace modelscribe
