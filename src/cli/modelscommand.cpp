// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/modelscommand.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

ModelsCommand::ModelsCommand(Output &output)
    : Command(output)
    , m_finder(output)
{
    connect(&m_finder, &ModelFinder::found, this, &ModelsCommand::take);
    connect(&m_finder, &ModelFinder::failed, this, [this](const Error &error) {
        if (!hasEnded())
            fail(error);
    });
}

Result<std::monostate> ModelsCommand::prepare() { return m_finder.prepare(); }

void ModelsCommand::run(Connection *connection) { m_finder.find(*connection); }

void ModelsCommand::take(const QList<RegisteredModel> &models, const std::optional<Error> &missing)
{
    if (hasEnded())
        return;
    show(models);
    if (missing) {
        output().error(*missing, u"Some models could not be read and are not listed"_s);
        finish(ExitCode::Partly);
        return;
    }
    finish(ExitCode::Done);
}

} // namespace modelscribe

#include "moc_modelscommand.cpp"
