// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonhint.h"

#include <QRect>

class QPainter;
class QsciScintilla;

namespace modelscribe {

//! What a JSON text shows beside its characters: bars, tints and messages at the ends of lines for
//! the problem and the hints, and the places a search found. Positions are bytes and follow the
//! edits. Painting looks only at the lines in sight.
class JsonHintPainter
{
public:
    enum Marker { ProblemBar, ProblemTint, HintBar, HintTint };
    static constexpr int barMarkers = 1 << ProblemBar | 1 << HintBar;

    explicit JsonHintPainter(QsciScintilla &text);

    void applyTheme();
    void setProblem(const std::optional<JsonProblem> &problem);
    void setHints(const QList<JsonHint> &hints);
    void setMatches(const QList<JsonRange> &matches, qsizetype current);

    void textInserted(qsizetype at, qsizetype length);
    void textRemoved(qsizetype at, qsizetype length);

    void paint(QPainter &painter) const;

    //! The hints of \p line that can be mended; none once the text changed since they came.
    QList<JsonHint> fixable(int line) const;
    //! Everything that is said about \p line, one sentence a line; may be empty.
    QString messages(int line) const;
    //! Where the first problem or hint behind (or before) \p offset is, round the ends.
    std::optional<qsizetype> next(qsizetype offset, bool forward) const;
    //! Of the message behind the text of \p line; empty when there is none or no room.
    QRect messageRect(int line) const;

private:
    struct Mark
    {
        qsizetype begin;
        qsizetype end;
        qsizetype hint; //!< Index, or -1: the problem.
    };
    using Marks = std::vector<Mark>;

    void placeMarks();
    void underlineProblem();
    std::pair<Marks::const_iterator, Marks::const_iterator> marksIn(qsizetype begin,
                                                                    qsizetype end) const;
    std::pair<Marks::const_iterator, Marks::const_iterator> marksOnLine(int line) const;
    std::pair<qsizetype, qsizetype> visibleBytes() const;
    QString sentence(const Mark &mark) const;
    QString lineMessage(int line) const;
    QRect roomBehind(int line) const;
    void paintMatches(QPainter &painter) const;
    void paintMessages(QPainter &painter) const;
    int lineOf(qsizetype offset) const;

    QsciScintilla &m_text;
    std::optional<JsonProblem> m_problem;
    QList<JsonHint> m_hints;
    Marks m_marks; //!< Sorted by begin.
    QList<JsonRange> m_matches;
    qsizetype m_currentMatch = -1;
    bool m_hintsAreOld = false;
};

} // namespace modelscribe
