// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/draftscommand.h"

#include "cli/draftrecord.h"
#include "cli/plantext.h"
#include "cli/storetrouble.h"
#include "connect/connector.h"
#include "core/jsonwriter.h"
#include "core/paths.h"
#include "model/modeldiff.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString inWords(const Draft &draft)
{
    return u"%1 (%2, %3 changes)"_s.arg(draftName(draft), draft.modelId)
        .arg(countChanges(draft.base.metadata, draft.edited));
}

QByteArray listJson(const QByteArrayList &objects)
{
    JsonObjectWriter writer;
    writer.add(u"Drafts", '[' + objects.join(",\n") + ']');
    return writer.take();
}

} // namespace

DraftsCommand::DraftsCommand(Output &output, const ConnectionOptions &options)
    : Command(output)
    , m_options(options)
{
}

DraftsCommand::~DraftsCommand() = default;

CommandParser &DraftsCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand(
        "drafts", "Lists edits that are not saved yet; of all registries unless one is chosen");
    command.requireCommands(0, 1);
    command.add({.name = "--registry",
                 .into = &m_registry,
                 .help = "only of this registry, as the list writes it in its first column",
                 .type = "KEY"});
    command.addCommand("list", "Lists them; the same as without a word");
    m_show = &command.addCommand("show", "Shows what a draft changes");
    m_show->add({.name = "MODEL_ID", .into = &m_shown, .isRequired = true});
    m_discard = &command.addCommand("discard", "Discards drafts; the models stay as they are");
    m_discard->add({.name = "MODEL_ID", .into = &m_discarded, .isRequired = true});
    m_discard->add({.name = "--yes", .into = &m_yes, .help = "without it nothing is discarded"});
    return command;
}

Result<std::monostate> DraftsCommand::prepare()
{
    if (m_show->wasGiven())
        m_ids.append(QString::fromStdString(m_shown));
    for (const std::string &id : m_discarded)
        m_ids.append(QString::fromStdString(id));
    m_ids.removeDuplicates();
    return std::monostate{};
}

void DraftsCommand::run(Connection *)
{
    if (m_registry.empty()) {
        const auto chosen = chosenRegistryKey(m_options);
        if (!chosen && chosen.error().kind != Error::Kind::Invalid)
            return fail(chosen.error());
        if (!chosen)
            return refuse(chosen.error().kind, chosen.error().detail);
        m_registry = chosen->toStdString();
    }
    m_store = std::make_unique<DraftStore>(paths::draftsFile());
    whenDone(m_store->report(), this, [this](const Result<StoreReport> &report) {
        if (report)
            takeReport(*report);
        else
            fail(report.error());
    });
}

void DraftsCommand::takeReport(const StoreReport &report)
{
    m_trouble = storeTrouble(report, u"drafts"_s);
    m_troubleError = report.error;
    const bool isWrite = m_discard->wasGiven();
    if (!isReadable(report) || (isWrite && report.state != StoreState::Ready)) {
        output().error(m_troubleError,
                       isWrite ? m_trouble + u"; nothing was discarded"_s : m_trouble);
        finish(exitCodeFor(m_troubleError));
        return;
    }
    whenDone(m_store->all(QString::fromStdString(m_registry)), this,
             [this](const Result<DraftList> &list) {
                 if (list)
                     takeDrafts(*list);
                 else
                     fail(list.error());
             });
}

void DraftsCommand::takeDrafts(const DraftList &list)
{
    m_unreadable = list.unreadable;
    QList<Draft> drafts = list.drafts;
    if (const auto &wanted = m_options.workspaceId)
        drafts.removeIf([&wanted](const Draft &d) { return d.workspaceId != *wanted; });
    if (!m_show->wasGiven() && !m_discard->wasGiven())
        return this->list(drafts);
    const auto wanted = named(drafts);
    if (!wanted)
        return;
    if (m_show->wasGiven())
        show(wanted->first());
    else
        discard(*wanted);
}

std::optional<QList<Draft>> DraftsCommand::named(const QList<Draft> &drafts)
{
    QList<Draft> result;
    for (const QString &id : m_ids) {
        QStringList registries;
        for (const Draft &draft : drafts) {
            if (draft.modelId != id)
                continue;
            registries.append(draft.registryKey);
            result.append(draft);
        }
        if (registries.isEmpty()) {
            refuse(Error::Kind::NotFound,
                   u"There is no draft of “%1”%2"_s.arg(
                       id, m_discard->wasGiven() ? u"; nothing was discarded"_s : QString()));
            return {};
        }
        if (registries.size() > 1) {
            refuse(Error::Kind::Invalid,
                   u"“%1” has drafts in several registries; choose one with --registry: %2"_s.arg(
                       id, registries.join(u", "_s)));
            return {};
        }
    }
    return result;
}

