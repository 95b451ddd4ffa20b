// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/text/jsonhintpainter.h"

#include "model/wording.h"
#include "ui/json/jsonwording.h"
#include "ui/widgets/theme.h"

#include <Qsci/qsciscintilla.h>

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Sci = QsciScintillaBase;

constexpr int problemIndicator = Sci::INDIC_CONTAINER;
constexpr int gap = 16;           // between the text and its message
constexpr int leastRoom = 64;     // narrower messages are not worth reading
constexpr int mostPainted = 2000; // matches in sight

long ask(const QsciScintilla &text, unsigned int message, qsizetype first = 0, qsizetype second = 0)
{
    return text.SendScintilla(message, static_cast<unsigned long>(first), long(second));
}

//! A sentence that goes on behind something else; words such as "JSON" keep their capitals.
QString continued(QString sentence)
{
    if (sentence.size() > 1 && sentence[0].isUpper() && sentence[1].isLower())
        sentence[0] = sentence[0].toLower();
    return sentence;
}

template<typename Range>
void shiftForInsertion(Range &range, qsizetype at, qsizetype length)
{
    if (range.begin >= at)
        range.begin += length;
    if (range.end > at)
        range.end += length;
    range.end = std::max(range.begin, range.end);
}

template<typename Range>
void shiftForRemoval(Range &range, qsizetype at, qsizetype length)
{
    for (qsizetype *place : {&range.begin, &range.end}) {
        if (*place > at)
            *place = std::max(at, *place - length);
    }
}

} // namespace

JsonHintPainter::JsonHintPainter(QsciScintilla &text)
    : m_text(text)
{
    for (const int marker : {ProblemBar, HintBar})
        text.markerDefine(QsciScintilla::FullRectangle, marker);
    for (const int marker : {ProblemTint, HintTint})
        text.markerDefine(QsciScintilla::Background, marker);
    ask(text, Sci::SCI_INDICSETSTYLE, problemIndicator, Sci::INDIC_SQUIGGLE);
}

void JsonHintPainter::applyTheme()
{
    const Theme &theme = Theme::of(&m_text);
    m_text.setMarkerBackgroundColor(theme.color(ThemeColor::Removed), ProblemBar);
    m_text.setMarkerBackgroundColor(theme.color(ThemeColor::RemovedTint), ProblemTint);
    m_text.setMarkerBackgroundColor(theme.color(ThemeColor::Changed), HintBar);
    m_text.setMarkerBackgroundColor(theme.color(ThemeColor::ChangedTint), HintTint);
    m_text.SendScintilla(Sci::SCI_INDICSETFORE, static_cast<unsigned long>(problemIndicator),
                         theme.color(ThemeColor::Removed));
}

void JsonHintPainter::setProblem(const std::optional<JsonProblem> &problem)
{
    if (!problem && !m_problem)
        return;
    m_problem = problem;
    placeMarks();
    underlineProblem();
}

void JsonHintPainter::setHints(const QList<JsonHint> &hints)
{
    m_hintsAreOld = false;
    if (hints.isEmpty() && m_hints.isEmpty())
        return;
    m_hints = hints;
    placeMarks();
}

void JsonHintPainter::setMatches(const QList<JsonRange> &matches, qsizetype current)
{
    if (matches == m_matches && current == m_currentMatch)
        return;
    m_matches = matches;
    m_currentMatch = current;
    m_text.viewport()->update();
}

void JsonHintPainter::placeMarks()
{
    const qsizetype length = m_text.length();
    const auto within = [length](qsizetype offset) {
        return std::clamp<qsizetype>(offset, 0, length);
    };
    m_marks.clear();
    if (m_problem)
        m_marks.push_back({within(m_problem->offset), within(m_problem->offset), -1});
    for (qsizetype i = 0; i < m_hints.size(); ++i)
        m_marks.push_back({within(m_hints[i].range.begin), within(m_hints[i].range.end), i});
    std::ranges::stable_sort(m_marks, {}, &Mark::begin);

    for (const int marker : {ProblemBar, ProblemTint, HintBar, HintTint})
        ask(m_text, Sci::SCI_MARKERDELETEALL, marker);
    int last = -1;
    for (const Mark &mark : m_marks) {
        const int line = lineOf(mark.begin);
        if (line == last && mark.hint >= 0)
            continue;
        last = line;
        ask(m_text, Sci::SCI_MARKERADD, line, mark.hint < 0 ? ProblemBar : HintBar);
        ask(m_text, Sci::SCI_MARKERADD, line, mark.hint < 0 ? ProblemTint : HintTint);
    }
    m_text.viewport()->update();
}

