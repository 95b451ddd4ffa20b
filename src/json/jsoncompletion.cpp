// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsoncompletion.h"

#include "core/jsonmembers.h"
#include "core/jsonwriter.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype maxCandidates = 200;
constexpr qsizetype maxTail = 256 * 1024; //!< Read behind the cursor for keys.

//! What numbers, literals and keys without quotation marks are made of.
constexpr auto wordBytes = [] {
    std::array<bool, 256> table{};
    for (int c = 0; c < 256; ++c) {
        table[size_t(c)] = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
                           || (c >= 'A' && c <= 'Z') || c == '_' || c == '+' || c == '-' || c == '.'
                           || c == '$' || c >= 0x80;
    }
    return table;
}();

bool isWordByte(char c) { return wordBytes[static_cast<unsigned char>(c)]; }

//! Reads a text that may be unfinished, or wrong, and keeps which containers are open.
class PlaceFinder
{
public:
    struct Level
    {
        bool isObject = false;
        bool afterColon = false;
        qsizetype index = 0;
        std::vector<JsonRange> keys; //!< With quotation marks.
    };

    PlaceFinder(const char *text, qsizetype size)
        : m_text(text)
        , m_size(size)
    {
    }

    //! Reads up to \p end; what an unfinished string or word there began with is kept.
    void readTo(qsizetype end)
    {
        m_tokenBegin = -1;
        while (m_at < end)
            readToken(end);
    }
    //! Reads on to the end of the innermost container of now.
    void readRest(qsizetype end)
    {
        const size_t depth = m_levels.size();
        while (m_at < end) {
            const bool closes = m_text[m_at] == '}' || m_text[m_at] == ']';
            if (closes && m_levels.size() == depth)
                return;
            readToken(end);
        }
    }

    void moveTo(qsizetype at) { m_at = at; }
    std::vector<Level> &levels() { return m_levels; }
    qsizetype tokenBegin() const { return m_tokenBegin; } //!< -1: between tokens.
    bool isInString() const { return m_tokenBegin >= 0 && m_text[m_tokenBegin] == '"'; }
    bool isValueDone() const { return m_isValueDone; }

    //! Behind the string that begins at \p begin: its closing quotation mark or, when it has
    //! none, the end of its line.
    qsizetype stringEnd(qsizetype begin, qsizetype end, bool &isClosed) const
    {
        isClosed = false;
        qsizetype at = begin + 1;
        while (at < end) {
            const char c = m_text[at];
            if (c == '"') {
                isClosed = true;
                return at + 1;
            }
            if (c == '\n' || c == '\r')
                return at;
            at += c == '\\' ? 2 : 1;
        }
        return end;
    }

private:
    void readToken(qsizetype end)
    {
        const char c = m_text[m_at];
        if (c == '"') {
            readString(end);
        } else if (isWordByte(c)) {
            const qsizetype begin = m_at;
            while (m_at < end && isWordByte(m_text[m_at]))
                ++m_at;
            if (m_at == end)
                m_tokenBegin = begin;
            m_isValueDone = true;
        } else {
            readSign(c);
            ++m_at;
        }
    }

    void readSign(char c)
    {
        if (c == '{' || c == '[') {
            m_levels.push_back({.isObject = c == '{'});
            if (!m_spareKeys.empty()) {
                m_levels.back().keys.swap(m_spareKeys.back());
                m_spareKeys.pop_back();
            }
            m_isValueDone = false;
        } else if (c == '}' || c == ']') {
            if (!m_levels.empty()) {
                m_levels.back().keys.clear();
                m_spareKeys.push_back(std::move(m_levels.back().keys));
                m_levels.pop_back();
            }
            m_isValueDone = true;
        } else if (c == ',' && !m_levels.empty()) {
            m_levels.back().afterColon = false;
            ++m_levels.back().index;
            m_isValueDone = false;
        } else if (c == ':' && !m_levels.empty()) {
            m_levels.back().afterColon = true;
            m_isValueDone = false;
        }
    }

