// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/client.h"
#include "api/operations.h"
#include "registry/saveplan.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <chrono>
#include <optional>

namespace modelscribe {

//! Looks for the model that a create made whose answer was lost: one of exactly this name and
//! content that was not there before and is not older than the create. Sends no write.
class CreatedSearch : public QObject
{
    Q_OBJECT

public:
    //! Before each look; none: it gives up at once.
    using Pauses = QList<std::chrono::milliseconds>;

    CreatedSearch(Client &client, const SavePlan &plan, Pauses pauses, QObject *parent = nullptr);

    //! Of models of this name before the create.
    void exclude(const QSet<QString> &ids) { m_before = ids; }
    //! When it was sent, by this computer's clock; \p clockSkew: seconds to the service's.
    void setSentAt(const QDateTime &time, qint64 clockSkew);

    void start() { look(); }
    //! Gives up instead of looking once more.
    void stop() { m_stopped = true; }

    //! The last look saw all there is.
    bool sawAll() const { return m_sawAll; }
    //! One of this name and time, but of other content: it may be ours, changed by somebody since.
    const std::optional<RegisteredModel> &alike() const { return m_alike; }
    //! Of the last look that failed.
    const std::optional<Error> &error() const { return m_error; }

signals:
    void found(const QString &id); //!< One of the two, once.
    void gaveUp();

private:
    template<typename T>
    void ask(const Operation<T> &operation, void (CreatedSearch::*take)(const Result<T> &));
    void look();
    void takeNames(const Result<operations::ModelPage> &page);
    void tryNext();
    void takeCandidate(const Result<RegisteredModel> &model);
    bool isOurs(const RegisteredModel &model) const;

    QPointer<Client> m_client;
    SavePlan m_plan;
    Pauses m_pauses;
    QSet<QString> m_before;
    QDateTime m_oldest; //!< By the service's clock.
    QList<RegisteredModel> m_candidates;
    std::optional<RegisteredModel> m_alike;
    std::optional<Error> m_error;
    bool m_sawAll = false;
    bool m_stopped = false;
};

} // namespace modelscribe
