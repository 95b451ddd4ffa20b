// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/dialogs/jsonsubtreedialog.h"

#include "core/backgroundwork.h"
#include "core/visibletext.h"
#include "model/wording.h"
#include "ui/json/dialogs/jsonrowdelegate.h"
#include "ui/json/dialogs/jsonsourcetree.h"
#include "ui/json/jsondocument.h"
#include "ui/json/jsonwording.h"
#include "ui/widgets/combobox.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"
#include "json/jsonedit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int clashRowHeight = 34; // of a row with a control in it
constexpr int shownClashes = 4;

QTreeView *listView()
{
    auto *view = new QTreeView;
    view->setProperty("role", u"framed"_s);
    view->setUniformRowHeights(true);
    view->setItemDelegate(new JsonRowDelegate(28, view));
    view->setTextElideMode(Qt::ElideRight);
    view->header()->setSectionsMovable(false);
    return view;
}

} // namespace

JsonSubtreeDialog::JsonSubtreeDialog(JsonDocument &document, const JsonPath &place,
                                     const Provider &provider, QWidget *parent)
    : JsonDialog(parent)
    , m_document(&document)
    , m_emptyObject(JsonTree::shared("{}"))
    , m_sources(new JsonSourceList(provider(), this))
    , m_tree(new JsonSourceTree(this))
    , m_filter(new QLineEdit)
    , m_sourceView(listView())
    , m_treeView(listView())
    , m_pages(new QStackedWidget)
    , m_state(new StatePage)
    , m_waiting(new LoadingRows)
    , m_into(new QLabel)
    , m_container(new ComboBox)
    , m_clashLabel(new QLabel)
    , m_clashes(new QTableWidget(0, 3))
    , m_stop(std::make_shared<std::atomic_bool>(false))
{
    buildBody();
    findContainers(place);
    connect(m_filter, &QLineEdit::textChanged, m_sources, &JsonSourceList::setFilter);
    connect(m_sources, &QAbstractItemModel::modelReset, this, &JsonSubtreeDialog::showSource);
    connect(m_sourceView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JsonSubtreeDialog::showSource);
    connect(m_tree, &JsonSourceTree::chosenChanged, this, &JsonSubtreeDialog::takeChosen);
    connect(m_container, &QComboBox::currentIndexChanged, this, &JsonSubtreeDialog::takeChosen);
    connect(&primaryButton(), &QPushButton::clicked, this, &JsonSubtreeDialog::copy);
    setUpDialog(*this, {900, 600});
    retranslate();
    showSource();
    m_filter->setFocus();
}

JsonSubtreeDialog::~JsonSubtreeDialog() { *m_stop = true; }

void JsonSubtreeDialog::buildBody()
{
    auto *splitter = new QSplitter;
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildSources());
    splitter->addWidget(buildTree());
    splitter->setSizes({320, 540});
    body().addWidget(splitter, 1);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_into);
    row->addWidget(m_container);
    row->addStretch();
    m_into->setBuddy(m_container);
    m_container->setMinimumWidth(240);
    m_container->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    body().addLayout(row);
    body().addWidget(m_clashLabel);
    m_clashLabel->setProperty("role", u"changed"_s);
    m_clashes->setProperty("role", u"framed"_s);
    m_clashes->setShowGrid(false);
    m_clashes->verticalHeader()->hide();
    m_clashes->verticalHeader()->setDefaultSectionSize(clashRowHeight);
    m_clashes->horizontalHeader()->hide();
    m_clashes->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_clashes->horizontalHeader()->resizeSection(0, 200);
    m_clashes->horizontalHeader()->resizeSection(2, 220);
    m_clashes->setItemDelegate(new JsonRowDelegate(clashRowHeight, m_clashes));
    m_clashes->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_clashes->setSelectionMode(QAbstractItemView::NoSelection);
    m_clashes->setTabKeyNavigation(false);
    m_clashes->setFocusPolicy(Qt::NoFocus);
    body().addWidget(m_clashes);
}

QWidget *JsonSubtreeDialog::buildSources()
{
    m_sourceView->setObjectName(u"sources"_s);
    m_sourceView->setModel(m_sources);
    m_sourceView->setRootIsDecorated(false);
    m_sourceView->header()->hide();
    m_sourceView->header()->resizeSection(0, 180);
    m_filter->setClearButtonEnabled(true);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(8);
    column->addWidget(m_filter);
    column->addWidget(m_sourceView, 1);
    return page;
}

