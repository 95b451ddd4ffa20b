// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/comparison.h"

#include <QAbstractTableModel>

namespace modelscribe {

//! A comparison as a table: a column a model, a row a place, what differs first. Each of the two
//! parts begins with a row that says how many there are.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        MarkedRole = Qt::UserRole, //!< See ComparedValue.
        ChangedRole,
        SetRole,
        SectionRole, //!< The row begins a part.
        FixedRole    //!< Of a row's header: its title is no word but a path.
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(const Comparison &comparison);
    const Comparison &comparison() const { return m_comparison; }
    void setOnlyDifferences(bool only);
    bool onlyDifferences() const { return m_onlyDifferences; }

    //! nullptr for a row that begins a part.
    const ComparedRow *rowAt(int row) const;
    int rowOf(const ComparedPlace &place) const; //!< -1: it is not shown.
    //! What is shown, a line of names first; \p isMarkdown: as a Markdown table, else with tabs.
    QString asText(bool isMarkdown) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Shown
    {
        qsizetype row = -1; //!< Of the comparison; -1: a part begins.
        bool differs = false;
    };

    void arrange();
    QString sectionTitle(bool differs) const;
    QString inWords(const ComparedRow &row, int column) const;

    Comparison m_comparison;
    QList<Shown> m_shown;
    qsizetype m_differing = 0;
    bool m_onlyDifferences = false;
};

//! One line for the screen: "—" for what is not set, "(empty)" for an empty text that is.
QString comparedText(const ComparedPlace &place, const ComparedValue &value);

} // namespace modelscribe
