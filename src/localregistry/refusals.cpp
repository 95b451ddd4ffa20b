// SPDX-License-Identifier: GPL-3.0-or-later
#include "localregistry/refusals.h"

#include "core/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace modelscribe::refusals {

Error refusal(int httpStatus, const QString &code, const QString &message)
{
    const auto kind = httpStatus == 404   ? Error::Kind::NotFound
                      : httpStatus == 403 ? Error::Kind::Forbidden
                      : httpStatus == 500 ? Error::Kind::Storage
                                          : Error::Kind::Invalid;
    return {.kind = kind, .code = code, .message = message, .httpStatus = httpStatus};
}

Error invalidParameter(QStringView field, const QString &why)
{
    return refusal(400, u"InvalidParameter"_s, u"%1: %2"_s.arg(field, why));
}

Error modelNotFound(const QString &id)
{
    return refusal(404, u"201900002"_s, u"Model %1 does not exist."_s.arg(id));
}

Error versionNotFound(const QString &name)
{
    return refusal(404, u"201900003"_s, u"Model version %1 does not exist."_s.arg(name));
}

Error workspaceNotFound(const QString &id)
{
    return refusal(404, u"100400027"_s, u"Workspace %1 does not exist."_s.arg(id));
}

Error forbidden(const QString &action, const QString &why)
{
    Error error = refusal(403, u"Forbidden"_s, why);
    error.action = action;
    return error;
}

Error internalError(const QString &detail)
{
    Error error = refusal(500, u"InternalError"_s, u"The local registry could not do this."_s);
    error.detail = detail;
    return error;
}

Error storageFailure(const QString &trouble, const QString &file, const QString &detail)
{
    if (trouble == "read-only"_L1)
        return refusal(403, u"Forbidden"_s,
                       u"The file of this registry may only be read: %1."_s.arg(file));
    Error error = internalError(u"%1: %2"_s.arg(file, detail));
    if (trouble == "damaged"_L1)
        error.message = u"The file of this registry is damaged, nothing was done: %1. At the next"
                        " start it is kept aside and read as far as possible."_s.arg(file);
    else if (trouble == "full"_L1)
        error.message = u"The disk is full, nothing was written: %1."_s.arg(file);
    else if (trouble == "locked"_L1)
        error.message = u"Another program keeps the file of this registry locked, nothing was"
                        " done: %1."_s.arg(file);
    return error;
}

QByteArray errorBody(const Error &error, const QByteArray &requestId, const QByteArray &hostId)
{
    JsonObjectWriter body;
    body.add(u"Code", jsonString(error.code));
    body.add(u"Message", jsonString(error.message));
    body.add(u"RequestId", jsonString(QString::fromLatin1(requestId)));
    body.add(u"HostId", jsonString(QString::fromUtf8(hostId)));
    body.add(
        u"Recommend",
        jsonString(u"https://api.aliyun.com/troubleshoot?product=AIWorkSpace&q="_s + error.code));
    if (!error.action.isEmpty()) {
        JsonObjectWriter detail;
        detail.add(u"AuthAction", jsonString(error.action));
        detail.add(u"AuthPrincipalType", jsonString(u"SubUser"));
        detail.add(u"NoPermissionType", jsonString(u"ImplicitDeny"));
        body.add(u"AccessDeniedDetail", detail.take());
    }
    return body.take();
}

} // namespace modelscribe::refusals