QWidget *JsonSubtreeDialog::buildTree()
{
    m_treeView->setObjectName(u"values"_s);
    m_treeView->setModel(m_tree);
    m_treeView->header()->resizeSection(0, 240);
    // Whether a value is taken can change with what it lies in.
    connect(m_tree, &JsonSourceTree::chosenChanged, m_treeView->viewport(),
            qOverload<>(&QWidget::update));
    for (QWidget *page : {static_cast<QWidget *>(m_treeView), static_cast<QWidget *>(m_state),
                          static_cast<QWidget *>(m_waiting)})
        m_pages->addWidget(page);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(8, 0, 0, 0);
    column->addWidget(m_pages);
    return page;
}

std::shared_ptr<const JsonTree> JsonSubtreeDialog::target() const
{
    if (!m_document || !m_document->isCurrent())
        return std::make_shared<const JsonTree>();
    return m_document->tree()->text().trimmed().isEmpty() ? m_emptyObject : m_document->tree();
}

void JsonSubtreeDialog::findContainers(const JsonPath &place)
{
    const auto tree = target();
    if (!tree->isValid() || !tree->isContainer(0))
        return;
    m_containers.append(JsonPath());
    auto node = tree->find(place);
    if (node && !tree->isContainer(*node))
        node = tree->parent(*node);
    if (node && *node != 0)
        m_containers.append(tree->path(*node));
    for (const JsonPath &path : std::as_const(m_containers))
        m_container->addItem(visibleText(jsonPathText(path), 80));
    m_container->setCurrentIndex(int(m_containers.size()) - 1);
}

std::optional<JsonPath> JsonSubtreeDialog::container() const
{
    const int index = m_container->currentIndex();
    return index < 0 ? std::nullopt : std::optional(m_containers[index]);
}

void JsonSubtreeDialog::retranslate()
{
    setHeading(tr("Copy from another text"));
    setSubtitle(m_containers.isEmpty()
                    ? tr("The text is not valid JSON right now. There is nowhere to put a copy.")
                    : tr("Check the values to copy."),
                m_containers.isEmpty());
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the texts"));
    m_sourceView->setAccessibleName(tr("Texts to copy from"));
    m_treeView->setAccessibleName(tr("Values to copy"));
    m_into->setText(tr("Insert into"));
    m_container->setAccessibleName(tr("Where they are inserted"));
    m_clashes->setAccessibleName(tr("Keys in use"));
    setCancel(tr("Cancel"));
    takeChosen();
}

void JsonSubtreeDialog::showSource()
{
    const quint64 revision = ++m_revision;
    const QModelIndex current = m_sourceView->currentIndex();
    m_tree->setTree(std::make_shared<const JsonTree>());
    if (!current.isValid()) {
        if (m_sources->total() == 0)
            m_state->say(tr("There is no other text to copy from."));
        else if (m_sources->rowCount() == 0)
            m_state->say(tr("No text matches the filter."));
        else
            m_state->say(tr("Choose a text on the left."));
        m_pages->setCurrentWidget(m_state);
        return;
    }
    const QByteArray text = m_sources->source(current.row()).text;
    m_pages->setCurrentWidget(m_waiting);
    runAside(
        this, text.size() <= JsonDocument::readHereLimit, [text] { return JsonTree::shared(text); },
        [this, revision](std::shared_ptr<const JsonTree> tree) {
            if (revision == m_revision)
                takeTree(std::move(tree));
        });
}

void JsonSubtreeDialog::takeTree(std::shared_ptr<const JsonTree> tree)
{
    if (!tree->isValid()) {
        m_state->say(tr("This text is not JSON."),
                     tree->problem() ? wording::jsonProblem(*tree->problem()) : QString());
        m_pages->setCurrentWidget(m_state);
    } else if (!tree->isContainer(0) || tree->childCount(0) == 0) {
        m_state->say(tr("This text is empty."));
        m_pages->setCurrentWidget(m_state);
    } else {
        m_tree->setTree(std::move(tree));
        m_pages->setCurrentWidget(m_treeView);
    }
    emit sourceShown();
}

void JsonSubtreeDialog::takeChosen()
{
    QList<JsonSubtree> chosen;
    for (const JsonNodeId node : m_tree->chosen()) {
        if (chosen.size() > maxChosen)
            break;
        chosen.append(JsonSubtree::of(m_tree->tree(), node));
    }
    m_chosen = chosen;
    showClashes();
    refresh();
}

