// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace modelscribe {

//! A JSON value as the exact text it came as (UTF-8), compared as text.
//!
//! Nothing in here parses or respells: key order, "1.0", 25-digit integers and duplicate keys stay.
//! An empty text means "no value".
class JsonText
{
public:
    JsonText() = default;
    explicit JsonText(QByteArray utf8)
        : m_utf8(std::move(utf8))
    {
    }

    const QByteArray &utf8() const { return m_utf8; }
    QString toString() const;
    //! A lone surrogate, which UTF-8 cannot hold, becomes its JSON escape.
    static JsonText fromString(const QString &text);

    bool isEmpty() const { return m_utf8.isEmpty(); }

    //! Copies share their bytes: long texts are mostly compared with themselves.
    friend bool operator==(const JsonText &a, const JsonText &b)
    {
        return (a.m_utf8.constData() == b.m_utf8.constData() && a.m_utf8.size() == b.m_utf8.size())
               || a.m_utf8 == b.m_utf8;
    }

private:
    QByteArray m_utf8;
};

} // namespace modelscribe
