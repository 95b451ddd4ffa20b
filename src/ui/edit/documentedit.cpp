// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/documentedit.h"

#include "core/visibletext.h"
#include "ui/edit/iconbutton.h"
#include "ui/plaintext.h"

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
    refresh(); // it has another tool tip
}

QUrl DocumentEdit::openable(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return url.isValid() && web && !url.host().isEmpty() ? url : QUrl();
}

void DocumentEdit::refresh()
{
    const QUrl url = openable(text());
    m_open->setEnabled(url.isValid());
    m_open->setToolTip(url.isValid()
                           ? visibleToolTip(tr("Open %1…").arg(url.host(QUrl::FullyEncoded)))
                           : tr("Only http and https addresses can be opened"));
}

void DocumentEdit::askToOpen()
{
    const QUrl url = openable(text());
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
