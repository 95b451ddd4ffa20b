// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/verbwording.h"

#include <QCoreApplication>

namespace modelscribe {

namespace {

QString inVerbs(const char *text) { return QCoreApplication::translate("VerbWording", text); }

} // namespace

QString leaveText() { return inVerbs(QT_TRANSLATE_NOOP("VerbWording", "Leave")); }

QString verbText(FieldVerb::Kind kind)
{
    using Kind = FieldVerb::Kind;
    switch (kind) {
    case Kind::Set: return inVerbs(QT_TRANSLATE_NOOP("VerbWording", "Set"));
    case Kind::Clear: return inVerbs(QT_TRANSLATE_NOOP("VerbWording", "Clear"));
    case Kind::SetWhereEmpty:
        return inVerbs(QT_TRANSLATE_NOOP("VerbWording", "Set only where empty"));
    case Kind::Replace: return inVerbs(QT_TRANSLATE_NOOP("VerbWording", "Find and replace"));
    case Kind::PutBefore: return inVerbs(QT_TRANSLATE_NOOP("VerbWording", "Add before"));
    case Kind::PutBehind: return inVerbs(QT_TRANSLATE_NOOP("VerbWording", "Add behind"));
    case Kind::Number: return inVerbs(QT_TRANSLATE_NOOP("VerbWording", "Number them"));
    }
    return {};
}

} // namespace modelscribe
