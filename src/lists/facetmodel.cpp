// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/facetmodel.h"

#include "core/foldedtext.h"
#include "lists/draftterm.h"
#include "lists/facetcounter.h"
#include "lists/searchrows.h"
#include "model/queryedit.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! What a query says of one facet, as it is compared.
struct Asked
{
    QSet<QString> included;
    QSet<QString> excluded;

    static Asked of(const QString &query, const QString &field, const QString &labelKey = {})
    {
        const QueryFacet facet = QueryFacet::of(query, field, labelKey);
        Asked asked;
        for (const QString &value : facet.included)
            asked.included.insert(foldedText(value));
        for (const QString &value : facet.excluded)
            asked.excluded.insert(foldedText(value));
        return asked;
    }

    FacetNode::State stateOf(const QString &value) const
    {
        const QString folded = foldedText(value);
        if (included.contains(folded))
            return FacetNode::State::Included;
        return excluded.contains(folded) ? FacetNode::State::Excluded : FacetNode::State::None;
    }
};

} // namespace

FacetModel::FacetModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<FacetNode>())
{
    m_rebuildSoon.setSingleShot(true);
    connect(&m_rebuildSoon, &QTimer::timeout, this, &FacetModel::rebuild);
    rebuild();
}

FacetModel::~FacetModel() = default;

void FacetModel::setValues(ValuesInUse *values)
{
    if (m_inUse)
        m_inUse->disconnect(this);
    m_inUse = values;
    if (m_inUse) {
        connect(m_inUse, &ValuesInUse::changed, this, &FacetModel::valuesChanged);
        connect(m_inUse, &QObject::destroyed, this, &FacetModel::valuesChanged);
    }
    valuesChanged();
}

void FacetModel::valuesChanged()
{
    m_areOld = true;
    rebuildSoon();
}

void FacetModel::setCounter(FacetCounter *counter)
{
    m_counter = counter;
    connect(counter, &FacetCounter::changed, this, &FacetModel::showCounts);
    showCounts();
}

void FacetModel::setSearches(SearchRows *searches)
{
    m_searches = searches;
    connect(searches, &SearchRows::changed, this, &FacetModel::rebuild);
    connect(searches, &SearchRows::counted, this, &FacetModel::showCounts);
    rebuild();
}

void FacetModel::hold(bool isHeld)
{
    if (std::exchange(m_isHeld, isHeld) && !isHeld)
        rebuild();
}

void FacetModel::setQuery(const QString &query)
{
    if (std::exchange(m_query, query) != query)
        rebuild(); // at once: marks follow the key, and a click
}

void FacetModel::toggleMore(const QModelIndex &more)
{
    const FacetNode *parent = nodeAt(more)->parent;
    if (!more.isValid() || !parent)
        return;
    const QString id = parent->id();
    if (!m_unfolded.remove(id))
        m_unfolded.insert(id);
    rebuild();
}

void FacetModel::setProviders(const QStringList &providers, const QString &shown)
{
    m_providers = providers;
    m_provider = shown;
    rebuild(); // at once: it was clicked at
}

void FacetModel::setDraftCount(int count)
{
    if (std::exchange(m_draftCount, count) != count)
        rebuildSoon();
}

void FacetModel::showActivity()
{
    if (!std::exchange(m_hasActivity, true))
        rebuildSoon();
}

void FacetModel::rebuildSoon()
{
    // Pages arrive many times a second: counting takes at most a quarter of the time.
    if (!m_rebuildSoon.isActive())
        m_rebuildSoon.start(int(m_rebuildTook * 3));
}

void FacetModel::rebuild()
{
    if (m_isHeld)
        return;
    QElapsedTimer timer;
    timer.start();
    // A key that is typed meanwhile shows the values as they were.
    if (m_areOld && !m_rebuildSoon.isActive()) {
        m_values = FacetValues(m_inUse);
        m_areOld = false;
    }
    auto root = makeFacetTree({.values = m_values,
                               .searches = m_searches,
                               .providers = m_providers,
                               .provider = m_provider,
                               .drafts = m_draftCount,
                               .hasActivity = m_hasActivity,
                               .unfolded = m_unfolded,
                               .query = m_query});
    markStates(*root);
    fill(*root);
    if (root->hasShapeOf(*m_root)) {
        take(*root, {});
    } else {
        beginResetModel();
        m_root = std::move(root);
        endResetModel();
    }
    m_rebuildTook = timer.elapsed();
}

//! What the query says of each row.
void FacetModel::markStates(FacetNode &root) const
{
    QHash<QString, Asked> known;
    const auto asked = [&](const FacetNode &node, const QString &labelKey) -> const Asked & {
        const QString id = node.field + u' ' + labelKey;
        const auto found = known.constFind(id);
        return found == known.cend() ? *known.insert(id, Asked::of(m_query, node.field, labelKey))
                                     : *found;
    };
    const auto mark = [&](const auto &self, FacetNode &node) -> bool {
        if (node.kind == Kind::Value) {
            const bool isLabel = node.parent->kind == Kind::Group;
            // Looking for each key is only worth it where there is any label.
            if (!isLabel || !known.value(node.field + u' ').included.isEmpty()
                || !known.value(node.field + u' ').excluded.isEmpty()) {
                const Asked &facet = asked(node, isLabel ? node.parent->value : QString());
                node.state = facet.stateOf(node.value);
                node.adds = node.state == State::None && !facet.included.isEmpty();
            }
        } else if (node.kind == Kind::Section) {
            asked(node, {});
        }
        bool isAny = node.state != State::None;
        for (const auto &child : node.children)
            isAny |= self(self, *child);
        if (node.kind == Kind::Section && isAny)
            node.state = State::Included;
        return isAny;
    };
    if (m_searches)
        m_searches->mark(root, m_query);
    const bool isAny = mark(mark, root);
    const bool areDrafts = splitDraftTerm(m_query).onlyDrafts;
    for (const auto &row : root.children) {
        const bool isMarked = (row->kind == Kind::All && !isAny && !areDrafts
                               && m_provider.isEmpty())
                              || (row->kind == Kind::Provider && !areDrafts
                                  && row->value == m_provider)
                              || (row->kind == Kind::Drafts && areDrafts);
        if (isMarked)
            row->state = State::Included;
    }
}

