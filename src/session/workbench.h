// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/catalog.h"
#include "session/connection.h"
#include "session/editsession.h"
#include "session/saverun.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace modelscribe {

class ExtraInfoVocabulary;

//! What one window works with: a connection, its catalog, and the edit sessions of all models
//! touched. Everything the window can do that has no widgets in it.
class Workbench : public QObject
{
    Q_OBJECT

public:
    explicit Workbench(ClientOptions options = {}, QObject *parent = nullptr);
    ~Workbench() override;

    //! Drops the old connection. Edit sessions of other connections are kept and come back with
    //! them.
    void connectTo(const ConnectionSettings &settings);
    Connection *connection() const { return m_connection.get(); }
    Catalog *catalog() const { return m_catalog.get(); }
    //! Of the catalog; nullptr without one. Goes with it.
    ExtraInfoVocabulary *extraInfoVocabulary() const { return m_vocabulary.get(); }

    //! The session of a model of the catalog; the same object each time while it holds edits.
    //! Reads the model once more in the background (a list may leave members out) and takes that
    //! over while nothing is edited. nullptr when the catalog does not know the id.
    EditSession *open(const QString &modelId);
    EditSession *createNew();
    //! Reads the model of \p session again, unless that was done less than \p unlessWithin ago.
    void recheck(const EditSession *session,
                 std::chrono::milliseconds unlessWithin = std::chrono::seconds(30));
    //! Forgets a session and its edits.
    void discard(EditSession *session);
    //! Models of this connection with unsaved edits, new ones included.
    QList<EditSession *> dirtySessions() const;
    //! The same of connections that are not in use now; asked for before quitting.
    QList<EditSession *> dirtySessionsElsewhere() const;
    //! Has editors hand in what they have not yet.
    void flushAll() const;

    //! Starts the save that \p plan says for \p session; on success the session is rebased and the
    //! catalog updated. Only one run a session at a time: a second call returns the running one,
    //! which deletes itself after finished(). A save goes on when another connection is chosen.
    //! nullptr for a session of another connection.
    SaveRun *save(EditSession *session, const SavePlan &plan, bool allowSameName = false);
    SaveRun *runningSave(const EditSession *session) const;

    //! Deletes in the registry, then takes the model out of the catalog and drops its session.
    QFuture<Result<std::monostate>> deleteModel(const QString &modelId);

    //! Labels and values in use, for suggestions: keys, or the values of \p key; most used first.
    QStringList labelKeysInUse() const;
    QStringList labelValuesInUse(const QString &key) const;
    //! Values of a Suggestion field in use in the catalog, most used first.
    QStringList valuesInUse(const ModelField &field) const;

signals:
    void connectionChanged();
    void draftsChanged(); //!< The set of dirty sessions.
    //! A reading showed another state than the session's base, and something in it clashes with an
    //! edit. The session is left as it is.
    void movedInRegistry(modelscribe::EditSession *session,
                         const modelscribe::RegisteredModel &now);
    //! The same without a clash: the session holds both now. \p places as ModelMerge::fromTheirs.
    void mergedFromRegistry(modelscribe::EditSession *session, const QStringList &places);

private:
    EditSession *add(std::unique_ptr<EditSession> session);
    bool isSaving() const;
    void readAgain(const QString &modelId);
    void takeReading(const RegisteredModel &model);
    void takeCatalogRow(int row);
    void takeOutcome(SaveRun *run, EditSession *session, const QString &endpoint,
                     const SaveOutcome &outcome);
    void forget(const QString &modelId);

    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<ExtraInfoVocabulary> m_vocabulary;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace modelscribe
