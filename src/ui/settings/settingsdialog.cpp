// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "ui/settings/folderspanel.h"
#include "ui/settings/listsample.h"
#include "ui/settings/settingeditor.h"
#include "ui/settings/settingrow.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/panewidgets.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int settingsSide = 208;
constexpr int sampleIndent = 152; // below what the settings are chosen by

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_search(new QLineEdit)
    , m_pages(new QListWidget)
    , m_restore(new QPushButton)
    , m_note(new QLabel)
    , m_close(new QPushButton)
    , m_area(new SteadyScrollArea)
    , m_sampleRoom(new QWidget)
    , m_folders(new FoldersPanel)
    , m_nothing(new QLabel)
{
    setModal(false); // what is chosen is seen in the window
    setUpDialog(*this, {848, 592});
    build();
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::refresh);
    connect(m_pages, &QListWidget::currentRowChanged, this, [this] {
        m_search->clear();
        refresh();
        m_area->verticalScrollBar()->setValue(0);
    });
    connect(m_pages, &QListWidget::itemClicked, m_search, &QLineEdit::clear);
    connect(m_restore, &QPushButton::clicked, this, &SettingsDialog::restorePage);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&settings, &Settings::changed, this, &SettingsDialog::refresh);
    connect(&Theme::of(this), &Theme::changed, this, &SettingsDialog::showColours);
    retranslate();
    m_pages->setCurrentRow(0);
    m_pages->setFocus();
}

void SettingsDialog::build()
{
    m_area->setContent(makeRows());
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(makeSide());
    columns->addWidget(new Separator(Qt::Vertical, this));
    columns->addWidget(m_area, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(columns, 1);
    whole->addWidget(new Separator(this));
    whole->addWidget(makeFooter());
}

QWidget *SettingsDialog::makeSide()
{
    auto *side = new QFrame;
    side->setProperty("role", u"side"_s);
    side->setFixedWidth(settingsSide);
    auto *sign = new IconButton(u"search"_s, {}, m_search);
    sign->setFocusPolicy(Qt::NoFocus);
    sign->setAttribute(Qt::WA_TransparentForMouseEvents);
    sign->move(8, 5);
    m_search->setTextMargins(20, 0, 0, 0);
    m_search->setObjectName(u"search"_s);
    m_search->installEventFilter(this);
    m_pages->setObjectName(u"pages"_s);
    m_pages->setProperty("role", u"side"_s);
    m_pages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int page = 0; page < settingsPages; ++page) {
        auto *item = new QListWidgetItem(m_pages);
        item->setSizeHint({10, 28});
    }
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_search);
    column->addWidget(m_pages, 1);
    return side;
}

QWidget *SettingsDialog::makeFooter()
{
    auto *footer = new QFrame;
    footer->setProperty("role", u"bar"_s);
    m_restore->setProperty("kind", u"link"_s);
    m_restore->setObjectName(u"restore"_s);
    m_close->setObjectName(u"close"_s);
    m_note->setProperty("role", u"muted"_s);
    for (QPushButton *button : {m_restore, m_close})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(14, 10, 16, 10);
    row->setSpacing(16);
    row->addWidget(m_restore);
    row->addStretch(1);
    row->addWidget(m_note);
    row->addWidget(m_close);
    return footer;
}

