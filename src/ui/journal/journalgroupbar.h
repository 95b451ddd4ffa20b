// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QUuid>

class QLabel;
class QPushButton;

namespace modelscribe {

//! Says of an entry of the journal that it is one of a run of many models, and leads to the others.
class JournalGroupBar : public QFrame
{
    Q_OBJECT

public:
    explicit JournalGroupBar(QWidget *parent = nullptr);

    //! Of the chosen entry; null: it is of no run, and there is no bar.
    //! \p isWhole: all of it is meant, and not one entry of it.
    void setGroup(const QUuid &group, bool isWhole = false);
    //! Only entries of the run are shown, so many models.
    void setNarrowed(bool isNarrowed, int models = 0);

signals:
    void showRequested(const QUuid &group); //!< Null: everything again.
    void revertRequested(const QUuid &group);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QUuid m_group;
    bool m_isWhole = false;
    bool m_isNarrowed = false;
    int m_models = 0;
    QLabel *m_text;
    QPushButton *m_show;
    QPushButton *m_revert;
};

} // namespace modelscribe
