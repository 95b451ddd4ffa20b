// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"

#include <QList>

#include <functional>

namespace modelscribe {

//! A question that no document answers (contract section 12).
enum class ProbeQuestion {
    Permissions,    //!< What ListPermissions says of models.
    Gone,           //!< How an id that is not there is refused.
    PageSize,       //!< The largest page.
    Times,          //!< Whether times have milliseconds.
    Labels,         //!< Where the labels of a model stand.
    Omitted,        //!< What becomes of fields that UpdateModel does not name.
    EmptyText,      //!< "" for a text.
    NullText,       //!< null for a text.
    NullNumber,     //!< null for a number.
    ExtraInfo,      //!< Whether it is replaced or merged.
    EmptyExtraInfo, //!< {}.
    Spelling,       //!< Whether ExtraInfo comes back as it was written.
    LabelPost,      //!< A label that is there already.
    SameName,       //!< A second model of the same name.
    ExactName,      //!< A name in quotation marks.
    NameLength,     //!< Whether 127 are characters or bytes.
    BadValue,       //!< How a value that cannot be is refused.
    Sorting,        //!< What lists can be sorted by.
    Publish,        //!< PRIVATE to PUBLIC.
    Versions,       //!< Deleting a model that has a version.
    RetryAfter,     //!< The unit of x-acs-retry-after.
};
inline constexpr int probeQuestionCount = int(ProbeQuestion::RetryAfter) + 1;

//! One request of a check, made before anything is sent.
struct ProbeCall
{
    //! What it is for; the answer to it is judged by this.
    enum class Kind {
        AskPermissions,
        AskUnknownId,
        AskPage,       //!< Smaller ones each time the one before was refused.
        AskPublicPage, //!< Where the workspace has too few models to tell.
        Create,
        ReadCreated,
        Restore, //!< What another call cleared; the next one needs it.
        Write,   //!< Of whatever question; its answer is read back.
        ReadBack,
        CreateSame,
        FindExact,
        FindPart,
        FindUnquoted,
        WriteShortName,
        RenameBack,
        WriteBadValue,
        Sort,
        WritePublic,
        AddVersion,
        Delete
    };
    //! When it is sent.
    enum class If {
        Always,
        Refused,    //!< The one before was.
        TooFew,     //!< There are too few models to tell.
        NotFound,   //!< The one before found nothing.
        OmittedGo,  //!< Fields that are not named are cleared.
        Merged,     //!< ExtraInfo is.
        VersionMade //!< It was added.
    };

    ProbeQuestion question;
    Kind kind;
    Request request;
    If when = If::Always;

    //! What is sent, for a person: "PUT /api/v1/models/MODEL_ID" and the body.
    QString text() const;
};

//! Stands for the ids that nobody knows before the registry gives them.
inline constexpr QLatin1StringView probeModelId("MODEL_ID");
inline constexpr QLatin1StringView probeVersionName("VERSION_NAME");

//! A name nobody else has; models that bear it were made by a check.
QString randomProbeName();

//! All calls of a check that makes models of \p name in \p workspaceId, in their order. Those that
//! clean up come behind: probeCleaning().
QList<ProbeCall> probeCalls(const QString &workspaceId, const QString &name);
//! How what was made is deleted; shown, not gone through.
QList<Request> probeCleaning(const QString &workspaceId, const QString &name);
//! What has to go before the model itself where versions do not go with it.
Request probeVersions(const QString &modelId);
Request probeVersionDeletion(const QString &modelId, const QString &version);

//! What the model is created with, as UpdateModel takes it again.
QByteArray probeModelFields();

} // namespace modelscribe
