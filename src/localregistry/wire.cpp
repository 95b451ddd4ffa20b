// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/wire.h"

#include <algorithm>

namespace modelscribe {

namespace {

QList<std::pair<QByteArray, QByteArray>> readQuery(const QByteArray &text)
{
    QList<std::pair<QByteArray, QByteArray>> result;
    for (const QByteArray &part : text.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? part : part.first(equals);
        const QByteArray value = equals < 0 ? QByteArray() : part.sliced(equals + 1);
        result.append(
            {QByteArray::fromPercentEncoding(name), QByteArray::fromPercentEncoding(value)});
    }
    return result;
}

QByteArray canonicalForm(QList<std::pair<QByteArray, QByteArray>> query)
{
    std::ranges::stable_sort(query, {}, &std::pair<QByteArray, QByteArray>::first);
    QByteArray result;
    for (const auto &[name, value] : query) {
        if (!result.isEmpty())
            result += '&';
        result += name.toPercentEncoding() + '=' + value.toPercentEncoding();
    }
    return result;
}

} // namespace

std::optional<QByteArray> WireRequest::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value.trimmed();
    }
    return std::nullopt;
}

WireTarget readTarget(const QByteArray &target)
{
    const qsizetype question = target.indexOf('?');
    QByteArray path = question < 0 ? target : target.first(question);
    if (path.startsWith('/'))
        path.remove(0, 1);
    WireTarget result;
    for (const QByteArray &segment : path.split('/')) {
        const QByteArray decoded = QByteArray::fromPercentEncoding(segment);
        result.segments.append(QString::fromUtf8(decoded));
        result.canonicalUri += '/' + decoded.toPercentEncoding();
    }
    if (question >= 0)
        result.query = readQuery(target.sliced(question + 1));
    result.canonicalQuery = canonicalForm(result.query);
    return result;
}

} // namespace modelscribe
