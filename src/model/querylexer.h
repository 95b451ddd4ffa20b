// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/queryfields.h"

#include <QList>
#include <QStringList>

namespace modelscribe {

//! One piece of a query, with its range in the text as it was typed.
struct QueryToken
{
    enum class Kind {
        Open,  //!< (
        Close, //!< )
        Minus, //!< In front of a term or a group.
        Or,
        And,
        Not,
        Field, //!< With its colon. A Word or Open that begins where it ends is its value.
        Word
    };

    Kind kind = Kind::Word;
    qsizetype begin = 0;
    qsizetype end = 0;
    QString text; //!< Of a Word: what is meant, without quotation marks.
    const QueryField *field = nullptr;
    QStringList path;      //!< Of extra.a.b: a, b.
    bool isQuoted = false; //!< There is a quotation mark in it.
    bool isClosed = true;  //!< False: the last quotation mark has no partner.
};

//! The tokens of \p text. Any text has some: what is no operator and no field is a Word.
//!
//! Full-width ：（）“” and ＂ count as their ASCII twins. A parenthesis inside a word belongs to
//! the word, as in "bert(zh)", as long as it is balanced there; and a word behind a colon is a
//! value whatever it looks like.
QList<QueryToken> queryTokens(QStringView text);

bool isQueryBlank(QChar c);
bool isQueryColon(QChar c);
bool isQueryOpen(QChar c);
bool isQueryClose(QChar c);
bool isQueryQuote(QChar c);

//! \p value so that it is read back as it is behind a colon (or, \p bare, by itself).
QString quotedQueryValue(const QString &value, bool bare = false);
//! The same for one key of a path of extra.
QString quotedQueryKey(const QString &key);

} // namespace modelscribe