void JsonSubtreeDialog::showClashes()
{
    m_clashes->setRowCount(0);
    const auto place = container();
    if (place && m_chosen.size() <= maxChosen) {
        const auto tree = target();
        for (qsizetype i = 0; i < m_chosen.size(); ++i) {
            if (clashes(*tree, *place, m_chosen, i))
                addClashRow(i);
        }
    }
    const int rows = m_clashes->rowCount();
    m_clashLabel->setText(tr("%n key(s) already in use", nullptr, rows));
    m_clashLabel->setVisible(rows > 0);
    m_clashes->setVisible(rows > 0);
    m_clashes->setFixedHeight(std::min(rows, shownClashes) * clashRowHeight + 2);
}

void JsonSubtreeDialog::addClashRow(qsizetype index)
{
    using Clash = JsonSubtree::Clash;
    const auto tree = target();
    const auto object = tree->find(*container());
    const JsonSubtree &subtree = m_chosen[index];
    const int row = m_clashes->rowCount();
    m_clashes->insertRow(row);
    const QString key = visibleText(subtree.key, 60);
    const auto mine = object ? tree->member(*object, subtree.key) : std::nullopt;
    const auto shown = [](const QByteArray &raw) {
        return visibleText(QString::fromUtf8(raw.left(200)).simplified(), 40);
    };
    const QString values = mine ? tr("mine: %1 · copied: %2")
                                      .arg(shown(tree->rawValue(*mine).toByteArray()),
                                           shown(subtree.raw))
                                : tr("copied: %1").arg(shown(subtree.raw));
    m_clashes->setItem(row, 0, new QTableWidgetItem(key));
    m_clashes->setItem(row, 1, new QTableWidgetItem(values));
    auto *choice = new ComboBox;
    choice->addItem(tr("Keep mine"));
    choice->addItem(tr("Replace it"));
    const QString free = object ? jsonedit::freeKey(*tree, *object, subtree.key) : subtree.key;
    choice->addItem(
        tr("Add as “%1”").arg(visibleText(free == subtree.key ? free + " 2"_L1 : free, 40)));
    choice->setAccessibleName(tr("%1 is in use").arg(key));
    choice->setAccessibleDescription(values);
    connect(choice, &QComboBox::currentIndexChanged, this, [this, index](int what) {
        m_chosen[index].clash = what == 1   ? Clash::Replace
                                : what == 2 ? Clash::AddFree
                                            : Clash::KeepMine;
        refresh();
    });
    m_clashes->setCellWidget(row, 2, choice);
}

QString JsonSubtreeDialog::summary() const
{
    if (m_working)
        return tr("Copying…");
    if (m_chosen.size() > maxChosen)
        return tr("At most %1 values can be copied at once.").arg(maxChosen);
    return m_chosen.isEmpty() ? QString()
                              : tr("%n value(s) checked", nullptr, int(m_chosen.size()));
}

void JsonSubtreeDialog::refresh()
{
    const auto place = container();
    const auto tree = target();
    int copies = 0;
    for (qsizetype i = 0; place && i < m_chosen.size() && i < maxChosen; ++i) {
        copies += m_chosen[i].clash != JsonSubtree::Clash::KeepMine
                  || !clashes(*tree, *place, m_chosen, i);
    }
    const bool tooMany = m_chosen.size() > maxChosen;
    setStatus(summary(), tooMany);
    setPrimary(copies > 0 ? tr("Copy %n value(s)", nullptr, copies) : tr("Copy"));
    primaryButton().setEnabled(copies > 0 && !tooMany && !m_working && m_document
                               && !m_document->isReadOnly());
}

void JsonSubtreeDialog::copy()
{
    const auto place = container();
    const auto base = target();
    if (!place || m_working || !primaryButton().isEnabled())
        return;
    m_working = true;
    refresh();
    const qsizetype work = base->text().size() * m_chosen.size();
    runAside(
        this, work <= JsonDocument::readHereLimit * 16,
        [base, place = *place, chosen = m_chosen, stop = m_stop] {
            return insertSubtrees(*base, place, chosen, *stop);
        },
        [this, base](const Result<TextChanges> &changes) { put(base, changes); });
}

void JsonSubtreeDialog::put(const std::shared_ptr<const JsonTree> &base,
                            const Result<TextChanges> &changes)
{
    m_working = false;
    refresh();
    Result<TextChanges> done = changes;
    if (changes && m_document) {
        if (base == m_emptyObject)
            m_document->replaceAll(changedText(base->text(), *changes));
        else
            done = m_document->edit([&](const JsonTree &tree) -> Result<TextChanges> {
                if (&tree != base.get())
                    return failure(Error{.kind = Error::Kind::Invalid, .code = u"NotCurrent"_s});
                return changes;
            });
    }
    if (done)
        accept();
    else
        setStatus(jsonwording::editError(done.error()), true);
}

} // namespace modelscribe

#include "moc_jsonsubtreedialog.cpp"
