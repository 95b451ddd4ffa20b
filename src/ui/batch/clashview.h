// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace modelscribe {

class BatchRun;
class ElidedLabel;
struct MergeClash;

//! What became of one model of a run: of a conflict the three values, and what may be done.
class ClashView : public QWidget
{
    Q_OBJECT

public:
    explicit ClashView(QWidget *parent = nullptr);

    //! -1: of none, and it is hidden.
    void showItem(BatchRun *run, qsizetype index);

signals:
    //! Of the items of the run.
    void takeMineRequested(const QList<qsizetype> &indexes);
    void keepTheirsRequested(const QList<qsizetype> &indexes);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showClashes(const BatchRun &run, qsizetype index);
    QWidget *makeRow(const MergeClash &clash, bool isNamed);
    QWidget *makeBox(const QString &heading, const QString &value, const QString &role);
    QList<qsizetype> chosen() const { return m_like.isEmpty() ? m_this : m_like; }

    ElidedLabel *m_name;
    QLabel *m_what;
    QWidget *m_rows;
    QVBoxLayout *m_rowsLayout;
    QWidget *m_buttons;
    QPushButton *m_keep;
    QPushButton *m_take;
    QCheckBox *m_same;
    QPointer<BatchRun> m_run;
    QList<qsizetype> m_this;
    QList<qsizetype> m_like; //!< When the same shall be done to all of them.
    QList<qsizetype> m_alike;
    QString m_shown; //!< What is shown: not built anew for nothing, under the mouse.
    QString m_place; //!< What they are all about.
};

} // namespace modelscribe
