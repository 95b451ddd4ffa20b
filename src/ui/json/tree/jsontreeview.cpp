// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreeview.h"

#include "model/wording.h"
#include "ui/json/tree/jsontreecommands.h"
#include "ui/json/tree/jsontreeediting.h"
#include "ui/json/tree/jsontreefilterbox.h"
#include "ui/json/tree/jsontreetable.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QFrame *strip(QLabel *text, const QString &look)
{
    auto *frame = new QFrame;
    frame->setProperty("strip", look);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    row->addWidget(text, 1);
    frame->hide();
    return frame;
}

} // namespace

JsonTreeView::JsonTreeView(JsonDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new JsonTreeModel(this))
    , m_filter(new JsonTreeFilter(this))
    , m_filterBox(new JsonTreeFilterBox(*m_filter))
    , m_table(new JsonTreeTable(*m_model))
    , m_commands(new JsonTreeCommands(document, *m_table))
    , m_stateText(new QLabel)
    , m_goToProblem(new QPushButton)
    , m_refusalText(new QLabel)
{
    buildLayout();
    connectParts();
    retranslate();
    showTree();
}

void JsonTreeView::buildLayout()
{
    m_state = strip(m_stateText, u"changed"_s);
    m_goToProblem->setProperty("kind", u"link"_s);
    m_state->layout()->addWidget(m_goToProblem);
    m_refusal = strip(m_refusalText, u"error"_s);

    auto *filterBar = new QFrame;
    filterBar->setProperty("role", u"bar"_s);
    auto *filterRow = new QHBoxLayout(filterBar);
    filterRow->setContentsMargins(8, 8, 8, 8);
    filterRow->addWidget(m_filterBox);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(filterBar);
    column->addWidget(m_state);
    column->addWidget(m_table, 1);
    column->addWidget(m_refusal);
    setFocusProxy(m_table);
}

void JsonTreeView::connectParts()
{
    connect(&m_document, &JsonDocument::treeChanged, this, &JsonTreeView::showTree);
    connect(&m_document, &JsonDocument::hintsChanged, this,
            [this] { m_model->setHints(m_document.hints()); });
    connect(&m_document, &JsonDocument::checked, this, &JsonTreeView::refresh);
    connect(&m_document, &JsonDocument::textChanged, m_commands, &JsonTreeCommands::update);
    connect(m_filter, &JsonTreeFilter::changed, this, &JsonTreeView::showMatches);

    connect(m_filterBox, &JsonTreeFilterBox::leftDownwards, m_table,
            [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_filterBox, &JsonTreeFilterBox::escaped, m_table,
            [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_table, &JsonTreeTable::currentNodeChanged, this, [this](JsonNodeId node) {
        if (node != JsonNodeMap::none)
            emit currentChanged(node);
    });
    connect(m_table, &JsonTreeTable::menuRequested, this, &JsonTreeView::showMenu);
    connect(m_table, &JsonTreeTable::escaped, this, [this] {
        if (!m_refusal->isHidden())
            showRefusal({});
        else
            m_filterBox->setFilter({});
    });
    connect(m_commands, &JsonTreeCommands::refused, this, &JsonTreeView::showRefusal);
    connect(m_commands, &JsonTreeCommands::accepted, this, [this] { showRefusal({}); });
    connect(m_commands, &JsonTreeCommands::pathActivated, this, &JsonTreeView::pathActivated);
    connect(m_goToProblem, &QPushButton::clicked, this, [this] {
        if (const auto &problem = m_document.problem())
            emit problemActivated(problem->offset);
    });
}

void JsonTreeView::retranslate()
{
    m_table->setAccessibleName(tr("JSON tree"));
    m_goToProblem->setText(tr("Go to problem"));
    m_commands->retranslate();
    refresh();
}

std::optional<JsonNodeId> JsonTreeView::currentNode() const
{
    const JsonNodeId node = m_table->currentNode();
    return node == JsonNodeMap::none ? std::nullopt : std::optional(node);
}

QString JsonTreeView::stateText() const
{
    return m_state->isHidden() ? QString() : m_stateText->text();
}

QString JsonTreeView::refusalText() const
{
    return m_refusal->isHidden() ? QString() : m_refusalText->text();
}

void JsonTreeView::showNode(JsonNodeId node)
{
    if (node != 0 || !m_model->tree()->isContainer(0))
        m_table->setCurrentNode(node);
}

void JsonTreeView::showPath(const JsonPath &path)
{
    if (const auto node = m_model->tree()->find(path))
        showNode(*node);
}

JsonTreeEditing &JsonTreeView::editing() const { return m_commands->editing(); }

void JsonTreeView::showTree()
{
    {
        const QScopedValueRollback guard(m_isTakingTree, true);
        m_table->setTree(m_document.tree(), editing().isOwnTree());
        m_model->setHints(m_document.hints());
        m_filter->setTree(m_document.tree());
    }
    refresh();
    m_commands->onTreeChanged();
}

void JsonTreeView::showMatches()
{
    if (m_filter->error())
        return;
    const JsonNodeId current = m_table->currentNode();
    m_table->keepingPlace([this] { m_model->setMatches(m_filter->matches()); });
    // The row that was just edited stays, whether it is still found or not.
    if (m_isTakingTree && current != JsonNodeMap::none)
        m_table->setCurrentNode(current);
    refresh();
}

void JsonTreeView::refresh()
{
    const bool isOutdated = this->isOutdated();
    m_model->setReadOnly(m_document.isReadOnly());
    m_model->setOutdated(isOutdated);
    if (isOutdated || m_document.isReadOnly())
        editing().end();
    QString text;
    if (const auto &problem = m_document.problem(); isOutdated && problem) {
        text = tr("The text is not valid JSON, so nothing can be edited here. Line %1: %2")
                   .arg(QString::number(problem->line), wording::jsonProblem(*problem));
    }
    const bool isNews = !text.isEmpty() && text != m_stateText->text();
    m_stateText->setText(text);
    m_state->setAccessibleName(text);
    m_state->setVisible(!text.isEmpty());
    if (isNews) {
        QAccessibleEvent event(m_state, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    m_table->setEmptyText(emptyText());
    m_table->setEscapeWanted(!m_refusal->isHidden() || m_filter->isActive());
    m_commands->update();
}

QString JsonTreeView::emptyText() const
{
    const JsonTree &tree = *m_document.tree();
    if (isOutdated())
        return tr("There is no tree yet: the text is not valid JSON.");
    if (m_model->isFiltered())
        return tr("Nothing found.");
    const bool isArray = tree.isValid() && tree.kind(0) == JsonKind::Array;
    const QString what = isArray ? tr("No elements yet.") : tr("No members yet.");
    if (m_document.isReadOnly())
        return what;
    return tr("%1 %2 adds one.", "sentence, key on the keyboard")
        .arg(what, QKeySequence(Qt::Key_Insert).toString(QKeySequence::NativeText));
}

void JsonTreeView::showRefusal(const QString &sentence)
{
    m_refusalText->setText(sentence);
    m_refusal->setAccessibleName(sentence);
    m_refusal->setVisible(!sentence.isEmpty());
    m_table->setEscapeWanted(!sentence.isEmpty() || m_filter->isActive());
    if (sentence.isEmpty())
        return;
    QAccessibleEvent event(m_refusal, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    emit refused(sentence);
}

void JsonTreeView::showMenu(const QPoint &globalPos)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_commands->fillMenu(*menu);
    menu->popup(globalPos);
}

void JsonTreeView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_jsontreeview.cpp"
