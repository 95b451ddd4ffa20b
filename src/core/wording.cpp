// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording.h"

#include "core/modelfields.h"
#include "core/visibletext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace modelscribe::wording {

namespace {

struct Wording
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

QString withServiceWords(const QString &sentence, const Error &error)
{
    const QString words = error.message.isEmpty() ? error.code : error.message;
    return words.isEmpty() ? sentence : Wording::tr("%1: %2").arg(sentence, visibleText(words));
}

QString invalidHere(const Error &error)
{
    return error.detail.isEmpty()
               ? Wording::tr("The value was refused before sending")
               : Wording::tr("Refused before sending: %1").arg(visibleText(error.detail));
}

//! Why a file of this program cannot be written, by the words the store has for it.
QString storageTrouble(const Error &error)
{
    if (error.code == "full"_L1)
        return Wording::tr("The disk is full");
    if (error.code == "read-only"_L1)
        return Wording::tr("The file or its disk is read-only");
    if (error.code == "locked"_L1)
        return Wording::tr("Another program keeps the file locked");
    if (error.code == "slow"_L1)
        return Wording::tr("The disk does not answer");
    if (error.code == "newer-version"_L1)
        return Wording::tr("The file was written by a newer version of ModelScribe");
    if (error.code == "is-directory"_L1)
        return Wording::tr("There is a folder in place of the file");
    if (error.code == "no-rights"_L1)
        return Wording::tr("There is no permission to write the file");
    if (error.code == "symbolic-link"_L1)
        return Wording::tr("There is a symbolic link in place of the file, which is not followed");
    if (error.code == "damaged"_L1)
        return Wording::tr("The file is damaged and could not be kept aside");
    if (error.detail.isEmpty())
        return Wording::tr("It could not be stored on this computer");
    return Wording::tr("It could not be stored on this computer: %1")
        .arg(visibleText(error.detail));
}

QString storageStep(const Error &error)
{
    if (error.code == "full"_L1)
        return Wording::tr("Free some space.");
    if (error.code == "locked"_L1)
        return Wording::tr("Close the program that uses it.");
    if (error.code == "slow"_L1)
        return Wording::tr("Wait a moment.");
    if (error.code == "newer-version"_L1)
        return Wording::tr("Use that version; the file is left as it is.");
    if (error.code == "is-directory"_L1 || error.code == "symbolic-link"_L1)
        return Wording::tr("Move it away.");
    if (error.code == "damaged"_L1)
        return Wording::tr("Move the file away; it is left as it is.");
    if (error.code == "read-only"_L1 || error.code == "no-rights"_L1)
        return Wording::tr("Check the permissions of the file and its folder.");
    return Wording::tr("Check free space and permissions.");
}

} // namespace

QString whatHappened(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Cancelled: return Wording::tr("Cancelled");
    case Error::Kind::Network:
        return error.outcomeUnknown
                   ? Wording::tr("The connection broke before the registry answered")
                   : Wording::tr("The registry could not be reached");
    case Error::Kind::Tls:
        return Wording::tr(
            "The registry's identity could not be verified (TLS), so nothing was sent");
    case Error::Kind::Timeout: return Wording::tr("The registry did not answer in time");
    case Error::Kind::Unauthorized:
        if (error.httpStatus == 0 && error.code.isEmpty() && !error.detail.isEmpty())
            return Wording::tr("There is no usable AccessKey: %1").arg(visibleText(error.detail));
        return withServiceWords(Wording::tr("The registry refused the AccessKey"), error);
    case Error::Kind::Forbidden:
        return error.action.isEmpty()
                   ? withServiceWords(Wording::tr("You have no permission for this"), error)
                   : Wording::tr("You have no permission for this: %1 is missing")
                         .arg(visibleText(error.action));
    case Error::Kind::NotFound:
        return withServiceWords(Wording::tr("The registry does not have it"), error);
    case Error::Kind::Conflict:
        return Wording::tr("The model changed in the registry since it was read");
    case Error::Kind::Throttled: return Wording::tr("The registry asks for fewer calls");
    case Error::Kind::Service: return withServiceWords(Wording::tr("The registry refused"), error);
    case Error::Kind::Decode: return Wording::tr("The answer is not what a model registry sends");
    case Error::Kind::Invalid: return invalidHere(error);
    case Error::Kind::Storage: return storageTrouble(error);
    }
    return {};
}

QString nextStep(const Error &error)
{
    if (error.outcomeUnknown)
        return Wording::tr("It may have been done or not: look before sending it again.");
    switch (error.kind) {
    case Error::Kind::Network:
        return Wording::tr("Check the network and the endpoint, then try again.");
    case Error::Kind::Tls:
        return Wording::tr("Check the endpoint's name and whether a proxy replaces certificates.");
    case Error::Kind::Timeout:
    case Error::Kind::Throttled: return Wording::tr("Wait a moment, then try again.");
    case Error::Kind::Unauthorized:
        return Wording::tr("Check the profile's AccessKey, or sign in again.");
    case Error::Kind::Forbidden:
        return Wording::tr("Ask an administrator of the workspace for it.");
    case Error::Kind::NotFound: return Wording::tr("Refresh the list; it may have been deleted.");
    case Error::Kind::Conflict:
        return Wording::tr("Nothing was written. Look at what changed, then decide.");
    case Error::Kind::Decode:
        return Wording::tr("Check the endpoint; a sign-in page of a network may have answered.");
    case Error::Kind::Storage: return storageStep(error);
    case Error::Kind::Service: return Wording::tr("Correct what it names, or try again later.");
    case Error::Kind::Cancelled:
    case Error::Kind::Invalid: break;
    }
    return {};
}

