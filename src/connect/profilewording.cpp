// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/profilewording.h"

#include "model/wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace modelscribe::profilewording {

namespace {

struct ProfileWording
{
    Q_DECLARE_TR_FUNCTIONS(ProfileWording)
};

QString ofName(const Error &error)
{
    if (error.code == "missing"_L1)
        return ProfileWording::tr("The name is missing.");
    if (error.code == "too-long"_L1)
        return ProfileWording::tr("The name is too long: at most 100 characters are allowed.");
    return ProfileWording::tr("The name contains %1: line breaks and other control characters are "
                              "not allowed in a name.")
        .arg(error.message);
}

} // namespace

QString keychainProblem(const Error &error)
{
    if (error.detail == "missing"_L1)
        return ProfileWording::tr("There is no keychain on this computer.");
    if (error.detail == "locked"_L1)
        return ProfileWording::tr("The keychain is locked.");
    if (error.detail == "silent"_L1)
        return ProfileWording::tr("The keychain does not respond.");
    return {};
}

QString failed(const QString &what, const Error &error)
{
    const QString problem = error.kind == Error::Kind::Storage ? keychainProblem(error) : QString();
    const QString happened = wording::whatHappened(error);
    const QString next = wording::nextStep(error);
    QString text = ProfileWording::tr("%1: %2").arg(what, problem);
    if (problem.isEmpty())
        text = next.isEmpty() ? ProfileWording::tr("%1: %2.").arg(what, happened)
                              : ProfileWording::tr("%1: %2. %3").arg(what, happened, next);
    if (const QString facts = wording::facts(error); !facts.isEmpty())
        text += u'\n' + facts;
    return text;
}

QString ofField(const Error &error)
{
    if (error.detail == "name"_L1)
        return ofName(error);
    if (error.detail == "endpoint"_L1)
        return ProfileWording::tr("The endpoint must be an https address without a path; http only "
                                  "for this computer.");
    if (error.detail == "region"_L1)
        return ProfileWording::tr(
            "This is not a region ID. Choose a region, or enter an endpoint.");
    if (error.detail == "key"_L1 && error.message.isEmpty())
        return ProfileWording::tr("AccessKey ID and secret are both needed.");
    return {};
}

QString ofKey(const StrangeCharacters &strange)
{
    using Part = StrangeCharacters::Part;
    QString what = ProfileWording::tr("The AccessKey ID contains %1, which no key has.");
    if (strange.part == Part::Secret)
        what = ProfileWording::tr("The AccessKey secret contains %1, which no key has.");
    else if (strange.part == Part::Token)
        what = ProfileWording::tr("The security token contains %1, which no token has.");
    return what.arg(strange.names) + u' '
           + ProfileWording::tr(
               "It came along when the key was copied: copy it again, or type it.");
}

} // namespace modelscribe::profilewording
