// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/sidebarsearches.h"

#include "core/visibletext.h"
#include "lists/facetmodel.h"
#include "model/lookrules.h"
#include "model/queryparser.h"
#include "session/savedsearches.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using RowKind = FacetModel::Kind;

QString nameOf(const QModelIndex &index) { return index.data(FacetModel::ValueRole).toString(); }

bool isSearch(const QModelIndex &index)
{
    return index.isValid() && FacetModel::kindOf(index) == RowKind::Search;
}

//! Shown beside the words; the key itself is the view's.
void showKey(QAction *action, const QKeySequence &keys)
{
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
}

} // namespace

SidebarSearches::SidebarSearches(QTreeView &view)
    : QObject(&view)
    , m_view(view)
{
}

qsizetype SidebarSearches::placeOf(const QString &name) const
{
    const SavedSearch *search = m_searches->set().find(name);
    return search ? search - m_searches->set().searches.constData() : -1;
}

bool SidebarSearches::handleKey(QKeyEvent &event, const QModelIndex &index, bool isPressed)
{
    if (m_isDragging && event.key() == Qt::Key_Escape) {
        if (isPressed)
            cancelDrag();
        return true;
    }
    if (!m_searches || !isSearch(index))
        return false;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isMove = modifiers == Qt::AltModifier
                        && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down);
    const bool isOther = !modifiers && (event.key() == Qt::Key_F2 || event.key() == Qt::Key_Delete);
    if (!isMove && !isOther)
        return false;
    if (!isPressed)
        return true;
    if (isMove)
        move(nameOf(index), event.key() == Qt::Key_Up ? -1 : 1);
    else if (event.key() == Qt::Key_F2)
        rename(index);
    else
        remove(nameOf(index));
    return true;
}

void SidebarSearches::rename(const QModelIndex &index)
{
    m_view.setCurrentIndex(index);
    m_view.scrollTo(index);
    m_view.edit(index);
}

void SidebarSearches::move(const QString &name, qsizetype by)
{
    const qsizetype place = placeOf(name) + by;
    if (place >= 0)
        m_searches->change([name, place](SearchSet &set) { set.move(name, place); });
}

void SidebarSearches::remove(const QString &name)
{
    const SavedSearch *found = m_searches->set().find(name);
    if (!found)
        return;
    const SavedSearch search = *found;
    const qsizetype place = placeOf(name);
    m_searches->change([name](SearchSet &set) { set.remove(name); });
    emit removed(search, place);
}

QMenu *SidebarSearches::makeMenu(const QModelIndex &index)
{
    if (!m_searches || !index.isValid())
        return nullptr;
    const RowKind kind = FacetModel::kindOf(index);
    const bool isHeading = kind == RowKind::Section
                           && index.data(FacetModel::FieldRole).toString().isEmpty();
    if (!isHeading && kind != RowKind::Search && kind != RowKind::Rule)
        return nullptr;
    auto *menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!isHeading) {
        const QString query = index.data(FacetModel::QueryRole).toString();
        QAction *ask = menu->addAction(tr("Search for it"));
        ask->setEnabled(!query.isEmpty());
        showKey(ask, Qt::Key_Return);
        connect(ask, &QAction::triggered, this, [this, query] { emit queryChosen(query); });
    }
    if (kind == RowKind::Search)
        addSearchActions(*menu, nameOf(index));
    else if (kind == RowKind::Rule)
        addRuleActions(*menu, nameOf(index));
    if (kind != RowKind::Rule) {
        connect(menu->addAction(tr("Import searches…")), &QAction::triggered, this,
                &SidebarSearches::importRequested);
        connect(menu->addAction(tr("Export searches…")), &QAction::triggered, this,
                &SidebarSearches::exportRequested);
    }
    return menu;
}

