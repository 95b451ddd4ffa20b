// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <optional>

class QPushButton;

namespace modelscribe {

class ElidedLabel;
class IconButton;

//! A line above the list while several models are selected: how many, and what they are.
class SelectionBar : public QFrame
{
    Q_OBJECT

public:
    struct Counts
    {
        int readOnly = 0;
        int drafts = 0;
    };

    explicit SelectionBar(QWidget *parent = nullptr);

    //! \p shown: rows there are, \p isSearch: they are those of a search. \p counts: nullopt while
    //! they are being counted.
    void showSelection(qsizetype selected, qsizetype shown, bool isSearch,
                       const std::optional<Counts> &counts);
    //! Offers the form, where it is not beside the list.
    void setEditOffered(bool isOffered);

signals:
    void selectAllRequested();
    void clearRequested();
    void editRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    qsizetype m_selected = 0;
    qsizetype m_shown = 0;
    bool m_isSearch = false;
    std::optional<Counts> m_counts;
    ElidedLabel *m_count;
    ElidedLabel *m_what;
    QPushButton *m_edit;
    QPushButton *m_all;
    IconButton *m_clear;
};

} // namespace modelscribe