    void readString(qsizetype end)
    {
        const qsizetype begin = m_at;
        bool isClosed = false;
        m_at = stringEnd(begin, end, isClosed);
        if (!isClosed && m_at == end)
            m_tokenBegin = begin;
        m_isValueDone = true;
        if (!isClosed || m_levels.empty() || !m_levels.back().isObject)
            return;
        qsizetype next = m_at;
        while (next < m_size
               && (m_text[next] == ' ' || m_text[next] == '\t' || m_text[next] == '\r'
                   || m_text[next] == '\n'))
            ++next;
        // A comma may be missing in front of it.
        if (next < m_size && m_text[next] == ':') {
            m_levels.back().keys.push_back({begin, m_at});
            m_levels.back().afterColon = false;
        }
    }

    const char *m_text;
    qsizetype m_size;
    qsizetype m_at = 0;
    qsizetype m_tokenBegin = -1;
    bool m_isValueDone = false; //!< Only a comma or the end may follow.
    std::vector<Level> m_levels;
    std::vector<std::vector<JsonRange>> m_spareKeys; //!< Empty; their memory is used again.
};

QString keyText(QByteArrayView utf8, const JsonRange &range)
{
    const QByteArrayView raw = utf8.sliced(range.begin, range.size());
    return jsonStringValue(raw).value_or(QString::fromUtf8(raw.sliced(1, raw.size() - 2)));
}

//! The text of a string that ends at the cursor, without its opening quotation mark.
QString typedText(QByteArrayView raw)
{
    QByteArray text = '"' + raw.toByteArray();
    // A lone backslash at the end is half an escape.
    qsizetype slashes = 0;
    while (slashes < raw.size() && raw[raw.size() - 1 - slashes] == '\\')
        ++slashes;
    if (slashes % 2)
        text.chop(1);
    return jsonStringValue(text + '"').value_or(QString::fromUtf8(raw));
}

//! Where the token at the cursor ends, which may be behind the cursor.
qsizetype tokenEnd(const PlaceFinder &finder, const char *text, qsizetype cursor, qsizetype size)
{
    if (finder.tokenBegin() < 0)
        return cursor;
    qsizetype end = cursor;
    if (!finder.isInString()) {
        while (end < size && isWordByte(text[end]))
            ++end;
        return end;
    }
    bool isClosed = false;
    end = finder.stringEnd(finder.tokenBegin(), size, isClosed);
    if (!isClosed || end <= cursor)
        return cursor;
    // What looks like the closing quotation mark may open the next string.
    qsizetype next = end;
    while (next < size && (text[next] == ' ' || text[next] == '\t'))
        ++next;
    return next == size || std::strchr(",:}]\r\n", text[next]) ? end : cursor;
}

JsonPath pathOf(QByteArrayView utf8, const std::vector<PlaceFinder::Level> &levels, bool isKey)
{
    JsonPath path;
    for (size_t i = 0; i < levels.size(); ++i) {
        const PlaceFinder::Level &level = levels[i];
        if (isKey && i + 1 == levels.size())
            break;
        if (!level.isObject) {
            path.append(JsonStep{.index = level.index});
        } else if (!level.keys.empty()) {
            JsonStep step{.key = keyText(utf8, level.keys.back())};
            const JsonRange last = level.keys.back();
            const QByteArrayView raw = utf8.sliced(last.begin, last.size());
            for (size_t k = 0; k + 1 < level.keys.size(); ++k) {
                const JsonRange other = level.keys[k];
                step.occurrence += utf8.sliced(other.begin, other.size()) == raw;
            }
            path.append(step);
        }
    }
    return path;
}

using Candidate = JsonCompletion::Candidate;

QString readable(const QByteArray &raw)
{
    const auto text = raw.startsWith('"') ? jsonStringValue(raw) : std::nullopt;
    return text.value_or(QString::fromUtf8(raw));
}

QList<Candidate> keyCandidates(const JsonPath &path, const QSet<QString> &present,
                               const JsonSchema *schema, const JsonVocabulary *vocabulary)
{
    QList<Candidate> result;
    QHash<QString, qsizetype> places;
    if (schema) {
        for (const SchemaProperty &property : schema->properties(path)) {
            places.insert(property.key, result.size());
            result.append({.insert = jsonString(property.key),
                           .label = property.key,
                           .fromSchema = true,
                           .description = property.description.isEmpty() ? property.title
                                                                         : property.description});
        }
    }
    for (const JsonVocabulary::Use &use :
         vocabulary ? vocabulary->keys(path) : QList<JsonVocabulary::Use>()) {
        const QString key = QString::fromUtf8(use.raw);
        if (const auto place = places.constFind(key); place != places.cend())
            result[*place].uses = use.count;
        else
            result.append({.insert = jsonString(key), .label = key, .uses = use.count});
    }
    result.removeIf([&](const Candidate &candidate) { return present.contains(candidate.label); });
    return result;
}

