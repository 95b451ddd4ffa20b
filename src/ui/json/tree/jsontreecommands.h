// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/jsondocument.h"
#include "ui/json/tree/jsontreeactions.h"
#include "ui/json/tree/jsontreemodel.h"

#include <QObject>

class QAction;
class QMenu;

namespace modelscribe {

class JsonTreeEditing;
class JsonTreeTable;

//! Does what JsonTreeActions offers, each one step of undo of the document. Afterwards the row it
//! was about is the current one.
class JsonTreeCommands : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype pasteLimit = 4 * 1024 * 1024; //!< In UTF-16 units.

    using Id = JsonTreeActions::Id;

    JsonTreeCommands(JsonDocument &document, JsonTreeTable &table);

    QAction *action(Id id) const;
    //! For the selected rows, with what their hints offer.
    void fillMenu(QMenu &menu);
    //! Which actions make sense now.
    void update();
    void retranslate();
    //! The document has another tree and the table shows it.
    void onTreeChanged();
    //! What is typed in.
    JsonTreeEditing &editing() const { return *m_editing; }

    void editCell(JsonNodeId node, JsonTreeModel::Column column);
    void moveTo(const QList<JsonNodeId> &nodes, JsonNodeId parent, quint32 position);

signals:
    void refused(const QString &sentence);
    void accepted(); //!< Something was done; what was refused before is past.
    void pathActivated(const modelscribe::JsonPath &path);

private:
    JsonTreeActions::Situation situation() const;
    //! The table shows the document's tree as the text is now; otherwise refused().
    bool isReady();
    bool edit(const JsonDocument::Edit &edit);
    //! The same, and shows the new node, which \p edit must make. \p editsNewNode: opens its line.
    void editAndShow(const JsonDocument::Edit &edit, bool editsNewNode = false);
    void showAt(qsizetype offset, bool editsNewNode);
    void run(Id id);
    bool canEdit() const;
    const JsonTree &tree() const { return *m_model.tree(); }
    JsonNodeId current() const;
    JsonNodeId currentOrRoot() const;

    void add(bool inside);
    void insertInto(JsonNodeId parent, quint32 position, const QString &key, const QByteArray &raw,
                    bool editsNewNode);
    void startText(const QByteArray &raw, bool editsNewNode);
    void duplicate();
    void removeSelected();
    void moveBy(int step);
    void moveOut();
    void moveIn();
    void changeType(JsonKind kind);
    void sortKeys(bool recursive);
    void copyValue();
    void copyText(const QString &text);
    void paste(bool inside);

    JsonDocument &m_document;
    JsonTreeTable &m_table;
    JsonTreeModel &m_model;
    JsonTreeActions *m_actions;
    JsonTreeEditing *m_editing;
    bool m_isOtherText = false; //!< Since the last tree.
    //! A node to show when the tree of the text is there.
    std::optional<qsizetype> m_showAt;
    bool m_editsShown = false;
};

} // namespace modelscribe
