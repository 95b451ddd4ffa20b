// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/lineedit.h"

#include <QPointer>
#include <QUrl>

#include <functional>

namespace modelscribe {

class DocumentPreview;
class IconButton;
class PictureSource;

//! The address of a model's document. Its button opens http and https addresses, and only after the
//! person has seen the host it leads to. Another one shows the document here.
class DocumentEdit : public LineEdit
{
    Q_OBJECT

public:
    explicit DocumentEdit(QWidget *parent = nullptr);

    //! What opens an address; the desktop's browser unless set.
    void setOpener(std::function<void(const QUrl &)> opener) { m_opener = std::move(opener); }

    //! What fetches for the preview; nullptr: there is none.
    void setPreviewSource(PictureSource *source);

public slots:
    void askToOpen();
    void preview();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();

    std::function<void(const QUrl &)> m_opener;
    IconButton *m_open;
    IconButton *m_preview = nullptr;
    QPointer<PictureSource> m_source;
    QPointer<DocumentPreview> m_shown;
};

} // namespace modelscribe
