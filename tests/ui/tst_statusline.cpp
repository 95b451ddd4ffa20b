// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/statusline.h"

#include "testclass.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace tst_statusline {

using namespace modelscribe;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_StatusLine : public QObject
{
    Q_OBJECT

private slots:
    void tellsHowFarTheListIs_data();
    void tellsHowFarTheListIs();
    void canCancel();
    void keepsItsAgeWhileNothingIsRead();

private:
    static QStringList texts(const StatusLine &line)
    {
        QStringList shown;
        for (const QLabel *label : line.findChildren<QLabel *>()) {
            if (label->isVisible())
                shown.append(label->text());
        }
        return shown;
    }
};

void tst_StatusLine::tellsHowFarTheListIs_data()
{
    QTest::addColumn<SyncProgress>("progress");
    QTest::addColumn<QString>("text");
    QTest::newRow("begins") << SyncProgress{.expected = 500} << u"loading"_s;
    QTest::newRow("all known") << SyncProgress{1250, 8412, 1249.6, 6s}
                               << u"loading 1,250 of 8,412 · 1,249 a second · 6 s left"_s;
    QTest::newRow("long") << SyncProgress{50, 100'000, 25, 3998s}
                          << u"loading 50 of 100,000 · 25 a second · 67 min left"_s;
    QTest::newRow("no count") << SyncProgress{.listed = 50, .perSecond = 0.4}
                              << u"loading, 50 so far"_s;
}

void tst_StatusLine::tellsHowFarTheListIs()
{
    QFETCH(SyncProgress, progress);
    QFETCH(QString, text);
    StatusLine line;
    line.show();
    line.setLoading(true, progress);
    QVERIFY2(texts(line).contains(text), qPrintable(texts(line).join(u'|')));
    line.setLoading(true, {.listed = 77}); // sooner than anybody reads
    QVERIFY(texts(line).contains(text));
    QTest::qWait(120);
    line.setLoading(true, {.listed = 77});
    QVERIFY(texts(line).contains(u"loading, 77 so far"_s));
    line.setLoading(false);
    QCOMPARE(texts(line).filter(u"loading"_s), QStringList());
}

void tst_StatusLine::canCancel()
{
    StatusLine line;
    line.show();
    const auto buttons = line.findChildren<QPushButton *>();
    const auto cancel = std::ranges::find(buttons, u"Cancel loading"_s, &QPushButton::text);
    QVERIFY(cancel != buttons.end());
    QVERIFY(!(*cancel)->isVisible());
    line.setLoading(true);
    QVERIFY((*cancel)->isVisible());
    QSignalSpy cancelled(&line, &StatusLine::cancelRequested);
    (*cancel)->click();
    QCOMPARE(cancelled.size(), 1);
}

void tst_StatusLine::keepsItsAgeWhileNothingIsRead()
{
    StatusLine line;
    line.show();
    line.setSyncedAt(QDateTime::currentDateTimeUtc().addSecs(-150));
    QVERIFY(texts(line).contains(u"synced 2 min ago"_s));
    line.setLoading(true, {.listed = 5});
    QVERIFY(!texts(line).contains(u"synced 2 min ago"_s));
    line.setLoading(false);
    QVERIFY(texts(line).contains(u"synced 2 min ago"_s));
}

MODELSCRIBE_GUI_TEST(tst_StatusLine)

} // namespace tst_statusline

#include "tst_statusline.moc"
