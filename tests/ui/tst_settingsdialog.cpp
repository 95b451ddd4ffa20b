// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"
#include "testclass.h"
#include "ui/settings/folderspanel.h"
#include "ui/settings/settingeditor.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

namespace tst_settingsdialog {

using namespace Qt::StringLiterals;
using namespace modelscribe;

class tst_SettingsDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::English); }
    void init();
    void cleanup();

    void everySettingHasARow();
    void aClickCountsAtOnce();
    void numbersAreSteppedAndTyped();
    void theArrowBringsTheDefaultBack();
    void aPageIsRestored();
    void searchLeavesWhatFits();
    void listsAreSeenAndForgotten();
    void followsWhatOthersChoose();
    void saysWhatTheFileHasWrong();
    void worksWithTheKeyboardAlone();
    void foldersAreCopied();
    void everythingToActOnHasAUniqueName();

private:
    SettingRow &row(SettingId id) const
    {
        const auto rows = m_dialog->findChildren<SettingRow *>();
        return **std::ranges::find(rows, id, &SettingRow::id);
    }
    IconButton &reset(SettingId id) const { return *row(id).findChild<IconButton *>(); }
    template<typename Widget>
    Widget &child(const QString &name) const
    {
        return *m_dialog->findChild<Widget *>(name);
    }
    QStringList shownRows() const
    {
        QStringList keys;
        for (const SettingRow *one : m_dialog->findChildren<SettingRow *>()) {
            if (one->isVisible())
                keys.append(one->setting().key);
        }
        return keys;
    }

    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void tst_SettingsDialog::init()
{
    Theme::install(*qApp);
    m_settings = std::make_unique<Settings>();
    m_dialog = std::make_unique<SettingsDialog>(*m_settings);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void tst_SettingsDialog::cleanup()
{
    m_dialog.reset();
    m_settings.reset();
}

void tst_SettingsDialog::everySettingHasARow()
{
    QStringList seen;
    for (int page = 0; page < settingsPages; ++page) {
        m_dialog->showPage(SettingsPage(page));
        seen += shownRows();
        QCOMPARE(m_dialog->findChild<FoldersPanel *>()->isVisible(),
                 SettingsPage(page) == SettingsPage::Folders);
    }
    QStringList all;
    for (const Setting &setting : settingsTable())
        all.append(setting.key);
    QCOMPARE(seen, all);
}

void tst_SettingsDialog::aClickCountsAtOnce()
{
    QTest::mouseClick(&child<QPushButton>(u"appearance.rows.compact"_s), Qt::LeftButton);
    QCOMPARE(m_settings->text(SettingId::Rows), u"compact"_s);
    auto &motion = child<QAbstractButton>(u"appearance.motion"_s);
    QTest::mouseClick(&motion, Qt::LeftButton, {}, QPoint(10, motion.height() / 2));
    QVERIFY(!m_settings->isOn(SettingId::Motion));
    m_dialog->showPage(SettingsPage::Language);
    auto &dates = child<QComboBox>(u"language.dates"_s);
    dates.setFocus();
    QTest::keyClick(&dates, Qt::Key_Down);
    QCOMPARE(m_settings->text(SettingId::Dates), u"exact"_s);
    m_dialog->showPage(SettingsPage::Journal);
    auto &days = child<QComboBox>(u"journal.days"_s);
    days.setFocus();
    QTest::keyClick(&days, Qt::Key_Down);
    QCOMPARE(m_settings->number(SettingId::JournalDays), 365);
    m_dialog->showPage(SettingsPage::ExtraInfo);
    auto &editor = child<QLineEdit>(u"extrainfo.editor"_s);
    QSignalSpy changed(m_settings.get(), &Settings::changed);
    QTest::keyClicks(&editor, u"kate %f"_s);
    QVERIFY(changed.isEmpty()); // nobody wants "k" in all windows
    QTRY_COMPARE(m_settings->text(SettingId::ExternalEditor), u"kate %f"_s);
    QCOMPARE(changed.size(), 1);
    QTest::keyClicks(&editor, u" -w"_s);
    m_dialog->showPage(SettingsPage::Journal); // before it has rested
    QCOMPARE(m_settings->text(SettingId::ExternalEditor), u"kate %f -w"_s);
}

void tst_SettingsDialog::numbersAreSteppedAndTyped()
{
    QSignalSpy changed(m_settings.get(), &Settings::changed);
    auto &line = child<QSpinBox>(u"appearance.list-text"_s);
    QCOMPARE(line.text(), u"100 %"_s);
    const auto buttons = row(SettingId::ListText).editor().findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QCOMPARE(m_settings->number(SettingId::ListText), 110);
    for (int i = 0; i < 10; ++i)
        QTest::mouseClick(buttons[0], Qt::LeftButton);
    QCOMPARE(m_settings->number(SettingId::ListText), 80);
    QVERIFY(!buttons[0]->isEnabled());
    changed.clear();
    line.setFocus();
    line.selectAll();
    QTest::keyClicks(&line, u"135"_s);
    QVERIFY(changed.isEmpty()); // nobody wants 1 or 13
    QTest::keyClick(&line, Qt::Key_Return);
    QCOMPARE(m_settings->number(SettingId::ListText), 135);
    QCOMPARE(line.text(), u"135 %"_s);
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    QCOMPARE(m_settings->number(SettingId::ListText), 130);
    line.selectAll();
    QTest::keyClicks(&line, u"500"_s);
    QTest::keyClick(&line, Qt::Key_Return);
    QVERIFY(m_settings->number(SettingId::ListText) <= 160);
    QVERIFY(m_dialog->isVisible());
}

void tst_SettingsDialog::theArrowBringsTheDefaultBack()
{
    QVERIFY(!reset(SettingId::Rows).isVisible());
    QTest::mouseClick(&child<QPushButton>(u"appearance.rows.compact"_s), Qt::LeftButton);
    QVERIFY(reset(SettingId::Rows).isVisible());
    reset(SettingId::Rows).setFocus();
    QTest::keyClick(&reset(SettingId::Rows), Qt::Key_Space);
    QVERIFY(m_settings->isStandard(SettingId::Rows));
    QVERIFY(!reset(SettingId::Rows).isVisible());
    QVERIFY(child<QPushButton>(u"appearance.rows.normal"_s).isChecked());
    QVERIFY(row(SettingId::Rows).isAncestorOf(QApplication::focusWidget())); // it is not lost
}

void tst_SettingsDialog::aPageIsRestored()
{
    auto &restore = child<QPushButton>(u"restore"_s);
    QVERIFY(!restore.isEnabled());
    QVERIFY(m_settings->set(SettingId::Rows, u"compact"_s));
    QVERIFY(m_settings->set(SettingId::JsonText, u"120"_s));
    QVERIFY(m_settings->set(SettingId::Attempts, u"2"_s));
    QVERIFY(restore.isEnabled());
    restore.setFocus();
    QTest::keyClick(&restore, Qt::Key_Space);
    QVERIFY(m_settings->isStandard(SettingId::Rows) && m_settings->isStandard(SettingId::JsonText));
    QVERIFY(!m_settings->isStandard(SettingId::Attempts)); // of another page
    QVERIFY(!restore.isEnabled());
    QVERIFY(QApplication::focusWidget() && QApplication::focusWidget() != &restore);
}

void tst_SettingsDialog::searchLeavesWhatFits()
{
    auto &search = child<QLineEdit>(u"search"_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search.hasFocus());
    QTest::keyClicks(&search, u"text OF"_s);
    QCOMPARE(shownRows().first(), u"appearance.list-text"_s);
    QVERIFY(!shownRows().contains(u"appearance.rows"_s));
    const auto headings = [this] {
        QStringList texts;
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->property("role") == u"heading"_s)
                texts.append(label->text());
        }
        return texts;
    };
    QVERIFY(headings().contains(u"Appearance"_s));
    QVERIFY(!child<QPushButton>(u"restore"_s).isVisible()); // of which page?
    search.setText(u"a second"_s);
    search.setText(u"busy"_s);
    QCOMPARE(shownRows(), QStringList{u"rate.attempts"_s});
    QCOMPARE(headings(), QStringList{u"Saving and rate"_s});
    search.setText(u"folders"_s);
    QVERIFY(m_dialog->findChild<FoldersPanel *>()->isVisible());
    search.setText(u"nothing like that"_s);
    QVERIFY(shownRows().isEmpty() && headings().isEmpty());
    QTest::keyClick(&search, Qt::Key_Escape);
    QVERIFY(search.text().isEmpty() && m_dialog->isVisible());
    QCOMPARE(shownRows().first(), u"appearance.colours"_s);
}

