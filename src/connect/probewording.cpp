// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/probewording.h"

#include "model/errorname.h"
#include "model/wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe::probewording {

namespace {

struct ProbeWords
{
    Q_DECLARE_TR_FUNCTIONS(ProbeWords)
};

using Question = ProbeQuestion;
using FindingState = ProbeFinding::State;

struct AnswerRow
{
    Question question;
    const char *answer;
    const char *came;
    const char *means;
};

constexpr const char *taken = QT_TRANSLATE_NOOP("ProbeWords", "It was accepted.");
constexpr const char *refused = QT_TRANSLATE_NOOP("ProbeWords", "It was refused.");
constexpr const char *unchanged = QT_TRANSLATE_NOOP("ProbeWords",
                                                    "It was accepted, but nothing changed.");
constexpr const char *emptied = QT_TRANSLATE_NOOP("ProbeWords", "The value is gone.");

const AnswerRow answerRows[] = {
    {Question::Permissions, "answered",
     QT_TRANSLATE_NOOP("ProbeWords", "The service said what you may do."),
     QT_TRANSLATE_NOOP("ProbeWords", "What you may not change is marked before you type.")},
    {Question::Permissions, "refused", refused,
     QT_TRANSLATE_NOOP("ProbeWords", "Nothing is marked; a refusal is explained when it comes.")},
    {Question::Gone, "known", QT_TRANSLATE_NOOP("ProbeWords", "It was refused as not found."),
     QT_TRANSLATE_NOOP("ProbeWords", "Deleted models are recognised.")},
    {Question::Gone, "otherCode",
     QT_TRANSLATE_NOOP("ProbeWords", "It was refused with another code."),
     QT_TRANSLATE_NOOP("ProbeWords", "From now on this code means “not found” here.")},
    {Question::Gone, "found", QT_TRANSLATE_NOOP("ProbeWords", "A model was returned."),
     QT_TRANSLATE_NOOP("ProbeWords", "Whether a model exists cannot be told here.")},
    {Question::PageSize, "limit",
     QT_TRANSLATE_NOOP("ProbeWords", "A page of %1 models was accepted."),
     QT_TRANSLATE_NOOP("ProbeWords", "Lists are read in pages of up to this size.")},
    {Question::PageSize, "cut",
     QT_TRANSLATE_NOOP("ProbeWords", "A page had no more than %1 models."),
     QT_TRANSLATE_NOOP("ProbeWords", "Lists are read in pages of up to this size.")},
    {Question::PageSize, "tooFew",
     QT_TRANSLATE_NOOP("ProbeWords", "A page of %1 models was accepted; there are fewer."),
     QT_TRANSLATE_NOOP("ProbeWords", "The largest page is not known; lists are read as before.")},
    {Question::Times, "milliseconds", QT_TRANSLATE_NOOP("ProbeWords", "Times have milliseconds."),
     ""},
    {Question::Times, "seconds", QT_TRANSLATE_NOOP("ProbeWords", "Times have whole seconds."), ""},
    {Question::Labels, "both", QT_TRANSLATE_NOOP("ProbeWords", "They are in Labels and in Tags."),
     QT_TRANSLATE_NOOP("ProbeWords", "Both are read.")},
    {Question::Labels, "labels", QT_TRANSLATE_NOOP("ProbeWords", "They are in Labels."),
     QT_TRANSLATE_NOOP("ProbeWords", "Both are read.")},
    {Question::Labels, "tags", QT_TRANSLATE_NOOP("ProbeWords", "They are in Tags."),
     QT_TRANSLATE_NOOP("ProbeWords", "Both are read.")},
    {Question::Labels, "none",
     QT_TRANSLATE_NOOP("ProbeWords", "The label of the new model is not there."),
     QT_TRANSLATE_NOOP("ProbeWords", "Labels have to be added after a model was created.")},
    {Question::Omitted, "kept", QT_TRANSLATE_NOOP("ProbeWords", "The other fields stayed."),
     QT_TRANSLATE_NOOP("ProbeWords", "Only what changed is sent.")},
    {Question::Omitted, "cleared",
     QT_TRANSLATE_NOOP("ProbeWords", "The other fields did not stay."),
     QT_TRANSLATE_NOOP("ProbeWords", "All fields are sent each time.")},
    {Question::EmptyText, "cleared", emptied,
     QT_TRANSLATE_NOOP("ProbeWords", "Fields are cleared in this way.")},
    {Question::EmptyText, "ignored", unchanged,
     QT_TRANSLATE_NOOP("ProbeWords", "Fields cannot be cleared in this way.")},
    {Question::EmptyText, "refused", refused,
     QT_TRANSLATE_NOOP("ProbeWords", "Fields cannot be cleared in this way.")},
    {Question::NullText, "cleared", emptied,
     QT_TRANSLATE_NOOP("ProbeWords", "This clears a field where \"\" does not.")},
    {Question::NullText, "ignored", unchanged,
     QT_TRANSLATE_NOOP("ProbeWords", "Fields cannot be cleared in this way.")},
    {Question::NullText, "refused", refused,
     QT_TRANSLATE_NOOP("ProbeWords", "Fields cannot be cleared in this way.")},
    {Question::NullNumber, "cleared", emptied,
     QT_TRANSLATE_NOOP("ProbeWords", "Numbers can be unset in this way.")},
    {Question::NullNumber, "ignored", unchanged,
     QT_TRANSLATE_NOOP("ProbeWords", "A number cannot be unset once it is set.")},
    {Question::NullNumber, "refused", refused,
     QT_TRANSLATE_NOOP("ProbeWords", "A number cannot be unset once it is set.")},
    {Question::ExtraInfo, "replaced",
     QT_TRANSLATE_NOOP("ProbeWords", "Keys that were not sent are gone."),
     QT_TRANSLATE_NOOP("ProbeWords", "A key is removed by leaving it out.")},
    {Question::ExtraInfo, "merged",
     QT_TRANSLATE_NOOP("ProbeWords", "Keys that were not sent stayed."),
     QT_TRANSLATE_NOOP("ProbeWords", "Keys cannot be removed here; the form says so.")},
    {Question::ExtraInfo, "mergedDeep",
     QT_TRANSLATE_NOOP("ProbeWords", "Keys that were not sent stayed, those of inner objects too."),
     QT_TRANSLATE_NOOP("ProbeWords", "Keys cannot be removed here; the form says so.")},
    {Question::ExtraInfo, "mergedNull",
     QT_TRANSLATE_NOOP("ProbeWords", "Keys that were not sent stayed; null removed one."),
     QT_TRANSLATE_NOOP("ProbeWords", "Keys to be removed are sent as null.")},
    {Question::ExtraInfo, "mergedDeepNull",
     QT_TRANSLATE_NOOP("ProbeWords", "Keys that were not sent stayed, those of inner objects too; "
                                     "null removed one."),
     QT_TRANSLATE_NOOP("ProbeWords", "Keys to be removed are sent as null.")},
    {Question::EmptyExtraInfo, "cleared", emptied,
     QT_TRANSLATE_NOOP("ProbeWords", "ExtraInfo is emptied in this way.")},
    {Question::EmptyExtraInfo, "ignored", unchanged,
     QT_TRANSLATE_NOOP("ProbeWords", "ExtraInfo cannot be emptied in this way.")},
    {Question::EmptyExtraInfo, "refused", refused,
     QT_TRANSLATE_NOOP("ProbeWords", "ExtraInfo cannot be emptied in this way.")},
    {Question::Spelling, "same",
     QT_TRANSLATE_NOOP("ProbeWords", "It came back exactly as it was sent."), ""},
    {Question::Spelling, "respelled",
     QT_TRANSLATE_NOOP("ProbeWords", "It came back written differently, with the same meaning."),
     QT_TRANSLATE_NOOP("ProbeWords", "Spelling is not kept; values are compared by meaning.")},
    {Question::Spelling, "changed",
     QT_TRANSLATE_NOOP("ProbeWords", "It came back with another meaning."),
     QT_TRANSLATE_NOOP("ProbeWords", "Some values change; each save says which.")},
    {Question::LabelPost, "overwritten",
     QT_TRANSLATE_NOOP("ProbeWords", "The label has the new value."),
     QT_TRANSLATE_NOOP("ProbeWords", "A label is changed with one call.")},
    {Question::LabelPost, "kept", QT_TRANSLATE_NOOP("ProbeWords", "The label has the old value."),
     QT_TRANSLATE_NOOP("ProbeWords", "A label that is to change is removed first.")},
    {Question::LabelPost, "added", QT_TRANSLATE_NOOP("ProbeWords", "The label is there twice."),
     QT_TRANSLATE_NOOP("ProbeWords", "A label that is to change is removed first.")},
    {Question::LabelPost, "refused", refused,
     QT_TRANSLATE_NOOP("ProbeWords", "A label that is to change is removed first.")},
    {Question::SameName, "allowed", taken,
     QT_TRANSLATE_NOOP("ProbeWords",
                       "Names may be used twice; you are asked before a second one is created.")},
    {Question::SameName, "refused", refused,
     QT_TRANSLATE_NOOP("ProbeWords", "Names are unique; no second one is offered.")},
    {Question::ExactName, "exact",
     QT_TRANSLATE_NOOP("ProbeWords", "Only the model of exactly this name was found."),
     QT_TRANSLATE_NOOP("ProbeWords", "Models are looked for by their quoted names.")},
    {Question::ExactName, "part",
     QT_TRANSLATE_NOOP("ProbeWords", "A part of the name found the model too."),
     QT_TRANSLATE_NOOP("ProbeWords", "Quotation marks do nothing; names are compared here.")},
    {Question::ExactName, "literal",
     QT_TRANSLATE_NOOP("ProbeWords", "Only the name without quotation marks found the model."),
     QT_TRANSLATE_NOOP("ProbeWords", "Models are looked for without quotation marks.")},
    {Question::NameLength, "characters",
     QT_TRANSLATE_NOOP("ProbeWords", "127 characters of several bytes were taken."),
     QT_TRANSLATE_NOOP("ProbeWords", "A name may have 127 characters.")},
    {Question::NameLength, "bytes",
     QT_TRANSLATE_NOOP("ProbeWords", "127 characters of several bytes were refused, few of them "
                                     "were taken."),
     QT_TRANSLATE_NOOP("ProbeWords", "A name may have 127 bytes.")},
    {Question::NameLength, "cut", QT_TRANSLATE_NOOP("ProbeWords", "The name was cut."),
     QT_TRANSLATE_NOOP("ProbeWords", "A name may have 127 bytes.")},
    {Question::BadValue, "refused", refused,
     QT_TRANSLATE_NOOP("ProbeWords", "The service checks values and says so.")},
    {Question::BadValue, "taken", taken,
     QT_TRANSLATE_NOOP("ProbeWords", "The service does not check values; this program does.")},
    {Question::Sorting, "sorted",
     QT_TRANSLATE_NOOP("ProbeWords", "The list came with the latest changes first."),
     QT_TRANSLATE_NOOP("ProbeWords", "A refresh needs a few pages only.")},
    {Question::Sorting, "unsorted",
     QT_TRANSLATE_NOOP("ProbeWords", "The list came in another order."),
     QT_TRANSLATE_NOOP("ProbeWords", "A refresh reads all pages.")},
    {Question::Sorting, "refused", refused,
     QT_TRANSLATE_NOOP("ProbeWords", "A refresh reads all pages.")},
    {Question::Sorting, "unclear",
     QT_TRANSLATE_NOOP("ProbeWords", "There are too few models to tell."),
     QT_TRANSLATE_NOOP("ProbeWords", "A refresh finds it out as before.")},
    {Question::Publish, "allowed", taken,
     QT_TRANSLATE_NOOP("ProbeWords", "You may publish models in this workspace.")},
    {Question::Publish, "unneeded",
     QT_TRANSLATE_NOOP("ProbeWords", "It was accepted without PaiModel:PublishModel."),
     QT_TRANSLATE_NOOP("ProbeWords", "Whoever may update a model may publish it.")},
    {Question::Publish, "forbidden", QT_TRANSLATE_NOOP("ProbeWords", "A permission is missing."),
     QT_TRANSLATE_NOOP("ProbeWords", "Publishing needs PaiModel:PublishModel.")},
    {Question::Versions, "together",
     QT_TRANSLATE_NOOP("ProbeWords", "The model was deleted with its version."),
     QT_TRANSLATE_NOOP("ProbeWords", "Versions go with their model.")},
    {Question::Versions, "refused", refused,
     QT_TRANSLATE_NOOP("ProbeWords", "Versions have to be deleted before their model.")},
    {Question::RetryAfter, "milliseconds",
     QT_TRANSLATE_NOOP("ProbeWords", "The service asked for a pause, in milliseconds."), ""},
    {Question::RetryAfter, "seconds",
     QT_TRANSLATE_NOOP("ProbeWords", "The service asked for a pause, in seconds."),
     QT_TRANSLATE_NOOP("ProbeWords", "The pauses it asks for are read that way.")},
};

const AnswerRow *rowOf(const ProbeFinding &finding)
{
    const auto row = std::ranges::find_if(answerRows, [&finding](const AnswerRow &one) {
        return one.question == finding.question && finding.answer == one.answer;
    });
    return row == std::end(answerRows) ? nullptr : row;
}

//! "HTTP 404, 201900002"
QString statusText(int httpStatus, const QString &code)
{
    QStringList parts;
    if (httpStatus > 0)
        parts.append(u"HTTP %1"_s.arg(httpStatus));
    if (!code.isEmpty())
        parts.append(code);
    return parts.join(u", "_s);
}

//! \p errorText: what there is to say of the error that left it open.
QString cameText(const ProbeFinding &finding, const QString &errorText, const QString &code)
{
    QString text;
    if (const AnswerRow *row = rowOf(finding)) {
        text = ProbeWords::tr(row->came);
        if (text.contains("%1"_L1))
            text = text.arg(finding.number);
    } else if (finding.state == FindingState::Unsettled) {
        text = finding.error ? errorText : ProbeWords::tr("The answer does not tell.");
    } else if (finding.state == FindingState::NotTried
               && finding.question == Question::RetryAfter) {
        text = ProbeWords::tr("The service never asked for a pause.");
    }
    const QString status = statusText(finding.httpStatus, code);
    return status.isEmpty() ? text : ProbeWords::tr("%1 (%2)", "what, and codes").arg(text, status);
}

} // namespace

