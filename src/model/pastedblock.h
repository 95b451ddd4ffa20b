// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/batchedit.h"

#include <QList>
#include <QStringList>

namespace modelscribe {

//! What a column of a pasted block goes to.
struct PastedColumn
{
    const ModelField *field = nullptr; //!< nullptr, and no key of a label: it is left out.
    QString labelKey;

    bool isLeftOut() const { return !field && labelKey.isEmpty(); }

    friend bool operator==(const PastedColumn &, const PastedColumn &) = default;
};

//! A column or a block from a spreadsheet, to be put over models: a row a model, a column a field.
struct PastedBlock
{
    QList<QStringList> rows; //!< All of the same length.
    QStringList titles;      //!< Of the first line, when it names fields; else empty.

    //! As spreadsheets put it on the clipboard: cells end with tabs, rows with line ends, and a
    //! cell with either of them in it stands in quotation marks. Fails (Invalid) when there is
    //! nothing in it.
    static Result<PastedBlock> fromText(const QString &text);

    qsizetype columnCount() const { return rows.isEmpty() ? titles.size() : rows.first().size(); }
    //! What the titles name, else \p first and the fields behind it in the table.
    QList<PastedColumn> columns(const ModelField *first) const;
    //! What the row \p place, of a block of one row always that one, makes of its model. Empty
    //! cells leave the field as it is unless \p isEmptyToo.
    BatchEdit edit(qsizetype place, const QList<PastedColumn> &columns, bool isEmptyToo) const;
    //! For how many models there are rows.
    qsizetype reach(qsizetype models) const
    {
        return rows.size() == 1 ? models : std::min(models, rows.size());
    }

    friend bool operator==(const PastedBlock &, const PastedBlock &) = default;
};

//! The field that \p title names: its key or label, in any case.
const ModelField *fieldTitled(const QString &title);

} // namespace modelscribe
