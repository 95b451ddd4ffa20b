// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bytes.h"

#include <QCryptographicHash>
#include <QStringConverter>
#include <QtEndian>

namespace modelscribe {

namespace {

constexpr char sealMark[] = {'M', 'S', 1}; // the last one is the version of the encoding
constexpr qsizetype markSize = 4;          // sealMark, and what it is
constexpr qsizetype sumSize = 8;

QByteArray checkSum(QByteArrayView text, const QByteArray &columns)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    hash.addData(text);
    hash.addData(columns);
    return hash.result().first(sumSize);
}

} // namespace

void ByteWriter::number(quint64 value)
{
    for (; value >= 0x80; value >>= 7)
        m_result.append(char(value | 0x80));
    m_result.append(char(value));
}

void ByteWriter::bytes(QByteArrayView value)
{
    number(quint64(value.size()));
    m_result.append(value);
}

void ByteWriter::text(const QString &value) { bytes(textBytes(value)); }

quint64 ByteReader::number()
{
    quint64 value = 0;
    for (int shift = 0; shift < 64 && !m_rest.isEmpty(); shift += 7) {
        const auto byte = quint8(m_rest.front());
        m_rest = m_rest.sliced(1);
        value |= quint64(byte & 0x7f) << shift;
        if (byte < 0x80)
            return value;
    }
    m_ok = false;
    return 0;
}

QByteArrayView ByteReader::bytes()
{
    const quint64 size = number();
    if (size > quint64(m_rest.size())) {
        m_ok = false;
        m_rest = {};
        return {};
    }
    const QByteArrayView value = m_rest.first(qsizetype(size));
    m_rest = m_rest.sliced(qsizetype(size));
    return value;
}

QString ByteReader::text() { return bytesText(bytes()); }

qsizetype ByteReader::count()
{
    const quint64 value = number();
    if (value > quint64(m_rest.size())) {
        m_ok = false;
        return 0;
    }
    return qsizetype(value);
}

// 'u': UTF-8. 'w': UTF-16, little end first, for what UTF-8 cannot hold.
QByteArray textBytes(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (QStringView(text).isValidUtf16())
        return 'u' + text.toUtf8();
    QByteArray wide(1 + text.size() * 2, 'w');
    for (qsizetype i = 0; i < text.size(); ++i)
        qToLittleEndian(text[i].unicode(), wide.data() + 1 + i * 2);
    return wide;
}

QString bytesText(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    const QByteArrayView content = bytes.sliced(1);
    if (bytes.front() == 'u') {
        // QString::fromUtf8() would drop a leading byte order mark.
        QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
        QString text = decoder.decode(content);
        if (text.size() < content.size())
            text.squeeze(); // has room for a character a byte
        return text;
    }
    QString text(content.size() / 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i)
        text[i] = QChar(qFromLittleEndian<char16_t>(content.data() + i * 2));
    return text;
}

QByteArray seal(char what, const QByteArray &body, const QByteArray &columns)
{
    QByteArray sealed;
    sealed.reserve(markSize + body.size() + sumSize);
    sealed.append(sealMark, sizeof sealMark);
    sealed.append(what);
    sealed.append(body);
    sealed.append(checkSum(sealed, columns));
    return sealed;
}

bool isIntact(char what, QByteArrayView sealed, const QByteArray &columns)
{
    return sealed.size() >= markSize + sumSize
           && sealed.first(sizeof sealMark) == QByteArrayView(sealMark, sizeof sealMark)
           && sealed[sizeof sealMark] == what
           && sealed.last(sumSize) == checkSum(sealed.chopped(sumSize), columns);
}

QByteArrayView sealedBody(QByteArrayView sealed)
{
    return sealed.sliced(markSize).chopped(sumSize);
}

qint64 contentId(QByteArrayView bytes)
{
    const QByteArray sum = checkSum(bytes, {});
    return qint64(qFromBigEndian<quint64>(sum.constData()) >> 1);
}

} // namespace modelscribe
