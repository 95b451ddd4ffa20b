// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/suggestionedit.h"

#include "core/visibletext.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QStyle>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

enum SuggestionRole { MatchRole = Qt::UserRole, ValueRole, TitleRole };

class SuggestionCompleter : public QCompleter
{
public:
    using QCompleter::QCompleter;
    QString pathFromIndex(const QModelIndex &index) const override
    {
        return index.data(ValueRole).toString();
    }
    QStringList splitPath(const QString &path) const override { return {path}; }
};

//! The value, and behind it, muted, what it is called.
class SuggestionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {160, 28};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.color(ThemeColor::Selection));
        const QFontMetrics metrics(option.font);
        QRect area = option.rect.adjusted(10, 0, -10, 0);
        painter->setFont(option.font);
        painter->setPen(theme.color(ThemeColor::Text));
        const QString value = metrics.elidedText(visibleText(index.data(ValueRole).toString()),
                                                 Qt::ElideRight, area.width());
        painter->drawText(area, Qt::AlignVCenter | Qt::TextSingleLine, value);
        area.setLeft(area.left() + metrics.horizontalAdvance(value) + 16);
        if (area.width() < 24)
            return;
        painter->setPen(theme.color(ThemeColor::Muted));
        painter->drawText(
            area, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
            metrics.elidedText(index.data(TitleRole).toString(), Qt::ElideRight, area.width()));
    }
};

} // namespace

SuggestionEdit::SuggestionEdit(QWidget *parent)
    : LineEdit(parent)
    , m_model(new QStandardItemModel(this))
    , m_completer(new SuggestionCompleter(this))
    , m_all(new IconButton(u"chevron-down"_s, tr("Suggestions")))
{
    m_completer->setModel(m_model);
    m_completer->setWidget(this); // not setCompleter(): arrow keys would overwrite what was typed
    m_completer->setCompletionRole(MatchRole);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(12);
    QAbstractItemView *popup = m_completer->popup();
    popup->setItemDelegate(new SuggestionDelegate(popup));
    popup->setMouseTracking(true);
    popup->setProperty("role", u"framed"_s);
    if (auto *list = qobject_cast<QListView *>(popup))
        list->setUniformItemSizes(true);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &SuggestionEdit::choose);
    connect(this, &QLineEdit::textEdited, this, &SuggestionEdit::suggest);

    m_all->setFocusPolicy(Qt::NoFocus); // Down does the same
    m_all->setCursor(Qt::ArrowCursor);
    addTrailing(m_all);
    connect(m_all, &QAbstractButton::clicked, this, &SuggestionEdit::showAll);
}

void SuggestionEdit::setSuggestions(Provider provider)
{
    m_provider = std::move(provider);
    m_stale = true;
}

FieldEditor *SuggestionEdit::fieldEditor()
{
    FieldEditor *editor = LineEdit::fieldEditor();
    connect(this, &SuggestionEdit::choosing, editor, &FieldEditor::choosing, Qt::UniqueConnection);
    return editor;
}

void SuggestionEdit::setListName(const QString &name) { m_all->setName(name); }

void SuggestionEdit::setListButtonVisible(bool isVisible)
{
    m_all->setVisible(isVisible);
    reserveSpace();
}

void SuggestionEdit::refill()
{
    if (!m_stale || !m_provider)
        return;
    m_stale = false;
    m_model->clear();
    for (const Suggestion &suggestion : m_provider()) {
        auto *item = new QStandardItem(visibleText(suggestion.value));
        item->setData(QString(suggestion.value + u'\n' + suggestion.title), MatchRole);
        item->setData(suggestion.value, ValueRole);
        item->setData(suggestion.title, TitleRole);
        m_model->appendRow(item);
    }
}

void SuggestionEdit::showAll()
{
    if (isReadOnly())
        return;
    setFocus();
    refill();
    m_completer->setCompletionPrefix(QString());
    openList();
    QAbstractItemView *popup = m_completer->popup();
    const auto found = m_completer->completionModel()->match(
        m_completer->completionModel()->index(0, 0), ValueRole, text(), 1, Qt::MatchExactly);
    if (!found.isEmpty())
        popup->setCurrentIndex(found.first());
}

void SuggestionEdit::suggest(const QString &typed)
{
    if (m_choosing || isReadOnly())
        return;
    refill();
    m_completer->setCompletionPrefix(typed);
    const bool settled = m_completer->completionCount() == 1
                         && m_completer->currentIndex().data(ValueRole).toString() == typed;
    if (typed.isEmpty() || m_completer->completionCount() == 0 || settled)
        m_completer->popup()->hide();
    else
        openList();
}

//! As wide as its longest entry, within reason: a field may be narrower than what it offers.
void SuggestionEdit::openList()
{
    constexpr int widest = 420;
    constexpr int rowsMeasured = 200;
    const QFontMetrics metrics(m_completer->popup()->font());
    const QAbstractItemModel &rows = *m_completer->completionModel();
    int wanted = width();
    for (int row = 0; row < std::min(rows.rowCount(), rowsMeasured) && wanted < widest; ++row) {
        const QModelIndex index = rows.index(row, 0);
        const QString title = index.data(TitleRole).toString();
        const int text = metrics.horizontalAdvance(visibleText(index.data(ValueRole).toString()))
                         + (title.isEmpty() ? 0 : 16 + metrics.horizontalAdvance(title));
        wanted = std::max(wanted, text + 20 + style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 4);
    }
    m_completer->complete(QRect(0, 0, std::min(wanted, std::max(widest, width())), height()));
}

void SuggestionEdit::choose(const QString &value)
{
    const QScopedValueRollback guard(m_choosing, true);
    emit choosing();
    selectAll(); // as an edit, so that Ctrl+Z brings back what was there
    insert(value);
}

void SuggestionEdit::takeMarked()
{
    QAbstractItemView *popup = m_completer->popup();
    if (!popup->isVisible())
        return;
    const QModelIndex marked = popup->currentIndex();
    popup->hide();
    if (marked.isValid())
        choose(marked.data(ValueRole).toString());
}

void SuggestionEdit::focusInEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        m_stale = true;
    LineEdit::focusInEvent(event);
}

void SuggestionEdit::keyPressEvent(QKeyEvent *event)
{
    const bool popupOpen = m_completer->popup()->isVisible();
    if (popupOpen
        && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
            || event->key() == Qt::Key_Escape)) {
        event->ignore(); // the list takes them
        return;
    }
    if (!popupOpen && event->key() == Qt::Key_Down
        && (event->modifiers() & ~(Qt::AltModifier | Qt::KeypadModifier)) == Qt::NoModifier) {
        showAll();
        return;
    }
    LineEdit::keyPressEvent(event);
}

} // namespace modelscribe

#include "moc_suggestionedit.cpp"
