// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreecolumns.h"

#include "ui/json/tree/jsontreemodel.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>
#include <cmath>

namespace modelscribe {

namespace {

constexpr int typeWidth = 110;
constexpr int typeShownFrom = 460; //!< The value matters more.

} // namespace

JsonTreeColumns::JsonTreeColumns(QTableView &view)
    : QObject(&view)
    , m_view(view)
{
    QHeaderView *header = view.horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setMinimumSectionSize(60);
    header->setSectionResizeMode(JsonTreeModel::KeyColumn, QHeaderView::Interactive);
    header->setSectionResizeMode(JsonTreeModel::ValueColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(JsonTreeModel::TypeColumn, QHeaderView::Fixed);
    view.setColumnWidth(JsonTreeModel::TypeColumn, typeWidth);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int size) {
        if (!m_isFitting && column == JsonTreeModel::KeyColumn)
            m_keyShare = double(size) / std::max(m_view.viewport()->width(), 1);
        emit resized();
    });
}

void JsonTreeColumns::fit()
{
    const QScopedValueRollback guard(m_isFitting, true);
    const bool showsType = m_view.width() >= typeShownFrom;
    m_view.setColumnHidden(JsonTreeModel::TypeColumn, !showsType);
    const int room = m_view.viewport()->width() - (showsType ? typeWidth : 0) - 60;
    const int wanted = int(std::lround(m_keyShare * m_view.viewport()->width()));
    m_view.setColumnWidth(JsonTreeModel::KeyColumn, std::clamp(wanted, 60, std::max(room, 60)));
}

} // namespace modelscribe

#include "moc_jsontreecolumns.cpp"
