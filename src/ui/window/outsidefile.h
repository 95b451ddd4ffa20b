// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/platform.h"
#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <memory>
#include <optional>
#include <variant>

namespace modelscribe {

//! A private file that another program edits. Beside it are what it was made of (".about") and a
//! lock (".lock") for as long as it is followed, which the system lets go of with the process.
//!
//! When this goes, the file goes too, unless it holds something that nobody took.
class OutsideFile
{
public:
    static constexpr qint64 longest = 32 * 1024 * 1024;

    //! The model that the text is of.
    struct Owner
    {
        QString registry; //!< Connection::registryKey()
        QString draftId;  //!< EditSession::draftId()
        QString name;
    };
    //! Enough to see, without reading, that nobody wrote to a file.
    struct Stamp
    {
        qint64 size = -1;
        QDateTime written;
        std::optional<platform::FileIdentity> identity;

        friend bool operator==(const Stamp &, const Stamp &) = default;
    };
    enum class State {
        Missing, //!< As while a program puts another one in its place.
        Empty,   //!< It is being written, or was given up by a program that could not.
        Known,   //!< What both sides had last.
        Other,
        TooLong,
        NoText,    //!< Not UTF-8.
        Unreadable //!< A link, a folder, a pipe, or not allowed.
    };
    struct Reading
    {
        State state = State::Missing;
        Stamp stamp;
        QByteArray text; //!< Of Known and Other.
    };
    struct Left
    {
        QString path;
        QString name; //!< Of the model; empty when that is not known.
    };

    //! With \p text in a file of its own.
    static Result<std::unique_ptr<OutsideFile>> make(const Owner &owner, const QByteArray &text);
    ~OutsideFile();
    OutsideFile(const OutsideFile &) = delete;
    OutsideFile &operator=(const OutsideFile &) = delete;

    static QString folder();
    //! What is at \p path now, for somebody who knows \p known. May be called on any thread. A line
    //! end that programs add at the end and \p known lacks is none.
    static Reading read(const QString &path, const QByteArray &known);
    //! Removes what earlier runs left and nobody wrote to; returns the others. Leaves alone what
    //! is followed, in whatever process. May be called on any thread.
    static QList<Left> clearUp();

    const QString &path() const { return m_path; }
    const QString &name() const { return m_owner.name; }
    const QByteArray &known() const { return m_known; }
    Stamp stamp() const; //!< Of what is there now.
    //! It is what known() says, as far as that can be seen without reading it.
    bool isAsKnown() const { return stamp() == m_seen; }

    //! Puts \p text in its place. After a failure the file is what it was.
    Result<std::monostate> write(const Owner &owner, const QByteArray &text);
    //! Both sides have what was read.
    void settle(const Reading &reading);
    //! What is known() is kept elsewhere too: if this process is killed, the file may go.
    void noteKept();

private:
    OutsideFile(QString path, Owner owner);
    Result<std::monostate> writeAbout() const;

    QString m_path;
    Owner m_owner;
    QByteArray m_known;
    Stamp m_seen;
    platform::ProcessLock m_lock;
};

} // namespace modelscribe
