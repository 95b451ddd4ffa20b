// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/textsegment.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace modelscribe {

namespace {

//! As it stands in the file. Another order of bytes shows in "magic".
struct Header
{
    quint64 magic = 0;
    quint32 version = 0;
    quint32 texts = 0;
    quint64 grams = 0;
    quint64 bytesOfText = 0;
    quint64 size = 0;     //!< Of the whole block.
    quint64 checkSum = 0; //!< Of all behind the header and of the header with 0 here.
};

constexpr quint64 magic = 0x3158'4554'5253'4D00; // "\0MSRTEX1"
constexpr quint32 version = 1;

//! Four sums side by side, which the processor works on at once.
quint64 checkSumOf(quint64 sum, QByteArrayView bytes)
{
    constexpr quint64 prime = 0x9E37'79B1'85EB'CA87;
    quint64 lanes[4] = {sum, sum + 1, sum + 2, sum + 3};
    const qsizetype whole = bytes.size() / 32 * 32;
    for (qsizetype at = 0; at < whole; at += 32) {
        quint64 words[4];
        std::memcpy(words, bytes.data() + at, sizeof(words));
        for (int i = 0; i < 4; ++i)
            lanes[i] = std::rotl(lanes[i] ^ words[i] * prime, 29) * prime;
    }
    for (qsizetype at = whole; at < bytes.size(); ++at)
        lanes[at % 4] = (lanes[at % 4] ^ uchar(bytes[at])) * prime;
    for (const quint64 lane : lanes)
        sum = (std::rotl(sum, 31) ^ lane) * prime;
    return sum ^ quint64(bytes.size());
}

quint64 checkSumOf(Header header, QByteArrayView rest)
{
    header.checkSum = 0;
    return checkSumOf(
        checkSumOf(0, {reinterpret_cast<const char *>(&header), qsizetype(sizeof(header))}), rest);
}

constexpr quint64 aligned(quint64 size) { return (size + 7) / 8 * 8; }

//! Where each part of a block begins.
struct Layout
{
    explicit Layout(const Header &header)
        : slotsAt(sizeof(Header))
        , stampsAt(slotsAt + aligned(4 * quint64(header.texts)))
        , endsAt(stampsAt + 8 * quint64(header.texts))
        , gramsAt(endsAt + 8 * quint64(header.texts))
        , columnsAt(gramsAt + 8 * header.grams)
        , textsAt(columnsAt
                  + 8 * (header.grams + sharedColumns) * ((quint64(header.texts) + 63) / 64))
        , size(textsAt + header.bytesOfText)
    {
    }

    quint64 slotsAt;
    quint64 stampsAt;
    quint64 endsAt;
    quint64 gramsAt;
    quint64 columnsAt;
    quint64 textsAt;
    quint64 size;
};

//! Turns rows into columns: bit j of word i becomes bit i of word j.
void transpose(quint64 (&rows)[64])
{
    quint64 mask = 0x0000'0000'FFFF'FFFF;
    for (int width = 32; width != 0; width /= 2, mask ^= mask << width) {
        for (int i = 0; i < 64; i = ((i | width) + 1) & ~width) {
            const quint64 swapped = ((rows[i] >> width) ^ rows[i | width]) & mask;
            rows[i] ^= swapped << width;
            rows[i | width] ^= swapped;
        }
    }
}

//! Calls \p each with every piece of \p text between line breaks.
template<typename Each>
void forEachPiece(std::span<const char32_t> text, Each each)
{
    while (!text.empty()) {
        const auto end = std::ranges::find(text, U'\n');
        const auto size = size_t(end - text.begin());
        each(text.first(size));
        text = text.subspan(std::min(size + 1, text.size()));
    }
}

//! The columns of up to 64 texts, which are gathered text by text.
class ColumnBlock
{
public:
    explicit ColumnBlock(const Grams &grams)
        : m_grams(grams)
        , m_perText((size_t(grams.size()) + sharedColumns + 63) / 64)
        , m_bits(64 * m_perText)
    {
    }

