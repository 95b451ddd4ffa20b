// SPDX-License-Identifier: GPL-3.0-or-later
// Carries out one change set, again and again the same, until it is killed.
// changer ADDRESS FOLDER GROUP
// The changes are the drafts in FOLDER/drafts.db, by model id; an edited task "delete" is a
// deletion. Says on stdout "ended INDEX VERDICT", and "finished" in the end.
#include "api/wiretest.h"
#include "core/whendone.h"
#include "credentials/fixedcredentials.h"
#include "registry/changesetrun.h"
#include "registry/writer.h"
#include "store/draftstore.h"
#include "store/journal.h"

#include <QCoreApplication>

#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace modelscribe;

namespace {

void say(const QString &line)
{
    const QByteArray text = line.toUtf8() + '\n';
    if (::write(STDOUT_FILENO, text.constData(), size_t(text.size())) != text.size())
        std::abort();
}

ChangeSet setOf(QList<Draft> drafts, const QUuid &id)
{
    std::ranges::sort(drafts, {}, &Draft::modelId);
    ChangeSet set{.id = id};
    for (const Draft &draft : drafts) {
        Change change{.ref = {.registryKey = draft.registryKey,
                              .workspaceId = draft.workspaceId,
                              .modelId = draft.modelId},
                      .base = draft.base};
        if (draft.edited.task != "delete"_L1)
            change.edited = draft.edited;
        set.changes.append(change);
    }
    return set;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const QString folder = arguments[2];
    ClientOptions options = testing::quickOptions();
    Connection connection(
        {.target = {.title = u"test"_s,
                    .endpoint = *Endpoint::fromText(arguments[1]),
                    .registryKey = u"the registry"_s},
         .credentials = fixedCredentials({.id = "LTAI-test-key", .secret = "test-secret"})},
        options);
    Journal journal(folder + u"/journal.db"_s);
    DraftStore drafts(folder + u"/drafts.db"_s);
    Writer writer(&journal);
    SaveRunOptions runs;
    runs.lookPauses = {std::chrono::milliseconds(5), std::chrono::milliseconds(20)};
    runs.goneAfter = std::chrono::milliseconds(0);
    writer.setOptions({.runs = runs});
    whenDone(drafts.all(), &application, [&](const Result<DraftList> &list) {
        ChangeSetRun *run = writer.write(connection,
                                         setOf(list->drafts, QUuid::fromString(arguments[3])));
        QObject::connect(run, &ChangeSetRun::ended, run,
                         [](int index, const WriteOutcome &outcome) {
                             say(u"ended %1 %2"_s.arg(index).arg(int(outcome.verdict)));
                         });
        QObject::connect(run, &ChangeSetRun::finished, run, [] {
            say(u"finished"_s);
            QCoreApplication::quit();
        });
    });
    return QCoreApplication::exec();
}
