// SPDX-License-Identifier: GPL-3.0-or-later
#include "testclass.h"
#include "testpaths.h"
#include "ui/widgets/highcontrast.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

namespace tst_theme {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_Theme : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { Theme::of().setMode(Theme::Mode::Light); }

    void contrastFollowsWcag();
    void everyPairInUseCanBeRead_data();
    void everyPairInUseCanBeRead();
    void highContrastIsKnown_data();
    void highContrastIsKnown();
    void highContrastIsKept_data() { everyPairInUseCanBeRead_data(); }
    void highContrastIsKept();
    void everyColourOfTheSheetIsKnown();
    void everyPictureOfTheSheetExists();
    void everyIconIsInTheResources();
    void iconsTakeTheColourOfTheTheme();
    void iconsAreSharpOnHighResolution();
    void aModeIsTakenOverAndTold();
    void theFocusRingKeepsTheHeight();
    void settingALookRepaintsWithTheSheet();
};

void tst_Theme::contrastFollowsWcag()
{
    QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(qRound(contrast(Qt::white, Qt::white) * 100), 100);
    QCOMPARE(qRound(contrast(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448);
}

void tst_Theme::everyPairInUseCanBeRead_data()
{
    QTest::addColumn<ThemeColor>("front");
    QTest::addColumn<ThemeColor>("back");
    QTest::addColumn<double>("least");
    using C = ThemeColor;
    const auto text = [](const char *name, C front, C back) {
        QTest::newRow(name) << front << back << 4.5;
    };
    const auto mark = [](const char *name, C front, C back) {
        QTest::newRow(name) << front << back << 3.0;
    };
    text("text, window", C::Text, C::Background);
    text("text, panel", C::Text, C::Surface);
    text("text, input", C::Text, C::Field);
    text("text, selected", C::Text, C::Selection);
    text("text, hint strip", C::Text, C::AccentTint);
    text("text, warning strip", C::Text, C::ChangedTint);
    text("text, done strip", C::Text, C::AddedTint);
    text("text, error strip", C::Text, C::RemovedTint);
    text("muted, window", C::Muted, C::Background);
    text("muted, panel", C::Muted, C::Surface);
    text("muted, input", C::Muted, C::Field);
    text("muted, selected", C::Muted, C::Selection);
    text("accent, panel", C::Accent, C::Surface);
    text("accent, input", C::Accent, C::Field);
    text("primary button", C::OnAccent, C::Accent);
    text("changed, panel", C::Changed, C::Surface);
    text("changed, tint", C::Changed, C::ChangedTint);
    text("added, panel", C::Added, C::Surface);
    text("added, tint", C::Added, C::AddedTint);
    text("removed, panel", C::Removed, C::Surface);
    text("removed, tint", C::Removed, C::RemovedTint);
    mark("focus ring, window", C::Accent, C::Background);
    mark("focus ring, selected row", C::Accent, C::Selection);
    mark("draft mark, selected row", C::Changed, C::Selection);
    for (const C color :
         {C::LabelBlue, C::LabelTeal, C::LabelGreen, C::LabelYellow, C::LabelRed, C::LabelPurple}) {
        for (const C back : {C::Surface, C::Selection})
            QTest::addRow("label mark %d on %d", int(color), int(back)) << color << back << 3.0;
    }
    mark("good dot, panel", C::Added, C::Surface);
    mark("failing dot, panel", C::Removed, C::Surface);
    mark("check box, input", C::Muted, C::Field);
}

void tst_Theme::everyPairInUseCanBeRead()
{
    QFETCH(ThemeColor, front);
    QFETCH(ThemeColor, back);
    QFETCH(double, least);
    Theme &theme = Theme::of();
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        theme.setMode(mode);
        const double found = contrast(theme.color(front), theme.color(back));
        QVERIFY2(found >= least,
                 qPrintable(u"%1 in %2"_s.arg(found).arg(theme.isDark() ? u"dark"_s : u"light"_s)));
    }
}

namespace {

QPalette systemPalette(const QColor &text, const QColor &window, const QColor &base,
                       const QColor &highlight, const QColor &highlighted)
{
    QPalette palette(text, window, window, window, window, text, base);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, highlighted);
    palette.setColor(QPalette::Link, highlight);
    return palette;
}

QList<QPalette> highContrastPalettes()
{
    return {systemPalette(Qt::white, Qt::black, Qt::black, 0x1AEBFF, Qt::black),
            systemPalette(Qt::black, Qt::white, Qt::white, 0x37006E, Qt::white),
            systemPalette(Qt::green, Qt::black, Qt::black, Qt::blue, Qt::white),
            systemPalette(Qt::yellow, Qt::black, Qt::black, Qt::yellow, Qt::black)};
}

} // namespace

void tst_Theme::highContrastIsKnown_data()
{
    QTest::addColumn<QPalette>("system");
    QTest::addColumn<bool>("isHigh");
    for (const QPalette &palette : highContrastPalettes())
        QTest::addRow("%s on %s", qPrintable(palette.color(QPalette::WindowText).name()),
                      qPrintable(palette.color(QPalette::Window).name()))
            << palette << true;
    const auto usual = [](const char *name, const QColor &text, const QColor &window,
                          const QColor &base) {
        QTest::newRow(name) << systemPalette(text, window, base, 0x308CC6, Qt::white) << false;
    };
    usual("Fusion", Qt::black, 0xEFEFEF, Qt::white);
    usual("Fusion, dark", Qt::white, 0x323232, 0x242424);
    usual("Breeze", 0x232629, 0xEFF0F1, Qt::white);
    usual("Breeze, dark", 0xFCFCFC, 0x2A2E32, 0x1B1E20);
    usual("Adwaita", 0x2E3436, 0xF6F5F4, Qt::white);
    usual("Windows", Qt::black, 0xF0F0F0, Qt::white);
}

