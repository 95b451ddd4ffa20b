// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/batcheditjson.h"

#include "core/jsonmembers.h"
#include "core/jsonwriter.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

// They stand in files: new verbs get new words, and no word another meaning.
constexpr std::array fieldVerbs = {std::pair(FieldVerb::Kind::Set, "set"_L1),
                                   std::pair(FieldVerb::Kind::Clear, "clear"_L1),
                                   std::pair(FieldVerb::Kind::SetWhereEmpty, "setwhereempty"_L1),
                                   std::pair(FieldVerb::Kind::Replace, "replace"_L1),
                                   std::pair(FieldVerb::Kind::PutBefore, "putbefore"_L1),
                                   std::pair(FieldVerb::Kind::PutBehind, "putbehind"_L1),
                                   std::pair(FieldVerb::Kind::Number, "number"_L1)};
constexpr std::array labelVerbs = {std::pair(LabelVerb::Kind::Add, "add"_L1),
                                   std::pair(LabelVerb::Kind::Put, "put"_L1),
                                   std::pair(LabelVerb::Kind::TakeAway, "takeaway"_L1),
                                   std::pair(LabelVerb::Kind::Change, "change"_L1),
                                   std::pair(LabelVerb::Kind::RenameKey, "renamekey"_L1),
                                   std::pair(LabelVerb::Kind::ReplaceAll, "replaceall"_L1)};
constexpr std::array extraVerbs = {std::pair(ExtraInfoEdit::Kind::Set, "set"_L1),
                                   std::pair(ExtraInfoEdit::Kind::Remove, "remove"_L1),
                                   std::pair(ExtraInfoEdit::Kind::Rename, "rename"_L1),
                                   std::pair(ExtraInfoEdit::Kind::Merge, "merge"_L1)};

template<typename Verbs, typename Kind>
QByteArray wordOf(const Verbs &verbs, Kind kind)
{
    for (const auto &[known, word] : verbs) {
        if (known == kind)
            return jsonString(QString(word));
    }
    return jsonString({});
}

template<typename Verbs, typename Kind>
bool readWord(const Verbs &verbs, const QString &text, Kind &into)
{
    for (const auto &[known, word] : verbs) {
        if (word == text) {
            into = known;
            return true;
        }
    }
    return false;
}

void addText(JsonObjectWriter &writer, QStringView key, const QString &text)
{
    if (!text.isNull())
        writer.add(key, jsonString(text));
}

void addTrue(JsonObjectWriter &writer, QStringView key, bool value)
{
    if (value)
        writer.add(key, "true");
}

QByteArray arrayOf(const QList<QByteArray> &elements) { return '[' + elements.join(',') + ']'; }

QByteArray jsonOf(const Label &label)
{
    JsonObjectWriter writer;
    writer.add(u"Key", jsonString(label.key));
    writer.add(u"Value", jsonString(label.value));
    return writer.take();
}

QByteArray jsonOf(const FieldVerb &verb)
{
    JsonObjectWriter writer;
    writer.add(u"Verb", wordOf(fieldVerbs, verb.kind));
    addText(writer, u"Text", verb.text);
    addText(writer, u"Find", verb.replacement.query.pattern);
    addText(writer, u"With", verb.replacement.with);
    addTrue(writer, u"MatchCase", verb.replacement.query.matchCase);
    addTrue(writer, u"WholeWord", verb.replacement.query.wholeWord);
    addTrue(writer, u"Expression", verb.replacement.query.isExpression);
    if (verb.first != FieldVerb().first)
        writer.add(u"First", QByteArray::number(verb.first));
    if (verb.step != FieldVerb().step)
        writer.add(u"Step", QByteArray::number(verb.step));
    return writer.take();
}

QByteArray jsonOf(const LabelVerb &verb)
{
    JsonObjectWriter writer;
    writer.add(u"Verb", wordOf(labelVerbs, verb.kind));
    addText(writer, u"Key", verb.key);
    if (verb.value)
        writer.add(u"Value", jsonString(*verb.value));
    addText(writer, u"NewText", verb.newText);
    QList<QByteArray> labels;
    for (const Label &label : verb.labels)
        labels.append(jsonOf(label));
    if (!labels.isEmpty())
        writer.add(u"Labels", arrayOf(labels));
    return writer.take();
}

//! An element by its number, a member by its key, of a key that is repeated [key, occurrence].
QByteArray jsonOf(const JsonStep &step)
{
    if (step.isElement())
        return QByteArray::number(step.index);
    if (step.occurrence == 0)
        return jsonString(step.key);
    return arrayOf({jsonString(step.key), QByteArray::number(step.occurrence)});
}

QByteArray jsonOf(const ExtraInfoEdit &edit)
{
    JsonObjectWriter writer;
    writer.add(u"Verb", wordOf(extraVerbs, edit.kind));
    QList<QByteArray> steps;
    for (const JsonStep &step : edit.path)
        steps.append(jsonOf(step));
    writer.add(u"Path", arrayOf(steps));
    const QString text = edit.value.toString();
    if (JsonText::fromString(text) == edit.value)
        addText(writer, u"Value", edit.value.isEmpty() ? QString() : text);
    else
        writer.add(u"Bytes", '"' + edit.value.utf8().toBase64() + '"'); // no UTF-8
    addText(writer, u"Key", edit.key);
    return writer.take();
}

//! The members of one object, each asked for once; what nobody asked for is an error.
class Members
{
public:
    explicit Members(const QByteArray &json)
    {
        const auto members = jsonMembers(json);
        m_isGood = members.has_value();
        if (members)
            m_members = *members;
    }

    bool isGood() const { return m_isGood && m_members.isEmpty(); }
    QList<RawMember> all() { return std::exchange(m_members, {}); }

