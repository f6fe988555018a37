// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QToolBar>

using namespace Qt::StringLiterals;

/// The least that a program with a window of this kind can be: menu, toolbar, dock and something to look at.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.menuBar()->addMenu(u"File"_s)->addAction(u"Quit"_s, &window, &QWidget::close);
    window.addToolBar(u"Tools"_s)->addAction(u"Quit"_s, &window, &QWidget::close);
    auto *dock = new QDockWidget(u"Dock"_s);
    dock->setWidget(new QLabel(u"Dock"_s));
    window.addDockWidget(Qt::RightDockWidgetArea, dock);
    auto *middle = new QLabel(u"The least that a window can be"_s);
    middle->setAlignment(Qt::AlignCenter);
    window.setCentralWidget(middle);
    window.resize(1360, 860);
    window.show();
    return QApplication::exec();
}
