// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linkstrip.h"

#include "core/visibletext.h"
#include "ui/widgets/exacttextedit.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

LinkStrip::LinkStrip(QWidget *parent)
    : QWidget(parent)
    , m_opener([](const QUrl &link) { QDesktopServices::openUrl(link); })
    , m_host(new QLabel)
    , m_address(new ExactTextEdit)
    , m_open(new QPushButton)
    , m_cancel(new QPushButton)
{
    m_host->setTextFormat(Qt::PlainText);
    m_host->setWordWrap(true);
    m_host->setProperty("role", u"heading"_s);
    m_address->setReadOnly(true);
    m_address->setTabChangesFocus(true);
    m_address->setWordWrapMode(QTextOption::WrapAnywhere); // all of it is to be seen
    m_address->setFixedHeight(64);
    for (QPushButton *button : {m_open, m_cancel})
        button->setAutoDefault(false);
    connect(m_open, &QPushButton::clicked, this, &LinkStrip::open);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        hide();
        emit answered();
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_host, 1);
    row->addWidget(m_open);
    row->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_address);
    retranslate();
    hide();
}

QUrl LinkStrip::webAddress(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return url.isValid() && web && !url.host().isEmpty() ? url : QUrl();
}

void LinkStrip::ask(const QUrl &link)
{
    m_link = webAddress(link.toString(QUrl::FullyEncoded));
    const bool opens = m_link.isValid();
    m_address->setText(visibleText(link.toString(QUrl::FullyEncoded), 4000));
    m_address->moveCursor(QTextCursor::Start);
    m_open->setVisible(opens);
    retranslate();
    show();
    (opens ? m_open : m_cancel)->setFocus(Qt::OtherFocusReason);
}

void LinkStrip::open()
{
    hide();
    emit answered();
    if (m_link.isValid())
        m_opener(m_link);
}

void LinkStrip::retranslate()
{
    m_host->setText(
        m_link.isValid()
            ? tr("The link leads to %1").arg(visibleText(m_link.host(QUrl::FullyEncoded), 200))
            : tr("The link is not a web address, so it is not opened"));
    m_open->setText(tr("Open in browser"));
    m_cancel->setText(tr("Cancel"));
    m_address->setAccessibleName(tr("Address of the link"));
}

void LinkStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_linkstrip.cpp"
