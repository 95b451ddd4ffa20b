// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsonwording.h"

#include "core/visibletext.h"
#include "model/wording.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace modelscribe::jsonwording {

namespace {

struct JsonWording
{
    Q_DECLARE_TR_FUNCTIONS(JsonWording)
};

constexpr qsizetype mostValues = 8;

QString first(const JsonHint &hint)
{
    return hint.expected.isEmpty() ? QString() : visibleText(hint.expected.constFirst(), 60);
}

QString joined(const QStringList &values)
{
    QStringList shown;
    for (const QString &value : values.first(std::min(mostValues, values.size())))
        shown.append(visibleText(value, 40));
    if (values.size() > mostValues)
        shown.append(u"…"_s);
    return shown.join(JsonWording::tr(", "));
}

QString types(const JsonHint &hint)
{
    QStringList names;
    for (const QString &type : hint.expected)
        names.append(typeName(type));
    return names.join(JsonWording::tr(" or "));
}

} // namespace

QString kindName(JsonKind kind)
{
    switch (kind) {
    case JsonKind::Object: return JsonWording::tr("object");
    case JsonKind::Array: return JsonWording::tr("list");
    case JsonKind::String: return JsonWording::tr("text");
    case JsonKind::Number: return JsonWording::tr("number");
    case JsonKind::Boolean: return JsonWording::tr("true or false");
    case JsonKind::Null: return JsonWording::tr("null");
    }
    return {};
}

QString typeName(const QString &schemaType)
{
    if (schemaType == "object"_L1)
        return JsonWording::tr("an object");
    if (schemaType == "array"_L1)
        return JsonWording::tr("a list");
    if (schemaType == "string"_L1)
        return JsonWording::tr("a text");
    if (schemaType == "number"_L1)
        return JsonWording::tr("a number");
    if (schemaType == "integer"_L1)
        return JsonWording::tr("a whole number");
    if (schemaType == "boolean"_L1)
        return JsonWording::tr("true or false");
    if (schemaType == "null"_L1)
        return JsonWording::tr("null");
    return visibleText(schemaType, 40);
}

QString hint(const JsonHint &hint)
{
    using Code = JsonHint::Code;
    switch (hint.code) {
    case Code::WrongType: return JsonWording::tr("Should be %1").arg(types(hint));
    case Code::TooSmall: return JsonWording::tr("At least %1").arg(first(hint));
    case Code::TooLarge: return JsonWording::tr("At most %1").arg(first(hint));
    case Code::NotMultiple: return JsonWording::tr("Should be a multiple of %1").arg(first(hint));
    case Code::NotInList:
        return hint.expected.size() == 1 ? JsonWording::tr("Should be %1").arg(first(hint))
                                         : JsonWording::tr("One of: %1").arg(joined(hint.expected));
    case Code::TooShort: return JsonWording::tr("Shorter than %1").arg(first(hint));
    case Code::TooLong: return JsonWording::tr("Longer than %1").arg(first(hint));
    case Code::BadPattern: return JsonWording::tr("Should match %1").arg(first(hint));
    case Code::BadFormat: return JsonWording::tr("Not in the format “%1”").arg(first(hint));
    case Code::MissingMember: return JsonWording::tr("The key “%1” is missing").arg(first(hint));
    case Code::NotAllowed: return JsonWording::tr("The schema does not know this key");
    case Code::NotUnique: return JsonWording::tr("Elements are repeated");
    case Code::NoVariant: return JsonWording::tr("Matches none of the schema’s variants");
    case Code::DuplicateKey: return JsonWording::tr("Another member has the same key");
    case Code::UnusualType: return JsonWording::tr("Usually %1").arg(types(hint));
    case Code::SchemaUnusable:
        return JsonWording::tr("The schema cannot be used: %1").arg(visibleText(hint.detail, 200));
    }
    return {};
}

QString fix(const JsonHint &hint)
{
    if (hint.fix.isEmpty())
        return {};
    if (hint.fix.size() > 1)
        return JsonWording::tr("Fix it");
    const TextChange &change = hint.fix.constFirst();
    const QString text = visibleText(QString::fromUtf8(change.text.trimmed()), 40);
    if (text.isEmpty())
        return JsonWording::tr("Remove it");
    if (change.begin < change.end)
        return JsonWording::tr("Make it %1").arg(text);
    return JsonWording::tr("Add %1").arg(hint.code == JsonHint::Code::MissingMember ? first(hint)
                                                                                    : text);
}

QString editError(const Error &error)
{
    const auto is = [&error](QLatin1StringView code) { return error.code == code; };
    if (is("NotCurrent"_L1))
        return JsonWording::tr(
            "The text is not valid JSON right now, so only the text can be edited");
    if (is("ReadOnly"_L1))
        return JsonWording::tr("This text cannot be edited");
    if (is("NotJson"_L1))
        return JsonWording::tr("This is not one JSON value");
    if (is("NoSuchPlace"_L1))
        return JsonWording::tr("It cannot be put here");
    if (is("IntoItself"_L1))
        return JsonWording::tr("It cannot be moved into itself");
    if (is("NoKey"_L1))
        return JsonWording::tr("Only members of an object have a key");
    if (is("KeyInUse"_L1))
        return JsonWording::tr("Another member has the same key");
    if (is("CannotConvert"_L1))
        return JsonWording::tr("This value cannot be converted to that type");
    if (is("TooDeep"_L1))
        return JsonWording::tr("It would be nested more than %1 levels deep").arg(maxJsonDepth);
    return wording::whatHappened(error);
}