void tst_SettingsDialog::listsAreSeenAndForgotten()
{
    QVERIFY(m_settings->set(SettingId::AllowedHosts, u"a.example\nb.example\nc.example"_s));
    m_dialog->showPage(SettingsPage::Pictures);
    auto &list = *row(SettingId::AllowedHosts).findChild<QListWidget *>();
    QCOMPARE(list.count(), 3);
    list.setFocus();
    list.setCurrentRow(1);
    QTest::keyClick(&list, Qt::Key_Delete);
    QCOMPARE(m_settings->list(SettingId::AllowedHosts),
             (QStringList{u"a.example"_s, u"c.example"_s}));
    list.setCurrentRow(0);
    QTest::mouseClick(row(SettingId::AllowedHosts).editor().findChild<QPushButton *>(),
                      Qt::LeftButton);
    QCOMPARE(m_settings->list(SettingId::AllowedHosts), QStringList{u"c.example"_s});
    QVERIFY(list.hasFocus());
}

void tst_SettingsDialog::followsWhatOthersChoose()
{
    QVERIFY(m_settings->set(SettingId::Rows, u"compact"_s));
    QVERIFY(child<QPushButton>(u"appearance.rows.compact"_s).isChecked());
    QVERIFY(m_settings->set(SettingId::JsonText, u"145"_s));
    QCOMPARE(child<QSpinBox>(u"appearance.json-text"_s).value(), 145);
    QVERIFY(m_settings->set(SettingId::JournalDays, u"45"_s)); // none of those offered
    QCOMPARE(child<QComboBox>(u"journal.days"_s).currentData().toInt(), 45);
}

