// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFlags>

#include <functional>
#include <vector>

namespace modelscribe::testing {

//! What a service may do to the JSON it was sent without changing what it means. White space goes
//! in any case.
enum class Respelling {
    Blanks = 0,
    Order = 1,   //!< Members are sorted by their keys, backwards.
    Escapes = 2, //!< They become the characters they stand for.
    Numbers = 4  //!< The shortest spelling: 4.50 becomes 4.5, 1.0 and 1e0 become 1.
};
Q_DECLARE_FLAGS(Respellings, Respelling)
Q_DECLARE_OPERATORS_FOR_FLAGS(Respellings)

//! \p json, spelled otherwise; what is no JSON stays.
QByteArray respelled(const QByteArray &json, Respellings how);

//! What comes of a value that is sent to a service which answers otherwise.
enum class ReadBack {
    Taken,
    NotTaken,
    Unreadable //!< Nobody can say.
};

//! A service, by what it makes of its answers.
struct SpellingCase
{
    const char *name;
    QByteArray sent; //!< ExtraInfo.
    std::function<QByteArray(const QByteArray &answer)> answers;
    ReadBack readBack;
    //! What it holds clashes with taking the change back: else each member goes its own way.
    bool revertAsks = false;
};

const std::vector<SpellingCase> &spellingCases();

} // namespace modelscribe::testing
