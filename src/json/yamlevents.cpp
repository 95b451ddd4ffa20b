// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/yamlevents.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <QHash>

#include <algorithm>
#include <sstream>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using EventKind = YamlEvent::Kind;

//! The parser of yaml-cpp gives up at 500 by itself.
constexpr std::size_t maxYamlDepth = 512;

QString placed(const YAML::Mark &mark, const QString &what)
{
    return u"%1 at line %2 column %3"_s.arg(what).arg(mark.line + 1).arg(mark.column + 1);
}

//! What the source says of the end of a quoted text.
struct QuotedSource
{
    qsizetype lastBreaks = 0;      //!< Line breaks with only blanks between them and the end.
    bool breaksAreEscaped = false; //!< An escape is right before them.
};

//! \p at: its properties (&x !!str) or its quotation mark.
QuotedSource quotedAt(QByteArrayView source, qsizetype at)
{
    while (at < source.size() && (source[at] == '&' || source[at] == '!')) {
        while (at < source.size() && !QByteArrayView(" \t\r\n").contains(source[at]))
            ++at;
        while (at < source.size() && QByteArrayView(" \t\r\n").contains(source[at]))
            ++at;
    }
    if (at >= source.size() || (source[at] != '"' && source[at] != '\''))
        return {};
    const char mark = source[at++];
    QuotedSource found;
    for (; at < source.size(); ++at) {
        const char c = source[at];
        if (c == mark && !(mark == '\'' && at + 1 < source.size() && source[at + 1] == mark))
            break;
        if (c == '\n')
            ++found.lastBreaks;
        else if (!QByteArrayView(" \t\r").contains(c))
            found = {0, mark == '"' && c == '\\'};
        at += c == mark || (mark == '"' && c == '\\') ? 1 : 0;
    }
    return found;
}

class Collector : public YAML::EventHandler
{
public:
    //! \p questionMark: stands for one in all texts.
    Collector(QByteArrayView source, QByteArray questionMark)
        : m_source(source)
        , m_questionMark(std::move(questionMark))
    {
    }

    YamlEvents take() { return std::move(m_result); }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (m_started)
            throw YAML::ParserException(mark, "more than one document");
        m_started = true;
    }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const bool inList = !m_open.empty()
                            && m_result.events[m_open.back()].kind == EventKind::List;
        if (inList && m_source.sliced(offset(mark)).startsWith(',')) // [a, , b]
            throw YAML::ParserException(mark, "an element is missing");
        add(EventKind::Null, mark, anchor);
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto target = m_anchors.constFind(anchor);
        if (target == m_anchors.cend() || m_result.events[*target].after == 0)
            throw YAML::ParserException(mark, "an alias to what it stands in");
        add(EventKind::Alias, mark, YAML::NullAnchor);
        m_result.events.back().target = *target;
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        add(isPlain(tag) ? EventKind::Plain : EventKind::Text, mark, anchor);
        YamlEvent &event = m_result.events.back();
        event.begin = quint32(m_result.texts.size());
        QByteArray text = withLastBreaks(mark, QByteArray::fromStdString(value));
        if (!m_questionMark.isEmpty())
            text.replace(m_questionMark, "?");
        event.size = quint32(text.size());
        m_result.texts.append(text);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(EventKind::List, mark, anchor);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(EventKind::Map, mark, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    //! "?": without quotation marks and tag. The tags of numbers ask to read a text like that.
    static bool isPlain(const std::string &tag)
    {
        const auto view = QByteArrayView(tag.data(), qsizetype(tag.size()));
        constexpr QByteArrayView core("tag:yaml.org,2002:");
        if (!view.startsWith(core))
            return view == QByteArrayView("?");
        const QByteArrayView name = view.sliced(core.size());
        return name == QByteArrayView("int") || name == QByteArrayView("float")
               || name == QByteArrayView("bool") || name == QByteArrayView("null");
    }

    qsizetype offset(const YAML::Mark &mark) const
    {
        const qsizetype begin = m_source.startsWith("\xef\xbb\xbf") ? 3 : 0;
        return std::clamp<qsizetype>(mark.pos + begin, 0, m_source.size());
    }

    //! The parser leaves one line break at the end of a quoted text of those that are there.
    QByteArray withLastBreaks(const YAML::Mark &mark, QByteArray value) const
    {
        const QuotedSource quoted = quotedAt(m_source, offset(mark));
        if (quoted.lastBreaks < 2)
            return value;
        if (quoted.breaksAreEscaped)
            throw YAML::ParserException(mark, "line breaks behind an escaped one");
        while (value.endsWith('\n'))
            value.chop(1);
        return value + QByteArray(quoted.lastBreaks - 1, '\n');
    }

    void add(EventKind kind, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        const auto index = quint32(m_result.events.size());
        const bool container = kind == EventKind::List || kind == EventKind::Map;
        m_result.events.push_back({.kind = kind,
                                   .after = container ? 0 : index + 1,
                                   .line = mark.line + 1,
                                   .column = mark.column + 1});
        if (anchor != YAML::NullAnchor)
            m_anchors.insert(anchor, index);
    }

    void open(EventKind kind, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (m_open.size() >= maxYamlDepth)
            throw YAML::ParserException(mark, "nested too deeply");
        m_open.push_back(quint32(m_result.events.size()));
        add(kind, mark, anchor);
    }

    void close()
    {
        m_result.events.push_back({.kind = EventKind::End});
        m_result.events[m_open.back()].after = quint32(m_result.events.size());
        m_open.pop_back();
    }

    QByteArrayView m_source;
    QByteArray m_questionMark;
    YamlEvents m_result;
    QHash<YAML::anchor_t, quint32> m_anchors;
    std::vector<quint32> m_open;
    bool m_started = false;
};

