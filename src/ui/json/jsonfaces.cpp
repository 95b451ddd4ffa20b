// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsonfaces.h"

#include "ui/json/form/jsonform.h"
#include "ui/json/jsondocument.h"
#include "ui/json/jsonfaceframe.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsontreeediting.h"
#include "ui/json/tree/jsontreeview.h"

#include <QApplication>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! In bytes. Nobody finds anything in a longer one.
constexpr int longLine = 64 * 1024;

//! Of the value at the start of \p range; what was put in begins with what separates it from the
//! one before.
JsonPath pathIn(const JsonTree &tree, const JsonRange &range)
{
    if (!tree.isValid())
        return {};
    const qsizetype end = std::min(range.end, tree.text().size());
    qsizetype at = std::min(range.begin, end);
    while (at < end && QByteArrayView(" \t\r\n,").contains(tree.text()[at]))
        ++at;
    return tree.path(tree.nodeAt(at));
}

} // namespace

JsonFaces::JsonFaces(JsonDocument &document, JsonEditorBar &bar, QWidget *parent)
    : QSplitter(parent)
    , m_document(document)
    , m_bar(bar)
    , m_text(document.textEdit())
    , m_stack(new QStackedWidget)
{
    m_stack->addWidget(new JsonFaceFrame(&m_text));
    addWidget(m_stack);
    setChildrenCollapsible(false);
    setHandleWidth(9);
    setProperty("role", u"plain"_s);
    connect(&m_bar, &JsonEditorBar::faceChosen, this, &JsonFaces::chooseFace);
    connect(&m_text, &JsonTextEdit::caretMoved, this, &JsonFaces::followText);
}

void JsonFaces::setPictures(std::function<PictureSource *()> pictures)
{
    m_pictures = std::move(pictures);
}

void JsonFaces::setReadOnly(bool readOnly)
{
    m_text.setReadOnly(readOnly);
    m_bar.setReadOnly(readOnly);
    if (m_tree)
        m_tree->refresh();
    if (m_form)
        m_form->setReadOnly(readOnly);
}

// Which face is in sight

void JsonFaces::chooseFace(Face face)
{
    m_isFaceForced = false;
    setFace(face);
    (face == Face::Text ? static_cast<QWidget *>(&m_text) : m_stack->currentWidget())
        ->setFocus(Qt::OtherFocusReason);
}

void JsonFaces::setFace(Face face)
{
    m_bar.setFace(face);
    if (face == Face::Form)
        m_stack->setCurrentWidget(&form());
    else
        m_stack->setCurrentIndex(0);
    if (face == Face::Tree)
        tree();
    emit faceChanged();
    if (m_tree && face == Face::Tree && m_document.isCurrent() && m_document.tree()->isValid())
        m_tree->showNode(m_document.tree()->nodeAt(m_text.caret()));
}

QWidget *JsonFaces::current() const
{
    switch (face()) {
    case Face::Tree: return m_tree;
    case Face::Form: return m_form;
    case Face::Text: break;
    }
    return &m_text;
}

void JsonFaces::arrange(bool besides)
{
    const bool withTree = face() == Face::Tree || besides;
    if (withTree)
        tree();
    m_stack->setVisible(face() != Face::Tree);
    if (m_tree)
        m_tree->setVisible(withTree);
}

bool JsonFaces::isOneLongLine() const { return m_text.lines() == 1 && m_text.length() > longLine; }

void JsonFaces::avoidOneLongLine()
{
    const bool isTooLong = isOneLongLine();
    if (isTooLong && face() == Face::Text) {
        setFace(Face::Tree);
        m_isFaceForced = true;
    } else if (!isTooLong && std::exchange(m_isFaceForced, false) && face() == Face::Tree) {
        setFace(Face::Text);
    }
}

// The tree and the form

JsonTreeView &JsonFaces::tree()
{
    if (!m_tree) {
        m_tree = new JsonTreeView(m_document);
        m_tree->setMinimumWidth(240);
        addWidget(m_tree);
        setStretchFactor(0, 2);
        setStretchFactor(1, 1);
        connectTree();
    }
    return *m_tree;
}

void JsonFaces::connectTree()
{
    connect(m_tree, &JsonTreeView::pathActivated, this, &JsonFaces::showPath);
    connect(m_tree, &JsonTreeView::problemActivated, this, &JsonFaces::problemWanted);
    connect(m_tree, &JsonTreeView::currentChanged, this, &JsonFaces::followTree);
    JsonTreeEditing &editing = m_tree->editing();
    connect(&editing, &JsonTreeEditing::unfinishedChanged, this, &JsonFaces::unfinishedChanged);
    connect(&editing, &JsonTreeEditing::lost, this, &JsonFaces::lost);
}

