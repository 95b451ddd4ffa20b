// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/growingtext.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace modelscribe {

GrowingText::GrowingText(QPlainTextEdit &editor, int least)
    : QObject(&editor)
    , m_editor(editor)
    , m_least(least)
{
    editor.setFixedHeight(least);
    editor.installEventFilter(this);
    connect(&editor, &QPlainTextEdit::textChanged, this, &GrowingText::fit);
}

bool GrowingText::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_editor && event->type() == QEvent::Show && !m_area) {
        QWidget *around = m_editor.parentWidget();
        while (around && !qobject_cast<QScrollArea *>(around))
            around = around->parentWidget();
        m_area = around;
        if (m_area)
            m_area->installEventFilter(this);
    }
    // Later: its viewport has not followed yet.
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        QMetaObject::invokeMethod(this, &GrowingText::fit, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

int GrowingText::most() const { return m_area ? std::max(m_least, m_area->height() / 2) : m_least; }

int GrowingText::wanted(int most) const
{
    const int frame = m_editor.height() - m_editor.viewport()->height();
    const auto *layout = m_editor.document()->documentLayout();
    qreal height = frame + 2 * m_editor.document()->documentMargin();
    for (QTextBlock block = m_editor.document()->begin(); block.isValid() && height < most;
         block = block.next())
        height += layout->blockBoundingRect(block).height();
    return std::clamp(int(height + 1), m_least, most);
}

void GrowingText::fit()
{
    if (!m_editor.isVisible())
        return;
    const int height = wanted(most());
    if (height != m_editor.height())
        m_editor.setFixedHeight(height);
}

} // namespace modelscribe
