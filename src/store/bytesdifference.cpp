// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bytesdifference.h"

#include "store/bytes.h"

#include <QHash>

#include <algorithm>

namespace modelscribe {

namespace {

constexpr qsizetype blockSize = 512;
constexpr quint64 factor = 0x9E3779B97F4A7C15; // odd, with bits everywhere

//! A number of the last blockSize bytes, cheap to move on by one.
class RollingHash
{
public:
    RollingHash()
    {
        for (qsizetype i = 0; i < blockSize; ++i)
            m_leaving *= factor;
    }
    void start(QByteArrayView block)
    {
        m_value = 0;
        for (const char byte : block)
            m_value = m_value * factor + quint8(byte) + 1;
    }
    void move(char out, char in)
    {
        m_value = m_value * factor + quint8(in) + 1 - (quint8(out) + 1) * m_leaving;
    }
    quint64 value() const { return m_value; }

private:
    quint64 m_value = 0;
    quint64 m_leaving = 1;
};

qsizetype sameStart(QByteArrayView a, QByteArrayView b)
{
    return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
}

qsizetype sameEnd(QByteArrayView a, QByteArrayView b)
{
    return std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
}

//! Copies and what stands between them, in the order of the text.
class Differences
{
public:
    explicit Differences(qsizetype baseSize) { m_out.number(quint64(baseSize)); }

    void copy(qsizetype from, qsizetype size, QByteArrayView newBefore)
    {
        end(newBefore);
        m_from = from;
        m_size = size;
    }
    void end(QByteArrayView newBytes)
    {
        m_out.number(quint64(m_from));
        m_out.number(quint64(m_size));
        m_out.bytes(newBytes);
    }
    const QByteArray &result() const { return m_out.result(); }

private:
    ByteWriter m_out;
    qsizetype m_from = 0;
    qsizetype m_size = 0;
};

//! Looks for blocks of \p base, which starts at \p offset of the whole, anywhere in \p text.
void matchBlocks(QByteArrayView base, qsizetype offset, QByteArrayView text, Differences &out)
{
    RollingHash hash;
    QHash<quint64, qsizetype> blocks;
    blocks.reserve(base.size() / blockSize);
    for (qsizetype at = base.size() / blockSize * blockSize; at >= blockSize; at -= blockSize) {
        hash.start(base.sliced(at - blockSize, blockSize));
        blocks.insert(hash.value(), at - blockSize);
    }
    qsizetype done = 0; // of the text
    qsizetype at = 0;
    for (bool isFresh = true; at + blockSize <= text.size();) {
        if (isFresh)
            hash.start(text.sliced(at, blockSize));
        isFresh = false;
        const auto block = blocks.constFind(hash.value());
        if (block != blocks.constEnd()
            && text.sliced(at, blockSize) == base.sliced(*block, blockSize)) {
            const qsizetype back = sameEnd(base.first(*block), text.sliced(done, at - done));
            const qsizetype size = back + sameStart(base.sliced(*block), text.sliced(at));
            out.copy(offset + *block - back, size, text.sliced(done, at - back - done));
            at += size - back;
            done = at;
            isFresh = true;
        } else {
            if (at + blockSize < text.size())
                hash.move(text[at], text[at + blockSize]);
            ++at;
        }
    }
    out.copy(offset + base.size(), 0, text.sliced(done));
}

} // namespace

QByteArray bytesDifference(const QByteArray &base, const QByteArray &text)
{
    const qsizetype start = sameStart(base, text);
    const QByteArrayView baseRest = QByteArrayView(base).sliced(start);
    const QByteArrayView textRest = QByteArrayView(text).sliced(start);
    const qsizetype end = sameEnd(baseRest, textRest);
    Differences out(base.size());
    out.copy(0, start, {});
    matchBlocks(baseRest.chopped(end), start, textRest.chopped(end), out);
    out.copy(base.size() - end, end, {});
    out.end({});
    return out.result();
}

} // namespace modelscribe
