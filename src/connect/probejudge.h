// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/client.h"
#include "connect/updatejudge.h"
#include "model/permissions.h"
#include "model/registeredmodel.h"

#include <optional>

namespace modelscribe {

//! Makes findings, and the rules of a service, of the answers to a check's calls. Needs no network.
class ProbeJudge
{
public:
    //! \p known: what stays where a question is not settled.
    explicit ProbeJudge(const ServiceRules &known = {});

    const QList<ProbeFinding> &findings() const { return m_found.all(); }
    const ServiceRules &rules() const { return m_found.rules; }

    //! Whether \p call is to be sent after what came so far.
    bool wants(const ProbeCall &call) const;
    void begin(ProbeQuestion question) { m_found.begin(question); }
    void take(const ProbeCall &call, const Result<Response> &answer);
    //! Headers of an answer that said "too many".
    void takeThrottled(const QByteArray &retryAfter, const QByteArray &vendorRetryAfter);
    //! No more comes: what is open will not be tried.
    void end();

private:
    Q_DISABLE_COPY_MOVE(ProbeJudge)

    void takePermissions(const Result<Response> &answer);
    void takeUnknownId(const Result<Response> &answer);
    void takePage(const ProbeCall &call, const Result<Response> &answer);
    void takePublicPage(const ProbeCall &call, const Result<Response> &answer);
    void takeCreated(const Result<Response> &answer);
    //! That \p call was refused is an answer as good as that it was taken, which is \p taken.
    void takeEither(const ProbeCall &call, const Result<Response> &answer, const QByteArray &taken);
    void takeCreatedSame(const ProbeCall &call, const Result<Response> &answer);
    void takeFound(const ProbeCall &call, const Result<Response> &answer);
    void takeSorted(const ProbeCall &call, const Result<Response> &answer);
    void takePublished(const Result<Response> &answer);
    void lookForTimes(const RegisteredModel &model);

    ProbeFindings m_found;
    UpdateJudge m_updates;
    QString m_knownGoneCode;
    std::optional<Permissions> m_permissions;
    bool m_isPageRefused = false;
    bool m_hasTooFew = false;
    bool m_isNameFound = false;
    bool m_foundNothing = false;
    bool m_hasVersion = false;
};

} // namespace modelscribe