QString yamlReading(const JsonConversion &conversion)
{
    QStringList sentences{conversion.isFrontMatter
                              ? JsonWording::tr("It reads as the front matter of a model card.")
                              : JsonWording::tr("It reads as YAML.")};
    if (conversion.leavesBody)
        sentences << JsonWording::tr("The text after the front matter is left out.");
    if (const int zeros = conversion.yamlNotes.leadingZeros; zeros > 0)
        sentences << JsonWording::tr("%n number(s) with leading zeros kept as text.", nullptr,
                                     zeros);
    return sentences.join(u' ');
}

QString repairStep(const JsonRepairStep &step)
{
    using Code = JsonRepairStep::Code;
    const int n = step.count;
    const auto said = [n](const char *text) { return JsonWording::tr(text, nullptr, n); };
    switch (step.code) {
    case Code::TrailingComma:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n trailing comma(s) removed"));
    case Code::MissingComma:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n missing comma(s) added"));
    case Code::MissingColon:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n missing colon(s) added"));
    case Code::SingleQuotes:
        return said(QT_TRANSLATE_N_NOOP("JsonWording",
                                        "%n text(s) in single quotation marks put in double ones"));
    case Code::OtherQuotes:
        return said(QT_TRANSLATE_N_NOOP(
            "JsonWording", "%n text(s) in typographic quotation marks put in plain ones"));
    case Code::UnquotedKey:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n key(s) put in quotation marks"));
    case Code::UnquotedText:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n text(s) put in quotation marks"));
    case Code::Comment: return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n comment(s) removed"));
    case Code::PythonWord:
        return said(QT_TRANSLATE_N_NOOP(
            "JsonWording", "%n Python word(s) such as True or None written as JSON does"));
    case Code::OtherWord:
        return said(QT_TRANSLATE_N_NOOP("JsonWording",
                                        "%n word(s) such as NaN or undefined replaced by null"));
    case Code::Number:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n number(s) written as JSON does"));
    case Code::LeadingZeros:
        return said(
            QT_TRANSLATE_N_NOOP("JsonWording", "%n number(s) with leading zeros kept as text"));
    case Code::Call:
        return said(QT_TRANSLATE_N_NOOP(
            "JsonWording", "%n call(s) such as np.float64(0.5) replaced by the value in it"));
    case Code::Truncated:
        return said(
            QT_TRANSLATE_N_NOOP("JsonWording", "%n open text(s) or bracket(s) closed at the end"));
    case Code::CodeFence:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n code fence(s) around the text removed"));
    case Code::Records:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n value(s) put into one list"));
    case Code::EscapedText:
        return said(
            QT_TRANSLATE_N_NOOP("JsonWording", "Escapes removed from the whole text (%n time(s))"));
    case Code::Escape: return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n backslash(es) doubled"));
    case Code::ControlCharacter:
        return said(
            QT_TRANSLATE_N_NOOP("JsonWording", "%n control character(s) written as escapes"));
    case Code::ExtraBracket:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n extra bracket(s) removed"));
    case Code::MissingBracket:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n missing bracket(s) added"));
    case Code::WrongBracket:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n bracket(s) of the wrong kind replaced"));
    case Code::OtherBrackets:
        return said(QT_TRANSLATE_N_NOOP(
            "JsonWording", "%n list(s) or object(s) in other brackets written as JSON does"));
    case Code::ByteOrderMark:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n byte order mark(s) removed"));
    case Code::InvalidUtf8:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n place(s) that were not UTF-8 replaced"));
    case Code::TextAround:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n text(s) around the value removed"));
    case Code::Braces:
        return said(
            QT_TRANSLATE_N_NOOP("JsonWording", "%n missing brace(s) put around the members"));
    case Code::Concatenation:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n text(s) in parts joined"));
    case Code::MissingQuote:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n missing quotation mark(s) added"));
    case Code::InnerQuote:
        return said(
            QT_TRANSLATE_N_NOOP("JsonWording", "%n quotation mark(s) inside a text escaped"));
    case Code::MissingValue:
        return said(QT_TRANSLATE_N_NOOP("JsonWording", "%n key(s) without a value got null"));
    case Code::Space:
        return said(
            QT_TRANSLATE_N_NOOP("JsonWording", "%n unusual space(s) replaced by plain ones"));
    }
    return {};
}

QString differenceKind(JsonDifference::Kind kind)
{
    switch (kind) {
    case JsonDifference::Kind::Added: return JsonWording::tr("Added");
    case JsonDifference::Kind::Removed: return JsonWording::tr("Removed");
    case JsonDifference::Kind::Changed: return JsonWording::tr("Changed");
    case JsonDifference::Kind::Spelling: return JsonWording::tr("Written differently");
    case JsonDifference::Kind::Order: return JsonWording::tr("Different order of keys");
    }
    return {};
}

QString gaps(const QList<SchemaGap> &gaps)
{
    constexpr qsizetype mostNamed = 3;
    QStringList named;
    for (const SchemaGap &gap : gaps.first(std::min(mostNamed, gaps.size()))) {
        const QString place = visibleText(jsonPathText(gap.path), 80);
        switch (gap.kind) {
        case SchemaGap::Kind::Pattern:
            named.append(JsonWording::tr("%1: a pattern that cannot be used here").arg(place));
            break;
        case SchemaGap::Kind::Reference:
            named.append(
                JsonWording::tr("%1: refers to another document or to nothing").arg(place));
            break;
        case SchemaGap::Kind::Circle:
            named.append(JsonWording::tr("%1: refers back to itself").arg(place));
            break;
        }
    }
    if (gaps.size() > mostNamed)
        named.append(JsonWording::tr("%n more", nullptr, int(gaps.size() - mostNamed)));
    return gaps.isEmpty() ? QString()
                          : JsonWording::tr("The schema is used, without a part of it: %1")
                                .arg(named.join(JsonWording::tr("; ")));
}

} // namespace modelscribe::jsonwording
