// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "localregistry/handlers.h"

#include <QByteArray>
#include <QStringList>

namespace modelscribe {

//! Where a request goes.
struct Route
{
    QByteArrayView method;
    QByteArrayView action;
    QByteArrayView pattern; //!< Segments below api/v1; "*" is an id.
    Handler handle;

    bool isWrite() const { return method != "GET"; }
};

struct RouteMatch
{
    const Route *route;
    QStringList ids;
};

//! The route of \p method and the path; refused when there is none or the method is wrong.
Result<RouteMatch> findRoute(const QByteArray &method, const QStringList &segments);

} // namespace modelscribe
