// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/localregistries.h"

#include "core/paths.h"
#include "registry/catalog.h"
#include "registry/samplemodels.h"
#include "session/workbench.h"
#include "ui/browse/browsepane.h"
#include "ui/browse/statusline.h"
#include "ui/firststart/samplesstrip.h"
#include "ui/window/connecting.h"
#include "ui/window/windowpanes.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! More are no samples to look around in, and are not looked through each time one comes.
constexpr qsizetype mostSamples = 1000;

} // namespace

LocalRegistries::LocalRegistries(Workbench &workbench, Connector &connector, Connecting &connecting,
                                 WindowPanes &panes, const LocalSettings &settings)
    : QObject(&panes)
    , m_workbench(workbench)
    , m_connector(connector)
    , m_panes(panes)
    , m_strip(new SamplesStrip(&panes.browse()))
    , m_settings(settings)
{
    if (settings.holdsSamples)
        connector.noteSamples(paths::localRegistryFile(), true);
    panes.browse().addStrip(*m_strip);
    m_strip->hide();
    connect(m_strip, &SamplesStrip::connectRequested, &connecting, &Connecting::showProfiles);
    connect(m_strip, &SamplesStrip::ownRequested, &connecting,
            [&connecting] { connecting.useLocalRegistry(paths::ownRegistryFile()); });
    connect(m_strip, &SamplesStrip::closed, this, [this] {
        m_settings.isStripClosed = true;
        showCounts();
        emit settingsChanged();
    });
    connect(&connecting, &Connecting::localRegistryChosen, this, &LocalRegistries::takeChosen);
    connect(&workbench, &Workbench::connectionChanged, this, &LocalRegistries::takeConnection);
}

std::optional<ConnectionChoice> LocalRegistries::remembered(const ConnectionChoice &fallback) const
{
    using Chosen = LocalSettings::Chosen;
    const QString own = paths::ownRegistryFile();
    const bool hasLocal = QFileInfo::exists(paths::localRegistryFile());
    const bool isOwn = m_settings.chosen == Chosen::Own
                       || (m_settings.chosen == Chosen::Nothing && !hasLocal
                           && QFileInfo::exists(own));
    if (isOwn)
        return ConnectionChoice{UseLocalRegistry{own}, fallback.workspaceId};
    // Who used an earlier version, or the command line, has the file and no choice.
    const bool isKnown = m_settings.chosen == Chosen::Samples || hasLocal
                         || !m_connector.profiles().list().isEmpty();
    return isKnown ? std::optional(fallback) : std::nullopt;
}

void LocalRegistries::takeChosen(const QString &file)
{
    using Chosen = LocalSettings::Chosen;
    if (file == paths::ownRegistryFile())
        m_settings.chosen = Chosen::Own;
    else if (file == paths::localRegistryFile())
        m_settings.chosen = Chosen::Samples;
    else
        return; // of --local FILE, for this run
    emit settingsChanged();
}

void LocalRegistries::takeConnection()
{
    m_strip->setHasOwn(m_connector.localOffers().last().kind == LocalOffer::Kind::Own);
    showCounts();
    const bool holdsSamples = m_connector.isKnownForSamples(paths::localRegistryFile());
    if (std::exchange(m_settings.holdsSamples, holdsSamples) != holdsSamples)
        emit settingsChanged();
}

void LocalRegistries::showCounts()
{
    const Connection *connection = m_workbench.connection();
    const Catalog *catalog = m_workbench.catalog();
    const bool areSamples = connection && catalog && connection->isSamples();
    const bool areAll = areSamples && areAllSamples();
    const bool isOwnList = areSamples && connection->listScope().provider.isEmpty();
    m_panes.status().setSamples(areSamples, areAll);
    m_strip->setCount(areAll ? catalog->size() : 0);
    m_strip->setVisible(!m_settings.isStripClosed && isOwnList && !catalog->isEmpty());
}

bool LocalRegistries::areAllSamples() const
{
    const Catalog &catalog = *m_workbench.catalog();
    return catalog.size() <= mostSamples
           && std::ranges::all_of(
               catalog.models(), [](const RegisteredModel &model) { return isSampleId(model.id); });
}

QStringList LocalRegistries::actionTexts() const
{
    QStringList texts;
    const QList<LocalOffer> offers = m_connector.localOffers();
    for (const LocalOffer &offer : offers) {
        QString text;
        switch (offer.kind) {
        case LocalOffer::Kind::Samples: text = tr("Open the &samples"); break;
        case LocalOffer::Kind::Own: text = tr("Open the &local registry"); break;
        case LocalOffer::Kind::New: text = tr("Start an &empty local registry"); break;
        }
        if (offers.first().kind == offers.last().kind) // two of a name
            text = tr("%1 (%2)", "name, file").arg(text, QFileInfo(offer.file).fileName());
        texts.append(text);
    }
    return texts;
}

} // namespace modelscribe

#include "moc_localregistries.cpp"
