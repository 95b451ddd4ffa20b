// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/verbwording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

struct VerbWording
{
    Q_DECLARE_TR_FUNCTIONS(VerbWording)
};

//! Who sees these models from then on.
EffectText accessText(const FieldVerb &verb, int changed)
{
    if (changed == 0)
        return {};
    if (verb.text == "PUBLIC"_L1) {
        return {VerbWording::tr("%Ln of these models is not public now: everyone in the workspace "
                                "will see it.",
                                nullptr, changed),
                true};
    }
    return {VerbWording::tr("%Ln of these models is not private now: only you and workspace "
                            "administrators will see it.",
                            nullptr, changed),
            false};
}

} // namespace

QString leaveText() { return VerbWording::tr("Leave"); }

QString verbText(FieldVerb::Kind kind)
{
    using Kind = FieldVerb::Kind;
    switch (kind) {
    case Kind::Set: return VerbWording::tr("Set");
    case Kind::Clear: return VerbWording::tr("Clear");
    case Kind::SetWhereEmpty: return VerbWording::tr("Set only where empty");
    case Kind::Replace: return VerbWording::tr("Find and replace");
    case Kind::PutBefore: return VerbWording::tr("Add before");
    case Kind::PutBehind: return VerbWording::tr("Add after");
    case Kind::Number: return VerbWording::tr("Number them");
    }
    return {};
}

QString missingText(const ModelField &field, const FieldVerb &verb)
{
    using Kind = FieldVerb::Kind;
    const bool isEmpty = verb.text.isEmpty();
    switch (verb.kind) {
    case Kind::Set:
        return isEmpty && field.isNumber() ? VerbWording::tr("Enter a value to set.") : QString();
    case Kind::SetWhereEmpty: return isEmpty ? VerbWording::tr("Enter a value to set.") : QString();
    case Kind::PutBefore:
    case Kind::PutBehind: return isEmpty ? VerbWording::tr("Enter the text to add.") : QString();
    case Kind::Replace:
        return verb.replacement.query.pattern.isEmpty() ? VerbWording::tr("Enter the text to find.")
                                                        : QString();
    default: return {};
    }
}

EffectText effectText(const ModelField &field, const FieldVerb &verb, const BatchEffect &effect,
                      int models)
{
    using Kind = FieldVerb::Kind;
    if (field.kind == FieldKind::Choice)
        return accessText(verb, effect.changed);
    const bool isName = field.required;
    const QLocale locale;
    QStringList parts;
    bool isWarning = false;
    const auto warn = [&](const QString &text) {
        isWarning = true;
        parts.append(text);
    };
    if (verb.kind != Kind::Set || effect.emptied > 0) {
        const QString counts = isName ? VerbWording::tr("%1 of %2 names change")
                                      : VerbWording::tr("%1 of %2 change");
        parts.append(counts.arg(locale.toString(effect.changed), locale.toString(models)));
    }
    if (effect.emptied > 0 && verb.kind != Kind::Clear)
        warn(VerbWording::tr("%Ln become(s) empty", nullptr, effect.emptied));
    if (isName && effect.others > 0)
        warn(VerbWording::tr("%Ln get(s) the same name as another", nullptr, effect.others));
    else if (isName && verb.kind != Kind::Set)
        parts.append(VerbWording::tr("no duplicates"));
    if (effect.failed > 0)
        warn(VerbWording::tr("%Ln cannot be changed this way", nullptr, effect.failed));
    return {parts.join(u" · "_s), isWarning};
}

} // namespace modelscribe
