// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/errortable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe::wording {

namespace {

using Kind = Error::Kind;
using When = ErrorRow::When;
using Adds = ErrorRow::Adds;

constexpr auto waitAMoment = QT_TRANSLATE_NOOP("Wording", "Wait a moment, then try again.");
constexpr auto checkKey = QT_TRANSLATE_NOOP(
    "Wording", "Check the AccessKey of the profile or of the environment.");
constexpr auto enterBoth = QT_TRANSLATE_NOOP(
    "Wording", "Enter the AccessKey and its security token again, both issued together.");
constexpr auto tokenMisfit = QT_TRANSLATE_NOOP(
    "Wording", "The security token does not belong to the AccessKey");
constexpr auto noPermission = QT_TRANSLATE_NOOP("Wording", "You have no permission for this");
constexpr auto askForIt = QT_TRANSLATE_NOOP(
    "Wording", "Ask an administrator of the workspace for permission.");
constexpr auto grantIt = QT_TRANSLATE_NOOP(
    "Wording", "Ask the account’s RAM administrator for a policy that allows it, or a workspace "
               "administrator for a role that has it.");
constexpr auto noWorkspace = QT_TRANSLATE_NOOP("Wording",
                                               "The registry does not have this workspace");
constexpr auto otherWorkspace = QT_TRANSLATE_NOOP("Wording", "Choose another workspace.");
constexpr auto maybeDeleted = QT_TRANSLATE_NOOP("Wording",
                                                "Refresh the list; it may have been deleted.");
constexpr auto notOffered = QT_TRANSLATE_NOOP("Wording", "This endpoint does not offer the call");
constexpr auto checkEndpoint = QT_TRANSLATE_NOOP("Wording", "Check the endpoint and the region.");
constexpr auto refused = QT_TRANSLATE_NOOP("Wording", "The registry refused");
constexpr auto correctIt = QT_TRANSLATE_NOOP("Wording", "Correct what it names, then try again.");
constexpr auto notAvailable = QT_TRANSLATE_NOOP("Wording",
                                                "The registry is not available at the moment");
constexpr auto failedItself = QT_TRANSLATE_NOOP("Wording", "The registry itself failed");
constexpr auto notStored = QT_TRANSLATE_NOOP("Wording", "It could not be stored on this computer");
constexpr auto moveAway = QT_TRANSLATE_NOOP("Wording", "Move it away.");
constexpr auto checkRights = QT_TRANSLATE_NOOP("Wording",
                                               "Check the permissions of the file and its folder.");
constexpr auto chooseAnother = QT_TRANSLATE_NOOP(
    "Wording", "Choose another file, or one that does not exist yet.");
constexpr auto checkSpace = QT_TRANSLATE_NOOP("Wording", "Check free space and permissions.");
constexpr auto checkProxy = QT_TRANSLATE_NOOP(
    "Wording",
    "Check the proxy in the profile, under Network, or the one set up on this computer.");
constexpr auto noWayThrough = QT_TRANSLATE_NOOP("Wording", "The proxy did not connect in time");
constexpr auto enterProxyUser = QT_TRANSLATE_NOOP(
    "Wording", "Enter the proxy’s user and password in the profile, under Network.");
constexpr auto otherCaFile = QT_TRANSLATE_NOOP(
    "Wording", "Choose another CA file in the profile, under Network.");

//! The first row that fits counts.
constexpr std::array errorTable = {
    ErrorRow{Kind::Cancelled, "", When::Always, QT_TRANSLATE_NOOP("Wording", "Cancelled"),
             Adds::Nothing, ""},

    ErrorRow{Kind::Network, "", When::Lost,
             QT_TRANSLATE_NOOP("Wording", "The connection broke before the registry answered"),
             Adds::Reason, ""},
    ErrorRow{Kind::Network, "host-not-found", When::Always,
             QT_TRANSLATE_NOOP("Wording", "There is no host with this name"), Adds::Reason,
             QT_TRANSLATE_NOOP("Wording", "Check the region, the endpoint and the network.")},
    ErrorRow{Kind::Network, "vpc-host-not-found", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The VPC host of the region was not found"), Adds::Reason,
             QT_TRANSLATE_NOOP("Wording", "It can be reached only from inside Alibaba Cloud; "
                                          "use the public network elsewhere.")},
    ErrorRow{Kind::Network, "proxy-unreachable", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The proxy could not be reached"), Adds::Reason,
             checkProxy},
    ErrorRow{Kind::Network, "proxy-needs-password", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The proxy asks for a user and a password"), Adds::Reason,
             enterProxyUser},
    ErrorRow{Kind::Network, "proxy-wrong-password", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The proxy refused the user or the password"),
             Adds::Reason, enterProxyUser},
    ErrorRow{Kind::Network, "proxy-error-answer", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The proxy answered with an error, as some do to a wrong "
                                          "user or password"),
             Adds::Reason, enterProxyUser},
    ErrorRow{Kind::Network, "proxy-password-gone", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The password of the proxy is no longer kept"),
             Adds::Reason, enterProxyUser},
    ErrorRow{Kind::Network, "proxy-password-unread", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The password of the proxy could not be read"),
             Adds::Reason,
             QT_TRANSLATE_NOOP("Wording", "Unlock the keychain, or enter the password again in the "
                                          "profile, under Network.")},
    ErrorRow{Kind::Network, "proxy-refused", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The proxy does not allow connections to the registry"),
             Adds::Reason,
             QT_TRANSLATE_NOOP("Wording", "Ask whoever runs the proxy to allow the registry’s "
                                          "host.")},
    ErrorRow{Kind::Network, "proxy-broken", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The proxy did not behave like a proxy"), Adds::Reason,
             checkProxy},
    ErrorRow{Kind::Network, "proxy-silent", When::Always, noWayThrough, Adds::Reason, checkProxy},
    ErrorRow{Kind::Network, "proxy-unknown", When::Always,
             QT_TRANSLATE_NOOP("Wording", "This version does not know the profile’s kind of proxy"),
             Adds::Reason,
             QT_TRANSLATE_NOOP("Wording", "Choose another one in the profile, under Network.")},
    ErrorRow{Kind::Network, "", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry could not be reached"), Adds::Reason,
             QT_TRANSLATE_NOOP("Wording",
                               "Check the network, the proxy and the endpoint, then try again.")},
    ErrorRow{
        Kind::Tls, "tls-wrong-host", When::Always,
        QT_TRANSLATE_NOOP(
            "Wording",
            "The certificate that the registry presented is for another host, so nothing was sent"),
        Adds::Certificate,
        QT_TRANSLATE_NOOP("Wording", "Check the endpoint; whoever runs the registry can name "
                                     "the right host.")},
    ErrorRow{Kind::Tls, "tls-expired", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry’s certificate has expired, so nothing was "
                                          "sent"),
             Adds::Certificate,
             QT_TRANSLATE_NOOP("Wording", "Check this computer’s clock; if it is right, whoever "
                                          "runs the registry has to renew the certificate.")},
    ErrorRow{Kind::Tls, "tls-not-yet-valid", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry’s certificate is not valid yet, so nothing "
                                          "was sent"),
             Adds::Certificate, QT_TRANSLATE_NOOP("Wording", "Check this computer’s clock.")},
    ErrorRow{Kind::Tls, "tls-revoked", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry’s certificate was revoked, so nothing was "
                                          "sent"),
             Adds::Certificate, QT_TRANSLATE_NOOP("Wording", "Ask whoever runs the registry.")},
    ErrorRow{Kind::Tls, "tls-self-signed", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry’s certificate is self-signed, so nothing "
                                          "was sent"),
             Adds::Certificate,
             QT_TRANSLATE_NOOP("Wording",
                               "If you know the registry, get its certificate from whoever runs it "
                               "and choose it as the CA file in the profile, under Network.")},
    ErrorRow{Kind::Tls, "tls-unknown-authority", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry’s certificate is signed by an authority "
                                          "that this computer does not know, so nothing was sent"),
             Adds::Certificate,
             QT_TRANSLATE_NOOP(
                 "Wording",
                 "Get the authority’s certificate from whoever runs the registry or the proxy in "
                 "between, and choose it as the CA file in the profile, under Network.")},
    ErrorRow{Kind::Tls, "ca-file-missing", When::Always,
             QT_TRANSLATE_NOOP("Wording", "There is no such CA file"), Adds::Nothing, otherCaFile},
    ErrorRow{Kind::Tls, "ca-file-unreadable", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The CA file cannot be read"), Adds::Reason, otherCaFile},
    ErrorRow{Kind::Tls, "ca-file-empty", When::Always,
             QT_TRANSLATE_NOOP("Wording", "There is no certificate (PEM) in the CA file"),
             Adds::Reason, otherCaFile},
    ErrorRow{Kind::Tls, "ca-file-damaged", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The CA file contains a certificate that cannot be read"),
             Adds::Reason, otherCaFile},
    ErrorRow{
        Kind::Tls, "", When::Always,
        QT_TRANSLATE_NOOP(
            "Wording", "The registry’s identity could not be verified (TLS), so nothing was sent"),
        Adds::Reason,
        QT_TRANSLATE_NOOP("Wording", "Check the endpoint’s name, this computer’s clock and whether "
                                     "a proxy replaces certificates.")},
    ErrorRow{Kind::Timeout, "proxy-silent", When::Always, noWayThrough, Adds::Reason, checkProxy},
    ErrorRow{Kind::Timeout, "", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry did not answer in time"), Adds::Reason,
             waitAMoment},

    ErrorRow{Kind::Unauthorized, "", When::Here,
             QT_TRANSLATE_NOOP("Wording", "There is no usable AccessKey"), Adds::Detail, checkKey},
    ErrorRow{Kind::Unauthorized, "InvalidAccessKeyId.Inactive", When::Always,
             QT_TRANSLATE_NOOP("Wording", "This AccessKey is disabled"), Adds::Quote,
             QT_TRANSLATE_NOOP("Wording", "Enable it in the console, or use another one.")},
    ErrorRow{Kind::Unauthorized, "InvalidAccessKeyId*", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry does not know this AccessKey"), Adds::Quote,
             QT_TRANSLATE_NOOP("Wording", "Check the AccessKey ID and the endpoint.")},
    ErrorRow{Kind::Unauthorized, "SignatureDoesNotMatch", When::SameText,
             QT_TRANSLATE_NOOP("Wording", "The secret does not belong to this AccessKey"),
             Adds::Quote, QT_TRANSLATE_NOOP("Wording", "Enter the secret of the AccessKey again.")},
    ErrorRow{
        Kind::Unauthorized, "SignatureDoesNotMatch", When::Detailed,
        QT_TRANSLATE_NOOP(
            "Wording",
            "The request was changed on its way to the registry, so its signature does not match"),
        Adds::Quote,
        QT_TRANSLATE_NOOP("Wording", "A proxy may rewrite requests: try another network. If that "
                                     "does not help, report it with the RequestId.")},
    ErrorRow{Kind::Unauthorized, "SignatureDoesNotMatch", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry refused the request’s signature"),
             Adds::Quote,
             QT_TRANSLATE_NOOP("Wording", "Enter the secret of the AccessKey again; if it is "
                                          "right, something in between changes requests.")},
    ErrorRow{Kind::Unauthorized, "IncompleteSignature", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The request arrived without its whole signature"),
             Adds::Quote,
             QT_TRANSLATE_NOOP("Wording", "A proxy may remove headers: try another network.")},
    ErrorRow{Kind::Unauthorized, "InvalidSecurityToken.Expired", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The temporary AccessKey has expired"), Adds::Quote,
             QT_TRANSLATE_NOOP("Wording", "Get a new one and enter it.")},
    ErrorRow{Kind::Unauthorized, "InvalidSecurityToken*", When::Always, tokenMisfit, Adds::Quote,
             enterBoth},
    ErrorRow{Kind::Unauthorized, "MissingSecurityToken", When::Always,
             QT_TRANSLATE_NOOP("Wording", "This AccessKey is temporary and needs its security "
                                          "token"),
             Adds::Quote, enterBoth},
    ErrorRow{Kind::Unauthorized, "EntityNotExist.Role", When::Always,
             QT_TRANSLATE_NOOP("Wording", "There is no such RAM role"), Adds::Quote,
             QT_TRANSLATE_NOOP("Wording", "Check the role’s ARN where the keys come from.")},
    ErrorRow{Kind::Unauthorized, "AuthenticationFail*", When::Always,
             QT_TRANSLATE_NOOP("Wording", "STS refused the login token"), Adds::Quote,
             QT_TRANSLATE_NOOP("Wording", "Get a new token from the identity provider.")},
    ErrorRow{Kind::Unauthorized, "InvalidParameter*", When::Always,
             QT_TRANSLATE_NOOP("Wording", "STS refused the role, its session or its policy"),
             Adds::Quote, QT_TRANSLATE_NOOP("Wording", "Correct it where the keys come from.")},
    ErrorRow{Kind::Unauthorized, "", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry refused the AccessKey"), Adds::Quote,
             checkKey},

    ErrorRow{Kind::Forbidden, "ProtectedProfile", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The profile is protected; nothing was sent"),
             Adds::Nothing,
             QT_TRANSLATE_NOOP("Wording", "Unlock it in the menu of the connection.")},
    ErrorRow{Kind::Forbidden, "Forbidden.RiskControl", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The risk control of the registry refused this"),
             Adds::Quote, QT_TRANSLATE_NOOP("Wording", "Ask the owner of the account.")},
    ErrorRow{Kind::Forbidden, "", When::Denied,
             QT_TRANSLATE_NOOP("Wording", "A policy of the account forbids this"), Adds::Quote,
             QT_TRANSLATE_NOOP("Wording", "Ask the account’s RAM administrator to change that "
                                          "policy; adding one that allows it does not help.")},
    ErrorRow{Kind::Forbidden, "", When::Missing, noPermission, Adds::Action, grantIt},
    ErrorRow{Kind::Forbidden, "", When::Always, noPermission, Adds::Quote, askForIt},

    ErrorRow{Kind::NotFound, "201900002", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry does not have this model"), Adds::Quote,
             maybeDeleted},
    ErrorRow{Kind::NotFound, "201900003", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry does not have this version"), Adds::Quote,
             maybeDeleted},
    ErrorRow{Kind::NotFound, "100400027", When::Always, noWorkspace, Adds::Quote, otherWorkspace},
    ErrorRow{Kind::NotFound, "100400008", When::Always, noWorkspace, Adds::Quote, otherWorkspace},
    ErrorRow{Kind::NotFound, "100700008", When::Always, noWorkspace, Adds::Quote, otherWorkspace},
    ErrorRow{Kind::NotFound, "", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry does not have it"), Adds::Quote,
             maybeDeleted},

    ErrorRow{Kind::Conflict, "", When::Here,
             QT_TRANSLATE_NOOP("Wording", "The model changed in the registry since it was read"),
             Adds::Nothing,
             QT_TRANSLATE_NOOP("Wording", "Nothing was written. Check what changed, then decide.")},
    ErrorRow{Kind::Conflict, "", When::Always,
             QT_TRANSLATE_NOOP("Wording", "It conflicts with what the registry holds"), Adds::Quote,
             QT_TRANSLATE_NOOP("Wording", "Refresh, check what is there, then try again.")},

    ErrorRow{Kind::Throttled, "", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry asks for fewer calls"), Adds::Nothing,
             waitAMoment},

    ErrorRow{Kind::Service, "InvalidTimeStamp*", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry refused the time of the request"),
             Adds::Clock,
             QT_TRANSLATE_NOOP("Wording", "Set this computer’s clock, then try again.")},
    ErrorRow{Kind::Service, "SignatureNonceUsed", When::Always,
             QT_TRANSLATE_NOOP("Wording",
                               "The registry took the request for one it had already received"),
             Adds::Quote, QT_TRANSLATE_NOOP("Wording", "Try again.")},
    ErrorRow{Kind::Service, "InvalidApi.NotFound", When::Always, notOffered, Adds::Quote,
             checkEndpoint},
    ErrorRow{Kind::Service, "InvalidAction.NotFound", When::Always, notOffered, Adds::Quote,
             checkEndpoint},
    ErrorRow{Kind::Service, "NoSuchVersion", When::Always, notOffered, Adds::Quote, checkEndpoint},
    ErrorRow{Kind::Service, "UnsupportedHTTPMethod", When::Always, notOffered, Adds::Quote,
             checkEndpoint},
    ErrorRow{Kind::Service, "100400009", When::Always,
             QT_TRANSLATE_NOOP("Wording", "A workspace with this name already exists"), Adds::Quote,
             QT_TRANSLATE_NOOP("Wording", "Choose another name.")},
    ErrorRow{Kind::Service, "Missing*", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The request lacks a value"), Adds::Quote, correctIt},
    ErrorRow{Kind::Service, "Invalid*", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The registry refused a value"), Adds::Quote, correctIt},
    ErrorRow{Kind::Service, "ServiceUnavailable*", When::Always, notAvailable, Adds::Quote,
             waitAMoment},
    ErrorRow{Kind::Service, "InternalError*", When::Always, failedItself, Adds::Quote, waitAMoment},
    ErrorRow{Kind::Service, "", When::Busy, notAvailable, Adds::Quote, waitAMoment},
    ErrorRow{Kind::Service, "", When::Failing, failedItself, Adds::Quote, waitAMoment},
    ErrorRow{Kind::Service, "", When::Explained, refused, Adds::Quote, correctIt},
    ErrorRow{Kind::Service, "", When::Always, refused, Adds::Nothing,
             QT_TRANSLATE_NOOP("Wording", "Try again later.")},

    ErrorRow{Kind::Decode, "", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The answer is not what a model registry sends"),
             Adds::Nothing,
             QT_TRANSLATE_NOOP(
                 "Wording", "Check the endpoint; a sign-in page of a network may have answered.")},

    ErrorRow{Kind::Invalid, "", When::Detailed,
             QT_TRANSLATE_NOOP("Wording", "Rejected before sending"), Adds::Detail, ""},
    ErrorRow{Kind::Invalid, "", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The value was rejected before sending"), Adds::Nothing,
             ""},

    ErrorRow{Kind::Storage, "full", When::Always, QT_TRANSLATE_NOOP("Wording", "The disk is full"),
             Adds::Nothing, QT_TRANSLATE_NOOP("Wording", "Free some space.")},
    ErrorRow{Kind::Storage, "read-only", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The file or its disk is read-only"), Adds::Nothing,
             checkRights},
    ErrorRow{Kind::Storage, "locked", When::Always,
             QT_TRANSLATE_NOOP("Wording", "Another program keeps the file locked"), Adds::Nothing,
             QT_TRANSLATE_NOOP("Wording", "Close the program that uses it.")},
    ErrorRow{Kind::Storage, "probe-running", When::Always,
             QT_TRANSLATE_NOOP("Wording", "Another window or command is checking a service"),
             Adds::Nothing, QT_TRANSLATE_NOOP("Wording", "Wait until it has finished.")},
    ErrorRow{Kind::Storage, "slow", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The disk does not respond"), Adds::Nothing,
             QT_TRANSLATE_NOOP("Wording", "Wait a moment.")},
    ErrorRow{Kind::Storage, "newer-version", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The file was written by a newer version of ModelScribe"),
             Adds::Nothing,
             QT_TRANSLATE_NOOP("Wording", "Use that version; the file is left as it is.")},
    ErrorRow{Kind::Storage, "is-directory", When::Always,
             QT_TRANSLATE_NOOP("Wording", "There is a folder where the file should be"),
             Adds::Nothing, moveAway},
    ErrorRow{Kind::Storage, "no-rights", When::Always,
             QT_TRANSLATE_NOOP("Wording", "There is no permission to write the file"),
             Adds::Nothing, checkRights},
    ErrorRow{
        Kind::Storage, "symbolic-link", When::Always,
        QT_TRANSLATE_NOOP("Wording",
                          "There is a symbolic link where the file should be; it is not followed"),
        Adds::Nothing, moveAway},
    ErrorRow{Kind::Storage, "damaged", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The file is damaged and could not be set aside"),
             Adds::Nothing,
             QT_TRANSLATE_NOOP("Wording", "Move the file away; it is left as it is.")},
    ErrorRow{
        Kind::Storage, "other-program", When::Always,
        QT_TRANSLATE_NOOP("Wording", "The file belongs to another program and was left as it is"),
        Adds::Nothing, chooseAnother},
    ErrorRow{
        Kind::Storage, "no-registry", When::Always,
        QT_TRANSLATE_NOOP("Wording", "This is not the file of a registry; it was left as it is"),
        Adds::Nothing, chooseAnother},
    ErrorRow{Kind::Storage, "no-file", When::Always,
             QT_TRANSLATE_NOOP("Wording", "This is not an ordinary file; it was left as it is"),
             Adds::Nothing, chooseAnother},
    ErrorRow{Kind::Storage, "no-reading", When::Always,
             QT_TRANSLATE_NOOP("Wording", "There is no permission to read the file"), Adds::Nothing,
             QT_TRANSLATE_NOOP("Wording", "Ask its owner for the right to read it.")},
    ErrorRow{
        Kind::Storage, "profiles-damaged", When::Always,
        QT_TRANSLATE_NOOP("Wording", "The file of the profiles is damaged; it was left as it is"),
        Adds::Detail, QT_TRANSLATE_NOOP("Wording", "Repair the file or move it away.")},
    ErrorRow{Kind::Storage, "profiles-unreadable", When::Always,
             QT_TRANSLATE_NOOP("Wording",
                               "The file of the profiles cannot be read; it was left as it is"),
             Adds::Detail, checkRights},
    ErrorRow{Kind::Storage, "profiles-no-file", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The file of the profiles cannot be read, because it is "
                                          "not an ordinary file; it was left as it is"),
             Adds::Detail, moveAway},
    ErrorRow{Kind::Storage, "proxy-password-left", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The profile was stored, but the previous password of "
                                          "its proxy is still in the keychain"),
             Adds::Nothing,
             QT_TRANSLATE_NOOP("Wording", "Remove it there with the program of the keychain.")},
    ErrorRow{Kind::Storage, "settings-damaged", When::Always,
             QT_TRANSLATE_NOOP("Wording", "Part of the settings file cannot be read; the rest is "
                                          "used, with defaults for what is missing"),
             Adds::Detail,
             QT_TRANSLATE_NOOP("Wording", "Repair the file; it is copied aside before anything is "
                                          "written to it.")},
    ErrorRow{Kind::Storage, "settings-unreadable", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The settings file cannot be used; it was left as it is"),
             Adds::Detail, QT_TRANSLATE_NOOP("Wording", "Repair the file or move it away.")},
    ErrorRow{Kind::Storage, "settings-unwritable", When::Always,
             QT_TRANSLATE_NOOP("Wording", "The settings file cannot be written; it was left as it "
                                          "is"),
             Adds::Detail, checkRights},
    ErrorRow{Kind::Storage, "no-searches", When::Always,
             QT_TRANSLATE_NOOP("Wording", "This is not a file of saved searches"), Adds::Detail,
             chooseAnother},
    ErrorRow{Kind::Storage, "", When::Detailed, notStored, Adds::Detail, checkSpace},
    ErrorRow{Kind::Storage, "", When::Always, notStored, Adds::Nothing, checkSpace},
};