void SidebarSearches::addSearchActions(QMenu &menu, const QString &name)
{
    const SavedSearch *search = m_searches->set().find(name);
    const qsizetype place = placeOf(name);
    const auto add = [&](const QString &text, bool isPossible, const auto &run) {
        QAction *action = menu.addAction(text);
        action->setEnabled(isPossible);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    const QString typed = m_typed;
    add(tr("Replace with the current search"),
        search && !typed.trimmed().isEmpty() && search->query != typed
            && parseQuery(typed).isUnderstood(),
        [this, name, typed] {
            m_searches->change([name, typed](SearchSet &set) { set.setQuery(name, typed); });
        });
    menu.addSeparator();
    showKey(add(tr("Rename"), search,
                [this, name] {
                    const QModelIndexList found = m_view.model()->match(
                        m_view.model()->index(0, 0), FacetModel::ValueRole, name, -1,
                        Qt::MatchRecursive | Qt::MatchExactly | Qt::MatchCaseSensitive);
                    for (const QModelIndex &index : found) {
                        if (isSearch(index))
                            return rename(index);
                    }
                }),
            Qt::Key_F2);
    showKey(add(tr("Move up"), place > 0, [this, name] { move(name, -1); }), Qt::ALT | Qt::Key_Up);
    showKey(add(tr("Move down"), place >= 0 && place + 1 < m_searches->set().searches.size(),
                [this, name] { move(name, 1); }),
            Qt::ALT | Qt::Key_Down);
    showKey(add(tr("Delete"), search, [this, name] { remove(name); }), Qt::Key_Delete);
    menu.addSeparator();
}

void SidebarSearches::addRuleActions(QMenu &menu, const QString &id)
{
    const LookRule *rule = findLookRule(id);
    if (!rule)
        return;
    const QString held = m_searches->set().ruleQuery(id);
    const auto add = [&](const QString &text, bool isPossible, const QString &query) {
        QAction *action = menu.addAction(text);
        action->setEnabled(isPossible);
        connect(action, &QAction::triggered, this, [this, id, query] {
            m_searches->change([id, query](SearchSet &set) { set.setRule(id, query); });
        });
    };
    add(tr("Replace with the current search"),
        !m_typed.trimmed().isEmpty() && m_typed != held && parseQuery(m_typed).isUnderstood(),
        m_typed);
    add(tr("Back to %1").arg(QString(rule->query)), held != rule->query, rule->query);
    add(tr("Turn off"), !held.isEmpty(), QString());
}

void SidebarSearches::press(const QMouseEvent &event, const QModelIndex &index)
{
    const bool mayDrag = m_searches && event.button() == Qt::LeftButton && isSearch(index);
    m_pressed = mayDrag ? nameOf(index) : QString();
    m_pressedAt = event.position().toPoint();
}

bool SidebarSearches::drag(const QMouseEvent &event)
{
    if (m_pressed.isNull() || !event.buttons().testFlag(Qt::LeftButton))
        return false;
    const QPoint place = event.position().toPoint();
    if (!m_isDragging
        && (place - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return false;
    m_isDragging = true;
    m_view.setCursor(Qt::ClosedHandCursor);
    const QModelIndex below = m_view.indexAt(QPoint(1, place.y()));
    m_target = isSearch(below) ? below : QModelIndex();
    m_isBehind = m_target.isValid() && place.y() > m_view.visualRect(m_target).center().y();
    m_view.viewport()->update();
    return true;
}

bool SidebarSearches::drop()
{
    const bool wasDragging = m_isDragging;
    const QString name = m_pressed;
    const QString target = wasDragging && m_target.isValid() ? nameOf(m_target) : QString();
    const bool isBehind = m_isBehind;
    cancelDrag();
    if (target.isNull() || target == name)
        return wasDragging;
    const qsizetype from = placeOf(name);
    qsizetype to = placeOf(target) + (isBehind ? 1 : 0);
    if (from >= 0 && from < to)
        --to;
    m_searches->change([name, to](SearchSet &set) { set.move(name, to); });
    return true;
}

void SidebarSearches::cancelDrag()
{
    m_pressed = QString();
    m_target = QModelIndex();
    if (std::exchange(m_isDragging, false)) {
        m_view.unsetCursor();
        m_view.viewport()->update();
    }
}

void SidebarSearches::paintTarget(QPainter &painter) const
{
    if (!m_isDragging || !m_target.isValid())
        return;
    const QRect row = m_view.visualRect(m_target);
    painter.fillRect(
        QRect(row.left() + 8, (m_isBehind ? row.bottom() : row.top()) - 1, row.width() - 16, 2),
        Theme::of(&m_view).color(ThemeColor::Accent));
}

} // namespace modelscribe

#include "moc_sidebarsearches.cpp"
