// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/scene.h"
#include "tests/render/textrules.h"
#include "tests/support/testmain.h"

#include <QPainter>
#include <QTranslator>

using namespace Qt::StringLiterals;
using render::Subject;

namespace {

constexpr int fewestTexts = 9; ///< of the page with the fewest

QString longGerman(const QString &words)
{
    return words + u" – Schwellenintervalltraining mit anschließender Rumpfkräftigungsübung"_s;
}

QString chinese(const QString &words)
{
    return words + u" 阈值间歇训练与核心力量练习以及恢复骑行，注意补水与睡眠质量"_s;
}

/// A language whose words are a third longer than the English ones.
class LongWords : public QTranslator
{
public:
    LongWords() { QCoreApplication::installTranslator(this); }

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        constexpr int letters = 6;
        QString text = QString::fromUtf8(source);
        for (qsizetype missing = std::max<qsizetype>(2, text.size() / 3); missing > 0; missing -= letters) {
            // Long texts consist of words, which can be wrapped.
            if (text.size() > 2 * letters)
                text += u' ';
            text += QString(std::min<qsizetype>(missing, letters), u'ö');
        }
        return text;
    }
};

/// A widget that breaks one rule on purpose.
class Offender : public QWidget
{
public:
    enum class Fault { None, Cut, Shortened, Overlapping, CoveredOverlap };

    explicit Offender(Fault fault)
        : m_fault(fault)
    {
        resize(300, 100);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Qt::white);
        painter.drawText(QRect(10, 10, m_fault == Fault::Cut ? 20 : 200, 30), 0, u"Fitness"_s);
        if (m_fault == Fault::Shortened)
            painter.drawText(QPoint(10, 70), u"Fat…"_s);
        if (m_fault == Fault::CoveredOverlap)
            painter.fillRect(QRect(0, 0, 300, 60), Qt::white);
        if (m_fault == Fault::Overlapping || m_fault == Fault::CoveredOverlap)
            painter.drawText(QRect(30, 12, 200, 30), 0, u"Form"_s);
    }

private:
    Fault m_fault;
};

}

/// Reads what every page writes: nothing is cut off, nothing lies on something else, and only what people have named
/// is shortened. Names may be long and in any script.
class TextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTextFits_data();
    void everyTextFits();
    void longWordsFit_data();
    void longWordsFit();
    void faultsAreSeen_data();
    void faultsAreSeen();

private:
    static QString faultsOf(render::DemoStore &demo,
        Subject subject,
        QSize size,
        render::Shortening shortening = render::Shortening::Never);

    std::vector<std::unique_ptr<render::DemoStore>> m_demos;
};

void TextsTest::initTestCase()
{
    QCOMPARE(render::prepare(), QString());
    for (const auto &wording : QList<render::DemoStore::Wording> {{}, longGerman, chinese}) {
        m_demos.push_back(std::make_unique<render::DemoStore>(render::clock(), wording));
        QCOMPARE(m_demos.back()->failure(), QString());
    }
}

void TextsTest::everyTextFits_data()
{
    QTest::addColumn<int>("subject");
    QTest::addColumn<int>("demo");
    QTest::addColumn<QSize>("size");
    const QStringList wordings {u"names of the demo"_s, u"long German names"_s, u"Chinese names"_s};
    for (const Subject subject : render::subjects()) {
        for (int demo = 0; demo < int(wordings.size()); ++demo) {
            if (subject == Subject::Start && demo > 0)
                continue;
            for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
                QTest::addRow(
                    "%s, %s, %i wide", qPrintable(nameOf(subject)), qPrintable(wordings.at(demo)), size.width())
                    << int(subject) << demo << size;
            }
        }
    }
}

void TextsTest::everyTextFits()
{
    QFETCH(int, subject);
    QFETCH(int, demo);
    QFETCH(QSize, size);
    const QString faults = faultsOf(*m_demos.at(std::size_t(demo)), Subject(subject), size);
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
}

void TextsTest::longWordsFit_data()
{
    QTest::addColumn<int>("subject");
    for (const Subject subject : render::subjects())
        QTest::newRow(qPrintable(nameOf(subject))) << int(subject);
}

void TextsTest::longWordsFit()
{
    QFETCH(int, subject);
    const LongWords language;
    const QString faults
        = faultsOf(*m_demos.front(), Subject(subject), {1440, 900}, render::Shortening::InElidedLabels);
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
}

QString TextsTest::faultsOf(render::DemoStore &demo, Subject subject, QSize size, render::Shortening shortening)
{
    render::Scene scene(demo, subject, ui::Theme::Choice::Light, size);
    if (!scene.failure().isEmpty())
        return scene.failure();
    (void)scene.picture();
    const render::TextProbe probe(scene.window());
    if (probe.texts().size() < fewestTexts)
        return u"only %1 texts were seen"_s.arg(probe.texts().size());
    QString faults;
    const auto add = [&faults](const QString &what, const QStringList &found) {
        if (!found.isEmpty())
            faults += u"\n%1:\n  %2"_s.arg(what, found.join(u"\n  "_s));
    };
    add(u"cut off"_s, render::cutTexts(probe));
    add(u"shortened"_s, render::shortenedTexts(probe, demo.words(), shortening));
    add(u"on each other"_s, render::overlappingTexts(probe));
    return faults;
}

void TextsTest::faultsAreSeen_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("cut");
    QTest::addColumn<int>("shortened");
    QTest::addColumn<int>("overlapping");
    QTest::newRow("all in order") << int(Offender::Fault::None) << 0 << 0 << 0;
    QTest::newRow("a field too narrow for its word") << int(Offender::Fault::Cut) << 1 << 0 << 0;
    QTest::newRow("a word of the program ends in dots") << int(Offender::Fault::Shortened) << 0 << 1 << 0;
    QTest::newRow("two words on each other") << int(Offender::Fault::Overlapping) << 0 << 0 << 1;
    QTest::newRow("a card lies over a word") << int(Offender::Fault::CoveredOverlap) << 0 << 0 << 0;
}

void TextsTest::faultsAreSeen()
{
    QFETCH(int, fault);
    Offender offender {Offender::Fault(fault)};
    offender.show();
    const render::TextProbe probe(offender);
    QTEST(int(render::cutTexts(probe).size()), "cut");
    QTEST(int(render::shortenedTexts(probe, {}).size()), "shortened");
    QTEST(int(render::overlappingTexts(probe).size()), "overlapping");
}

MICROCYCLE_WIDGET_TEST(TextsTest)
#include "tst_texts.moc"