QString facts(const Error &error)
{
    QStringList parts;
    if (!error.code.isEmpty())
        parts.append(u"Code="_s + visibleText(error.code));
    if (!error.requestId.isEmpty())
        parts.append(u"RequestId="_s + visibleText(error.requestId));
    if (error.httpStatus != 0)
        parts.append(u"HTTP="_s + QString::number(error.httpStatus));
    return parts.join(u' ');
}

QString jsonProblem(const JsonProblem &problem)
{
    using Code = JsonProblem::Code;
    switch (problem.code) {
    case Code::Empty: return Wording::tr("There is no text");
    case Code::InvalidUtf8: return Wording::tr("This is not UTF-8 text");
    case Code::UnexpectedEnd:
        return Wording::tr("The text ends too early: something is still open");
    case Code::UnexpectedCharacter: return Wording::tr("This character does not belong here");
    case Code::MissingComma: return Wording::tr("A comma is missing before this");
    case Code::MissingColon: return Wording::tr("A colon is missing after the key");
    case Code::TrailingComma: return Wording::tr("There is a comma after the last entry");
    case Code::KeyNotString: return Wording::tr("A key must stand in double quotation marks");
    case Code::UnfinishedString: return Wording::tr("The closing quotation mark is missing");
    case Code::BadEscape: return Wording::tr("After \\ only \" \\ / b f n r t or uXXXX may stand");
    case Code::ControlCharacter:
        return Wording::tr("A control character must be written as \\uXXXX");
    case Code::BadNumber: return Wording::tr("This is not a JSON number");
    case Code::BadLiteral:
        return Wording::tr("Only true, false and null may stand without quotation marks");
    case Code::TooDeep:
        return Wording::tr("This is nested more than %1 levels deep").arg(maxJsonDepth);
    case Code::TextAfterEnd: return Wording::tr("There is text after the end of the object");
    case Code::NotAnObject: return Wording::tr("It must be an object: { … }");
    }
    return {};
}

QString problem(const Problem &problem)
{
    using Code = Problem::Code;
    const bool isLabel = problem.key == labelsKey;
    const QString text = visibleText(problem.text, 60);
    switch (problem.code) {
    case Code::Missing: return Wording::tr("This is required");
    case Code::TooLong:
        return isLabel ? Wording::tr("Label “%1”: key and value take at most %2 bytes each")
                             .arg(text, QString::number(problem.limit))
                       : Wording::tr("At most %1 characters").arg(problem.limit);
    case Code::NotANumber:
        return problem.key == "ParameterSize"_L1
                   ? Wording::tr("Not a size: write millions (350), or with a unit 350M, 7B, 0.5B")
                   : Wording::tr("Not a whole number");
    case Code::Negative: return Wording::tr("A size below zero is unusual");
    case Code::CannotUnset:
        return Wording::tr(
            "The registry cannot unset a number once it is set; reset it or write another");
    case Code::CannotClearObject:
        return Wording::tr("ExtraInfo cannot be sent empty; write {} for an object without keys");
    case Code::UnknownChoice: return Wording::tr("Choose private or public");
    case Code::NotAnAddress:
        return Wording::tr(
            "This is not an http, https or oss address; the registry may still take it");
    case Code::BadAddress:
        return problem.text.isEmpty()
                   ? Wording::tr("The address has no host")
                   : Wording::tr("Only http, https and oss addresses with a host are taken");
    case Code::NotJson:
        return problem.json ? Wording::tr("Line %1, column %2: %3")
                                  .arg(problem.json->line)
                                  .arg(problem.json->column)
                                  .arg(jsonProblem(*problem.json))
                            : Wording::tr("Not a JSON object");
    case Code::DuplicateKeys:
        return Wording::tr("These keys stand more than once and are kept so: %1")
            .arg(visibleText(problem.text, 200));
    case Code::ForbiddenCharacter:
        return Wording::tr("Label “%1”: = and , are not allowed").arg(text);
    case Code::DuplicateLabel: return Wording::tr("Label “%1” stands twice").arg(text);
    case Code::EmptyLabelKey: return Wording::tr("A label needs a key");
    case Code::InvisibleCharacter: return Wording::tr("Invisible characters: %1").arg(text);
    case Code::OuterSpace: return Wording::tr("Blanks at the start or the end");
    case Code::Unfinished:
        return Wording::tr("What was typed here is kept, but is no value yet: “%1”")
            .arg(visibleText(problem.text, 60));
    }
    return {};
}

} // namespace modelscribe::wording
