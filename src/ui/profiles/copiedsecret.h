// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <chrono>

class QMimeData;

namespace modelscribe {

//! A secret that somebody copied. It leaves the clipboard after a while and when the program ends,
//! if it is still what is there; programs that keep what was copied are told to leave it alone.
class CopiedSecret : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds lifetime{30};

    //! Goes by itself when the clipboard has something else.
    static void copy(const QString &secret, std::chrono::milliseconds lifetime);

private:
    CopiedSecret(const QString &secret, std::chrono::milliseconds lifetime);

    bool isThere() const;
    void clear();

    QPointer<QMimeData> m_data;
};

} // namespace modelscribe
