// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/form/textlistfield.h"

#include "ui/widgets/iconbutton.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

struct TextListField::Row
{
    QWidget *box = nullptr;
    QWidget *head = nullptr;
    LineEdit *line = nullptr;
    IconButton *up = nullptr;
    IconButton *down = nullptr;
    IconButton *remove = nullptr;
};

TextListField::TextListField(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_more(new QLabel)
    , m_add(new QPushButton)
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_more->setTextFormat(Qt::PlainText);
    m_more->setProperty("role", u"muted"_s);
    m_more->hide();
    m_add->setProperty("kind", u"link"_s);
    m_add->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_column->addWidget(m_more);
    m_column->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, [this] { insert(int(m_items.size())); });
    setFocusProxy(m_add);
    retranslate();
}

TextListField::~TextListField() = default;

LineEdit *TextListField::line(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[size_t(row)]->line : nullptr;
}

void TextListField::focusRow(int row)
{
    m_wantedRow = row < rowCount() ? -1 : row;
    if (LineEdit *edit = line(std::min(row, rowCount() - 1)))
        edit->setFocus(Qt::OtherFocusReason);
    else
        m_add->setFocus(Qt::OtherFocusReason);
}

QWidget *TextListField::createHead(int) { return nullptr; }

void TextListField::refreshHead(QWidget *, int, const Item &) { }

void TextListField::setItems(const QList<Item> &items)
{
    m_items = items;
    const int wanted = int(std::min(items.size(), qsizetype(shownRows)));
    while (rowCount() > wanted) {
        QWidget *box = m_rows.back()->box;
        m_rows.pop_back();
        box->hide();
        box->deleteLater(); // it may be in the middle of telling of a key
    }
    while (rowCount() < wanted)
        addRow();
    for (int row = 0; row < rowCount(); ++row)
        refreshRow(row);
    // A large text shows only after a while what became of it; the focus may have gone on.
    const QWidget *focus = focusWidget();
    if (m_wantedRow >= 0 && m_wantedRow < rowCount() && focus && focus->hasFocus())
        focusRow(m_wantedRow);
    const qsizetype more = items.size() - wanted;
    m_more->setText(tr("%n more, shown in Text and Tree", nullptr, int(more)));
    m_more->setVisible(more > 0);
    QWidget *first = rowCount() > 0 ? static_cast<QWidget *>(line(0)) : m_add;
    setFocusProxy(first);
}

void TextListField::addRow()
{
    auto row = std::make_unique<Row>();
    row->box = new QWidget;
    row->line = new LineEdit;
    row->up = new IconButton(u"arrow-up"_s, {});
    row->down = new IconButton(u"arrow-down"_s, {});
    row->remove = new IconButton(u"close"_s, {});
    row->line->installEventFilter(this);
    row->head = createHead(rowCount());

    auto *box = new QVBoxLayout(row->box);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    if (row->head)
        box->addWidget(row->head);
    auto *controls = new QHBoxLayout;
    controls->setSpacing(4);
    controls->addWidget(row->line, 1);
    for (IconButton *button : {row->up, row->down, row->remove})
        controls->addWidget(button);
    box->addLayout(controls);

    LineEdit *line = row->line;
    connect(line, &QLineEdit::textChanged, this, [this, line](const QString &text) {
        if (!m_setting)
            emit edited(rowOf(line), text);
    });
    connect(row->up, &QAbstractButton::clicked, this,
            [this, line] { move(rowOf(line), rowOf(line) - 1); });
    connect(row->down, &QAbstractButton::clicked, this,
            [this, line] { move(rowOf(line), rowOf(line) + 1); });
    connect(row->remove, &QAbstractButton::clicked, this, [this, line] { remove(rowOf(line)); });
    m_column->insertWidget(rowCount(), row->box);
    QWidget *before = rowCount() > 0 ? static_cast<QWidget *>(m_rows.back()->remove) : nullptr;
    if (before)
        setTabOrder(before, line);
    setTabOrder(line, row->up);
    setTabOrder(row->up, row->down);
    setTabOrder(row->down, row->remove);
    setTabOrder(row->remove, m_add);
    m_rows.push_back(std::move(row));
    emit lineAdded(line);
}

void TextListField::refreshRow(int at)
{
    const QScopedValueRollback guard(m_setting, true);
    const Row &row = *m_rows[size_t(at)];
    const Item &item = m_items[at];
    row.line->setValue(item.text);
    row.line->setReadOnly(m_readOnly || !item.editable);
    row.line->setPlaceholderText(tr("Empty"));
    setLook(row.line, "editable", item.editable ? u"true"_s : u"false"_s);
    const QString what = m_name.isEmpty() ? QString::number(at + 1)
                                          : tr("%1 %2").arg(m_name).arg(at + 1);
    row.line->setAccessibleName(what);
    row.line->setToolTip(
        tr("Enter adds a line below, Ctrl+Shift+Up and Down move it, Ctrl+Shift+Delete removes "
           "it"));
    row.up->setName(tr("Move %1 up").arg(what));
    row.down->setName(tr("Move %1 down").arg(what));
    row.remove->setName(tr("Remove %1").arg(what));
    row.up->setVisible(!m_readOnly);
    row.down->setVisible(!m_readOnly);
    row.remove->setVisible(!m_readOnly);
    row.up->setEnabled(at > 0);
    row.down->setEnabled(at + 1 < m_items.size());
    if (row.head)
        refreshHead(row.head, at, item);
}

void TextListField::setName(const QString &name)
{
    m_name = name;
    retranslate();
}

void TextListField::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_add->setVisible(!readOnly);
    for (int row = 0; row < rowCount(); ++row)
        refreshRow(row);
}

void TextListField::retranslate()
{
    m_add->setText(tr("Add"));
    m_add->setAccessibleName(m_name.isEmpty() ? tr("Add") : tr("Add to %1").arg(m_name));
    for (int row = 0; row < rowCount(); ++row)
        refreshRow(row);
}

void TextListField::move(int from, int to)
{
    if (m_readOnly || from < 0 || to < 0 || to >= m_items.size())
        return;
    emit moveRequested(from, to);
    focusRow(to);
}

void TextListField::insert(int row)
{
    emit insertRequested(row);
    const bool done = m_items.size() > row && row < rowCount();
    if (done)
        focusRow(row);
    else
        m_wantedRow = row;
}

void TextListField::remove(int row)
{
    emit removeRequested(row);
    focusRow(std::min(row, rowCount() - 1));
    m_wantedRow = -1;
}

int TextListField::rowOf(const QObject *line) const
{
    const auto row = std::ranges::find_if(m_rows,
                                          [line](const auto &r) { return r->line == line; });
    return row == m_rows.end() ? -1 : int(row - m_rows.begin());
}

bool TextListField::onKey(int row, int key, Qt::KeyboardModifiers modifiers)
{
    if (m_readOnly || row < 0)
        return false;
    const auto held = modifiers & ~Qt::KeypadModifier;
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && held == Qt::NoModifier) {
        insert(row + 1);
        return true;
    }
    if (held != (Qt::ControlModifier | Qt::ShiftModifier))
        return false;
    switch (key) {
    case Qt::Key_Up: move(row, row - 1); return true;
    case Qt::Key_Down: move(row, row + 1); return true;
    case Qt::Key_Delete: remove(row); return true;
    default: return false;
    }
}

bool TextListField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (onKey(rowOf(watched), key->key(), key->modifiers()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TextListField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_textlistfield.cpp"
