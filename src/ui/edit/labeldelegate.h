// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/labelsmodel.h"
#include "ui/edit/suggestionedit.h"

#include <QPointer>
#include <QStyledItemDelegate>

namespace modelscribe {

class LabelsEditor;

//! Edits one part of a label. Tab and Return say where the typing goes on, also while the list of
//! suggestions is open, which takes the keys from everyone else.
class LabelCell : public SuggestionEdit
{
    Q_OBJECT

public:
    enum class Step { Tab, Return, Back };

    explicit LabelCell(QWidget *parent);

signals:
    void leaving(modelscribe::LabelCell::Step step);

protected:
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
};

//! Draws what happened to a label, and edits a part of it with suggestions.
class LabelDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    LabelDelegate(LabelsEditor &owner, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

    //! The one that has the focus.
    LabelCell *openCell() const;

signals:
    //! The cell was left by a key and is closed. Its label was \p label then: an empty one may be
    //! gone.
    void left(int row, int column, const modelscribe::Label &label,
              modelscribe::LabelCell::Step step);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void leave(LabelCell &cell, const QPersistentModelIndex &index, LabelCell::Step step);

    LabelsEditor &m_owner;
    mutable QList<QPointer<LabelCell>> m_cells; //!< One that is left goes a little later.
};

} // namespace modelscribe
