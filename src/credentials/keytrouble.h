// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QString>

namespace modelscribe {

//! Why another tool's entry gives no key, or its file nothing at all.
struct KeyTrouble
{
    enum class Kind {
        Missing,       //!< `subject` is not set.
        Ended,         //!< What the tool kept ended at `time`, if it is known.
        NeedsMetadata, //!< Only a machine of Alibaba Cloud has the service that gives it.
        CannotSign,    //!< The mode has no AccessKey that could sign.
        UnknownMode,   //!< `subject` is the mode.
        Disabled,
        Loop,          //!< `subject` is the profile that leads back to itself.
        TooDeep,       //!< More source_profiles behind each other than anybody has.
        NoSource,      //!< There is no profile `subject` to begin with.
        Strange,       //!< `subject`: characters that no key has.
        UnsafeAddress, //!< `subject` is neither https nor on this computer.
        NotThere,      //!< No such profile or section; `subject` is its name.
        // Of a file:
        TooLarge,
        NotAFile,
        NoPermission,
        Damaged //!< `subject` says where and how.
    };

    Kind kind = Kind::Missing;
    QString subject = {};
    QDateTime time = {};

    //! Untranslated: "access_key_secret is not set".
    QString text() const;

    friend bool operator==(const KeyTrouble &, const KeyTrouble &) = default;
};

template<typename T>
using OrTrouble = tl::expected<T, KeyTrouble>;

inline tl::unexpected<KeyTrouble> trouble(KeyTrouble::Kind kind, QString subject = {})
{
    return tl::unexpected<KeyTrouble>(KeyTrouble{.kind = kind, .subject = std::move(subject)});
}

} // namespace modelscribe
