// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/jsondocument.h"
#include "ui/json/tree/jsontreemodel.h"
#include "json/jsonunfinished.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace modelscribe {

class JsonTreeTable;
class JsonValueDialog;

//! The line or the dialog in which a key or a value of a tree is edited. What is typed is in the
//! document's text at once, as long as it is a value; else the text holds what was there before,
//! and unfinished() what was typed. Giving up takes it back. When the row is gone the editor ends:
//! its text goes nowhere else.
class JsonTreeEditing : public QObject
{
    Q_OBJECT

public:
    JsonTreeEditing(JsonDocument &document, JsonTreeTable &table);

    //! Opens a line for it, or a dialog for a value that a line cannot show.
    void edit(JsonNodeId node, JsonTreeModel::Column column);
    //! The member of the open line was just added: its value comes behind its key.
    void setNew() { m_isNew = true; }
    bool isOpen() const;
    //! What was typed is in the text then, as far as it is a value, however long the text is to be
    //! read. False when it is none.
    bool handIn();
    const JsonUnfinished &unfinished() const { return m_unfinished; }
    //! Opens again what \p text was typed in at \p place. False when that is gone.
    bool resume(const JsonUnfinishedPlace &place, const QString &text);
    //! Closes the editor; the text stays as it is.
    void end();
    //! The last tree differs from the one before only by what was typed here.
    bool isOwnTree() const { return m_isOwnTree; }
    //! The table shows another tree.
    void onTreeChanged();

signals:
    void refused(const QString &sentence);
    void accepted(); //!< What was refused before is past.
    void unfinishedChanged();
    //! The editor ended, and nobody has what was typed but the listener.
    void lost(const QString &place, const QString &text);

private:
    //! What was there before.
    struct Cell
    {
        bool isKey = false;
        QString text;
        QByteArray raw;
        JsonTree value; //!< Of a value: \p raw alone.
    };

    void open(JsonNodeId node, bool isKey);
    void openDialog(JsonNodeId node);
    void takeTyped();
    void commit(const QString &text, bool goOn);
    void cancel();
    void closeLine();
    bool put();
    bool putCell();
    bool putDialog();
    Result<TextChanges> change(const JsonDocument::Edit &edit);
    Result<TextChanges> changeCell(const QString &text);
    Result<TextChanges> changeDialog(const QByteArray &raw);
    Result<TextChanges> cellChanges(const JsonTree &now, JsonNodeId node,
                                    const QString &text) const;
    void saveDialog(const QByteArray &raw);
    void cancelDialog();
    void note(const QString &place, const QString &text);
    void take(const Result<TextChanges> &done, const QString &text);
    // Of what is open.
    QString typed() const;
    QString place() const;

    JsonDocument &m_document;
    JsonTreeTable &m_table;
    QTimer m_soon;
    Cell m_cell;
    QPointer<JsonValueDialog> m_dialog;
    JsonPath m_dialogPath;
    QByteArray m_dialogRaw;         //!< As it was before.
    QByteArray m_dialogPut;         //!< As it is in the text.
    std::optional<QString> m_tried; //!< What was put into the text last, or should have been.
    std::optional<Error> m_error;   //!< Why it was not.
    JsonUnfinished m_unfinished;
    bool m_isWaiting = false; //!< For the text to be read.
    bool m_isPutting = false;
    bool m_isOwn = false;
    bool m_isOwnTree = false;
    bool m_isNew = false;
};

} // namespace modelscribe
