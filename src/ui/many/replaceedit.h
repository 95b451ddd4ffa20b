// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/textreplacement.h"

#include <QWidget>

class QToolButton;

namespace modelscribe {

class LineEdit;
class TrialRows;
class TrialView;

//! What is looked for and what is put in its place, with a trial on real texts that follows each
//! key.
class ReplaceEdit : public QWidget
{
    Q_OBJECT

public:
    explicit ReplaceEdit(QWidget *parent = nullptr);

    TextReplacement replacement() const;
    void setReplacement(const TextReplacement &replacement);
    void setTrialTexts(const QStringList &texts);
    //! The sentence why it is none; empty when it is one, or nothing is looked for yet.
    QString problemText() const;

signals:
    void edited(); //!< By the person.

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeEdit();
    void retranslate();

    LineEdit *m_find;
    LineEdit *m_with;
    QToolButton *m_isExpression;
    QToolButton *m_matchCase;
    TrialRows *m_rows;
    TrialView *m_trial;
    bool m_isSetting = false;
};

} // namespace modelscribe
