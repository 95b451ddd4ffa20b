// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

class QLabel;

namespace modelscribe {

class IconButton;

//! Filters a list by a piece of text, a short while after the last key.
class JournalFilterBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit JournalFilterBox(QWidget *parent = nullptr);

    QString filter() const { return text().trimmed(); }

signals:
    void filterChanged();
    void leftDownwards(); //!< The person goes on to the list.

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void applyText();

    QLabel *m_icon;
    IconButton *m_clear;
    QTimer m_pause;
    QString m_told;
};

} // namespace modelscribe
