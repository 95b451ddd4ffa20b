// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QTextDocument>

#include <memory>

namespace modelscribe {

//! A text document that loads nothing, whatever stands in it.
class ClosedDocument : public QTextDocument
{
    Q_OBJECT

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

//! Markdown of strangers as a document to look at.
struct MarkdownText
{
    // What Qt reads and lays out without holding up the window: its times grow with the square of
    // a paragraph's and of a list's length.
    static constexpr qsizetype limit = 64 * 1024;  //!< In UTF-16 units; more is cut.
    static constexpr qsizetype lineLimit = 2000;   //!< Lines; more are cut.
    static constexpr qsizetype longestLine = 1000; //!< Longer ones become several paragraphs.
    static constexpr int pieceLimit = 3000;        //!< Pieces of another look or link each.

    std::shared_ptr<ClosedDocument> document;
    bool isCut = false;

    //! HTML is shown as text, a picture by its description, and what is invisible by marks. To be
    //! called on any thread; the document then belongs to \p thread. Kind::Decode with the code
    //! "NotText" when \p utf8 is not UTF-8.
    static Result<MarkdownText> read(const QByteArray &utf8, QThread *thread);
};

} // namespace modelscribe
