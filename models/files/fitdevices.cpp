// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitprofile.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace files::fit {

namespace {

struct Numbered {
    int number;
    QLatin1StringView name;
};

constexpr int garmin = 1, noMaker = 255;

constexpr std::array makers {Numbered {1, "Garmin"_L1},
    Numbered {6, "SRM"_L1},
    Numbered {9, "Saris"_L1},
    Numbered {13, "Dynastream"_L1},
    Numbered {15, "Dynastream"_L1},
    Numbered {16, "Timex"_L1},
    Numbered {23, "Suunto"_L1},
    Numbered {32, "Wahoo"_L1},
    Numbered {38, "o_synce"_L1},
    Numbered {40, "Concept2"_L1},
    Numbered {41, "Shimano"_L1},
    Numbered {45, "Xplova"_L1},
    Numbered {48, "Pioneer"_L1},
    Numbered {60, "Rotor"_L1},
    Numbered {63, "Specialized"_L1},
    Numbered {67, "Bkool"_L1},
    Numbered {68, "CatEye"_L1},
    Numbered {69, "Stages"_L1},
    Numbered {70, "Sigma"_L1},
    Numbered {71, "TomTom"_L1},
    Numbered {73, "Wattbike"_L1},
    Numbered {86, "Elite"_L1},
    Numbered {89, "Tacx"_L1},
    Numbered {95, "Stryd"_L1},
    Numbered {107, "Magene"_L1},
    Numbered {111, "Technogym"_L1},
    Numbered {115, "iGPSPORT"_L1},
    Numbered {118, "WaterRower"_L1},
    Numbered {123, "Polar"_L1},
    Numbered {128, "iFit"_L1},
    Numbered {135, "Coospo"_L1},
    Numbered {258, "Lezyne"_L1},
    Numbered {260, "Zwift"_L1},
    Numbered {265, "Strava"_L1},
    Numbered {267, "Bryton"_L1},
    Numbered {268, "SRAM"_L1},
    Numbered {281, "TrainerRoad"_L1},
    Numbered {282, "Wahoo SYSTM"_L1},
    Numbered {289, "Hammerhead"_L1},
    Numbered {294, "Coros"_L1},
    Numbered {305, "Whoop"_L1},
    Numbered {309, "Form"_L1},
    Numbered {315, "RGT Cycling"_L1},
    Numbered {331, "MyWhoosh"_L1},
    Numbered {337, "Runna"_L1},
    Numbered {339, "Zepp"_L1},
    Numbered {340, "Peloton"_L1},
    Numbered {348, "Huawei"_L1}};

constexpr std::array garminProducts {Numbered {717, "Forerunner 405"_L1},
    Numbered {1018, "Forerunner 310XT"_L1},
    Numbered {1036, "Edge 500"_L1},
    Numbered {1124, "Forerunner 110"_L1},
    Numbered {1169, "Edge 800"_L1},
    Numbered {1325, "Edge 200"_L1},
    Numbered {1328, "Forerunner 910XT"_L1},
    Numbered {1345, "Forerunner 610"_L1},
    Numbered {1551, "fenix"_L1},
    Numbered {1561, "Edge 510"_L1},
    Numbered {1567, "Edge 810"_L1},
    Numbered {1623, "Forerunner 620"_L1},
    Numbered {1632, "Forerunner 220"_L1},
    Numbered {1765, "Forerunner 920XT"_L1},
    Numbered {1836, "Edge 1000"_L1},
    Numbered {1967, "fenix 2"_L1},
    Numbered {2050, "fenix 3"_L1},
    Numbered {2067, "Edge 520"_L1},
    Numbered {2147, "Edge 25"_L1},
    Numbered {2156, "Forerunner 630"_L1},
    Numbered {2157, "Forerunner 230"_L1},
    Numbered {2158, "Forerunner 735XT"_L1},
    Numbered {2238, "Edge 20"_L1},
    Numbered {2413, "fenix 3 HR"_L1},
    Numbered {2431, "Forerunner 235"_L1},
    Numbered {2503, "Forerunner 35"_L1},
    Numbered {2530, "Edge 820"_L1},
    Numbered {2544, "fenix 5S"_L1},
    Numbered {2604, "fenix 5X"_L1},
    Numbered {2691, "Forerunner 935"_L1},
    Numbered {2697, "fenix 5"_L1},
    Numbered {2713, "Edge 1030"_L1},
    Numbered {2886, "Forerunner 645"_L1},
    Numbered {2909, "Edge 130"_L1},
    Numbered {3076, "Forerunner 245"_L1},
    Numbered {3077, "Forerunner 245 Music"_L1},
    Numbered {3110, "fenix 5 Plus"_L1},
    Numbered {3112, "Edge 520 Plus"_L1},
    Numbered {3113, "Forerunner 945"_L1},
    Numbered {3121, "Edge 530"_L1},
    Numbered {3122, "Edge 830"_L1},
    Numbered {3282, "Forerunner 45"_L1},
    Numbered {3288, "fenix 6S"_L1},
    Numbered {3290, "fenix 6"_L1},
    Numbered {3291, "fenix 6X"_L1},
    Numbered {3405, "Swim 2"_L1},
    Numbered {3558, "Edge 130 Plus"_L1},
    Numbered {3570, "Edge 1030 Plus"_L1},
    Numbered {3589, "Forerunner 745"_L1},
    Numbered {3652, "Forerunner 945 LTE"_L1},
    Numbered {3843, "Edge 1040"_L1},
    Numbered {3869, "Forerunner 55"_L1},
    Numbered {3906, "fenix 7"_L1},
    Numbered {3992, "Forerunner 255"_L1},
    Numbered {4024, "Forerunner 955"_L1},
    Numbered {4061, "Edge 540"_L1},
    Numbered {4062, "Edge 840"_L1},
    Numbered {4257, "Forerunner 265"_L1},
    Numbered {4258, "Forerunner 265S"_L1},
    Numbered {4315, "Forerunner 965"_L1},
    Numbered {4432, "Forerunner 165"_L1},
    Numbered {4440, "Edge 1050"_L1},
    Numbered {4536, "fenix 8"_L1},
    Numbered {4565, "Forerunner 970"_L1}};

template<size_t size>
QString nameIn(const std::array<Numbered, size> &names, qint64 number)
{
    const auto row
        = std::find_if(names.begin(), names.end(), [number](const Numbered &named) { return named.number == number; });
    return row == names.end() ? QString() : QString(row->name);
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
