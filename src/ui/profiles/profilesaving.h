// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/profiles/typedprofiles.h"

#include <QObject>

namespace modelscribe {

//! Stores what was typed. Under another name key and password are other entries of the keychain,
//! so those that were not typed again are read first.
class ProfileSaving : public QObject
{
    Q_OBJECT

public:
    explicit ProfileSaving(Profiles &profiles, QObject *parent = nullptr);

    //! Ends with saved(), failed() or couldNotRead().
    void save(const ShownProfile &from, const TypedProfile &typed);

signals:
    void began(const QString &text); //!< A step that may take a while.
    void saved(const modelscribe::SavedProfile &saved);
    void failed(const modelscribe::ShownProfile &from, const modelscribe::Error &error);
    //! Something that was kept is not to be had; \p what says that for people.
    void couldNotRead(const QString &what, const modelscribe::Error &error);

private:
    //! \p whole: with what was read to go along.
    void readKey(const SavedProfile &saved, TypedProfile whole);
    void readPassword(const SavedProfile &saved, TypedProfile whole);
    void store(const SavedProfile &saved, const TypedProfile &whole);

    Profiles &m_profiles;
};

} // namespace modelscribe
