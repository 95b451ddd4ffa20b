// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/form/jsonfieldkind.h"
#include "ui/json/form/jsonmemberedit.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QLabel;
class QVBoxLayout;

namespace modelscribe {

class ElidedLabel;
class IconButton;
class JsonFieldEditor;
class JsonHintRows;
class PictureSource;

//! One member of an object as a field: made for what the schema says, and for what stands there
//! when that is something else. Whatever is edited changes the characters of that value only.
class JsonFormField : public QWidget
{
    Q_OBJECT

public:
    using Kind = JsonFieldKind;

    JsonFormField(JsonDocument &document, JsonMemberEdit::Place place, SchemaProperty property,
                  QWidget *parent = nullptr);
    ~JsonFormField() override;

    const SchemaProperty &property() const { return m_property; }
    Kind kind() const { return m_kind; }
    bool isSet() const { return m_isSet; }
    //! Needs little room: two of them may stand side by side.
    bool isShort() const;
    QWidget *editor() const;
    QString problemText() const;

    void setPictureSource(PictureSource *source);
    void setReadOnly(bool readOnly);
    //! Shows the document's tree, in which \p object is where the member would be; nullopt:
    //! nowhere.
    void showTree(std::optional<JsonNodeId> object, std::optional<JsonNodeId> member);
    //! Shows those of the document's hints that are about this member.
    void showHints();
    //! Drops what has not reached the text, which is no JSON now.
    void forgetPending() { m_edit->forget(); }
    //! What was typed is not in the text yet: that has to be read first.
    bool isWaiting() const { return m_edit->isWaiting(); }
    void flush() { m_edit->flush(); }
    //! What stands in the editor and is no value; null: nothing.
    const QString &typed() const { return m_typed; }
    //! Shows it instead of the value, or the value when it is null. False when it cannot.
    bool showTyped(const QString &text);

public slots:
    void removeValue();

signals:
    void typedChanged();
    void lost(const QString &text); //!< Of typed(): its editor had to go.
    void showInTextRequested(qsizetype byteOffset);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildFrame();
    void useKind(Kind kind);
    void connectEditor();
    void showValue();
    void retranslate();
    void refreshState();
    void numberTyped(const QString &text);
    void setTyped(const QString &text);
    void textTyped(const QString &text);
    void choose(const QByteArray &raw);
    void mend(const JsonHint &hint);
    void setProblem(const QString &text);
    QString name() const;

    JsonDocument &m_document;
    SchemaProperty m_property;
    JsonMemberEdit *m_edit;
    Kind m_kind = Kind::Raw;
    QPointer<PictureSource> m_pictures;
    std::optional<JsonNodeId> m_object;
    std::optional<JsonNodeId> m_member;
    QByteArray m_shown; //!< The raw value that the editor shows; null: none.
    QString m_typed;
    QVBoxLayout *m_column = nullptr;
    ElidedLabel *m_label = nullptr;
    IconButton *m_remove = nullptr;
    QLabel *m_problem = nullptr;
    JsonHintRows *m_hints = nullptr;
    std::unique_ptr<JsonFieldEditor> m_editor;
    bool m_isSet = false;
    bool m_readOnly = false;
    bool m_showing = false;
};

} // namespace modelscribe