JsonForm &JsonFaces::form()
{
    if (!m_form) {
        m_form = new JsonForm(m_document);
        m_form->setReadOnly(m_text.isReadOnly());
        if (m_pictures)
            m_form->setPictureSource(m_pictures());
        m_stack->addWidget(m_form);
        connectForm();
    }
    return *m_form;
}

void JsonFaces::connectForm()
{
    connect(m_form, &JsonForm::goToProblemRequested, this, &JsonFaces::problemWanted);
    connect(m_form, &JsonForm::unfinishedChanged, this, &JsonFaces::unfinishedChanged);
    connect(m_form, &JsonForm::lost, this, &JsonFaces::lost);
    connect(m_form, &JsonForm::chooseSchemaRequested, this, &JsonFaces::schemaWanted);
    connect(m_form, &JsonForm::showInTextRequested, this, &JsonFaces::showInText);
}

// The same place in each

bool JsonFaces::hasTreeFocus() const
{
    const QWidget *focus = QApplication::focusWidget();
    return m_tree && focus && (focus == m_tree || m_tree->isAncestorOf(focus));
}

void JsonFaces::followText(qsizetype offset)
{
    if (hasTreeFocus())
        return; // it moved the caret itself
    emit placeShown(offset);
    const JsonTree &tree = *m_document.tree();
    if (m_tree && m_tree->isVisible() && m_document.isCurrent() && tree.isValid())
        m_tree->showNode(tree.nodeAt(offset));
}

void JsonFaces::followTree(JsonNodeId node)
{
    if (!hasTreeFocus() || !m_document.isCurrent())
        return;
    emit placeShown(m_document.tree()->entryRange(node).begin);
    if (m_text.isVisible())
        m_text.selectRange(m_document.tree()->entryRange(node));
}

JsonPath JsonFaces::currentPath() const
{
    const JsonTree &tree = *m_document.tree();
    if (!m_document.isCurrent() || !tree.isValid())
        return {};
    if (face() == Face::Tree && m_tree && m_tree->currentNode())
        return tree.path(*m_tree->currentNode());
    return tree.path(tree.nodeAt(m_text.caret()));
}

void JsonFaces::showPath(const JsonPath &path)
{
    const auto node = m_document.tree()->find(path);
    if (!node)
        return;
    if (face() == Face::Tree && !hasTreeFocus()) {
        m_tree->showNode(*node);
        return;
    }
    setFace(Face::Text);
    m_text.selectRange(m_document.tree()->entryRange(*node));
    m_text.setFocus();
}

void JsonFaces::showInText(qsizetype byteOffset)
{
    setFace(Face::Text);
    m_text.goTo(byteOffset);
}

void JsonFaces::showChange(const JsonRange &range)
{
    m_text.selectRange({range.end, range.end});
    if (face() == Face::Text) {
        m_text.setFocus(Qt::OtherFocusReason);
        return;
    }
    m_wanted = range;
    m_wantedBefore = pathIn(*m_document.tree(), {range.begin, m_document.tree()->text().size()});
    if (!parentWidget()->isAncestorOf(QApplication::focusWidget())) // the bar may have it
        current()->setFocus(Qt::OtherFocusReason);
    if (m_document.isChecked())
        showWanted();
}

void JsonFaces::showWanted()
{
    if (!m_wanted)
        return;
    const JsonRange range = *std::exchange(m_wanted, {});
    const JsonTree &tree = *m_document.tree();
    if (face() == Face::Tree) {
        if (m_document.isCurrent() && tree.isValid()) // else it says why it shows nothing
            m_tree->showNode(tree.find(pathIn(tree, range)).value_or(0));
        return;
    }
    if (face() == Face::Form && m_document.isCurrent() && tree.isValid()) {
        // What was taken out has its place in the form all the same.
        const JsonPath path = range.size() > 0 ? pathIn(tree, range) : m_wantedBefore;
        if (m_form->showPath(path) || m_form->showPath(m_wantedBefore))
            return;
    }
    showInText(range.end);
}

void JsonFaces::foldTo(int level)
{
    setFace(Face::Text);
    m_text.foldToLevel(level);
}

void JsonFaces::goToNextRemark()
{
    setFace(Face::Text);
    m_text.setFocus();
    m_text.goToNextMark();
}

} // namespace modelscribe

#include "moc_jsonfaces.cpp"