void JsonHintPainter::underlineProblem()
{
    const qsizetype length = m_text.length();
    ask(m_text, Sci::SCI_SETINDICATORCURRENT, problemIndicator);
    ask(m_text, Sci::SCI_INDICATORCLEARRANGE, 0, length);
    if (!m_problem || length == 0)
        return;
    qsizetype begin = std::clamp<qsizetype>(m_problem->offset, 0, length);
    const qsizetype lineEnd = ask(m_text, Sci::SCI_GETLINEENDPOSITION, lineOf(begin));
    qsizetype end = std::min(lineEnd, qsizetype(ask(m_text, Sci::SCI_WORDENDPOSITION, begin, 1)));
    if (begin >= lineEnd) // the end of the line or of the text is what is wrong
        begin = ask(m_text, Sci::SCI_POSITIONBEFORE, begin);
    if (end <= begin)
        end = ask(m_text, Sci::SCI_POSITIONAFTER, begin);
    ask(m_text, Sci::SCI_INDICATORFILLRANGE, begin, std::min<qsizetype>(end - begin, 200));
}

void JsonHintPainter::textInserted(qsizetype at, qsizetype length)
{
    m_hintsAreOld = true;
    for (Mark &mark : m_marks)
        shiftForInsertion(mark, at, length);
    for (JsonRange &match : m_matches)
        shiftForInsertion(match, at, length);
}

void JsonHintPainter::textRemoved(qsizetype at, qsizetype length)
{
    m_hintsAreOld = true;
    for (Mark &mark : m_marks)
        shiftForRemoval(mark, at, length);
    for (JsonRange &match : m_matches)
        shiftForRemoval(match, at, length);
}

int JsonHintPainter::lineOf(qsizetype offset) const
{
    return int(ask(m_text, Sci::SCI_LINEFROMPOSITION, offset));
}

std::pair<JsonHintPainter::Marks::const_iterator, JsonHintPainter::Marks::const_iterator>
JsonHintPainter::marksIn(qsizetype begin, qsizetype end) const
{
    const auto first = std::ranges::lower_bound(m_marks, begin, {}, &Mark::begin);
    const auto last = std::ranges::upper_bound(m_marks, end, {}, &Mark::begin);
    return {first, std::max(first, last)};
}

std::pair<JsonHintPainter::Marks::const_iterator, JsonHintPainter::Marks::const_iterator>
JsonHintPainter::marksOnLine(int line) const
{
    if (line < 0)
        return {m_marks.end(), m_marks.end()};
    return marksIn(ask(m_text, Sci::SCI_POSITIONFROMLINE, line),
                   ask(m_text, Sci::SCI_GETLINEENDPOSITION, line));
}

std::pair<qsizetype, qsizetype> JsonHintPainter::visibleBytes() const
{
    const long top = ask(m_text, Sci::SCI_GETFIRSTVISIBLELINE);
    const long bottom = top + ask(m_text, Sci::SCI_LINESONSCREEN) + 1;
    return {
        ask(m_text, Sci::SCI_POSITIONFROMLINE, ask(m_text, Sci::SCI_DOCLINEFROMVISIBLE, top)),
        ask(m_text, Sci::SCI_GETLINEENDPOSITION, ask(m_text, Sci::SCI_DOCLINEFROMVISIBLE, bottom))};
}

QString JsonHintPainter::sentence(const Mark &mark) const
{
    return mark.hint < 0 ? wording::jsonProblem(*m_problem) : jsonwording::hint(m_hints[mark.hint]);
}

QString JsonHintPainter::lineMessage(int line) const
{
    const auto [first, last] = marksOnLine(line);
    if (first == last)
        return {};
    // Of several the problem comes first: the hints are about an older text then.
    const auto problem = std::find_if(first, last, [](const Mark &mark) { return mark.hint < 0; });
    const Mark &mark = problem == last ? *first : *problem;
    QString text = continued(sentence(mark));
    if (mark.hint >= 0 && !m_hintsAreOld && !m_text.isReadOnly()
        && !m_hints[mark.hint].fix.isEmpty())
        text += u" ▸ "_s + continued(jsonwording::fix(m_hints[mark.hint]));
    if (last - first > 1)
        text += u"  +%1"_s.arg(last - first - 1);
    return text;
}

QString JsonHintPainter::messages(int line) const
{
    constexpr int most = 6;
    QStringList result;
    const auto [first, last] = marksOnLine(line);
    for (auto mark = first; mark != last && result.size() < most; ++mark)
        result.append(sentence(*mark));
    if (last - first > most)
        result.append(u"…"_s);
    return result.join(u'\n');
}

QList<JsonHint> JsonHintPainter::fixable(int line) const
{
    QList<JsonHint> result;
    if (m_hintsAreOld || m_text.isReadOnly())
        return result;
    const auto [first, last] = marksOnLine(line);
    for (auto mark = first; mark != last && result.size() < 12; ++mark) {
        if (mark->hint >= 0 && !m_hints[mark->hint].fix.isEmpty())
            result.append(m_hints[mark->hint]);
    }
    return result;
}

