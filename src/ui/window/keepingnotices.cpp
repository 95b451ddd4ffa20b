// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keepingnotices.h"

#include "core/visibletext.h"
#include "model/wording.h"
#include "registry/outcomewording.h"
#include "session/batchkeeper.h"
#include "session/draftkeeper.h"
#include "session/saving.h"
#include "session/workbench.h"

#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Paths end with what tells them apart.
QString shownFile(const QString &file)
{
    const QString shown = visibleText(file, 4096);
    constexpr qsizetype most = 120;
    return shown.size() <= most ? shown : u"…"_s + shown.last(most);
}

} // namespace

KeepingNotices::KeepingNotices(Workbench &workbench, MessageStrip &strip)
    : QObject(&strip)
    , m_strip(strip)
{
    connect(&strip, &MessageStrip::dismissed, this, &KeepingNotices::next);
    connect(&workbench.drafts(), &DraftKeeper::keepingFailed, this, &KeepingNotices::tellFailed);
    connect(&workbench.drafts(), &DraftKeeper::keepingRecovered, this,
            &KeepingNotices::tellRecovered);
    connect(&workbench.batchDrafts(), &BatchKeeper::keepingFailed, this,
            &KeepingNotices::tellFailed);
    connect(&workbench.batchDrafts(), &BatchKeeper::keepingRecovered, this,
            &KeepingNotices::tellRecovered);
    connect(&workbench.drafts(), &DraftKeeper::keptAside, this, &KeepingNotices::tellKeptAside);
    connect(&workbench, &Workbench::copyFailed, this, &KeepingNotices::tellCopyFailed);
    connect(&workbench, &Workbench::copyReplaced, this, &KeepingNotices::tellCopyReplaced);
    connect(&workbench.saving(), &Saving::interruptedSaveSettled, this,
            &KeepingNotices::tellSettled);
}

void KeepingNotices::say(Message message)
{
    m_messages.append(std::move(message));
    if (m_messages.size() > 1)
        return;
    const Message &shown = m_messages.first();
    m_strip.show(shown.kind, shown.text, shown.actionText, shown.action);
}

void KeepingNotices::next()
{
    if (m_messages.isEmpty())
        return;
    m_messages.removeFirst();
    if (m_messages.isEmpty())
        return;
    const Message shown = m_messages.first();
    m_strip.show(shown.kind, shown.text, shown.actionText, shown.action);
}

void KeepingNotices::tellFailed(const Error &error)
{
    say({.kind = MessageStrip::Kind::Error,
         .text =
             [error] {
                 return tr("Edits cannot be written to disk: %1. They stay in memory, and writing "
                           "is retried automatically. %2")
                     .arg(wording::whatHappened(error), wording::nextStep(error))
                     .trimmed();
             },
         .isFailure = true});
}

void KeepingNotices::tellRecovered()
{
    const bool isShown = !m_messages.isEmpty() && m_messages.first().isFailure;
    for (qsizetype i = m_messages.size(); i-- > 1;) {
        if (m_messages.at(i).isFailure)
            m_messages.removeAt(i);
    }
    m_messages.insert(isShown ? 1 : m_messages.size(),
                      {.kind = MessageStrip::Kind::Success,
                       .text = [] { return tr("Edits are written to disk again."); }});
    if (isShown)
        m_strip.dismiss();
    else if (m_messages.size() == 1)
        say(m_messages.takeFirst());
}

void KeepingNotices::tell(MessageStrip::Text text)
{
    say({.kind = MessageStrip::Kind::Changed, .text = std::move(text)});
}

void KeepingNotices::offer(MessageStrip::Kind kind, const MessageStrip::Text &text,
                           const MessageStrip::Text &actionText,
                           const std::function<void()> &action)
{
    say({.kind = kind, .text = text, .actionText = actionText, .action = action});
}

bool KeepingNotices::has(const QString &text) const
{
    return std::ranges::any_of(m_messages,
                               [&text](const Message &one) { return one.text() == text; });
}

void KeepingNotices::tellKeptAside(const QString &file, int recovered)
{
    say({.kind = MessageStrip::Kind::Changed, .text = [file, recovered] {
             return tr("A file with your work was damaged. It is kept as %1; %2.",
                       "%2 says how many entries were found")
                 .arg(shownFile(file), tr("%n entry(s) were found in it", nullptr, recovered));
         }});
}

//! Nothing of a person's work is in it.
void KeepingNotices::tellCopyFailed(const Error &error)
{
    say({.kind = MessageStrip::Kind::Changed, .text = [error] {
             return tr("The list cannot be kept for the next start: %1. It will be read from the "
                       "registry then. %2")
                 .arg(wording::whatHappened(error), wording::nextStep(error))
                 .trimmed();
         }});
}

void KeepingNotices::tellCopyReplaced()
{
    say({.kind = MessageStrip::Kind::Changed, .text = [] {
             return tr("The copy of the list on this computer was damaged. It is rebuilt from the "
                       "registry.");
         }});
}

void KeepingNotices::tellProfiles(const Error &error)
{
    say({.kind = MessageStrip::Kind::Error, .text = [error] {
             return tr("No stored profile can be used. %1. %2")
                 .arg(wording::whatHappened(error), wording::nextStep(error));
         }});
}

void KeepingNotices::tellSettled(EditSession *session, const SaveOutcome &outcome)
{
    const bool isSaved = outcome.result == SaveOutcome::Result::Saved;
    const QString name = visibleText(outcome.plan.edited.name, 60);
    Message message{
        .kind = isSaved ? MessageStrip::Kind::Success : MessageStrip::Kind::Changed,
        .text = [name, outcome, isSaved] {
            return isSaved ? tr("The save of “%1” was interrupted. All of it is in the "
                                "registry.")
                                 .arg(name)
                           : tr("The save of “%1” was interrupted. %2")
                                 .arg(name, outcomewording::outcome(outcome, {.isLooked = true}));
        }};
    if (session && session->isDirty()) {
        message.actionText = [] { return tr("Retry the rest…"); };
        message.action = [this, guarded = QPointer(session)] {
            if (guarded)
                emit retryRequested(guarded);
        };
    }
    say(std::move(message));
}

} // namespace modelscribe

#include "moc_keepingnotices.cpp"
