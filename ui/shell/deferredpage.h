// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <functional>

namespace ui {

/// Stands in the window for a page that is built when it is first wanted, so that the window opens sooner.
class DeferredPage : public Page
{
    Q_OBJECT

public:
    DeferredPage(const QString &title, std::function<Page *()> make, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return m_title; }
    void activated() override;

    /// Builds the page if that has not happened yet.
    void build();

private:
    QString m_title;
    std::function<Page *()> m_make;
    Page *m_page = nullptr;
};

}