QString title(Question question)
{
    switch (question) {
    case Question::Permissions: return ProbeWords::tr("Permissions");
    case Question::Gone: return ProbeWords::tr("An ID that does not exist");
    case Question::PageSize: return ProbeWords::tr("The largest page");
    case Question::Times: return ProbeWords::tr("How exact times are");
    case Question::Labels: return ProbeWords::tr("Where labels are found");
    case Question::Omitted: return ProbeWords::tr("Fields that are left out");
    case Question::EmptyText: return ProbeWords::tr("Clearing a text with \"\"");
    case Question::NullText: return ProbeWords::tr("Clearing a text with null");
    case Question::NullNumber: return ProbeWords::tr("Unsetting a number with null");
    case Question::ExtraInfo: return ProbeWords::tr("ExtraInfo replaced or merged");
    case Question::EmptyExtraInfo: return ProbeWords::tr("Emptying ExtraInfo with {}");
    case Question::Spelling: return ProbeWords::tr("Spelling of ExtraInfo");
    case Question::LabelPost: return ProbeWords::tr("A label that is there already");
    case Question::SameName: return ProbeWords::tr("A second model of the same name");
    case Question::ExactName: return ProbeWords::tr("A name in quotation marks");
    case Question::NameLength: return ProbeWords::tr("The longest name");
    case Question::BadValue: return ProbeWords::tr("An invalid value");
    case Question::Sorting: return ProbeWords::tr("Sorting by time of change");
    case Question::Publish: return ProbeWords::tr("Private to public");
    case Question::Versions: return ProbeWords::tr("Deleting a model with a version");
    case Question::RetryAfter: return ProbeWords::tr("Unit of the pause asked for");
    }
    return {};
}

