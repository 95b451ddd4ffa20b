// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/many/extraverbrow.h"
#include "ui/many/verbrowspage.h"

class QLabel;

namespace modelscribe {

//! What is to become of places of the ExtraInfo of many models.
class ManyExtraInfo : public VerbRowsPage
{
    Q_OBJECT

public:
    explicit ManyExtraInfo(const ExtraVerbRow::Offers &offers, QWidget *parent = nullptr);

protected:
    qsizetype countIn(const BatchEdit &edit) const override { return edit.extraInfo.size(); }
    VerbRow *makeRow() override { return new ExtraVerbRow(m_offers); }
    void show(VerbRow &row, const BatchEdit &edit, qsizetype i) override;
    void take(const VerbRow &row, BatchEdit &edit, qsizetype i) const override;
    void remove(BatchEdit &edit, qsizetype i) const override { edit.extraInfo.removeAt(i); }
    void add(BatchEdit &edit, int kind) const override;
    QList<VerbButton::Choice> kinds() const override;
    QString addText() const override { return tr("Change ExtraInfo"); }
    BatchEdit partOf(const BatchEdit &edit) const override { return {.extraInfo = edit.extraInfo}; }
    const QList<BatchEffect> &effectsIn(const BatchEffects &effects) const override
    {
        return effects.extraInfo;
    }
    void changeEvent(QEvent *event) override;

private:
    ExtraVerbRow::Offers m_offers;
    QLabel *m_hint;
};

} // namespace modelscribe
