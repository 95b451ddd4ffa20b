// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/facetmodel.h"

#include "core/visibletext.h"
#include "model/modelquery.h"

#include <QElapsedTimer>
#include <QEvent>

#include <algorithm>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! How often a value stands in the catalog. Spellings that differ in case are one value, because
//! the query takes them so.
struct Tally
{
    QString spelling;
    int count = 0;
    std::map<QString, Tally> below;

    Tally &add(const QString &value)
    {
        Tally &tally = below[value.toCaseFolded()];
        if (tally.count++ == 0)
            tally.spelling = value;
        return tally;
    }

    //! Most used first, no value last.
    std::vector<const Tally *> ordered() const
    {
        std::vector<const Tally *> result;
        for (const auto &[key, tally] : below)
            result.push_back(&tally);
        std::ranges::stable_sort(result, [](const Tally *a, const Tally *b) {
            if (a->spelling.isEmpty() != b->spelling.isEmpty())
                return b->spelling.isEmpty();
            return a->count > b->count;
        });
        return result;
    }
};

//! Not null, which would mean "no term at all".
QString queryWith(const QString &query, const QString &field, const QString &value)
{
    return ModelQuery::withTerm(query, field, value.isEmpty() ? u""_s : value);
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

void FacetModel::setCatalog(Catalog *catalog)
{
    if (m_catalog)
        m_catalog->disconnect(this);
    m_catalog = catalog;
    if (m_catalog) {
        const auto soon = [this] { rebuildSoon(); };
        connect(m_catalog, &Catalog::added, this, soon);
        connect(m_catalog, &Catalog::changed, this, soon);
        connect(m_catalog, &Catalog::removed, this, soon);
        connect(m_catalog, &QObject::destroyed, this, soon);
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
    static const std::list<RegisteredModel> none;
    const std::list<RegisteredModel> &models = m_catalog ? m_catalog->models() : none;
    Tally domains;
    Tally types;
    for (const RegisteredModel &model : models) {
        Tally &domain = domains.add(model.metadata.domain);
        if (!model.metadata.task.isEmpty())
            domain.add(model.metadata.task);
        types.add(model.metadata.type);
    }

    auto root = std::make_unique<Node>();
    root->add(Kind::All, tr("All models"), {}, int(models.size()));
    if (m_draftCount > 0)
        root->add(Kind::Drafts, tr("Drafts"), {}, m_draftCount);
    if (m_hasActivity)
        root->add(Kind::Activity, tr("Activity"), {}, -1);
    const auto addValue = [](Node *parent, const QString &query, const QString &field,
                             const Tally &tally) {
        const QString text = tally.spelling.isEmpty() ? tr("(none)")
                                                      : visibleText(tally.spelling, 100);
        return parent->add(Kind::Value, text, queryWith(query, field, tally.spelling), tally.count);
    };
    if (models.empty())
        return root;
    Node *domainSection = root->add(Kind::Section, tr("Domain"), {}, -1);
    for (const Tally *domain : domains.ordered()) {
        Node *node = addValue(domainSection, {}, u"domain"_s, *domain);
        for (const Tally *task : domain->ordered())
            addValue(node, node->query, u"task"_s, *task);
    }
    Node *typeSection = root->add(Kind::Section, tr("Type"), {}, -1);
    for (const Tally *type : types.ordered())
        addValue(typeSection, {}, u"type"_s, *type);
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
