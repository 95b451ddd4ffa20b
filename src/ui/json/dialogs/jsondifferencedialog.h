// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/dialogs/jsondialog.h"
#include "json/jsondifference.h"

#include <QPointer>

#include <memory>

class QStackedWidget;
class QTabWidget;
class QTreeView;

namespace modelscribe {

class JsonDifferenceModel;
class JsonDocument;
class LoadingRows;
class StatePage;
class TextDifferenceView;

//! Compares the text of a document with a stored one, by meaning and by lines. Single differences
//! can be taken back, each as one step of undo.
class JsonDifferenceDialog : public JsonDialog
{
    Q_OBJECT

public:
    enum Tab { Meaning, Text };
    //! More differences than this are not looked for.
    static constexpr qsizetype maxDifferences = 10'000;

    JsonDifferenceDialog(JsonDocument &document, QByteArray stored, QWidget *parent = nullptr);

    bool isComparing() const { return m_comparing; }
    const QList<JsonDifference> &differences() const;
    JsonDifferenceModel &model() const { return *m_model; }
    TextDifferenceView &textView() const { return *m_text; }
    QTreeView &list() const { return *m_list; }
    void setTab(Tab tab);
    Tab tab() const;

public slots:
    void takeStored(); //!< Of the selected difference.
    void goToPlace();

signals:
    void ready(); //!< differences() is about the text as it is now.
    //! The person wants to see a place of the document; the dialog closes.
    void pathActivated(const modelscribe::JsonPath &path);

protected:
    void retranslate() override;

private:
    //! What a comparison by meaning gives.
    struct Comparison
    {
        std::shared_ptr<const JsonTree> stored;
        std::shared_ptr<const JsonTree> now;
        QList<JsonDifference> differences;
    };

    void buildBody();
    void start();
    void take(const Comparison &comparison);
    void compareTexts();
    void showState();
    void refresh();
    QString summary() const;
    const JsonDifference *selected() const;
    bool isComplete() const { return differences().size() < maxDifferences; }

    QPointer<JsonDocument> m_document;
    QByteArray m_storedText;
    Comparison m_comparison;
    JsonDifferenceModel *m_model;
    QTabWidget *m_tabs;
    QStackedWidget *m_pages;
    QTreeView *m_list;
    StatePage *m_state;
    LoadingRows *m_waiting;
    TextDifferenceView *m_text;
    QPushButton *m_takeStored;
    quint64 m_revision = 0; //!< Of the text; an answer for an older one is dropped.
    bool m_comparing = false;
    bool m_textIsOld = true;
};

} // namespace modelscribe
