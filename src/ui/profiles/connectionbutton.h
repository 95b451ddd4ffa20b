// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace modelscribe {

class Connection;

//! Says which registry is in use and how it goes; opens the menu to change it.
class ConnectionButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ConnectionButton(QWidget *parent = nullptr);

    void setConnection(Connection *connection);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showState();
    int protectionWidth() const;
    void drawProtection(QPainter &painter, const QRect &pill) const;

    Connection *m_connection = nullptr;
    QString m_title;
    QString m_workspace;
    QString m_protection; //!< Empty: the profile is not protected.
};

} // namespace modelscribe
