// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/editcommand.h"

#include "api/operations.h"
#include "cli/inputfile.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qint64 largestIdsFile = 64 * 1024 * 1024;

} // namespace

EditCommand::EditCommand(Output &output)
    : BatchCommand(output)
    , m_finder(output)
{
}

CommandParser &EditCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand(
        "edit", "Changes many models in the same way, after showing the result for each");
    m_finder.addOptionsTo(command);
    command.add({.name = "--ids",
                 .into = &m_idsFile,
                 .help = "the models whose IDs are in this file, one per line; - is stdin",
                 .type = "FILE",
                 .excludes = {"--query"}});
    m_edit.addTo(command);
    addRunOptionsTo(command);
    addContinueTo(command);
    return command;
}

Result<std::monostate> EditCommand::prepare()
{
    if (const auto edit = m_edit.read(); !edit)
        return edit;
    const bool isChosen = m_finder.isQueryGiven() || m_idsFile;
    if (isGoingOn() && (isChosen || !m_edit.edit().isEmpty()))
        return failure(Error::Kind::Invalid,
                       u"--continue goes on with what was agreed to: no models and no changes "
                       "go with it"_s);
    if (!isGoingOn() && !isChosen)
        return failure(Error::Kind::Invalid, u"which models? --query or --ids says so"_s);
    if (!isGoingOn() && m_edit.edit().isEmpty())
        return failure(Error::Kind::Invalid, u"there is nothing to change; --set, --add-label and "
                                             "others say what"_s);
    return m_finder.prepare()
        .and_then([this](std::monostate) { return readIds(); })
        .and_then([this](std::monostate) { return BatchCommand::prepare(); });
}

Result<std::monostate> EditCommand::readIds()
{
    if (!m_idsFile)
        return std::monostate();
    auto read = readInput(u"--ids"_s, *m_idsFile, largestIdsFile);
    if (!read)
        return failure(read.error());
    QByteArray bytes = *std::move(read);
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    QSet<QString> known;
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        ++number;
        const QString id = QString::fromUtf8(line).trimmed();
        if (!line.isValidUtf8()) // else another model than the one that is meant
            return failure(Error::Kind::Invalid, u"--ids: line %1 is not UTF-8"_s.arg(number));
        if (id.isEmpty() || known.contains(id))
            continue;
        known.insert(id);
        const auto good = operations::getModel(id).request.check();
        if (!good || id.contains(u' '))
            return failure(Error::Kind::Invalid, u"--ids: line %1 is no id"_s.arg(number));
        m_named.append({.id = id});
    }
    return std::monostate();
}

void EditCommand::run(Connection *connection)
{
    if (isGoingOn()) {
        goOn(*connection);
        return;
    }
    if (m_idsFile) {
        review(*connection, m_edit.edit(), m_named);
        return;
    }
    connect(&m_finder, &ModelFinder::failed, this, [this](const Error &error) {
        if (!hasEnded())
            fail(error);
    });
    connect(&m_finder, &ModelFinder::found, this,
            [this, connection = QPointer(connection)](const QList<RegisteredModel> &models,
                                                      const std::optional<Error> &missing) {
                if (hasEnded() || !connection)
                    return;
                if (missing) { // who changes all that match must know them all
                    fail(*missing);
                    return;
                }
                review(*connection, m_edit.edit(), models);
            });
    m_finder.find(*connection);
}

} // namespace modelscribe

#include "moc_editcommand.cpp"
