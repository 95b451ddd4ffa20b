// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/result.h"
#include "store/bits.h"
#include "store/textsegment.h"

#include <QString>

#include <atomic>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

namespace modelscribe {

//! Finds every text that holds a needle, among 100,000 texts in a few ms: for texts and needles in
//! the folded form (core/foldedtext.h), where "holds" is byte for byte. A text has a slot, a small
//! number that its owner gives, and a stamp, by which the owner tells whether the text kept from an
//! earlier run is still the right one.
//!
//! The story of a text:
//!
//!     put() ─→ tail (memory, looked through) ─full, flush()→ segment (a file, never changed)
//!                ↑                                               │
//!                └────── what is alive of a wasteful segment ────┘ which is then removed
//!
//! A text of a slot that is put again or removed is dead where it was; the newest segment that
//! names a slot is right about it. So a search is whole at any moment: what is not in a segment is
//! in the tail, and never in both alive.
//!
//! Files are written under another name, renamed, and never written again. Killed at any moment
//! they are whole segments, of which the stamps say what is behind; a kill costs at most the tail.
//! Each has a check sum, and what is damaged, cut short, foreign or of another version is removed:
//! its slots are unknown then, to be put again. One process owns a folder, by a lock. Others begin
//! with what they find and keep theirs in files without a name. Where none can be written, segments
//! stay in memory and problem() says why.
//!
//! It may never happen that a file that is mapped gets shorter, as reading it would end the
//! program. So nobody writes to a file once it has its name, and folder and files are for this user
//! only.
//!
//! One thread at a time may change the index (all that is not const); any may search meanwhile.
class TextIndex
{
public:
    //! Texts in a segment; the tail grows to as many.
    static constexpr size_t usualSegment = 4096;

    //! Reads and checks what \p folder holds: for another thread than the window's. Without a
    //! folder all is in memory.
    explicit TextIndex(const QString &folder = {}, size_t segmentSize = usualSegment);
    //! What is in the tail is lost without a flush().
    ~TextIndex();
    TextIndex(const TextIndex &) = delete;
    TextIndex &operator=(const TextIndex &) = delete;

    //! \p folded instead of what \p slot had. When a segment is full it takes some
    //! 200 ms.
    void put(quint32 slot, quint64 stamp, const QByteArray &folded);
    void remove(quint32 slot);
    //! Puts the tail into a segment and cleans up. For when nothing more is to come for now.
    void flush();
    //! Gives back the memory of pages that were read; the next search reads them again.
    void letGo();

    //! The slots with a text.
    Bits used() const;
    //! Nothing when \p slot has no text.
    std::optional<quint64> stamp(quint32 slot) const;
    //! Another process owns the folder, or none can: nothing is kept for the next run.
    bool isPrivate() const { return !m_isOwner; }
    //! Why segments are not in files, when they could not be written.
    std::optional<Error> problem() const;
    qint64 bytesOnDisk() const;

    //! The slots whose text holds \p needle. The empty one is in all.
    Bits find(QByteArrayView needle) const;
    //! Nothing when \p stop became true before the end.
    std::optional<Bits> find(QByteArrayView needle, const std::atomic_bool &stop) const;
    //! The same among some slots only, such as what a shorter needle found.
    std::optional<Bits> refine(const Bits &among, QByteArrayView needle,
                               const std::atomic_bool &stop) const;

private:
    struct Part
    {
        std::unique_ptr<TextSegment> segment;
        std::vector<quint64> alive; //!< A bit for each of its texts.
        quint32 living = 0;
        QString path; //!< Empty when nothing is kept.
    };
    struct Place
    {
        quint32 part = nowhere; //!< Of m_parts.
        quint32 index = 0;
    };
    static constexpr quint32 nowhere = 0xFFFF'FFFF;
    static constexpr quint32 inTail = 0xFFFF'FFFE;

    void openFolder();
    void openSegment(const QString &name);
    void addPart(Part part);
    Place placeOf(quint32 slot) const;
    void retire(quint32 slot);
    void toTail(SlotText text);
    bool isTailFull() const;
    void tailToSegment();
    Part keep(QByteArray block);
    Result<Part> write(const QByteArray &block);
    void cleanUp();
    std::vector<Part *> wastefulParts() const;
    void takeBack(Part &part, const Bits &namedElsewhere);
    void drop(const Part *part);
    void learnGrams(const std::vector<SlotText> &texts);
    std::optional<Bits> search(QByteArrayView needle, const Bits *within,
                               const std::atomic_bool &stop) const;

    mutable std::shared_mutex m_mutex; //!< Held by searches; alone by what they must not see half.
    std::vector<Place> m_places;       //!< By slot.
    std::vector<std::unique_ptr<Part>> m_parts; //!< With gaps.
    std::vector<SlotText> m_tail;
    std::unordered_map<quint32, quint32> m_tailOf; //!< Slot to its place there, removed ones too.
    size_t m_tailBytes = 0;

    QString m_folder;
    size_t m_segmentSize;
    std::unique_ptr<platform::ProcessLock> m_lock;
    bool m_isOwner = false;
    quint64 m_nextFile = 1;
    std::optional<Error> m_problem;
    std::shared_ptr<const Grams> m_grams;
    size_t m_learntAt = 0; //!< Texts there were.
};

} // namespace modelscribe
