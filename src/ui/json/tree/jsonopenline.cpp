// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsonopenline.h"

#include "ui/json/tree/jsoncelledit.h"
#include "ui/json/tree/jsontreedelegate.h"
#include "ui/json/tree/jsontreetable.h"

namespace modelscribe {

JsonOpenLine::JsonOpenLine(QTableView &view, const JsonTreeModel &model)
    : m_view(view)
    , m_model(model)
{
}

JsonOpenLine::~JsonOpenLine()
{
    if (m_edit) // losing the focus is no commit when all of this goes
        m_edit->disconnect(this);
}

QString JsonOpenLine::text() const { return m_edit ? m_edit->text() : QString(); }

void JsonOpenLine::setText(const QString &text)
{
    if (m_edit)
        m_edit->setText(text);
}

void JsonOpenLine::focus()
{
    if (m_edit)
        m_edit->setFocus(Qt::OtherFocusReason);
}

void JsonOpenLine::refuse()
{
    if (m_edit)
        m_edit->setProblem(true);
}

void JsonOpenLine::open(JsonNodeId node, JsonTreeModel::Column column, const QString &text)
{
    m_node = node;
    m_path = m_model.tree()->path(node);
    m_column = column;
    m_edit = new JsonCellEdit(text, m_view.viewport());
    m_edit->setFont(m_view.font());
    const int row = m_model.rowOf(node);
    m_edit->setAccessibleName(column == JsonTreeModel::KeyColumn ? JsonTreeTable::tr("Key")
                              : row >= 0
                                  ? JsonTreeTable::tr("Value of %1").arg(m_model.keyText(row))
                                  : QString());
    connect(m_edit, &JsonCellEdit::typed, this, &JsonOpenLine::typed);
    connect(m_edit, &JsonCellEdit::committed, this, [this] { commit(false); });
    connect(m_edit, &JsonCellEdit::tabbed, this, [this] { commit(true); });
    connect(m_edit, &JsonCellEdit::cancelled, this, &JsonOpenLine::cancelled);
    if (row >= 0)
        m_view.scrollTo(m_model.index(row, column));
    place();
    if (m_edit) {
        m_edit->show();
        m_edit->setFocus();
    }
}

void JsonOpenLine::place()
{
    if (!m_edit || isGone())
        return;
    const int row = m_model.rowOf(m_node);
    QRect cell = m_view.visualRect(m_model.index(row, m_column));
    if (m_column == JsonTreeModel::KeyColumn)
        cell.setLeft(JsonTreeDelegate::textRect(cell, m_model.levelAt(row)).left() - 4);
    m_edit->setGeometry(cell);
}

void JsonOpenLine::commit(bool goOn)
{
    if (m_edit)
        emit committed(m_edit->text(), goOn);
}

void JsonOpenLine::close()
{
    if (!m_edit)
        return;
    JsonCellEdit *edit = m_edit;
    m_edit = nullptr;
    edit->disconnect(this);
    if (edit->hasFocus())
        m_view.setFocus();
    edit->hide();
    edit->deleteLater();
}

void JsonOpenLine::follow(const JsonTree &before, const JsonTree &now, const JsonNodeMap &map,
                          bool isTyped)
{
    if (m_edit && !isTyped) // else no node came or went
        m_node = sameEntry(before, now, map);
    if (m_edit && m_node < now.size())
        m_path = now.path(m_node);
}

bool JsonOpenLine::isGone() const
{
    return m_edit && m_model.rowOf(m_node) == JsonTreeModel::noRow;
}

//! What the line is open at in \p now: with the value it had, and all keys that lead to it.
JsonNodeId JsonOpenLine::sameEntry(const JsonTree &before, const JsonTree &now,
                                   const JsonNodeMap &map) const
{
    const JsonNodeId node = map[m_node];
    const bool isValue = m_column == JsonTreeModel::ValueColumn;
    if (node == JsonNodeMap::none || (isValue && now.rawValue(node) != before.rawValue(m_node)))
        return JsonNodeMap::none;
    JsonNodeId a = m_node;
    JsonNodeId b = node;
    for (; a != 0 && b != 0; a = before.parent(a), b = now.parent(b)) {
        if (before.hasKey(a) != now.hasKey(b)
            || (now.hasKey(b) && before.rawKey(a) != now.rawKey(b)))
            return JsonNodeMap::none;
    }
    return a == b ? node : JsonNodeMap::none;
}

} // namespace modelscribe

#include "moc_jsonopenline.cpp"
