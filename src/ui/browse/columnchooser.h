// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QHash>
#include <QStringList>

class QCheckBox;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace modelscribe {

//! A popup with which one chooses the columns of the table of models; each choice counts at once.
//! What is typed finds a column, or names a path of ExtraInfo to become one.
class ColumnChooser : public QFrame
{
    Q_OBJECT

public:
    //! A member of ExtraInfo that models have.
    struct Path
    {
        QString text; //!< "Rating", "a.b"
        int models = 0;
    };

    ColumnChooser(const QStringList &shown, const QList<Path> &paths, QWidget *parent = nullptr);

    //! Those that stay in sight while the table is scrolled.
    void setPinned(const QStringList &ids);
    //! The row of this column is the current one.
    void setCurrent(const QString &id);
    //! Below or over \p corner, wholly on the screen; goes by itself.
    void popUp(const QPoint &corner);
    QStringList chosen() const;

signals:
    void chosenChanged(const QStringList &ids);
    void pinnedChanged(const QString &id, bool isPinned);
    void fitRequested();
    void resetRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addRow(const QString &id, bool isShown, int models);
    void filter(const QString &text);
    void showTitle(QListWidgetItem &item);
    void showPin();
    void pinCurrent(bool isPinned);
    QListWidgetItem *rowOf(const QString &id) const;
    QListWidgetItem *addTyped();
    QWidget *buildFooter();

    QStringList m_shown; //!< In their order.
    QStringList m_pinned;
    QLineEdit *m_find;
    QListWidget *m_list;
    QCheckBox *m_pin;
};

} // namespace modelscribe
