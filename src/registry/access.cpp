// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/access.h"

#include "api/operations.h"
#include "core/whendone.h"
#include "registry/connection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

// Of a quota that colleagues share.
constexpr qsizetype maxMembers = 1'000;     //!< 50 a call.
constexpr qsizetype maxCreatorsAsked = 200; //!< One a call.

} // namespace

Access::Access(Connection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(&connection)
{
    connect(&connection, &Connection::workspacesChanged, this, &Access::changed);
}

Access::~Access() = default;

Access::Verdict Access::mayUpdate(const RegisteredModel &model)
{
    return verdict(permissioncodes::updateModel, model);
}

Access::Verdict Access::mayDelete(const RegisteredModel &model)
{
    return verdict(permissioncodes::deleteModel, model);
}

Access::Verdict Access::mayPublish(const RegisteredModel &model)
{
    const bool isOwnPermission = !m_connection || m_connection->rules().publishNeedsPermission;
    return verdict(isOwnPermission ? permissioncodes::publishModel : permissioncodes::updateModel,
                   model);
}

Access::Verdict Access::verdict(const QString &code, const RegisteredModel &model)
{
    if (model.workspaceId.isEmpty() || model.isReadOnly())
        return Verdict::Unknown;
    lookAt(model.workspaceId);
    const std::optional<Permissions> &permissions = m_places[model.workspaceId].permissions;
    if (!permissions)
        return Verdict::Unknown;
    const QString &accessibility = model.metadata.accessibility;
    switch (permissions->scope(code, accessibility)) {
    case Permissions::Scope::Unknown: return Verdict::Unknown;
    case Permissions::Scope::None: return Verdict::No;
    case Permissions::Scope::All: return Verdict::Yes;
    case Permissions::Scope::Own: break;
    }
    if (model.userId.isEmpty())
        return Verdict::Unknown;
    if (!m_callerId.isEmpty())
        return model.userId == m_callerId ? Verdict::Yes : Verdict::No;
    if (m_others.contains(model.userId))
        return Verdict::No;
    ask({model.workspaceId, code, accessibility, model.userId});
    return Verdict::Unknown;
}

bool Access::isOnlyForCreators(const RegisteredModel &model) const
{
    const std::optional<Permissions> permissions = m_places.value(model.workspaceId).permissions;
    return permissions
           && permissions->scope(permissioncodes::updateModel, model.metadata.accessibility)
                  == Permissions::Scope::Own;
}

void Access::noteCaller(const QString &userId)
{
    if (userId.isEmpty() || m_callerId == userId)
        return;
    m_callerId = userId;
    m_questions.clear();
    emit changed();
}

QString Access::nameOf(const QString &userId) const { return m_names.value(userId); }

QString Access::titleOfWorkspace(const QString &workspaceId) const
{
    return m_connection && !workspaceId.isEmpty() ? m_connection->titleOfWorkspace(workspaceId)
                                                  : workspaceId;
}

QList<Member> Access::members(const QString &workspaceId) const
{
    return m_places.value(workspaceId).members;
}

QStringList Access::administrators(const QString &workspaceId) const
{
    QStringList names;
    for (const Member &member : members(workspaceId)) {
        if (member.isAdministrator())
            names.append(member.title());
    }
    return names;
}

void Access::lookAt(const QString &workspaceId)
{
    if (!m_connection || workspaceId.isEmpty() || m_places.contains(workspaceId))
        return;
    m_places.insert(workspaceId, {});
    whenDone(m_connection->client().run(operations::listPermissions(workspaceId)), this,
             [this, workspaceId](const Result<Permissions> &permissions) {
                 takePermissions(workspaceId, permissions);
             });
    readMembers(workspaceId, 1, {});
}

void Access::takePermissions(const QString &workspaceId, const Result<Permissions> &permissions)
{
    if (!permissions)
        return; // it may not be asked: nothing is marked
    m_places[workspaceId].permissions = *permissions;
    emit changed();
}

void Access::readMembers(const QString &workspaceId, int pageNumber, QList<Member> before)
{
    if (!m_connection)
        return;
    whenDone(m_connection->client().run(operations::listMembers(workspaceId, pageNumber)), this,
             [this, workspaceId, pageNumber,
              members = std::move(before)](const Result<operations::MemberPage> &page) mutable {
                 if (!page)
                     return;
                 members += page->members;
                 const bool isMore = !page->members.isEmpty() && page->totalCount
                                     && members.size() < *page->totalCount
                                     && members.size() < maxMembers;
                 for (const Member &member : page->members) {
                     if (!member.userId.isEmpty() && member.title() != member.userId)
                         m_names.insert(member.userId, member.title());
                 }
                 m_places[workspaceId].members = members;
                 if (isMore)
                     readMembers(workspaceId, pageNumber + 1, std::move(members));
                 emit changed();
             });
}

void Access::ask(const CreatorQuestion &question)
{
    if (m_asked.contains(question.creator) || m_asked.size() >= maxCreatorsAsked)
        return;
    m_asked.insert(question.creator);
    m_questions.push_back(question);
    askNext();
}

void Access::askNext()
{
    if (m_isAsking || m_questions.empty() || !m_connection)
        return;
    m_isAsking = true;
    const CreatorQuestion question = m_questions.front();
    m_questions.erase(m_questions.begin());
    whenDone(m_connection->client().run(operations::getPermission(
                 question.workspaceId, question.code, question.accessibility, question.creator)),
             this, [this, question](const Result<std::monostate> &answer) {
                 m_isAsking = false;
                 takeCreator(question, answer);
                 askNext();
             });
}

void Access::takeCreator(const CreatorQuestion &question, const Result<std::monostate> &answer)
{
    if (answer) {
        noteCaller(question.creator);
        return;
    }
    // That the call itself may not be made says nothing of the creator.
    const Error &error = answer.error();
    const bool isAboutCall = error.action.contains("GetPermission"_L1, Qt::CaseInsensitive);
    if (isAboutCall || (error.httpStatus != 403 && error.httpStatus != 404))
        return;
    m_others.insert(question.creator);
    emit changed();
}

} // namespace modelscribe

#include "moc_access.cpp"
