// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/yamltojson.h"

#include "core/ascii.h"
#include "core/jsonformat.h"
#include "core/jsonscanner.h"
#include "core/jsonwriter.h"
#include "json/jsonrepairword.h"
#include "json/yamlevents.h"

#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using EventKind = YamlEvent::Kind;

constexpr qsizetype maxYamlText = 1024 * 1024; // the reader takes 140 times as much
constexpr qsizetype maxYamlResult = 16 * 1024 * 1024;
//! Aliases of aliases can stand for more than any computer holds.
constexpr qint64 maxSteps = 4 * 1024 * 1024;

//! A number of YAML's core schema: 12, +12, 0o14, 0xC, 12e03, .5, 12.
bool isCoreNumber(QByteArrayView text)
{
    if (text.startsWith("0o") || text.startsWith("0x"))
        return text.size() > 2;
    qsizetype i = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
    const auto digits = [&] {
        const qsizetype from = i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        return i > from;
    };
    const bool whole = digits();
    bool fraction = false;
    if (i < text.size() && text[i] == '.') {
        ++i;
        fraction = digits();
    }
    if (!whole && !fraction)
        return false;
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '-' || text[i] == '+'))
            ++i;
        if (!digits())
            return false;
    }
    return i == text.size();
}

QByteArray jsonText(QByteArrayView utf8) { return jsonString(QString::fromUtf8(utf8)); }

QByteArray scalarJson(EventKind kind, QByteArrayView text, YamlNotes &notes)
{
    if (kind == EventKind::Null)
        return "null"_ba;
    if (kind == EventKind::Text)
        return jsonText(text);
    for (const QByteArrayView word :
         {QByteArrayView("true"), QByteArrayView("True"), QByteArrayView("TRUE")}) {
        if (text == word)
            return "true"_ba;
    }
    for (const QByteArrayView word :
         {QByteArrayView("false"), QByteArrayView("False"), QByteArrayView("FALSE")}) {
        if (text == word)
            return "false"_ba;
    }
    if (isCoreNumber(text)) {
        notes.leadingZeros += hasLeadingZeros(text) ? 1 : 0;
        const QByteArray number = repairedNumber(text);
        if (!number.isEmpty())
            return number;
    }
    return jsonText(text);
}

//! Writes events as JSON without white space.
class EventWriter
{
public:
    explicit EventWriter(const YamlEvents &events)
        : m_yaml(events)
    {
    }

    Result<QByteArray> write();
    const YamlNotes &notes() const { return m_notes; }

private:
    //! A container that is being written: what is left of it, as nodes of the document.
    struct Level
    {
        bool map = false;
        bool first = true;
        quint32 next = 0;             //!< The next key or element, unless there are members.
        std::vector<quint32> members; //!< Keys, when merging made the map another one.
        std::size_t member = 0;
        bool merged = false;
    };

    const YamlEvent &event(quint32 index) const { return m_yaml.events[index]; }
    quint32 resolved(quint32 index) const
    {
        while (event(index).kind == EventKind::Alias)
            index = event(index).target;
        return index;
    }
    bool isMerge(quint32 key) const
    {
        return event(key).kind == EventKind::Plain
               && m_yaml.text(event(key)) == QByteArrayView("<<")
               && !mergeSources(event(key).after).empty();
    }
    std::vector<quint32> mergeSources(quint32 value) const;
    std::optional<std::vector<quint32>> mergedMembers(quint32 map);
    void node(quint32 index);
    void nextOf(Level &level);
    void member(quint32 key);
    void fail(quint32 at, const QString &what);

    const YamlEvents &m_yaml;
    QByteArray m_out;
    std::vector<Level> m_levels;
    qint64 m_steps = 0;
    YamlNotes m_notes;
    QString m_problem;
};

void EventWriter::fail(quint32 at, const QString &what)
{
    if (m_problem.isEmpty())
        m_problem =
            u"%1 at line %2 column %3"_s.arg(what).arg(event(at).line).arg(event(at).column);
}

Result<QByteArray> EventWriter::write()
{
    node(0);
    while (!m_levels.empty() && m_problem.isEmpty()) {
        nextOf(m_levels.back());
        if (m_out.size() > maxYamlResult || m_steps > maxSteps)
            fail(0, u"too long with its aliases written out"_s);
    }
    if (!m_problem.isEmpty())
        return failure(Error::Kind::Decode, m_problem);
    return m_out;
}

void EventWriter::node(quint32 index)
{
    ++m_steps;
    const quint32 at = resolved(index);
    const YamlEvent &what = event(at);
    if (what.kind != EventKind::List && what.kind != EventKind::Map) {
        m_out += scalarJson(what.kind, m_yaml.text(what), m_notes);
        return;
    }
    if (m_levels.size() >= std::size_t(maxJsonDepth))
        return fail(index, u"nested too deeply"_s);
    Level level{.map = what.kind == EventKind::Map, .next = at + 1};
    if (auto members = level.map ? mergedMembers(at) : std::nullopt) {
        level.members = std::move(*members);
        level.merged = true;
    }
    m_out += level.map ? '{' : '[';
    m_levels.push_back(std::move(level));
}

void EventWriter::nextOf(Level &level)
{
    const bool done = level.merged ? level.member == level.members.size()
                                   : event(level.next).kind == EventKind::End;
    if (done) {
        m_out += level.map ? '}' : ']';
        m_levels.pop_back();
        return;
    }
    if (!level.first)
        m_out += ',';
    level.first = false;
    const quint32 at = level.merged ? level.members[level.member++] : level.next;
    const quint32 after = event(at).after;
    level.next = level.map ? event(after).after : after;
    if (level.map)
        member(at);
    else
        node(at); // level may be gone now
}

