// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/markdowntext.h"
#include "remote/remotefile.h"

#include <QDialog>
#include <QPointer>

#include <functional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTextBrowser;

namespace modelscribe {

class LinkStrip;
class RemoteHosts;

//! Shows the Markdown text of a web address, once it was asked for. A link opens nothing: it shows
//! where it leads, and the person decides.
class DocumentPreview : public QDialog
{
    Q_OBJECT

public:
    static constexpr qint64 maxFile = 1024 * 1024;

    enum class State { Asking, Loading, Shown, Failed };

    //! \p files and \p hosts outlive this. Show it with show().
    DocumentPreview(RemoteFiles &files, RemoteHosts &hosts, const QUrl &url,
                    QWidget *parent = nullptr);
    ~DocumentPreview() override;

    const QUrl &url() const { return m_url; }
    State state() const { return m_state; }
    QString message() const;
    //! What opens an address; the desktop's browser unless set.
    void setOpener(std::function<void(const QUrl &)> opener);

public slots:
    void load();
    void allowHost();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildMessage();
    void take(const Result<RemoteFile> &file);
    void takeText(const Result<MarkdownText> &text);
    void fail(const Error &error);
    void showState(State state);
    void retranslate();

    RemoteFiles &m_files;
    RemoteHosts &m_hosts;
    QUrl m_url;
    QFuture<Result<RemoteFile>> m_loading;
    MarkdownText m_text;
    Error m_error;
    State m_state = State::Asking;
    QStackedWidget *m_pages;
    QLabel *m_message;
    QPushButton *m_load;
    QPushButton *m_always;
    QLabel *m_cut;
    QTextBrowser *m_view;
    LinkStrip *m_links;
};

} // namespace modelscribe
