// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/jsoneditorbar.h"
#include "json/jsonpath.h"
#include "json/jsontree.h"

#include <QSplitter>

#include <functional>
#include <optional>

class QStackedWidget;

namespace modelscribe {

class JsonDocument;
class JsonForm;
class JsonTextEdit;
class JsonTreeView;
class PictureSource;

//! The faces of one document, text, tree and form: which is in sight, and going from one to the
//! other at the same place. The text is there from the start, the others are made when they are
//! first needed. The bar above says which one is chosen.
class JsonFaces : public QSplitter
{
    Q_OBJECT

public:
    using Face = JsonEditorBar::Face;

    JsonFaces(JsonDocument &document, JsonEditorBar &bar, QWidget *parent = nullptr);

    //! Where thumbnails come from; asked once, when the form is first shown.
    void setPictures(std::function<PictureSource *()> pictures);
    void setReadOnly(bool readOnly);

    Face face() const { return m_bar.face(); }
    void setFace(Face face);
    QWidget *current() const; //!< What is the focus's when it comes to this.
    //! Shows \p besides the tree beside the text or form.
    void arrange(bool besides);
    //! A text of one line that is longer than anybody can read opens as a tree.
    //! Shorter ones are wrapped.
    void avoidOneLongLine();
    bool isOneLongLine() const;

    //! Made when first asked for.
    JsonTreeView &tree();
    JsonForm &form();
    JsonTreeView *madeTree() const { return m_tree; } //!< nullptr: nobody asked yet.
    JsonForm *madeForm() const { return m_form; }

    //! Of the value at the caret or in the current row; empty while the text is no JSON.
    JsonPath currentPath() const;
    void showPath(const JsonPath &path);
    //! The text, with the caret at \p byteOffset.
    void showInText(qsizetype byteOffset);
    //! Goes to what \p range of the text became, in the face that is in sight, and focuses it.
    void showChange(const JsonRange &range);
    //! As soon as the text has been read.
    void showWanted();
    void foldTo(int level);
    void goToNextRemark();

signals:
    void faceChanged();
    void placeShown(qsizetype byteOffset); //!< That the person is at.
    void unfinishedChanged();              //!< Of the tree or the form.
    //! An editor had to go, and nobody has what was typed but the listener.
    void lost(const QString &place, const QString &text);
    void problemWanted();
    void schemaWanted();

private:
    void connectTree();
    void connectForm();
    void followText(qsizetype offset);
    void followTree(JsonNodeId node);
    void chooseFace(Face face);
    bool hasTreeFocus() const;

    JsonDocument &m_document;
    JsonEditorBar &m_bar;
    JsonTextEdit &m_text;
    QStackedWidget *m_stack;
    JsonTreeView *m_tree = nullptr;
    JsonForm *m_form = nullptr;
    std::function<PictureSource *()> m_pictures;
    std::optional<JsonRange> m_wanted; //!< To be shown when the text has been read.
    JsonPath m_wantedBefore;           //!< What stood there before.
    bool m_isFaceForced = false;       //!< The tree, for a text of one long line.
};

} // namespace modelscribe
