// SPDX-License-Identifier: GPL-3.0-or-later
//
// A query, a zero byte, a document: what it finds is in order, each once, in bounded time.
#include "fuzz/require.h"
#include "json/jsonquery.h"

#include <algorithm>

using namespace modelscribe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype zero = std::max<qsizetype>(input.indexOf('\0'), 0);
    const QString text = QString::fromUtf8(input.first(zero));
    const auto query = JsonQuery::parse(text);
    const JsonTree tree = JsonTree::parse(input.sliced(std::min(zero + 1, input.size())));
    if (!query) {
        require(query.error().kind == Error::Kind::Invalid, "a refusal says what it is");
        require(!query.error().detail.isEmpty(), "a refusal says where");
        return 0;
    }
    const QList<JsonNodeId> found = query->run(tree);
    require(std::ranges::is_sorted(found), "in the order of the document");
    require(std::ranges::adjacent_find(found) == found.end(), "each once");
    require(found.isEmpty() || found.last() < tree.size(), "inside the document");
    return 0;
}
