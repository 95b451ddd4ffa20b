// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/catalog.h"
#include "registry/textworker.h"
#include "store/storethread.h"

#include <QByteArrayList>
#include <QPointer>
#include <QTimer>

#include <atomic>
#include <functional>
#include <optional>

namespace modelscribe {

//! All text of a catalog's models, searched on a thread of its own.
//!
//! It follows the catalog by itself, some models a turn of the event loop. A question waits until
//! all that the catalog had by then is in, so an answer is whole at any moment; the newest question
//! ends the one before. What changes after a question is not in its answer.
class CatalogText : public QObject
{
    Q_OBJECT

public:
    //! The texts are kept in \p folder for the next run; empty: in memory. \p catalog must live as
    //! long.
    CatalogText(const Catalog &catalog, const QString &folder, QObject *parent = nullptr);
    ~CatalogText() override;

    //! The number of a model that is or was in the catalog.
    quint32 numberOf(const QString &modelId) const { return m_numbers.value(modelId); }
    //! \p needles in the folded form (core/foldedtext.h). \p done is not called when another
    //! question follows first, or when \p context is gone.
    void find(const QByteArrayList &needles, QObject *context,
              std::function<void(const TextAnswer &)> done);
    //! Texts that were indexed so far, beside those that were kept from an earlier run.
    QFuture<Result<qint64>> indexedCount();

private:
    struct Question
    {
        QByteArrayList needles;
        QPointer<QObject> context;
        std::function<void(const TextAnswer &)> done;
    };

    void note(const QStringList &modelIds);
    void forget(const QStringList &modelIds);
    void sendSome();
    void ask();

    const Catalog &m_catalog;
    QHash<QString, quint32> m_numbers;
    QStringList m_waiting;
    qsizetype m_next = 0; //!< In m_waiting.
    QTimer m_nextTurn;
    QTimer m_quiet; //!< Nobody searches: memory can go.
    std::optional<Question> m_question;
    std::shared_ptr<std::atomic_bool> m_isUnwanted; //!< The question that is on its way.
    std::unique_ptr<StoreThread<TextWorker>> m_thread;
};

} // namespace modelscribe
