// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/sidebar.h"

#include "lists/draftterm.h"
#include "lists/facetcounter.h"
#include "lists/facetmodel.h"
#include "model/queryedit.h"
#include "ui/browse/sidebardelegate.h"
#include "ui/browse/sidebarsearches.h"
#include "ui/widgets/spokenname.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using FacetKind = FacetModel::Kind;
using Asked = FacetModel::State;

QString fieldOf(const QModelIndex &index) { return index.data(FacetModel::FieldRole).toString(); }

//! Not null, which would mean "no term at all".
QString valueOf(const QModelIndex &index)
{
    const QString value = index.data(FacetModel::ValueRole).toString();
    return value.isNull() ? u""_s : value;
}

QString idOf(const QModelIndex &index) { return index.data(FacetModel::IdRole).toString(); }

template<typename Visit>
void visitAll(const QAbstractItemModel &model, const QModelIndex &parent, const Visit &visit)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        visit(index);
        visitAll(model, index, visit);
    }
}

//! "No value" cannot stand among others: task:(a OR ).
QString withValue(const QString &query, const QString &field, const QString &value)
{
    const QStringList asked = QueryFacet::of(query, field).included;
    const bool isAlone = value.isEmpty() || (asked.size() == 1 && asked.first().isEmpty());
    return isAlone ? queryWithTerm(query, field, value) : queryWithValue(query, field, value);
}

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QTreeView(parent)
    , m_searches(new SidebarSearches(*this))
{
    setSpokenName(*this, [] { return tr("Facets"); });
    setProperty("role", u"side"_s);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setItemDelegate(new SidebarDelegate(this));
    setSelectionMode(QAbstractItemView::NoSelection); // the query marks
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    connect(m_searches, &SidebarSearches::queryChosen, this, &Sidebar::queryChosen);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (FacetModel::kindOf(index) != FacetKind::Section)
            m_expanded.insert(idOf(index));
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (FacetModel::kindOf(index) == FacetKind::Section)
            expand(index); // sections are headings
        else if (!m_restoring)
            m_expanded.remove(idOf(index));
    });
}

void Sidebar::setFacets(FacetModel *facets)
{
    m_facets = facets;
    setModel(facets);
    connect(facets, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const QModelIndex index = currentIndex();
        m_currentId = idOf(index);
        m_currentSearch = index.isValid() && FacetModel::kindOf(index) == FacetKind::Search
                              ? index.row()
                              : -1;
    });
    connect(facets, &QAbstractItemModel::modelReset, this, &Sidebar::restore);
    restore();
}

void Sidebar::restore()
{
    const QScopedValueRollback guard(m_restoring, true);
    visitAll(*model(), {}, [this](const QModelIndex &index) {
        if (FacetModel::kindOf(index) == FacetKind::Section || m_expanded.contains(idOf(index)))
            expand(index);
        if (!m_currentId.isEmpty() && idOf(index) == m_currentId)
            setCurrentIndex(index);
    });
    if (!currentIndex().isValid())
        setCurrentIndex(rowInPlace());
    openMarked();
}

//! Of the current row, which is gone: it has another name now, or was deleted.
QModelIndex Sidebar::rowInPlace() const
{
    QModelIndex result = model()->index(0, 0);
    visitAll(*model(), {}, [&](const QModelIndex &index) {
        if (FacetModel::kindOf(index) == FacetKind::Search && index.row() <= m_currentSearch)
            result = index;
    });
    return result;
}

//! What is asked for is seen.
void Sidebar::openMarked()
{
    visitAll(*model(), {}, [this](const QModelIndex &index) {
        const bool isBelow = FacetModel::kindOf(index) == FacetKind::Value
                             || FacetModel::kindOf(index) == FacetKind::Rule;
        if (isBelow && FacetModel::stateOf(index) != Asked::None)
            expand(index.parent());
    });
}

void Sidebar::setSearches(SavedSearches *searches) { m_searches->setSearches(searches); }

void Sidebar::setTypedQuery(const QString &query)
{
    m_typed = query;
    m_searches->setTypedQuery(query);
}