    void add(quint32 row, QByteArrayView text)
    {
        quint64 *const bits = m_bits.data() + row * m_perText;
        const std::vector<char32_t> characters = codePointsOf(text);
        forEachPiece(characters, [&](std::span<const char32_t> piece) {
            forEachColumn(m_grams, piece, [bits](quint32 column) {
                bits[column / 64] |= quint64(1) << (column % 64);
            });
        });
    }
    //! Writes word \p word of each column, and begins anew.
    void write(quint64 *columns, size_t words, size_t word)
    {
        const auto count = size_t(m_grams.size()) + sharedColumns;
        for (size_t part = 0; part < m_perText; ++part) {
            quint64 square[64];
            for (size_t row = 0; row < 64; ++row)
                square[row] = m_bits[row * m_perText + part];
            transpose(square);
            for (size_t i = 0; i < 64 && part * 64 + i < count; ++i)
                columns[(part * 64 + i) * words + word] = square[i];
        }
        std::ranges::fill(m_bits, 0);
    }

private:
    const Grams &m_grams;
    size_t m_perText;
    std::vector<quint64> m_bits; //!< A row for each text.
};

void writeColumns(quint64 *columns, const std::vector<SlotText> &texts, const Grams &grams)
{
    const size_t words = (texts.size() + 63) / 64;
    ColumnBlock block(grams);
    for (size_t i = 0; i < texts.size(); ++i) {
        block.add(quint32(i % 64), texts[i].text);
        if (i % 64 == 63 || i + 1 == texts.size())
            block.write(columns, words, i / 64);
    }
}

} // namespace

Needle::Needle(QByteArrayView text)
    : search(text)
    , characters(codePointsOf(text))
{
    constexpr size_t enough = 64;
    isWhole = characters.size() <= enough;
    characters.resize(std::min(characters.size(), enough));
}

QByteArray TextSegment::make(const std::vector<SlotText> &texts, const Grams &grams)
{
    Header header{.magic = magic,
                  .version = version,
                  .texts = quint32(texts.size()),
                  .grams = quint64(grams.size())};
    for (const SlotText &one : texts)
        header.bytesOfText += quint64(one.text.size());
    const Layout layout(header);
    header.size = layout.size;

    QByteArray block(qsizetype(layout.size), '\0');
    char *const data = block.data();
    auto *const slotNumbers = reinterpret_cast<quint32 *>(data + layout.slotsAt);
    auto *const stamps = reinterpret_cast<quint64 *>(data + layout.stampsAt);
    auto *const ends = reinterpret_cast<quint64 *>(data + layout.endsAt);
    quint64 end = 0;
    for (size_t i = 0; i < texts.size(); ++i) {
        slotNumbers[i] = texts[i].slot | (texts[i].isRemoved ? removedMark : 0);
        stamps[i] = texts[i].stamp;
        std::ranges::copy(texts[i].text, data + layout.textsAt + end);
        ends[i] = end += quint64(texts[i].text.size());
    }
    std::ranges::copy(grams.bytes(), data + layout.gramsAt);
    writeColumns(reinterpret_cast<quint64 *>(data + layout.columnsAt), texts, grams);
    header.checkSum = checkSumOf(header, QByteArrayView(block).sliced(sizeof(header)));
    std::memcpy(data, &header, sizeof(header));
    return block;
}

std::unique_ptr<TextSegment> TextSegment::fromBytes(QByteArray bytes,
                                                    const std::shared_ptr<const Grams> &known)
{
    std::unique_ptr<TextSegment> result(new TextSegment);
    result->m_memory = std::move(bytes);
    if (!result->read(result->m_memory, known))
        return nullptr;
    return result;
}

std::unique_ptr<TextSegment> TextSegment::fromFile(const QString &path,
                                                   const std::shared_ptr<const Grams> &known)
{
    std::unique_ptr<TextSegment> result(new TextSegment);
    result->m_file = std::make_unique<QFile>(path);
    if (!result->m_file->open(QIODevice::ReadOnly) || result->m_file->isSequential())
        return nullptr;
    const qint64 size = result->m_file->size();
    const auto *data = reinterpret_cast<const char *>(result->m_file->map(0, size));
    if (!data || !result->read({data, qsizetype(size)}, known))
        return nullptr;
    return result;
}

