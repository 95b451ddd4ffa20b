// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "ui/json/form/starsfield.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace tst_starsfield {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_StarsField : public QObject
{
    Q_OBJECT

private slots:
    void numberStaysAsItIs_data();
    void numberStaysAsItIs();
    void arrowsGoToTheNextHalf_data();
    void arrowsGoToTheNextHalf();
    void keysTellTheNewText();
    void clickChoosesAWholeStar();
    void fractionIsDrawn();
    void valueIsSaid();
};

void tst_StarsField::numberStaysAsItIs_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u"4.940"_s, u"5"_s, u"1e400"_s, u"-3"_s, u"12000000000000000001"_s, u""_s, u"0.0"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void tst_StarsField::numberStaysAsItIs()
{
    QFETCH(QString, text);
    StarsField field;
    QSignalSpy edited(&field, &StarsField::edited);
    field.setValue(text);
    field.show();
    field.grab();
    QCOMPARE(field.value(), text);
    QCOMPARE(edited.count(), 0);
}

void tst_StarsField::arrowsGoToTheNextHalf_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("up");
    QTest::addColumn<QString>("down");
    QTest::newRow("fraction") << u"4.94"_s << u"5"_s << u"4.5"_s;
    QTest::newRow("half") << u"4.5"_s << u"5"_s << u"4"_s;
    QTest::newRow("whole") << u"3"_s << u"3.5"_s << u"2.5"_s;
    QTest::newRow("bottom") << u"0"_s << u"0.5"_s << u"0"_s;
    QTest::newRow("top") << u"5.0"_s << u"5"_s << u"4.5"_s;
    QTest::newRow("beyond") << u"7"_s << u"5"_s << u"4.5"_s;
    QTest::newRow("not set") << u""_s << u"0.5"_s << u"0"_s;
    QTest::newRow("no number") << u"x"_s << u"0.5"_s << u"0"_s;
}

void tst_StarsField::arrowsGoToTheNextHalf()
{
    QFETCH(QString, from);
    QFETCH(QString, up);
    QFETCH(QString, down);
    QCOMPARE(StarsField::stepped(from, true), up);
    QCOMPARE(StarsField::stepped(from, false), down);
}

void tst_StarsField::keysTellTheNewText()
{
    StarsField field;
    field.setValue(u"4.94"_s);
    QSignalSpy edited(&field, &StarsField::edited);
    QTest::keyClick(&field.stars(), Qt::Key_Right);
    QTest::keyClick(&field.stars(), Qt::Key_Right); // no further
    QTest::keyClick(&field.stars(), Qt::Key_Down);
    QTest::keyClick(&field.stars(), Qt::Key_Home);
    QTest::keyClick(&field.stars(), Qt::Key_End);
    QStringList told;
    for (const auto &arguments : edited)
        told.append(arguments.constFirst().toString());
    QCOMPARE(told, QStringList({u"5"_s, u"4.5"_s, u"0"_s, u"5"_s}));
    field.setReadOnly(true);
    QTest::keyClick(&field.stars(), Qt::Key_Home);
    QCOMPARE(field.value(), u"5"_s);
}

void tst_StarsField::clickChoosesAWholeStar()
{
    StarsField field;
    field.resize(400, 30);
    field.show();
    QTest::mouseClick(&field.stars(), Qt::LeftButton, {}, {4 + 3 * 24 + 10, 15});
    QCOMPARE(field.value(), u"4"_s);
    QTest::mouseClick(&field.stars(), Qt::LeftButton, {}, {5, 15});
    QCOMPARE(field.value(), u"1"_s);
}

void tst_StarsField::fractionIsDrawn()
{
    StarsField field;
    field.resize(400, 30);
    field.show();
    const auto coloured = [&field](const QString &value) {
        field.setValue(value);
        const QImage image = field.stars().grab().toImage();
        const QRgb full = Theme::of(&field).color(ThemeColor::Changed).rgb();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, y) == full;
        }
        return count;
    };
    const int none = coloured(u"0"_s);
    const int half = coloured(u"2.5"_s);
    const int most = coloured(u"4.5"_s);
    const int all = coloured(u"5"_s);
    QCOMPARE(none, 0);
    QVERIFY(half > none);
    QVERIFY(most > half);
    QVERIFY(all > most);
}

void tst_StarsField::valueIsSaid()
{
    StarsField field;
    field.setName(u"Rating"_s);
    field.setValue(u"4.94"_s);
    QCOMPARE(field.stars().accessibleName(), u"Rating, stars: 4.94 of 5"_s);
    QCOMPARE(field.number().accessibleName(), u"Rating"_s);
    field.setValue({});
    QCOMPARE(field.stars().accessibleName(), u"Rating, stars: not set of 5"_s);
}

MODELSCRIBE_GUI_TEST(tst_StarsField)

} // namespace tst_starsfield

#include "tst_starsfield.moc"
