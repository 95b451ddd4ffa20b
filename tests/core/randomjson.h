// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

namespace modelscribe {

//! Random JSON documents with every kind of token and white space, the same for the same seed.
class RandomJson
{
public:
    explicit RandomJson(quint32 seed)
        : m_random(seed)
    {
    }

    QByteArray document() { return space() + value(0) + space(); }
    //! The same, but an object or array.
    QByteArray structure() { return space() + container(0, below(3) > 0) + space(); }

private:
    int below(int limit) { return int(m_random.bounded(limit)); }

    QByteArray space()
    {
        static constexpr const char *spaces[] = {"", "", "", " ", "\n", "\t", "\r\n  ", "   "};
        return spaces[below(8)];
    }

    QByteArray string()
    {
        static constexpr const char *pieces[] = {"a",       "key",     " ",    "é",     "中文",
                                                 "😀",       "\\n",     "\\\"", "\\\\",  "\\/",
                                                 "\\u00e9", "\\ud83d", "{",    "[1,2]", ": ,"};
        QByteArray text = "\"";
        for (int i = below(5); i > 0; --i)
            text += pieces[below(15)];
        return text + '"';
    }

    QByteArray number()
    {
        static constexpr const char *numbers[] = {"0",
                                                  "-0",
                                                  "1.0",
                                                  "1.50",
                                                  "-12e+3",
                                                  "1E400",
                                                  "9223372036854775808",
                                                  "1e-7",
                                                  "0.10",
                                                  "12345678901234567890123456"};
        return numbers[below(10)];
    }

    QByteArray container(int depth, bool object)
    {
        QByteArray text(1, object ? '{' : '[');
        for (int i = below(5); i > 0; --i) {
            text += space();
            if (object)
                text += string() + space() + ':' + space();
            text += value(depth + 1) + space();
            if (i > 1)
                text += ',';
        }
        return text + space() + (object ? '}' : ']');
    }

    QByteArray value(int depth)
    {
        switch (below(depth > 6 ? 5 : 9)) {
        case 0: return "true";
        case 1: return "false";
        case 2: return "null";
        case 3: return string();
        case 4: return number();
        case 5:
        case 6: return container(depth, false);
        default: return container(depth, true);
        }
    }

    QRandomGenerator m_random;
};

} // namespace modelscribe