void EventWriter::member(quint32 key)
{
    const YamlEvent &what = event(resolved(key));
    if (what.kind == EventKind::List || what.kind == EventKind::Map)
        return fail(key, u"a key that is no text"_s);
    m_out += what.kind == EventKind::Null ? "\"null\""_ba : jsonText(m_yaml.text(what));
    m_out += ':';
    node(event(key).after);
}

//! The maps that a merge key's value names; empty when it is something else.
std::vector<quint32> EventWriter::mergeSources(quint32 value) const
{
    const quint32 at = resolved(value);
    if (event(at).kind == EventKind::Map)
        return {at};
    std::vector<quint32> sources;
    if (event(at).kind == EventKind::List) {
        for (quint32 i = at + 1; event(i).kind != EventKind::End; i = event(i).after) {
            sources.push_back(resolved(i));
            if (event(sources.back()).kind != EventKind::Map)
                return {};
        }
    }
    return sources;
}

//! The keys of \p map with those of the maps merged into it where << stands; a map's own keys come
//! first in rank, then earlier maps. nullopt when nothing is merged.
std::optional<std::vector<quint32>> EventWriter::mergedMembers(quint32 map)
{
    const auto keys = [this](quint32 from) {
        std::vector<quint32> result;
        for (quint32 key = from + 1; event(key).kind != EventKind::End;
             key = event(event(key).after).after)
            result.push_back(key);
        m_steps += qint64(result.size());
        return result;
    };
    const std::vector<quint32> own = keys(map);
    if (std::ranges::none_of(own, [this](quint32 key) { return isMerge(key); }))
        return {};

    struct Source
    {
        std::vector<quint32> keys;
        std::size_t next = 0;
    };
    QSet<QByteArrayView> seen;
    QSet<quint32> known;
    const auto accepted = [&](const std::vector<quint32> &from, bool all) {
        Source source;
        QSet<QByteArrayView> fresh;
        for (const quint32 key : from) {
            const QByteArrayView text = m_yaml.text(event(resolved(key)));
            if (isMerge(key) || all || !seen.contains(text))
                source.keys.push_back(key);
            if (!isMerge(key))
                fresh.insert(text);
        }
        seen.unite(fresh);
        return source;
    };
    std::vector<quint32> members;
    std::vector<Source> open{accepted(own, true)};
    while (!open.empty() && m_steps <= maxSteps && open.size() <= std::size_t(maxJsonDepth)) {
        Source &source = open.back();
        if (source.next == source.keys.size()) {
            open.pop_back();
            continue;
        }
        const quint32 key = source.keys[source.next++];
        if (!isMerge(key)) {
            members.push_back(key);
            continue;
        }
        // The last one is pushed first, so that the first is read first.
        std::vector<Source> pushed;
        for (const quint32 from : mergeSources(event(key).after)) {
            if (!known.contains(from)) // a second time it would add nothing
                pushed.push_back(accepted(keys(from), false));
            known.insert(from);
        }
        for (auto i = pushed.rbegin(); i != pushed.rend(); ++i)
            open.push_back(std::move(*i));
    }
    if (!open.empty())
        fail(map, u"too much to merge"_s);
    return members;
}

} // namespace

Result<QByteArray> yamlToJson(QByteArrayView utf8, YamlNotes *notes)
{
    if (utf8.size() > maxYamlText)
        return failure(Error::Kind::Decode, u"over 1 MiB at line 1 column 1"_s);
    const auto problem = checkJson(utf8);
    if (problem && problem->code == JsonProblem::Code::InvalidUtf8)
        return failure(Error::Kind::Decode, problem->describe());
    QByteArray compact = utf8.toByteArray();
    if (problem) { // JSON is YAML, but for the escapes of lone surrogates
        const auto events = readYaml(utf8);
        if (!events)
            return failure(events.error());
        EventWriter writer(*events);
        const auto written = writer.write();
        if (!written)
            return written;
        compact = *written;
        if (notes != nullptr)
            *notes = writer.notes();
    }
    const QByteArray formatted = formatJson(compact);
    if (formatted.size() > maxYamlResult)
        return failure(Error::Kind::Decode, u"over 16 MiB as JSON at line 1 column 1"_s);
    return formatted;
}

std::optional<FrontMatter> frontMatter(QByteArrayView text)
{
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    const auto lineEnd = [&](qsizetype from) {
        const qsizetype end = text.indexOf('\n', from);
        return end < 0 ? text.size() : end + 1;
    };
    // Blanks behind the marks are not seen, those before them make them something else.
    const auto isMark = [&](qsizetype from, qsizetype to, QByteArrayView mark) {
        const QByteArrayView line = text.sliced(from, to - from);
        return line.startsWith(mark) && line.trimmed() == mark;
    };
    qsizetype begin = 0;
    while (begin < text.size() && text.sliced(begin, lineEnd(begin) - begin).trimmed().isEmpty())
        begin = lineEnd(begin);
    const qsizetype inner = lineEnd(begin);
    if (!isMark(begin, inner, "---"))
        return {};
    for (qsizetype line = inner; line < text.size(); line = lineEnd(line)) {
        const qsizetype end = lineEnd(line);
        if (isMark(line, end, "---") || isMark(line, end, "..."))
            return FrontMatter{text.sliced(inner, line - inner), text.sliced(end)};
    }
    return {};
}

} // namespace modelscribe
