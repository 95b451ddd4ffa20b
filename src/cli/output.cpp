// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "cli/exitcode.h"
#include "core/jsonwriter.h"
#include "core/visibletext.h"
#include "model/parametersize.h"
#include "model/wording.h"

#include <algorithm>
#include <array>
#include <cerrno>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

bool isTerminal(std::FILE *file)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(file)) != 0;
#else
    return isatty(fileno(file)) != 0;
#endif
}

int widthOf(char32_t c)
{
    struct Range
    {
        char32_t first;
        char32_t last;
    };
    static constexpr std::array wide{
        Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0xA4CF},
        Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},
        Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
        Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1FAFF}, Range{0x20000, 0x3FFFD}};
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format: return 0;
    default: break;
    }
    return std::ranges::any_of(wide, [c](Range r) { return c >= r.first && c <= r.last; }) ? 2 : 1;
}

bool looksLikeFormula(const QString &cell)
{
    static const QString dangerous = u"=+-@\t\r\n'＝＋－＠"_s;
    return !cell.isEmpty() && dangerous.contains(cell.front()) && !parseInteger(cell);
}

QString csvCell(QString cell)
{
    if (looksLikeFormula(cell))
        cell.prepend(u'\'');
    const bool plain = std::ranges::none_of(
        cell, [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    return plain ? cell : u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

//! JSON text whose invisible characters, which only stand in strings, are escaped.
QByteArray visibleJson(const QByteArray &text)
{
    QByteArray result;
    for (const char32_t c : QString::fromUtf8(text).toUcs4()) {
        const QString character = QString::fromUcs4(&c, 1);
        if (c != U'\n' && !namesOfInvisible(character).isEmpty()) {
            for (const QChar unit : character)
                result += "\\u" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
        } else {
            result += character.toUtf8();
        }
    }
    return result;
}

bool write(std::FILE *file, const QByteArray &bytes)
{
    return std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file) == size_t(bytes.size());
}

QByteArray kindName(Error::Kind kind)
{
    static constexpr const char *names[] = {
        "Cancelled", "Network",   "Tls",     "Timeout", "Unauthorized", "Forbidden", "NotFound",
        "Conflict",  "Throttled", "Service", "Decode",  "Invalid",      "Storage"};
    return names[int(kind)];
}

QByteArray errorJson(const Error &error, const QString &sentence)
{
    JsonObjectWriter inner;
    const auto add = [&](QStringView key, const QString &value) {
        if (!value.isEmpty())
            inner.add(key, jsonString(value));
    };
    add(u"Kind", QString::fromLatin1(kindName(error.kind)));
    add(u"Sentence", sentence);
    add(u"Code", error.code);
    add(u"Message", error.message);
    add(u"Detail", error.detail);
    add(u"RequestId", error.requestId);
    add(u"AuthAction", error.action);
    if (error.httpStatus != 0)
        inner.add(u"HttpStatus", QByteArray::number(error.httpStatus));
    if (error.clockOffset)
        inner.add(u"ClockOffset", QByteArray::number(*error.clockOffset));
    if (error.outcomeUnknown)
        inner.add(u"OutcomeUnknown", "true");
    JsonObjectWriter outer;
    outer.add(u"Error", inner.take());
    return outer.take();
}

} // namespace

int displayWidth(const QString &text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4())
        width += widthOf(c);
    return width;
}

QString tableText(const Table &table)
{
    QList<QStringList> rows{table.header};
    for (const QStringList &row : table.rows) {
        QStringList shown;
        for (const QString &cell : row)
            shown.append(visibleText(cell, 60));
        rows.append(shown);
    }
    QList<int> widths(table.header.size(), 0);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row[i]));
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row[i] + QString(widths[i] - displayWidth(row[i]) + 2, u' ');
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

QString csvText(const Table &table)
{
    QString text;
    const auto add = [&](const QStringList &row) {
        QStringList cells;
        for (const QString &cell : row)
            cells.append(csvCell(cell));
        text += cells.join(u',') + u"\r\n"_s;
    };
    add(table.header);
    for (const QStringList &row : table.rows)
        add(row);
    return text;
}

Output::Output(std::FILE *results, std::FILE *messages)
    : m_results(results)
    , m_messages(messages)
    , m_resultsOnTerminal(isTerminal(results))
    , m_messagesOnTerminal(isTerminal(messages))
{
}

Output::Format Output::format() const
{
    return m_asked.value_or(m_resultsOnTerminal ? Format::Table : Format::Json);
}

void Output::json(const QByteArray &text)
{
    progress({});
    writeResult((m_resultsOnTerminal ? visibleJson(text) : text) + '\n');
}

void Output::table(const Table &table)
{
    progress({});
    writeResult(tableText(table).toUtf8());
}

void Output::csv(const Table &table)
{
    progress({});
    writeResult(utf8KeepingSurrogates(csvText(table)));
}

void Output::line(const QString &text)
{
    progress({});
    writeResult(visibleText(text, 100'000).toUtf8() + '\n');
}

void Output::note(const QString &text)
{
    progress({});
    flushResults(); // on a terminal both are read as one text
    write(m_messages, visibleText(text, 100'000).toUtf8() + '\n');
    std::fflush(m_messages);
}

void Output::error(const Error &error)
{
    this->error(error, wording::nextStep(error).isEmpty() ? wording::whatHappened(error)
                                                          : wording::whole(error));
}

void Output::error(const Error &error, const QString &sentence)
{
    const QString facts = wording::facts(error);
    note(u"modelscribe-cli: "_s + sentence
         + (facts.isEmpty() ? QString() : u" ["_s + facts + u']'));
    if (m_asked == Format::Json) {
        write(m_messages, visibleJson(errorJson(error, sentence)) + '\n');
        std::fflush(m_messages);
    }
}

void Output::progress(const QString &text)
{
    if (!m_messagesOnTerminal || (text.isEmpty() && !m_progressShown))
        return;
    write(m_messages, "\r\x1b[K" + visibleText(text, 70).toUtf8());
    std::fflush(m_messages);
    m_progressShown = !text.isEmpty();
}

void Output::remark(const QString &text)
{
    if (m_messagesOnTerminal)
        note(text);
}

void Output::target(const QString &text)
{
    if (m_messagesOnTerminal)
        note(u"→ "_s + text);
}

void Output::writeResult(const QByteArray &bytes)
{
    if (!write(m_results, bytes) && m_resultError == 0)
        m_resultError = errno;
}

void Output::flushResults()
{
    if (std::fflush(m_results) != 0 && m_resultError == 0)
        m_resultError = errno;
}

Output::Written Output::flush()
{
    progress({});
    flushResults();
    switch (m_resultError) {
    case 0: return Written::All;
    case EPIPE: return Written::ReaderGone;
    default: return Written::Failed;
    }
}

} // namespace modelscribe
