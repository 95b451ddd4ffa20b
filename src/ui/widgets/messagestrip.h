// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <chrono>
#include <functional>

class QLabel;
class QPushButton;

namespace modelscribe {

class IconButton;

//! A message where the work is: one or two sentences of plain text, perhaps one thing to do about
//! it, and a button that closes it.
class MessageStrip : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Info, Success, Changed, Error };
    //! Gives a text in the language of now; asked again when that changes.
    using Text = std::function<QString()>;

    explicit MessageStrip(QWidget *parent = nullptr);

    //! \p action is called once when its button is pressed, which closes the strip as well.
    void show(Kind kind, Text text, Text actionText = {}, std::function<void()> action = {});
    //! For texts that stay as they are.
    void show(Kind kind, const QString &text, const QString &actionText = {},
              std::function<void()> action = {});
    //! Only good news leaves by itself, and not while the mouse or the focus is on it.
    void setLifetime(std::chrono::milliseconds lifetime) { m_lifetime = lifetime; }
    //! Without the button that closes it: what it says holds for as long as it is shown.
    void setClosable(bool closable);
    //! For the message of now.
    void leaveAfter(std::chrono::milliseconds lifetime);
    QString text() const;
    Kind kind() const { return m_kind; }

public slots:
    void dismiss();

signals:
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    Kind m_kind = Kind::Info;
    Text m_makeText;
    Text m_makeActionText;
    QLabel *m_text;
    QPushButton *m_action;
    IconButton *m_close;
    std::function<void()> m_onAction;
    std::chrono::milliseconds m_lifetime = std::chrono::seconds(6);
    QTimer m_timer;
};

} // namespace modelscribe
