// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/facetmodel.h"

#include "core/visibletext.h"
#include "model/queryedit.h"

#include <QElapsedTimer>
#include <QEvent>

#include <algorithm>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! A value in all its spellings: those that differ in case are one, because the query takes them
//! so.
struct Facet
{
    QString spelling; //!< The most used one.
    int spelled = 0;  //!< How often.
    int count = 0;
    QStringList spellings;
};

//! Most used first, no value last.
std::vector<Facet> facetsOf(const QList<ValuesInUse::Counts> &counts)
{
    std::map<QString, Facet> facets;
    for (const ValuesInUse::Counts &values : counts) {
        for (auto value = values.cbegin(); value != values.cend(); ++value) {
            Facet &facet = facets[value.key().toCaseFolded()];
            facet.count += *value;
            facet.spellings.append(value.key());
            if (std::pair(*value, facet.spelling) > std::pair(facet.spelled, value.key())) {
                facet.spelled = *value;
                facet.spelling = value.key();
            }
        }
    }
    std::vector<Facet> result;
    for (auto &[key, facet] : facets)
        result.push_back(std::move(facet));
    std::ranges::stable_sort(result, [](const Facet &a, const Facet &b) {
        if (a.spelling.isEmpty() != b.spelling.isEmpty())
            return b.spelling.isEmpty();
        return a.count > b.count;
    });
    return result;
}

//! Not null, which would mean "no term at all".
QString queryWith(const QString &query, const QString &field, const QString &value)
{
    return queryWithTerm(query, field, value.isEmpty() ? u""_s : value);
}

} // namespace

struct FacetModel::Node
{
    Kind kind = Kind::Section;
    QString text;
    QString query;
    int count = -1;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    Node *add(Kind childKind, const QString &childText, const QString &childQuery, int childCount)
    {
        auto child = std::make_unique<Node>();
        child->kind = childKind;
        child->text = childText;
        child->query = childQuery;
        child->count = childCount;
        child->parent = this;
        children.push_back(std::move(child));
        return children.back().get();
    }

    int row() const
    {
        const auto place = std::ranges::find(parent->children, this, &std::unique_ptr<Node>::get);
        return int(place - parent->children.begin());
    }

    bool hasShapeOf(const Node &other) const
    {
        return kind == other.kind && text == other.text && query == other.query
               && std::ranges::equal(children, other.children, [](const auto &a, const auto &b) {
                      return a->hasShapeOf(*b);
                  });
    }
};

FacetModel::FacetModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
    m_rebuildSoon.setSingleShot(true);
    connect(&m_rebuildSoon, &QTimer::timeout, this, &FacetModel::rebuild);
    rebuild();
}

FacetModel::~FacetModel() = default;

void FacetModel::setValues(ValuesInUse *values)
{
    if (m_values)
        m_values->disconnect(this);
    m_values = values;
    if (m_values) {
        connect(m_values, &ValuesInUse::changed, this, &FacetModel::rebuildSoon);
        connect(m_values, &QObject::destroyed, this, &FacetModel::rebuildSoon);
    }
    rebuildSoon();
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
    QElapsedTimer timer;
    timer.start();
    auto root = makeTree();
    if (root->hasShapeOf(*m_root)) {
        takeCounts(*root, {});
    } else {
        beginResetModel();
        m_root = std::move(root);
        endResetModel();
    }
    m_rebuildTook = timer.elapsed();
}

std::unique_ptr<FacetModel::Node> FacetModel::makeTree() const
{
    const int models = m_values ? m_values->modelCount() : 0;
    auto root = std::make_unique<Node>();
    root->add(Kind::All, tr("All models"), {}, models);
    if (m_draftCount > 0)
        root->add(Kind::Drafts, tr("Drafts"), {}, m_draftCount);
    if (m_hasActivity)
        root->add(Kind::Activity, tr("Activity"), {}, -1);
    const auto addValue = [](Node *parent, const QString &query, const QString &field,
                             const Facet &facet) {
        const QString text = facet.spelling.isEmpty() ? tr("(none)")
                                                      : visibleText(facet.spelling, 100);
        return parent->add(Kind::Value, text, queryWith(query, field, facet.spelling), facet.count);
    };
    if (models == 0)
        return root;
    Node *domains = root->add(Kind::Section, tr("Domain"), {}, -1);
    for (const Facet &domain : facetsOf({m_values->counts(*findField(u"Domain"))})) {
        Node *node = addValue(domains, {}, u"domain"_s, domain);
        QList<ValuesInUse::Counts> tasks;
        for (const QString &spelling : domain.spellings)
            tasks.append(m_values->tasksOf(spelling));
        for (const Facet &task : facetsOf(tasks)) {
            if (!task.spelling.isEmpty())
                addValue(node, node->query, u"task"_s, task);
        }
    }
    Node *types = root->add(Kind::Section, tr("Type"), {}, -1);
    for (const Facet &type : facetsOf({m_values->counts(*findField(u"ModelType"))}))
        addValue(types, {}, u"type"_s, type);
    return root;
}

void FacetModel::takeCounts(const Node &from, const QModelIndex &at)
{
    Node *node = nodeAt(at);
    for (size_t row = 0; row < node->children.size(); ++row) {
        const QModelIndex child = index(int(row), 0, at);
        if (std::exchange(node->children[row]->count, from.children[row]->count)
            != from.children[row]->count)
            emit dataChanged(child, child, {CountRole, Qt::AccessibleTextRole});
        takeCounts(*from.children[row], child);
    }
}

FacetModel::Node *FacetModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeAt(parent)->children[size_t(row)].get());
}

QModelIndex FacetModel::parent(const QModelIndex &child) const
{
    const Node *parent = child.isValid() ? nodeAt(child)->parent : nullptr;
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
    const Node *node = nodeAt(index);
    switch (role) {
    case Qt::DisplayRole: return node->text;
    case Qt::AccessibleTextRole:
        return node->count < 0 ? node->text : tr("%1, %2").arg(node->text).arg(node->count);
    case KindRole: return QVariant::fromValue(node->kind);
    case CountRole: return node->count < 0 ? QVariant() : QVariant(node->count);
    case QueryRole: return node->query;
    default: return {};
    }
}

bool FacetModel::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuildSoon();
    return QAbstractItemModel::event(event);
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return nodeAt(index)->kind == Kind::Section ? Qt::ItemIsEnabled
                                                : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace modelscribe

#include "moc_facetmodel.cpp"
