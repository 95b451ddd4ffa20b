// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QListWidget;
class QPushButton;

namespace modelscribe {

//! The items of a list that came there elsewhere, to be seen and forgotten.
class SettingList : public QWidget
{
    Q_OBJECT

public:
    explicit SettingList(const std::function<QString()> &name, QWidget *parent = nullptr);

    void setItems(const QStringList &items); //!< Without telling.
    void retranslate();

signals:
    void chosen(const QStringList &items); //!< What is left.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void forget();
    void showState();

    QListWidget *m_list;
    QPushButton *m_forget;
    QStringList m_items;
};

} // namespace modelscribe
