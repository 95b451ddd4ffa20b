// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/form/jsonfieldkind.h"
#include "json/jsonschema.h"
#include "json/jsontree.h"

#include <QObject>

#include <memory>

class QWidget;

namespace modelscribe {

class JsonMemberEdit;
class LineEdit;
class PictureSource;

//! What stands in a form to edit one value: a line, stars, a list … All kinds are spoken to alike.
//! It shows what it is given and tells what the person wants; it changes nothing itself.
class JsonFieldEditor : public QObject
{
    Q_OBJECT

public:
    //! A member of an object, or that there is none.
    struct Value
    {
        std::shared_ptr<const JsonTree> tree;
        std::optional<JsonNodeId> member; //!< In tree.
        QByteArray raw;
        bool isSet = false;
    };

    ~JsonFieldEditor() override;

    virtual QWidget *widget() const = 0;
    //! What a person types or chooses in; more may come by inputAdded().
    virtual QList<QWidget *> inputs() const = 0;
    virtual void show(const Value &value) = 0;
    //! Of the member; also when the language is another one.
    virtual void setName(const QString &name) { Q_UNUSED(name) }
    virtual void setReadOnly(bool readOnly) = 0;
    //! What stands there while there is no text.
    virtual void setPlaceholder(const QString &text) { Q_UNUSED(text) }
    virtual void setPictureSource(PictureSource *source) { Q_UNUSED(source) }
    //! What looks wrong when something is.
    virtual QWidget *problemTarget() const { return widget(); }
    //! Shows what is no value (yet); false for kinds in which that cannot be.
    virtual bool showTyped(const QString &text)
    {
        Q_UNUSED(text)
        return false;
    }

signals:
    void numberTyped(const QString &text);
    void textTyped(const QString &text);
    void chosen(const QByteArray &raw); //!< Null: not set.
    void inputAdded(QWidget *input);
    void inputCut(int limit);
    void showInTextWanted();

protected:
    void listenTo(LineEdit *line);
};

//! \p edit gets what is done with the items of a list.
std::unique_ptr<JsonFieldEditor>
makeJsonFieldEditor(JsonFieldKind kind, const SchemaProperty &property, JsonMemberEdit &edit);

} // namespace modelscribe
