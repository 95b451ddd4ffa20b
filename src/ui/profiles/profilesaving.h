// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/profiles.h"

#include <QObject>

#include <optional>

namespace modelscribe {

//! What is typed of a profile and not stored.
struct TypedProfile
{
    Profile profile;
    std::optional<AccessKey> key;
    QByteArray proxyPassword; //!< Empty: nothing was typed of it.
};

//! Stores what was typed. Under another name key and password are other entries of the keychain,
//! so those that were not typed again are read first.
class ProfileSaving : public QObject
{
    Q_OBJECT

public:
    explicit ProfileSaving(Profiles &profiles, QObject *parent = nullptr);

    //! Ends with saved(), failed() or couldNotRead(). \p storedName: as it is stored; empty: new.
    void save(const TypedProfile &typed, const QString &storedName);

signals:
    void began(const QString &text); //!< A step that may take a while.
    void saved(const QString &name);
    void failed(const modelscribe::Error &error);
    //! Something that was kept is not to be had; \p what says that for people.
    void couldNotRead(const QString &what, const modelscribe::Error &error);

private:
    void readKey(TypedProfile typed, const QString &storedName);
    void readPassword(TypedProfile typed, const QString &storedName);
    void store(const TypedProfile &typed);

    Profiles &m_profiles;
};

} // namespace modelscribe
