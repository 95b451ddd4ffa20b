// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/figuregroups.h"
#include "ui/figures/chartmodule.h"

#include <QTimer>
#include <QWidget>

class QGridLayout;
class QPushButton;
class QScrollArea;
class QStackedLayout;

namespace modelscribe {

class FigureCard;
class FiguresCounting;
class FiguresExport;
class FiguresTable;
class LoadingRows;
class MessageStrip;
class PageBar;
class ModelTableModel;
class StatePage;

//! What the models of the list are like, in charts and as a table, in place of list and editor.
class FiguresPage : public QWidget
{
    Q_OBJECT

public:
    //! \p models must outlive it.
    explicit FiguresPage(const ModelTableModel &models, QWidget *parent = nullptr);

    //! Where the module of the charts is looked for when the page is first shown.
    void setModuleFolders(const QStringList &folders) { m_moduleFolders = folders; }
    //! Which models are counted, as it is shown.
    void setQuery(const QString &query);
    void focusTable();
    FiguresTable &table() const { return *m_table; }
    const QList<FigureCard *> &cards() const { return m_cards; }

signals:
    void backRequested();
    //! The list shall show these.
    void filterRequested(const modelscribe::FigureBar &bar);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeExportMenu();
    void loadCharts();
    void drawNext();
    void placeCards();
    void retranslate();
    void refresh();
    void sayNoCharts();
    void sayNoModels();
    void mark(int group, int bar);
    void choose(int group, int bar);
    void exportPicture(bool isSvg);
    void paint(QPainter &painter) const;
    QSize pictureSize() const;

    FiguresCounting *m_counting;
    QStringList m_moduleFolders = ChartModule::folders();
    ChartModule m_module;
    ChartMaker *m_maker = nullptr;
    bool m_isLoaded = false; //!< Or was tried to.
    int m_nextCard = 0;      //!< To be drawn.
    QTimer m_nextTurn;
    QString m_query;
    QList<FigureGroup> m_groups;
    QList<FigureCard *> m_cards;  //!< One a group; none without the module.
    QList<FigureCard *> m_placed; //!< Those that have something to show.
    QPushButton *m_export;
    PageBar *m_bar;
    QScrollArea *m_charts;
    QGridLayout *m_grid;
    StatePage *m_noCharts;
    FiguresTable *m_table;
    LoadingRows *m_loading;
    StatePage *m_empty;
    QWidget *m_figures; //!< Charts and table.
    QStackedLayout *m_stack;
    MessageStrip *m_strip;
    FiguresExport *m_exporting;
};

} // namespace modelscribe
