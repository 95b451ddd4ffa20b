// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/modelwalk.h"
#include "model/batchedit.h"

#include <QHash>

#include <vector>

namespace modelscribe {

//! What one verb comes to among many models.
struct BatchEffect
{
    int changed = 0; //!< Models that it makes others of.
    int failed = 0;  //!< That it cannot be done to.
    //! Of Add and Put: that have the key with another value. Of RenameKey: that have both keys. Of
    //! the name: that have the same as another one afterwards.
    int others = 0;
    //! The value that others have, as long as it is one.
    std::optional<QString> otherValue;
    int emptied = 0; //!< Of a field: that lose their value and get none.

    friend bool operator==(const BatchEffect &, const BatchEffect &) = default;
};

struct BatchEffects
{
    int models = 0;                    //!< That can be changed.
    QMap<QString, BatchEffect> fields; //!< By ModelField::key.
    QList<BatchEffect> labels;         //!< As BatchEdit's, each on what those before it leave.
    QList<BatchEffect> extraInfo;

    friend bool operator==(const BatchEffects &, const BatchEffects &) = default;
};

//! Works the verbs of an edit out one by one, by what BatchEdit itself does.
class BatchEffectsCounter
{
public:
    explicit BatchEffectsCounter(const BatchEdit &edit = {});

    //! \p place as BatchEdit::applied(). A model that is read-only is passed over.
    void add(const RegisteredModel &model, qsizetype place);
    BatchEffects effects() const;

private:
    struct Names
    {
        int models = 0;
        bool isAnyChanged = false;
    };

    void addFields(const ModelMetadata &metadata, qsizetype place);
    void addLabels(ModelMetadata metadata);
    void addExtraInfo(ModelMetadata metadata);

    BatchEdit m_edit;
    QList<std::pair<const ModelField *, BatchEdit>> m_fields; //!< Each verb as an edit.
    QList<BatchEdit> m_labels;
    QList<BatchEdit> m_extraInfo;
    BatchEffects m_effects;
    QHash<QString, Names> m_names; //!< What they are called afterwards.
    int m_tooLong = 0;             //!< Models with which the pattern went on and on.
};

//! Counts the effects of an edit on chosen models; an empty one has none. Call begin() again when
//! either moved.
class BatchEffectsCounting : public QObject
{
    Q_OBJECT

public:
    explicit BatchEffectsCounting(QObject *parent = nullptr);

    void begin(const Catalog *catalog, const QStringList &ids, const BatchEdit &edit);
    //! Otherwise effects() are those of an earlier edit.
    bool isCounted() const { return !m_walk.isUnderWay(); }
    const BatchEffects &effects() const { return m_effects; }

signals:
    void changed(); //!< Also when counting begins and takes a while.

private:
    BatchEffectsCounter m_counter;
    BatchEffects m_effects;
    ModelWalk m_walk;
};

} // namespace modelscribe