    std::optional<QByteArray> raw(QStringView key)
    {
        for (qsizetype i = 0; i < m_members.size(); ++i) {
            if (m_members[i].key == key)
                return m_members.takeAt(i).value.utf8();
        }
        return {};
    }
    QString text(QStringView key)
    {
        const auto value = raw(key);
        if (!value)
            return {};
        const auto string = jsonStringValue(*value);
        m_isGood = m_isGood && string;
        return string.value_or(QString());
    }
    bool isTrue(QStringView key)
    {
        const auto value = raw(key);
        m_isGood = m_isGood && (!value || *value == "true");
        return value.has_value();
    }
    qint64 number(QStringView key, qint64 usual)
    {
        const auto value = raw(key);
        if (!value)
            return usual;
        bool ok = false;
        const qint64 number = value->toLongLong(&ok);
        m_isGood = m_isGood && ok;
        return number;
    }
    QList<JsonText> elements(QStringView key)
    {
        const auto value = raw(key);
        if (!value)
            return {};
        const auto elements = jsonElements(*value);
        m_isGood = m_isGood && elements;
        return elements.value_or(QList<JsonText>());
    }

private:
    QList<RawMember> m_members;
    bool m_isGood = true;
};

bool read(const QByteArray &json, Label &label)
{
    Members in(json);
    label = {.key = in.text(u"Key"), .value = in.text(u"Value")};
    return in.isGood();
}

bool read(const QByteArray &json, FieldVerb &verb)
{
    Members in(json);
    const bool isKnown = readWord(fieldVerbs, in.text(u"Verb"), verb.kind);
    verb.text = in.text(u"Text");
    verb.replacement.query.pattern = in.text(u"Find");
    verb.replacement.with = in.text(u"With");
    verb.replacement.query.matchCase = in.isTrue(u"MatchCase");
    verb.replacement.query.wholeWord = in.isTrue(u"WholeWord");
    verb.replacement.query.isExpression = in.isTrue(u"Expression");
    verb.first = in.number(u"First", verb.first);
    verb.step = in.number(u"Step", verb.step);
    return isKnown && in.isGood();
}

bool read(const QByteArray &json, LabelVerb &verb)
{
    Members in(json);
    const bool isKnown = readWord(labelVerbs, in.text(u"Verb"), verb.kind);
    verb.key = in.text(u"Key");
    if (const auto value = in.raw(u"Value")) {
        verb.value = jsonStringValue(*value);
        if (!verb.value)
            return false;
    }
    verb.newText = in.text(u"NewText");
    for (const JsonText &element : in.elements(u"Labels")) {
        Label label;
        if (!read(element.utf8(), label))
            return false;
        verb.labels.append(label);
    }
    return isKnown && in.isGood();
}

bool read(const QByteArray &json, JsonStep &step)
{
    if (const auto key = jsonStringValue(json)) {
        step.key = *key;
        return true;
    }
    bool ok = false;
    step.index = json.toLongLong(&ok);
    if (ok)
        return step.index >= 0;
    const auto parts = jsonElements(json);
    const auto key = parts && parts->size() == 2 ? jsonStringValue(parts->first().utf8())
                                                 : std::nullopt;
    if (!key)
        return false;
    step = {.key = *key, .occurrence = parts->last().utf8().toInt(&ok)};
    return ok;
}

bool read(const QByteArray &json, ExtraInfoEdit &edit)
{
    Members in(json);
    const bool isKnown = readWord(extraVerbs, in.text(u"Verb"), edit.kind);
    for (const JsonText &element : in.elements(u"Path")) {
        JsonStep step;
        if (!read(element.utf8(), step))
            return false;
        edit.path.append(step);
    }
    if (const QString bytes = in.text(u"Bytes"); !bytes.isNull())
        edit.value = JsonText(QByteArray::fromBase64(bytes.toLatin1()));
    else
        edit.value = JsonText::fromString(in.text(u"Value"));
    edit.key = in.text(u"Key");
    return isKnown && in.isGood();
}

} // namespace

QByteArray toJson(const BatchEdit &edit)
{
    JsonObjectWriter fields;
    for (auto field = edit.fields.begin(); field != edit.fields.end(); ++field)
        fields.add(field.key(), jsonOf(*field));
    QList<QByteArray> labels;
    for (const LabelVerb &verb : edit.labels)
        labels.append(jsonOf(verb));
    QList<QByteArray> extraInfo;
    for (const ExtraInfoEdit &one : edit.extraInfo)
        extraInfo.append(jsonOf(one));
    JsonObjectWriter writer;
    writer.add(u"Fields", fields.take());
    writer.add(u"Labels", arrayOf(labels));
    writer.add(u"ExtraInfo", arrayOf(extraInfo));
    return writer.take();
}

Result<BatchEdit> batchEditFromJson(const QByteArray &json)
{
    const auto wrong = [] { return failure(Error::Kind::Decode, u"no edit of many models"_s); };
    BatchEdit edit;
    Members in(json);
    Members fields(in.raw(u"Fields").value_or(QByteArray()));
    for (const RawMember &member : fields.all()) {
        if (!read(member.value.utf8(), edit.fields[member.key]))
            return wrong();
    }
    for (const JsonText &element : in.elements(u"Labels")) {
        if (!read(element.utf8(), edit.labels.emplace_back()))
            return wrong();
    }
    for (const JsonText &element : in.elements(u"ExtraInfo")) {
        if (!read(element.utf8(), edit.extraInfo.emplace_back()))
            return wrong();
    }
    if (!in.isGood() || !fields.isGood())
        return wrong();
    return edit;
}

} // namespace modelscribe
