// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsoneditor.h"

#include "core/jsonformat.h"
#include "ui/json/dialogs/jsondifferencedialog.h"
#include "ui/json/dialogs/jsonpastedialog.h"
#include "ui/json/dialogs/jsonrepairdialog.h"
#include "ui/json/dialogs/jsonsubtreedialog.h"
#include "ui/json/form/jsonform.h"
#include "ui/json/jsondocument.h"
#include "ui/json/jsonloosetext.h"
#include "ui/json/jsonschemachoice.h"
#include "ui/json/jsonstatusline.h"
#include "ui/json/jsonwording.h"
#include "ui/json/text/jsoncompleter.h"
#include "ui/json/text/jsonfindbar.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsontreeediting.h"
#include "ui/json/tree/jsontreefilterbox.h"
#include "ui/json/tree/jsontreetable.h"
#include "ui/json/tree/jsontreeview.h"
#include "ui/widgets/theme.h"
#include "json/jsonedit.h"
#include "json/schemaset.h"

#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! From here on the tree stands beside the other faces.
constexpr int wideFrom = 760;
//! In bytes. The text face lays out a whole line at each key.
constexpr int longLine = 64 * 1024;
constexpr auto wrapKey = "json/wrap"_L1;

//! Of the value at the start of \p range; what was put in begins with what separates it from the
//! one before.
JsonPath pathIn(const JsonTree &tree, const JsonRange &range)
{
    if (!tree.isValid())
        return {};
    const qsizetype end = std::min(range.end, tree.text().size());
    qsizetype at = std::min(range.begin, end);
    while (at < end && QByteArrayView(" \t\r\n,").contains(tree.text()[at]))
        ++at;
    return tree.path(tree.nodeAt(at));
}

//! The border around a face, as other fields have one; accented while the focus is in it.
class FaceFrame : public QFrame
{
public:
    explicit FaceFrame(QWidget *content)
    {
        auto *inner = new QHBoxLayout(this);
        inner->setContentsMargins(2, 4, 2, 4);
        inner->addWidget(content);
        connect(qApp, &QApplication::focusChanged, this, [this](QWidget *old, QWidget *now) {
            if ((old && isAncestorOf(old)) || (now && isAncestorOf(now)))
                update();
        });
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        const QWidget *focus = QApplication::focusWidget();
        const bool focused = focus && isAncestorOf(focus);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(
            QPen(theme.color(focused ? ThemeColor::Accent : ThemeColor::Border), focused ? 2 : 1));
        painter.setBrush(theme.color(ThemeColor::Field));
        const qreal inset = focused ? 1 : 0.5;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
    }
};

} // namespace

JsonEditor::JsonEditor(QWidget *parent)
    : QWidget(parent)
    , m_text(new JsonTextEdit)
    , m_document(new JsonDocument(*m_text, this))
    , m_bar(new JsonEditorBar)
    , m_find(new JsonFindBar(*m_text))
    , m_completer(new JsonCompleter(*m_document))
    , m_status(new JsonStatusLine(*m_document))
    , m_splitter(new QSplitter)
    , m_stack(new QStackedWidget)
    , m_looseText(new JsonLooseText)
{
    buildLayout();
    buildShortcuts();
    m_text->setAccessibleName(tr("JSON text"));
    setFocusProxy(m_text);
    connectDocument();
    connectText();
    connect(m_bar, &JsonEditorBar::faceChosen, this, [this](Face face) {
        m_isFaceForced = false;
        setFace(face);
        (face == Face::Text ? static_cast<QWidget *>(m_text) : m_stack->currentWidget())
            ->setFocus(Qt::OtherFocusReason);
    });
    connect(m_bar, &JsonEditorBar::toolChosen, this, &JsonEditor::useTool);
    connect(&Theme::of(this), &Theme::changed, m_text, &JsonTextEdit::applyTheme);
    connect(m_looseText, &JsonLooseText::dropped, this, [this](const QString &place) {
        m_loose.remove(place);
        m_looseText->setTexts(m_loose);
        emit unfinishedChanged();
    });
    m_bar->action(Tool::Wrap)->setChecked(m_text->isWrapping());
    connect(m_status, &JsonStatusLine::problemWanted, this, &JsonEditor::goToProblem);
    connect(m_status, &JsonStatusLine::hintWanted, this, &JsonEditor::goToNextRemark);
    arrange();
}

JsonEditor::~JsonEditor() = default;

void JsonEditor::buildLayout()
{
    m_stack->addWidget(new FaceFrame(m_text));
    m_splitter->addWidget(m_stack);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(9);
    m_splitter->setProperty("role", u"plain"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_bar);
    column->addWidget(m_find);
    column->addWidget(m_looseText);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_status);
}

