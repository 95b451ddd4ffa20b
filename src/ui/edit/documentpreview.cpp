// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/documentpreview.h"

#include "core/visibletext.h"
#include "core/whendone.h"
#include "remote/pictureswording.h"
#include "remote/remotehosts.h"
#include "ui/widgets/closedbrowser.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/linkstrip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QThread>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

DocumentPreview::DocumentPreview(RemoteFiles &files, RemoteHosts &hosts, const QUrl &url,
                                 QWidget *parent)
    : QDialog(parent)
    , m_files(files)
    , m_hosts(hosts)
    , m_url(url)
    , m_pages(new QStackedWidget)
    , m_message(new QLabel)
    , m_load(new QPushButton)
    , m_always(new QPushButton)
    , m_cut(new QLabel)
    , m_view(new ClosedBrowser)
    , m_links(new LinkStrip)
{
    setModal(false);
    setUpDialog(*this, {640, 560});
    m_pages->addWidget(buildMessage());
    m_pages->addWidget(m_view);
    m_cut->setTextFormat(Qt::PlainText);
    m_cut->setProperty("role", u"muted"_s);
    m_cut->setContentsMargins(16, 8, 16, 0);
    m_cut->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_cut);
    column->addWidget(m_pages, 1);
    column->addWidget(m_links);
    connect(m_view, &QTextBrowser::anchorClicked, m_links,
            [this](const QUrl &link) { m_links->ask(m_url.resolved(link)); });
    connect(m_links, &LinkStrip::answered, m_view, qOverload<>(&QWidget::setFocus));
    retranslate();
    if (m_hosts.isAllowed(m_url) || m_files.refusal(m_url))
        load();
}

DocumentPreview::~DocumentPreview() { m_loading.cancel(); }

QWidget *DocumentPreview::buildMessage()
{
    auto *page = new QWidget;
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setProperty("role", u"muted"_s);
    for (QPushButton *button : {m_load, m_always})
        button->setAutoDefault(false);
    connect(m_load, &QPushButton::clicked, this, [this] {
        if (m_state == State::Loading)
            m_loading.cancel();
        else
            load();
    });
    connect(m_always, &QPushButton::clicked, this, &DocumentPreview::allowHost);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_load);
    buttons->addWidget(m_always);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(32, 16, 32, 16);
    column->setSpacing(16);
    column->addStretch(1);
    column->addWidget(m_message);
    column->addLayout(buttons);
    column->addStretch(2);
    return page;
}

void DocumentPreview::setOpener(std::function<void(const QUrl &)> opener)
{
    m_links->setOpener(std::move(opener));
}

QString DocumentPreview::message() const { return m_message->text(); }

void DocumentPreview::load()
{
    if (m_state == State::Loading)
        return;
    if (const auto refusal = m_files.refusal(m_url))
        return fail(*refusal);
    showState(State::Loading);
    m_loading = m_files.fetch({.url = m_url, .maxSize = maxFile, .contentType = "text/"});
    whenDone(m_loading, this, [this](const Result<RemoteFile> &file) { take(file); });
}

void DocumentPreview::allowHost()
{
    m_hosts.allow(m_url);
    load();
}

void DocumentPreview::take(const Result<RemoteFile> &file)
{
    if (!file && file.error().kind == Error::Kind::Cancelled)
        return showState(State::Asking);
    if (!file)
        return fail(file.error());
    whenDone(QtConcurrent::run(MarkdownText::read, file->bytes, thread()), this,
             [this](const Result<MarkdownText> &text) { takeText(text); });
}

void DocumentPreview::takeText(const Result<MarkdownText> &text)
{
    if (!text)
        return fail(text.error());
    m_text = *text;
    m_text.document->setDocumentMargin(16);
    m_view->setDocument(m_text.document.get());
    m_cut->setVisible(m_text.isCut);
    showState(State::Shown);
    m_view->setFocus();
}

void DocumentPreview::fail(const Error &error)
{
    m_error = error;
    showState(State::Failed);
}

void DocumentPreview::showState(State state)
{
    m_state = state;
    m_pages->setCurrentIndex(state == State::Shown ? 1 : 0);
    retranslate();
}

void DocumentPreview::retranslate()
{
    const QString host = visibleText(RemoteFiles::hostOf(m_url), 100);
    setWindowTitle(host.isEmpty() ? tr("Document") : tr("Document of %1").arg(host));
    m_view->setAccessibleName(windowTitle());
    const QString address = visibleText(m_url.toString(QUrl::FullyEncoded), 300);
    QString action = tr("Show document");
    bool canLoad = true;
    switch (m_state) {
    case State::Asking:
        m_message->setText(tr("Load the document from %1?\n%2").arg(host, address));
        break;
    case State::Loading:
        m_message->setText(tr("Loading from %1…").arg(host));
        action = tr("Cancel");
        break;
    case State::Failed:
        m_message->setText(pictureswording::whyNot(m_error, m_url) + u'\n' + address);
        action = tr("Retry");
        canLoad = pictureswording::canRetry(m_error);
        break;
    case State::Shown: break;
    }
    m_load->setText(action);
    m_load->setVisible(canLoad);
    m_always->setText(tr("Always for %1").arg(host));
    m_always->setVisible(m_state == State::Asking);
    for (QPushButton *button : {m_load, m_always})
        button->setAccessibleName(button->text());
    m_cut->setText(tr("Only the beginning is shown"));
}

void DocumentPreview::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace modelscribe

#include "moc_documentpreview.cpp"
