// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfigures.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace modelscribe {

class ModelTableModel;

//! The figures of the models that the table shows, counted some a turn of the event loop. Follows
//! the table while it is on; the last figures stay until newer ones are whole.
class FiguresCounting : public QObject
{
    Q_OBJECT

public:
    //! \p models must outlive it.
    explicit FiguresCounting(const ModelTableModel &models, QObject *parent = nullptr);

    void setOn(bool on);
    //! nullopt: not counted yet.
    const std::optional<ModelFigures> &figures() const { return m_figures; }
    bool isCounting() const { return m_isCounting; }

signals:
    void changed();

private:
    void begin();
    void countSome();

    const ModelTableModel &m_models;
    ModelFiguresCounter m_counter;
    std::optional<ModelFigures> m_figures;
    int m_next = 0; //!< Row.
    bool m_isOn = false;
    bool m_isCounting = false;
    QTimer m_nextTurn;
    QTimer m_soon;
};

} // namespace modelscribe
