// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/labelcleanup.h"
#include "session/labelplan.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;

namespace modelscribe {

class CleanupList;
class ElidedLabel;
class LabelRename;
class LabelUsesModel;
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
    LabelUsesTable &keys() const { return *m_keys; }
    LabelUsesTable &values() const { return *m_values; }
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
    QWidget *makeColumn(QWidget *head, QWidget *table, LabelRename *rename);
    QWidget *makeHead(QLabel *title, QLabel *about, QWidget *more = nullptr);
    QWidget *makeFooter();
    void connectTables();
    void retranslate();
    void takeConnection();
    void takeScope();
    void takeUses();
    void showUses(const LabelUses &uses);
    void showKey();
    void find(const QString &text);
    void refreshHeads();
    void refreshFooter();
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
    LabelUsesModel *m_keysModel;
    LabelUsesModel *m_valuesModel;
    QLabel *m_title;
    ElidedLabel *m_where;
    QLineEdit *m_find;
    QLabel *m_keysTitle;
    QLabel *m_keysAbout;
    QLabel *m_valuesTitle;
    QLabel *m_valuesAbout;
    QLabel *m_cleanupTitle;
    QLabel *m_cleanupAbout;
    LabelUsesTable *m_keys;
    LabelUsesTable *m_values;
    LabelRename *m_keyRename;
    LabelRename *m_valueRename;
    RenameKeeping *m_renames;
    CleanupList *m_cleanup;
    QSplitter *m_columns;
    MessageStrip *m_strip;
    QLabel *m_changes;
    ElidedLabel *m_says;
    QPushButton *m_discard;
    QPushButton *m_review;
    LabelUses m_uses;
    QList<LabelSuggestion> m_suggestions;
    QTimer m_usesSoon;
    int m_round = 0; //!< Of looking for suggestions.
};

} // namespace modelscribe
