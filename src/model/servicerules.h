// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jsontext.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace modelscribe {

//! What a registry does with a label that is posted while its key is there (contract section 2.6).
enum class LabelPost {
    Overwrites, //!< It gets the new value.
    KeepsOld    //!< It must be removed first. Found out by reading back what was posted.
};

//! How a service answers what no document says (contract section 12): one switch a question. The
//! defaults are what this program assumes of a service that nobody has checked.
struct ServiceRules
{
    enum class Clear {
        ByEmpty, //!< "" is sent.
        ByNull,
        Impossible
    };
    enum class Merge {
        None,    //!< ExtraInfo that is sent takes the place of what was there.
        Members, //!< Members that are not sent stay.
        Deep     //!< Those of objects inside too.
    };

    bool omittedStay = true; //!< Fields that UpdateModel does not name.
    Clear clearText = Clear::ByEmpty;
    Clear clearNumber = Clear::Impossible;
    bool emptiesExtraInfo = true; //!< With {}.
    Merge extraInfo = Merge::None;
    bool nullRemoves = false; //!< A member of ExtraInfo, of a service that merges.
    LabelPost labelPost = LabelPost::Overwrites;
    int largestPage = 0; //!< That is known to be taken; 0: nobody knows.
    std::optional<bool> sortsByModified;
    bool findsQuotedNames = true; //!< False: nothing is found by a name in quotation marks.
    std::optional<bool> namesAreUnique;
    bool countsNameInBytes = false;
    bool publishNeedsPermission = true;
    bool retryAfterInSeconds = false; //!< x-acs-retry-after; else milliseconds.
    QString goneCode;                 //!< Of an id that is not there; empty: the known ones.

    friend bool operator==(const ServiceRules &, const ServiceRules &) = default;
};

//! The members that are in \p before, no longer in \p after, and would stay there, as paths.
//! Nothing when the service does not merge.
QStringList extraInfoThatStays(const JsonText &before, const JsonText &after,
                               const ServiceRules &rules);
//! \p after as it is sent, with null for members that are to go where a service merges.
JsonText extraInfoToSend(const JsonText &before, const JsonText &after, const ServiceRules &rules);

} // namespace modelscribe