bool TextSegment::read(QByteArrayView block, const std::shared_ptr<const Grams> &known)
{
    Header header;
    if (block.size() < qsizetype(sizeof(header)))
        return false;
    std::memcpy(&header, block.data(), sizeof(header));
    if (header.magic != magic || header.version != version || header.size != quint64(block.size())
        || header.grams > Grams::most || header.bytesOfText > header.size)
        return false;
    const Layout layout(header);
    if (layout.size != header.size
        || header.checkSum != checkSumOf(header, block.sliced(sizeof(header))))
        return false;
    const auto grams = block.sliced(qsizetype(layout.gramsAt), qsizetype(8 * header.grams));
    m_grams = known && grams == known->bytes() ? known : Grams::fromBytes(grams);
    m_block = block;
    m_size = header.texts;
    m_slots = reinterpret_cast<const quint32 *>(block.data() + layout.slotsAt);
    m_stamps = reinterpret_cast<const quint64 *>(block.data() + layout.stampsAt);
    m_ends = reinterpret_cast<const quint64 *>(block.data() + layout.endsAt);
    m_columns = reinterpret_cast<const quint64 *>(block.data() + layout.columnsAt);
    m_texts = block.data() + layout.textsAt;
    return m_grams != nullptr;
}

QByteArrayView TextSegment::text(quint32 index) const
{
    const quint64 begin = index == 0 ? 0 : m_ends[index - 1];
    return {m_texts + begin, qsizetype(m_ends[index] - begin)};
}

void TextSegment::find(const Needle &needle, std::span<quint64> candidates,
                       const std::atomic_bool &stop) const
{
    const auto keep = [&](quint32 column) {
        const quint64 *const bits = m_columns + column * words();
        for (size_t i = 0; i < candidates.size(); ++i)
            candidates[i] &= bits[i];
    };
    Grams::Node node = 0;
    size_t known = 0;
    for (; known < needle.characters.size(); ++known) {
        node = m_grams->next(node, needle.characters[known]);
        if (node == 0)
            break;
    }
    if (node != 0 && needle.isWhole && known == needle.characters.size()) {
        keep(quint32(node - 1));
        return;
    }
    forEachColumn(*m_grams, needle.characters, keep);
    lookInto(needle.search, candidates, stop);
}

void TextSegment::lookInto(const ByteSearch &needle, std::span<quint64> candidates,
                           const std::atomic_bool &stop) const
{
    for (size_t i = 0; i < candidates.size(); ++i) {
        if (stop)
            return;
        for (quint64 left = candidates[i]; left; left &= left - 1) {
            const int bit = std::countr_zero(left);
            const quint64 after = left & (left - 1);
            const int nextBit = after ? std::countr_zero(after) : bit;
            if (!needle.isIn(text(quint32(i * 64) + quint32(bit)),
                             text(quint32(i * 64) + quint32(nextBit)).data()))
                candidates[i] &= ~(quint64(1) << bit);
        }
    }
}

void TextSegment::letGo()
{
    // A new mapping of the same file has no pages yet. One look would bring in two megabytes.
    uchar *const fresh = m_file ? m_file->map(0, m_block.size()) : nullptr;
    if (!fresh)
        return;
    auto *const old = reinterpret_cast<uchar *>(const_cast<char *>(m_block.data()));
    moveTo(reinterpret_cast<const char *>(fresh));
    m_file->unmap(old);
}

void TextSegment::moveTo(const char *block)
{
    const auto move = [&](auto *&pointer) {
        const qptrdiff at = reinterpret_cast<const char *>(pointer) - m_block.data();
        pointer = reinterpret_cast<std::remove_reference_t<decltype(pointer)>>(block + at);
    };
    move(m_slots);
    move(m_stamps);
    move(m_ends);
    move(m_columns);
    move(m_texts);
    m_block = {block, m_block.size()};
}

} // namespace modelscribe
