// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/jsondocument.h"

#include <QStringList>

#include <utility>

namespace modelscribe {

//! Edits one member of an object of the document, wherever it stands and also when it is not there
//! yet. Edits wait while a large text is being read.
class JsonMemberEdit : public QObject
{
    Q_OBJECT

public:
    //! Where the object with the members is, and which members it may have.
    struct Place
    {
        JsonPath object;  //!< Outermost, or one level below.
        QStringList keys; //!< In the schema's order.
    };

    JsonMemberEdit(JsonDocument &document, Place place, QString key, QObject *parent = nullptr);

    //! What stands at \p path of keys: of members of the same key the last one, as readers do.
    static std::optional<JsonNodeId> nodeIn(const JsonTree &tree, const JsonPath &path);
    //! nullopt: not there, or something else.
    std::optional<JsonNodeId> objectIn(const JsonTree &tree) const;
    std::optional<JsonNodeId> memberIn(const JsonTree &tree) const;

    //! \p raw: one JSON value. A member that is not there comes behind its nearest neighbour in
    //! the schema's order.
    void put(const QByteArray &raw, JsonDocument::Undo undo);
    void remove();
    // The member as a list; one that is not there begins with the item.
    void editItem(int row, const QString &text);
    void insertItem(int row);
    void removeItem(int row);
    void moveItem(int from, int to); //!< \p to: where it stands then.

    //! Not all edits are in the text yet.
    bool isWaiting() const { return !m_pending.isEmpty(); }
    //! True when the text is another one now: the tree that was shown is old.
    bool flush();
    //! Whether there was an edit since it was last asked: what was shown before is old.
    bool takeEdited() { return std::exchange(m_edited, false); }
    //! Drops what waits.
    void forget() { m_pending.clear(); }

signals:
    void refused(const modelscribe::Error &error);

private:
    struct Pending
    {
        int row; //!< Of a list; -1: the whole value.
        JsonDocument::Edit edit;
        JsonDocument::Undo undo;
    };

    void enqueue(int row, JsonDocument::Edit edit, JsonDocument::Undo undo);
    Result<TextChanges> putInto(const JsonTree &tree, const QByteArray &raw) const;
    Result<TextChanges> insertInto(const JsonTree &tree, JsonNodeId object,
                                   const QByteArray &raw) const;

    JsonDocument &m_document;
    Place m_place;
    QString m_key;
    QList<Pending> m_pending;
    bool m_edited = false;
};

} // namespace modelscribe
