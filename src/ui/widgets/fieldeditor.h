// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/modelfields.h"
#include "json/jsonunfinished.h"

#include <QObject>

class QMenu;
class QPoint;
class QWidget;

namespace modelscribe {

//! Where in a field somebody is; what makes no sense for a kind of field is -1.
struct FieldSpot
{
    qint64 cursor = -1; //!< In characters, in an ExtraInfo in bytes.
    int row = -1;       //!< Cell, among labels.
    int column = -1;

    friend bool operator==(const FieldSpot &, const FieldSpot &) = default;
};

//! What a form asks of the widget that edits a field, whichever kind of widget it is. Each kind
//! says so once: it hands out its own as the property "fieldEditor".
class FieldEditor : public QObject
{
    Q_OBJECT

public:
    static constexpr auto propertyName = "fieldEditor";

    //! The one of \p widget; nullptr when that edits no field.
    static FieldEditor *of(const QWidget &widget);

    QWidget &widget() const { return m_widget; }

    //! Labels, which are no field of the table, have none.
    virtual FieldValue value() const { return {}; }
    //! Another state of the same model: cursor and what is in sight stay as far as they can.
    virtual void change(const FieldValue &) { }
    //! What another model holds, from its beginning on.
    virtual void replace(const FieldValue &) { }
    virtual void setReadOnly(bool readOnly) = 0;
    //! The value is so long that asking for it with each key would be felt.
    virtual bool isLong() const { return false; }
    //! A muted word about the value, if there is room for one.
    virtual void setHint(const QString &) { }

    //! What was typed and is held back is in value() then, or in unfinished().
    virtual void flush() { }
    virtual JsonUnfinished unfinished() const { return {}; }
    virtual void setUnfinished(const JsonUnfinished &) { }
    //! Closes what is open: the value of another model comes.
    virtual void endEditing() { }

    virtual FieldSpot spot() const { return {}; }
    //! As near as there is such a spot; the focus stays where it is.
    virtual void setSpot(const FieldSpot &) { }
    //! Focuses what was changed: the part of the value from \p begin to \p end.
    virtual void goToChange(qsizetype begin, qsizetype end);
    virtual void takeFocus();

    //! The usual menu for a click at \p at, with undo and redo first; nullptr: there is none, or
    //! nothing in it can be undone.
    virtual QMenu *makeMenu(const QPoint &at);

signals:
    void changed();
    void unfinishedChanged();
    void spotChanged();
    void choosing();                    //!< What comes now is not typed but from a list.
    void inputCut(const QString &word); //!< What was typed or pasted is not all there.
    void checked();                     //!< What is wrong with it can be seen now.

protected:
    //! Lives as long as \p widget.
    explicit FieldEditor(QWidget &widget);

    void cutAt(int limit); //!< Says it of characters.

private:
    QWidget &m_widget;
};

} // namespace modelscribe
