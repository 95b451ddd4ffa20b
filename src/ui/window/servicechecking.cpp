// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/servicechecking.h"

#include "connect/probecleanup.h"
#include "connect/serviceprobe.h"
#include "core/paths.h"
#include "core/visibletext.h"
#include "model/wording.h"
#include "session/workbench.h"
#include "ui/profiles/probedialog.h"

#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace modelscribe {

ServiceChecking::ServiceChecking(Workbench &workbench, QWidget &window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_window(window)
{
    connect(&workbench, &Workbench::connectionChanged, this, &ServiceChecking::takeConnection);
    takeConnection();
}

ServiceChecking::~ServiceChecking() = default;

void ServiceChecking::takeConnection()
{
    if (Connection *connection = m_workbench.connection())
        connect(connection, &Connection::lockChanged, this, &ServiceChecking::cleanUpLeft);
    cleanUpLeft();
}

//! What nobody could delete when it was made; whoever unlocks a protected profile has it go then.
void ServiceChecking::cleanUpLeft()
{
    const Connection *connection = m_workbench.connection();
    const bool isChecking = m_probe && m_probe->isRunning();
    if (!connection || connection->isLocked() || m_cleaned || isChecking)
        return;
    m_cleaned = std::make_unique<Connection>(
        connection->settings(), ServiceProbeOptions::within(connection->client()).client);
    m_cleaned->setLocked(false);
    ProbeCleanup *cleanup = ProbeCleanup::startFor(*m_cleaned, paths::probesFile(),
                                                   m_cleaned.get());
    connect(
        cleanup, &ProbeCleanup::finished, this,
        [this, cleanup] {
            if (const int count = cleanup->deletedCount(); count > 0)
                emit noticed([count] {
                    return tr("A check of the service was interrupted; %Ln model(s) it had made "
                              "are deleted now.",
                              nullptr, count);
                });
            else if (cleanup->left().isEmpty() && cleanup->error())
                emit noticed([error = *cleanup->error()] {
                    return tr("What earlier checks of the service left behind was not looked for. "
                              "%1")
                        .arg(wording::whole(error));
                });
            const QString registry = m_cleaned->registryKey();
            m_cleaned.reset();
            // Another one was chosen meanwhile.
            if (const Connection *now = m_workbench.connection();
                now && now->registryKey() != registry)
                cleanUpLeft();
        },
        Qt::QueuedConnection);
}

bool ServiceChecking::canCheck() const
{
    const Connection *connection = m_workbench.connection();
    return connection && !connection->workspaceId().isEmpty() && !(m_probe && m_probe->isRunning());
}

void ServiceChecking::check()
{
    if (!canCheck())
        return;
    const Connection &connection = *m_workbench.connection();
    m_probe = std::make_unique<ServiceProbe>(connection.settings(), paths::probesFile(),
                                             ServiceProbeOptions::within(connection.client()));
    connect(m_probe.get(), &ServiceProbe::finished, this, &ServiceChecking::takeFinished);
    const QStringList where{visibleText(connection.title(), 60),
                            visibleText(connection.workspaceTitle(), 60)};
    m_dialog = new ProbeDialog(*m_probe, where.join(u" · "_s),
                               connection.nameToConfirm(connection.workspaceId()),
                               connection.isLocked(), &m_window);
    connect(m_dialog, &QDialog::finished, this, &ServiceChecking::tellAway);
    m_dialog->open();
}

//! The dialog was closed: what it began is brought to its end.
void ServiceChecking::tellAway()
{
    m_dialog.clear();
    if (m_probe && m_probe->isRunning())
        emit noticed([] {
            return tr("The check of the service is stopping; what it made is being deleted.");
        });
}

void ServiceChecking::takeFinished()
{
    remember();
    if (m_dialog)
        return;
    const QStringList left = m_probe->left();
    emit noticed([left] {
        return left.isEmpty() ? tr("The check of the service has stopped; what it made is deleted.")
                              : tr("The check of the service could not delete %1; the next start "
                                   "tries again.")
                                    .arg(left.join(u", "_s));
    });
}

void ServiceChecking::remember()
{
    if (!m_probe->hasSettled())
        return;
    const ServiceFacts facts = m_probe->facts();
    const QString registry = registryKeyOf(m_probe->target());
    Connection *connection = m_workbench.connection();
    if (connection && connection->registryKey() == registry)
        connection->setRules(facts.rules);
    const auto write = [registry, facts] {
        return ServiceFactsFile(paths::servicesFile()).put(registry, facts);
    };
    whenDone(QtConcurrent::run(write), this, [this](const Result<std::monostate> &kept) {
        if (!kept)
            emit noticed(
                [] { return tr("What was found out about the service could not be stored."); });
    });
}

} // namespace modelscribe

#include "moc_servicechecking.cpp"
