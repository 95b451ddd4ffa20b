// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelmerge.h"
#include "model/registeredmodel.h"

#include <QDialog>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QPushButton;

namespace modelscribe {

//! The three-way view: what both sides changed since the model was opened, with a choice for each,
//! and what only the other side changed. Writes nothing; the choices lead to another review.
class ConflictDialog : public QDialog
{
    Q_OBJECT

public:
    //! About \p merge, a merge without decisions of \p theirs.
    ConflictDialog(const ModelMerge &merge, const RegisteredModel &theirs,
                   QWidget *parent = nullptr);

    //! What the three values are: edits made while the registry moved (mine, theirs), or a past
    //! change to be taken back (before it, now).
    enum class Subject { Edits, PastChange };
    void setSubject(Subject subject);

    const ModelMerge &merge() const { return m_merge; }
    const QHash<QString, MergeSide> &decisions() const { return m_decisions; }
    void decide(const QString &key, MergeSide side);

signals:
    //! Every clash is decided; the dialog is gone right after.
    void decided(const modelscribe::RegisteredModel &theirs,
                 const QHash<QString, modelscribe::MergeSide> &decisions);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void buildRows(QGridLayout &grid);
    QWidget *choice(const MergeClash &clash);
    QString placeText(const MergeClash &clash) const;
    void retranslate();
    void nameEdits();
    void namePastChange();
    void refresh();

    struct Row
    {
        QString key;
        QLabel *place;
        QPushButton *theirs;
        QPushButton *mine;
    };

    Subject m_subject = Subject::Edits;
    RegisteredModel m_theirs;
    ModelMerge m_merge;
    QHash<QString, MergeSide> m_decisions;
    QList<Row> m_rows;
    QLabel *m_heading;
    QLabel *m_explanation;
    QLabel *m_taken;
    QLabel *m_status;
    QLabel *m_columns[3] = {};
    QPushButton *m_allTheirs;
    QPushButton *m_allMine;
    QPushButton *m_keep;
    QPushButton *m_continue;
};

} // namespace modelscribe
