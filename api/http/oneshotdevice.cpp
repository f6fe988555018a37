// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/oneshotdevice.h"

#include <algorithm>
#include <cstring>

namespace http {

OneShotDevice::OneShotDevice(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotDevice::readData(char *data, qint64 most)
{
    if (atEnd())
        return -1;
    const qint64 count = std::min<qint64>(most, m_body.size() - m_position);
    std::memcpy(data, m_body.constData() + m_position, size_t(count));
    m_position += count;
    return count;
}

qint64 OneShotDevice::writeData(const char *, qint64)
{
    return -1;
}

}
