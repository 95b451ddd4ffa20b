// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/toolkeys.h"

#include <QObject>

namespace modelscribe {

class Connecting;
class Connector;
class FirstStartPage;
class WindowPanes;
class Workbench;

//! The page that stands in the window while nothing was chosen yet, and what is found on this
//! computer to choose from. Nothing is sent, and no keychain is asked.
class FirstStart : public QObject
{
    Q_OBJECT

public:
    FirstStart(Workbench &workbench, Connector &connector, Connecting &connecting,
               WindowPanes &panes, QObject *parent);

    //! Once.
    void show();

signals:
    void languageChosen(const QString &language); //!< "en" or "zh_CN".
    void firstStepsRequested();

private:
    void leave();

    Connector &m_connector;
    Connecting &m_connecting;
    WindowPanes &m_panes;
    FirstStartPage *m_page = nullptr;
    FoundKeys m_found;
};

} // namespace modelscribe
