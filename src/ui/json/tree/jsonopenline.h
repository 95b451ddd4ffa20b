// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/tree/jsontreemodel.h"

#include <QObject>

class QTableView;

namespace modelscribe {

class JsonCellEdit;

//! The line that edits a key or a value in its row, of which there is one at most. Its text belongs
//! to that key and value: when the tree changes it goes with them or is gone.
class JsonOpenLine : public QObject
{
    Q_OBJECT

public:
    JsonOpenLine(QTableView &view, const JsonTreeModel &model);
    ~JsonOpenLine() override;

    //! close() comes first.
    void open(JsonNodeId node, JsonTreeModel::Column column, const QString &text);
    void close();
    bool isOpen() const { return m_edit != nullptr; }
    JsonNodeId node() const { return m_edit ? m_node : JsonNodeMap::none; }
    const JsonPath &path() const { return m_path; }
    QString text() const;
    void setText(const QString &text);
    void focus();
    void refuse(); //!< Marks what is typed as wrong.
    void place();  //!< Where its cell is now.

    //! \p isTyped: all that changed is what was typed in it.
    void follow(const JsonTree &before, const JsonTree &now, const JsonNodeMap &map, bool isTyped);
    //! It is open at a row that is no more.
    bool isGone() const;

signals:
    void typed();
    void committed(const QString &text, bool goOn); //!< \p goOn: to what comes next.
    void cancelled();

private:
    void commit(bool goOn);
    JsonNodeId sameEntry(const JsonTree &before, const JsonTree &now, const JsonNodeMap &map) const;

    QTableView &m_view;
    const JsonTreeModel &m_model;
    JsonCellEdit *m_edit = nullptr;
    JsonNodeId m_node = JsonNodeMap::none;
    JsonPath m_path;
    JsonTreeModel::Column m_column = JsonTreeModel::ValueColumn;
};

} // namespace modelscribe
