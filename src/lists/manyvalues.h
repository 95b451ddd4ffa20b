// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/modelwalk.h"
#include "model/modelfields.h"

#include <QHash>
#include <QSet>

#include <array>

namespace modelscribe {

//! What many models hold: how often each value, and who of them cannot be changed.
struct ManyValues
{
    using Counts = QHash<QString, int>;
    struct Use
    {
        QString value;
        int models = 0;

        friend bool operator==(const Use &, const Use &) = default;
    };
    struct LabelUse
    {
        Label label;
        int models = 0;

        friend bool operator==(const LabelUse &, const LabelUse &) = default;
    };

    int models = 0;
    int readOnly = 0;
    int drafts = 0; //!< That can be changed and have one of their own.
    //! Of those that can be changed, in the order of modelFields; none of ExtraInfo.
    std::array<Counts, modelFields.size()> fields;
    QHash<std::pair<QString, QString>, int> labels; //!< Of all.

    int changeable() const { return models - readOnly; }
    const Counts &of(const ModelField &field) const;
    //! The value that all of them have; nullopt: they differ, or there are none.
    std::optional<QString> common(const ModelField &field) const;
    //! Most used first, equally used ones in the order of their texts.
    QList<Use> ranked(const ModelField &field, qsizetype most) const;
    QList<LabelUse> rankedLabels(qsizetype most) const;

    void add(const RegisteredModel &model, bool hasDraft);
};

//! Counts the values of chosen models and follows their catalog. The last values stay until newer
//! ones are whole.
class ManyValuesCounting : public QObject
{
    Q_OBJECT

public:
    explicit ManyValuesCounting(QObject *parent = nullptr);

    //! \p ids of \p catalog, which may be none.
    void setModels(const Catalog *catalog, const QStringList &ids);
    void setDrafts(const QSet<QString> &ids);

    //! Otherwise values() are of before, or of nothing yet.
    bool isCounted() const { return !m_walk.isUnderWay(); }
    const ManyValues &values() const { return m_values; }

signals:
    void changed(); //!< Also when counting begins.

private:
    void begin();
    void follow(const QStringList &ids);

    QPointer<const Catalog> m_catalog;
    QStringList m_ids;
    QSet<QString> m_drafts;
    ManyValues m_values;
    ManyValues m_working;
    ModelWalk m_walk;
    QTimer m_soon;
};

} // namespace modelscribe
