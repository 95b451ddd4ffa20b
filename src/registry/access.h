// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/permissions.h"
#include "model/registeredmodel.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <memory>
#include <vector>

namespace modelscribe {

class Connection;

//! Who may change what, as far as the service tells beforehand (contract section 4), and what
//! people are called. It foretells and forbids nothing: what is not known is not marked, and a
//! write may be refused all the same.
//!
//! Each workspace is asked about once, when the first question about it comes; each answer that
//! changes what is known is told by changed().
class Access : public QObject
{
    Q_OBJECT

public:
    enum class Verdict { Unknown, Yes, No };

    //! \p connection may go first: then no more is learnt.
    explicit Access(Connection &connection, QObject *parent = nullptr);
    ~Access() override;

    //! Fields, labels and ExtraInfo of \p model.
    Verdict mayUpdate(const RegisteredModel &model);
    Verdict mayDelete(const RegisteredModel &model);
    //! To make a private one public.
    Verdict mayPublish(const RegisteredModel &model);

    //! Of one that the caller may not change: whoever made it may.
    bool isOnlyForCreators(const RegisteredModel &model) const;

    //! Empty until it turned out.
    const QString &callerId() const { return m_callerId; }
    //! The id of whoever calls, learnt otherwise, as from a model that was just made.
    void noteCaller(const QString &userId);
    //! What a member of any workspace that was asked about is called; empty when that is not known.
    QString nameOf(const QString &userId) const;
    //! The id when its name is not known.
    QString titleOfWorkspace(const QString &workspaceId) const;
    //! Their ids and names, by workspace; empty before the answer.
    QList<Member> members(const QString &workspaceId) const;
    //! What administrators are called.
    QStringList administrators(const QString &workspaceId) const;
    //! Asks about \p workspaceId if nobody has.
    void lookAt(const QString &workspaceId);

signals:
    void changed();

private:
    struct Place
    {
        std::optional<Permissions> permissions; //!< nullopt: not answered, or refused.
        QList<Member> members;
    };
    //! Whether the caller made what \p creator made; found out where that decides.
    struct CreatorQuestion
    {
        QString workspaceId;
        QString code;
        QString accessibility;
        QString creator;
    };

    Verdict verdict(const QString &code, const RegisteredModel &model);
    void takePermissions(const QString &workspaceId, const Result<Permissions> &permissions);
    void readMembers(const QString &workspaceId, int pageNumber, QList<Member> before);
    void ask(const CreatorQuestion &question);
    void askNext();
    void takeCreator(const CreatorQuestion &question, const Result<std::monostate> &answer);

    QPointer<Connection> m_connection;
    QHash<QString, Place> m_places;
    QHash<QString, QString> m_names; //!< By user id.
    QString m_callerId;
    QSet<QString> m_others; //!< Creators who are not the caller.
    QSet<QString> m_asked;  //!< Creators.
    std::vector<CreatorQuestion> m_questions;
    bool m_isAsking = false;
};

} // namespace modelscribe
