// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/filterchip.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int longest = 22; // letters; a tag may be a sentence

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > longest ? line.left(longest - 1).trimmed() + QChar(0x2026) : line;
}

}

FilterChip::FilterChip(const Theme &theme, const QString &word, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_word(word)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &FilterChip::open);
    connect(&theme, &Theme::changed, this, &FilterChip::refresh);
    refresh();
}

void FilterChip::setChoices(const QList<Choice> &choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    choose(m_chosen);
    refresh();
}

void FilterChip::choose(const QVariantList &values)
{
    QVariantList known;
    for (const Choice &choice : std::as_const(m_choices)) {
        if (values.contains(choice.value))
            known.append(choice.value);
    }
    if (known == m_chosen)
        return;
    m_chosen = known;
    refresh();
    Q_EMIT chosenChanged();
}

void FilterChip::refresh()
{
    QStringList names;
    for (const Choice &choice : std::as_const(m_choices)) {
        if (m_chosen.contains(choice.value))
            names.append(choice.text);
    }
    const QString all = names.join(u", "_s);
    //: a filter and what it is set to, or how many of its choices are on
    setText(names.isEmpty()     ? m_word
            : names.size() == 1 ? shortened(all)
                                : tr("%1 · %2").arg(m_word, QLocale().toString(names.size())));
    setAccessibleName(names.isEmpty() ? m_word : m_word + u": "_s + all);
    setVisible(!m_choices.isEmpty());
    updateGeometry();
    update();
}

void FilterChip::open()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Choice &choice : std::as_const(m_choices)) {
        // An ampersand of a tag is a letter, not a key.
        QAction *action = menu->addAction(shortened(choice.text).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(choice.value));
        connect(action, &QAction::toggled, this, [this, value = choice.value](bool on) {
            QVariantList values = m_chosen;
            values.removeAll(value);
            if (on)
                values.append(value);
            choose(values);
        });
    }
    if (!m_chosen.isEmpty()) {
        menu->addSeparator();
        menu->addAction(tr("Any"), this, [this] { choose({}); });
    }
    menu->popup(mapToGlobal(QPoint(0, height() + m_theme.spacing(1))));
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        open();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

QSize FilterChip::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextRole::Small, QFont::Medium));
    return {metrics.horizontalAdvance(text()) + m_theme.spacing(6), metrics.height() + m_theme.spacing(2)};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = !m_chosen.isEmpty();
    QColor ground = m_theme.color(on ? Token::AccentWash : Token::Sunken);
    if (underMouse() && !on)
        ground = m_theme.wash(m_theme.color(Token::TextThird), 0.2);
    painter.setBrush(ground);
    painter.setPen(hasFocus() || on ? QPen(m_theme.color(Token::Accent), hasFocus() ? 1.5 : 1) : QPen(Qt::NoPen));
    const QRectF shape = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2);
    const QColor ink = m_theme.color(on ? Token::Accent : Token::TextSecond);
    const int size = m_theme.spacing(5) / 2;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int side = m_theme.spacing(3) / 2;
    const QPixmap arrow = m_theme.pixmap(u"chevron-down"_s, ink, size, devicePixelRatioF());
    painter.drawPixmap(QPointF(mirrored ? side : width() - side - size, (height() - size) / 2.0), arrow);
    painter.setFont(m_theme.font(TextRole::Small, QFont::Medium));
    painter.setPen(ink);
    const QRect words
        = mirrored ? rect().adjusted(side + size, 0, -side - 2, 0) : rect().adjusted(side + 2, 0, -side - size, 0);
    painter.drawText(words, Qt::AlignCenter | Qt::TextSingleLine, text());
}

}
