// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/editscript.h"
#include "ui/theme/theme.h"

#include <QPlainTextEdit>

class QCompleter;
class QStandardItemModel;

namespace ui {

class BuilderState;
class WorkoutHighlighter;
class WorkoutMargin;

/// The workout as text: coloured as it is read, problems underlined, words offered. It tells the state of every change,
/// before anything is drawn.
class WorkoutEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    WorkoutEdit(BuilderState &state, const Theme &theme, QWidget *parent = nullptr);
    ~WorkoutEdit() override;

    void setWorkout(const QString &text); ///< another one; what was before cannot be undone
    [[nodiscard]] QString workout() const; ///< as it was set, if nothing was changed

    /// Makes the changes as one step of undo and puts the cursor on the first line the gesture was about.
    void apply(const workout::Edited &edited);
    /// The same, taken back by the next preview or by the end of it.
    void preview(const workout::Edited &edited);
    void endPreview(bool keep);
    [[nodiscard]] bool isPreviewing() const { return m_previewing; }

    void markLines(const QList<int> &lines, int current); ///< shows where the chart is; without linesChosen()
    void goToLine(int line); ///< with the focus
    [[nodiscard]] QString problemAt(const QPoint &at) const; ///< in the viewport; empty if all is well there

    void offerWords(bool asked);
    [[nodiscard]] QCompleter *completer() const { return m_completer; }

    // What the margin needs
    [[nodiscard]] const BuilderState &state() const { return m_state; }
    void paintMargin(QPainter &painter, const QRect &area) const;

Q_SIGNALS:
    void typed(); ///< the person changed the text, or went back in it
    void linesChosen(const QList<int> &lines, int current); ///< the cursor or the selection went there

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] QString plainText() const;
    void followText();
    void followCursor();
    void write(const workout::Edited &edited);
    void insertWord(const QModelIndex &index);
    [[nodiscard]] bool continueList(QKeyEvent *event);
    void applyTheme();
    void markSelection();

    BuilderState &m_state;
    const Theme &m_theme;
    WorkoutHighlighter *m_highlighter = nullptr;
    WorkoutMargin *m_margin = nullptr;
    QCompleter *m_completer = nullptr;
    QStandardItemModel *m_words = nullptr;
    QString m_original; ///< as it came
    QString m_shownFirst; ///< what the document made of it
    QList<int> m_marked;
    int m_taken = 0; ///< characters an offered word takes the place of
    bool m_previewing = false;
    bool m_quiet = false; ///< the cursor moves because the chart said so
};

}
