// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"
#include "store/textindex.h"

#include <QByteArrayList>
#include <QObject>

#include <atomic>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace modelscribe {

//! Which models hold each of some texts, by the numbers that CatalogText gives them.
struct TextAnswer
{
    QByteArrayList needles;
    std::vector<Bits> found; //!< One a needle.
};

struct NumberedModel
{
    quint32 number = 0;
    RegisteredModel model;
};

//! The half of CatalogText that lives on a thread of its own: keeps texts in a TextIndex from one
//! run to the next.
//!
//! Numbers of models mean nothing in the next run, slots of the index do. What ties them is a stamp
//! of all that a model's text is made of: a model whose stamp the index has from an earlier run
//! takes that slot and is neither folded nor indexed again. Slots that no model takes are in no
//! answer. They stay, for whoever goes back and forth between two workspaces, until they are too
//! many.
class TextWorker : public QObject
{
    Q_OBJECT

public:
    //! Empty: nothing is kept, and all is in memory.
    explicit TextWorker(QString folder);
    ~TextWorker() override;

    void start();
    //! The window waits for it, so what is still in memory is left to the next run to make again.
    void finish() { m_index.reset(); }
    void stop()
    {
        m_isStopped = true;
    } //!< Any thread: what was asked for and not begun is not done.

    void put(const std::vector<NumberedModel> &models);
    void remove(const QList<quint32> &numbers);
    void flush() { m_index->flush(); }
    //! For when nothing more is to come for now.
    void rest();
    //! Empty when \p isUnwanted became true before the end.
    TextAnswer find(const QByteArrayList &needles, const std::atomic_bool &isUnwanted) const;

    qint64 indexedCount() const { return m_indexedCount; } //!< Texts that were not there.

private:
    void put(const NumberedModel &one);
    std::optional<quint32> takeSlot(quint64 stamp);
    quint32 makeSlot();
    void assign(quint32 number, quint32 slot);
    void leaveSlot(quint32 number);
    void dropUntaken();
    Bits toNumbers(const Bits &slotBits) const;

    static constexpr quint32 none = 0xFFFF'FFFF;

    QString m_folder;
    std::unique_ptr<TextIndex> m_index;
    std::vector<quint32> m_slots;   //!< By number.
    std::vector<quint32> m_numbers; //!< By slot.
    std::vector<quint32> m_free;    //!< Slots without a text.
    //! By stamp: kept from an earlier run and not taken yet.
    std::unordered_multimap<quint64, quint32> m_untaken;
    quint32 m_taken = 0;
    std::atomic_bool m_isStopped = false;
    qint64 m_indexedCount = 0;
};

} // namespace modelscribe
