// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/compare.h"

#include <algorithm>

namespace render {

namespace {

constexpr QSize referenceSize(720, 450);
constexpr int clearly = 40; ///< a channel that differs by more is seen
constexpr double mostPixels = 0.0003;
constexpr int blockSide = 9; ///< divides both sides of a reference
constexpr int mostInBlock = 12;

int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

int worstOf(const QImage &a, const QImage &b)
{
    int worst = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            worst = std::max(worst, distance(a.pixel(x, y), b.pixel(x, y)));
    }
    return worst;
}

QImage blocksOf(const QImage &image)
{
    return image.scaled(image.size() / blockSide, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

}

bool Difference::isTooLarge() const
{
    return share > mostPixels || worstBlock > mostInBlock;
}

QImage reduced(const QImage &picture)
{
    QImage small = picture.convertToFormat(QImage::Format_RGB32);
    small.setDevicePixelRatio(1);
    return small.scaled(referenceSize, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

Difference compare(const QImage &actual, const QImage &reference)
{
    Difference difference;
    if (reference.size() != actual.size())
        return difference;
    const QImage expected = reference.convertToFormat(QImage::Format_RGB32);
    difference.picture = QImage(actual.size(), QImage::Format_RGB32);
    qint64 count = 0;
    for (int y = 0; y < actual.height(); ++y) {
        for (int x = 0; x < actual.width(); ++x) {
            const QRgb is = actual.pixel(x, y);
            const bool differs = distance(is, expected.pixel(x, y)) > clearly;
            const int grey = 128 + qGray(is) / 2;
            difference.picture.setPixel(x, y, differs ? qRgb(220, 0, 0) : qRgb(grey, grey, grey));
            count += differs ? 1 : 0;
        }
    }
    difference.share = double(count) / (double(actual.width()) * actual.height());
    difference.worstBlock = worstOf(blocksOf(actual), blocksOf(expected));
    return difference;
}

}
