// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsonscanner.h"
#include "model/modelfields.h"
#include "model/servicerules.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace modelscribe {

//! Something about a value that the person should know before it is sent, as facts.
struct Problem
{
    enum class Code {
        Missing,      //!< Required and empty.
        TooLong,      //!< limit: characters (name) or UTF-8 bytes (label).
        TooManyBytes, //!< limit: UTF-8 bytes of a name, where the service counts those.
        NotANumber,   //!< No whole number within int64.
        Negative,     //!< Warning: a size below zero.
        CannotUnset,  //!< The service has no way to unset a number once set (contract section 2.3).
        CannotClearObject, //!< Empty ExtraInfo cannot be sent; {} can.
        // This service was found to have no way to do it:
        CannotClearHere,    //!< A text.
        CannotEmptyHere,    //!< ExtraInfo.
        CannotRemoveHere,   //!< Members of ExtraInfo; text names them.
        UnknownChoice,      //!< Accessibility other than PRIVATE and PUBLIC.
        NotAnAddress,       //!< Warning: free text may be taken, it is not documented (contract
                            //!< section 2.3).
        BadAddress,         //!< A scheme other than http, https, oss, or no host.
        NotJson,            //!< json says where.
        DuplicateKeys,      //!< Warning; text lists them.
        ForbiddenCharacter, //!< '=' or ',' in a label.
        DuplicateLabel,     //!< text is the key.
        EmptyLabelKey,
        LooksTheSame, //!< Warning: the key of another label has the same letters, put together of
                      //!< other characters.
        OtherCase,    //!< Warning: the key of another label, detail, differs in capitals only.
        InvisibleCharacter, //!< Warning: control or bidirectional characters in a name; text names
                            //!< them. Of a label detail does, and text is the key.
        OuterSpace,         //!< Warning: leading or trailing blanks in a name or label.
        Unfinished,         //!< text stands in an open editor and is no value.
    };

    QString key; //!< A field's key, or "Labels".
    Code code;
    bool warning = false; //!< Warnings do not stop a save.
    qsizetype limit = 0;
    int row = -1; //!< Of a label.
    QString text;
    QString detail;
    std::optional<JsonProblem> json;

    friend bool operator==(const Problem &, const Problem &) = default;
};

inline constexpr QLatin1StringView labelsKey("Labels");
inline constexpr qsizetype maxLabelBytes = 128;

//! What is wrong with the text of a JSON field. Reads all of it.
QList<Problem> checkJsonField(const ModelField &field, const JsonText &text);
//! Says of a changed JSON field what checkJsonField() would; for callers that know it already.
using JsonCheck = std::function<QList<Problem>(const ModelField &, const JsonText &)>;

//! Everything that is wrong with \p edited, in the order of the table, labels last. \p base is what
//! the registry holds (an empty value for a model to be created): what was already there and is
//! left alone is not complained about. \p rules: what the service was found not to do.
QList<Problem> checkModel(const ModelMetadata &base, const ModelMetadata &edited,
                          const JsonCheck &checkJsonText = checkJsonField,
                          const ServiceRules &rules = {});

//! The one of \p keys that \p key differs from in capitals only, when it is not among them itself.
std::optional<QString> keyInOtherCase(const QString &key, const QStringList &keys);

//! True when nothing but warnings is in \p problems.
bool maySave(const QList<Problem> &problems);

} // namespace modelscribe
