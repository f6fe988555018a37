// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/activityfilter.h"
#include "ui/activities/activitywords.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace ui {

class PageHeader;
class PillButton;
class RowTable;
class SearchField;

/// The table of all activities with what narrows it: words and sports.
class ActivityList : public QWidget
{
    Q_OBJECT

public:
    ActivityList(store::Store &store, const Theme &theme, const QLocale &locale, QWidget *parent = nullptr);
    ~ActivityList() override;

    [[nodiscard]] const items::ActivityFilter &rows() const { return m_filter; }
    [[nodiscard]] RowTable &table() { return *m_table; }
    [[nodiscard]] SearchField &search() { return *m_search; }
    [[nodiscard]] QString countText() const { return m_count; }
    [[nodiscard]] QList<PillButton *> pills() const;

    void select(const domain::LocalId &id); ///< takes back what hides it
    [[nodiscard]] domain::LocalId selected() const { return m_selected; }
    /// The activity so many rows below; nothing beyond the ends.
    [[nodiscard]] std::optional<domain::LocalId> neighbour(const domain::LocalId &id, int by) const;
    void clearSearch(); ///< words and sports
    void focusRows();
    void focusSearch();

Q_SIGNALS:
    void chosen(const domain::LocalId &id);
    void rowsChanged(); ///< or their order

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Pill {
        domain::SportFamily family;
        PillButton *button;
    };

    void buildHeader();
    void buildTable();
    void measureColumns();
    void filterSports();
    void refresh(); ///< pills, count and which of table and empty page is shown
    void keepSelection();

    const Theme &m_theme;
    ActivityWords m_words;
    items::ActivityTable m_model;
    items::ActivityFilter m_filter;
    PageHeader *m_header = nullptr;
    SearchField *m_search = nullptr;
    QList<Pill> m_pills;
    QStackedWidget *m_stack = nullptr;
    RowTable *m_table = nullptr;
    QString m_count;
    domain::LocalId m_selected;
    QTimer m_later; ///< many changes of the model, one refresh
};

}
