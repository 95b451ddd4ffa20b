// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/documentedit.h"

#include "core/visibletext.h"
#include "ui/edit/plaintext.h"
#include "ui/theme.h"

#include <QAction>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

DocumentEdit::DocumentEdit(QWidget *parent)
    : LineEdit(parent)
    , m_opener([](const QUrl &url) { QDesktopServices::openUrl(url); })
    , m_open(addAction(Theme::of(this).icon(u"external"_s, ThemeColor::Muted),
                       QLineEdit::TrailingPosition))
{
    m_open->setText(tr("Open document"));
    connect(m_open, &QAction::triggered, this, &DocumentEdit::askToOpen);
    connect(this, &QLineEdit::textChanged, this, &DocumentEdit::refresh);
    for (auto *button : findChildren<QToolButton *>()) {
        button->setAccessibleName(tr("Open document"));
        button->setCursor(Qt::ArrowCursor);
    }
    refresh();
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
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Open document"));
    box->setText(tr("Open a page of %1 in the browser?").arg(host));
    box->setInformativeText(visibleText(url.toString(QUrl::FullyEncoded), 300));
    auto *open = box->addButton(tr("Open %1").arg(host), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(open, &QPushButton::clicked, this, [this, url] { m_opener(url); });
    box->open();
}

} // namespace modelscribe
