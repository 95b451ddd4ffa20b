// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace modelscribe {

class CompareFooter;
class CompareTable;
class Comparing;
class ComparisonModel;
class EditSession;
class LoadingRows;
class MessageStrip;
class ModelChooser;
class ModelTableModel;
class PageBar;
class StatePage;
class Workbench;
struct Error;

//! Two to six models side by side, in place of list and editor.
class ComparePage : public QWidget
{
    Q_OBJECT

public:
    //! \p models, which must outlive it: of which another one is added.
    ComparePage(Workbench &workbench, const ModelTableModel &models, QWidget *parent = nullptr);

    void compare(const QStringList &modelIds);
    Comparing &comparing() const { return *m_comparing; }
    CompareTable &table() const { return *m_table; }
    void focusTable();
    //! The parts in the order in which they are seen.
    QList<QWidget *> sections() const;

signals:
    void backRequested();
    void openRequested(const QString &modelId);
    void reviewRequested(modelscribe::EditSession *session);
    void draftsRequested(); //!< There are several.

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillBar();
    void retranslate();
    void refresh();
    void review();
    void tellRefused(const QString &modelId, const Error &error);
    void copyAs(bool isMarkdown);
    void chooseAnother();

    Workbench &m_workbench;
    Comparing *m_comparing;
    ComparisonModel *m_models;
    QPushButton *m_all;
    QPushButton *m_differences;
    QPushButton *m_add;
    QPushButton *m_copyAs;
    PageBar *m_bar;
    CompareTable *m_table;
    LoadingRows *m_loading;
    StatePage *m_empty;
    QStackedLayout *m_stack;
    MessageStrip *m_strip;
    CompareFooter *m_footer;
    ModelChooser *m_chooser;
};

} // namespace modelscribe
