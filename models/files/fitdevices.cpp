// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitprofile.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace files::fit {

namespace {

struct Named {
    int number;
    QLatin1StringView name;
};

constexpr int garmin = 1, noMaker = 255;

constexpr std::array makers {Named {1, "Garmin"_L1},
    Named {6, "SRM"_L1},
    Named {9, "Saris"_L1},
    Named {13, "Dynastream"_L1},
    Named {15, "Dynastream"_L1},
    Named {16, "Timex"_L1},
    Named {23, "Suunto"_L1},
    Named {32, "Wahoo"_L1},
    Named {38, "o_synce"_L1},
    Named {40, "Concept2"_L1},
    Named {41, "Shimano"_L1},
    Named {45, "Xplova"_L1},
    Named {48, "Pioneer"_L1},
    Named {60, "Rotor"_L1},
    Named {63, "Specialized"_L1},
    Named {67, "Bkool"_L1},
    Named {68, "CatEye"_L1},
    Named {69, "Stages"_L1},
    Named {70, "Sigma"_L1},
    Named {71, "TomTom"_L1},
    Named {73, "Wattbike"_L1},
    Named {86, "Elite"_L1},
    Named {89, "Tacx"_L1},
    Named {95, "Stryd"_L1},
    Named {107, "Magene"_L1},
    Named {111, "Technogym"_L1},
    Named {115, "iGPSPORT"_L1},
    Named {118, "WaterRower"_L1},
    Named {123, "Polar"_L1},
    Named {128, "iFit"_L1},
    Named {135, "Coospo"_L1},
    Named {258, "Lezyne"_L1},
    Named {260, "Zwift"_L1},
    Named {265, "Strava"_L1},
    Named {267, "Bryton"_L1},
    Named {268, "SRAM"_L1},
    Named {281, "TrainerRoad"_L1},
    Named {282, "Wahoo SYSTM"_L1},
    Named {289, "Hammerhead"_L1},
    Named {294, "Coros"_L1},
    Named {305, "Whoop"_L1},
    Named {309, "Form"_L1},
    Named {315, "RGT Cycling"_L1},
    Named {331, "MyWhoosh"_L1},
    Named {337, "Runna"_L1},
    Named {339, "Zepp"_L1},
    Named {340, "Peloton"_L1},
    Named {348, "Huawei"_L1}};

constexpr std::array garminProducts {Named {717, "Forerunner 405"_L1},
    Named {1018, "Forerunner 310XT"_L1},
    Named {1036, "Edge 500"_L1},
    Named {1124, "Forerunner 110"_L1},
    Named {1169, "Edge 800"_L1},
    Named {1325, "Edge 200"_L1},
    Named {1328, "Forerunner 910XT"_L1},
    Named {1345, "Forerunner 610"_L1},
    Named {1551, "fenix"_L1},
    Named {1561, "Edge 510"_L1},
    Named {1567, "Edge 810"_L1},
    Named {1623, "Forerunner 620"_L1},
    Named {1632, "Forerunner 220"_L1},
    Named {1765, "Forerunner 920XT"_L1},
    Named {1836, "Edge 1000"_L1},
    Named {1967, "fenix 2"_L1},
    Named {2050, "fenix 3"_L1},
    Named {2067, "Edge 520"_L1},
    Named {2147, "Edge 25"_L1},
    Named {2156, "Forerunner 630"_L1},
    Named {2157, "Forerunner 230"_L1},
    Named {2158, "Forerunner 735XT"_L1},
    Named {2238, "Edge 20"_L1},
    Named {2413, "fenix 3 HR"_L1},
    Named {2431, "Forerunner 235"_L1},
    Named {2503, "Forerunner 35"_L1},
    Named {2530, "Edge 820"_L1},
    Named {2544, "fenix 5S"_L1},
    Named {2604, "fenix 5X"_L1},
    Named {2691, "Forerunner 935"_L1},
    Named {2697, "fenix 5"_L1},
    Named {2713, "Edge 1030"_L1},
    Named {2886, "Forerunner 645"_L1},
    Named {2909, "Edge 130"_L1},
    Named {3076, "Forerunner 245"_L1},
    Named {3077, "Forerunner 245 Music"_L1},
    Named {3110, "fenix 5 Plus"_L1},
    Named {3112, "Edge 520 Plus"_L1},
    Named {3113, "Forerunner 945"_L1},
    Named {3121, "Edge 530"_L1},
    Named {3122, "Edge 830"_L1},
    Named {3282, "Forerunner 45"_L1},
    Named {3288, "fenix 6S"_L1},
    Named {3290, "fenix 6"_L1},
    Named {3291, "fenix 6X"_L1},
    Named {3405, "Swim 2"_L1},
    Named {3558, "Edge 130 Plus"_L1},
    Named {3570, "Edge 1030 Plus"_L1},
    Named {3589, "Forerunner 745"_L1},
    Named {3652, "Forerunner 945 LTE"_L1},
    Named {3843, "Edge 1040"_L1},
    Named {3869, "Forerunner 55"_L1},
    Named {3906, "fenix 7"_L1},
    Named {3992, "Forerunner 255"_L1},
    Named {4024, "Forerunner 955"_L1},
    Named {4061, "Edge 540"_L1},
    Named {4062, "Edge 840"_L1},
    Named {4257, "Forerunner 265"_L1},
    Named {4258, "Forerunner 265S"_L1},
    Named {4315, "Forerunner 965"_L1},
    Named {4432, "Forerunner 165"_L1},
    Named {4440, "Edge 1050"_L1},
    Named {4536, "fenix 8"_L1},
    Named {4565, "Forerunner 970"_L1}};

template<size_t size>
QString nameIn(const std::array<Named, size> &table, qint64 number)
{
    const auto row
        = std::find_if(table.begin(), table.end(), [number](const Named &named) { return named.number == number; });
    return row == table.end() ? QString() : QString(row->name);
}

}

QString deviceName(std::optional<qint64> manufacturer, std::optional<qint64> product, const QString &productName)
{
    QString maker = manufacturer ? nameIn(makers, *manufacturer) : QString();
    if (maker.isEmpty() && manufacturer && *manufacturer != noMaker)
        maker = u"Manufacturer %1"_s.arg(*manufacturer);
    QString name = productName.trimmed();
    if (name.isEmpty() && product && manufacturer == garmin)
        name = nameIn(garminProducts, *product);
    if (name.isEmpty() && product && !maker.isEmpty())
        name = u"product %1"_s.arg(*product);
    if (maker.isEmpty() || name.startsWith(maker, Qt::CaseInsensitive))
        return name;
    return name.isEmpty() ? maker : maker + u' ' + name;
}

}
