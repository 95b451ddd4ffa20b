// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/pictureswording.h"

#include "core/visibletext.h"
#include "remote/remotefile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace modelscribe::pictureswording {

namespace {

struct PicturesWording
{
    Q_DECLARE_TR_FUNCTIONS(PicturesWording)
};

QString ofCode(const Error &error)
{
    const auto is = [&error](QLatin1StringView code) { return error.code == code; };
    if (is("NotAnAddress"_L1))
        return PicturesWording::tr("Not a web address");
    if (is("OnlyHttps"_L1))
        return PicturesWording::tr("Only https addresses are shown");
    if (is("WithPassword"_L1))
        return PicturesWording::tr("Addresses with a user name are not shown");
    if (is("PrivateAddress"_L1))
        return PicturesWording::tr("An address of this computer or of a private network");
    if (is("TooLarge"_L1))
        return PicturesWording::tr("Too large to be shown");
    if (is("NotAPicture"_L1))
        return PicturesWording::tr("Not a picture (PNG, JPEG, GIF, WebP)");
    if (is("TooManyPixels"_L1))
        return PicturesWording::tr("Too many pixels: %1").arg(error.detail);
    if (is("Damaged"_L1))
        return PicturesWording::tr("The picture is damaged");
    if (is("NotText"_L1))
        return PicturesWording::tr("Not UTF-8 text");
    return {};
}

QString ofHost(const Error &error, const QString &host)
{
    using Kind = Error::Kind;
    if (error.code == "Redirect"_L1)
        return error.detail.isEmpty()
                   ? PicturesWording::tr("%1 redirects elsewhere").arg(host)
                   : PicturesWording::tr("%1 redirects to %2, which was not contacted")
                         .arg(host, visibleText(error.detail, 80));
    if (error.code == "WrongType"_L1)
        return PicturesWording::tr("%1 sends another kind of file: %2")
            .arg(host, visibleText(error.detail, 80));
    switch (error.kind) {
    case Kind::Cancelled: return PicturesWording::tr("Cancelled");
    case Kind::Timeout: return PicturesWording::tr("%1 did not answer in time").arg(host);
    case Kind::Tls: return PicturesWording::tr("%1 could not prove its identity").arg(host);
    case Kind::Forbidden: return PicturesWording::tr("%1 does not make it public").arg(host);
    case Kind::NotFound: return PicturesWording::tr("%1 does not have it").arg(host);
    case Kind::Throttled: return PicturesWording::tr("%1 is too busy").arg(host);
    case Kind::Network: return PicturesWording::tr("%1 did not answer").arg(host);
    default: break;
    }
    return error.httpStatus > 0
               ? PicturesWording::tr("%1 answered with an error (%2)")
                     .arg(host)
                     .arg(error.httpStatus)
               : PicturesWording::tr("%1 sent something that cannot be read").arg(host);
}

} // namespace

QString whyNot(const Error &error, const QUrl &url)
{
    const QString sentence = ofCode(error);
    return sentence.isEmpty() ? ofHost(error, RemoteFiles::hostOf(url)) : sentence;
}

bool canRetry(const Error &error)
{
    return error.kind != Error::Kind::Invalid || error.code == "NotAsked"_L1;
}

} // namespace modelscribe::pictureswording
