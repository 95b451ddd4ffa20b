// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/labelcleanup.h"
#include "model/labelcolor.h"

#include <QAbstractTableModel>
#include <QSet>

#include <optional>

namespace modelscribe {

//! The keys of all labels, or the values of one key, with how many models have them; most used
//! first.
class LabelUsesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Of { Keys, Values };
    enum Role {
        TextRole = Qt::UserRole, //!< To the letter.
        CountRole,
        OddRole,  //!< Something is suggested about it.
        ColorRole //!< LabelColor, of a key.
    };

    explicit LabelUsesModel(Of of, QObject *parent = nullptr);

    Of of() const { return m_of; }
    void setUses(const LabelUses &uses);
    void setKey(const QString &key); //!< Of Values.
    const QString &key() const { return m_key; }
    //! Only what has it, folded; of Keys also those with such a value.
    void setNeedle(const QString &text);
    void setOdd(const QSet<QString> &texts);
    void setColors(const QHash<QString, LabelColor> &colors);

    QString textAt(int row) const { return m_rows[row].text; }
    int countAt(int row) const { return m_rows[row].count; }
    int rowOf(const QString &text) const; //!< -1 when it is not shown.
    //! Of all, shown or not.
    int countOf(const QString &text) const;
    qsizetype wholeCount() const { return m_whole; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

protected:
    bool event(QEvent *event) override;

private:
    struct Row
    {
        QString text;
        int count = 0;
        qsizetype values = 0; //!< Of a key.

        friend bool operator==(const Row &, const Row &) = default;
    };

    void arrange();
    bool matches(const QString &text) const;
    const QHash<QString, int> &counts() const;

    Of m_of;
    LabelUses m_uses;
    QString m_key;
    QString m_needle; //!< Folded.
    QSet<QString> m_odd;
    QHash<QString, LabelColor> m_colors;
    QList<Row> m_rows;
    qsizetype m_whole = 0;
};

} // namespace modelscribe
