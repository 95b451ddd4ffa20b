// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

#include <chrono>

class QToolButton;

namespace modelscribe {

//! A line for a secret: masked, and shown by the button in it until the focus leaves both, the
//! window is left or hidden, or a while is over.
//!
//! Nothing of it gets out by itself: there is no undo, dragging or selection for the middle button,
//! neither input methods nor screen readers learn more than its length, and it is copied only while
//! it is shown, for a while (CopiedSecret).
class SecretEdit : public QLineEdit
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds longestRevealed{30};

    explicit SecretEdit(QWidget *parent = nullptr);
    ~SecretEdit() override;

    void setRevealName(const QString &accessibleName); //!< Of the button; must be unique.
    bool isRevealed() const { return echoMode() == QLineEdit::Normal; }
    void setRevealed(bool isRevealed);
    //! Empties it and overwrites what was there.
    void wipe();
    //! For how long it is shown, and stays copied.
    void setPatience(std::chrono::milliseconds shown, std::chrono::milliseconds copied);

    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    Q_INVOKABLE QVariant inputMethodQuery(Qt::InputMethodQuery query, QVariant argument) const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setEcho(EchoMode mode);
    void copyForAWhile();
    void forgetUndo();
    void retranslate();

    QToolButton *m_reveal;
    QTimer m_untilMasked;
    std::chrono::milliseconds m_copiedFor;
};

} // namespace modelscribe
