// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/manyvalues.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace modelscribe {

class ElidedLabel;

//! The head of the form over many models: how many, and how many of them can be changed.
class ManyHeader : public QWidget
{
    Q_OBJECT

public:
    explicit ManyHeader(QWidget *parent = nullptr);

    //! \p chosen: models, of which \p values are counted already.
    void showModels(qsizetype chosen, const ManyValues &values, bool isCounted);
    void setBackVisible(bool visible);

signals:
    void backRequested();
    void copyIdsRequested();
    void copyNamesRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void openMenu();
    void refresh();

    qsizetype m_chosen = 0;
    int m_readOnly = 0;
    int m_drafts = 0;
    bool m_isCounted = false;
    QToolButton *m_back;
    ElidedLabel *m_title;
    QToolButton *m_more;
    ElidedLabel *m_changeable;
    QLabel *m_readOnlyPill;
    QLabel *m_draftPill;
};

} // namespace modelscribe
