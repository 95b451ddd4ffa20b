// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/singlesendbody.h"

#include <algorithm>
#include <cstring>

namespace modelscribe {

SingleSendBody::SingleSendBody(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 SingleSendBody::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min(maxSize, qint64(m_body.size()) - m_at);
    if (count <= 0)
        return m_at == m_body.size() && maxSize > 0 ? -1 : 0;
    std::memcpy(data, m_body.constData() + m_at, size_t(count));
    m_at += count;
    return count;
}

} // namespace modelscribe

#include "moc_singlesendbody.cpp"
