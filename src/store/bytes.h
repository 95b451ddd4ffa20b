// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace modelscribe {

//! Puts values one after the other, each so that it is read back to the letter.
class ByteWriter
{
public:
    void number(quint64 value); //!< 7 bits a byte, low ones first.
    void bytes(QByteArrayView value);
    void text(const QString &value); //!< Also half a surrogate pair and NUL.

    const QByteArray &result() const { return m_result; }
    void reserve(qsizetype size) { m_result.reserve(size); }

private:
    QByteArray m_result;
};

//! Reads what ByteWriter wrote. Past the end everything is empty and ok() is false.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    quint64 number();
    QByteArrayView bytes();
    QString text();
    //! A number that says how many values follow, each of at least one byte.
    qsizetype count();

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    bool m_ok = true;
};

QByteArray textBytes(const QString &text); //!< As ByteWriter::text() without the length.
QString bytesText(QByteArrayView bytes);

//! \p body with a mark of what it is and a check sum over it and \p columns, the values that stand
//! beside it in its row. SQLite notices damaged pages, not damaged contents.
QByteArray seal(char what, const QByteArray &body, const QByteArray &columns);
bool isIntact(char what, QByteArrayView sealed, const QByteArray &columns);
//! The body of what is intact.
QByteArrayView sealedBody(QByteArrayView sealed);

//! A number made of all bytes, never negative: what has the same one is the same.
qint64 contentId(QByteArrayView bytes);

} // namespace modelscribe
