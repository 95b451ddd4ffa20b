// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

class QLabel;

namespace modelscribe {

class JsonTreeFilter;

//! Where the filter of a tree is typed; says how much it leaves, or why it is none.
class JsonTreeFilterBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit JsonTreeFilterBox(JsonTreeFilter &filter, QWidget *parent = nullptr);

    //! Takes effect at once, while typing takes effect after a short pause.
    void setFilter(const QString &text);
    //! "12 of 3,400", or what is wrong.
    QString note() const;

signals:
    void leftDownwards(); //!< The person goes on to the tree.
    void escaped();       //!< Esc while it is empty.

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showResult();
    void layoutParts();

    JsonTreeFilter &m_filter;
    QLabel *m_icon;
    QLabel *m_note;
    QTimer m_pause;
};

} // namespace modelscribe
