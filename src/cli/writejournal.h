// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "core/whendone.h"
#include "store/journalentry.h"

#include <QObject>

#include <functional>
#include <memory>

namespace modelscribe {

class Journal;

//! Notes down what this program writes to a registry. That it cannot is told; it stops nothing, and
//! it is waited for only so long.
class WriteJournal : public QObject
{
    Q_OBJECT

public:
    explicit WriteJournal(Output &output, QObject *parent = nullptr);
    ~WriteJournal() override;

    //! Opened by the first call.
    Journal &journal();

    //! Before something is written: ends when it is noted down, or was not.
    QFuture<Result<std::monostate>> begin(const JournalEntry &entry);
    //! Calls \p done when the end of what began is noted down, or was not; at once when nothing
    //! began.
    void end(const JournalEnd &end, const std::function<void()> &done);

private:
    Output &m_output;
    std::unique_ptr<Journal> m_journal;
    QUuid m_begun;
};

} // namespace modelscribe
