// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edit/lineedit.h"

#include <QUrl>

#include <functional>

namespace modelscribe {

class IconButton;

//! The address of a model's document. Its button opens http and https addresses, and only after the
//! person has seen the host it leads to.
class DocumentEdit : public LineEdit
{
    Q_OBJECT

public:
    explicit DocumentEdit(QWidget *parent = nullptr);

    //! The address that may be opened; empty for everything but http and https with a host.
    static QUrl openable(const QString &text);
    //! What opens an address; the desktop's browser unless set.
    void setOpener(std::function<void(const QUrl &)> opener) { m_opener = std::move(opener); }

public slots:
    void askToOpen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();

    std::function<void(const QUrl &)> m_opener;
    IconButton *m_open;
};

} // namespace modelscribe
