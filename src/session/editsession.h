// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modelchecks.h"
#include "core/modeldiff.h"
#include "core/registeredmodel.h"
#include "session/modelmerge.h"

#include <QObject>

namespace modelscribe {

//! The edits of one model (or of one still to be created): what the registry holds and what the
//! person wants. Dirty is "the difference is not empty", never a flag.
class EditSession : public QObject
{
    Q_OBJECT

public:
    explicit EditSession(RegisteredModel base, QObject *parent = nullptr);
    //! For a model to be created in \p workspaceId.
    static EditSession *forNewModel(const QString &workspaceId, QObject *parent = nullptr);

    bool isNew() const { return m_base.id.isEmpty(); }
    bool isReadOnly() const { return m_base.isReadOnly(); }
    const QString &modelId() const { return m_base.id; }
    const RegisteredModel &base() const { return m_base; }
    const ModelMetadata &edited() const { return m_edited; }

    FieldValue value(const ModelField &field) const { return field.read(m_edited); }
    void setValue(const ModelField &field, const FieldValue &value);
    void setLabels(const QList<Label> &labels);
    void resetField(const ModelField &field);
    void resetLabels();
    void revert();

    bool isChanged(const ModelField &field) const;
    bool areLabelsChanged() const;
    qsizetype changeCount() const;
    bool isDirty() const { return changeCount() > 0; }
    const QList<Problem> &problems() const; //!< Of fields and labels, see modelchecks.h.

    //! The registry now holds \p now; \p sent is what the person had agreed to. What was typed
    //! since \p sent stays as an edit, everything else follows \p now.
    void rebase(const RegisteredModel &now, const ModelMetadata &sent);
    //! The registry moved to \p now while there are edits: both are merged, and where they clash
    //! \p decisions says what counts (the registry's where it says nothing).
    void merge(const RegisteredModel &now, const QHash<QString, MergeSide> &decisions = {});
    //! The registry moved while nothing was edited, or the person takes the registry's state.
    void replaceBase(const RegisteredModel &now);

signals:
    void valueChanged(const modelscribe::ModelField *field); //!< nullptr: the labels.
    void changed();                                          //!< Anything: values, base, problems.

private:
    void take(const RegisteredModel &base, const ModelMetadata &edited);

    RegisteredModel m_base;
    ModelMetadata m_edited;
    mutable std::optional<QList<Problem>> m_problems;
};

} // namespace modelscribe
