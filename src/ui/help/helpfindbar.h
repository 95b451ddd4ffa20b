// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QTextBrowser;
class QToolButton;

namespace modelscribe {

class IconButton;

//! Finds text in the page that a browser shows. Hidden until it is wanted.
class HelpFindBar : public QWidget
{
    Q_OBJECT

public:
    explicit HelpFindBar(QTextBrowser &view, QWidget *parent = nullptr);

    //! Looks for what is selected in the page, else for what was looked for last.
    void open();
    void leave(); //!< The page has the focus again.
    void findNext() { find(true); }
    void findPrevious() { find(false); }
    //! The page is another one.
    void pageChanged();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    //! Marks all places and goes to the first one at or behind the cursor.
    void search();
    void find(bool forwards);
    void showPlaces();
    void showCount();

    QTextBrowser &m_view;
    QLineEdit *m_text;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    IconButton *m_close;
    QList<int> m_places; //!< Where in the page, in its order.
    qsizetype m_current = -1;
};

} // namespace modelscribe
