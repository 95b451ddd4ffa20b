// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/catalogwalk.h"
#include "registry/pagereader.h"

#include <QDateTime>
#include <QSet>

#include <memory>

namespace modelscribe {

class GoneCheck;

//! Reads the list by the time of the last modification, newest first, until all that follows is
//! known: a few pages instead of all. No document says that the service sorts so, and there is no
//! saying what it does with a word it does not know, so what comes back has to prove it.
//!
//! It is over at the first page that names only models the catalog has, unmodified, all from before
//! \p knownUntil; never at the first page of all. Then it counts only if
//! - the times of modification never rise, and fall at least once, over all pages that came;
//! - the times of creation rise and fall on them, so it is not the order of creation, up or down;
//! - no model that the catalog has with a later time was left out, unless it is gone by now.
//! And it is not the whole truth when TotalCount went down on the way or is not what the catalog
//! has at the end: then something was deleted, which this order cannot show, or came unseen.
class NewestPass : public QObject
{
    Q_OBJECT

public:
    enum class End {
        Known,      //!< The catalog is as the registry.
        Unknown,    //!< It may be, but only all pages can tell.
        NotInOrder, //!< The service does not sort so, or nothing proves that it does.
        Failed      //!< See error().
    };
    using Put = std::function<void(const QList<RegisteredModel> &models, quint64 asked)>;

    //! \p put takes a page into \p catalog.
    NewestPass(Connection &connection, Catalog &catalog, const PageReaderOptions &options,
               const QDateTime &knownUntil, Put put, QObject *parent = nullptr);
    ~NewestPass() override;

    void start();
    void stop(); //!< For good; finished() does not come.

    End end() const { return m_end; }
    const std::optional<Error> &error() const { return m_error; }
    int pagesRead() const { return m_pagesRead; }

signals:
    void finished();

private:
    void takePage(const PageReader::Page &page);
    bool takeOrder(const QList<RegisteredModel> &models);
    bool isKnown(const QList<RegisteredModel> &models) const;
    bool isProven() const;
    void checkLeftOut();
    bool isLeftOut(const RegisteredModel &model) const;
    void askForLeftOut();
    void takeLeftOut();
    void compareCount();
    void finish(End end);

    QPointer<Connection> m_connection;
    Catalog &m_catalog;
    qint64 m_knownUntil; //!< These are in seconds: some times have no more.
    Put m_put;
    PageReader m_pages;
    std::unique_ptr<GoneCheck> m_check;
    End m_end = End::Unknown;
    std::optional<Error> m_error;
    int m_pagesRead = 0;
    quint64 m_began = 0; //!< Catalog::now().
    CatalogWalk m_walk;  //!< For models that were left out.
    bool m_isStopped = false;

    QSet<QString> m_listed;
    std::optional<qint64> m_total;
    bool m_shrank = false;
    QString m_oldest; //!< As it was sent.
    std::optional<qint64> m_lastModified;
    std::optional<qint64> m_lastCreated;
    bool m_modifiedFell = false;
    bool m_createdRose = false;
    bool m_createdFell = false;
};

} // namespace modelscribe