//! All of them: a page, or what a search finds, is what is not hidden.
QWidget *SettingsDialog::makeRows()
{
    auto *rows = new QWidget;
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(16, 14, 6, 16);
    column->setSpacing(10);
    for (int page = 0; page < settingsPages; ++page) {
        auto *heading = new QLabel;
        heading->setProperty("role", u"heading"_s);
        QFont font = heading->font();
        font.setPointSizeF(font.pointSizeF() * 1.15);
        heading->setFont(font);
        m_headings.append(heading);
        column->addWidget(heading);
        for (const Setting &setting : settingsTable()) {
            if (int(setting.page) != page)
                continue;
            m_rows.append(new SettingRow(m_settings, setting.id));
            column->addWidget(m_rows.last());
            if (setting.id == SettingId::JsonText) {
                auto *sample = new QHBoxLayout(m_sampleRoom);
                sample->setContentsMargins(sampleIndent, 6, 0, 6);
                sample->addWidget(new ListSample);
                column->addWidget(m_sampleRoom);
            }
        }
    }
    column->addWidget(m_folders);
    m_nothing->setProperty("role", u"muted"_s);
    m_nothing->setWordWrap(true);
    column->addWidget(m_nothing);
    column->addStretch(1);
    return rows;
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    setAccessibleName(tr("Settings"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_pages->setAccessibleName(tr("Pages"));
    m_area->setAccessibleName(tr("Settings of the page"));
    m_restore->setText(tr("Restore the defaults of this page"));
    m_restore->setAccessibleName(tr("Restore the defaults of this page"));
    m_note->setText(tr("Changes take effect at once."));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_nothing->setText(tr("No setting matches."));
    for (int page = 0; page < settingsPages; ++page) {
        const QString title = settingsPageTitle(SettingsPage(page));
        m_pages->item(page)->setText(title);
        m_headings.at(page)->setText(title);
    }
    for (SettingRow *row : m_rows)
        row->retranslate();
    m_folders->retranslate();
    refresh();
}

SettingsPage SettingsDialog::page() const
{
    return SettingsPage(std::max(0, m_pages->currentRow()));
}

void SettingsDialog::showPage(SettingsPage page) { m_pages->setCurrentRow(int(page)); }

void SettingsDialog::refresh()
{
    const QString words = m_search->text().simplified();
    const bool isSearch = !words.isEmpty();
    QList<bool> isShown(settingsPages, false);
    for (SettingRow *row : m_rows) {
        const bool shows = isSearch ? row->says(words) : row->setting().page == page();
        row->setVisible(shows);
        isShown[qsizetype(row->setting().page)] |= shows;
    }
    const qsizetype folders = qsizetype(SettingsPage::Folders);
    isShown[folders] = isSearch ? m_headings[folders]->text().contains(words, Qt::CaseInsensitive)
                                : page() == SettingsPage::Folders;
    for (qsizetype i = 0; i < isShown.size(); ++i)
        m_headings[i]->setVisible(isShown[i]);
    m_folders->setVisible(isShown[folders]);
    m_sampleRoom->setVisible(!isSearch && page() == SettingsPage::Appearance);
    m_nothing->setVisible(isSearch && !isShown.contains(true));
    m_restore->setVisible(!isSearch && page() != SettingsPage::Folders);
    const bool canRestore = differs();
    if (!canRestore && m_restore->hasFocus())
        m_pages->setFocus();
    m_restore->setEnabled(canRestore);
    for (int i = 0; i < m_pages->count(); ++i) {
        QFont font = m_pages->font();
        font.setWeight(i == int(page()) ? QFont::DemiBold : QFont::Normal);
        m_pages->item(i)->setFont(font);
    }
    showColours();
}

bool SettingsDialog::differs() const
{
    return std::ranges::any_of(m_rows, [this](const SettingRow *row) {
        return row->setting().page == page() && !m_settings.isStandard(row->id());
    });
}

void SettingsDialog::restorePage()
{
    const SettingsPage restored = page();
    for (const SettingRow *row : std::as_const(m_rows)) {
        if (row->setting().page == restored)
            std::ignore = m_settings.reset(row->id());
    }
}

//! What "system" comes to now.
void SettingsDialog::showColours()
{
    for (SettingRow *row : m_rows) {
        if (row->id() != SettingId::Theme)
            continue;
        if (m_settings.text(SettingId::Theme) != "system"_L1)
            row->setHelp({});
        else if (Theme::of(this).isDark())
            row->setHelp(tr("Dark now, like your desktop, and changes with it."));
        else
            row->setHelp(tr("Light now, like your desktop, and changes with it."));
    }
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void SettingsDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    } else if (event->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
    } else {
        QDialog::keyPressEvent(event);
    }
}

//! From the search down to what it found.
bool SettingsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const auto found = std::ranges::find_if(
            m_rows, [](const SettingRow *row) { return row->isVisible(); });
        if ((key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)
            && !m_search->text().isEmpty() && found != m_rows.end()) {
            (*found)->editor().setFocus(Qt::TabFocusReason);
            return true;
        }
        if (key == Qt::Key_Down) {
            m_pages->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace modelscribe

#include "moc_settingsdialog.cpp"
