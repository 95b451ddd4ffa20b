// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/accesswording.h"

#include "core/visibletext.h"
#include "registry/access.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe::accesswording {

namespace {

constexpr int shownName = 40; // characters
constexpr qsizetype shownNames = 3;

struct AccessWords
{
    Q_DECLARE_TR_FUNCTIONS(AccessWords)
};

//! Whom to ask.
QString askAdministrators(const Access &access, const QString &workspaceId)
{
    const QStringList all = access.administrators(workspaceId);
    if (all.isEmpty())
        return AccessWords::tr("Ask an administrator of the workspace.");
    QStringList shown;
    for (qsizetype i = 0; i < std::min(shownNames, all.size()); ++i)
        shown.append(visibleText(all[i], shownName));
    return AccessWords::tr("Ask an administrator of the workspace: %1.")
        .arg(shown.join(AccessWords::tr(", ", "between names")));
}

QString sentences(const QString &first, const QString &second)
{
    return AccessWords::tr("%1 %2", "two sentences").arg(first, second);
}

} // namespace

QString user(const Access *access, const QString &userId)
{
    const QString name = access ? visibleText(access->nameOf(userId), shownName) : QString();
    return name.isEmpty() ? userId : u"%1 (%2)"_s.arg(name, userId);
}

QString workspace(const Access *access, const QString &workspaceId)
{
    const QString title = access ? visibleText(access->titleOfWorkspace(workspaceId), shownName)
                                 : QString();
    return title.isEmpty() || title == workspaceId ? workspaceId
                                                   : u"%1 (%2)"_s.arg(title, workspaceId);
}

QString whyNotChanged(Access *access, const RegisteredModel &model)
{
    if (!access || access->mayUpdate(model) != Access::Verdict::No)
        return {};
    const QString ask = askAdministrators(*access, model.workspaceId);
    if (!access->isOnlyForCreators(model))
        return sentences(AccessWords::tr("You may not change models in this workspace."), ask);
    const QString name = access->nameOf(model.userId);
    if (name.isEmpty())
        return sentences(AccessWords::tr("Only whoever made this model may change it."), ask);
    return sentences(
        AccessWords::tr("Only %1, who made this model, and administrators may change it.")
            .arg(visibleText(name, shownName)),
        ask);
}

QString whyNotPublished(Access *access, const RegisteredModel &model)
{
    if (!access || access->mayPublish(model) != Access::Verdict::No)
        return {};
    return sentences(AccessWords::tr("You may not publish models in this workspace "
                                     "(PaiModel:PublishModel is missing)."),
                     askAdministrators(*access, model.workspaceId));
}

} // namespace modelscribe::accesswording
