// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lineedit.h"

#include "json/replacedpart.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFrame>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

class LineFieldEditor : public FieldEditor
{
public:
    explicit LineFieldEditor(LineEdit &line)
        : FieldEditor(line)
        , m_line(line)
    {
        connect(&line, &LineEdit::valueChanged, this, &FieldEditor::changed);
        connect(&line, &LineEdit::inputCut, this, &LineFieldEditor::cutAt);
        connect(&line, &QLineEdit::cursorPositionChanged, this, &FieldEditor::spotChanged);
    }

    FieldValue value() const override { return FieldValue(m_line.text()); }
    void change(const FieldValue &value) override { m_line.setValue(value.text()); }
    void replace(const FieldValue &value) override
    {
        m_line.setValue(value.text());
        m_line.setCursorPosition(0);
    }
    void setReadOnly(bool readOnly) override
    {
        if (m_line.isReadOnly() == readOnly)
            return;
        m_line.setReadOnly(readOnly);
        m_line.style()->unpolish(&m_line); // the style sheet looks at the property only then
        m_line.style()->polish(&m_line);
    }
    void setHint(const QString &hint) override { m_line.setHint(hint); }

    FieldSpot spot() const override { return {.cursor = m_line.cursorPosition()}; }
    void setSpot(const FieldSpot &spot) override
    {
        m_line.setCursorPosition(
            int(std::clamp(spot.cursor, qint64(0), qint64(m_line.text().size()))));
    }
    void goToChange(qsizetype begin, qsizetype end) override
    {
        FieldEditor::goToChange(begin, end);
        m_line.setCursorPosition(int(end));
    }
    QMenu *makeMenu(const QPoint &) override
    {
        return m_line.isReadOnly() ? nullptr : m_line.createStandardContextMenu();
    }

private:
    LineEdit &m_line;
};

} // namespace

LineEdit::LineEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_trailing(new QHBoxLayout(this))
    , m_hint(new QLabel)
{
    // Not addAction(): its buttons take the size that tool buttons have elsewhere.
    m_trailing->setContentsMargins(0, 0, 6, 0);
    m_trailing->setSpacing(4);
    m_trailing->addStretch(1);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setProperty("role", u"muted"_s);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hint->hide();
    m_trailing->addWidget(m_hint);
    setMaxLength(inputLimit);
    connect(this, &QLineEdit::textChanged, this, &LineEdit::valueChanged);
    connect(this, &QLineEdit::inputRejected, this, [this] { emit inputCut(maxLength()); });
}

void LineEdit::setValue(const QString &value)
{
    if (value == text())
        return;
    const ReplacedText change = replacedBetween(text(), value);
    setMaxLength(int(qMax(qsizetype(inputLimit), value.size())));
    setText(value);
    // The beginning of a long value says more than its end, unless somebody works in it.
    setCursorPosition(hasFocus() ? int(change.at + change.inserted.size()) : 0);
}

void LineEdit::setHint(const QString &hint)
{
    if (hint == m_hint->text())
        return;
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    reserveSpace();
}

QString LineEdit::hint() const { return m_hint->text(); }

FieldEditor *LineEdit::fieldEditor()
{
    if (!m_fieldEditor)
        m_fieldEditor = new LineFieldEditor(*this);
    return m_fieldEditor;
}

void LineEdit::addTrailing(QWidget *widget)
{
    m_trailing->addWidget(widget);
    reserveSpace();
}

//! Says with "…" that the text goes on, unless somebody works in it.
void LineEdit::paintEvent(QPaintEvent *event)
{
    QStyleOptionFrame panel;
    initStyleOption(&panel);
    constexpr int innerMargin = 2; // Qt's own
    const QRect area = style()
                           ->subElementRect(QStyle::SE_LineEditContents, &panel, this)
                           .marginsRemoved(textMargins())
                           .adjusted(innerMargin, 0, -innerMargin, 0);
    const QString shown = displayText();
    if (hasFocus() || cursorPosition() != 0
        || fontMetrics().horizontalAdvance(shown.left(area.width())) <= area.width()) {
        QLineEdit::paintEvent(event);
        return;
    }
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &panel, &painter, this);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(shown, Qt::ElideRight, area.width()));
}

void LineEdit::reserveSpace()
{
    int width = 0;
    for (int i = 0; i < m_trailing->count(); ++i) {
        const QLayoutItem *item = m_trailing->itemAt(i);
        if (item->widget() && !item->widget()->isHidden())
            width += item->sizeHint().width() + m_trailing->spacing();
    }
    setTextMargins(0, 0, width, 0);
}

} // namespace modelscribe

#include "moc_lineedit.cpp"
