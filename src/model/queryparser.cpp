// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/queryparser.h"

#include "model/querylexer.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Code = QueryProblem::Code;
using Node = QueryNode;
using Token = QueryToken;

class Parser
{
public:
    explicit Parser(const QString &text)
        : m_text(text)
        , m_tokens(queryTokens(text))
    {
    }

    ParsedQuery run()
    {
        Node root{.end = m_text.size()};
        while (m_next < m_tokens.size()) {
            Node part = all(nullptr);
            std::ranges::move(part.children, std::back_inserter(root.children));
            if (isAt(Token::Kind::Close))
                addProblem(Code::NothingOpen, take());
        }
        if (root.children.size() == 1)
            root = Node(std::move(root.children.front()));
        m_result.query = Query(std::move(root));
        std::ranges::stable_sort(m_result.problems, {}, &QueryProblem::begin);
        return std::move(m_result);
    }

private:
    bool isAt(Token::Kind kind) const
    {
        return m_next < m_tokens.size() && m_tokens[m_next].kind == kind;
    }
    bool isAtOperand() const
    {
        return isAt(Token::Kind::Open) || isAt(Token::Kind::Minus) || isAt(Token::Kind::Not)
               || isAt(Token::Kind::Field) || isAt(Token::Kind::Word);
    }
    const Token &take() { return m_tokens[m_next++]; }

    void addProblem(Code code, const Token &at)
    {
        addProblem({.code = code,
                    .begin = at.begin,
                    .length = at.end - at.begin,
                    .subject = m_text.mid(at.begin, at.end - at.begin)});
    }
    void addProblem(const QueryProblem &problem)
    {
        if (m_result.problems.size() < ParsedQuery::maxProblems)
            m_result.problems.append(problem);
    }
    void addNote(const QueryProblem &note)
    {
        if (m_result.notes.size() < ParsedQuery::maxProblems)
            m_result.notes.append(note);
    }

    //! One child stands for itself.
    static Node unwrapped(Node node)
    {
        if (node.children.size() != 1 || node.kind == Node::Kind::Not)
            return node;
        Node child = std::move(node.children.front());
        child.begin = node.begin;
        child.end = node.end;
        return child;
    }

    //! Up to a closing parenthesis or the end. \p field: whose values these are.
    Node all(const Token *field)
    {
        Node node{.begin = m_next < m_tokens.size() ? m_tokens[m_next].begin : m_text.size()};
        const Token *conjunction = nullptr;
        bool hasOr = false;
        while (m_next < m_tokens.size() && !isAt(Token::Kind::Close)) {
            if (isAt(Token::Kind::And) || isAt(Token::Kind::Or)) {
                const bool isAnd = isAt(Token::Kind::And);
                const Token &sign = take();
                if (node.children.empty() || !isAnd)
                    addProblem(Code::NothingBefore, sign);
                else if (!isAtOperand())
                    addProblem(Code::NothingBehind, sign);
                conjunction = isAnd ? &sign : conjunction;
                continue;
            }
            if (auto part = alternatives(field, hasOr))
                node.children.push_back(std::move(*part));
        }
        if (conjunction && hasOr)
            addProblem(Code::MixedOperators, *conjunction);
        node.end = m_next > 0 ? m_tokens[m_next - 1].end : node.begin;
        return node;
    }

    std::optional<Node> alternatives(const Token *field, bool &hasOr)
    {
        Node node{.kind = Node::Kind::Or, .begin = m_tokens[m_next].begin};
        const auto add = [&](std::optional<Node> part) {
            if (part)
                node.children.push_back(std::move(*part));
        };
        add(operand(field));
        while (isAt(Token::Kind::Or)) {
            hasOr = true;
            const Token &sign = take();
            if (isAtOperand())
                add(operand(field));
            else
                addProblem(Code::NothingBehind, sign);
        }
        node.end = m_tokens[m_next - 1].end;
        if (node.children.empty())
            return {};
        return unwrapped(std::move(node));
    }

    std::optional<Node> operand(const Token *field)
    {
        const qsizetype begin = m_tokens[m_next].begin;
        bool isNegated = false;
        while (isAt(Token::Kind::Minus) || isAt(Token::Kind::Not)) {
            isNegated = !isNegated;
            const Token &sign = take();
            if (!isAtOperand()) {
                addProblem(Code::NothingBehind, sign);
                return {};
            }
        }
        auto node = isAt(Token::Kind::Open)    ? group(field)
                    : isAt(Token::Kind::Field) ? fieldTerm()
                                               : wordTerm(field);
        if (node && isNegated)
            node = negated(std::move(*node));
        if (node)
            node->begin = begin;
        return node;
    }

    static Node negated(Node node)
    {
        const qsizetype end = node.end;
        if (node.kind == Node::Kind::Not) {
            Node child = std::move(node.children.front());
            child.end = end;
            return child;
        }
        Node outer{.kind = Node::Kind::Not, .end = end};
        outer.children.push_back(std::move(node));
        return outer;
    }

    std::optional<Node> group(const Token *field)
    {
        const Token &open = take();
        if (++m_depth > ParsedQuery::maxDepth) {
            addProblem(Code::TooDeep, open);
            m_next = m_tokens.size();
            return {};
        }
        const qsizetype before = m_result.problems.size();
        Node inner = all(field);
        --m_depth;
        if (isAt(Token::Kind::Close))
            take();
        else if (m_result.problems.isEmpty() || m_result.problems.last().code != Code::TooDeep)
            addProblem(Code::NothingClosed, open);
        inner.begin = open.begin;
        inner.end = m_tokens[m_next - 1].end;
        if (!inner.children.empty())
            return unwrapped(std::move(inner));
        if (m_result.problems.size() == before) {
            addProblem({.code = Code::EmptyGroup,
                        .begin = inner.begin,
                        .length = inner.end - inner.begin});
        }
        return {};
    }

