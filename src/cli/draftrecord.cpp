// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/draftrecord.h"

#include "cli/plantext.h"
#include "core/jsonwriter.h"
#include "model/modeldiff.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString timeText(const QDateTime &time) { return time.toUTC().toString(Qt::ISODateWithMs); }

JsonObjectWriter written(const Draft &draft)
{
    JsonObjectWriter writer;
    writer.add(u"Registry", jsonString(draft.registryKey));
    writer.add(u"ModelId", jsonString(draft.modelId));
    writer.add(u"Name", jsonString(draftName(draft)));
    writer.add(u"Changes", QByteArray::number(countChanges(draft.base.metadata, draft.edited)));
    writer.add(u"Changed", jsonString(timeText(draft.changed)));
    writer.add(u"New", draft.isNew() ? "true" : "false");
    return writer;
}

} // namespace

QString draftName(const Draft &draft)
{
    return draft.edited.name.isEmpty() ? draft.base.metadata.name : draft.edited.name;
}

Table draftTable(const QList<Draft> &drafts)
{
    Table table{
        .header = {u"Registry"_s, u"ModelId"_s, u"Name"_s, u"Changes"_s, u"Changed"_s, u"New"_s},
        .whole = {1}};
    for (const Draft &draft : drafts) {
        const qsizetype changes = countChanges(draft.base.metadata, draft.edited);
        table.rows.append({draft.registryKey, draft.modelId, draftName(draft),
                           QString::number(changes), timeText(draft.changed),
                           draft.isNew() ? u"true"_s : u"false"_s});
    }
    return table;
}

QByteArray draftJson(const Draft &draft) { return written(draft).take(); }

QByteArray wholeDraftJson(const Draft &draft)
{
    JsonObjectWriter writer = written(draft);
    writer.add(u"Created", jsonString(timeText(draft.created)));
    if (!draft.workspaceId.isEmpty())
        writer.add(u"WorkspaceId", jsonString(draft.workspaceId));
    // Of a model that is not there yet, everything is a change.
    writer.add(u"Fields", changesJson(draft.base.metadata, draft.edited));
    if (!draft.unfinished.isEmpty()) {
        JsonObjectWriter texts;
        for (auto it = draft.unfinished.cbegin(); it != draft.unfinished.cend(); ++it)
            texts.add(it.key(), jsonString(*it));
        writer.add(u"Unfinished", texts.take());
    }
    if (draft.isBaseLost)
        writer.add(u"BaseLost", "true");
    if (draft.isExtraInfoLost)
        writer.add(u"ExtraInfoLost", "true");
    return writer.take();
}

} // namespace modelscribe
