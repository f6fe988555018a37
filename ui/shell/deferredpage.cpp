// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/deferredpage.h"

#include <QVBoxLayout>

namespace ui {

DeferredPage::DeferredPage(const QString &title, std::function<Page *()> make, QWidget *parent)
    : Page(parent)
    , m_title(title)
    , m_make(std::move(make))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
}

void DeferredPage::activated()
{
    build();
    m_page->activated();
}

void DeferredPage::build()
{
    if (m_page)
        return;
    m_page = m_make();
    layout()->addWidget(m_page);
}

}
