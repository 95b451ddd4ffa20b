// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/widgets/statepage.h"

#include <QImage>
#include <QTest>

namespace tst_statepage {

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

QImage shot(QWidget &widget) { return widget.grab().toImage(); }

//! All of it is of one colour.
bool isPlain(const QImage &image)
{
    QImage plain(image.size(), image.format());
    plain.setDevicePixelRatio(image.devicePixelRatio());
    plain.fill(image.pixelColor(0, 0));
    return image == plain;
}

} // namespace

class tst_StatePage : public QObject
{
    Q_OBJECT

private slots:
    void rowsInOutlineComeOnlyWhenItTakesLong();
    void rowsInOutlineBeginAnew();
    void rowsInOutlineAreNamed();
};

void tst_StatePage::rowsInOutlineComeOnlyWhenItTakesLong()
{
    LoadingRows rows;
    rows.resize(400, 200);
    rows.show();
    QVERIFY(isPlain(shot(rows)));
    QTRY_VERIFY(!isPlain(shot(rows)));
    const QImage first = shot(rows);
    QTRY_VERIFY(shot(rows) != first); // they move
}

void tst_StatePage::rowsInOutlineBeginAnew()
{
    LoadingRows rows;
    rows.resize(400, 200);
    rows.show();
    QTRY_VERIFY(!isPlain(shot(rows)));
    rows.hide();
    rows.show();
    QVERIFY(isPlain(shot(rows)));
}

void tst_StatePage::rowsInOutlineAreNamed()
{
    QCOMPARE(LoadingRows().accessibleName(), u"Loading models"_s);
}

MODELSCRIBE_GUI_TEST(tst_StatePage)

} // namespace tst_statepage

#include "tst_statepage.moc"
