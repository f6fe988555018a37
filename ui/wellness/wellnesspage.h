// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/store/store.h"
#include "ui/shell/page.h"
#include "ui/wellness/wellnesswords.h"

class QHBoxLayout;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace ui {

class HistoryPanel;
class PageHeader;
class TextLabel;
class Theme;
class WellnessForm;

/// Wellness of one day: the form at the left, what it is compared with at the right. There is no save button; every
/// field is saved by itself and can be undone.
class WellnessPage : public Page
{
    Q_OBJECT

public:
    WellnessPage(store::Store &store, Theme &theme, const QLocale &locale, QWidget *parent = nullptr);
    ~WellnessPage() override;

    [[nodiscard]] QString title() const override;
    void activated() override;

    [[nodiscard]] QDate day() const { return m_day; }
    [[nodiscard]] WellnessForm &form() { return *m_form; }
    [[nodiscard]] HistoryPanel &history() { return *m_panel; }
    [[nodiscard]] QString state() const; ///< the words at the right of the header

    /// Days after today are shown as today. Stays where it is while a field is refused.
    void showDay(QDate day);
    void step(int days);
    void goToToday();

Q_SIGNALS:
    void dayShown(const domain::DateRange &days); ///< what has to be known of the service for this day
    void sentence(const QString &text, bool undoable);
    void failed(const domain::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildHeader();
    void buildColumns();
    void addKeys();
    void readSettings();
    void reload();
    void arrange(); ///< two columns, or one below the other when narrow
    bool save(const domain::Wellness &after);
    void showState(const QString &text, bool wrong = false);
    void showSettled();
    [[nodiscard]] QDate today() const { return m_store.clock().today(); }

    store::Store &m_store;
    Theme &m_theme;
    QLocale m_locale;
    WellnessWords m_words;
    QList<const items::WellnessField *> m_fields;
    QDate m_day;
    bool m_followsToday = true;
    bool m_locked = false;
    PageHeader *m_header = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QToolButton *m_today = nullptr;
    TextLabel *m_date = nullptr;
    TextLabel *m_state = nullptr;
    TextLabel *m_lock = nullptr;
    QScrollArea *m_left = nullptr;
    QScrollArea *m_right = nullptr;
    QVBoxLayout *m_leftColumn = nullptr;
    WellnessForm *m_form = nullptr;
    HistoryPanel *m_panel = nullptr;
};

}
