// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/editsession.h"

#include <QAbstractTableModel>
#include <QPointer>

namespace modelscribe {

//! The labels of one session as a table: those it holds, then perhaps one that is only begun and
//! not part of the session yet, then those of the base that are gone.
class LabelsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Key, Value, ColumnCount };
    enum class State { Same, Added, Changed, Removed, Begun };
    enum Role { StateRole = Qt::UserRole, OriginalRole };

    explicit LabelsModel(QObject *parent = nullptr);

    void setSession(EditSession *session);
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

    State state(int row) const;
    Label label(int row) const;
    //! A new empty row; its number. It joins the session with its first text.
    int begin();
    void removeRow(int row);
    //! Brings back a removed label, or the value of a changed one.
    void restoreRow(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void replaced(int row); //!< Its label is another one, and nobody typed that here.

protected:
    //! The widget that owns it hands QEvent::LanguageChange on to its children.
    bool event(QEvent *event) override;

private:
    struct Row
    {
        Label label;
        State state = State::Same;
        QString original;

        friend bool operator==(const Row &, const Row &) = default;
    };

    void refresh();
    QList<Row> rows() const;

    QPointer<EditSession> m_session;
    QList<Row> m_rows;
    bool m_begun = false;
    bool m_isTyping = false;
    bool m_readOnly = false;
};

} // namespace modelscribe
