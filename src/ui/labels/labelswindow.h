// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/labelcleanup.h"
#include "session/labelplan.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QLabel;
class QLineEdit;
class QSplitter;

namespace modelscribe {

class CleanupList;
class ElidedLabel;
class LabelColumn;
class LabelPanel;
class LabelPlanBar;
class LabelUsesTable;
class MessageStrip;
class RenameKeeping;
class ValuesInUse;
class Workbench;

//! All labels of a workspace with how many models have them, and what might be put in order. What
//! is changed here is gathered and reviewed like any change of many models. While a provider's
//! models are listed, which are read-only, it shows their labels and offers no change.
class LabelsWindow : public QDialog
{
    Q_OBJECT

public:
    explicit LabelsWindow(Workbench &workbench, QWidget *parent = nullptr);
    ~LabelsWindow() override;

    LabelPlan &plan() const { return *m_plan; }
    LabelUsesTable &keys() const;
    LabelUsesTable &values() const;
    CleanupList &cleanup() const { return *m_cleanup; }

signals:
    void reviewRequested(modelscribe::BatchSession *session);
    //! The models that have a label shall be shown in the list.
    void searchRequested(const QString &query);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar();
    void connectColumns();
    void retranslate();
    void takeConnection();
    void takeScope();
    void takeUses();
    void showUses(const LabelUses &uses);
    void showKey();
    void find(const QString &text);
    void refreshHeads();
    void showTaken();
    void remove(const QList<LabelVerb> &verbs);
    void add(const QList<LabelVerb> &verbs);
    void takeColors();
    void showModels(const QString &key, const std::optional<QString> &value);
    bool isWhole() const;
    QString provider() const;
    void showColumns();

    Workbench &m_workbench;
    QPointer<ValuesInUse> m_valuesInUse;
    LabelPlan *m_plan;
    QLabel *m_title;
    ElidedLabel *m_where;
    QLineEdit *m_find;
    LabelColumn *m_keys;
    LabelColumn *m_values;
    LabelPanel *m_cleaning;
    CleanupList *m_cleanup;
    RenameKeeping *m_renames;
    QSplitter *m_columns;
    MessageStrip *m_strip;
    LabelPlanBar *m_planBar;
    LabelUses m_uses;
    QList<LabelSuggestion> m_suggestions;
    QTimer m_usesSoon;
    int m_round = 0; //!< Of looking for suggestions.
};

} // namespace modelscribe