void Sidebar::renameSearch(const QString &name)
{
    visitAll(*model(), {}, [&](const QModelIndex &index) {
        if (FacetModel::kindOf(index) != FacetKind::Search || valueOf(index) != name)
            return;
        setCurrentIndex(index);
        scrollTo(index);
        setFocus();
        edit(index);
    });
}

//! Rows that come and go meanwhile would end what is typed.
bool Sidebar::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool begins = QTreeView::edit(index, trigger, event);
    if (state() == EditingState)
        m_facets->hold(true);
    return begins;
}

void Sidebar::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTreeView::closeEditor(editor, hint);
    m_facets->hold(false);
}

void Sidebar::showQuery(const QString &query)
{
    m_query = query;
    setTypedQuery(query);
    if (!m_facets)
        return;
    m_facets->setQuery(query);
    openMarked();
}

QString Sidebar::withoutFacets(const QString &query)
{
    QString result = splitDraftTerm(query).rest;
    for (const QLatin1StringView field : FacetCodes::fields())
        result = queryWithTerm(result, field, QString());
    return queryWithTerm(result, u"label"_s, QString());
}

void Sidebar::change(const QModelIndex &index,
                     QString (*edit)(const QString &, const QString &, const QString &))
{
    emit queryChosen(edit(splitDraftTerm(m_typed).rest, fieldOf(index), valueOf(index)));
}

void Sidebar::clearFacet(const QModelIndex &section)
{
    QString query = queryWithTerm(m_typed, fieldOf(section), QString());
    if (fieldOf(section) == "domain"_L1)
        query = queryWithTerm(query, u"task"_s, QString());
    emit queryChosen(query);
}

//! Of its facet nothing else.
QString Sidebar::withOnly(const QModelIndex &index) const
{
    QString query = splitDraftTerm(m_typed).rest;
    if (FacetModel::kindOf(index.parent()) != FacetKind::Group)
        return queryWithTerm(query, fieldOf(index), valueOf(index));
    const QueryFacet asked = QueryFacet::of(query, fieldOf(index), valueOf(index));
    for (const QString &value : asked.included + asked.excluded)
        query = queryWithoutValue(query, fieldOf(index), value);
    return queryWithValue(query, fieldOf(index), valueOf(index));
}

//! All that is asked for is a row's query.
bool Sidebar::asksNamedSearch() const
{
    bool asks = false;
    visitAll(*model(), {}, [&asks](const QModelIndex &index) {
        const FacetKind kind = FacetModel::kindOf(index);
        const bool isNamed = kind == FacetKind::Search || kind == FacetKind::Rule
                             || kind == FacetKind::Look;
        asks = asks || (isNamed && FacetModel::stateOf(index) != Asked::None);
    });
    return asks;
}

//! All of it when it is shown already. What is asked for of another one is asked for of it, too.
void Sidebar::chooseList(const QString &provider)
{
    if (m_facets->provider() == provider) {
        emit queryChosen(asksNamedSearch() ? QString() : withoutFacets(m_typed));
        return;
    }
    if (const DraftQuery asked = splitDraftTerm(m_typed); asked.onlyDrafts)
        emit queryChosen(asked.rest);
    emit listRequested(provider);
}

void Sidebar::choose(const QModelIndex &index)
{
    switch (FacetModel::kindOf(index)) {
    case FacetKind::Section:
        if (FacetModel::stateOf(index) == Asked::None)
            break;
        if (fieldOf(index).isEmpty())
            emit queryChosen({}); // one of its searches is all that is asked for
        else
            clearFacet(index);
        break;
    case FacetKind::Look:
        if (index.data(FacetModel::QueryRole).toString().isEmpty()) {
            setExpanded(index, !isExpanded(index));
            break;
        }
        [[fallthrough]];
    case FacetKind::Search:
    case FacetKind::Rule:
        if (FacetModel::kindOf(index) != FacetKind::Rule
            || !index.data(FacetModel::QueryRole).toString().isEmpty())
            emit queryChosen(index.data(FacetModel::QueryRole).toString());
        break;
    case FacetKind::Drafts: emit queryChosen(draftTerm); break;
    case FacetKind::Activity: emit activityRequested(); break; // the list stays what it is
    case FacetKind::All: chooseList({}); break;
    case FacetKind::Provider: chooseList(valueOf(index)); break;
    case FacetKind::Group: setExpanded(index, !isExpanded(index)); break;
    case FacetKind::More: m_facets->toggleMore(index); break;
    case FacetKind::Value:
        change(index, FacetModel::stateOf(index) == Asked::None ? withValue : queryWithoutValue);
        break;
    }
}

