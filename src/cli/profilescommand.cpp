// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/profilescommand.h"

#include "cli/checkreport.h"
#include "cli/ownprofiles.h"
#include "cli/profilerecord.h"
#include "connect/profilewording.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

ProfilesCommand::ProfilesCommand(Output &output, const ConnectionOptions &options,
                                 const QProcessEnvironment &environment)
    : Command(output)
    , m_environment(environment)
    , m_addition(output, options)
{
}

ProfilesCommand::~ProfilesCommand() = default;

CommandParser &ProfilesCommand::addTo(CommandParser &parser)
{
    CommandParser &command = parser.addCommand("profiles",
                                               "Lists, adds, changes and removes stored profiles");
    command.requireCommands(0, 1);
    m_list = &command.addCommand("list", "Lists them; the same as without a word");
    m_list->add({.name = "--found",
                 .into = &m_wantsFound,
                 .help = "instead the keys that other tools and the environment have on this "
                         "computer"});
    m_add = &m_addition.addTo(command);
    m_test = &command.addCommand("test", "Tries a profile step by step, as doctor does");
    m_test->add({.name = "NAME", .into = &m_tested, .isRequired = true});
    m_remove = &command.addCommand("remove", "Removes a profile, and its key from the keychain");
    m_remove->add({.name = "NAME", .into = &m_removed, .isRequired = true});
    m_remove->add({.name = "--yes", .into = &m_yes, .help = "without it nothing is removed"});
    return command;
}

Result<std::monostate> ProfilesCommand::prepare()
{
    if (m_remove->wasGiven() && !m_yes)
        return failure(Error::Kind::Invalid, u"nothing was removed, add --yes to do it"_s);
    return m_add->wasGiven() ? m_addition.prepare() : std::monostate{};
}

void ProfilesCommand::run(Connection *)
{
    m_own = std::make_unique<OwnProfiles>(m_environment);
    if (m_add->wasGiven())
        add();
    else if (m_test->wasGiven())
        test();
    else if (m_remove->wasGiven())
        remove();
    else if (m_wantsFound)
        listFound();
    else
        list();
}

void ProfilesCommand::show(const Table &table, const QByteArray &json)
{
    switch (output().format()) {
    case Output::Format::Table: output().table(table); break;
    case Output::Format::Csv: output().csv(table); break;
    case Output::Format::Json: output().json(json); break;
    }
    finish(ExitCode::Done);
}

void ProfilesCommand::list()
{
    if (const auto &error = m_own->profiles.readError())
        return fail(*error);
    const ProfileSet set{m_own->profiles.list(), m_own->profiles.lastUsed()};
    show(profilesTable(set), profilesJson(set));
}

void ProfilesCommand::listFound()
{
    whenDone(m_own->connector.toolKeys().find(), this, [this](const Result<FoundKeys> &found) {
        if (found)
            show(offersTable(found->offers), offersJson(found->offers));
        else
            fail(found.error());
    });
}

void ProfilesCommand::add()
{
    whenDone(
        m_addition.store(m_own->profiles, m_own->connector.toolKeys()), this,
        [this](const Result<std::monostate> &stored) {
            if (!stored)
                return failWith(stored.error());
            const Profile &profile = m_addition.profile();
            m_done = u"The profile was stored"_s;
            output().remark(
                u"Stored “%1”; try it with: modelscribe-cli profiles test %1"_s.arg(profile.name));
            finish(ExitCode::Done);
        });
}

void ProfilesCommand::test()
{
    const ConnectionChoice choice{UseProfile{QString::fromStdString(m_tested)}, {}};
    whenDone(m_own->connector.settings(choice), this,
             [this](const Result<ConnectionSettings> &settings) {
                 if (!settings)
                     return failWith(settings.error());
                 m_check = std::make_unique<ConnectionCheck>(*settings);
                 connect(m_check.get(), &ConnectionCheck::finished, this,
                         [this] { finish(reportCheck(output(), *m_check)); });
                 m_check->start();
             });
}

void ProfilesCommand::remove()
{
    const QString name = QString::fromStdString(m_removed);
    whenDone(m_own->profiles.forget(name), this,
             [this, name](const Result<std::monostate> &removed) {
                 if (removed) {
                     m_done = u"The profile was removed"_s;
                     return finish(ExitCode::Done);
                 }
                 if (removed.error().kind != Error::Kind::NotFound)
                     return failWith(removed.error());
                 output().error(removed.error(), u"There is no profile “%1”"_s.arg(name));
                 finish(ExitCode::NotFound);
             });
}

//! What the keychain has to say, in its own words.
void ProfilesCommand::failWith(const Error &error)
{
    const QString ofKeychain = error.kind == Error::Kind::Storage
                                   ? profilewording::keychainProblem(error)
                                   : QString();
    if (error.kind == Error::Kind::Invalid)
        output().error(error, error.detail);
    else if (!ofKeychain.isEmpty())
        output().error(error, ofKeychain + u" Nothing was changed."_s);
    else
        return fail(error);
    finish(ofKeychain.isEmpty() ? exitCodeFor(error) : ExitCode::Credentials);
}

void ProfilesCommand::interrupt()
{
    if (m_check && m_check->isRunning())
        m_check->cancel(); // and tells what it has
    else
        Command::interrupt();
}

} // namespace modelscribe

#include "moc_profilescommand.cpp"
