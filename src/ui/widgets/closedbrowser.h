// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMimeData>
#include <QTextBrowser>
#include <QTextCursor>

namespace modelscribe {

//! Shows a text of strangers: loads nothing and goes nowhere.
class ClosedBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    ClosedBrowser()
    {
        setOpenLinks(false);
        setOpenExternalLinks(false);
        setFrameShape(QFrame::NoFrame);
    }

protected:
    //! Qt would make blanks of no-break spaces. The last two stand around the cells of a table.
    QMimeData *createMimeDataFromSelection() const override
    {
        QString text = textCursor().selectedText();
        for (const QChar end : {QChar(QChar::ParagraphSeparator), QChar(QChar::LineSeparator),
                                QChar(0xfdd0), QChar(0xfdd1)})
            text.replace(end, u'\n');
        auto *copied = new QMimeData;
        copied->setText(text);
        return copied;
    }
    QVariant loadResource(int, const QUrl &) override { return {}; }
    void doSetSource(const QUrl &, QTextDocument::ResourceType) override { }
};

} // namespace modelscribe
