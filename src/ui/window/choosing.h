// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"
#include "ui/widgets/presentation.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QWidget;

namespace modelscribe {

class Activity;
class FieldCopying;
class SettingsDialog;
class WindowPanes;
class Workbench;

//! Does in the window what the settings say, at once and whoever changed them; and shows the dialog
//! of the settings. The language is the application's part.
class Choosing : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        WindowPanes &panes;
        Activity &activity;
        FieldCopying &copying;
    };

    Choosing(Settings &settings, Workbench &workbench, const Parts &parts, QWidget &window);

    //! nullopt: the page that was shown last, or the first.
    void open(std::optional<SettingsPage> page = std::nullopt);
    SettingsDialog *dialog() const; //!< nullptr: it is not open.
    //! The text of the part that has the focus: larger, smaller, or with 0 as it was at first.
    void resizeText(int by);

private:
    void tell(const Error &error);
    void tellUnread();
    void apply(SettingId id);
    void applyRowActions();
    void applyDates();
    SettingId textInUse() const;

    Settings &m_settings;
    Workbench &m_workbench;
    Parts m_parts;
    QWidget &m_window;
    QPointer<SettingsDialog> m_dialog;
};

} // namespace modelscribe
