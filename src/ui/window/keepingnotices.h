// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/messagestrip.h"

#include <QList>
#include <QObject>

namespace modelscribe {

class EditSession;
class Workbench;
struct Error;
struct SaveOutcome;

//! Says across the window what became of the files that drafts and the journal are kept in, and of
//! saves that an earlier run did not end. One message after the other: none covers another.
class KeepingNotices : public QObject
{
    Q_OBJECT

public:
    KeepingNotices(Workbench &workbench, MessageStrip &strip);

    //! Says something else that a person has to know about files.
    void tell(MessageStrip::Text text);

    //! The same with something to do about it; the last two may be empty.
    void offer(MessageStrip::Kind kind, const MessageStrip::Text &text,
               const MessageStrip::Text &actionText, const std::function<void()> &action);

    //! A message with this text is shown, or will be.
    bool has(const QString &text) const;

    //! The file of the profiles cannot be read.
    void tellProfiles(const Error &error);

signals:
    //! The person wants to send what an interrupted save left.
    void retryRequested(modelscribe::EditSession *session);

private:
    struct Message
    {
        MessageStrip::Kind kind;
        MessageStrip::Text text;
        MessageStrip::Text actionText;
        std::function<void()> action;
        bool isFailure = false; //!< Over as soon as writing works again.
    };

    void tellFailed(const Error &error);
    void tellRecovered();
    void tellKeptAside(const QString &file, int recovered);
    void tellCopyFailed(const Error &error);
    void tellCopyReplaced();
    void tellSettled(EditSession *session, const SaveOutcome &outcome);
    void say(Message message);
    void next();

    MessageStrip &m_strip;
    QList<Message> m_messages; //!< The first one is shown.
};

} // namespace modelscribe
