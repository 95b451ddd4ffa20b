// SPDX-License-Identifier: GPL-3.0-or-later
//! The pictures of the documents against those that the tour has just made: they are no older than
//! what they show.
#include "testclass.h"
#include "testpaths.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <cstdlib>

namespace tst_docpictures {

using namespace Qt::StringLiterals;
using namespace modelscribe::testing;

constexpr int brightness = 10;       // of 255, of a tile
constexpr int mostChanged = 5;       // tiles
constexpr int pictureTile = 8;       // pixels: a letter has about one
constexpr int statusLineHeight = 30; // which tells the last request, another each time

//! How many tiles of the two pictures of a window differ so much in brightness that something else
//! is there. A minute that has passed changes two or three.
int changedTiles(const QImage &one, const QImage &other)
{
    const QImage a = one.convertToFormat(QImage::Format_Grayscale8);
    const QImage b = other.convertToFormat(QImage::Format_Grayscale8);
    if (a.size() != b.size())
        return a.width() * a.height();
    int changed = 0;
    for (int top = 0; top + pictureTile <= a.height() - statusLineHeight; top += pictureTile) {
        for (int left = 0; left + pictureTile <= a.width(); left += pictureTile) {
            int difference = 0;
            for (int y = top; y < top + pictureTile; ++y) {
                for (int x = left; x < left + pictureTile; ++x)
                    difference += a.constScanLine(y)[x] - b.constScanLine(y)[x];
            }
            changed += std::abs(difference) > brightness * pictureTile * pictureTile;
        }
    }
    return changed;
}

class tst_DocPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void areThoseOfTheTour();
    void areSmall();
    void areNotOld_data();
    void areNotOld();
    void whatWouldBeNoticed_data();
    void whatWouldBeNoticed();

private:
    static QStringList scenesIn(const QDir &folder)
    {
        QStringList names = folder.entryList({u"*-light-??.png"_s, u"*-dark-??.png"_s});
        names.sort();
        return names;
    }

    const QDir m_kept{sourcePath(u"docs/pictures"_s)};
    const QDir m_made{buildPath(u"tour"_s)};
};

void tst_DocPictures::initTestCase()
{
    if (scenesIn(m_made).isEmpty())
        QSKIP("The tour has not been played: ctest -R app/tst_docpictures plays it first");
}

void tst_DocPictures::areThoseOfTheTour()
{
    QCOMPARE(m_kept.entryList(QDir::Files, QDir::Name), scenesIn(m_made));
}

void tst_DocPictures::areSmall()
{
    for (const QFileInfo &file : m_kept.entryInfoList(QDir::Files)) {
        QVERIFY2(file.size() < 200'000, qPrintable(file.fileName()));
        QCOMPARE(QImage(file.filePath()).size(), QSize(1280, 800));
    }
}

void tst_DocPictures::areNotOld_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : scenesIn(m_kept))
        QTest::newRow(qPrintable(name)) << name;
}

void tst_DocPictures::areNotOld()
{
    QFETCH(QString, name);
    const QImage kept(m_kept.filePath(name));
    const QImage made(m_made.filePath(name));
    QVERIFY(!kept.isNull() && !made.isNull());
    for (const QString &what : {u"Letters"_s, u"Qt"_s}) {
        QVERIFY(!made.text(what).isEmpty());
        if (kept.text(what) != made.text(what))
            QSKIP(qPrintable(
                u"Letters look different: made with Qt %1 and %2, here are Qt %3 and %4"_s.arg(
                    kept.text(u"Qt"_s), kept.text(u"Fonts"_s), made.text(u"Qt"_s),
                    made.text(u"Fonts"_s))));
    }
    const int changed = changedTiles(kept, made);
    QVERIFY2(changed <= mostChanged,
             qPrintable(
                 u"%1 tiles look different from %2: when that is meant, scripts/pictures "
                 "makes the pictures anew"_s.arg(QString::number(changed), m_made.filePath(name))));
}

void tst_DocPictures::whatWouldBeNoticed_data()
{
    QTest::addColumn<QRect>("area"); // of the main window, light, English
    QTest::addColumn<QString>("text");
    QTest::newRow("no sidebar") << QRect(0, 76, 216, 694) << QString();
    QTest::newRow("no button") << QRect(1148, 30, 124, 36) << QString();
    QTest::newRow("another button") << QRect(1126, 730, 138, 30) << u"Save the changes"_s;
    QTest::newRow("another field") << QRect(872, 420, 90, 18) << u"Weights"_s;
    QTest::newRow("another column") << QRect(384, 80, 60, 20) << u"Category"_s;
}

void tst_DocPictures::whatWouldBeNoticed()
{
    QFETCH(QRect, area);
    QFETCH(QString, text);
    const QImage kept(m_kept.filePath(u"main-light-en.png"_s));
    QImage other = kept.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&other);
    painter.fillRect(area, other.pixelColor(area.topLeft() + QPoint(4, area.height() / 2)));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, text);
    painter.end();
    const int changed = changedTiles(kept, other);
    QVERIFY2(changed > mostChanged, qPrintable(QString::number(changed)));
}

MODELSCRIBE_GUI_TEST(tst_DocPictures)

} // namespace tst_docpictures

#include "tst_docpictures.moc"
