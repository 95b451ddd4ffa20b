// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/bytesearch.h"
#include "store/grams.h"

#include <QFile>

#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace modelscribe {

//! A text of the search and whose it is.
struct SlotText
{
    quint32 slot = 0;
    quint64 stamp = 0;      //!< What the text was made of, by its owner's count.
    bool isRemoved = false; //!< There is none any more, whatever earlier segments say.
    QByteArray text;
};

//! A needle, read once for all segments.
struct Needle
{
    explicit Needle(QByteArrayView text);

    ByteSearch search;
    std::vector<char32_t> characters; //!< The first ones: enough to find candidates by.
    bool isWhole = true;              //!< All of them.
};

//! Texts that never change, and what finds them: one block of bytes, in a file or in memory.
//!
//! Each column is a bit for each text (forEachColumn() in grams.h). The texts that have all columns
//! of a needle are candidates; where the needle itself is a frequent sequence they are the answer,
//! else they are looked into. The block, all of it 8-byte aligned:
//!
//!     header · slots · stamps · ends of the texts · grams · columns · texts
//!
//! The header has a check sum over the rest and over itself. What is not whole is not opened.
class TextSegment
{
public:
    //! \p texts in the order of their slots, each slot once.
    static QByteArray make(const std::vector<SlotText> &texts, const Grams &grams);

    //! Nothing when they are no whole segment of this version. \p known spares a second copy of the
    //! same grams.
    static std::unique_ptr<TextSegment> fromBytes(QByteArray bytes,
                                                  const std::shared_ptr<const Grams> &known = {});
    static std::unique_ptr<TextSegment> fromFile(const QString &path,
                                                 const std::shared_ptr<const Grams> &known = {});

    quint32 size() const { return m_size; }
    size_t words() const { return (m_size + 63) / 64; }
    const std::shared_ptr<const Grams> &grams() const { return m_grams; }
    quint32 slot(quint32 index) const { return m_slots[index] & ~removedMark; }
    //! Whether the 64 texts from \p index on have slots in a row, the first a multiple of 64, as
    //! most do.
    bool isRow(quint32 index) const
    {
        return index + 63 < m_size && slot(index) % 64 == 0 && slot(index + 63) == slot(index) + 63;
    }
    bool isRemoved(quint32 index) const { return m_slots[index] & removedMark; }
    quint64 stamp(quint32 index) const { return m_stamps[index]; }
    QByteArrayView text(quint32 index) const;
    qsizetype bytesInFile() const { return m_file ? m_block.size() : 0; }

    //! Takes the texts without \p needle out of \p candidates, a bit for each text. Ends early,
    //! with anything, when \p stop becomes true.
    void find(const Needle &needle, std::span<quint64> candidates,
              const std::atomic_bool &stop) const;

    //! Gives the memory that pages of a file take back to the system; they are read again when
    //! needed. Not while another thread searches.
    void letGo();

private:
    static constexpr quint32 removedMark = 0x8000'0000;

    TextSegment() = default;
    bool read(QByteArrayView block, const std::shared_ptr<const Grams> &known);
    void moveTo(const char *block);
    void lookInto(const ByteSearch &needle, std::span<quint64> candidates,
                  const std::atomic_bool &stop) const;

    QByteArray m_memory;
    std::unique_ptr<QFile> m_file;
    QByteArrayView m_block;
    std::shared_ptr<const Grams> m_grams;
    quint32 m_size = 0;
    const quint32 *m_slots = nullptr;
    const quint64 *m_stamps = nullptr;
    const quint64 *m_ends = nullptr;
    const quint64 *m_columns = nullptr;
    const char *m_texts = nullptr;
};

} // namespace modelscribe
