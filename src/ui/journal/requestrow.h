// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/journalmodel.h"

#include <QWidget>

class QLabel;

namespace modelscribe {

class ElidedLabel;

//! One request of a past save: how it ended, what it was, and what support asks for.
class RequestRow : public QWidget
{
    Q_OBJECT

public:
    explicit RequestRow(const PastRequest &request, QWidget *parent = nullptr);

    QString text() const; //!< All of it, as a screen reader says it.

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PastRequest m_request;
};

} // namespace modelscribe
