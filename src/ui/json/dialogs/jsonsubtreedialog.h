// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/dialogs/jsondialog.h"
#include "ui/json/dialogs/jsonsourcelist.h"
#include "json/jsonpath.h"
#include "json/jsonsubtrees.h"

#include <QPointer>

#include <functional>
#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableWidget;
class QTreeView;

namespace modelscribe {

class JsonDocument;
class JsonSourceTree;
class LoadingRows;
class StatePage;

//! Copies values out of one of many JSON texts into a document: choose the text, check the values,
//! say what happens with keys that are in use. One step of undo.
class JsonSubtreeDialog : public JsonDialog
{
    Q_OBJECT

public:
    using Provider = std::function<QList<JsonSourceText>()>;
    //! More values are not copied at once.
    static constexpr qsizetype maxChosen = 200;

    //! \p place: of the value that is current in the document; what is copied can go into it or
    //! around it, or into the outermost value.
    JsonSubtreeDialog(JsonDocument &document, const JsonPath &place, const Provider &provider,
                      QWidget *parent = nullptr);
    ~JsonSubtreeDialog() override;

    JsonSourceList &sources() const { return *m_sources; }
    JsonSourceTree &sourceTree() const { return *m_tree; }
    const QList<JsonSubtree> &chosen() const { return m_chosen; }
    //! Where it goes; nullopt while the document is no JSON.
    std::optional<JsonPath> container() const;
    bool isWorking() const { return m_working; }

public slots:
    void copy();

signals:
    void sourceShown(); //!< The tree of the current source is there.

protected:
    void retranslate() override;

private:
    void buildBody();
    QWidget *buildSources();
    QWidget *buildTree();
    void findContainers(const JsonPath &place);
    void showSource();
    void takeTree(std::shared_ptr<const JsonTree> tree);
    void takeChosen();
    void showClashes();
    void addClashRow(qsizetype index);
    void refresh();
    QString summary() const;
    std::shared_ptr<const JsonTree> target() const;
    void put(const std::shared_ptr<const JsonTree> &base, const Result<TextChanges> &changes);

    QPointer<JsonDocument> m_document;
    std::shared_ptr<const JsonTree> m_emptyObject; //!< What an empty document is taken for.
    QList<JsonPath> m_containers;
    QList<JsonSubtree> m_chosen;
    JsonSourceList *m_sources;
    JsonSourceTree *m_tree;
    QLineEdit *m_filter;
    QTreeView *m_sourceView;
    QTreeView *m_treeView;
    QStackedWidget *m_pages;
    StatePage *m_state;
    LoadingRows *m_waiting;
    QLabel *m_into;
    QComboBox *m_container;
    QLabel *m_clashLabel;
    QTableWidget *m_clashes;
    std::shared_ptr<std::atomic_bool> m_stop;
    quint64 m_revision = 0; //!< Of the chosen source; an answer for an older one is dropped.
    bool m_working = false;
};

} // namespace modelscribe
