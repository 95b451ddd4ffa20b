// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace modelscribe {

class ElidedLabel;

//! A verb that is one of several: its menu is made when it is wanted.
class VerbButton : public QPushButton
{
    Q_OBJECT

public:
    struct Choice
    {
        int id = 0;
        QString text;
        bool isNow = false;
    };

    explicit VerbButton(QWidget *parent = nullptr);

    //! \p subject: what it is about, for screen readers.
    void setVerb(const QString &subject, const QString &verb, bool isChanged);
    void setChoices(std::function<QList<Choice>()> choices) { m_choices = std::move(choices); }
    void openMenu();

signals:
    void chosen(int id);

private:
    std::function<QList<Choice>()> m_choices;
};

//! What stands around the editors of one verb: its name, the button of the verb, the bar of a
//! change, and below what it comes to.
class VerbFrame : public QWidget
{
    Q_OBJECT

public:
    static constexpr int indent = 16; //!< From the left edge to the editor.

    enum class NoteKind { Plain, Warning, Error };
    //! What the line above the editors begins with; the other stands at its end.
    enum class First { Label, Verb };

    explicit VerbFrame(First first, QWidget *parent = nullptr);

    //! Where the editors are put.
    QVBoxLayout &content() const { return *m_content; }
    //! Puts \p widget there; Tab comes to it before what the note offers below.
    void addContent(QWidget &widget);
    VerbButton &verb() const { return *m_verb; }
    //! Of the bar from the left edge: 0 at the edge of a pane, more inside.
    void setBarOffset(int offset) { m_barOffset = offset; }
    void setLabel(const QString &text);
    void setLabelChanged(bool isChanged); //!< Its colour.
    void setChanged(bool isChanged);
    bool isChanged() const { return m_isChanged; }
    //! The sentence below; an empty one goes. \p action: what can be done about it.
    void setNote(const QString &text, NoteKind kind = NoteKind::Plain, const QString &action = {});
    QString note() const;

signals:
    void noteActionRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    ElidedLabel *m_label;
    VerbButton *m_verb;
    QVBoxLayout *m_content;
    QWidget *m_noteRow;
    QLabel *m_noteIcon;
    QLabel *m_note;
    QPushButton *m_noteAction;
    int m_barOffset = 0;
    bool m_isChanged = false;
};

} // namespace modelscribe
