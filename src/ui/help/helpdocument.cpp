// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpdocument.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QHash>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextTable>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int pageMargin = 24;
constexpr int codeIndent = 8;

struct StyledPiece
{
    int position;
    int length;
    QTextCharFormat format;
};

//! Code in the fixed font on a ground of its own, links in their colour.
void stylePieces(QTextDocument &document, const HelpStyle &style)
{
    QList<StyledPiece> pieces;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            QTextCharFormat format;
            const bool isCode = block.blockFormat().hasProperty(QTextFormat::BlockCodeFence);
            if (isCode || fragment.charFormat().fontFixedPitch()) {
                format.setFontFamilies(style.fixedFont.families());
                format.setFontPointSize(style.fixedFont.pointSizeF());
                if (!isCode)
                    format.setBackground(style.ground);
            }
            if (fragment.charFormat().isAnchor()) {
                format.setForeground(style.link);
                format.setFontUnderline(false);
            }
            if (!format.isEmpty())
                pieces.append({fragment.position(), fragment.length(), format});
        }
    }
    QTextCursor cursor(&document);
    for (const StyledPiece &piece : pieces) {
        cursor.setPosition(piece.position);
        cursor.setPosition(piece.position + piece.length, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(piece.format);
    }
}

//! Lines that are too long for the page are wrapped: it is never scrolled sideways.
void styleCode(QTextCursor &cursor, const HelpStyle &style)
{
    QTextBlockFormat format;
    format.setNonBreakableLines(false);
    format.setBackground(style.ground);
    format.setTextIndent(codeIndent);
    const auto isCode = [](const QTextBlock &block) {
        return block.isValid() && block.blockFormat().hasProperty(QTextFormat::BlockCodeFence);
    };
    format.setTopMargin(isCode(cursor.block().previous()) ? 0 : 8);
    format.setBottomMargin(isCode(cursor.block().next()) ? 0 : 8);
    cursor.mergeBlockFormat(format);
}

void styleHeading(QTextCursor &cursor, const QStringList &anchors)
{
    const int level = cursor.blockFormat().headingLevel();
    QTextCharFormat letters;
    // Qt's steps: half as large again, a fifth, as the text.
    letters.setProperty(QTextFormat::FontSizeAdjustment, std::max(0, 3 - level));
    letters.setFontWeight(QFont::DemiBold);
    letters.setAnchorNames(anchors);
    letters.setAnchor(true);
    QTextCursor line(cursor);
    line.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    line.mergeCharFormat(letters);
    QTextBlockFormat format;
    format.setTopMargin(level == 1 ? 0 : 20);
    format.setBottomMargin(8);
    cursor.mergeBlockFormat(format);
}

//! Names a heading, and the next ones of the same words otherwise.
class AnchorNaming
{
public:
    QString next(const QString &heading)
    {
        const QString anchor = headingAnchor(heading);
        const int earlier = m_seen[anchor]++;
        return earlier > 0 ? anchor + u'-' + QString::number(earlier) : anchor;
    }

private:
    QHash<QString, int> m_seen;
};

void styleBlocks(QTextDocument &document, const HelpStyle &style, QStringList further)
{
    AnchorNaming naming;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        if (block.blockFormat().headingLevel() > 0) {
            QStringList anchors{naming.next(block.text())};
            if (!further.isEmpty())
                anchors.append(further.takeFirst());
            styleHeading(cursor, anchors);
        } else if (block.blockFormat().hasProperty(QTextFormat::BlockCodeFence)) {
            styleCode(cursor, style);
        } else if (block.textList()) {
            QTextBlockFormat format;
            format.setBottomMargin(4);
            cursor.mergeBlockFormat(format);
        }
    }
}

void styleTables(QTextDocument &document, const HelpStyle &style)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setCellPadding(6);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(style.border);
        format.setTopMargin(8);
        format.setBottomMargin(12);
        format.setHeaderRowCount(1);
        table->setFormat(format);
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCell cell = table->cellAt(0, column);
            QTextCharFormat head = cell.format();
            head.setBackground(style.ground);
            cell.setFormat(head);
            QTextCursor cursor = cell.firstCursorPosition();
            cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
            QTextCharFormat letters;
            letters.setFontWeight(QFont::DemiBold);
            cursor.mergeCharFormat(letters);
        }
    }
}

} // namespace

HelpStyle HelpStyle::of(const Theme &theme)
{
    return {.font = QApplication::font(),
            .fixedFont = theme.fixedFont(),
            .link = theme.color(ThemeColor::Accent),
            .border = theme.color(ThemeColor::Border),
            .ground = theme.color(ThemeColor::Background)};
}

HelpStyle HelpStyle::forPaper(const Theme &theme)
{
    HelpStyle style = of(theme);
    style.link = QColor(0x1f, 0x5f, 0xd6);
    style.border = QColor(0xa0, 0xa5, 0xad);
    style.ground = QColor(0xf4, 0xf5, 0xf7);
    return style;
}

QString headingAnchor(const QString &heading)
{
    QString anchor;
    for (const QChar c : heading.trimmed().toLower()) {
        if (c == u' ' || c == u'-')
            anchor.append(u'-');
        else if (c.isLetterOrNumber() || c == u'_')
            anchor.append(c);
    }
    return anchor;
}

QStringList headingAnchorsOf(const QByteArray &markdown)
{
    QStringList anchors;
    AnchorNaming naming;
    bool isCode = false;
    for (const QByteArray &line : markdown.split('\n')) {
        if (line.startsWith("```"))
            isCode = !isCode;
        else if (!isCode && line.startsWith('#'))
            anchors.append(naming.next(QString::fromUtf8(line.mid(line.indexOf(' ') + 1))));
    }
    return anchors;
}

std::shared_ptr<ClosedDocument> helpDocument(const QByteArray &markdown, const HelpStyle &style,
                                             const QStringList &anchors)
{
    auto read = MarkdownText::read(markdown, QThread::currentThread());
    if (!read) // no page is without a document
        read = MarkdownText::read({}, QThread::currentThread());
    ClosedDocument &document = *read->document;
    document.setDefaultFont(style.font);
    document.setDocumentMargin(pageMargin);
    // Of what follows each is a change of the text's layout, which nobody looks at yet.
    QTextCursor whole(&document);
    whole.beginEditBlock();
    stylePieces(document, style);
    styleBlocks(document, style, anchors);
    styleTables(document, style);
    whole.endEditBlock();
    return read->document;
}

} // namespace modelscribe
