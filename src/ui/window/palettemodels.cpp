// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/palettemodels.h"

#include "core/foldedtext.h"
#include "core/visibletext.h"
#include "lists/namefit.h"
#include "model/registeredmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

PaletteModels::PaletteModels(const ModelTableModel &models, std::function<QStringList()> recent,
                             Find model, QObject *parent)
    : PaletteSource(parent)
    , m_names(models)
    , m_recent(std::move(recent))
    , m_model(std::move(model))
{
    connect(&m_names, &ModelNames::found, this, [this] {
        PaletteAnswer answer{.entries = entriesOf(m_names.ids()), .count = m_names.count()};
        if (!answer.entries.isEmpty())
            answer.best = std::max(1, nameFit(m_typed, foldedText(answer.entries.first().text)));
        emit found(answer);
    });
}

QString PaletteModels::title() const
{
    return m_typed.isEmpty() ? tr("Recent models") : tr("Models");
}

void PaletteModels::find(const QString &typed)
{
    m_typed = typed;
    if (!typed.isEmpty())
        return m_names.find(typed);
    m_names.rest();
    PaletteAnswer answer{.entries = entriesOf(m_recent())};
    answer.count = int(answer.entries.size());
    // Before all other groups.
    answer.best = answer.entries.isEmpty() ? 0 : nameFit(u"a", u"a");
    emit found(answer);
}

void PaletteModels::rest() { m_names.rest(); }

QList<PaletteEntry> PaletteModels::entriesOf(const QStringList &ids)
{
    QList<PaletteEntry> entries;
    for (const QString &id : ids) {
        const RegisteredModel *model = m_model(id);
        if (!model)
            continue;
        const QString name = model->metadata.name.isEmpty() ? id : model->metadata.name;
        QStringList about{visibleText(model->metadata.task, 60), visibleText(id, 60)};
        about.removeAll(QString());
        entries.append({.text = visibleText(name, 200),
                        .about = about.join(u" · "_s),
                        .keys = {},
                        .run = [this, id] { emit chosen(id); }});
    }
    return entries;
}

} // namespace modelscribe

#include "moc_palettemodels.cpp"
