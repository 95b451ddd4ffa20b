// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/textreplacement.h"

#include <QAbstractListModel>

#include <optional>

namespace modelscribe {

//! What a replacement makes of some texts: each as it is, what is found in it, and what it becomes.
class TrialRows : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        BeforeRole = Qt::UserRole, //!< QString, to the letter.
        AfterRole,                 //!< QString; as BeforeRole when nothing is found.
        FoundRole //!< TextReplacement::Found of BeforeRole, as QList<TextReplacement::Found>.
    };

    using QAbstractListModel::QAbstractListModel;

    void setTexts(const QStringList &texts);
    //! One that is none leaves the rows as they are.
    void setReplacement(const TextReplacement &replacement);
    //! Why the replacement is none.
    const std::optional<Error> &problem() const { return m_problem; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        QString before;
        QList<TextReplacement::Found> found;
        QString after;
    };

    void work();

    TextReplacement m_replacement;
    QList<Row> m_rows;
    std::optional<Error> m_problem;
};

} // namespace modelscribe

Q_DECLARE_METATYPE(modelscribe::TextReplacement::Found)
