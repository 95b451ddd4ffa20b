// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/connector.h"
#include "credentials/memorystore.h"
#include "registry/catalogsync.h"
#include "registry/registryproxy.h"
#include "session/batches.h"
#include "session/workbench.h"
#include "store/batchstore.h"
#include "store/draftstore.h"
#include "store/journal.h"
#include "ui/widgets/theme.h"
#include "ui/window/mainwindow.h"

#include <QTemporaryDir>
#include <QTest>

namespace modelscribe::testing {

//! A registry with a wire that can be cut, and a window on it that keeps its work.
class BatchWorld
{
public:
    using Do = RegistryProxy::Do;

    explicit BatchWorld(ClientOptions options = quickOptions())
        : m_options(std::move(options))
    {
        open();
    }

    //! A window; the one before is closed, as if its program had ended.
    void open()
    {
        window.reset();
        bench.reset();
        batches.reset();
        drafts.reset();
        journal.reset();
        journal = std::make_unique<Journal>(m_folder.filePath(QStringLiteral("journal.db")));
        drafts = std::make_unique<DraftStore>(m_folder.filePath(QStringLiteral("drafts.db")));
        batches = std::make_unique<BatchStore>(m_folder.filePath(QStringLiteral("batches.db")));
        bench = std::make_unique<Workbench>(m_options);
        bench->setSaveOptions({.lookPauses = {std::chrono::milliseconds(1)}});
        bench->keepIn(drafts.get(), journal.get(), batches.get());
        window = std::make_unique<MainWindow>(*bench, m_connector, WindowSettings{});
        window->resize(1280, 800);
        window->show();
    }

    void connectTo()
    {
        bench->connectTo({.target = {.title = QStringLiteral("pai-shanghai"),
                                     .endpoint = registry.endpoint(),
                                     .registryKey = QStringLiteral("r")},
                          .credentials = RegistryProxy::credentials()});
        if (!QTest::qWaitFor(
                [this] { return bench->catalogSync()->state() == CatalogSync::State::Ready; },
                20'000))
            qFatal("the list does not come");
    }

    //! Makes models, and the change of each.
    ChangeSet makeModels(int count, const QString &task = QStringLiteral("text-generation"))
    {
        ChangeSet set;
        for (int i = 0; i < count; ++i) {
            const ModelMetadata made{.name = QStringLiteral("bert-zh-%1").arg(i),
                                     .origin = QStringLiteral("ModelScope"),
                                     .task = QStringLiteral("text-classification"),
                                     .type = QStringLiteral("Checkpoint"),
                                     .labels = {{QStringLiteral("team"), QStringLiteral("nlp")}}};
            const RegisteredModel base = registry.model(registry.create(made));
            ModelMetadata edited = base.metadata;
            edited.task = task;
            edited.origin = QStringLiteral("PAI");
            set.changes.append({.ref = {.registryKey = QStringLiteral("r"),
                                        .workspaceId = base.workspaceId,
                                        .modelId = base.id},
                                .base = base,
                                .edited = edited});
        }
        return set;
    }

    //! Somebody else changes the task.
    void move(const Change &change)
    {
        ModelMetadata theirs = change.base.metadata;
        theirs.task = QStringLiteral("theirs");
        registry.update(change.base, theirs);
    }

    //! What waits at the wire is done and answered, and so is what comes.
    void letAllGo()
    {
        registry.decide = {};
        for (auto &waiting : registry.waiting()) {
            registry.letGo(waiting);
            registry.deliver(waiting);
        }
        registry.waiting().clear();
    }

private:
    ClientOptions m_options;
    QTemporaryDir m_folder;
    MemoryStore m_keys;
    Profiles m_profiles{m_folder.filePath(QStringLiteral("profiles.json")), m_keys};
    Connector m_connector{m_profiles};

public:
    RegistryProxy registry;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<DraftStore> drafts;
    std::unique_ptr<BatchStore> batches;
    std::unique_ptr<Workbench> bench;
    std::unique_ptr<MainWindow> window;
};

} // namespace modelscribe::testing
