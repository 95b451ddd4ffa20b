// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/figurescounting.h"

#include "core/timeslice.h"
#include "lists/modeltablemodel.h"

namespace modelscribe {

namespace {

constexpr int settling = 200; // ms: pages arrive many times a second

} // namespace

FiguresCounting::FiguresCounting(const ModelTableModel &models, QObject *parent)
    : QObject(parent)
    , m_models(models)
{
    m_nextTurn.setSingleShot(true);
    m_nextTurn.setInterval(0);
    connect(&m_nextTurn, &QTimer::timeout, this, &FiguresCounting::countSome);
    m_soon.setSingleShot(true);
    m_soon.setInterval(settling);
    connect(&m_soon, &QTimer::timeout, this, &FiguresCounting::begin);
    // What was counted of these rows may be counted twice, or be gone.
    const auto again = [this] {
        if (!m_isOn)
            return;
        m_nextTurn.stop();
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&models, &QAbstractItemModel::modelReset, this, again);
    connect(&models, &QAbstractItemModel::layoutChanged, this, again);
    connect(&models, &QAbstractItemModel::rowsRemoved, this, again);
    connect(&models, &ModelTableModel::searched, this, again);
}

void FiguresCounting::setOn(bool on)
{
    if (on == m_isOn)
        return;
    m_isOn = on;
    if (on) {
        begin();
    } else {
        m_nextTurn.stop();
        m_soon.stop();
        m_isCounting = false;
        m_figures.reset();
    }
}

void FiguresCounting::begin()
{
    m_soon.stop();
    // As queries read months.
    m_counter = ModelFiguresCounter(QTimeZone::systemTimeZone());
    m_next = 0;
    m_isCounting = true;
    m_nextTurn.start();
}

void FiguresCounting::countSome()
{
    if (m_models.search().isFinding())
        return; // the rows are of an older query; it tells when there are others
    const int count = m_models.rowCount();
    for (TimeSlice slice; m_next < count && !slice.isOver(); ++m_next)
        m_counter.add(m_models.modelAt(m_next));
    if (m_next < count) {
        m_nextTurn.start();
        return;
    }
    m_isCounting = false;
    m_figures = m_counter.figures();
    emit changed();
}

} // namespace modelscribe

#include "moc_figurescounting.cpp"