void DraftsCommand::refuse(Error::Kind kind, const QString &sentence)
{
    const Error error{.kind = kind};
    output().error(error, sentence);
    finish(exitCodeFor(error));
}

void DraftsCommand::list(const QList<Draft> &drafts)
{
    switch (output().format()) {
    case Output::Format::Table: output().table(draftTable(drafts)); break;
    case Output::Format::Csv: output().csv(draftTable(drafts)); break;
    case Output::Format::Json: {
        QByteArrayList objects;
        for (const Draft &draft : drafts)
            objects.append(draftJson(draft));
        output().json(listJson(objects));
    }
    }
    end();
}

void DraftsCommand::show(const Draft &draft)
{
    const Table changes = changesTable(draft.base.metadata, draft.edited);
    switch (output().format()) {
    case Output::Format::Table: output().table(changes); break;
    case Output::Format::Csv: output().csv(changes); break;
    case Output::Format::Json: output().json(wholeDraftJson(draft)); break;
    }
    for (auto it = draft.unfinished.cbegin(); it != draft.unfinished.cend(); ++it)
        output().note(u"Typed into ExtraInfo (%1), and no value yet: %2"_s.arg(it.key(), *it));
    if (draft.isBaseLost)
        output().note(u"The values from before are lost: the file was damaged"_s);
    if (draft.isExtraInfoLost)
        output().note(u"What was edited in ExtraInfo is lost: the file was damaged"_s);
    end();
}

void DraftsCommand::discard(const QList<Draft> &drafts)
{
    if (!m_yes) {
        QStringList shown;
        for (const Draft &draft : drafts)
            shown.append(inWords(draft));
        return refuse(
            Error::Kind::Invalid,
            u"discarding cannot be undone; nothing was discarded, add --yes to discard %1"_s.arg(
                shown.join(u", "_s)));
    }
    m_leaving = drafts;
    discardNext();
}

void DraftsCommand::discardNext()
{
    if (m_leaving.isEmpty())
        return tellDiscarded();
    const Draft draft = m_leaving.takeFirst();
    // As it was listed: what a window wrote since is another draft.
    whenDone(m_store->remove(draft.registryKey, draft.modelId, draft.mark()), this,
             [this, draft](const Result<qint64> &removed) {
                 m_results.rows.append(
                     {draft.registryKey, draft.modelId, removed ? u"Discarded"_s : u"Failed"_s});
                 if (!removed && !m_error)
                     m_error = removed.error();
                 discardNext();
             });
}

void DraftsCommand::tellDiscarded()
{
    switch (output().format()) {
    case Output::Format::Table: output().table(m_results); break;
    case Output::Format::Csv: output().csv(m_results); break;
    case Output::Format::Json: {
        QByteArrayList objects;
        for (const QStringList &row : m_results.rows) {
            JsonObjectWriter object;
            for (qsizetype i = 0; i < row.size(); ++i)
                object.add(m_results.header[i], jsonString(row[i]));
            objects.append(object.take());
        }
        output().json(listJson(objects));
    }
    }
    if (!m_error)
        return end();
    if (m_error->kind == Error::Kind::Conflict)
        output().error(*m_error,
                       u"A window changed a draft since it was listed, so that one stays; "
                       "look at it, then decide"_s);
    else
        output().error(*m_error);
    const bool some = std::ranges::any_of(
        m_results.rows, [](const QStringList &row) { return row.last() == "Discarded"_L1; });
    finish(some ? ExitCode::Partly : exitCodeFor(*m_error));
}

QString DraftsCommand::whatWasDone() const
{
    QStringList ids;
    for (const QStringList &row : m_results.rows)
        ids.append(row.at(1));
    return ids.isEmpty() ? QString() : u"Discarded "_s + ids.join(u", "_s);
}

void DraftsCommand::end()
{
    if (m_trouble.isEmpty() && m_unreadable == 0)
        return finish(ExitCode::Done);
    if (m_trouble.isEmpty()) {
        output().error({.kind = Error::Kind::Storage},
                       u"Some drafts could not be read: %1"_s.arg(m_unreadable));
        return finish(ExitCode::Partly);
    }
    output().error(m_troubleError, m_trouble);
    // What cannot be written now is told in full all the same.
    finish(m_troubleError.code == storeCode(StoreState::DamagedReplaced)
               ? exitCodeFor(m_troubleError)
               : ExitCode::Done);
}

} // namespace modelscribe

#include "moc_draftscommand.cpp"
