// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfields.h"
#include "model/querycompletion.h"
#include "model/registeredmodel.h"

#include <QDeadlineTimer>
#include <QHash>

namespace modelscribe {

struct RegistryTarget;

//! The values that models of a list's copy have, those that most have first: for completion.
class CopyValues
{
public:
    //! Of what is listed of \p target, or of the public models of \p provider; as many as are read
    //! until \p deadline. None where there is no copy; see peekAtModelCache().
    static CopyValues read(const RegistryTarget &target, const QString &provider,
                           const QDeadlineTimer &deadline);

    const QList<RegisteredModel> &models() const { return m_models; }
    QList<QueryCandidate> valuesOf(const ModelField &field) const;
    QList<QueryCandidate> valuesOf(const QueryField &field) const;
    QList<QueryCandidate> labelKeys() const;
    QList<QueryCandidate> labelValues(const QString &key) const;

private:
    QList<RegisteredModel> m_models; //!< Those that came last first.
};

} // namespace modelscribe
