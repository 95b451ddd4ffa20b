// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/batcheffects.h"
#include "ui/many/verbframe.h"

class QHBoxLayout;

namespace modelscribe {

class IconButton;

//! One verb of a list of them, with its editors in a line and a button that takes it away.
class VerbRow : public VerbFrame
{
    Q_OBJECT

public:
    explicit VerbRow(QWidget *parent = nullptr);

    //! What the verb comes to among \p models.
    void setEffect(const BatchEffect &effect, int models, bool isCounted);
    //! Why the edit cannot be reviewed with it; empty when it can.
    QString problemText() const;
    virtual void takeFocus() = 0;
    virtual void retranslate();

signals:
    void edited(); //!< By the person.
    void removeRequested();

protected:
    QHBoxLayout &line() const { return *m_line; }
    //! What is still to be typed; what is wrong.
    virtual QString missingText() const = 0;
    virtual QString wrongText() const = 0;
    //! "to 13 of 34"
    virtual QString countText(int changed, int models) const = 0;
    //! A word about the effect, when there is one.
    virtual void showNote(const BatchEffect &effect);
    void refreshNote();

private:
    QHBoxLayout *m_line;
    IconButton *m_remove;
    BatchEffect m_effect;
    int m_models = 0;
    bool m_isCounted = false;
};

} // namespace modelscribe
