// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/palettesource.h"

#include <QFrame>
#include <QPointer>

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace modelscribe {

//! Finds by name what its sources have and runs what is chosen. Lies over the window.
//!
//! The rows follow when all sources have answered to what was typed, so that nothing moves below
//! the hand; Enter waits for that, too. The group that has what fits best stands first, of groups
//! that fit alike the one that was added first.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    //! Must outlive it.
    void addSource(PaletteSource *source);
    //! Esc and leaving give the focus back.
    void open();
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Group
    {
        PaletteSource *source;
        std::optional<PaletteAnswer> answer; //!< To what is typed now.
    };

    void retranslate();
    void ask();
    void fill();
    void addGroup(const Group &group, const QString &typed);
    void go(int step);
    void goTo(int row);
    void goToEntry(const PaletteEntry &entry);
    void run();
    void place();
    bool handleKey(const QKeyEvent &key);

    QLineEdit *m_edit;
    QListView *m_list;
    QLabel *m_nothing;
    QStandardItemModel *m_rows;
    std::vector<Group> m_groups;
    QList<PaletteEntry> m_shown; //!< By PaletteDelegate::PlaceRole.
    bool m_runsWhenFilled = false;
    bool m_hasMoved = false; //!< The current row is one that was gone to.
    QPointer<QWidget> m_before;
};

} // namespace modelscribe