//! \p utf8 with a comment behind its last line break: without, the parser takes a quoted text as
//! ended there, and the blanks of a last line as a part of a block text.
std::string withLastLine(QByteArrayView utf8)
{
    std::string text(utf8.data(), std::size_t(utf8.size()));
    const QByteArrayView last = utf8.sliced(utf8.lastIndexOf('\n') + 1);
    if (last.isEmpty())
        text += '#';
    else if (last.trimmed().isEmpty())
        text += "\n#";
    return text;
}

//! A private character that is not in \p utf8.
QByteArray unusedCharacter(QByteArrayView utf8)
{
    for (char32_t c = 0xE000; c < 0xF900; ++c) {
        const QByteArray character = QString(QChar(char16_t(c))).toUtf8();
        if (!utf8.contains(character))
            return character;
    }
    return {};
}

//! \p utf8 with \p instead of question marks that are a part of a word, as in http://x?y=1: the
//! parser would end the word there in a flow.
QByteArray withoutQuestionMarks(QByteArrayView utf8, QByteArrayView instead)
{
    constexpr QByteArrayView apart(" \t\r\n[{,");
    QByteArray text;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const bool begins = i == 0 || apart.contains(utf8[i - 1]);
        const bool ends = i + 1 == utf8.size() || apart.contains(utf8[i + 1]);
        qsizetype before = i; // a ? b
        while (before > 0 && (utf8[before - 1] == ' ' || utf8[before - 1] == '\t'))
            --before;
        const bool inWords = before > 0 && !QByteArrayView("\n[{,-?:").contains(utf8[before - 1]);
        if (utf8[i] == '?' && (inWords || !(begins && ends)))
            text += instead;
        else
            text += utf8[i];
    }
    return text;
}

//! With nothing in the lines of only blanks and tabs.
QByteArray withoutBlankLines(QByteArrayView utf8)
{
    QByteArray text;
    for (qsizetype from = 0; from < utf8.size();) {
        const qsizetype end = utf8.indexOf('\n', from);
        const QByteArrayView line = utf8.sliced(from, (end < 0 ? utf8.size() : end) - from);
        if (!line.trimmed().isEmpty())
            text += line;
        if (end < 0)
            break;
        text += '\n';
        from = end + 1;
    }
    return text;
}

//! The library throws, also std::out_of_range and the like for what it did not expect.
Result<YamlEvents> parsed(QByteArrayView utf8, const QByteArray &questionMark)
{
    try {
        const std::string text = withLastLine(utf8);
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        Collector collector(QByteArrayView(text.data(), qsizetype(text.size())), questionMark);
        if (!parser.HandleNextDocument(collector))
            return failure(Error::Kind::Decode, u"empty at line 1 column 1"_s);
        while (parser.HandleNextDocument(collector)) { }
        return collector.take();
    } catch (const YAML::Exception &problem) {
        return failure(Error::Kind::Decode,
                       placed(problem.mark, QString::fromStdString(problem.msg)));
    } catch (const std::exception &problem) {
        return failure(Error::Kind::Decode, QString::fromUtf8(problem.what()));
    }
}

} // namespace

Result<YamlEvents> readYaml(QByteArrayView utf8)
{
    auto events = parsed(utf8, {});
    // Lines of nothing but tabs are refused as indentation; in a block text they are a part of it.
    if (!events && utf8.contains('\t') && !utf8.contains('|') && !utf8.contains('>')) {
        if (auto again = parsed(withoutBlankLines(utf8), {}))
            return again;
    }
    if (events || !utf8.contains('?'))
        return events;
    const QByteArray instead = unusedCharacter(utf8);
    if (instead.isEmpty())
        return events;
    const auto again = parsed(withoutQuestionMarks(utf8, instead), instead);
    return again ? again : events;
}

} // namespace modelscribe