void tst_SettingsDialog::saysWhatTheFileHasWrong()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"settings.ini"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[appearance]\nrows=tiny\n");
    file.close();
    Settings settings(name);
    SettingsDialog dialog(settings);
    dialog.show();
    QStringList told;
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->isVisible() && label->property("role") == u"error"_s)
            told.append(label->text());
    }
    QCOMPARE(told.size(), 1);
    QVERIFY(told.first().contains(u"“tiny”"_s));
}

void tst_SettingsDialog::worksWithTheKeyboardAlone()
{
    QVERIFY(child<QListWidget>(u"pages"_s).hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(row(SettingId::Theme).isAncestorOf(QApplication::focusWidget()));
    // Through everything of the page, and nothing that is hidden.
    QSet<const QWidget *> seen;
    for (int i = 0; i < 40; ++i) {
        const QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus && focus->isVisible());
        if (seen.contains(focus))
            break;
        seen.insert(focus);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QVERIFY(seen.contains(&child<QSpinBox>(u"appearance.json-text"_s)));
    QVERIFY(seen.contains(&child<QAbstractButton>(u"appearance.motion"_s)));
    QVERIFY(seen.contains(&child<QPushButton>(u"close"_s)));
    // From the search to what it found, and choose it.
    child<QLineEdit>(u"search"_s).setFocus();
    QTest::keyClicks(QApplication::focusWidget(), u"rows"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(row(SettingId::Rows).isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(m_settings->text(SettingId::Rows), u"compact"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // the search
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void tst_SettingsDialog::foldersAreCopied()
{
    m_dialog->showPage(SettingsPage::Folders);
    QPushButton *copy = nullptr;
    for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
        if (button->accessibleName() == u"Copy path, Data"_s)
            copy = button;
    }
    QVERIFY(copy && copy->isVisible());
    copy->click();
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"/modelscribe"_s));
}

void tst_SettingsDialog::everythingToActOnHasAUniqueName()
{
    QSet<QString> names;
    int count = 0;
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        const bool isActive = qobject_cast<const QAbstractButton *>(widget)
                              || qobject_cast<const QAbstractSpinBox *>(widget)
                              || qobject_cast<const QComboBox *>(widget)
                              || qobject_cast<const QAbstractItemView *>(widget);
        if (!isActive || widget->focusPolicy() == Qt::NoFocus
            || widget->parentWidget()->inherits("QComboBoxPrivateContainer"))
            continue;
        const QString name = widget->accessibleName();
        QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
        ++count;
    }
    QVERIFY(count > 40);
}

MODELSCRIBE_GUI_TEST(tst_SettingsDialog)

} // namespace tst_settingsdialog

#include "tst_settingsdialog.moc"
