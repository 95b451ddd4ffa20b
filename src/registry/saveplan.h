// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "model/modeldiff.h"
#include "model/registeredmodel.h"
#include "model/servicerules.h"

#include <QList>

#include <optional>

namespace modelscribe {

//! One request of a save.
struct SaveStep
{
    enum class Kind {
        CheckName,      //!< Create: is there a model of exactly this name already?
        CheckUnchanged, //!< Update: read again, compare with what was loaded.
        Create,
        UpdateFields,
        RemoveLabels,
        AddLabels,
        Verify //!< Read back and compare.
    };
    enum class State { Waiting, Running, Done, Failed, Unknown, Skipped };

    Kind kind;
    Request request;
    State state = State::Waiting;
    std::optional<Error> error;
    qsizetype count = 0; //!< Fields or labels it is about.
    //! Of RemoveLabels with the values they had, of AddLabels with those they get by it: without
    //! what the registry was found not to have taken, see SavePlan::replaceKept().
    QList<Label> labels = {};
    bool isFallback = false; //!< Not planned: see SavePlan::replaceKept().
    QString requestId = {};  //!< Of the last answer to it, if there was one.
    int httpStatus = 0;

    bool isWrite() const;
};

//! The ordered requests of one save, made before anything is sent and shown as they are.
//! Verify after Create has no id yet: its request is completed when the id is known.
struct SavePlan
{
    RegisteredModel base; //!< As loaded; id is empty for a new model.
    ModelMetadata edited;
    QString workspaceId;
    ServiceRules rules; //!< By which the requests were made.
    QList<SaveStep> steps = {};

    bool isCreate() const { return base.id.isEmpty(); }
    QList<FieldChange> fields() const { return fieldChanges(base.metadata, edited); }
    LabelChanges labels() const { return labelChanges(base.metadata.labels, edited.labels); }
    qsizetype changeCount() const { return countChanges(base.metadata, edited); }

    //! Fails (Invalid) when checkModel() finds an error or nothing changed.
    //! A read-only model is refused (Invalid) too. Labels that are gone are removed; one with
    //! another value is posted and, when \p rules say so, removed before.
    static Result<SavePlan> make(const RegisteredModel &base, const ModelMetadata &edited,
                                 const QString &workspaceId, const ServiceRules &rules = {});

    //! What is left when a part of it is done: the same changes without those that applied() holds,
    //! with a new check in front. Fails (Invalid) when nothing is left, and for a create.
    Result<SavePlan> rest() const;
    //! When labels were to be changed, the old ones are gone and the new ones surely did not come:
    //! puts the old ones back. nullopt in all other cases.
    std::optional<SavePlan> restoringLabels() const;

    //! Appends what is to be done about labels that were posted and still have the values of
    //! \p kept: remove, post and read back again.
    void replaceKept(const QList<Label> &kept);

    //! The base with what the steps that are Done have written, as far as is known without reading.
    RegisteredModel applied() const;
};

//! A field that the registry holds otherwise than was sent.
struct NotTaken
{
    const ModelField *field = nullptr; //!< nullptr: labels.
    FieldValue sent;
    FieldValue held;
};

//! What came of a save.
struct SaveOutcome
{
    enum class Result {
        Saved,      //!< Everything was sent and, unless notTaken says otherwise, is held.
        NotTaken,   //!< Sent, but read-back shows other values: see notTaken.
        Conflict,   //!< The model moved; nothing was written. See now.
        NameTaken,  //!< Create: a model of this name exists; nothing was written. See existing.
        Failed,     //!< Nothing was written.
        Partly,     //!< Some steps are done, the plan says which.
        Unknown,    //!< A write went out, its answer was lost and looking did not settle it.
        Unverified, //!< Written, but reading back failed.
        Cancelled   //!< Before anything was written.
    };

    Result result = Result::Failed;
    SavePlan plan; //!< With the state of each step.
    //! The model as the registry holds it, if it was read after the last write that was sent.
    std::optional<RegisteredModel> now;
    std::optional<RegisteredModel> existing; //!< NameTaken: the (newest) model of that name.
    QString createdId;                       //!< Create: the new id, when known.
    bool foundByName = false; //!< Create: the answer was lost, the model was found by its name.
    QList<NotTaken> notTaken;
    std::optional<Error> error;
};

} // namespace modelscribe
