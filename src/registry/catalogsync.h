// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/catalog.h"
#include "registry/connection.h"
#include "registry/firstreads.h"
#include "registry/pageintake.h"
#include "registry/pagereader.h"
#include "registry/syncprogress.h"
#include "store/modelcachestate.h"

#include <QPointer>

#include <optional>

// How the registry's list comes into a catalog.
//
// The registry gives its models by pages, oldest first, and does not stand still meanwhile: models
// come, move to an earlier page and go while the pages are asked for. Others put into the same
// catalog what a save or a single read has just shown.
//
//      Idle ──refresh()──→ Loading ──last page──→ Ready
//                             │  ↑
//      an error, cancel(): Failed ──refresh()
//
// All pages of 100,000 models take a minute of the quota that everybody shares, and most refreshes
// find little. So refreshNewest() begins with what was modified last (NewestPass, a few pages), and
// ends there when that is the whole truth. It is not, and all pages follow, when
// - nothing was ever read to its end, so there is nothing to be newer than;
// - TotalCount says that something is gone: only a pass over all pages removes models;
// - all pages were read more than a day ago. Not everything moves the time of modification, and no
//   document says what does; a service may also sort wrongly where nobody looks;
// - the person asked for all (Then::All), who then sees at once what changed lately;
// - the service does not sort so. That is found out once a connection, at the first refresh that
//   has something to compare with, and each time anew while it holds.
// The list of a provider is not begun at all when all of it was read within a day, unless the
// person asks: it is nobody's work and changes seldom.
//
// What was modified before the last reading began is known. By the service's clock that is as sure
// as signed requests are: it refuses those of a clock that is wrong by more than 15 minutes.
//
// Beside a pass over many pages the models that somebody looks at are read by themselves, a few of
// them (FirstReads, readFirst()): they may be named by the last page only.
//
// A refresh first waits until the catalog is filled from its copy, if it has one. A pass over all
// pages (FullPass) asks for page 1, 2, 3, … (PageReader: several at once) and puts each into the
// catalog, one after the other. What is there from before stays until its successor comes. The end
// is an empty page, or as many models as TotalCount says, or pages that bring nothing new: the
// count may be anything (contract section 9), so it never ends a list by itself that goes on, and
// never keeps one going that has ended. When it went down on the way, models have moved to pages
// that were read already, and all pages are read once more.
//
// Models that no page named are gone, or they moved while a deletion and a creation left the count
// as it was. Few are asked for by themselves (GoneCheck). For many all pages are read once more,
// and only what is missing again goes.
//
// A page that cannot be decoded is left out and told as the error at the end; a second one in a
// row, and any other error, ends the refresh. A refresh that is stopped has an error too,
// Kind::Cancelled. The next one goes on at the last page that came, when it is not long ago and the
// page still names the same models; also after the program was killed, since the copy notes the
// pages.
//
// What may never happen:
// - A model leaves the catalog because a page did not come, or because it moved.
// - A page that was asked for before a save or a deletion was told undoes it.
// - An answer to an earlier refresh, connection or workspace is put in.
// - Pages are asked for without end.
namespace modelscribe {

class CatalogCopy;
class FullPass;
class NewestPass;

//! The bounds; tests narrow them.
struct CatalogSyncOptions
{
    PageReaderOptions pages;
    std::chrono::minutes goOnWithin{30}; //!< Since a pass that was interrupted began.
    qsizetype mostAskedAlone = 100;      //!< Models that no page named.
    std::chrono::hours allEvery{24};     //!< See above.
    qsizetype fewModels = 300;           //!< Whose pages are read as fast as the newest ones.
};

//! Reads what a connection lists into a catalog, and again when asked to. Another scope empties the
//! catalog.
class CatalogSync : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Loading, Ready, Failed };
    enum class From { LastPage, FirstPage }; //!< Where a refresh begins after an interrupted one.
    enum class Then { Enough, All };         //!< Once the newest are known to be all that is new.

    //! \p catalog and \p copy must live as long; the copy's, if any, is begun to be filled from.
    CatalogSync(Connection &connection, Catalog &catalog, CatalogCopy *copy = nullptr,
                CatalogSyncOptions options = {}, QObject *parent = nullptr);
    ~CatalogSync() override;

    State state() const { return m_state; }
    //! Why loading failed, or stopped half-way.
    const std::optional<Error> &error() const { return m_error; }
    qint64 expectedCount() const; //!< TotalCount while all pages are read, else 0.
    SyncProgress progress() const;
    //! When the last reading began that came to its end, also in an earlier run of the program.
    QDateTime loadedAt() const { return m_knownUntil; }
    //! Pages that were read since the last refresh() began.
    int pagesRead() const;

    //! Reads all pages. Drops a refresh that is under way.
    void refresh(From from = From::LastPage);
    //! The same, but begins with what was modified last, and may end with it.
    void refreshNewest(Then then);
    void cancel();
    //! Somebody looks at these; they may be read before the others while a refresh goes on.
    void readFirst(const QStringList &modelIds);

signals:
    void stateChanged();
    void progressed(); //!< With each page.

private:
    void useCopy();
    void takeFilled();
    void start(From from, std::optional<Then> newest);
    void begin();
    bool isReadLately() const;
    bool areAllReadLately(const QDateTime &now) const;
    bool beginNewest();
    void takeNewest();
    void dropNewest();
    bool mayBeEnough() const;
    void beginAll();
    void takeAll();
    void dropAll();
    bool canGoOn() const;
    void changeScope();
    void reset(State state);
    void stop();
    void fail(const Error &error);
    void settle(State state);
    void noteSynced();
    void noteAllSynced();

    QPointer<Connection> m_connection;
    Catalog &m_catalog;
    CatalogCopy *m_copy;
    CatalogSyncOptions m_options;
    PageIntake m_intake;
    NewestPass *m_newest = nullptr; //!< While it goes on.
    FullPass *m_all = nullptr;      //!< The same.
    FirstReads m_first;
    QStringList m_inSight;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    int m_pagesRead = 0; //!< By passes that are over.
    From m_from = From::LastPage;
    std::optional<Then> m_then; //!< Of a refresh that begins with the newest.
    bool m_cannotSort = false;  //!< This service does not list the newest first.
    QDateTime m_began;          //!< What is read now.
    QDateTime m_knownUntil;     //!< See loadedAt().
    QDateTime m_allReadAt;      //!< The same over all pages.
    //! Where the next refresh may go on.
    std::optional<CachedPass> m_interrupted;
};

} // namespace modelscribe
