// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/catalogwalk.h"
#include "registry/pagereader.h"
#include "registry/syncprogress.h"
#include "store/modelcachestate.h"

#include <QElapsedTimer>
#include <QSet>
#include <QStringList>

#include <memory>
#include <vector>

namespace modelscribe {

class CatalogCopy;
class GoneCheck;
class PageIntake;

//! Reads all pages of the list, oldest first, as often as it takes, and removes from the catalog
//! what is gone: the only one that does. registry/catalogsync.h tells why it goes as it goes.
//!
//! It is over at the last page, whichever that is, or at an error; a single page that cannot be
//! decoded is left out, and its error told at the end.
class FullPass : public QObject
{
    Q_OBJECT

public:
    //! \p copy, if any, notes the pages.
    FullPass(Connection &connection, Catalog &catalog, PageIntake &intake, CatalogCopy *copy,
             const PageReaderOptions &options, qsizetype mostAskedAlone, QObject *parent = nullptr);
    ~FullPass() override;

    void start();
    //! At the last page of \p interrupted, to see whether it is as it was.
    void goOnWith(const CachedPass &interrupted);
    void stop(); //!< For good; finished() does not come.

    //! Why it is not the whole list.
    const std::optional<Error> &error() const { return m_error; }
    //! How far it is; where another one may go on.
    const CachedPass &place() const { return m_place; }
    qint64 expectedCount() const { return m_expected; } //!< TotalCount.
    SyncProgress progress() const { return m_pace.progress(m_expected); }
    int pagesRead() const { return m_pagesRead; }

signals:
    void progressed(); //!< With each page.
    void finished();

private:
    void begin();
    void readFrom(int first);
    void takePage(const PageReader::Page &page);
    void takeFailedPage(int number, const Error &error);
    void noteForLater(int number, const QStringList &ids);
    void lookForMoves(const QStringList &ids);
    void noteTotal(int number, const operations::ModelPage &page);
    bool isLastPage(const operations::ModelPage &page, bool broughtNew);
    void endPass(bool isWhole);
    bool isUnlisted(const RegisteredModel &model) const;
    bool wasEverListed(const QString &modelId) const;
    void takeUnlisted();
    void beginNextPass();
    void checkGone(const QStringList &modelIds);
    void takeGone();
    void finish();

    QPointer<Connection> m_connection;
    Catalog &m_catalog;
    PageIntake &m_intake;
    CatalogCopy *m_copy;
    qsizetype m_mostAskedAlone;
    PageReader m_pages;
    CatalogWalk m_walk; //!< For models that no page named.
    std::unique_ptr<GoneCheck> m_check;
    std::optional<Error> m_error;
    CachedPass m_place;
    qint64 m_expected = 0;
    SyncPace m_pace;
    QElapsedTimer m_time;
    int m_pagesRead = 0;
    bool m_isStopped = false;

    quint64 m_began;                           //!< Catalog::now() of this pass.
    QSet<QString> m_listed;                    //!< Ids of the pages of this pass.
    std::vector<QSet<QString>> m_listedBefore; //!< The same of those before.
    QStringList m_expectedOnPage; //!< What the page that is read again named the last time.
    int m_pass = 1;
    int m_pageSize = 0;         //!< As many as the first page had.
    int m_pagesWithoutNews = 0; //!< In a row.
    int m_failedPages = 0;      //!< In a row.
    bool m_hasGap = false;      //!< A page did not come.
    bool m_shrank = false;      //!< TotalCount went down, so later models moved to earlier pages.
    std::optional<qint64> m_total;
};

} // namespace modelscribe
