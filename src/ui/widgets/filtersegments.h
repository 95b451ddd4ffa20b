// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QButtonGroup;

namespace modelscribe {

//! Buttons of which one is chosen, each with how many rows it leaves.
class FilterSegments : public QWidget
{
    Q_OBJECT

public:
    struct Segment
    {
        QString name;
        qint64 count = 0;
        bool isShown = true;
    };

    explicit FilterSegments(int count, QWidget *parent = nullptr);

    //! As many as there are; names in the language of now.
    void setSegments(const QList<Segment> &segments);
    void choose(int segment); //!< Without telling.

signals:
    void chosen(int segment); //!< By the person.

private:
    QButtonGroup *m_buttons;
};

} // namespace modelscribe
