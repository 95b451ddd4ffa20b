// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/queryparser.h"

#include <QLineEdit>
#include <QTimer>

class QLabel;
class QToolButton;

namespace modelscribe {

class SearchCompletion;

//! The search box: a query as in model/queryparser.h, its values coloured, with the number of
//! models it leaves.
//!
//! What is not understood is underlined and told about with remarksChanged(), a moment after the
//! last key or on Enter; until it is mended there is no queryChanged(), so the list stays.
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchBox(QWidget *parent = nullptr);

    QString query() const { return text(); }
    //! There is a query, and it is understood.
    bool canBeSaved() const;
    //! Takes effect at once, while typing takes effect after a short pause.
    void setQuery(const QString &text);
    //! Puts what \p problem offers in its place.
    void takeOffer(const QueryProblem &problem);
    //! Shows "14 of 8,412" while there is a query.
    void setCount(qsizetype shown, qsizetype all);
    //! What it offers while one types.
    SearchCompletion &completion() const { return *m_completion; }

signals:
    void queryChanged(const QString &query); //!< Always one that is understood.
    void remarksChanged(const QList<QueryProblem> &problems, const QList<QueryProblem> &notes);
    void saveRequested(); //!< The query shall be kept under a name.
    void leftDownwards(); //!< The person goes on to the list.

protected:
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    void retranslate();
    void takeText();
    void colourTerms();
    void tellNow();
    void showRemarks();
    void showToolTip();
    void layoutParts();

    QLabel *m_icon;
    QLabel *m_count;
    QToolButton *m_clear;
    SearchCompletion *m_completion;
    ParsedQuery m_parsed;
    bool m_showsRemarks = false;
    bool m_isComposing = false; //!< An input method has text that is not in yet.
    QTimer m_pause;
    QTimer m_patience; //!< A value that is being typed may still become right.
    QString m_told;
};

} // namespace modelscribe
