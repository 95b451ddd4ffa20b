// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/wording.h"

#include "core/visibletext.h"
#include "model/modelfields.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace modelscribe::wording {

namespace {

struct Wording
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

} // namespace

QString jsonProblem(const JsonProblem &problem)
{
    using Code = JsonProblem::Code;
    switch (problem.code) {
    case Code::Empty: return Wording::tr("The text is empty");
    case Code::InvalidUtf8: return Wording::tr("This is not UTF-8 text");
    case Code::UnexpectedEnd:
        return Wording::tr("The text ends too early: something is not closed");
    case Code::UnexpectedCharacter: return Wording::tr("This character does not belong here");
    case Code::MissingComma: return Wording::tr("A comma is missing before this");
    case Code::MissingColon: return Wording::tr("A colon is missing after the key");
    case Code::TrailingComma: return Wording::tr("There is a comma after the last entry");
    case Code::KeyNotString: return Wording::tr("A key must be in double quotation marks");
    case Code::UnfinishedString: return Wording::tr("The closing quotation mark is missing");
    case Code::BadEscape: return Wording::tr("After \\ only \" \\ / b f n r t or uXXXX is allowed");
    case Code::ControlCharacter:
        return Wording::tr("A control character must be written as \\uXXXX");
    case Code::BadNumber: return Wording::tr("This is not a JSON number");
    case Code::BadLiteral:
        return Wording::tr("Only true, false and null may be written without quotation marks");
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
    case Code::TooManyBytes:
        return Wording::tr("This service accepts at most %1 bytes, and most letters beyond English "
                           "take two to four")
            .arg(problem.limit);
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
    case Code::CannotClearHere:
        return Wording::tr("This service cannot clear this field once it is set; reset it or write "
                           "something else");
    case Code::CannotEmptyHere:
        return Wording::tr("This service cannot empty ExtraInfo once it is set");
    case Code::CannotRemoveHere:
        return Wording::tr("This service cannot remove keys from ExtraInfo: %1")
            .arg(visibleText(problem.text, 200));
    case Code::UnknownChoice: return Wording::tr("Choose private or public");
    case Code::NotAnAddress:
        return Wording::tr(
            "This is not an http, https or oss address; the registry may still accept it");
    case Code::BadAddress:
        return problem.text.isEmpty()
                   ? Wording::tr("The address has no host")
                   : Wording::tr("Only http, https and oss addresses with a host are accepted");
    case Code::NotJson:
        return problem.json ? Wording::tr("Line %1, column %2: %3")
                                  .arg(problem.json->line)
                                  .arg(problem.json->column)
                                  .arg(jsonProblem(*problem.json))
                            : Wording::tr("Not a JSON object");
    case Code::DuplicateKeys:
        return Wording::tr("These keys appear more than once and are kept as they are: %1")
            .arg(visibleText(problem.text, 200));
    case Code::ForbiddenCharacter:
        return Wording::tr("Label “%1”: = and , are not allowed").arg(text);
    case Code::DuplicateLabel: return Wording::tr("Label “%1” appears twice").arg(text);
    case Code::EmptyLabelKey: return Wording::tr("A label needs a key");
    case Code::LooksTheSame:
        return Wording::tr("Label “%1”: another label looks the same, in other characters")
            .arg(text);
    case Code::OtherCase:
        return Wording::tr("Label “%1” differs from “%2” in capital letters only")
            .arg(text, visibleText(problem.detail, 60));
    case Code::InvisibleCharacter:
        return isLabel ? Wording::tr("Label “%1”: invisible characters: %2")
                             .arg(text, visibleText(problem.detail, 60))
                       : Wording::tr("Invisible characters: %1").arg(text);
    case Code::OuterSpace:
        return isLabel ? Wording::tr("Label “%1”: spaces at the start or end").arg(text)
                       : Wording::tr("Spaces at the start or end");
    case Code::Unfinished:
        return Wording::tr("What was typed here is kept, but is not a value yet: “%1”")
            .arg(visibleText(problem.text, 60));
    }
    return {};
}

} // namespace modelscribe::wording
