// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/rowdragging.h"

#include "lists/modeltablemodel.h"
#include "ui/browse/modeltable.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr int lineHeight = 2;
constexpr int scrollEdge = 24;
constexpr auto scrollEvery = 40ms;

class TargetLine : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), Theme::of(this).color(ThemeColor::Accent));
    }
};

} // namespace

RowDragging::RowDragging(ModelTable &table, const ModelTableModel &models)
    : QObject(&table)
    , m_table(table)
    , m_viewport(table.viewport())
    , m_models(models)
    , m_line(new TargetLine(table.viewport()))
{
    m_line->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_line->hide();
    m_scrolling.setInterval(scrollEvery);
    connect(&m_scrolling, &QTimer::timeout, this, &RowDragging::scroll);
    table.installEventFilter(this);
    table.viewport()->installEventFilter(this);
}

bool RowDragging::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_viewport)
        return filterViewport(*event);
    const bool isKey = event->type() == QEvent::KeyPress
                       || event->type() == QEvent::ShortcutOverride;
    if (!m_isDragging || !isKey)
        return false;
    // Nothing else happens by a key meanwhile.
    event->accept();
    if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        cancel();
    return true;
}

bool RowDragging::filterViewport(QEvent &event)
{
    const auto mouse = [&event] { return static_cast<QMouseEvent *>(&event); };
    switch (event.type()) {
    case QEvent::MouseButtonPress:
        // Shift and Ctrl choose rows, as in any list.
        m_isPressed = mouse()->button() == Qt::LeftButton && mouse()->modifiers() == Qt::NoModifier
                      && m_models.isByOrderNumber()
                      && m_table.indexAt(mouse()->position().toPoint()).isValid();
        m_pressedAt = mouse()->position().toPoint();
        m_isCancelled = false;
        return false;
    case QEvent::MouseMove:
        return m_isPressed && mouse()->buttons().testFlag(Qt::LeftButton)
               && drag(mouse()->position().toPoint());
    case QEvent::MouseButtonRelease: {
        const bool wasPressed = std::exchange(m_isPressed, false);
        if (!m_isDragging)
            return wasPressed && m_isCancelled;
        drop();
        return true;
    }
    case QEvent::Hide:
        if (m_isDragging)
            cancel();
        return false;
    default: return false;
    }
}

//! True while the rows follow the mouse, which then chooses none.
bool RowDragging::drag(const QPoint &at)
{
    if (m_isCancelled)
        return true;
    if (!m_isDragging && (at - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return true; // else a hand that trembles would choose rows
    if (!std::exchange(m_isDragging, true)) {
        m_table.viewport()->setCursor(Qt::ClosedHandCursor);
        m_scrolling.start();
    }
    m_at = at;
    showTarget();
    return true;
}

void RowDragging::showTarget()
{
    const int rows = m_table.model()->rowCount();
    const int below = m_table.rowAt(std::clamp(m_at.y(), 0, m_table.viewport()->height() - 1));
    m_before = below < 0 ? rows : below;
    int y = 0;
    if (below >= 0) {
        const int top = m_table.rowViewportPosition(below);
        const int height = m_table.rowHeight(below);
        const bool isBehind = m_at.y() > top + height / 2;
        m_before += isBehind;
        y = top + (isBehind ? height : 0);
    } else if (rows > 0) {
        y = m_table.rowViewportPosition(rows - 1) + m_table.rowHeight(rows - 1);
    }
    m_line->setGeometry(0, std::max(0, y - lineHeight / 2), m_table.viewport()->width(),
                        lineHeight);
    m_line->show();
    m_line->raise();
}

void RowDragging::scroll()
{
    QScrollBar &bar = *m_table.verticalScrollBar();
    const int fromEnd = m_table.viewport()->height() - m_at.y();
    if (m_at.y() < scrollEdge)
        bar.setValue(bar.value() - bar.singleStep());
    else if (fromEnd < scrollEdge)
        bar.setValue(bar.value() + bar.singleStep());
    else
        return;
    showTarget();
}

void RowDragging::drop()
{
    const int before = m_before;
    cancel();
    emit dropped(before);
}

void RowDragging::cancel()
{
    m_isCancelled = true; // until the button is pressed again
    m_scrolling.stop();
    m_line->hide();
    if (std::exchange(m_isDragging, false))
        m_table.viewport()->unsetCursor();
}

} // namespace modelscribe

#include "moc_rowdragging.cpp"
