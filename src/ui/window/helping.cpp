// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/helping.h"

#include "core/whendone.h"
#include "registry/catalog.h"
#include "registry/connection.h"
#include "session/workbench.h"
#include "settings/settings.h"
#include "ui/help/helpplaces.h"
#include "ui/help/helpwindow.h"
#include "ui/help/reportdialog.h"
#include "ui/window/keepingnotices.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMainWindow>
#include <QVersionNumber>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString connectionFact(const Connection *connection)
{
    if (!connection)
        return u"none"_s;
    return connection->isLocal() ? u"the local registry"_s : u"a registry elsewhere"_s;
}

} // namespace

Helping::Helping(Workbench &workbench, QMainWindow &window, const Settings &choices,
                 std::function<WindowSettings()> settings)
    : QObject(&window)
    , m_window(window)
    , m_workbench(workbench)
    , m_choices(choices)
    , m_settings(std::move(settings))
    , m_errors(workbench)
{
    qApp->installEventFilter(this);
}

Helping::~Helping() = default;

bool Helping::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier)
        return false;
    const auto *widget = static_cast<QWidget *>(watched);
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->close(); // nothing can be read beside it
    openFor(widget);
    return true;
}

void Helping::open() { openFor(QApplication::focusWidget()); }

void Helping::openFor(const QWidget *widget)
{
    if (m_view && widget && widget->window() == m_view.get())
        return;
    const HelpPlace &place = helpPlaceOf(widget);
    view().showPage(*place.page, place.anchor);
}

void Helping::showPage(QLatin1StringView name)
{
    if (const HelpPage *page = findHelpPage(name))
        view().showPage(*page);
}

//! Made when it is first wanted, and in front.
HelpWindow &Helping::view()
{
    if (!m_view) {
        m_view = std::make_unique<HelpWindow>([this] { return shortcutsOf(m_window); });
        m_view->setAttribute(Qt::WA_QuitOnClose, false);
        m_view->setWindowIcon(m_window.windowIcon());
    }
    m_view->show();
    m_view->raise();
    m_view->activateWindow();
    return *m_view;
}

void Helping::tellNews(const QString &lastVersion, KeepingNotices &notices)
{
    const auto now = QVersionNumber::fromString(QStringLiteral(MODELSCRIBE_VERSION));
    if (QVersionNumber::fromString(lastVersion) >= now)
        return;
    // Good news leave by themselves, and no message of weight waits behind them.
    notices.offer(
        MessageStrip::Kind::Success,
        [] { return tr("This is ModelScribe %1.").arg(QStringLiteral(MODELSCRIBE_VERSION)); },
        [] { return tr("What’s new"); }, [this] { showPage("whats-new"_L1); });
}

ProblemReport::Facts Helping::differing(const Settings &choices, const WindowSettings &settings)
{
    const WindowSettings usual;
    ProblemReport::Facts facts;
    for (const Setting &setting : settingsTable()) {
        // Lists and texts may say whose they are.
        const bool isPlain = setting.kind != SettingKind::List && setting.kind != SettingKind::Text;
        if (isPlain && !choices.isStandard(setting.id))
            facts.append({QString(setting.key), choices.text(setting.id)});
    }
    const auto compare = [&](const char *name, const auto &value, const auto &asItComes,
                             const QString &shown) {
        if (value != asItComes)
            facts.append({QString::fromLatin1(name), shown});
    };
    compare("Sidebar", settings.sidebarShown, usual.sidebarShown, u"hidden"_s);
    compare("Editor", settings.editorShown, usual.editorShown, u"hidden"_s);
    compare("Sidebar width", settings.sidebarWidth, usual.sidebarWidth,
            QString::number(settings.sidebarWidth));
    compare("Editor width", settings.editorWidth, usual.editorWidth,
            QString::number(settings.editorWidth));
    compare("Tables arranged", settings.tables.size(), usual.tables.size(),
            QString::number(settings.tables.size()));
    return facts;
}

ProblemReport Helping::problemReport() const
{
    ProblemReport report{.program = ProblemReport::ofProgram(),
                         .settings = differing(m_choices, m_settings()),
                         .errors = m_errors.ofThisRun()};
    report.program.append({u"Connection"_s, connectionFact(m_workbench.connection())});
    if (const Catalog *catalog = m_workbench.catalog())
        report.program.append({u"Models listed"_s, QString::number(catalog->size())});
    report.program.append({u"Drafts"_s, QString::number(m_workbench.dirtySessions().size())});
    return report;
}

void Helping::report()
{
    // What somebody has written and not copied yet is there again.
    if (m_report && !m_report->isVisible() && !m_report->isUnfinished())
        delete m_report;
    if (!m_report) {
        m_report = new ReportDialog(problemReport(), &m_window);
        whenDone(m_errors.ofJournal(), m_report.data(),
                 [dialog = m_report.data()](const Result<QList<PastError>> &errors) {
                     // That the journal cannot be read may be what is to be reported.
                     dialog->addErrors(errors ? *errors
                                              : QList{pastError(QDateTime::currentDateTimeUtc(),
                                                                u"journal"_s, errors.error())});
                 });
    }
    m_report->show();
    m_report->raise();
    m_report->activateWindow();
}

} // namespace modelscribe

#include "moc_helping.cpp"
