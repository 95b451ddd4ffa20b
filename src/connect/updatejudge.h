// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/client.h"
#include "connect/probefindings.h"
#include "model/registeredmodel.h"

#include <optional>

namespace modelscribe {

//! Makes findings of updates: what was sent, what the service said to it, and what it holds then.
class UpdateJudge
{
public:
    //! \p found must live as long.
    explicit UpdateJudge(ProbeFindings &found)
        : m_found(found)
    {
    }

    //! Whether \p call, one of an update, is to be sent after what came so far.
    bool wants(const ProbeCall &call) const;
    bool isRefused() const { return m_isRefused; }
    bool areOmittedGone() const { return m_omittedGo; }
    bool isExtraInfoMerged() const { return m_isMerged; }
    //! As it was read last.
    const RegisteredModel &base() const { return m_base; }

    void takeCreated(const RegisteredModel &model) { m_base = model; }
    void takeRestored(const ProbeCall &call, const Result<Response> &answer);
    void takeWritten(const ProbeCall &call, const Result<Response> &answer);
    //! Its answer, when there was a model in it.
    std::optional<RegisteredModel> takeReadBack(const ProbeCall &call,
                                                const Result<Response> &answer);
    void takeShortName(const Result<Response> &answer);

private:
    void leaveNotTaken(ProbeQuestion question);
    void judge(ProbeQuestion question, const RegisteredModel &now);
    void judgeOmitted(const ModelMetadata &now);
    void judgeClear(ProbeQuestion question, bool isCleared);
    void judgeClearText();
    void judgeExtraInfo(const JsonText &now);
    void judgeSpelling(const JsonText &sent, const JsonText &now);
    void judgeLabels(const ModelMetadata &now);
    void refusedWrite(ProbeQuestion question, const Error &error);

    ProbeFindings &m_found;
    RegisteredModel m_base;
    QByteArray m_sent; //!< The body of the last write.
    bool m_isRefused = false;
    bool m_isWritten = false;
    std::optional<Error> m_lost; //!< Nobody knows whether the last write came to pass.
    bool m_omittedGo = false;    //!< Found in this check; the same of the next.
    bool m_isMerged = false;
    //! What it needs could not be restored, so its answer would mislead.
    std::optional<ProbeQuestion> m_unprepared;
};

} // namespace modelscribe
