// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/palette.h"
#include "tests/render/scene.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr int colours = 255;

int fail(const QString &sentence)
{
    QTextStream(stderr) << "microcycle-shots: " << sentence << '\n';
    return 1;
}

int write(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(u"The folder %1 cannot be made."_s.arg(folder));
    if (const QString missing = render::prepare(); !missing.isEmpty())
        return fail(missing);
    render::DemoStore demo(render::clock());
    if (!demo.failure().isEmpty())
        return fail(demo.failure());
    for (const auto choice : {ui::Theme::Choice::Light, ui::Theme::Choice::Dark}) {
        for (const render::Subject subject : render::subjects()) {
            render::Scene scene(demo, subject, choice);
            if (!scene.failure().isEmpty())
                return fail(scene.failure());
            const QImage picture = scene.picture();
            const QString fine = picture.devicePixelRatio() > 1 ? u"@2x"_s : QString();
            const QString path = u"%1/%2-%3%4.png"_s.arg(folder, render::nameOf(subject), render::nameOf(choice), fine);
            if (!render::inColours(picture, colours).save(path, "PNG", 0))
                return fail(u"%1 cannot be written."_s.arg(path));
        }
    }
    return 0;
}

}

/// Writes a picture of every page, light and dark, into a folder: microcycle-shots FOLDER [--fine]
int main(int argc, char **argv)
{
    const QList<QByteArray> arguments(argv + 1, argv + argc);
    const bool fine = arguments.contains("--fine");
    if (arguments.size() != (fine ? 2 : 1) || arguments.first().startsWith("--"))
        return fail(u"call it as microcycle-shots FOLDER [--fine]"_s);
    support::pinEnvironment();
    qputenv("QT_SCALE_FACTOR", fine ? "2" : "1");
    const QApplication application(argc, argv);
    return write(QString::fromLocal8Bit(arguments.first()));
}
