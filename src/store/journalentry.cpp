// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journalentry.h"

#include "core/jsonscanner.h"
#include "core/jsonwriter.h"
#include "model/modeldiff.h"

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype searchedLength = 1000; //!< Of each changed value.

constexpr std::array whatNames = {"create"_L1, "update"_L1, "delete"_L1, "labels"_L1};
constexpr std::array outcomeNames = {"begun"_L1,  "saved"_L1,   "not-taken"_L1, "failed"_L1,
                                     "partly"_L1, "unknown"_L1, "unverified"_L1};
constexpr std::array stateNames = {"waiting"_L1, "done"_L1, "failed"_L1, "unknown"_L1,
                                   "skipped"_L1};

QByteArray jsonArray(const QByteArrayList &elements) { return '[' + elements.join(',') + ']'; }

void addText(JsonObjectWriter &out, QStringView key, const QString &text)
{
    if (!text.isEmpty())
        out.add(key, jsonString(text));
}

void addTime(JsonObjectWriter &out, QStringView key, const QDateTime &time)
{
    if (time.isValid())
        out.add(key, jsonString(time.toUTC().toString(Qt::ISODateWithMs)));
}

QByteArray rawJson(const JsonText &text)
{
    return checkJson(text.utf8()) ? jsonString(text.toString()) : text.utf8();
}

QByteArray metadataJson(const ModelMetadata &metadata)
{
    JsonObjectWriter out;
    for (const ModelField &field : modelFields) {
        const FieldValue value = field.read(metadata);
        if (value.isEmpty())
            continue;
        out.add(QString(field.key), field.kind == FieldKind::JsonObject ? rawJson(value.json())
                                                                        : jsonString(value.text()));
    }
    QByteArrayList labels;
    for (const Label &label : metadata.labels) {
        JsonObjectWriter one;
        one.add(u"Key", jsonString(label.key));
        one.add(u"Value", jsonString(label.value));
        labels.append(one.take());
    }
    out.add(u"Labels", jsonArray(labels));
    return out.take();
}

QByteArray requestJson(const JournalRequest &request)
{
    JsonObjectWriter out;
    addText(out, u"Method", request.method);
    addText(out, u"Path", request.path);
    if (!request.body.isEmpty())
        out.add(u"Body", rawJson(JsonText(request.body)));
    out.add(u"State", jsonString(QString(stateNames[size_t(request.state)])));
    addText(out, u"RequestId", request.requestId);
    if (request.httpStatus != 0)
        out.add(u"HttpStatus", QByteArray::number(request.httpStatus));
    return out.take();
}

QByteArray errorJson(const Error &error)
{
    JsonObjectWriter out;
    addText(out, u"Code", error.code);
    addText(out, u"Message", error.message);
    addText(out, u"Detail", error.detail);
    addText(out, u"RequestId", error.requestId);
    if (error.httpStatus != 0)
        out.add(u"HttpStatus", QByteArray::number(error.httpStatus));
    if (error.outcomeUnknown)
        out.add(u"OutcomeUnknown", "true");
    return out.take();
}

} // namespace

QString nameOf(JournalHead::What what) { return whatNames[size_t(what)]; }

QString nameOf(JournalHead::Outcome outcome) { return outcomeNames[size_t(outcome)]; }

void applyEnd(JournalEntry &entry, const JournalEnd &end)
{
    entry.head.finished = end.finished;
    entry.head.outcome = end.outcome;
    if (!end.modelId.isEmpty())
        entry.head.modelId = end.modelId;
    if (!end.requests.isEmpty())
        entry.requests = withBodies(end.requests, entry.requests);
    entry.held = end.held;
    entry.error = end.error;
}

QList<JournalRequest> withBodies(QList<JournalRequest> requests, const QList<JournalRequest> &begun)
{
    for (qsizetype i = 0; i < std::min(requests.size(), begun.size()); ++i) {
        if (requests[i].body.isEmpty() && requests[i].method == begun[i].method)
            requests[i].body = begun[i].body;
    }
    return requests;
}

QString searchText(const JournalEntry &entry)
{
    QStringList parts = {entry.head.modelName, entry.head.modelId, entry.head.profile};
    const ModelMetadata before = entry.before ? entry.before->metadata : ModelMetadata();
    const ModelMetadata after = entry.after.value_or(ModelMetadata());
    for (const FieldChange &change : fieldChanges(before, after)) {
        if (change.field->kind != FieldKind::JsonObject)
            parts << change.before.text().left(searchedLength)
                  << change.after.text().left(searchedLength);
    }
    const LabelChanges labels = labelChanges(before.labels, after.labels);
    for (const Label &label : labels.removed + labels.added)
        parts << label.key << label.value;
    for (const JournalRequest &request : entry.requests)
        parts << request.requestId;
    if (entry.error)
        parts << entry.error->code << entry.error->message << entry.error->requestId;
    parts.removeAll(QString());
    return parts.join(u'\n').toCaseFolded();
}

bool passes(const JournalHead &head, const QString &searchText, const JournalFilter &filter)
{
    return (filter.registryKey.isEmpty() || head.registryKey == filter.registryKey)
           && (filter.modelId.isEmpty() || head.modelId == filter.modelId)
           && (!filter.from.isValid() || head.began >= filter.from)
           && (!filter.until.isValid() || head.began < filter.until)
           && (filter.group.isNull() || head.group == filter.group)
           && (!filter.onlyBegun || head.outcome == JournalHead::Outcome::Begun)
           && searchText.contains(filter.text.toCaseFolded());
}

QByteArray toJson(const JournalEntry &entry)
{
    const JournalHead &head = entry.head;
    JsonObjectWriter out;
    addText(out, u"Id", head.id.toString(QUuid::WithoutBraces));
    addTime(out, u"Began", head.began);
    addTime(out, u"Finished", head.finished);
    addText(out, u"Profile", head.profile);
    addText(out, u"Registry", head.registryKey);
    addText(out, u"ModelId", head.modelId);
    addText(out, u"ModelName", head.modelName);
    out.add(u"What", jsonString(nameOf(head.what)));
    out.add(u"Outcome", jsonString(nameOf(head.outcome)));
    if (!head.reverts.isNull())
        addText(out, u"Reverts", head.reverts.toString(QUuid::WithoutBraces));
    if (!head.group.isNull())
        addText(out, u"Group", head.group.toString(QUuid::WithoutBraces));
    if (entry.before)
        out.add(u"Before", metadataJson(entry.before->metadata));
    if (entry.after)
        out.add(u"After", metadataJson(*entry.after));
    if (entry.held)
        out.add(u"Held", metadataJson(entry.held->metadata));
    QByteArrayList requests;
    for (const JournalRequest &request : entry.requests)
        requests.append(requestJson(request));
    out.add(u"Requests", jsonArray(requests));
    if (entry.error)
        out.add(u"Error", errorJson(*entry.error));
    return out.take();
}

} // namespace modelscribe
