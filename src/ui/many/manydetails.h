// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tasksuggestions.h"
#include "ui/many/manyfield.h"
#include "ui/many/manypage.h"

class QGridLayout;

namespace modelscribe {

//! The fields of many models but ExtraInfo, as the form of one model lays them out.
class ManyDetails : public ManyPage
{
    Q_OBJECT

public:
    using ValuesInUse = std::function<QStringList(const ModelField &)>;

    explicit ManyDetails(QWidget *parent = nullptr);

    //! Makes the next field; false when all are there, which is needed before anything else.
    bool buildNext();
    //! Where suggestions beside the listed ones come from.
    void setValuesInUse(ValuesInUse values) { m_valuesInUse = std::move(values); }
    void setValues(const ManyValues &values, bool isCounted) override;
    void recount() override;
    bool showFirstProblem() override;
    void takeFocus() override;
    ManyField *fieldOf(const QString &key) const;
    const QList<ManyField *> &fields() const { return m_fields; }

signals:
    void narrowRequested(const modelscribe::ModelField *field, const QString &value);

protected:
    void takeSession() override;
    void takeEdit() override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeEditor(const ModelField &field);
    QWidget *makeSuggesting(const ModelField &field);
    void showEffects();
    QStringList trialTexts(const ModelField &field) const;

    QGridLayout *m_grid;
    QList<ManyField *> m_fields;
    TaskSuggestions m_tasks;
    ValuesInUse m_valuesInUse;
    QMap<QString, FieldVerb> m_counted; //!< What the counts are of.
    BatchEffectsCounting m_effects;
};

} // namespace modelscribe
