// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/table.h"
#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <cstdio>
#include <optional>

namespace modelscribe {

//! How CSV is written.
struct CsvStyle
{
    FormulaGuard guard = FormulaGuard::On;
    bool withMark = false; //!< A byte order mark, by which Excel knows UTF-8.

    friend bool operator==(const CsvStyle &, const CsvStyle &) = default;
};

//! Where everything goes that a person or a script gets to read: results to stdout, all else to
//! stderr.
class Output
{
public:
    enum class Format { Table, Json, Csv };

    Output(std::FILE *results, std::FILE *messages);

    //! Without it: Table on a terminal, else Json.
    void setFormat(Format format) { m_asked = format; }
    Format format() const;
    bool isFormatAsked() const { return m_asked.has_value(); }
    void setCsvStyle(const CsvStyle &style) { m_csv = style; }

    //! One JSON value, as it stands; on a terminal with invisible characters escaped.
    void json(const QByteArray &text);
    //! Cut to the width of a terminal, and not at all elsewhere.
    void table(const Table &table);
    void csv(const Table &table);
    //! One line of a result, shown visibly.
    void line(const QString &text);

    //! One line on stderr.
    void note(const QString &text);
    //! The same, only when stderr is a terminal.
    void remark(const QString &text);
    //! "modelscribe-cli: SENTENCE [Code=… RequestId=… HTTP=…]", and an object when JSON was asked
    //! for.
    void error(const Error &error);
    //! The same for a sentence that is already made.
    void error(const Error &error, const QString &sentence);
    //! Somebody sits there who can be asked.
    bool mayAsk() const;
    //! Replaces the last progress; only when stderr is a terminal. Empty: takes it away.
    void progress(const QString &text);

    //! On stderr, when that is a terminal: which registry is written to.
    void target(const QString &text);

    enum class Written { All, ReaderGone, Failed };
    //! What became of all that was written to stdout.
    Written flush();

private:
    void writeResult(const QByteArray &bytes);
    void flushResults();

    std::FILE *m_results;
    std::FILE *m_messages;
    bool m_resultsOnTerminal;
    bool m_messagesOnTerminal;
    bool m_progressShown = false;
    int m_resultError = 0; //!< The first errno of writing results.
    std::optional<Format> m_asked;
    CsvStyle m_csv;
};

//! What an error object of the results has in it: kind, sentence, code, RequestId and so on.
QByteArray errorRecord(const Error &error, const QString &sentence);

} // namespace modelscribe
