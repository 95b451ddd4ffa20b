// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/journalmodel.h"
#include "model/modelmerge.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QWidget;

namespace modelscribe {

class EditSession;
class Workbench;

//! Takes back past changes: makes a draft of what was before, and asks where the same was changed
//! since. It writes nothing; the draft goes through check and review like any other.
class Reverting : public QObject
{
    Q_OBJECT

public:
    //! What came of it.
    enum class Outcome {
        Draft,   //!< The session holds it now.
        Nothing, //!< All of it is as it was before already.
        Gone,    //!< The model is not there; the session is a new one with what was before.
        Failed   //!< No session.
    };

    Reverting(Workbench &workbench, QWidget &window);

    //! Why \p entry cannot be taken back now, one sentence; empty when it can.
    static QString whyNot(const PastChange &change, const Workbench &workbench);

    void start(const PastChange &change);

signals:
    //! Before anything is changed: the person should see the model.
    void modelRequested(const QString &modelId);
    //! \p reason only when it failed.
    void ended(modelscribe::Reverting::Outcome outcome, modelscribe::EditSession *session,
               const modelscribe::PastChange &change, const QString &reason);

private:
    void takeBack(EditSession *session, const PastChange &change,
                  const QHash<QString, MergeSide> &decisions = {});
    void apply(EditSession &session, const PastChange &change,
               const QHash<QString, MergeSide> &decisions, const Result<ModelMerge> &merge);
    void ask(EditSession &session, const PastChange &change, const ModelMerge &merge);
    void createAgain(const PastChange &change);
    void fail(const PastChange &change, const QString &reason);

    Workbench &m_workbench;
    QWidget &m_window;
};

} // namespace modelscribe
