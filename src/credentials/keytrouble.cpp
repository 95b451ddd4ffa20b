// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keytrouble.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

QString KeyTrouble::text() const
{
    switch (kind) {
    case Kind::Missing: return u"%1 is not set"_s.arg(subject);
    case Kind::Ended:
        return time.isValid() ? u"it ended at %1"_s.arg(time.toUTC().toString(Qt::ISODate))
                              : u"it has expired"_s;
    case Kind::NeedsMetadata: return u"only a machine of Alibaba Cloud can get it"_s;
    case Kind::CannotSign: return u"it has no AccessKey to sign with"_s;
    case Kind::UnknownMode: return u"the mode “%1” is not known"_s.arg(subject);
    case Kind::Disabled: return u"it is switched off (enable = false)"_s;
    case Kind::Loop: return u"source_profile leads back to “%1”"_s.arg(subject);
    case Kind::TooDeep: return u"too many source_profiles refer to each other"_s;
    case Kind::NoSource: return u"there is no source_profile “%1”"_s.arg(subject);
    case Kind::Strange: return subject;
    case Kind::UnsafeAddress: return u"%1 is neither https nor on this computer"_s.arg(subject);
    case Kind::NotThere: return u"there is no “%1” in it"_s.arg(subject);
    case Kind::TooLarge: return u"the file is larger than 1 MiB"_s;
    case Kind::NotAFile: return u"it is not an ordinary file"_s;
    case Kind::NoPermission: return u"there is no permission to read it"_s;
    case Kind::Damaged: return subject;
    }
    return {};
}

} // namespace modelscribe
