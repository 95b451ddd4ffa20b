// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace modelscribe {

class IconButton;

//! A line above the list: its models are samples, and how to leave them.
class SamplesStrip : public QFrame
{
    Q_OBJECT

public:
    explicit SamplesStrip(QWidget *parent = nullptr);

    //! \p count: of the models, when all of them are samples; else 0.
    void setCount(qsizetype count);
    //! There is a registry of one's own already.
    void setHasOwn(bool hasOwn);

signals:
    void connectRequested();
    void ownRequested();
    void closed(); //!< By the person, for good.

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    QLabel *m_text;
    QPushButton *m_connect;
    QPushButton *m_own;
    IconButton *m_close;
    qsizetype m_count = 0;
    bool m_hasOwn = false;
};

} // namespace modelscribe
