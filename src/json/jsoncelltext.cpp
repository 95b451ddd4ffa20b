// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsoncelltext.h"

#include "core/ascii.h"
#include "core/jsonmembers.h"
#include "core/jsonwriter.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace modelscribe::jsoncell {

namespace {

//! A character or an escape of a JSON string.
struct Piece
{
    QByteArrayView raw;
    QString text;
};

std::vector<Piece> piecesOf(QByteArrayView raw)
{
    const QByteArrayView inside = raw.sliced(1, raw.size() - 2);
    std::vector<Piece> pieces;
    for (qsizetype at = 0; at < inside.size();) {
        qsizetype next = at + 1;
        if (inside[at] == '\\')
            next = at + (inside[at + 1] == 'u' ? 6 : 2);
        while (next < inside.size() && continuesCharacter(inside[next]))
            ++next;
        const QByteArrayView piece = inside.sliced(at, next - at);
        pieces.push_back({piece, *jsonStringValue('"' + piece.toByteArray() + '"')});
        at = next;
    }
    return pieces;
}

bool isScalar(QByteArrayView raw, JsonKind kind)
{
    const JsonTree tree = JsonTree::parse(raw.toByteArray());
    return tree.size() == 1 && tree.valueRange(0).size() == raw.size()
           && (tree.kind(0) >= JsonKind::Number
               || (tree.kind(0) == JsonKind::String && kind == JsonKind::Null));
}

} // namespace

bool fitsOneLine(const JsonTree &tree, JsonNodeId node)
{
    if (tree.isContainer(node))
        return false;
    if (tree.valueRange(node).size() > 6 * longestLine)
        return false;
    const QString text = tree.text(node);
    return text.size() <= longestLine && text.isValidUtf16()
           && std::ranges::none_of(text, [](QChar c) {
                  return c.category() == QChar::Other_Control
                         || c.category() == QChar::Separator_Line
                         || c.category() == QChar::Separator_Paragraph;
              });
}

Result<QByteArray> rawFromTyped(const JsonTree &tree, JsonNodeId node, const QString &typed)
{
    const JsonKind kind = tree.kind(node);
    if (kind == JsonKind::String)
        return respelled(tree.rawValue(node), typed);
    const QByteArray raw = utf8KeepingSurrogates(typed.trimmed());
    if (isScalar(raw, kind))
        return raw;
    if (kind == JsonKind::Null)
        return jsonString(typed);
    return tl::unexpected(Error{.kind = Error::Kind::Invalid, .code = u"NotJson"_s});
}

QByteArray respelled(QByteArrayView raw, QStringView text)
{
    const std::vector<Piece> pieces = piecesOf(raw);
    QByteArray head;
    size_t begin = 0;
    for (; begin < pieces.size() && text.startsWith(pieces[begin].text); ++begin) {
        head += pieces[begin].raw;
        text = text.sliced(pieces[begin].text.size());
    }
    QByteArray tail;
    for (size_t end = pieces.size(); end > begin && text.endsWith(pieces[end - 1].text); --end) {
        tail.prepend(pieces[end - 1].raw);
        text.chop(pieces[end - 1].text.size());
    }
    const QByteArray middle = jsonString(text);
    return '"' + head + middle.sliced(1, middle.size() - 2) + tail + '"';
}

} // namespace modelscribe::jsoncell
