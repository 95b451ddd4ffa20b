// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingstable.h"

#include <QWidget>

class QPushButton;

namespace modelscribe {

class StepLine;

//! A number between two buttons; it can be typed as well.
class StepBox : public QWidget
{
    Q_OBJECT

public:
    explicit StepBox(const Setting &setting, QWidget *parent = nullptr);

    int value() const;
    void setValue(int value); //!< Without telling.
    void retranslate();

signals:
    void chosen(int value); //!< By the person.

private:
    void step(int by);
    void updateButtons();

    const Setting &m_setting;
    QPushButton *m_less;
    StepLine *m_line;
    QPushButton *m_more;
};

} // namespace modelscribe
