// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/textdifference.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace modelscribe {

class LoadingRows;
class StatePage;
class TextDifferenceModel;

//! Shows the lines in which two texts differ, next to each other or one below the other. F7 and
//! Shift+F7 go from difference to difference.
class TextDifferenceView : public QWidget
{
    Q_OBJECT

public:
    //! Longer texts are compared on another thread.
    static constexpr qsizetype compareHereLimit = 64 * 1024;
    //! Longer texts are not compared.
    static constexpr qsizetype maxSize = 20 * 1024 * 1024;

    explicit TextDifferenceView(QWidget *parent = nullptr);

    void compare(const QByteArray &before, const QByteArray &after);
    //! What the two texts are, such as "Stored".
    void setTitles(const QString &before, const QString &after);
    void setSideBySide(bool on);
    bool isSideBySide() const;

    bool isComparing() const { return m_comparing; }
    //! Places that differ; 0 while comparing.
    qsizetype differences() const;
    QString summary() const; //!< "2 differences: 3 lines removed, 1 added"
    TextDifferenceModel &model() const { return *m_model; }

public slots:
    void goToNext();
    void goToPrevious();

signals:
    void compared();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildBar();
    void buildRows();
    void retranslate();
    void take(std::shared_ptr<const TextDifference> difference);
    void showState();
    void goTo(qsizetype hunk);
    bool unfold(int row);
    void fitColumns();
    void refreshPosition();

    TextDifferenceModel *m_model;
    QTreeView *m_rows;
    StatePage *m_state;
    LoadingRows *m_waiting;
    QStackedWidget *m_pages;
    QLabel *m_summary;
    QLabel *m_position;
    QPushButton *m_previous;
    QPushButton *m_next;
    QPushButton *m_layout;
    quint64 m_revision = 0; //!< Of the texts; an answer for older ones is dropped.
    bool m_comparing = false;
    bool m_refused = false;
};

} // namespace modelscribe
