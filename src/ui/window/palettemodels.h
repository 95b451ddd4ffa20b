// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/modelnames.h"
#include "ui/window/palettesource.h"

#include <QStringList>

namespace modelscribe {

struct RegisteredModel;

//! The models of the list by name; before anything is typed those that were open last.
class PaletteModels : public PaletteSource
{
    Q_OBJECT

public:
    using Find = std::function<const RegisteredModel *(const QString &modelId)>;

    //! \p recent are ids, \p model what is known of one, or nullptr.
    PaletteModels(const ModelTableModel &models, std::function<QStringList()> recent, Find model,
                  QObject *parent = nullptr);

    QString title() const override;
    void find(const QString &typed) override;
    void rest() override;

signals:
    void chosen(const QString &modelId);

private:
    QList<PaletteEntry> entriesOf(const QStringList &ids);

    ModelNames m_names;
    std::function<QStringList()> m_recent;
    Find m_model;
    QString m_typed;
};

} // namespace modelscribe
