// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/text/jsontextsearch.h"

#include <QWidget>

class QKeyEvent;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace modelscribe {

class JsonTextEdit;

//! Finds and replaces in a JsonTextEdit. Only a field until it is used; everything else unfolds.
//! Searching itself is JsonTextSearch's.
class JsonFindBar : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype mostMatches = JsonTextSearch::mostMatches;

    explicit JsonFindBar(JsonTextEdit &text, QWidget *parent = nullptr);
    ~JsonFindBar() override;

    JsonSearchQuery query() const;
    //! "3 of 17", or what is wrong.
    QString statusText() const;
    bool isSearching() const { return m_search.isSearching(); }

    bool eventFilter(QObject *watched, QEvent *event) override;

public slots:
    void openFind();
    void openReplace();
    void findNext();
    void findPrevious();
    void replaceCurrent();
    void replaceAll();
    //! Folds itself up and gives the text the focus.
    void close();

signals:
    void replaced(qsizetype count);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void connectParts();
    void retranslate();
    void setOpen(bool open);
    void takeSelection();
    void take(const JsonSearchResult &result);
    void step(bool forward);
    void select(qsizetype index);
    void applyReplacements(const TextChanges &changes, const std::optional<JsonRange> &only);
    void say(const QString &words, bool wrong);
    void sayCount();
    bool handleKey(QKeyEvent *event, bool inText);

    JsonTextEdit &m_text;
    JsonTextSearch m_search;
    QLineEdit *m_find;
    QLineEdit *m_replace;
    QToolButton *m_case;
    QToolButton *m_word;
    QToolButton *m_expression;
    QToolButton *m_previous;
    QToolButton *m_next;
    QPushButton *m_replaceOne;
    QPushButton *m_replaceAll;
    QLabel *m_status;
    QWidget *m_replaceRow;
    QWidget *m_options;
    JsonSearchResult m_result;
    qsizetype m_current = -1;
    qsizetype m_from = 0; //!< Where the search began: the first match behind it gets selected.
    bool m_open = false;
    bool m_selectFirst = false;
};

} // namespace modelscribe
