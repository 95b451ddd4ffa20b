// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/jsondocument.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace modelscribe {

class JsonTreeCommands;
class JsonTreeEditing;
class JsonTreeFilter;
class JsonTreeFilterBox;
class JsonTreeModel;
class JsonTreeTable;

//! The face of a JsonDocument that shows its tree: a filter, the rows, and a line where something
//! needs to be said. What is edited here is edited in the document's text.
class JsonTreeView : public QWidget
{
    Q_OBJECT

public:
    explicit JsonTreeView(JsonDocument &document, QWidget *parent = nullptr);

    JsonTreeModel &model() const { return *m_model; }
    JsonTreeTable &table() const { return *m_table; }
    JsonTreeCommands &commands() const { return *m_commands; }
    JsonTreeEditing &editing() const;
    //! At the top of the view, unless somebody gives it another place.
    JsonTreeFilterBox &filterBox() const { return *m_filterBox; }

    std::optional<JsonNodeId> currentNode() const;
    //! Why nothing can be edited; empty when it can.
    QString stateText() const;
    //! Why the last edit was not made; empty when it was.
    QString refusalText() const;

public slots:
    //! Of the document's tree. Opens what is around it.
    void showNode(modelscribe::JsonNodeId node);
    void showPath(const modelscribe::JsonPath &path);
    //! To be called when the document became read-only, or writable again.
    void refresh();

signals:
    void currentChanged(modelscribe::JsonNodeId node);     //!< By the person, or with the tree.
    void pathActivated(const modelscribe::JsonPath &path); //!< To be shown in the text.
    void problemActivated(qsizetype offset);               //!< The same for what is wrong with it.
    void refused(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void connectParts();
    void retranslate();
    void showTree();
    void showMatches();
    void showRefusal(const QString &sentence);
    void showMenu(const QPoint &globalPos);
    QString emptyText() const;
    bool isOutdated() const { return m_document.isChecked() && !m_document.isCurrent(); }

    JsonDocument &m_document;
    JsonTreeModel *m_model;
    JsonTreeFilter *m_filter;
    JsonTreeFilterBox *m_filterBox;
    JsonTreeTable *m_table;
    JsonTreeCommands *m_commands;
    QFrame *m_state;
    QLabel *m_stateText;
    QPushButton *m_goToProblem;
    QFrame *m_refusal;
    QLabel *m_refusalText;
    bool m_isTakingTree = false;
};

} // namespace modelscribe
