// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/jsoneditorbar.h"

#include "core/jsonscanner.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace modelscribe {

class JsonDocument;
class JsonStatusLine;
class JsonTextEdit;

//! An editor of one JSON object with three faces, text, tree and form, over one document. It knows
//! nothing of what the object is for. Showing a text changes nothing of it: value() gives back the
//! bytes that were set.
class JsonEditor : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QByteArray value READ value WRITE setValue NOTIFY valueChanged USER true)

public:
    using Face = JsonEditorBar::Face;

    explicit JsonEditor(QWidget *parent = nullptr);
    ~JsonEditor() override;

    QByteArray value() const;
    //! A new text, with a history of its own.
    void setValue(const QByteArray &utf8);
    void setReadOnly(bool readOnly);

    JsonDocument &document() const { return *m_document; }
    JsonTextEdit &textEdit() const { return *m_text; }
    JsonEditorBar &bar() const { return *m_bar; }
    //! As of the last check; nullopt also for an empty text.
    const std::optional<JsonProblem> &problem() const;
    QString statusText() const;

    Face face() const { return m_bar->face(); }
    void setFace(Face face);

public slots:
    void format();
    void compact();
    void find();
    void goToProblem();

signals:
    void valueChanged();
    void checked(); //!< problem() is up to date.
    void inputCut(int limit);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLayout();
    void connectDocument();
    void useTool(JsonEditorBar::Tool tool);
    void replaceText(const QByteArray &utf8);
    void arrange();

    JsonTextEdit *m_text;
    JsonDocument *m_document;
    JsonEditorBar *m_bar;
    JsonStatusLine *m_status;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
};

} // namespace modelscribe
