// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/comparison.h"

#include <QPointer>
#include <QStringList>

namespace modelscribe {

class EditSession;
class Workbench;

//! Which models are compared, and what comes of it: follows the catalog and what is edited, and
//! copies values into drafts. It never writes to a registry.
class Comparing : public QObject
{
    Q_OBJECT

public:
    explicit Comparing(Workbench &workbench, QObject *parent = nullptr);

    //! The first mostCompared of those that there are.
    void setModels(const QStringList &modelIds);
    const QStringList &modelIds() const { return m_ids; }
    void add(const QString &modelId);
    void remove(const QString &modelId);

    const Comparison &comparison() const { return m_comparison; }
    //! The comparison is of earlier models or values: another one is being made.
    bool isWorking() const { return m_isWorking; }
    //! Of the compared models, those with a draft.
    QList<EditSession *> drafts() const;

    //! What \p source has there becomes an edit of \p target; copied() or refused() says what came
    //! of it. A long ExtraInfo takes a moment.
    void copy(const ComparedPlace &place, const QString &source, const QString &target);

signals:
    void changed();
    void copied(const QString &modelId);
    void refused(const QString &modelId, const modelscribe::Error &error);

private:
    std::optional<ComparedModel> now(const QString &modelId) const;
    void follow();
    void refresh();
    void take(Comparison &&comparison, quint64 asked);

    Workbench &m_workbench;
    QStringList m_ids;
    Comparison m_comparison;
    quint64 m_asked = 0; //!< Of several comparisons only the last one counts.
    bool m_isWorking = false;
    bool m_isRefreshing = false; //!< As soon as what goes on now is done.
};

} // namespace modelscribe
