// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/journal.h"
#include "ui/uitest.h"
#include "ui/uiworld.h"

#include <QSignalSpy>

namespace modelscribe::testing {

//! A world with a journal that is filled by hand.
class JournalWorld : public UiWorld
{
public:
    JournalWorld()
        : m_home(std::make_unique<QTemporaryDir>())
        , journal(journalFile())
    {
        workbench.keepIn(nullptr, &journal);
    }
    ~JournalWorld() { workbench.keepIn(nullptr, nullptr); }

    //! A change of four places of \p model, with the requests of a save.
    JournalEntry change(const RegisteredModel &model, int secondsAgo) const
    {
        JournalEntry entry{.before = model, .after = model.metadata};
        entry.after->task = QStringLiteral("text-generation");
        QByteArray extra = entry.after->extraInfo.utf8();
        entry.after->extraInfo = JsonText(extra.replace("4.94", "4.95").replace("754", "760"));
        entry.after->description.clear();
        for (Label &label : entry.after->labels) {
            if (label.key == QStringLiteral("stage"))
                label.value = QStringLiteral("prod");
        }
        JournalHead &head = entry.head;
        head.began = QDateTime::currentDateTimeUtc().addSecs(-secondsAgo);
        head.profile = QStringLiteral("Local registry");
        head.registryKey = registry();
        head.modelId = model.id;
        head.modelName = model.metadata.name;
        head.changeCount = 4;
        const QString path = QStringLiteral("/api/v1/models/") + model.id;
        entry.requests = {{.method = QStringLiteral("GET"), .path = path},
                          {.method = QStringLiteral("PUT"),
                           .path = path,
                           .body = R"({"Task":"text-generation","ModelDescription":""})"},
                          {.method = QStringLiteral("DELETE"),
                           .path = path + QStringLiteral("/labels?LabelKeys=stage")},
                          {.method = QStringLiteral("POST"),
                           .path = path + QStringLiteral("/labels"),
                           .body = R"({"Labels":[{"Key":"stage","Value":"prod"}]})"},
                          {.method = QStringLiteral("GET"), .path = path}};
        return entry;
    }

    //! Notes it down, and how it ended.
    bool add(const JournalEntry &entry, JournalHead::Outcome outcome = JournalHead::Outcome::Saved)
    {
        if (!waitFor(journal.begin(entry)))
            return false;
        return outcome == JournalHead::Outcome::Begun
               || waitFor(journal.complete(entry.head.id, endOf(entry, outcome)));
    }

    QString journalFile() const { return m_home->filePath(QStringLiteral("journal.db")); }
    QString registry() const
    {
        return workbench.connection() ? workbench.connection()->registryKey() : QString();
    }

private:
    static JournalEnd endOf(const JournalEntry &entry, JournalHead::Outcome outcome)
    {
        using Outcome = JournalHead::Outcome;
        using State = JournalRequest::State;
        JournalEnd end{.finished = entry.head.began.addMSecs(420),
                       .outcome = outcome,
                       .requests = entry.requests};
        for (qsizetype i = 0; i < end.requests.size(); ++i) {
            JournalRequest &request = end.requests[i];
            const qsizetype failedAt = outcome == Outcome::Failed   ? 1
                                       : outcome == Outcome::Partly ? 3
                                                                    : end.requests.size();
            request.state = i < failedAt    ? State::Done
                            : i == failedAt ? State::Failed
                                            : State::Skipped;
            if (i <= failedAt) {
                request.requestId = QStringLiteral("3F2A%1-1111-2222-3333-444455556666")
                                        .arg(i, 4, 10, QLatin1Char('0'));
                request.httpStatus = i == failedAt ? 403 : 200;
            }
        }
        if (outcome == Outcome::Failed || outcome == Outcome::Partly) {
            end.error = Error{.kind = Error::Kind::Forbidden,
                              .code = QStringLiteral("NoPermission"),
                              .message = QStringLiteral("You are not allowed to do that."),
                              .requestId = QStringLiteral("3F2A0001-1111-2222-3333-444455556666"),
                              .action = QStringLiteral("paimodel:UpdateModel"),
                              .httpStatus = 403};
        } else if (entry.before && entry.after) {
            end.held = entry.before;
            end.held->metadata = *entry.after;
            if (outcome == Outcome::NotTaken)
                end.held->metadata.description = entry.before->metadata.description;
        }
        return end;
    }

    std::unique_ptr<QTemporaryDir> m_home;

public:
    Journal journal;
};

} // namespace modelscribe::testing
