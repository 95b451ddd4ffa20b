// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/extrainfoedit.h"
#include "ui/many/verbrow.h"

#include <functional>

class QLabel;

namespace modelscribe {

class DescriptionEdit;
class LineEdit;
class SuggestionEdit;

//! One verb at a place of ExtraInfo.
class ExtraVerbRow : public VerbRow
{
    Q_OBJECT

public:
    //! Which places there are to choose from.
    using Offers = std::function<QStringList()>;

    explicit ExtraVerbRow(const Offers &offers, QWidget *parent = nullptr);

    const ExtraInfoEdit &extraEdit() const { return m_edit; }
    void setExtraEdit(const ExtraInfoEdit &edit);
    void takeFocus() override;
    void retranslate() override;

    static QString kindText(ExtraInfoEdit::Kind kind);
    //! "Source.name", "CoverUris[0]": as a person types a place. What is none yet becomes the name
    //! of a member, so that nothing that was typed is lost.
    static QString placeText(const JsonPath &path);
    static JsonPath placeIn(const QString &text);

protected:
    QString missingText() const override;
    QString wrongText() const override;
    QString countText(int changed, int models) const override;
    void showNote(const BatchEffect &effect) override;

private:
    bool hasValue() const;
    void takeTexts();
    void choose(ExtraInfoEdit::Kind kind);
    void quote();
    void refresh();

    ExtraInfoEdit m_edit;
    SuggestionEdit *m_place;
    QLabel *m_sign;
    DescriptionEdit *m_value;
    LineEdit *m_key;
    bool m_isShowing = false;
};

} // namespace modelscribe