void JsonEditor::buildShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto slot) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    add(Qt::CTRL | Qt::Key_1, [this] { m_bar->faceButton(Face::Form)->click(); });
    add(Qt::CTRL | Qt::Key_2, [this] { m_bar->faceButton(Face::Text)->click(); });
    add(Qt::CTRL | Qt::Key_3, [this] { m_bar->faceButton(Face::Tree)->click(); });
    for (int tool = 0; tool <= int(Tool::NextRemark); ++tool)
        addAction(m_bar->action(Tool(tool)));
}

void JsonEditor::connectDocument()
{
    connect(m_document, &JsonDocument::textChanged, this, &JsonEditor::valueChanged);
    connect(m_document, &JsonDocument::checked, this, &JsonEditor::resumeUnfinished);
    connect(m_document, &JsonDocument::checked, this, [this] {
        if (m_text->lines() == 1 && m_text->length() > longLine && !isReadOnly())
            m_status->say(tr("All in one line: Format makes typing quick"));
        showWanted();
        emit checked();
    });
    connect(m_document, &JsonDocument::treeChanged, this, [this] {
        if (m_schema)
            m_schema->setReference(schemaReference(*m_document->tree()));
    });
}

void JsonEditor::connectText()
{
    connect(m_text, &JsonTextEdit::inputCut, this, &JsonEditor::inputCut);
    connect(m_text, &JsonTextEdit::findRequested, this, &JsonEditor::find);
    connect(m_text, &JsonTextEdit::caretMoved, this, [this](qsizetype offset) {
        if (hasTreeFocus())
            return; // it moved the caret itself
        m_status->showPlace(offset);
        const JsonTree &tree = *m_document->tree();
        if (m_tree && m_tree->isVisible() && m_document->isCurrent() && tree.isValid())
            m_tree->showNode(tree.nodeAt(offset));
    });
}

void JsonEditor::connectTree()
{
    connect(m_tree, &JsonTreeView::pathActivated, this, &JsonEditor::showPath);
    connect(m_tree, &JsonTreeView::problemActivated, this, &JsonEditor::goToProblem);
    connect(&m_tree->editing(), &JsonTreeEditing::unfinishedChanged, this, [this] {
        if (!m_isReplacing)
            emit unfinishedChanged();
    });
    connect(&m_tree->editing(), &JsonTreeEditing::lost, this, &JsonEditor::keepLoose);
    connect(m_tree, &JsonTreeView::currentChanged, this, [this](JsonNodeId node) {
        if (!hasTreeFocus() || !m_document->isCurrent())
            return;
        const qsizetype offset = m_document->tree()->entryRange(node).begin;
        m_status->showPlace(offset);
        if (m_text->isVisible())
            m_text->selectRange(m_document->tree()->entryRange(node));
    });
}

void JsonEditor::setNeeds(JsonEditorNeeds needs)
{
    m_needs = std::move(needs);
    if (m_needs.settings) {
        m_text->setWrapping(m_needs.settings->value(wrapKey, u"true"_s) != u"false"_s);
        m_bar->action(Tool::Wrap)->setChecked(m_text->isWrapping());
    }
    m_bar->setCopyFromOtherVisible(bool(m_needs.sources));
}

void JsonEditor::setUse(const QString &use, const QString &variant)
{
    if (use == m_use && variant == m_variant)
        return;
    m_use = use;
    m_variant = variant;
    if (m_schema)
        m_schema->setUse(use, variant);
}

void JsonEditor::setVocabulary(std::shared_ptr<const JsonVocabulary> vocabulary)
{
    m_document->setVocabulary(std::move(vocabulary));
}

void JsonEditor::setStored(const QByteArray &utf8) { m_stored = utf8; }

QByteArray JsonEditor::value() const { return m_document->bytes(); }

void JsonEditor::setValue(const QByteArray &utf8)
{
    if (utf8 == value())
        return;
    m_document->setBytes(utf8);
    if (m_wasShown)
        avoidOneLongLine();
}

//! A text of one line that is longer than anybody can read, or type into, opens as a tree. Shorter
//! ones are wrapped.
void JsonEditor::avoidOneLongLine()
{
    const bool isTooLong = m_text->lines() == 1 && m_text->length() > longLine;
    if (isTooLong && face() == Face::Text) {
        setFace(Face::Tree);
        m_isFaceForced = true;
    } else if (!isTooLong && std::exchange(m_isFaceForced, false) && face() == Face::Tree) {
        setFace(Face::Text);
    }
}

