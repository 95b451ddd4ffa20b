// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edit/suggestionedit.h"

namespace modelscribe {

//! A line of many models: while they differ, a button at its end and Down show their values.
class ManyLine : public LineEdit
{
    Q_OBJECT

public:
    explicit ManyLine(QWidget *parent = nullptr);

    void setDifferent(bool isDifferent, const QString &buttonName);

signals:
    void valuesRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    IconButton *m_values;
};

//! The same with suggestions, which a button shows as soon as there is one value to be set.
class ManySuggestionLine : public SuggestionEdit
{
    Q_OBJECT

public:
    explicit ManySuggestionLine(QWidget *parent = nullptr);

    void setDifferent(bool isDifferent, const QString &buttonName);

signals:
    void valuesRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    IconButton *m_values;
};

} // namespace modelscribe