QString came(const ProbeFinding &finding)
{
    return cameText(finding, finding.error ? wording::whatHappened(*finding.error) : QString(),
                    finding.code);
}

QString cameForReport(const ProbeFinding &finding)
{
    return cameText(finding, finding.error ? nameOf(finding.error->kind) : QString(),
                    wordOf(finding.code));
}

QString means(const ProbeFinding &finding)
{
    if (const AnswerRow *row = rowOf(finding))
        return *row->means ? ProbeWords::tr(row->means) : QString();
    return finding.state == FindingState::Unsettled || finding.state == FindingState::NotTried
               ? ProbeWords::tr("Not known; everything goes on as before.")
               : QString();
}

QString when(ProbeCall::If when)
{
    switch (when) {
    case ProbeCall::If::Always: return {};
    case ProbeCall::If::Refused: return ProbeWords::tr("only if the one before is refused");
    case ProbeCall::If::TooFew: return ProbeWords::tr("only if the workspace has few models");
    case ProbeCall::If::NotFound: return ProbeWords::tr("only if nothing is found");
    case ProbeCall::If::OmittedGo:
        return ProbeWords::tr("only if fields that are left out are cleared");
    case ProbeCall::If::Merged: return ProbeWords::tr("only if ExtraInfo is merged");
    case ProbeCall::If::VersionMade: return ProbeWords::tr("only if a version was added");
    }
    return {};
}

} // namespace modelscribe::probewording
