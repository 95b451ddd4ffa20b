// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/markdowntext.h"
#include "ui/help/shortcutlist.h"

#include <QDialog>
#include <QHash>
#include <QUrl>

#include <functional>

class QListWidget;
class QPushButton;
class QTextBrowser;
class QToolButton;

namespace modelscribe {

class HelpFindBar;
class LinkStrip;
class MessageStrip;
struct HelpPage;
struct HelpText;

//! The pages of the help, beside whatever one is doing. Reads no file but what the program came
//! with and goes to no network; a link to the web says where it leads before it is opened.
class HelpWindow : public QDialog
{
    Q_OBJECT

public:
    //! \p shortcuts are asked for whenever they are shown.
    explicit HelpWindow(std::function<QList<ShortcutGroup>()> shortcuts, QWidget *parent = nullptr);
    ~HelpWindow() override;

    //! At \p anchor, where the page has it.
    void showPage(const HelpPage &page, const QString &anchor = {});
    const HelpPage *page() const { return m_page; }
    QTextBrowser &view() const { return *m_view; }
    LinkStrip &links() const { return *m_links; }
    //! The page as it would be printed, as PDF.
    std::function<QByteArray()> pdfOfPage() const;

public slots:
    void goBack();
    void goForward();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Stop
    {
        const HelpPage *page;
        int scrolled = 0; //!< When it was left.
    };

    QWidget *buildBar();
    void retranslate();
    void follow(const QUrl &link);
    void goToHeading(const QString &anchor);
    void goTo(qsizetype stop);
    //! Shows the page as it is now: in this language, in these colours.
    void load();
    HelpText text() const;
    void updateButtons();

    std::function<QList<ShortcutGroup>()> m_shortcuts;
    const HelpPage *m_page = nullptr;
    std::shared_ptr<ClosedDocument> m_document;
    QList<Stop> m_stops;
    qsizetype m_stop = -1;
    QListWidget *m_list;
    QToolButton *m_back;
    QToolButton *m_forward;
    QToolButton *m_find;
    QPushButton *m_pdf;
    MessageStrip *m_strip;
    HelpFindBar *m_findBar;
    QTextBrowser *m_view;
    LinkStrip *m_links;
};

} // namespace modelscribe
