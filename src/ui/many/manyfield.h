// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/batcheffects.h"
#include "lists/manyvalues.h"
#include "session/batchsession.h"
#include "ui/many/verbframe.h"
#include "ui/widgets/fieldeditor.h"

#include <QPointer>

#include <functional>

namespace modelscribe {

class NumberingEdit;
class ReplaceEdit;

//! One field of many models: left alone until a verb is chosen or something is typed, which means
//! Set. What is typed is in the session's edit with each key.
class ManyField : public VerbFrame
{
    Q_OBJECT

public:
    //! Some texts of the field, to try a pattern on.
    using TrialTexts = std::function<QStringList(const ModelField &)>;

    //! \p editor holds the value of most verbs; the frame takes it.
    ManyField(const ModelField &field, QWidget &editor, TrialTexts trialTexts);

    const ModelField &field() const { return m_field; }
    QWidget &editor() const { return m_editor.widget(); }

    void setSession(BatchSession *session);
    void setValues(const ManyValues &values, bool isCounted);
    //! Of the verb of now, among \p models.
    void setEffect(const BatchEffect &effect, int models, bool isCounted);
    //! The models are others: what a pattern is tried on, too.
    void refreshTrial();
    //! Why the edit cannot be reviewed with it; empty when it can.
    QString problemText() const;
    void takeFocus();
    void retranslate();

signals:
    //! The selection shall be the models with this value only.
    void narrowRequested(const QString &value);

private:
    std::optional<FieldVerb> fieldVerb() const;
    void put(const std::optional<FieldVerb> &verb);
    void takeValue();
    void takeReplacement();
    void takeNumbers();
    void choose(int id);
    QList<VerbButton::Choice> choices() const;
    bool isDifferent() const;
    QString wrongText() const;
    void refresh();
    void refreshEditors(const std::optional<FieldVerb> &verb);
    void refreshValue(const std::optional<FieldVerb> &verb);
    void refreshNote(const std::optional<FieldVerb> &verb);
    void showValues();

    const ModelField &m_field;
    FieldEditor &m_editor;
    TrialTexts m_trialTexts;
    // Each made when its verb is first chosen.
    ReplaceEdit *m_replace = nullptr;
    NumberingEdit *m_numbering = nullptr;
    QPointer<BatchSession> m_session;
    const ManyValues *m_values = nullptr;
    std::optional<QString> m_common;
    qsizetype m_differentCount = 0;
    BatchEffect m_effect;
    int m_models = 0;
    bool m_areValuesCounted = false;
    bool m_isEffectCounted = false;
    bool m_isShowing = false;
    bool m_isOther = false; //!< What is about to be shown is of another session.
};

} // namespace modelscribe
