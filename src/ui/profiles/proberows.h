// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace modelscribe {

class CheckRow;
class ServiceProbe;

//! How far a check of a service is: a line for each question, with what came back and what follows.
class ProbeRows : public QWidget
{
    Q_OBJECT

public:
    explicit ProbeRows(QWidget *parent = nullptr);

    void show(const ServiceProbe &probe);
    //! The line of the question that is asked now, or nullptr.
    QWidget *running() const { return m_running; }

private:
    QVBoxLayout *m_column;
    std::vector<CheckRow *> m_rows;
    QWidget *m_running = nullptr;
};

} // namespace modelscribe
