// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/problemreport.h"
#include "ui/window/windowsettings.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QMainWindow;

namespace modelscribe {

class HelpWindow;
class KeepingNotices;
class ReportDialog;
class Settings;
class Workbench;

//! The help of the main window and of all windows that belong to it: F1 shows the page about where
//! one is.
class Helping : public QObject
{
    Q_OBJECT

public:
    //! \p settings gives those of now, for a report; \p choices must live as long.
    Helping(Workbench &workbench, QMainWindow &window, const Settings &choices,
            std::function<WindowSettings()> settings);
    ~Helping() override;

    //! About what has the focus.
    void open();
    void showPage(QLatin1StringView name);
    void report();
    //! Offers what is new when \p lastVersion, which ran before, is an earlier one.
    void tellNews(const QString &lastVersion, KeepingNotices &notices);
    HelpWindow *window() const { return m_view.get(); } //!< nullptr: not opened yet.

    //! What is not as it comes; nothing that says whose they are.
    static ProblemReport::Facts differing(const Settings &choices, const WindowSettings &settings);

    //! F1 in dialogs and in windows beside the main one, where the menu is not.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openFor(const QWidget *widget);
    HelpWindow &view();
    ProblemReport problemReport() const;

    QMainWindow &m_window;
    Workbench &m_workbench;
    const Settings &m_choices;
    std::function<WindowSettings()> m_settings;
    LastErrors m_errors;
    //! Of its own: a dialog in front of the main window must not block it.
    std::unique_ptr<HelpWindow> m_view;
    QPointer<ReportDialog> m_report;
};

} // namespace modelscribe