bool hasCode(const ErrorRow &row, const QString &code)
{
    const QLatin1StringView wanted(row.code);
    if (wanted.isEmpty())
        return true;
    return wanted.endsWith(u'*') ? code.startsWith(wanted.chopped(1)) : code == wanted;
}

bool holds(When when, const Error &error)
{
    const bool isBusy = error.httpStatus >= 502 && error.httpStatus <= 504;
    switch (when) {
    case When::Always: return true;
    case When::Lost: return error.outcomeUnknown;
    case When::Here: return error.httpStatus == 0 && error.code.isEmpty();
    case When::SameText: return error.detail == sameTextSigned;
    case When::Missing: return !error.action.isEmpty();
    case When::Busy: return isBusy;
    case When::Failing: return error.httpStatus >= 500 && !isBusy;
    case When::Explained: return !error.message.isEmpty() || !error.code.isEmpty();
    case When::Detailed: return !error.detail.isEmpty();
    case When::Denied: return error.detail == "ExplicitDeny"_L1;
    }
    return false;
}

} // namespace

std::span<const ErrorRow> errorRows() { return errorTable; }

const ErrorRow &errorRow(const Error &error)
{
    const auto row = std::ranges::find_if(errorTable, [&error](const ErrorRow &one) {
        return one.kind == error.kind && hasCode(one, error.code) && holds(one.when, error);
    });
    return *row; // each kind has one that always holds
}

} // namespace modelscribe::wording
