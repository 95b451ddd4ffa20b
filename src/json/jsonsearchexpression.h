// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace modelscribe {

//! A regular expression as people know it from other editors, in PCRE's spelling.
struct JsonSearchExpression
{
    QString perl;
    QList<qsizetype> places; //!< Where what each character of perl came from was typed.
    //! It names CR itself ("\r$"), so that LF alone ends a line and everything is meant as typed.
    bool namesReturns = false;

    //! \uXXXX and \u{XXXXX} become \x{…}; with \p hasReturns, of a text with CR in its line breaks,
    //! \n is any line break, and ^ and $ do not fit inside of one.
    static JsonSearchExpression fromText(QStringView typed, bool hasReturns);

    qsizetype placeOf(qsizetype offset) const
    {
        return offset < places.size() ? places[offset] : places.isEmpty() ? 0 : places.last() + 1;
    }
};

} // namespace modelscribe