//! What the type alone allows.
QList<QByteArray> valuesOfKinds(const SchemaProperty &property)
{
    QList<QByteArray> values;
    for (const JsonKind kind : property.kinds) {
        switch (kind) {
        case JsonKind::Boolean: values += {"true", "false"}; break;
        case JsonKind::Null: values += "null"; break;
        case JsonKind::Object: values += "{}"; break;
        case JsonKind::Array: values += "[]"; break;
        default: break;
        }
    }
    return values;
}

QList<Candidate> valueCandidates(const JsonPath &path, const JsonSchema *schema,
                                 const JsonVocabulary *vocabulary)
{
    QList<Candidate> result;
    QHash<QByteArray, qsizetype> places;
    if (const auto property = schema ? schema->property(path) : std::nullopt) {
        const QList<QByteArray> known = property->values.isEmpty()
                                            ? property->examples + valuesOfKinds(*property)
                                            : property->values;
        for (const QByteArray &raw : known) {
            places.insert(raw, result.size());
            result.append({.insert = raw, .label = readable(raw), .fromSchema = true});
        }
    }
    for (const JsonVocabulary::Use &use :
         vocabulary ? vocabulary->values(path) : QList<JsonVocabulary::Use>()) {
        if (const auto place = places.constFind(use.raw); place != places.cend())
            result[*place].uses = use.count;
        else
            result.append({.insert = use.raw, .label = readable(use.raw), .uses = use.count});
    }
    return result;
}

} // namespace

JsonCompletion completeJson(QByteArrayView utf8, qsizetype cursor, const JsonSchema *schema,
                            const JsonVocabulary *vocabulary)
{
    cursor = std::clamp<qsizetype>(cursor, 0, utf8.size());
    const char *text = utf8.data();
    PlaceFinder finder(text, utf8.size());
    finder.readTo(cursor);
    const bool isString = finder.isInString();
    const bool isToken = finder.tokenBegin() >= 0;
    const qsizetype begin = isToken ? finder.tokenBegin() : cursor;
    std::vector<PlaceFinder::Level> &levels = finder.levels();

    JsonCompletion completion;
    completion.replaces = {begin, tokenEnd(finder, text, cursor, utf8.size())};
    if (!isToken && finder.isValueDone())
        return completion; // a comma or a colon is due
    completion.isKey = !levels.empty() && levels.back().isObject && !levels.back().afterColon;
    completion.path = pathOf(utf8, levels, completion.isKey);

    if (completion.isKey) {
        const size_t own = levels.size() - 1;
        finder.moveTo(completion.replaces.end);
        finder.readRest(std::min(utf8.size(), completion.replaces.end + maxTail));
        QSet<QString> present;
        for (const JsonRange &range : levels[own].keys)
            present.insert(keyText(utf8, range));
        completion.candidates = keyCandidates(completion.path, present, schema, vocabulary);
    } else {
        completion.candidates = valueCandidates(completion.path, schema, vocabulary);
    }

    const QByteArrayView raw = utf8.sliced(begin, cursor - begin);
    const QString typed = isString ? typedText(raw.sliced(1)) : QString::fromUtf8(raw);
    completion.candidates.removeIf([&](const Candidate &candidate) {
        const bool isOther = isString && !candidate.insert.startsWith('"');
        return isOther || !candidate.label.contains(typed, Qt::CaseInsensitive);
    });
    std::ranges::stable_sort(completion.candidates, [](const auto &a, const auto &b) {
        return a.fromSchema != b.fromSchema ? a.fromSchema : !a.fromSchema && a.uses > b.uses;
    });
    completion.candidates.resize(std::min(completion.candidates.size(), maxCandidates));
    return completion;
}

} // namespace modelscribe
