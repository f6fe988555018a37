// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitcrc.h"

#include <array>

namespace files::fit {

namespace {

constexpr size_t stride = 16;
using Table = std::array<std::array<quint16, 256>, stride>;

/// Row k holds what a byte does to the sum when k more bytes follow it, so that a stride is summed at once.
constexpr Table makeTable()
{
    Table table {};
    for (size_t byte = 0; byte < 256; ++byte) {
        auto sum = quint16(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = quint16((sum >> 1) ^ ((sum & 1) ? 0xA001 : 0));
        table[0][byte] = sum;
    }
    for (size_t row = 1; row < stride; ++row) {
        for (size_t byte = 0; byte < 256; ++byte) {
            const quint16 before = table[row - 1][byte];
            table[row][byte] = quint16((before >> 8) ^ table[0][before & 0xFF]);
        }
    }
    return table;
}

constexpr Table table = makeTable();

}

quint16 checksum(QByteArrayView bytes)
{
    const auto *at = reinterpret_cast<const uchar *>(bytes.data());
    auto left = size_t(bytes.size());
    quint16 sum = 0;
    for (; left >= stride; left -= stride, at += stride) {
        quint16 next = quint16(table[15][at[0] ^ (sum & 0xFF)] ^ table[14][at[1] ^ (sum >> 8)]);
        for (size_t i = 2; i < stride; ++i)
            next ^= table[stride - 1 - i][at[i]];
        sum = next;
    }
    for (; left > 0; --left, ++at)
        sum = quint16((sum >> 8) ^ table[0][(sum ^ *at) & 0xFF]);
    return sum;
}

}