void JsonEditor::setWrapping(bool wraps)
{
    m_text->setWrapping(wraps);
    // As text: an INI file gives back text, and a missing value must not read as false.
    if (m_needs.settings)
        m_needs.settings->setValue(wrapKey, wraps ? u"true"_s : u"false"_s);
}

void JsonEditor::changeValue(const QByteArray &utf8) { m_document->changeBytes(utf8); }

void JsonEditor::setHistory(JsonHistory *history) { m_document->setHistory(history); }

void JsonEditor::flush()
{
    if (m_tree)
        std::ignore = m_tree->editing().handIn();
    if (m_form)
        m_form->flush();
}

// What is typed and no value yet

JsonUnfinished JsonEditor::unfinished() const
{
    JsonUnfinished all = m_loose;
    if (m_tree)
        all.insert(m_tree->editing().unfinished());
    if (m_form)
        all.insert(m_form->unfinished());
    return all;
}

void JsonEditor::setUnfinished(const JsonUnfinished &unfinished)
{
    if (unfinished == this->unfinished())
        return;
    endEditing();
    m_loose = unfinished;
    m_toResume = true;
    resumeUnfinished();
}

void JsonEditor::endEditing()
{
    const QScopedValueRollback guard(m_isReplacing, true);
    if (m_tree)
        m_tree->editing().end();
    if (m_form)
        m_form->dropTyped();
    m_loose.clear();
    m_looseText->setTexts({});
}

void JsonEditor::keepLoose(const QString &place, const QString &text)
{
    if (m_isReplacing)
        return;
    m_loose.insert(place, text);
    m_looseText->setTexts(m_loose);
    emit unfinishedChanged();
}

void JsonEditor::resumeUnfinished()
{
    if (!m_toResume || !isVisible() || isReadOnly() || !m_document->isCurrent())
        return;
    m_toResume = false;
    {
        const QScopedValueRollback guard(m_isReplacing, true);
        const JsonUnfinished loose = m_loose;
        for (auto it = loose.cbegin(); it != loose.cend(); ++it) {
            const auto place = JsonUnfinishedPlace::fromText(it.key());
            if (place && resume(*place, *it))
                m_loose.remove(it.key());
        }
    }
    m_looseText->setTexts(m_loose);
    emit unfinishedChanged(); // it may be a value by now
}

bool JsonEditor::resume(const JsonUnfinishedPlace &place, const QString &text)
{
    const bool isField = place.editor == JsonUnfinishedPlace::Editor::Field;
    const JsonTree &tree = *m_document->tree();
    if (!isField && (!tree.isValid() || !tree.find(place.path)))
        return false;
    setFace(isField ? Face::Form : Face::Tree);
    return isField ? form().resume(place.path, text) : treeView().editing().resume(place, text);
}

bool JsonEditor::showUnfinished()
{
    if (!m_loose.isEmpty()) {
        m_toResume = true;
        resumeUnfinished();
    }
    if (m_tree && m_tree->editing().isOpen()) {
        setFace(Face::Tree);
        m_tree->table().focusEdit();
        return true;
    }
    const JsonUnfinished typed = m_form ? m_form->unfinished() : JsonUnfinished();
    if (const auto place = typed.isEmpty() ? std::nullopt
                                           : JsonUnfinishedPlace::fromText(typed.firstKey())) {
        setFace(Face::Form);
        m_form->showPath(place->path);
        return true;
    }
    return !m_loose.isEmpty();
}

