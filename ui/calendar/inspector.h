// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/calendar/calendareditor.h"

#include <QFrame>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class TextLabel;
class Theme;

/// The fields of one calendar entry beside the grid. Each field is saved when it is left; input that cannot be read
/// stays in its field with the reason under it.
class Inspector : public QFrame
{
    Q_OBJECT

public:
    Inspector(store::Store &store,
        CalendarEditor &editor,
        Theme &theme,
        const CalendarWords &words,
        QWidget *parent = nullptr);

    void open(const domain::LocalId &id);
    /// A new entry that exists only here until it has a name.
    void openDraft(QDate day, domain::Category category = domain::Category::Workout);
    void dismiss(); ///< saves what was typed into an entry, drops an unnamed draft
    [[nodiscard]] bool isDraft() const { return m_id.value.isEmpty(); }
    [[nodiscard]] domain::LocalId current() const { return m_id; }

Q_SIGNALS:
    void closed();
    void historyRequested(const domain::LocalId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Field {
        TextLabel *label = nullptr;
        QWidget *editor = nullptr;
        TextLabel *error = nullptr;
        QString shown; ///< what the entry's value looked like when it was put in
    };

    void build();
    void buildFigures(QVBoxLayout *into);
    [[nodiscard]] QDateEdit *dateEdit();
    void addField(Field &field, const QString &label, QWidget *editor, QVBoxLayout *into);
    QLineEdit *lineEdit(const QString &name);
    void applyTheme();
    void present(const domain::Event &event, bool keepFocused = false);
    void setText(Field &field, const QString &text, bool keepFocused);
    void arrangeFor(domain::Category category);
    void commit();
    void createDraft();
    void complain(Field &field, const QString &reason);
    [[nodiscard]] bool read(domain::Event &event); ///< false if a field cannot be read; the others are taken over
    [[nodiscard]] bool readDuration(domain::Event &event);
    [[nodiscard]] bool readDistance(domain::Event &event);
    [[nodiscard]] bool readLoad(domain::Event &event);
    [[nodiscard]] bool readTime(domain::Event &event);
    void readDays(domain::Event &event) const;
    [[nodiscard]] static QString text(const Field &field);

    store::Store &m_store;
    CalendarEditor &m_editor;
    Theme &m_theme;
    const CalendarWords &m_words;
    domain::LocalId m_id; ///< empty for a draft
    domain::Event m_event;
    bool m_open = false;
    bool m_showing = false;
    bool m_estimated = false;
    TextLabel *m_title = nullptr;
    TextLabel *m_state = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_history = nullptr;
    Field m_name;
    Field m_sport;
    Field m_day;
    Field m_until;
    Field m_time;
    Field m_duration;
    Field m_distance;
    Field m_load;
    Field m_description;
    QComboBox *m_sportBox = nullptr;
    QDateEdit *m_dayEdit = nullptr;
    QDateEdit *m_untilEdit = nullptr;
    QPlainTextEdit *m_text = nullptr;
};

}
