// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/firststart.h"

#include "connect/connector.h"
#include "core/paths.h"
#include "core/whendone.h"
#include "session/workbench.h"
#include "ui/browse/headerbar.h"
#include "ui/browse/searchbox.h"
#include "ui/firststart/firststartpage.h"
#include "ui/widgets/steadyfocus.h"
#include "ui/window/connecting.h"
#include "ui/window/windowpanes.h"

#include <QPushButton>

namespace modelscribe {

FirstStart::FirstStart(Workbench &workbench, Connector &connector, Connecting &connecting,
                       WindowPanes &panes, QObject *parent)
    : QObject(parent)
    , m_connector(connector)
    , m_connecting(connecting)
    , m_panes(panes)
{
    connect(&workbench, &Workbench::connectionChanged, this, &FirstStart::leave);
    connect(&connecting, &Connecting::failed, this, &FirstStart::leave); // the list says why
}

void FirstStart::show()
{
    if (m_page)
        return;
    // Begun before the page is made, and mostly over before it is painted.
    whenDone(m_connector.toolKeys().find(), this, [this](const Result<FoundKeys> &found) {
        if (!found || !m_page)
            return;
        m_found = *found;
        m_page->setOffers(m_found.offers);
    });
    m_page = new FirstStartPage(m_panes.header().parentWidget());
    connect(m_page, &FirstStartPage::connectRequested, this,
            [this] { m_connecting.startProfile(m_found); });
    connect(m_page, &FirstStartPage::offerChosen, this,
            [this](const KeyOffer &offer) { m_connecting.startProfile(m_found, offer); });
    connect(m_page, &FirstStartPage::samplesRequested, this,
            [this] { m_connecting.useLocalRegistry(); });
    connect(m_page, &FirstStartPage::emptyRequested, this,
            [this] { m_connecting.useLocalRegistry(paths::ownRegistryFile()); });
    connect(m_page, &FirstStartPage::firstStepsRequested, this, &FirstStart::firstStepsRequested);
    connect(m_page, &FirstStartPage::languageChosen, this, &FirstStart::languageChosen);
    SteadyFocus::setHome(*m_page, *m_page->firstButton());
    m_panes.setGround(m_page);
    m_page->firstButton()->setFocus();
}

void FirstStart::leave()
{
    if (!m_page)
        return;
    m_panes.setGround(nullptr);
    m_page->deleteLater(); // one of its buttons may have been pressed just now
    m_page = nullptr;
    m_panes.header().searchBox().setFocus();
}

} // namespace modelscribe

#include "moc_firststart.cpp"