void JsonEditor::showChange(const JsonRange &range)
{
    m_text->selectRange({range.end, range.end});
    if (face() == Face::Text) {
        m_text->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_wanted = range;
    m_wantedBefore = pathIn(*m_document->tree(), {range.begin, m_document->tree()->text().size()});
    if (!isAncestorOf(QApplication::focusWidget()))
        setFocus(Qt::OtherFocusReason);
    if (m_document->isChecked())
        showWanted();
}

void JsonEditor::showWanted()
{
    if (!m_wanted)
        return;
    const JsonRange range = *std::exchange(m_wanted, {});
    const JsonTree &tree = *m_document->tree();
    if (face() == Face::Tree) {
        if (m_document->isCurrent() && tree.isValid()) // else it says why it shows nothing
            m_tree->showNode(tree.find(pathIn(tree, range)).value_or(0));
        return;
    }
    if (face() == Face::Form && m_document->isCurrent() && tree.isValid()) {
        // What was taken out has its place in the form all the same.
        const JsonPath path = range.size() > 0 ? pathIn(tree, range) : m_wantedBefore;
        if (m_form->showPath(path) || m_form->showPath(m_wantedBefore))
            return;
    }
    setFace(Face::Text);
    m_text->goTo(range.end);
}

bool JsonEditor::isReadOnly() const { return m_text->isReadOnly(); }

void JsonEditor::setReadOnly(bool readOnly)
{
    if (readOnly == isReadOnly())
        return;
    m_text->setReadOnly(readOnly);
    m_bar->setReadOnly(readOnly);
    if (m_tree)
        m_tree->refresh();
    if (m_form)
        m_form->setReadOnly(readOnly);
    resumeUnfinished();
}

JsonTreeView &JsonEditor::treeView()
{
    if (!m_tree) {
        m_tree = new JsonTreeView(*m_document);
        m_tree->setMinimumWidth(240);
        m_splitter->addWidget(m_tree);
        m_splitter->setStretchFactor(0, 2);
        m_splitter->setStretchFactor(1, 1);
        connectTree();
    }
    return *m_tree;
}

JsonForm &JsonEditor::form()
{
    if (!m_form) {
        m_form = new JsonForm(*m_document);
        m_form->setReadOnly(isReadOnly());
        if (m_needs.pictures)
            m_form->setPictureSource(m_needs.pictures());
        m_stack->addWidget(m_form);
        connect(m_form, &JsonForm::goToProblemRequested, this, &JsonEditor::goToProblem);
        connect(m_form, &JsonForm::unfinishedChanged, this, [this] {
            if (!m_isReplacing)
                emit unfinishedChanged();
        });
        connect(m_form, &JsonForm::lost, this, &JsonEditor::keepLoose);
        connect(m_form, &JsonForm::chooseSchemaRequested, this, [this] {
            QPushButton &choice = schemaChoice();
            schemaChoice().choices().popup(choice.isVisible()
                                               ? choice.mapToGlobal(QPoint(0, choice.height()))
                                               : m_bar->mapToGlobal(m_bar->rect().bottomLeft()));
        });
        connect(m_form, &JsonForm::showInTextRequested, this, [this](qsizetype offset) {
            setFace(Face::Text);
            m_text->goTo(offset);
        });
    }
    return *m_form;
}

JsonSchemaChoice &JsonEditor::schemaChoice()
{
    if (!m_schema) {
        m_schema = new JsonSchemaChoice(SchemaSet::builtIn(), m_needs.settings);
        m_bar->setSchemaButton(m_schema, &m_schema->choices());
        connect(m_schema, &JsonSchemaChoice::schemaChanged, this,
                [this](const std::shared_ptr<const JsonSchema> &schema) {
                    m_document->setSchema(schema);
                });
        connect(m_schema, &JsonSchemaChoice::failed, m_status, &JsonStatusLine::say);
        m_schema->setReference(schemaReference(*m_document->tree()));
        m_schema->setUse(m_use, m_variant);
    }
    return *m_schema;
}

const std::optional<JsonProblem> &JsonEditor::problem() const { return m_document->problem(); }

QString JsonEditor::statusText() const { return m_status->verdict(); }

JsonPath JsonEditor::currentPath() const
{
    const JsonTree &tree = *m_document->tree();
    if (!m_document->isCurrent() || !tree.isValid())
        return {};
    if (face() == Face::Tree && m_tree && m_tree->currentNode())
        return tree.path(*m_tree->currentNode());
    return tree.path(tree.nodeAt(m_text->caret()));
}

bool JsonEditor::isWide() const { return width() >= wideFrom; }

bool JsonEditor::hasTreeFocus() const
{
    const QWidget *focus = QApplication::focusWidget();
    return m_tree && focus && (focus == m_tree || m_tree->isAncestorOf(focus));
}

void JsonEditor::setFace(Face face)
{
    m_bar->setFace(face);
    if (face == Face::Form)
        m_stack->setCurrentWidget(&form());
    else
        m_stack->setCurrentIndex(0);
    arrange();
    if (m_tree && face == Face::Tree && m_document->isCurrent() && m_document->tree()->isValid())
        m_tree->showNode(m_document->tree()->nodeAt(m_text->caret()));
    // Whoever gives this editor the focus means the face in sight.
    QWidget *proxy = m_text;
    if (face == Face::Tree)
        proxy = m_tree;
    else if (face == Face::Form)
        proxy = m_form;
    setFocusProxy(proxy);
}

void JsonEditor::arrange()
{
    const bool wide = isWide();
    const bool withTree = face() == Face::Tree || (wide && m_wasShown);
    if (withTree)
        treeView();
    m_bar->setWide(wide);
    if (wide)
        m_bar->setFindField(m_find);
    else if (layout()->indexOf(m_find) < 0)
        static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_find);
    m_find->setVisible(face() == Face::Text);
    m_stack->setVisible(face() != Face::Tree);
    if (m_tree)
        m_tree->setVisible(withTree);
}