std::optional<qsizetype> JsonHintPainter::next(qsizetype offset, bool forward) const
{
    if (m_marks.empty())
        return {};
    if (forward) {
        const auto found = std::ranges::upper_bound(m_marks, offset, {}, &Mark::begin);
        return found == m_marks.end() ? m_marks.front().begin : found->begin;
    }
    const auto found = std::ranges::lower_bound(m_marks, offset, {}, &Mark::begin);
    return found == m_marks.begin() ? m_marks.back().begin : std::prev(found)->begin;
}

QRect JsonHintPainter::roomBehind(int line) const
{
    if (!ask(m_text, Sci::SCI_GETLINEVISIBLE, line))
        return {};
    const long end = ask(m_text, Sci::SCI_GETLINEENDPOSITION, line);
    const int x = int(ask(m_text, Sci::SCI_POINTXFROMPOSITION, 0, end)) + gap;
    const int y = int(ask(m_text, Sci::SCI_POINTYFROMPOSITION, 0, end));
    const int width = m_text.viewport()->width() - x - 8;
    if (width < leastRoom || x < gap)
        return {};
    return {x, y, width, int(ask(m_text, Sci::SCI_TEXTHEIGHT, line))};
}

QRect JsonHintPainter::messageRect(int line) const
{
    const QString text = lineMessage(line);
    QRect room = text.isEmpty() ? QRect() : roomBehind(line);
    if (!room.isEmpty())
        room.setWidth(std::min(room.width(), m_text.fontMetrics().horizontalAdvance(text)));
    return room;
}

void JsonHintPainter::paint(QPainter &painter) const
{
    paintMatches(painter);
    paintMessages(painter);
}

void JsonHintPainter::paintMessages(QPainter &painter) const
{
    if (m_marks.empty())
        return;
    painter.setPen(Theme::of(&m_text).color(ThemeColor::Muted));
    painter.setFont(m_text.font());
    const QFontMetrics metrics(m_text.font());
    const auto [begin, end] = visibleBytes();
    const auto [first, last] = marksIn(begin, end);
    for (auto mark = first; mark != last;) {
        const int line = lineOf(mark->begin);
        const QRect room = roomBehind(line);
        if (!room.isEmpty()) {
            painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                             metrics.elidedText(lineMessage(line), Qt::ElideRight, room.width()));
        }
        mark = marksOnLine(line).second; // many can stand on one line
        if (mark > last)
            break;
    }
}

void JsonHintPainter::paintMatches(QPainter &painter) const
{
    if (m_matches.isEmpty())
        return;
    const Theme &theme = Theme::of(&m_text);
    QColor fill = theme.color(ThemeColor::Accent);
    fill.setAlpha(40);
    const auto [begin, end] = visibleBytes();
    const auto first = std::ranges::lower_bound(m_matches, begin, {}, &JsonRange::end);
    const auto x = [this](qsizetype at) {
        return int(ask(m_text, Sci::SCI_POINTXFROMPOSITION, 0, at));
    };
    int painted = 0;
    for (auto match = first; match != m_matches.end() && match->begin <= end; ++match) {
        if (match->size() < 0)
            continue;
        const int line = lineOf(match->begin);
        if (!ask(m_text, Sci::SCI_GETLINEVISIBLE, line))
            continue;
        const qsizetype lineEnd = ask(m_text, Sci::SCI_GETLINEENDPOSITION, line);
        const int left = x(match->begin);
        if (left > m_text.viewport()->width())
            continue;
        const int height = int(ask(m_text, Sci::SCI_TEXTHEIGHT, line));
        const qsizetype matchEnd = std::min(match->end, lineEnd);
        const int top = int(ask(m_text, Sci::SCI_POINTYFROMPOSITION, 0, match->begin));
        const int endTop = int(ask(m_text, Sci::SCI_POINTYFROMPOSITION, 0, matchEnd));
        // A wrapped one begins and ends in other rows.
        const int right = top == endTop ? x(matchEnd) : m_text.viewport()->width();
        const QRect area(left, top, std::max(3, right - left), height);
        painter.fillRect(area, fill);
        if (top != endTop) {
            const int lineLeft = x(ask(m_text, Sci::SCI_POSITIONFROMLINE, line));
            painter.fillRect(lineLeft, top + height, m_text.viewport()->width() - lineLeft,
                             endTop - top - height, fill);
            painter.fillRect(lineLeft, endTop, x(matchEnd) - lineLeft, height, fill);
        }
        if (match - m_matches.begin() == m_currentMatch) {
            painter.setPen(theme.color(ThemeColor::Accent));
            painter.drawRect(area.adjusted(0, 0, -1, -1));
        }
        if (++painted == mostPainted)
            return;
    }
}

} // namespace modelscribe
