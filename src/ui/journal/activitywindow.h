// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;

namespace modelscribe {

class JournalView;
class Workbench;

//! What was written, of all models and registries, beside the main window.
class ActivityWindow : public QDialog
{
    Q_OBJECT

public:
    ActivityWindow(Workbench &workbench, int days, QWidget *parent = nullptr);

    JournalView &view() const { return *m_view; }
    void setDays(int days); //!< Without telling.

signals:
    //! The person chose for how long entries are kept; 0: for ever.
    void daysChosen(int days);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void nameDays();

    JournalView *m_view;
    QComboBox *m_days;
};

} // namespace modelscribe
