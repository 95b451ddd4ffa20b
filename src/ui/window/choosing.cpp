// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/choosing.h"

#include "lists/relativetime.h"
#include "model/wording.h"
#include "remote/remotecontent.h"
#include "remote/remotehosts.h"
#include "session/workbench.h"
#include "settings/settingsfile.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/modeltable.h"
#include "ui/edit/editorpane.h"
#include "ui/json/jsoneditor.h"
#include "ui/many/manypane.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/theme.h"
#include "ui/window/activity.h"
#include "ui/window/fieldcopying.h"
#include "ui/window/windowpanes.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Where \p value stands among the choices of \p id.
template<typename Enum>
Enum choiceOf(const Settings &settings, SettingId id)
{
    const auto choices = settingOf(id).choices;
    const auto choice = std::ranges::find(choices, settings.text(id), &SettingChoice::name);
    return Enum(choice - choices.begin());
}

} // namespace

Choosing::Choosing(Settings &settings, Workbench &workbench, const Parts &parts, QWidget &window)
    : QObject(&window)
    , m_settings(settings)
    , m_workbench(workbench)
    , m_parts(parts)
    , m_window(window)
{
    connect(&settings, &Settings::changed, this, &Choosing::apply);
    connect(&settings, &Settings::writeFailed, this, &Choosing::tell);
    connect(&settings, &Settings::readFailed, this, &Choosing::tellUnread);
    tellUnread();
    connect(&parts.activity, &Activity::daysChanged, this, [this] {
        std::ignore = m_settings.set(SettingId::JournalDays,
                                     QString::number(m_parts.activity.days()));
    });
    connect(&parts.copying, &FieldCopying::choiceChanged, this, [this] {
        std::ignore = m_settings.set(SettingId::NotCopied, m_parts.copying.notWanted().join(u'\n'));
    });
    for (const Setting &setting : settingsTable()) {
        if (!settings.isStandard(setting.id))
            apply(setting.id);
    }
}

void Choosing::tell(const Error &error)
{
    const bool isDamaged = error.code == settingsfile::damagedCode;
    m_parts.panes.strip().show(MessageStrip::Kind::Error, [error, isDamaged] {
        const QString what = wording::whatHappened(error);
        const QString next = wording::nextStep(error);
        return isDamaged ? u"%1. %2"_s.arg(what, next)
                         : tr("%1. What you choose is used until the program is closed. %2")
                               .arg(what, next);
    });
}

void Choosing::tellUnread()
{
    if (const auto &error = m_settings.readError())
        tell(*error);
}

void Choosing::open(std::optional<SettingsPage> page)
{
    if (!m_dialog) {
        m_dialog = new SettingsDialog(m_settings, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->showPage(page.value_or(SettingsPage::Appearance));
    } else if (page) {
        m_dialog->showPage(*page);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

SettingsDialog *Choosing::dialog() const { return m_dialog; }

void Choosing::apply(SettingId id)
{
    using Part = Presentation::Part;
    Presentation &presentation = Presentation::instance();
    switch (id) {
    case SettingId::Theme:
        Theme::of(&m_window).setMode(choiceOf<Theme::Mode>(m_settings, id));
        break;
    case SettingId::Rows: presentation.setCompact(m_settings.text(id) == "compact"_L1); break;
    case SettingId::ListText: presentation.setPercent(Part::List, m_settings.number(id)); break;
    case SettingId::FormText: presentation.setPercent(Part::Form, m_settings.number(id)); break;
    case SettingId::JsonText: presentation.setPercent(Part::Json, m_settings.number(id)); break;
    case SettingId::Motion: presentation.setMotion(m_settings.isOn(id)); break;
    case SettingId::Language:
    case SettingId::ExternalEditor: break; // asked for when it is used
    case SettingId::Dates: applyDates(); break;
    case SettingId::EnterKey:
    case SettingId::DoubleClick: applyRowActions(); break;
    case SettingId::NotCopied: m_parts.copying.setNotWanted(m_settings.list(id)); break;
    case SettingId::WrapLines: m_parts.panes.editor().readSettings(); break;
    case SettingId::ReadsPerSecond:
    case SettingId::WritesPerSecond:
    case SettingId::Attempts:
        m_workbench.setCallLimits(m_settings.number(SettingId::ReadsPerSecond),
                                  m_settings.number(SettingId::WritesPerSecond),
                                  m_settings.number(SettingId::Attempts));
        break;
    case SettingId::AllowedHosts:
        if (RemoteContent *content = m_parts.panes.editor().remoteContent())
            content->hosts().read();
        break;
    case SettingId::JournalDays: m_parts.activity.setDays(m_settings.number(id)); break;
    }
}

void Choosing::applyRowActions()
{
    m_parts.panes.browse().table().setActions(
        choiceOf<RowAction>(m_settings, SettingId::EnterKey),
        choiceOf<RowAction>(m_settings, SettingId::DoubleClick));
}

void Choosing::applyDates()
{
    setDateStyle(choiceOf<DateStyle>(m_settings, SettingId::Dates));
    if (!m_window.isVisible())
        return;                                     // at the start nothing is said yet
    m_parts.panes.browse().table().columns().fit(); // they may be longer
    // Who shows a time in a sentence says it anew, as for another language.
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        QEvent saidAnew(QEvent::LanguageChange);
        QApplication::sendEvent(widget, &saidAnew);
    }
    for (QWidget *widget : QApplication::allWidgets())
        widget->update();
}

SettingId Choosing::textInUse() const
{
    const EditorPane &editor = m_parts.panes.editor();
    const ManyPane *many = m_parts.panes.many();
    for (const QWidget *at = QApplication::focusWidget(); at; at = at->parentWidget()) {
        if (qobject_cast<const JsonEditor *>(at))
            return SettingId::JsonText;
        if (at == &editor || at == many)
            return SettingId::FormText;
    }
    return SettingId::ListText;
}

void Choosing::resizeText(int by)
{
    const Setting &setting = settingOf(textInUse());
    const int wanted = m_settings.number(setting.id) + by * setting.step;
    const int size = by == 0 ? 100 : std::clamp(wanted, setting.least, setting.most);
    std::ignore = m_settings.set(setting.id, QString::number(size));
}

} // namespace modelscribe

#include "moc_choosing.cpp"
