// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connector.h"
#include "ui/window/windowsettings.h"

#include <QObject>

#include <optional>

namespace modelscribe {

class Connecting;
class SamplesStrip;
class WindowPanes;
class Workbench;

//! The registries on this computer: which of them a person chose, and that nobody takes the samples
//! for anything else.
class LocalRegistries : public QObject
{
    Q_OBJECT

public:
    LocalRegistries(Workbench &workbench, Connector &connector, Connecting &connecting,
                    WindowPanes &panes, const LocalSettings &settings);

    const LocalSettings &settings() const { return m_settings; }
    //! What to open where nobody says which registry: the one that was chosen before, which may be
    //! \p fallback; nothing at the first start.
    std::optional<ConnectionChoice> remembered(const ConnectionChoice &fallback) const;
    //! What the menu calls them, in the order of Connector::localOffers().
    QStringList actionTexts() const;
    //! There are more models than before, or fewer.
    void showCounts();

signals:
    void settingsChanged();

private:
    void takeChosen(const QString &file);
    void takeConnection();
    bool areAllSamples() const;

    Workbench &m_workbench;
    Connector &m_connector;
    WindowPanes &m_panes;
    SamplesStrip *m_strip;
    LocalSettings m_settings;
};

} // namespace modelscribe
