// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/palette.h"

#include <QHash>
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace render {

namespace {

using Channels = std::array<double, 3>;

struct Colour {
    QRgb rgb = 0;
    qint64 count = 0;

    [[nodiscard]] int channel(std::size_t index) const { return int(rgb >> (16 - 8 * index)) & 255; }
};

/// Colours that will become one. How often a colour occurs counts by its root: a dot is seen beside a large ground.
struct Box {
    std::vector<Colour> colours;
    QRgb middle = 0;
    std::size_t widest = 0; ///< the channel in which they differ most
    double error = 0; ///< by becoming one

    void measure()
    {
        Channels sum {};
        Channels squares {};
        double count = 0;
        for (const Colour &colour : colours) {
            const double weight = std::sqrt(double(colour.count));
            count += weight;
            for (std::size_t i = 0; i < sum.size(); ++i) {
                sum.at(i) += weight * colour.channel(i);
                squares.at(i) += weight * colour.channel(i) * colour.channel(i);
            }
        }
        Channels spread {};
        error = 0;
        for (std::size_t i = 0; i < sum.size(); ++i) {
            spread.at(i) = squares.at(i) - sum.at(i) * sum.at(i) / count;
            error += spread.at(i);
        }
        widest = std::size_t(std::distance(spread.begin(), std::max_element(spread.begin(), spread.end())));
        middle = qRgb(qRound(sum.at(0) / count), qRound(sum.at(1) / count), qRound(sum.at(2) / count));
    }

    /// The colour of most of it, if there is one: grounds and lines keep theirs exactly.
    [[nodiscard]] QRgb representative() const
    {
        qint64 all = 0;
        const Colour *most = &colours.front();
        for (const Colour &colour : colours) {
            all += colour.count;
            most = colour.count > most->count ? &colour : most;
        }
        return most->count * 2 > all ? most->rgb : middle;
    }

    /// Keeps the half below the mean and gives the other away.
    [[nodiscard]] Box split()
    {
        const int below = Colour {middle, 0}.channel(widest);
        const auto upper = std::partition(colours.begin(), colours.end(), [this, below](const Colour &colour) {
            return colour.channel(widest) <= below;
        });
        Box other;
        other.colours.assign(upper, colours.end());
        colours.erase(upper, colours.end());
        measure();
        other.measure();
        return other;
    }
};

Box allOf(const QImage &image)
{
    QHash<QRgb, qint64> counts;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            ++counts[line[x] | 0xff000000U];
    }
    Box all;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        all.colours.push_back({it.key(), it.value()});
    // Hashes are seeded: without an order the same picture would give other files.
    std::sort(all.colours.begin(), all.colours.end(), [](const Colour &a, const Colour &b) { return a.rgb < b.rgb; });
    return all;
}

/// Takes the most frequent colours out, each as a box of its own: two grounds that are nearly the same stay two.
std::vector<Box> grounds(Box &all, int count)
{
    std::stable_sort(
        all.colours.begin(), all.colours.end(), [](const Colour &a, const Colour &b) { return a.count > b.count; });
    const auto end = all.colours.begin() + std::min<std::ptrdiff_t>(count, std::ssize(all.colours));
    std::vector<Box> boxes;
    for (auto colour = all.colours.begin(); colour != end; ++colour) {
        boxes.emplace_back();
        boxes.back().colours = {*colour};
    }
    all.colours.erase(all.colours.begin(), end);
    return boxes;
}

}

QImage inColours(const QImage &image, int colours)
{
    const QImage source = image.convertToFormat(QImage::Format_RGB32);
    const int most = std::min(colours, 256);
    Box rest = allOf(source);
    std::vector<Box> boxes = grounds(rest, most / 3);
    if (!rest.colours.empty()) {
        rest.measure();
        boxes.push_back(std::move(rest));
    }
    while (int(boxes.size()) < most) {
        const auto worst = std::max_element(
            boxes.begin(), boxes.end(), [](const Box &a, const Box &b) { return a.error < b.error; });
        if (worst->colours.size() < 2)
            break;
        Box other = worst->split();
        if (other.colours.empty())
            break;
        boxes.push_back(std::move(other));
    }
    QHash<QRgb, uchar> indices;
    QList<QRgb> table;
    for (const Box &box : boxes) {
        for (const Colour &colour : box.colours)
            indices.insert(colour.rgb, uchar(table.size()));
        table.append(box.representative());
    }
    QImage result(source.size(), QImage::Format_Indexed8);
    result.setColorTable(table);
    for (int y = 0; y < source.height(); ++y) {
        const auto *from = reinterpret_cast<const QRgb *>(source.constScanLine(y));
        uchar *to = result.scanLine(y);
        for (int x = 0; x < source.width(); ++x)
            to[x] = indices.value(from[x] | 0xff000000U);
    }
    return result;
}

}