void tst_Theme::highContrastIsKnown()
{
    QFETCH(QPalette, system);
    QFETCH(bool, isHigh);
    QCOMPARE(isHighContrast(system), isHigh);
}

//! The system's own ground and text, and what is put on them as readable as ever.
void tst_Theme::highContrastIsKept()
{
    QFETCH(ThemeColor, front);
    QFETCH(ThemeColor, back);
    QFETCH(double, least);
    Theme &theme = Theme::of();
    for (const QPalette &system : highContrastPalettes()) {
        const QColor window = system.color(QPalette::Window);
        theme.setMode(window == QColor(Qt::black) ? Theme::Mode::Dark : Theme::Mode::Light);
        const auto shown = [&](ThemeColor color) {
            return highContrastColor(system, color, theme.color(color));
        };
        QCOMPARE(shown(ThemeColor::Background), window);
        QCOMPARE(shown(ThemeColor::Text), system.color(QPalette::WindowText));
        // What cannot be used is seen, and seen to be no text.
        QVERIFY(contrast(shown(ThemeColor::Off), window) >= 3);
        QVERIFY(contrast(shown(ThemeColor::Off), shown(ThemeColor::Text)) >= 3);
        const double found = contrast(shown(front), shown(back));
        QVERIFY2(found >= least, qPrintable(u"%1 on %2"_s.arg(found).arg(window.name())));
    }
}

void tst_Theme::everyColourOfTheSheetIsKnown()
{
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        Theme::of().setMode(mode);
        QString sheet = qApp->styleSheet();
        QVERIFY(sheet.size() > 1000);
        sheet.remove(
            QRegularExpression(u"/\\*.*?\\*/"_s, QRegularExpression::DotMatchesEverythingOption));
        QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 40)));
    }
}

void tst_Theme::everyPictureOfTheSheetExists()
{
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        Theme::of().setMode(mode);
        static const QRegularExpression url(u"url\\(([^)]+)\\)"_s);
        auto found = url.globalMatch(qApp->styleSheet());
        QVERIFY(found.hasNext());
        while (found.hasNext()) {
            const QString path = found.next().captured(1);
            QVERIFY2(QFile::exists(path), qPrintable(path));
        }
    }
}

void tst_Theme::everyIconIsInTheResources()
{
    Theme::of();
    const QStringList files =
        QDir(testing::sourcePath(u"resources/icons"_s)).entryList({u"*.svg"_s});
    QVERIFY(!files.isEmpty());
    QCOMPARE(QDir(u":/ui/icons"_s).entryList(), files);
}

static QColor strongestColour(const QIcon &icon)
{
    const QImage image = icon.pixmap(32, 32).toImage().convertToFormat(QImage::Format_ARGB32);
    QColor best(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor here = image.pixelColor(x, y);
            if (here.alpha() > best.alpha())
                best = here;
        }
    }
    return best;
}

void tst_Theme::iconsTakeTheColourOfTheTheme()
{
    Theme &theme = Theme::of();
    const QIcon icon = theme.icon(u"dot"_s, ThemeColor::Changed);
    theme.setMode(Theme::Mode::Light);
    QCOMPARE(strongestColour(icon), theme.color(ThemeColor::Changed));
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(strongestColour(icon), theme.color(ThemeColor::Changed));
}

void tst_Theme::iconsAreSharpOnHighResolution()
{
    const QPixmap pixmap = Theme::of().icon(u"lock"_s).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
}

void tst_Theme::aModeIsTakenOverAndTold()
{
    Theme &theme = Theme::of();
    theme.setMode(Theme::Mode::Light);
    QSignalSpy told(&theme, &Theme::changed);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(told.count(), 1);
    QVERIFY(theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0x15, 0x18, 0x1C));
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(told.count(), 1);
    theme.setMode(Theme::Mode::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0xF4, 0xF5, 0xF7));
}

void tst_Theme::theFocusRingKeepsTheHeight()
{
    QWidget window;
    QPushButton first(u"Save 4 changes"_s, &window);
    QPushButton second(u"Cancel"_s, &window);
    second.move(0, 60);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    second.setFocus();
    const QSize without = first.sizeHint();
    QCOMPARE(without.height(), 30);
    first.setFocus();
    QCOMPARE(first.sizeHint(), without);
}

void tst_Theme::settingALookRepaintsWithTheSheet()
{
    Theme::of().setMode(Theme::Mode::Light);
    QLabel label(u"Name"_s);
    label.ensurePolished();
    setLook(&label, "role", u"changed"_s);
    QCOMPARE(label.palette().color(QPalette::WindowText), Theme::of().color(ThemeColor::Changed));
    setLook(&label, "role", u"muted"_s);
    QCOMPARE(label.palette().color(QPalette::WindowText), Theme::of().color(ThemeColor::Muted));
}

MODELSCRIBE_GUI_TEST(tst_Theme)

} // namespace tst_theme

#include "tst_theme.moc"
