// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QHash>
#include <QString>
#include <QtEndian>

#include <algorithm>

//! The bytes of a SQLite file and of its WAL, as https://www.sqlite.org/fileformat2.html has them.
namespace modelscribe::pagescan {

inline constexpr qsizetype fileHead = 100;
inline constexpr qsizetype walHead = 32;
inline constexpr qsizetype frameHead = 24;
inline constexpr qint64 mostRead = 256 * 1024 * 1024;
inline constexpr quint32 mostPages = 1 << 24;

inline quint32 big32(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

inline quint16 big16(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}

bool isPageSize(qsizetype size);
bool isWalMagic(QByteArrayView wal);
QByteArray readFile(const QString &name, qint64 maxSize);

//! A file's pages by number, the WAL's instead of the file's where it has them.
class Pages
{
public:
    //! As if the file ended after \p maxSize bytes. Pages are read when they are asked for.
    Pages(const QString &file, bool withWal, qint64 maxSize);

    //! The highest page that the file or its WAL has.
    qsizetype count() const
    {
        return std::max(qsizetype(m_fileSize / m_size), qsizetype(m_lastFramed));
    }
    qsizetype size() const { return m_size; }
    //! Empty when there is none. Valid as long as this object.
    QByteArrayView page(quint32 number) const;

private:
    void findFrames();

    mutable QFile m_file;
    qint64 m_fileSize = 0;
    mutable QHash<quint32, QByteArray> m_read;
    QByteArray m_wal;
    qsizetype m_size;
    QHash<quint32, qsizetype> m_frames; //!< Page number to place in the WAL.
    quint32 m_lastFramed = 0;
};

} // namespace modelscribe::pagescan
