// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/labelusesmodel.h"
#include "model/batchedit.h"
#include "ui/labels/labelpanel.h"

namespace modelscribe {

class LabelRename;
class LabelUsesTable;

//! All keys, or the values of one key: their table, and under it where a new name is typed. What is
//! asked for in it is told as changes of labels.
class LabelColumn : public LabelPanel
{
    Q_OBJECT

public:
    explicit LabelColumn(LabelUsesModel::Of of, QWidget *parent = nullptr);

    LabelUsesModel &labels() const { return *m_labels; }
    LabelUsesTable &table() const { return *m_table; }
    LabelRename &rename() const { return *m_rename; }

    //! The one whose values these are; nullopt: these are keys.
    std::optional<QString> key() const;
    //! Shows its values; a name that is typed for one of another key is not.
    void setKey(const QString &key);
    //! Asks what \p texts, which are here, shall be called; more than one are merged.
    void beginRename(const QStringList &texts);

signals:
    void renamed(const QList<modelscribe::LabelVerb> &verbs);
    void removed(const QList<modelscribe::LabelVerb> &verbs);
    //! Those that have the key, or with a value this label.
    void modelsRequested(const QString &key, const std::optional<QString> &value);

private:
    void remove(const QStringList &texts);

    LabelUsesModel *m_labels;
    LabelUsesTable *m_table;
    LabelRename *m_rename;
};

} // namespace modelscribe
