// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/searchtext.h"

#include "core/foldedtext.h"
#include "core/jsonmembers.h"
#include "core/jsonscanner.h"

namespace modelscribe {

namespace {

void addPiece(QByteArray &pieces, QStringView text)
{
    if (text.isEmpty())
        return;
    if (!pieces.isEmpty())
        pieces += '\n';
    pieces += foldedText(text).toUtf8();
}

//! Token by token, so that the value of a key that stands twice counts twice.
void addValues(QByteArray &pieces, const JsonText &json)
{
    const qsizetype before = pieces.size();
    JsonScanner scanner(json.utf8());
    for (;;) {
        const JsonToken token = scanner.next();
        const auto raw = QByteArrayView(json.utf8()).sliced(token.begin, token.end - token.begin);
        switch (token.kind) {
        case JsonToken::Kind::Key:
        case JsonToken::Kind::String:
            addPiece(pieces, jsonStringValue(raw).value_or(QString()));
            break;
        case JsonToken::Kind::Number: addPiece(pieces, QString::fromLatin1(raw)); break;
        case JsonToken::Kind::End: return;
        case JsonToken::Kind::Bad:
            pieces.truncate(before);
            addPiece(pieces, json.toString());
            return;
        default: break;
        }
    }
}

} // namespace

QByteArray searchText(const RegisteredModel &model)
{
    const ModelMetadata &metadata = model.metadata;
    QByteArray pieces;
    for (const QString &text : {metadata.name, model.id, metadata.description, metadata.domain,
                                metadata.task, metadata.type, metadata.origin, metadata.document,
                                model.ownerId, model.userId, model.latestVersionName})
        addPiece(pieces, text);
    for (const Label &label : metadata.labels)
        addPiece(pieces, QString(label.key + u'=' + label.value));
    addValues(pieces, metadata.extraInfo);
    return pieces;
}

} // namespace modelscribe