    std::optional<Node> fieldTerm()
    {
        const Token &field = take();
        const bool hasValue = m_next < m_tokens.size() && m_tokens[m_next].begin == field.end;
        if (hasValue && isAt(Token::Kind::Open)) {
            auto node = group(&field);
            if (node) {
                node->begin = field.begin;
                node->isValues = true;
            }
            return node;
        }
        if (hasValue && isAt(Token::Kind::Word))
            return wordTerm(&field);
        return term(Token{.begin = field.end, .end = field.end}, &field);
    }

    std::optional<Node> wordTerm(const Token *field)
    {
        const Token &word = take();
        if (!word.isClosed) {
            addNote({.code = Code::OpenQuote,
                     .begin = word.begin,
                     .length = word.end - word.begin,
                     .subject = word.text});
        }
        if (!field)
            noteBareWord(word);
        return term(word, field);
    }

    void noteBareWord(const Token &word)
    {
        const QStringView raw = QStringView(m_text).sliced(word.begin, word.end - word.begin);
        QueryProblem note{.begin = word.begin, .length = raw.size(), .subject = word.text};
        const auto *stop = std::ranges::find_if(
            raw, [](QChar c) { return isQueryColon(c) || isQueryQuote(c); });
        if (stop != raw.end() && stop != raw.begin() && isQueryColon(*stop)) {
            note.code = Code::NotAField;
            note.length = stop - raw.begin() + 1;
            note.subject = raw.left(note.length).toString();
            addNote(note);
        } else if (raw == u"-") {
            note.code = Code::LoneMinus;
            addNote(note);
        } else if (raw.compare(u"or", Qt::CaseInsensitive) == 0 && m_next > 1
                   && m_next < m_tokens.size()) {
            note.code = Code::SmallOr;
            note.offer = u"OR"_s;
            addNote(note);
        }
    }

    std::optional<Node> term(const Token &word, const Token *field)
    {
        QueryTerm term{.value = word.text,
                       .begin = field && word.begin == field->end ? field->begin : word.begin,
                       .fieldBegin = field ? field->begin : word.begin,
                       .valueBegin = word.begin,
                       .end = word.end};
        if (field) {
            term.field = field->field;
            term.path = field->path;
            readOperator(term, word);
        }
        auto problem = prepareTerm(term, word.isQuoted);
        if (problem && problem->code >= Code::NotAField)
            problem = asText(term, *problem);
        if (problem) {
            addTermProblem(term, *problem);
            return {};
        }
        return Node{.kind = Node::Kind::Term, .term = term, .begin = term.begin, .end = term.end};
    }

    void readOperator(QueryTerm &term, const Token &word) const
    {
        const QueryFieldKind kind = term.field->kind;
        const bool isText = kind == QueryFieldKind::Part || kind == QueryFieldKind::Person
                            || kind == QueryFieldKind::Whole;
        const bool isOrdered = kind == QueryFieldKind::Number || kind == QueryFieldKind::Size
                               || kind == QueryFieldKind::Time
                               || (kind == QueryFieldKind::Extra && !term.path.isEmpty());
        const auto found = QueryOperatorText::at(
            QStringView(m_text).sliced(word.begin, word.end - word.begin));
        if (isOrdered || (isText && found.how == QueryOperator::Equal)) {
            term.how = found.how;
            term.value.remove(0, found.length);
        }
        if (isOrdered && term.how == QueryOperator::None && !word.isQuoted
            && QueryEnds::of(term.value).areThere)
            term.how = QueryOperator::Range;
    }

    //! "size:xl-model" is a name.
    std::optional<QueryProblem> asText(QueryTerm &term, QueryProblem note)
    {
        if (term.begin != term.fieldBegin) { // in size:(a OR b) there is no doubt
            note.code = note.code == Code::SizeAsText ? Code::NoSize : Code::NoInteger;
            return note;
        }
        note.begin = term.begin;
        note.length = term.valueBegin - term.begin;
        note.subject = m_text.mid(note.begin, note.length);
        addNote(note);
        term = QueryTerm{.value = note.subject + term.value,
                         .begin = term.begin,
                         .fieldBegin = term.begin,
                         .valueBegin = term.begin,
                         .end = term.end};
        return prepareTerm(term, false);
    }

    void addTermProblem(const QueryTerm &term, QueryProblem problem)
    {
        problem.begin = term.begin;
        problem.length = term.end - term.begin;
        problem.subject = m_text.mid(problem.begin, problem.length);
        problem.offer = usefulOffer(term, problem.offer);
        addProblem(problem);
    }

    //! The whole term with another value, when that is understood.
    QString usefulOffer(const QueryTerm &term, const QString &value) const
    {
        if (value.isEmpty() || value == term.value)
            return {};
        const QString offer = m_text.mid(term.begin, term.valueBegin - term.begin)
                              + queryOperatorSign(term.how) + value;
        return parseQuery(offer).isUnderstood() ? offer : QString();
    }

    const QString &m_text;
    QList<Token> m_tokens;
    qsizetype m_next = 0;
    int m_depth = 0;
    ParsedQuery m_result;
};

} // namespace

ParsedQuery parseQuery(const QString &text)
{
    if (text.size() <= ParsedQuery::maxLength)
        return Parser(text).run();
    ParsedQuery result;
    result.problems.append({.code = Code::TooLong,
                            .begin = ParsedQuery::maxLength,
                            .length = text.size() - ParsedQuery::maxLength});
    return result;
}

} // namespace modelscribe
