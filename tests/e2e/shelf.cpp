// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDrag>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QListWidget>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>
#include <cstdio>

using namespace Qt::StringLiterals;

/// Stands in for a file manager: takes files that are dropped on it into a folder, and gives them away by dragging.
class Shelf : public QListWidget
{
public:
    explicit Shelf(QString folder)
        : m_folder(std::move(folder))
    {
        setWindowTitle(u"Shelf"_s);
        setAccessibleName(u"Shelf"_s);
        setAcceptDrops(true);
        viewport()->setAcceptDrops(true);
        setDragEnabled(true);
    }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override
    {
        if (!event->mimeData()->hasUrls())
            return;
        event->acceptProposedAction();
        std::printf("something is held over the shelf\n");
        std::fflush(stdout);
    }
    void dragMoveEvent(QDragMoveEvent *event) override { event->acceptProposedAction(); }
    void dropEvent(QDropEvent *event) override
    {
        for (const QUrl &url : event->mimeData()->urls()) {
            const QString kept = m_folder + u'/' + QFileInfo(url.toLocalFile()).fileName();
            if (!QFile::copy(url.toLocalFile(), kept))
                continue;
            addItem(kept);
            std::printf("%s\n", kept.toUtf8().constData());
            std::fflush(stdout);
        }
        event->setDropAction(Qt::CopyAction);
        event->accept();
    }
    [[nodiscard]] QMimeData *mimeData(const QList<QListWidgetItem *> &items) const override
    {
        auto *given = new QMimeData;
        QList<QUrl> urls;
        for (const QListWidgetItem *item : items)
            urls.append(QUrl::fromLocalFile(item->text()));
        given->setUrls(urls);
        return given;
    }

private:
    QString m_folder;
};

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    Shelf shelf(QApplication::arguments().value(1));
    shelf.setWindowFlag(Qt::WindowStaysOnTopHint);
    shelf.setGeometry(1340, 640, 240, 240);
    shelf.show();
    return QApplication::exec();
}
