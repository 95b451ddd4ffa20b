// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/documentedit.h"

#include "core/visibletext.h"
#include "remote/picturesource.h"
#include "remote/pictureswording.h"
#include "ui/edit/documentpreview.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/linkstrip.h"
#include "ui/widgets/plaintext.h"

#include <QDesktopServices>
#include <QEvent>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

DocumentEdit::DocumentEdit(QWidget *parent)
    : LineEdit(parent)
    , m_opener([](const QUrl &url) { QDesktopServices::openUrl(url); })
    , m_open(new IconButton(u"external"_s, {}))
{
    m_open->setCursor(Qt::ArrowCursor);
    addTrailing(m_open);
    connect(m_open, &QAbstractButton::clicked, this, &DocumentEdit::askToOpen);
    connect(this, &QLineEdit::textChanged, this, &DocumentEdit::refresh);
    retranslate();
}

void DocumentEdit::retranslate()
{
    m_open->setName(tr("Open document"));
    if (m_preview)
        m_preview->setName(tr("Preview document"));
    refresh(); // it has another tool tip
}

void DocumentEdit::refresh()
{
    const QUrl url = LinkStrip::webAddress(text());
    m_open->setEnabled(url.isValid());
    m_open->setToolTip(url.isValid()
                           ? visibleToolTip(tr("Open %1…").arg(url.host(QUrl::FullyEncoded)))
                           : tr("Only http and https addresses can be opened"));
    if (!m_preview)
        return;
    const QUrl address(text().trimmed(), QUrl::StrictMode);
    const std::optional<Error> refusal = m_source ? m_source->files().refusal(address) : Error();
    m_preview->setEnabled(!refusal);
    const QString why = refusal
                            ? pictureswording::whyNot(*refusal, address)
                            : tr("Preview the document of %1…").arg(RemoteFiles::hostOf(address));
    m_preview->setToolTip(text().isEmpty() ? tr("Preview document") : visibleToolTip(why));
}

void DocumentEdit::setPreviewSource(PictureSource *source)
{
    m_source = source;
    if (source && !m_preview) {
        m_preview = new IconButton(u"preview"_s, {});
        m_preview->setCursor(Qt::ArrowCursor);
        addTrailing(m_preview);
        connect(m_preview, &QAbstractButton::clicked, this, &DocumentEdit::preview);
    }
    retranslate();
}

void DocumentEdit::preview()
{
    const QUrl address(text().trimmed(), QUrl::StrictMode);
    if (!m_source || m_source->files().refusal(address))
        return;
    if (!m_shown || m_shown->url() != address) {
        delete m_shown;
        m_shown = new DocumentPreview(m_source->files(), m_source->hosts(), address, window());
        m_shown->setAttribute(Qt::WA_DeleteOnClose);
        m_shown->setOpener(m_opener);
    }
    m_shown->show();
    m_shown->raise();
    m_shown->activateWindow();
}

void DocumentEdit::askToOpen()
{
    const QUrl url = LinkStrip::webAddress(text());
    if (!url.isValid())
        return;
    const QString host = url.host(QUrl::FullyEncoded); // look-alike letters show as xn--…
    auto *box = new QMessageBox(window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Open document"));
    box->setText(tr("Open a page of %1 in the browser?").arg(host));
    box->setInformativeText(visibleText(url.toString(QUrl::FullyEncoded), 300));
    makePlain(*box);
    auto *open = box->addButton(tr("Open %1").arg(host), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(open, &QPushButton::clicked, this, [this, url] { m_opener(url); });
    box->open();
}

void DocumentEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    LineEdit::changeEvent(event);
}

} // namespace modelscribe

#include "moc_documentedit.cpp"
