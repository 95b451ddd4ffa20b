// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <list>

namespace modelscribe {

//! The models of one workspace by their ids, in memory, as the registry last showed them. Knows no
//! connection: CatalogSync fills it, saves and single reads put in what they learnt.
//!
//! What it tells it tells by ids and once a call; the models are as told by then. A model stays at
//! its address until all have heard that it was removed.
class Catalog : public QObject
{
    Q_OBJECT

public:
    explicit Catalog(QObject *parent = nullptr);
    ~Catalog() override;

    //! In the order they came.
    const std::list<RegisteredModel> &models() const { return m_models; }
    qsizetype size() const { return qsizetype(m_models.size()); }
    bool isEmpty() const { return m_models.empty(); }
    const RegisteredModel *find(const QString &modelId) const;

    //! A hash that grows moves all it has, which takes long at 100,000: whoever knows how many
    //! models are to come says so first, and who keeps something of each makes as much room.
    void makeRoomFor(qsizetype count);
    qsizetype room() const { return m_places.capacity(); }

    //! Adds them, or takes them over where they are known; one without id is left out.
    void upsert(const QList<RegisteredModel> &models);
    void upsert(const RegisteredModel &model) { upsert(QList{model}); }
    //! Adds those that are not known: as they were once, which is before every now().
    void addKept(const QList<RegisteredModel> &models);
    void remove(const QStringList &modelIds);
    void remove(const QString &modelId) { remove(QStringList{modelId}); }
    void clear();

    //! A moment: each upsert() from now on is after it, also one that changes nothing.
    quint64 now() { return ++m_clock; }
    bool isUpsertedSince(quint64 moment, const QString &modelId) const;

signals:
    void added(const QStringList &modelIds);
    void changed(const QStringList &modelIds);
    void removed(const QStringList &modelIds);

private:
    using Models = std::list<RegisteredModel>;
    struct Place
    {
        Models::iterator model;
        quint64 upserted = 0; //!< By m_clock.
    };

    Place &add(const RegisteredModel &model);
    void shareTexts(RegisteredModel &model);
    void share(QString &text);

    Models m_models;
    QSet<QString> m_texts; //!< That many models have, each once in memory.
    QHash<QString, Place> m_places;
    quint64 m_clock = 0;
};

} // namespace modelscribe
