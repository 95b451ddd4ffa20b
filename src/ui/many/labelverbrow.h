// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/batchedit.h"
#include "ui/many/verbrow.h"

#include <functional>

class QLabel;

namespace modelscribe {

class SuggestionEdit;

//! One verb of labels with its key and values.
class LabelVerbRow : public VerbRow
{
    Q_OBJECT

public:
    //! What keys and values there are to choose from.
    struct Offers
    {
        std::function<QStringList()> keys;
        std::function<QStringList(const QString &key)> values;
    };

    explicit LabelVerbRow(const Offers &offers, QWidget *parent = nullptr);

    const LabelVerb &labelVerb() const { return m_verb; }
    void setLabelVerb(const LabelVerb &verb);
    void takeFocus() override;
    void retranslate() override;

    static QString kindText(LabelVerb::Kind kind);

protected:
    QString missingText() const override;
    QString wrongText() const override;
    QString countText(int changed, int models) const override;
    void showNote(const BatchEffect &effect) override;

private:
    void takeTexts();
    void choose(LabelVerb::Kind kind);
    void refresh();

    LabelVerb m_verb;
    SuggestionEdit *m_key;
    QLabel *m_equals;
    SuggestionEdit *m_value;
    QLabel *m_arrow;
    SuggestionEdit *m_newText;
    bool m_isShowing = false;
};

} // namespace modelscribe
