// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace modelscribe {

//! What somebody may do with what is in a workspace, as ListPermissions says it (contract section
//! 4). It foretells; the registry decides when the call comes.
class Permissions
{
public:
    enum class Scope {
        Unknown, //!< Nothing was said of models at all.
        None,
        Own, //!< Only with what the caller made.
        All
    };

    struct Rule
    {
        QString accessibility; //!< PUBLIC, PRIVATE or ANY.
        QString access;        //!< CREATOR or ANY.

        friend bool operator==(const Rule &, const Rule &) = default;
    };

    //! \p code: "PaiModel:UpdateModel", in any case.
    void add(const QString &code, const QList<Rule> &rules);
    bool isEmpty() const { return m_rules.isEmpty(); }
    //! With models of \p accessibility. A rule that is not understood forbids nothing.
    Scope scope(const QString &code, const QString &accessibility) const;

    friend bool operator==(const Permissions &, const Permissions &) = default;

private:
    QHash<QString, QList<Rule>> m_rules; //!< By code, in lower case.
};

namespace permissioncodes {

inline const QString updateModel = QStringLiteral("PaiModel:UpdateModel");
inline const QString deleteModel = QStringLiteral("PaiModel:DeleteModel");
inline const QString publishModel = QStringLiteral("PaiModel:PublishModel");

} // namespace permissioncodes

//! Of a workspace (ListMembers).
struct Member
{
    QString userId;
    QString name;
    QString displayName;
    QString accountName;
    QStringList roles; //!< "PAI.WorkspaceAdmin"

    //! What people call her; her id when nothing else is known.
    QString title() const;
    //! May change everything in the workspace (contract section 4).
    bool isAdministrator() const;

    friend bool operator==(const Member &, const Member &) = default;
};

} // namespace modelscribe
