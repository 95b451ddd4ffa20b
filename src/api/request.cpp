// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/request.h"

namespace modelscribe {

using namespace Qt::StringLiterals;

namespace {

constexpr auto basePath = "/api/v1";

bool hasUtf8(const QString &text) { return text.isValidUtf16(); }

} // namespace

QByteArray Request::verbName() const
{
    switch (verb) {
    case Verb::Get: return "GET"_ba;
    case Verb::Post: return "POST"_ba;
    case Verb::Put: return "PUT"_ba;
    case Verb::Delete: return "DELETE"_ba;
    }
    Q_UNREACHABLE();
}

QByteArray Request::canonicalPath() const
{
    return service == Service::Sts ? "/"_ba : basePath + acs3::canonicalUri(path);
}

QByteArray Request::target() const
{
    const QByteArray encoded = acs3::canonicalQuery(query);
    return encoded.isEmpty() ? canonicalPath() : canonicalPath() + '?' + encoded;
}

Result<void> Request::check() const
{
    if (path.isEmpty() && service == Service::Registry)
        return failure(Error::Kind::Invalid, u"a request without a path"_s);
    for (const QString &segment : path) {
        if (segment.isEmpty() || segment == "."_L1 || segment == ".."_L1)
            return failure(Error::Kind::Invalid, u"an id that no address can hold"_s);
        if (!hasUtf8(segment))
            return failure(Error::Kind::Invalid, u"an id with half a character"_s);
    }
    for (const auto &[name, value] : query) {
        if (!hasUtf8(name) || !hasUtf8(value))
            return failure(Error::Kind::Invalid, u"a value with half a character"_s);
    }
    return {};
}

} // namespace modelscribe
