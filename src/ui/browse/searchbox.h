// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

class QLabel;
class QToolButton;

namespace modelscribe {

//! The search box: a query as in model/modelquery.h, its values coloured, with the number of models
//! it leaves.
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchBox(QWidget *parent = nullptr);

    QString query() const { return text(); }
    //! Takes effect at once, while typing takes effect after a short pause.
    void setQuery(const QString &text);
    //! Shows "14 of 8,412" while there is a query.
    void setCount(qsizetype shown, qsizetype all);

signals:
    void queryChanged(const QString &query);
    void leftDownwards(); //!< The person goes on to the list.

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void colourTerms();
    void tellNow();
    void layoutParts();

    QLabel *m_icon;
    QLabel *m_count;
    QToolButton *m_clear;
    QTimer m_pause;
    QString m_told;
};

} // namespace modelscribe