void JsonEditor::useTool(Tool tool)
{
    switch (tool) {
    case Tool::Find: find(); break;
    case Tool::Replace: replace(); break;
    case Tool::Format: format(); break;
    case Tool::Compact: compact(); break;
    case Tool::SortKeys: sortKeys(); break;
    case Tool::Repair: repair(); break;
    case Tool::Differences: showDifferences(); break;
    case Tool::CopyFromOther: copyFromOther(); break;
    case Tool::PasteAndConvert: pasteAndConvert(); break;
    case Tool::FoldFirstLevel: foldTo(1); break;
    case Tool::FoldSecondLevel: foldTo(2); break;
    case Tool::UnfoldAll: foldTo(0); break;
    case Tool::Wrap: setWrapping(m_bar->action(Tool::Wrap)->isChecked()); break;
    case Tool::NextRemark: goToNextRemark(); break;
    }
}

void JsonEditor::edit(const std::function<Result<TextChanges>(const JsonTree &)> &edit)
{
    const auto done = m_document->edit(edit);
    if (!done)
        m_status->say(jsonwording::editError(done.error()));
}

void JsonEditor::replaceText(const QByteArray &utf8)
{
    if (isReadOnly() || utf8 == value())
        return;
    m_document->replaceAll(utf8);
    // What was one long line may have been scrolled far to the right.
    m_text->SendScintilla(QsciScintilla::SCI_SETXOFFSET, 0UL);
    m_text->SendScintilla(QsciScintilla::SCI_SCROLLCARET);
}

void JsonEditor::format() { replaceText(formatJson(value())); }

void JsonEditor::compact() { replaceText(compactJson(value())); }

void JsonEditor::sortKeys()
{
    edit([](const JsonTree &tree) { return jsonedit::sortKeys(tree, 0, true); });
}

void JsonEditor::find()
{
    if (face() == Face::Tree) {
        m_tree->filterBox().setFocus(Qt::ShortcutFocusReason);
        return;
    }
    setFace(Face::Text);
    m_find->openFind();
}

void JsonEditor::replace()
{
    setFace(Face::Text);
    m_find->openReplace();
}

void JsonEditor::repair() { (new JsonRepairDialog(*m_document, this))->open(); }

void JsonEditor::showDifferences()
{
    auto *dialog = new JsonDifferenceDialog(*m_document, m_stored, this);
    connect(dialog, &JsonDifferenceDialog::pathActivated, this, &JsonEditor::showPath);
    dialog->open();
}

void JsonEditor::copyFromOther()
{
    if (m_needs.sources)
        (new JsonSubtreeDialog(*m_document, currentPath(), m_needs.sources, this))->open();
}

void JsonEditor::pasteAndConvert()
{
    (new JsonPasteDialog(*m_document, currentPath(), this))->open();
}

void JsonEditor::showPath(const JsonPath &path)
{
    const auto node = m_document->tree()->find(path);
    if (!node)
        return;
    if (face() == Face::Tree && !hasTreeFocus()) {
        m_tree->showNode(*node);
        return;
    }
    setFace(Face::Text);
    m_text->selectRange(m_document->tree()->entryRange(*node));
    m_text->setFocus();
}

void JsonEditor::goToProblem()
{
    if (!problem() && showUnfinished())
        return;
    setFace(Face::Text);
    if (problem())
        m_text->goTo(problem()->offset);
    else
        m_text->setFocus();
}

void JsonEditor::goToNextRemark()
{
    setFace(Face::Text);
    m_text->setFocus();
    m_text->goToNextMark();
}

void JsonEditor::foldTo(int level)
{
    setFace(Face::Text);
    m_text->foldToLevel(level);
}

void JsonEditor::undo() { m_document->undo(); }

void JsonEditor::redo() { m_document->redo(); }

void JsonEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_text->setAccessibleName(tr("JSON text"));
    QWidget::changeEvent(event);
}

void JsonEditor::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_wasShown, true)) {
        resumeUnfinished();
        return;
    }
    // Not at the start of the program: most models are looked at without their ExtraInfo.
    schemaChoice();
    arrange();
    resumeUnfinished();
    avoidOneLongLine();
    emit firstShown();
}

void JsonEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace modelscribe

#include "moc_jsoneditor.cpp"
