// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/saving.h"

#include <memory>

namespace modelscribe {

class Access;
class BatchKeeper;
class BatchRevert;
class BatchStore;
class Batches;
class CatalogCopy;
class CatalogSync;
class CatalogText;
class ExtraInfoVocabulary;
class LabelNotes;
class SavedSearches;
class ValuesInUse;

//! What one window works with: a connection, its catalog, and the edit sessions of all models
//! touched. Owns them and what works on them, and hands them out; has no widgets in it.
class Workbench : public QObject
{
    Q_OBJECT

public:
    explicit Workbench(ClientOptions options = {}, QObject *parent = nullptr);
    ~Workbench() override;

    //! Where drafts, the journal and batches are kept from now on; nullptr: nowhere. Before
    //! connectTo(). All must outlive the workbench.
    void keepIn(DraftStore *drafts, Journal *journal, BatchStore *batches = nullptr);
    Journal *journal() const;
    //! Where copies of registries' lists are; empty: nowhere. Before connectTo().
    void keepCopiesIn(const QString &folder);

    //! Drops the old connection. Edit sessions of other connections are kept and come back with
    //! them.
    void connectTo(const ConnectionSettings &settings);
    Connection *connection() const { return m_connection.get(); }
    Catalog *catalog() const { return m_catalog.get(); }
    //! Who may change what there; nullptr without a connection. Goes with it.
    Access *access() const { return m_access.get(); }
    //! Reads the catalog from the connection; nullptr without one.
    CatalogSync *catalogSync() const { return m_sync.get(); }
    //! Of the catalog, for searching; nullptr without one. Goes with it.
    CatalogText *catalogText() const { return m_text.get(); }
    //! Of the catalog, for suggestions and facets; nullptr without one. Goes with it.
    ValuesInUse *valuesInUse() const { return m_valuesInUse.get(); }
    //! Of the catalog; nullptr without one. Goes with it.
    ExtraInfoVocabulary *extraInfoVocabulary() const { return m_vocabulary.get(); }
    //! Of whoever sits here, whatever the connection is.
    SavedSearches &searches() const;
    //! Of the workspace in use.
    LabelNotes &labelNotes() const;
    Readings &readings() const;
    DraftKeeper &drafts() const;
    Saving &saving() const;
    Batches &batches() const;
    //! Drafts of edits of many models.
    BatchKeeper &batchDrafts() const;

    //! The session of a model of the catalog; the same object each time while it holds edits.
    //! Reads the model once more in the background (a list may leave members out) and takes that
    //! over while nothing is edited. nullptr when neither the catalog nor a draft knows the id.
    EditSession *open(const QString &modelId);
    EditSession *createNew();
    //! A new model with the values of \p session, for one that is gone from the registry. That
    //! session stays until it is discarded.
    EditSession *copyAsNew(const EditSession &session);
    //! What takes the run with this ChangeSet::id back, not started; nullptr without a connection
    //! or a journal.
    std::unique_ptr<BatchRevert> revertOf(const QUuid &group) const;
    //! nullptr when there is none with this EditSession::draftId() in this connection.
    EditSession *findDraft(const QString &draftId) const;
    //! Models of this connection with unsaved edits, new ones included.
    QList<EditSession *> dirtySessions() const;
    //! The same of connections that are not in use now; asked for before quitting.
    QList<EditSession *> dirtySessionsElsewhere() const;
    //! Has editors hand in what they have not yet.
    void flushAll() const;
    //! Drafts of single models and of many: ends when all are on the disk, or with the reason why
    //! not.
    QFuture<Result<std::monostate>> keepAll();
    void setSaveOptions(SaveRunOptions options);
    //! See ClientOptions: of the connection in use and of those to come.
    void setCallLimits(int readsPerSecond, int writesPerSecond, int maxAttempts);

signals:
    void connectionChanged();
    void draftsChanged(); //!< The set of dirty sessions.

    //! The copy of the list cannot be written, or can again.
    void copyFailed(const modelscribe::Error &error);
    void copyRecovered();
    void copyReplaced(); //!< It was damaged and is begun anew.

private:
    void useCopy();

    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Access> m_access;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<CatalogCopy> m_copy;
    std::unique_ptr<CatalogSync> m_sync;
    std::unique_ptr<CatalogText> m_text;
    std::unique_ptr<ValuesInUse> m_valuesInUse;
    std::unique_ptr<ExtraInfoVocabulary> m_vocabulary;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace modelscribe
