// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/places.h"
#include "registry/saveplan.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QStringList>

namespace modelscribe::testing {

//! What two people have typed and what came of it in the registry, kept apart from the code that is
//! tried. Every typed value is there once only, so it says itself who typed it where.
class EditorsTruth
{
public:
    //! A save of one person as the truth sees it.
    struct Save
    {
        QString who;
        QString model;
        SavePlan plan;
        Places base;
        Places edited;
        QHash<QString, QSet<QString>> known; //!< What the person had seen at a place when saving.
        int checkedAt = -1;                  //!< When the answer to its check was made.
        ModelMetadata verified;              //!< As the registry was when it was read back.
    };
    struct Counts
    {
        int accepted = 0;  //!< Places written and found held.
        int knowingly = 0; //!< Others' values overwritten by one who had seen them.
        int unseen = 0;    //!< Landed between check and write, at the same place.
        int undone = 0;    //!< The same by an ExtraInfo that is sent whole.
        int takenOver = 0; //!< Landed between check and read-back, at another place.
        int reported = 0;  //!< Landed between write and read-back, at the same place.
        int saves = 0;
        int conflicts = 0;
    };

    void start(const QString &model, const ModelMetadata &metadata);
    void typed(const QString &model, const QString &place, const QString &value);
    const ModelMetadata &held(const QString &model) const { return m_models.find(model)->held; }
    int now() const { return m_now; }

    //! A write of \p save has changed the model to \p after.
    void written(const Save &save, SaveStep::Kind kind, const ModelMetadata &after);
    void saved(const Save &save, const SaveOutcome &outcome);

    Counts counts;
    //! The first thing that was wrong.
    QString problem;
    void complain(const QString &what);

private:
    struct Writer
    {
        QString who;
        int at = 0;
    };
    struct Model
    {
        ModelMetadata held;
        QHash<QString, QSet<QString>> typed;
        QHash<QString, Writer> writers;
    };

    void judge(const Save &save, SaveStep::Kind kind, const Model &model, const QString &place,
               const QString &old, const QString &value);

    QHash<QString, Model> m_models;
    int m_now = 0;
};

} // namespace modelscribe::testing
