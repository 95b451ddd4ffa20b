// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QWidget;

namespace modelscribe {

class Connection;
class ProbeDialog;
class ServiceProbe;
class Workbench;

//! Checks of the service: their dialog, what becomes of their findings, and deleting what one that
//! was ended left in the registry.
class ServiceChecking : public QObject
{
    Q_OBJECT

public:
    ServiceChecking(Workbench &workbench, QWidget &window);
    ~ServiceChecking() override;

    bool canCheck() const;
    //! Opens the dialog for the registry and the workspace in use.
    void check();

signals:
    //! Something that went on a way of its own, to be told across the window.
    void noticed(const std::function<QString()> &text);

private:
    void takeConnection();
    void cleanUpLeft();
    void takeFinished();
    void remember();
    void tellAway();

    Workbench &m_workbench;
    QWidget &m_window;
    std::unique_ptr<ServiceProbe> m_probe;
    QPointer<ProbeDialog> m_dialog;
    //! The clean-up of what was left goes on when another connection is chosen.
    std::unique_ptr<Connection> m_cleaned;
};

} // namespace modelscribe
