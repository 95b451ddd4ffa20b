// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connect/toolkeys.h"

#include <QWidget>

class QPushButton;

namespace modelscribe {

//! Keys that lie on this computer: where, what they are, and a button to use them; or why they
//! cannot be used.
class FoundKeyRow : public QWidget
{
    Q_OBJECT

public:
    explicit FoundKeyRow(const KeyOffer &offer, QWidget *parent = nullptr);

    //! nullptr: they cannot be used.
    QPushButton *button() const { return m_use; }
    //! "~/.aliyun/config.json, profile train · RAM role model-editor · cn-shanghai".
    QString text() const;

signals:
    void chosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    KeyOffer m_offer;
    QString m_place; //!< A file, or a variable of the environment.
    // What follows it; m_name is the one of the profile or section.
    QString m_before;
    QString m_name;
    QString m_behind;
    QPushButton *m_use = nullptr;
};

} // namespace modelscribe
