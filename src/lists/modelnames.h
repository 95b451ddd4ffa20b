// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace modelscribe {

class Catalog;

//! Finds models by their names while one types, as they were when it was made.
class ModelNames : public QObject
{
    Q_OBJECT

public:
    struct Found
    {
        QString id;
        QString name;

        friend bool operator==(const Found &, const Found &) = default;
    };
    using Take = std::function<void(const QList<Found> &)>;

    explicit ModelNames(const Catalog &catalog, QObject *parent = nullptr);
    ~ModelNames() override;

    //! Calls \p take with those that have all words of \p typed in their name or id, at most
    //! \p most: names that begin with it, then those with a word that does, then the others. What
    //! was asked for before is dropped.
    void find(const QString &typed, qsizetype most, Take take);

private:
    struct Names;

    std::shared_ptr<Names> m_names;
    quint64 m_asked = 0;
};

} // namespace modelscribe