//! The numbers of \p node and what is below it.
void FacetModel::fill(FacetNode &node) const
{
    const bool isCounted = m_counter && m_counter->isWanted();
    if (m_searches && SearchRows::isRow(node)) {
        node.count = m_searches->count(node, m_draftCount);
    } else if (node.kind != Kind::Value || !isCounted) {
        node.count = node.overall;
    } else if (!m_counter->isCounted()) {
        node.count = -1;
    } else if (node.parent->kind == Kind::Group) {
        const QString &key = node.parent->value;
        node.count = m_counter->labelCount(key, node.value.mid(key.size() + 1));
    } else if (node.isTask()) {
        node.count = m_counter->taskCount(node.domain, node.value);
    } else {
        node.count = m_counter->count(node.field, node.value);
    }
    for (const auto &child : node.children)
        fill(*child);
}

void FacetModel::showCounts()
{
    const auto show = [this](const auto &self, const QModelIndex &at) -> void {
        for (int row = 0; row < rowCount(at); ++row) {
            const QModelIndex child = index(row, 0, at);
            self(self, child);
        }
        if (at.isValid())
            emit dataChanged(at, at, {CountRole, CountTextRole, Qt::AccessibleTextRole});
    };
    fill(*m_root);
    show(show, {});
}

QString FacetModel::countText(const FacetNode &node) const
{
    if (node.kind == Kind::Group)
        return tr("%n value(s)", nullptr, node.overall);
    const bool isCounted = node.kind == Kind::Value || SearchRows::isRow(node);
    if (node.kind == Kind::Rule && node.query.isEmpty())
        return tr("off");
    if (!isCounted || node.count != -1) {
        const QString number = node.count < 0 ? QString() : QLocale().toString(node.count);
        return node.adds && node.count > 0 ? u'+' + number : number;
    }
    return u"…"_s;
}

QString FacetModel::spokenText(const FacetNode &node) const
{
    QStringList spoken{node.text};
    const QString count = countText(node);
    if (!count.isEmpty())
        spoken.append(count);
    if (!node.note.isEmpty())
        spoken.append(node.note);
    const bool isAskable = node.kind == Kind::Value || SearchRows::isRow(node);
    if (node.kind == Kind::Provider)
        spoken.append(node.state == State::Included ? tr("read-only, shown") : tr("read-only"));
    else if (isAskable && node.state == State::Included)
        spoken.append(tr("included"));
    else if (node.state == State::Excluded)
        spoken.append(tr("excluded"));
    return spoken.join(tr(", ", "between what is spoken of a row"));
}

void FacetModel::take(const FacetNode &from, const QModelIndex &at)
{
    FacetNode *node = nodeAt(at);
    for (size_t row = 0; row < node->children.size(); ++row) {
        const QModelIndex child = index(int(row), 0, at);
        FacetNode &mine = *node->children[row];
        const FacetNode &theirs = *from.children[row];
        const bool isOther = mine.count != theirs.count || mine.state != theirs.state
                             || mine.overall != theirs.overall || mine.adds != theirs.adds;
        mine.count = theirs.count;
        mine.overall = theirs.overall;
        mine.state = theirs.state;
        mine.adds = theirs.adds;
        if (isOther)
            emit dataChanged(child, child);
        take(theirs, child);
    }
}

FacetNode *FacetModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<FacetNode *>(index.internalPointer()) : m_root.get();
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeAt(parent)->children[size_t(row)].get());
}

QModelIndex FacetModel::parent(const QModelIndex &child) const
{
    const FacetNode *parent = child.isValid() ? nodeAt(child)->parent : nullptr;
    if (!parent || parent == m_root.get())
        return {};
    return createIndex(parent->row(), 0, parent);
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeAt(parent)->children.size());
}

int FacetModel::columnCount(const QModelIndex &) const { return 1; }

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FacetNode *node = nodeAt(index);
    switch (role) {
    case Qt::DisplayRole: return node->text;
    case Qt::AccessibleTextRole: return spokenText(*node);
    case KindRole: return QVariant::fromValue(node->kind);
    case CountRole:
        return node->count < 0 || node->kind == Kind::Group ? QVariant() : QVariant(node->count);
    case CountTextRole: return countText(*node);
    case StateRole: return QVariant::fromValue(node->state);
    case FieldRole: return node->field;
    case ValueRole: return node->value;
    case QueryRole: return node->query;
    case NoteRole: return node->note;
    case Qt::EditRole: return node->value;
    case IdRole: return node->id();
    default: return {};
    }
}

bool FacetModel::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        if (m_searches)
            m_searches->retranslate();
        rebuildSoon();
    }
    return QAbstractItemModel::event(event);
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    switch (nodeAt(index)->kind) {
    case Kind::Section: return Qt::ItemIsEnabled;
    case Kind::Search: return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
    default: return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    }
}

bool FacetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    return role == Qt::EditRole && kindOf(index) == Kind::Search
           && m_searches->rename(nodeAt(index)->value, value.toString());
}

} // namespace modelscribe

#include "moc_facetmodel.cpp"
