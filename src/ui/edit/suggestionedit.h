// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tasksuggestions.h"
#include "ui/widgets/lineedit.h"

#include <QList>

#include <functional>

class QCompleter;
class QStandardItemModel;

namespace modelscribe {

class IconButton;

//! A line with a list of suggestions, found by any part of value or title. It never restricts and
//! never changes what was typed; only choosing from the list does.
//!
//! Not an editable QComboBox: that one replaces a typed "NLP" by "nlp" when it is left.
class SuggestionEdit : public LineEdit
{
    Q_OBJECT

public:
    using Provider = std::function<QList<Suggestion>()>;

    explicit SuggestionEdit(QWidget *parent = nullptr);

    //! Asked when the list is about to be shown, at most once a visit of the field.
    void setSuggestions(Provider provider);
    //! \p name of the button that shows all suggestions.
    void setListName(const QString &name);
    //! Without it Down opens the list all the same.
    void setListButtonVisible(bool isVisible);
    FieldEditor *fieldEditor() override;

public slots:
    void showAll();

signals:
    void choosing(); //!< What comes now is from the list.

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    //! Closes the list; what is marked in it becomes the text.
    void takeMarked();

private:
    void refill();
    void suggest(const QString &typed);
    void openList();
    void choose(const QString &value);

    Provider m_provider;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    IconButton *m_all;
    bool m_stale = true;
    bool m_choosing = false;
};

} // namespace modelscribe
