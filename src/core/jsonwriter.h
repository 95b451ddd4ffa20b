// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace modelscribe {

//! UTF-8 of \p text; a lone surrogate, which UTF-8 cannot hold, is written as \uXXXX.
QByteArray utf8KeepingSurrogates(QStringView text);

//! \p text as a JSON string with its quotation marks. Only what JSON demands is escaped.
QByteArray jsonString(QStringView text);

//! Writes one JSON object member by member, in the order of the calls; values may be raw text.
class JsonObjectWriter
{
public:
    //! \p rawValue is put in as it stands and must be one JSON value.
    void add(QStringView key, const QByteArray &rawValue);
    bool isEmpty() const { return m_text.size() == 1; }
    QByteArray take() const { return m_text + '}'; }

private:
    QByteArray m_text = QByteArrayLiteral("{");
};

} // namespace modelscribe
