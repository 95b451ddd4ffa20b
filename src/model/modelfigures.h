// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <QHash>
#include <QMap>
#include <QTimeZone>

#include <limits>

namespace modelscribe {

//! What many models are like, in numbers: a value without behaviour, for tables and charts.
struct ModelFigures
{
    //! How many models have a value; the empty value is "not set".
    struct Count
    {
        QString value;
        int models = 0;

        friend bool operator==(const Count &, const Count &) = default;
    };

    //! Millions of parameters, from the first to before the last. The classes are thirds and whole
    //! powers of ten: 1, 3, 10, 30, 100 and so on, so they are as wide as each other on a log
    //! scale.
    struct SizeClass
    {
        qint64 from = std::numeric_limits<qint64>::min(); //!< What is below 1 is one class.
        qint64 to = std::numeric_limits<qint64>::max();
        int models = 0;

        bool isOpen() const { return from == std::numeric_limits<qint64>::min(); }
        //! As a query takes it; sizes are whole numbers.
        QString range() const;

        friend bool operator==(const SizeClass &, const SizeClass &) = default;
    };

    struct Month
    {
        int year = 0;
        int month = 0;
        int models = 0;

        QString text() const; //!< 2026-03

        friend bool operator==(const Month &, const Month &) = default;
    };

    //! How many models have something in a field.
    struct Filled
    {
        QString field; //!< The service's name; Labels is among them.
        int models = 0;

        friend bool operator==(const Filled &, const Filled &) = default;
    };

    int models = 0;
    //! Most frequent first, equally frequent ones in the order of their texts.
    QList<Count> domains;
    QList<Count> tasks;
    QList<Count> types;
    QList<Count> accessibilities;
    QList<Count> origins;
    //! From the smallest to the largest there is, without gaps.
    QList<SizeClass> sizes;
    int withoutSize = 0; //!< Not set, or no number of parameters.
    //! Created in; without gaps, unless that makes more than 50 years.
    QList<Month> months;
    int withoutMonth = 0; //!< No time that can be read.
    QList<Filled> filled; //!< Each field of the table but for the name, then Labels.
    int filledWhole = 0;  //!< Models that have all of these.

    friend bool operator==(const ModelFigures &, const ModelFigures &) = default;
};

//! Counts models one by one, so that many can be counted in slices or beside other work.
class ModelFiguresCounter
{
public:
    //! Months are those of \p zone.
    explicit ModelFiguresCounter(const QTimeZone &zone = QTimeZone::utc());

    void add(const RegisteredModel &model);
    ModelFigures figures() const;

private:
    using Counts = QHash<QString, int>;

    void addSize(const QString &size);
    void addMonth(const QString &created);
    void addFilled(const ModelMetadata &metadata);

    QTimeZone m_zone;
    int m_models = 0;
    Counts m_domains;
    Counts m_tasks;
    Counts m_types;
    Counts m_accessibilities;
    Counts m_origins;
    QMap<qint64, int> m_sizes; //!< By where their class begins.
    QMap<int, int> m_months;   //!< By year * 12 + month - 1.
    QList<int> m_filled;
    int m_filledWhole = 0;
};

//! The figures of a range of models.
ModelFigures modelFigures(const auto &models)
{
    ModelFiguresCounter counter;
    for (const RegisteredModel &model : models)
        counter.add(model);
    return counter.figures();
}

} // namespace modelscribe
