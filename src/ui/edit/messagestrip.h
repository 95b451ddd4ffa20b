// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace modelscribe {

//! A message where the work is: one or two sentences of plain text, perhaps one thing to do about
//! it, and a button that closes it.
class MessageStrip : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Info, Success, Changed, Error };

    explicit MessageStrip(QWidget *parent = nullptr);

    //! \p action is called once when its button is pressed, which closes the strip as well.
    void show(Kind kind, const QString &text, const QString &actionText = {},
              std::function<void()> action = {});
    //! Only good news leaves by itself.
    void setLifetime(int milliseconds) { m_timer.setInterval(milliseconds); }
    QString text() const;
    Kind kind() const { return m_kind; }

public slots:
    void dismiss();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Info;
    QLabel *m_text;
    QPushButton *m_action;
    std::function<void()> m_onAction;
    QTimer m_timer;
};

} // namespace modelscribe
