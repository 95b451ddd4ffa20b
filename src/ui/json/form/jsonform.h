// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonschema.h"
#include "json/jsonunfinished.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace modelscribe {

class JsonDocument;
class JsonFormField;
class JsonFormGroup;
class PictureSource;

//! The outermost object of a document as fields, one for each member that the schema knows, in the
//! schema's order. Members of an object inside stand below its name, one level deep.
class JsonForm : public QWidget
{
    Q_OBJECT

public:
    explicit JsonForm(JsonDocument &document, QWidget *parent = nullptr);
    ~JsonForm() override;

    //! Where pictures come from; nullptr: only their addresses are shown.
    void setPictureSource(PictureSource *source);
    void setReadOnly(bool readOnly);
    const QList<JsonFormField *> &fields() const { return m_fields; }
    JsonFormField *field(QStringView key) const;
    //! Puts what was typed into the text, however long that is to be read.
    void flush();
    //! What stands in fields and is no value.
    JsonUnfinished unfinished() const;
    //! Shows \p text in the field of \p path; false when there is none that could.
    bool resume(const JsonPath &path, const QString &text);
    //! Fields show their values again.
    void dropTyped();
    //! Focuses the field of the value at \p path, if there is one.
    bool showPath(const JsonPath &path);
    //! The sentence that stands instead of the fields, or above them; empty: all is well.
    QString notice() const;

signals:
    void unfinishedChanged();
    //! The field had to go, and nobody has what was typed but the listener.
    void lost(const QString &place, const QString &text);
    void chooseSchemaRequested();
    void goToProblemRequested();
    void showInTextRequested(qsizetype byteOffset);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void rebuild();
    void addGroup(std::unique_ptr<JsonFormGroup> made, const JsonPath &object);
    JsonFormField *fieldAt(const JsonPath &path) const;
    void refresh();
    void refreshGroup(JsonFormGroup &group);
    void refreshNotice();
    void refreshHints();
    void retranslate();
    void act();

    JsonDocument &m_document;
    QPointer<PictureSource> m_pictures;
    std::vector<std::unique_ptr<JsonFormGroup>> m_groups;
    QList<JsonFormField *> m_fields;
    QScrollArea *m_scroll;
    QWidget *m_body;
    QVBoxLayout *m_column;
    QWidget *m_noticeBox;
    QLabel *m_notice;
    QPushButton *m_action;
    QLabel *m_other;
    QTimer m_pause; //!< After it, typing on is another step of undo.
    bool m_readOnly = false;
    bool m_stale = true;
};

} // namespace modelscribe
