// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace modelscribe {

//! A text to be looked for in many others, folded once (core/foldedtext.h). Values of plain ASCII,
//! as most are, are compared where they stand; others are folded each time.
class QueryNeedle
{
public:
    QueryNeedle() = default;
    explicit QueryNeedle(QStringView text);

    //! Then it would be found everywhere.
    bool isEmpty() const { return m_folded.isEmpty(); }
    const QString &folded() const { return m_folded; }

    bool isWhole(QStringView value) const;
    bool isPartOf(QStringView value) const;
    //! The same of UTF-8.
    bool isPartOf(const QByteArray &utf8) const;
    //! nullopt: it takes folding to know.
    std::optional<bool> isWholeAscii(QByteArrayView text) const;

private:
    QString m_folded;
    bool m_isAscii = true;
};

} // namespace modelscribe
