// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/labelcolor.h"

#include <QTableView>

class QMenu;

namespace modelscribe {

class LabelUsesModel;

//! A table of keys or of the values of one key. F2 renames, Delete takes away, Return shows the
//! models, Insert merges what is chosen.
class LabelUsesTable : public QTableView
{
    Q_OBJECT

public:
    LabelUsesTable(LabelUsesModel &labels, QWidget *parent);

    //! Empty without a current row.
    std::optional<QString> currentText() const;
    QStringList chosenTexts() const;
    void setCurrentText(const QString &text);
    //! The models of these labels can be shown, and nothing else.
    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }

signals:
    void currentTextChanged();
    void renameRequested(const QString &text);
    void mergeRequested(const QStringList &texts);
    void removeRequested(const QStringList &texts);
    void modelsRequested(const QString &text);
    void colorRequested(const QString &text, modelscribe::LabelColor color);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void keepPlace();
    void findPlace();
    void fitColumns();
    void showMenu(const QPoint &at);
    void addColors(QMenu &menu, const QString &text);
    void addChanges(QMenu &menu);

    LabelUsesModel &m_labels;
    std::optional<QString> m_place; //!< Before the last reset.
    int m_row = 0;
    bool m_isReadOnly = false;
};

} // namespace modelscribe
