// SPDX-License-Identifier: GPL-3.0-or-later
// Edits and saves models until it is killed. saver ADDRESS FOLDER SEED
// Says on stdout, one line each:
//   typing <model id or name> <place> <value>     about to be typed
//   kept                                          all of that is on the disk
//   saving <model id or name>
//   ended <model id or name> <result> <id of a new one>
#include "api/wiretest.h"
#include "core/whendone.h"
#include "credentials/fixedcredentials.h"
#include "registry/catalogsync.h"
#include "session/draftkeeper.h"
#include "session/saving.h"
#include "session/workbench.h"
#include "store/draftstore.h"
#include "store/journal.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTimer>

#include <iterator>

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

class Saver : public QObject
{
public:
    Saver(const QString &address, const QString &folder, quint32 seed)
        : m_random(seed)
        , m_journal(folder + u"/journal.db"_s)
        , m_drafts(folder + u"/drafts.db"_s)
        , m_bench(testing::patientOptions())
    {
        m_bench.keepIn(&m_drafts, &m_journal);
        connect(&m_bench.drafts(), &DraftKeeper::restored, this, [this] {
            connect(m_bench.catalogSync(), &CatalogSync::stateChanged, this, [this] {
                if (m_bench.catalogSync()->state() == CatalogSync::State::Ready
                    && !std::exchange(m_isStarted, true))
                    next();
            });
            m_bench.catalogSync()->refresh();
        });
        m_bench.connectTo(
            {.target = {.title = u"test"_s,
                        .endpoint = *Endpoint::fromText(address),
                        .registryKey = u"the registry"_s},
             .credentials = fixedCredentials({.id = "LTAI-test-key", .secret = "test-secret"})});
    }

private:
    QString value() { return u"v%1"_s.arg(m_random.generate()); }

    void next()
    {
        const auto &models = m_bench.catalog()->models();
        const auto randomModel = [&] {
            return std::next(models.begin(), m_random.bounded(int(models.size())));
        };
        EditSession *session = m_random.bounded(3) == 0 ? m_bench.createNew()
                                                        : m_bench.open(randomModel()->id);
        const QString name = session->isNew() ? u"new-"_s + value() : session->modelId();
        if (session->isNew())
            session->setValue(*findField(u"ModelName"), name);
        const auto type = [&](const QString &place, const QString &typed) {
            say(u"typing %1 %2 %3"_s.arg(name, place, typed));
            return typed;
        };
        session->setValue(*findField(u"Task"), type(u"Task"_s, value()));
        if (m_random.bounded(2))
            session->setValue(*findField(u"ExtraInfo"),
                              JsonText("{\"Rating\":\""
                                       + type(u"ExtraInfo$.Rating"_s, value()).toUtf8() + "\"}"));
        if (m_random.bounded(2))
            session->setLabels({{u"team"_s, type(u"Labels/team"_s, value())},
                                {u"stage"_s, type(u"Labels/stage"_s, value())}});
        whenDone(m_bench.drafts().keepAll(), this, [this, session, name](const auto &kept) {
            if (kept)
                say(u"kept"_s);
            save(session, name);
        });
    }

    void save(EditSession *session, const QString &name)
    {
        const auto plan = SavePlan::make(session->base(), session->edited(),
                                         session->base().workspaceId);
        if (!plan) {
            say(u"noplan "_s + plan.error().detail);
            return;
        }
        say(u"saving "_s + name);
        SaveProgress *run = m_bench.saving().save(session, *plan);
        connect(run, &SaveProgress::finished, this, [this, name](const SaveOutcome &outcome) {
            say(u"ended %1 %2 %3"_s.arg(name).arg(int(outcome.result)).arg(outcome.createdId));
            QTimer::singleShot(0, this, &Saver::next);
        });
    }

    QRandomGenerator m_random;
    Journal m_journal;
    DraftStore m_drafts;
    Workbench m_bench;
    bool m_isStarted = false;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const Saver saver(arguments[1], arguments[2], arguments[3].toUInt());
    return QCoreApplication::exec();
}
