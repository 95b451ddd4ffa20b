// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "cli/exitcode.h"
#include "core/jsonwriter.h"
#include "core/visibletext.h"
#include "model/errorname.h"
#include "model/wording.h"

#include <cerrno>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <sys/ioctl.h>
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

//! How many cells a line of the terminal has: as the shell says, as the terminal says, or as usual.
int terminalWidth([[maybe_unused]] std::FILE *file)
{
    bool isSet = false;
    const int asked = qEnvironmentVariableIntValue("COLUMNS", &isSet);
    if (isSet && asked > 0)
        return asked;
#ifndef Q_OS_WIN
    winsize size{};
    if (ioctl(fileno(file), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
#endif
    return 80;
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

QByteArray certificateRecord(const CertificateFacts &facts)
{
    JsonObjectWriter writer;
    writer.add(u"Subject", jsonString(facts.subject));
    writer.add(u"Issuer", jsonString(facts.issuer));
    writer.add(u"From", jsonString(facts.from.toUTC().toString(Qt::ISODate)));
    writer.add(u"Until", jsonString(facts.until.toUTC().toString(Qt::ISODate)));
    return writer.take();
}

} // namespace

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
    const auto width = m_resultsOnTerminal ? std::optional(terminalWidth(m_results)) : std::nullopt;
    writeResult(tableText(table, width).toUtf8());
}

void Output::csv(const Table &table)
{
    progress({});
    const QByteArray mark = m_csv.withMark ? "\xEF\xBB\xBF"_ba : QByteArray();
    writeResult(mark + utf8KeepingSurrogates(csvText(table, m_csv.guard)));
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
        JsonObjectWriter object;
        object.add(u"Error", errorRecord(error, sentence));
        write(m_messages, visibleJson(object.take()) + '\n');
        std::fflush(m_messages);
    }
}

bool Output::mayAsk() const { return m_messagesOnTerminal && isTerminal(stdin); }

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

QByteArray errorRecord(const Error &error, const QString &sentence)
{
    JsonObjectWriter inner;
    const auto add = [&](QStringView key, const QString &value) {
        if (!value.isEmpty())
            inner.add(key, jsonString(value));
    };
    add(u"Kind", nameOf(error.kind));
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
    if (error.certificate)
        inner.add(u"Certificate", certificateRecord(*error.certificate));
    return inner.take();
}

} // namespace modelscribe
