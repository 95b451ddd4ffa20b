// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/synccommand.h"

#include "core/jsonwriter.h"
#include "core/paths.h"
#include "core/whendone.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

SyncCommand::SyncCommand(Output &output)
    : Command(output)
{
}

SyncCommand::~SyncCommand() = default;

CommandParser &SyncCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand("sync",
                                               "Brings the local copy of the list up to date");
    command.add({.name = "--full",
                 .into = &m_full,
                 .help = "all pages; otherwise only what was modified lately, where the service "
                         "sorts that way and everything was read within a day"});
    command.add({.name = "--provider",
                 .into = &m_provider,
                 .help = "the list of a provider's public models, such as pai",
                 .type = "NAME"});
    return command;
}

Result<std::monostate> SyncCommand::prepare()
{
    if (m_provider && m_provider->empty())
        return failure(Error::Kind::Invalid, u"--provider is empty"_s);
    return std::monostate{};
}

void SyncCommand::run(Connection *connection)
{
    if (m_provider)
        connection->listProvider(QString::fromStdString(*m_provider));
    m_copy = std::make_unique<CatalogCopy>(m_catalog, paths::copiesFolder());
    m_sync = std::make_unique<CatalogSync>(*connection, m_catalog, m_copy.get());
    watch();
    if (m_full)
        m_sync->refresh(CatalogSync::From::FirstPage);
    else
        m_sync->refreshNewest(CatalogSync::Then::Enough);
}

void SyncCommand::watch()
{
    const auto countChanged = [this](const QStringList &ids) {
        if (!m_copy->isFilling())
            m_changed += ids.size();
    };
    connect(&m_catalog, &Catalog::added, this, countChanged);
    connect(&m_catalog, &Catalog::changed, this, countChanged);
    connect(&m_catalog, &Catalog::removed, this,
            [this](const QStringList &ids) { m_removed += ids.size(); });
    connect(m_copy.get(), &CatalogCopy::failed, this, &SyncCommand::fail);
    connect(m_copy.get(), &CatalogCopy::opened, this, [this](const StoreReport &report) {
        if (report.state == StoreState::DamagedReplaced)
            output().note(u"modelscribe-cli: The copy was damaged and is made anew"_s);
    });
    connect(m_sync.get(), &CatalogSync::progressed, this, &SyncCommand::tellProgress);
    connect(m_sync.get(), &CatalogSync::stateChanged, this, &SyncCommand::takeState);
}

void SyncCommand::tellProgress()
{
    const SyncProgress progress = m_sync->progress();
    QString text = u"%1 of %2 models"_s.arg(progress.listed).arg(progress.expected);
    if (progress.perSecond >= 1)
        text += u", %1 a second"_s.arg(qint64(progress.perSecond));
    if (progress.remaining)
        text += u", %1 s left"_s.arg(progress.remaining->count());
    output().progress(text);
}

void SyncCommand::takeState()
{
    if (hasEnded() || m_sync->state() == CatalogSync::State::Loading)
        return;
    if (m_sync->state() == CatalogSync::State::Ready)
        end();
    else if (m_sync->state() == CatalogSync::State::Failed)
        fail(m_sync->error().value_or(Error()));
}

void SyncCommand::end()
{
    whenDone(m_copy->flush(), this, [this](const Result<std::monostate> &written) {
        if (!written) {
            fail(written.error());
        } else if (!hasEnded()) {
            tellResult();
            finish(ExitCode::Done);
        }
    });
}

void SyncCommand::tellResult()
{
    const QString models = QString::number(m_catalog.size());
    const QString pages = QString::number(m_sync->pagesRead());
    const QString changed = QString::number(m_changed);
    const QString removed = QString::number(m_removed);
    const Table table{.header = {u"Models"_s, u"Pages"_s, u"Changed"_s, u"Removed"_s},
                      .rows = {{models, pages, changed, removed}}};
    output().progress({});
    switch (output().format()) {
    case Output::Format::Table: output().table(table); break;
    case Output::Format::Csv: output().csv(table); break;
    case Output::Format::Json: {
        JsonObjectWriter writer;
        writer.add(u"Models", models.toLatin1());
        writer.add(u"Pages", pages.toLatin1());
        writer.add(u"Changed", changed.toLatin1());
        writer.add(u"Removed", removed.toLatin1());
        output().json(writer.take());
    }
    }
}

} // namespace modelscribe

#include "moc_synccommand.cpp"
