// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <QWidget>

#include <functional>
#include <utility>

class QLabel;
class QPushButton;

namespace modelscribe {

class ExactTextEdit;

//! Below a text with links: says where the one that was clicked leads, and opens it in the browser
//! when the person says so. Hidden until then.
class LinkStrip : public QWidget
{
    Q_OBJECT

public:
    explicit LinkStrip(QWidget *parent = nullptr);

    //! The web address that \p text is; invalid when it is none, which is never opened.
    static QUrl webAddress(const QString &text);
    //! What opens an address; the desktop's browser unless set.
    void setOpener(std::function<void(const QUrl &)> opener) { m_opener = std::move(opener); }

public slots:
    void ask(const QUrl &link);

signals:
    void answered(); //!< One way or the other.

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void open();

    std::function<void(const QUrl &)> m_opener;
    QUrl m_link;
    QLabel *m_host;
    ExactTextEdit *m_address;
    QPushButton *m_open;
    QPushButton *m_cancel;
};

} // namespace modelscribe
