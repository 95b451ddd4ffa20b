// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"

#include <QDialog>
#include <QList>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace modelscribe {

class FoldersPanel;
class SettingRow;
class SteadyScrollArea;

//! All settings, page by page or as they are searched. Each counts at once, so there is nothing to
//! agree to; it follows what is chosen elsewhere.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    //! \p settings outlives this.
    explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);

    void showPage(SettingsPage page);
    SettingsPage page() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *makeSide();
    QWidget *makeFooter();
    QWidget *makeRows();
    void retranslate();
    void refresh();
    void showColours();
    void restorePage();
    bool differs() const;

    Settings &m_settings;
    QLineEdit *m_search;
    QListWidget *m_pages;
    QPushButton *m_restore;
    QLabel *m_note;
    QPushButton *m_close;
    SteadyScrollArea *m_area;
    QList<QLabel *> m_headings; //!< By page.
    QList<SettingRow *> m_rows;
    QWidget *m_sampleRoom;
    FoldersPanel *m_folders;
    QLabel *m_nothing;
};

} // namespace modelscribe
