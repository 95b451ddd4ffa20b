// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/many/manypage.h"
#include "ui/many/verbrow.h"

class QVBoxLayout;

namespace modelscribe {

//! A tab whose part of the edit is a list of verbs, one done after the other.
class VerbRowsPage : public ManyPage
{
    Q_OBJECT

public:
    explicit VerbRowsPage(QWidget *parent = nullptr);

    void recount() override;
    bool showFirstProblem() override;
    void takeFocus() override;
    const QList<VerbRow *> &rows() const { return m_rows; }

protected:
    //! To be called when the rest of it is built.
    void retranslate();
    //! For what stands below the verbs.
    QVBoxLayout &below() const { return *m_below; }

    virtual qsizetype countIn(const BatchEdit &edit) const = 0;
    virtual VerbRow *makeRow() = 0;
    virtual void show(VerbRow &row, const BatchEdit &edit, qsizetype i) = 0;
    virtual void take(const VerbRow &row, BatchEdit &edit, qsizetype i) const = 0;
    virtual void remove(BatchEdit &edit, qsizetype i) const = 0;
    virtual void add(BatchEdit &edit, int kind) const = 0;
    virtual QList<VerbButton::Choice> kinds() const = 0;
    virtual QString addText() const = 0;
    //! What of the edit is counted here.
    virtual BatchEdit partOf(const BatchEdit &edit) const = 0;
    virtual const QList<BatchEffect> &effectsIn(const BatchEffects &effects) const = 0;

    void takeSession() override { takeEdit(); }
    void takeEdit() override;
    void changeEvent(QEvent *event) override;

private:
    void addRow();
    void addVerb(int kind);
    void showEffects();

    QVBoxLayout *m_rowsColumn;
    QVBoxLayout *m_below;
    VerbButton *m_add;
    QList<VerbRow *> m_rows;
    BatchEdit m_counted;
    BatchEffectsCounting m_effects;
};

} // namespace modelscribe