void Sidebar::mousePressEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    const QModelIndex index = indexAt(place);
    if (index.isValid() && SidebarDelegate::arrowRect(visualRect(index), index).contains(place)) {
        setExpanded(index, !isExpanded(index));
        return;
    }
    m_searches->press(*event, index);
    QTreeView::mousePressEvent(event);
}

void Sidebar::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_searches->drag(*event))
        QTreeView::mouseMoveEvent(event);
}

void Sidebar::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    QPainter painter(viewport());
    m_searches->paintTarget(painter);
}

void Sidebar::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    const QModelIndex index = indexAt(place);
    const bool isClick = event->button() == Qt::LeftButton && index.isValid()
                         && index == currentIndex()
                         && !SidebarDelegate::arrowRect(visualRect(index), index).contains(place);
    QTreeView::mouseReleaseEvent(event);
    if (m_searches->drop() || !isClick)
        return;
    if (FacetModel::kindOf(index) == FacetKind::Section) {
        if (SidebarDelegate::clearRect(*this, index).contains(place))
            choose(index);
    } else if (event->modifiers().testFlag(Qt::ControlModifier)
               && FacetModel::kindOf(index) == FacetKind::Value) {
        change(index,
               FacetModel::stateOf(index) == Asked::Excluded ? queryWithoutValue : queryExcluding);
    } else {
        choose(index);
    }
}

bool Sidebar::event(QEvent *event)
{
    // Alt and an arrow are the window's otherwise.
    if (event->type() == QEvent::ShortcutOverride
        && m_searches->handleKey(*static_cast<QKeyEvent *>(event), currentIndex(), false)) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (m_searches->handleKey(*event, index, true))
        return;
    if (index.isValid() && !(event->modifiers() & ~Qt::KeypadModifier)) {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space: choose(index); return;
        case Qt::Key_Delete:
            if (FacetModel::kindOf(index) == FacetKind::Value)
                change(index, FacetModel::stateOf(index) == Asked::Excluded ? queryWithoutValue
                                                                            : queryExcluding);
            return;
        default: break;
        }
    }
    QTreeView::keyPressEvent(event);
}

QMenu *Sidebar::makeMenu(const QModelIndex &index)
{
    if (QMenu *menu = m_searches->makeMenu(index))
        return menu;
    if (!index.isValid() || FacetModel::kindOf(index) != FacetKind::Value)
        return nullptr;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // The row may be gone when the choice is made; what was meant is not.
    const QString rest = splitDraftTerm(m_typed).rest;
    const QString field = fieldOf(index);
    const QString value = valueOf(index);
    const auto add = [&](const QString &text, const QString &query) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, query] { emit queryChosen(query); });
    };
    const Asked state = FacetModel::stateOf(index);
    add(tr("Only this"), withOnly(index));
    if (state != Asked::Included)
        add(tr("Add"), withValue(rest, field, value));
    if (state != Asked::Excluded)
        add(tr("Exclude"), queryExcluding(rest, field, value));
    if (state != Asked::None)
        add(tr("Remove"), queryWithoutValue(rest, field, value));
    menu->addSeparator();
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this,
            [value] { QGuiApplication::clipboard()->setText(value); });
    return menu;
}

void Sidebar::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    QMenu *menu = makeMenu(index);
    if (!menu)
        return;
    const QRect row = visualRect(index);
    menu->popup(isByKey ? viewport()->mapToGlobal(row.bottomLeft() + QPoint(24, 0))
                        : event->globalPos());
}

void Sidebar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        doItemsLayout();
    QTreeView::changeEvent(event);
}

} // namespace modelscribe

#include "moc_sidebar.cpp"
