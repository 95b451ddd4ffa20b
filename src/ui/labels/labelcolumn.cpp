// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/labelcolumn.h"

#include "ui/labels/labelrename.h"
#include "ui/labels/labelusestable.h"

namespace modelscribe {

LabelColumn::LabelColumn(LabelUsesModel::Of of, QWidget *parent)
    : LabelPanel(parent)
    , m_labels(new LabelUsesModel(of, this))
    , m_table(new LabelUsesTable(*m_labels, this))
    , m_rename(new LabelRename(this))
{
    add(m_table, 1);
    add(m_rename);
    connect(m_table, &LabelUsesTable::renameRequested, this,
            [this](const QString &text) { beginRename({text}); });
    connect(m_table, &LabelUsesTable::mergeRequested, this, &LabelColumn::beginRename);
    connect(m_table, &LabelUsesTable::removeRequested, this, &LabelColumn::remove);
    connect(m_table, &LabelUsesTable::modelsRequested, this, [this](const QString &text) {
        if (const auto ofKey = key())
            emit modelsRequested(*ofKey, text);
        else
            emit modelsRequested(text, std::nullopt);
    });
    connect(m_rename, &LabelRename::accepted, this, &LabelColumn::renamed);
    connect(m_rename, &LabelRename::closed, m_table,
            [this] { m_table->setFocus(Qt::OtherFocusReason); });
}

std::optional<QString> LabelColumn::key() const
{
    return m_labels->of() == LabelUsesModel::Of::Values ? std::optional(m_labels->key())
                                                        : std::nullopt;
}

void LabelColumn::setKey(const QString &key)
{
    if (key == m_labels->key())
        return;
    m_rename->close();
    m_labels->setKey(key);
}

void LabelColumn::beginRename(const QStringList &texts)
{
    m_rename->begin(key(), texts,
                    [labels = m_labels](const QString &text) { return labels->countOf(text); });
}

void LabelColumn::remove(const QStringList &texts)
{
    QList<LabelVerb> verbs;
    for (const QString &text : texts) {
        LabelVerb verb{.kind = LabelVerb::Kind::TakeAway, .key = key().value_or(text)};
        if (key())
            verb.value = text;
        verbs.append(verb);
    }
    emit removed(verbs);
}

} // namespace modelscribe

#include "moc_labelcolumn.cpp"
