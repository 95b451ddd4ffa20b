// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/batchedit.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace modelscribe {

//! How many models have each label.
struct LabelUses
{
    QHash<QString, int> keys;
    QHash<QString, QHash<QString, int>> values; //!< By key.

    qsizetype valueCount() const;

    friend bool operator==(const LabelUses &, const LabelUses &) = default;
};

//! A key, or a value of one, that was probably meant to be another.
struct LabelSuggestion
{
    //! In what they differ; each includes those before it.
    enum class Kind {
        Blanks,      //!< At the ends, or other ones between.
        Invisible,   //!< Characters that take no room.
        Composition, //!< The same letters, put together of other characters.
        FullWidth,   //!< And other forms of letters for compatibility.
        Case,
        Letters,    //!< Cyrillic or Greek ones that look like Latin ones.
        Separators, //!< _ - . / and blanks.
        OneLetter,
        UsedOnce //!< Not another one: values that only one model has, in once.
    };

    Kind kind = Kind::Case;
    QString key;
    std::optional<QString> value; //!< nullopt: it is about the key itself.
    QString with;                 //!< What it should be.
    int models = 0;
    QList<Label> once; //!< The first hundred.

    //! What makes it so; nothing for UsedOnce.
    std::optional<LabelVerb> verb() const;

    friend bool operator==(const LabelSuggestion &, const LabelSuggestion &) = default;
};

//! In the order of their kinds, those of more models first. Of texts that are the same but for
//! something the one that most models have is taken for what was meant. Takes a while with 100,000
//! values, on any thread.
QList<LabelSuggestion> labelSuggestions(const LabelUses &uses);

//! \p text with blanks at its ends as ␣ and what is invisible by marks.
QString visibleLabelText(const QString &text);

} // namespace modelscribe
