// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/many/labelverbrow.h"
#include "ui/many/verbrowspage.h"

class QFrame;
class QLabel;

namespace modelscribe {

class LabelBars;

//! The labels of many models: what is to become of them, and below what they are now.
class ManyLabels : public VerbRowsPage
{
    Q_OBJECT

public:
    //! \p inUse: offered behind those of the chosen models.
    explicit ManyLabels(const LabelVerbRow::Offers &inUse, QWidget *parent = nullptr);

    void setValues(const ManyValues &values, bool isCounted) override;

protected:
    qsizetype countIn(const BatchEdit &edit) const override { return edit.labels.size(); }
    VerbRow *makeRow() override;
    void show(VerbRow &row, const BatchEdit &edit, qsizetype i) override;
    void take(const VerbRow &row, BatchEdit &edit, qsizetype i) const override;
    void remove(BatchEdit &edit, qsizetype i) const override { edit.labels.removeAt(i); }
    void add(BatchEdit &edit, int kind) const override;
    QList<VerbButton::Choice> kinds() const override;
    QString addText() const override { return tr("Change labels"); }
    BatchEdit partOf(const BatchEdit &edit) const override { return {.labels = edit.labels}; }
    const QList<BatchEffect> &effectsIn(const BatchEffects &effects) const override
    {
        return effects.labels;
    }
    void changeEvent(QEvent *event) override;

private:
    QStringList keys() const;
    QStringList valuesOf(const QString &key) const;
    void refreshBars();

    LabelVerbRow::Offers m_inUse;
    const ManyValues *m_values = nullptr;
    bool m_isCounted = false;
    QFrame *m_line;
    QLabel *m_title;
    QLabel *m_models;
    LabelBars *m_bars;
};

} // namespace modelscribe
