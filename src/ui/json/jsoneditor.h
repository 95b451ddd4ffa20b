// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/dialogs/jsonsourcelist.h"
#include "ui/json/jsoneditorbar.h"
#include "json/jsonpath.h"
#include "json/jsonunfinished.h"
#include "json/jsonvocabulary.h"

#include "core/jsonscanner.h"
#include "core/result.h"
#include "json/jsontree.h"
#include "json/textchange.h"

#include <QWidget>

#include <functional>
#include <memory>

class QSettings;

namespace modelscribe {

class JsonCompleter;
class JsonDocument;
class JsonFaces;
class JsonFindBar;
class JsonForm;
class JsonHistory;
class JsonLooseText;
class JsonSchemaChoice;
class JsonStatusLine;
class JsonTextEdit;
class JsonTools;
class JsonTreeView;
class JsonUnfinishedTexts;
class PictureSource;

//! What a JSON editor may ask for when it needs it. Everything may be left out.
struct JsonEditorNeeds
{
    //! Keeps the chosen schemas; outlives the editor.
    QSettings *settings = nullptr;
    //! Where thumbnails come from; asked once, when the form is first shown.
    std::function<PictureSource *()> pictures;
    //! Other texts of the same use, to copy from.
    std::function<QList<JsonSourceText>()> sources;
};

//! An editor of one JSON object with three faces, text, tree and form, over one document: puts
//! together the bar, the faces, the tools and what is said below. It knows nothing of what the
//! object is for. Showing a text changes nothing of it: value() gives back the
//! bytes that were set.
class JsonEditor : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QByteArray value READ value WRITE setValue NOTIFY valueChanged USER true)

public:
    using Face = JsonEditorBar::Face;
    using Tool = JsonEditorBar::Tool;

    explicit JsonEditor(QWidget *parent = nullptr);
    ~JsonEditor() override;

    void setNeeds(JsonEditorNeeds needs);
    //! To be called when they were changed elsewhere.
    void readSettings();
    //! What is edited, such as "model.ExtraInfo", and its kind, such as "LoRA": chooses the schema.
    void setUse(const QString &use, const QString &variant);
    void setVocabulary(std::shared_ptr<const JsonVocabulary> vocabulary);
    //! What differences are shown against.
    void setStored(const QByteArray &utf8);

    QByteArray value() const;
    //! A new text, with a history of its own.
    void setValue(const QByteArray &utf8);
    //! Another state of the same text: carets and what is in sight stay.
    void changeValue(const QByteArray &utf8);
    //! See JsonDocument::setHistory().
    void setHistory(JsonHistory *history);
    //! What was typed in any face is in value() then, or in unfinished().
    void flush();
    //! What stands in open lines, dialogs and fields and is no value (yet).
    JsonUnfinished unfinished() const;
    //! Opens the editors again that it was typed in, as soon as this is in sight. What was typed at
    //! a place that is gone is shown, and kept until the person drops it.
    void setUnfinished(const JsonUnfinished &unfinished);
    //! Closes what is open: another text comes.
    void endEditing();
    //! Goes to what \p range of the text became, in the face that is in sight, and focuses it.
    void showChange(const JsonRange &range);
    bool isReadOnly() const;
    void setReadOnly(bool readOnly);

    JsonDocument &document() const { return *m_document; }
    JsonTextEdit &textEdit() const { return *m_text; }
    JsonEditorBar &bar() const { return *m_bar; }
    JsonFindBar &findBar() const { return *m_find; }
    //! Made when first asked for.
    JsonTreeView &treeView();
    JsonForm &form();
    JsonSchemaChoice &schemaChoice();
    //! As of the last check; nullopt also for an empty text.
    const std::optional<JsonProblem> &problem() const;
    QString statusText() const;
    //! Of the value at the caret or in the current row; empty while the text is no JSON.
    JsonPath currentPath() const;

    Face face() const { return m_bar->face(); }
    void setFace(Face face);

public slots:
    void format();
    void compact();
    void sortKeys();
    void find();
    void replace();
    void repair();
    void showDifferences();
    void copyFromOther();
    void pasteAndConvert();
    void goToProblem();
    void goToNextRemark();
    void undo();
    void redo();

signals:
    void valueChanged();
    void unfinishedChanged();
    void checked(); //!< problem() is up to date.
    void inputCut(int limit);
    void firstShown(); //!< Now hints and suggestions are worth their work.

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLayout();
    void buildShortcuts();
    void connectParts();
    void useTool(Tool tool);
    void setWrapping(bool wraps);
    void showSchemas();
    void arrange();

    JsonTextEdit *m_text;
    JsonDocument *m_document;
    JsonEditorBar *m_bar;
    JsonFindBar *m_find;
    JsonCompleter *m_completer;
    JsonStatusLine *m_status;
    JsonFaces *m_faces;
    JsonLooseText *m_looseText;
    JsonUnfinishedTexts *m_unfinished;
    JsonTools *m_tools;
    JsonSchemaChoice *m_schema = nullptr;
    QSettings *m_settings = nullptr;
    QString m_use;
    QString m_variant;
    bool m_wasShown = false;
};

} // namespace modelscribe
