// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/markdowntext.h"

#include "core/visibletext.h"

#include <QStringDecoder>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextTable>
#include <QThread>

#include <limits>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! The beginning of \p text that can be shown.
QString shownPart(QString text)
{
    text.truncate(MarkdownText::limit);
    qsizetype end = -1;
    for (qsizetype line = 0; line < MarkdownText::lineLimit; ++line) {
        end = text.indexOf(u'\n', end + 1);
        if (end < 0)
            return text;
    }
    return text.first(end);
}

//! As visibleText() shows each line, with the blanks that mean something in Markdown.
QString visibleLines(QString text)
{
    text.replace(u'\t', u"    "_s);
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        const QString shown = visibleText(line, std::numeric_limits<qsizetype>::max());
        for (qsizetype at = 0; at == 0 || at < shown.size(); at += MarkdownText::longestLine) {
            if (at > 0)
                lines.append(QString());
            lines.append(shown.mid(at, MarkdownText::longestLine));
        }
    }
    return lines.join(u'\n');
}

struct ImagePlace
{
    int position;
    QString description;
    QTextCharFormat format;
};

//! Not only not loaded but gone: Qt's painter of images opens local files by itself.
void replaceImages(QTextDocument &document)
{
    QList<ImagePlace> places;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const QTextCharFormat format = fragment.charFormat();
            if (!format.isImageFormat())
                continue;
            QTextCharFormat plain;
            plain.setFontItalic(true);
            if (format.isAnchor()) {
                plain.setAnchor(true);
                plain.setAnchorHref(format.anchorHref());
            }
            for (int i = 0; i < fragment.length(); ++i)
                places.append({fragment.position() + i,
                               format.stringProperty(QTextFormat::ImageAltText), plain});
        }
    }
    QTextCursor cursor(&document);
    for (auto place = places.crbegin(); place != places.crend(); ++place) {
        cursor.setPosition(place->position);
        cursor.setPosition(place->position + 1, QTextCursor::KeepAnchor);
        cursor.insertText(u'[' + (place->description.isEmpty() ? u"…"_s : place->description)
                              + u']',
                          place->format);
    }
}

//! Cuts behind the piece of text that is one too many; false: there was none.
bool cutPieces(QTextDocument &document)
{
    int count = 0;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (++count <= MarkdownText::pieceLimit)
                continue;
            QTextCursor cursor(&document);
            cursor.setPosition(it.fragment().position());
            cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
            cursor.removeSelectedText();
            return true;
        }
    }
    return false;
}

//! Room between paragraphs, and tables that look like tables.
void layOut(QTextDocument &document)
{
    constexpr int space = 8;
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextBlockFormat old = block.blockFormat();
        if (block.textList() || old.nonBreakableLines())
            continue;
        cursor.setPosition(block.position());
        if (cursor.currentTable())
            continue;
        QTextBlockFormat format;
        format.setTopMargin(space);
        format.setBottomMargin(space);
        cursor.mergeBlockFormat(format);
    }
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setCellPadding(4);
        format.setCellSpacing(0);
        format.setBorderCollapse(true);
        format.setBorderBrush(Qt::gray);
        table->setFormat(format);
    }
}

} // namespace

Result<MarkdownText> MarkdownText::read(const QByteArray &utf8, QThread *thread)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString whole = decoder.decode(utf8);
    if (decoder.hasError())
        return failure(Error{.kind = Error::Kind::Decode, .code = u"NotText"_s});
    whole.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    const QString text = shownPart(whole);
    MarkdownText result;
    result.isCut = text.size() < whole.size();
    // Later: a view may show it still, and the last one to hold it may be on another thread.
    result.document = {new ClosedDocument, [](ClosedDocument *old) { old->deleteLater(); }};
    result.document->setUndoRedoEnabled(false);
    result.document->setMarkdown(
        visibleLines(text), QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                                | QTextDocument::MarkdownNoHTML);
    result.isCut = cutPieces(*result.document) || result.isCut;
    replaceImages(*result.document);
    layOut(*result.document);
    result.document->moveToThread(thread);
    return result;
}

} // namespace modelscribe

#include "moc_markdowntext.cpp"
