// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;

namespace modelscribe {

class Catalog;
class DescriptionEdit;
class PastedModels;

//! Models that shall be selected, named one a line, and which of the lines mean one.
class PastedDialog : public QDialog
{
    Q_OBJECT

public:
    //! \p catalog must outlive it. \p text: what is pasted already.
    PastedDialog(const Catalog &catalog, const QString &text, QWidget *parent);

signals:
    void chosen(const QStringList &modelIds);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    PastedModels *m_models;
    QLabel *m_hint;
    DescriptionEdit *m_text;
    QLabel *m_found;
    QLabel *m_ambiguous;
    QLabel *m_missing;
    QPushButton *m_cancel;
    QPushButton *m_select;
    QTimer m_soon;
};

} // namespace modelscribe
