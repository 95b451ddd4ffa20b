// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace modelscribe {

//! Whether a needle stands in texts, byte for byte. Made for short texts by the thousand, where
//! memmem() takes its time to prepare. An empty needle stands everywhere.
class ByteSearch
{
public:
    //! \p needle must live as long.
    explicit ByteSearch(QByteArrayView needle);

    //! \p next: where the text begins that is asked about next, which is fetched into the cache
    //! meanwhile. Among thousands of texts, waiting for memory takes longer than all the rest.
    bool isIn(QByteArrayView text, const char *next = nullptr) const;

private:
    QByteArrayView m_needle;
    // The places of its two rarest bytes, in their order; they may be one.
    qsizetype m_first = 0;
    qsizetype m_second = 0;
};

} // namespace modelscribe
