// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsoneditor.h"

#include "ui/json/form/jsonform.h"
#include "ui/json/jsondocument.h"
#include "ui/json/jsonfaces.h"
#include "ui/json/jsonloosetext.h"
#include "ui/json/jsonschemachoice.h"
#include "ui/json/jsonstatusline.h"
#include "ui/json/jsontools.h"
#include "ui/json/jsonunfinishedtexts.h"
#include "ui/json/text/jsoncompleter.h"
#include "ui/json/text/jsonfindbar.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsontreeediting.h"
#include "ui/json/tree/jsontreefilterbox.h"
#include "ui/json/tree/jsontreeview.h"
#include "ui/widgets/presentation.h"
#include "ui/widgets/theme.h"
#include "json/schemaset.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QShowEvent>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! From here on the tree stands beside the other faces.
constexpr int wideFrom = 760;
constexpr auto wrapKey = "json/wrap"_L1;

} // namespace

JsonEditor::JsonEditor(QWidget *parent)
    : QWidget(parent)
    , m_text(new JsonTextEdit)
    , m_document(new JsonDocument(*m_text, this))
    , m_bar(new JsonEditorBar)
    , m_find(new JsonFindBar(*m_text))
    , m_completer(new JsonCompleter(*m_document))
    , m_status(new JsonStatusLine(*m_document))
    , m_faces(new JsonFaces(*m_document, *m_bar))
    , m_looseText(new JsonLooseText)
    , m_unfinished(new JsonUnfinishedTexts(*m_document, *m_faces, *m_looseText, this))
    , m_tools(new JsonTools(*m_document, *m_faces, *m_status, this))
{
    buildLayout();
    buildShortcuts();
    m_text->setAccessibleName(tr("JSON text"));
    setFocusProxy(m_text);
    connectParts();
    m_bar->action(Tool::Wrap)->setChecked(m_text->isWrapping());
    Presentation::instance().dress(*this, Presentation::Part::Json);
    arrange();
}

JsonEditor::~JsonEditor() = default;

void JsonEditor::buildLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_bar);
    column->addWidget(m_find);
    column->addWidget(m_looseText);
    column->addWidget(m_faces, 1);
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

void JsonEditor::connectParts()
{
    connect(m_document, &JsonDocument::textChanged, this, &JsonEditor::valueChanged);
    connect(m_document, &JsonDocument::checked, this, [this] {
        if (m_faces->isOneLongLine() && !isReadOnly())
            m_status->say(tr("All on one line: Format adds line breaks and colours"));
        m_faces->showWanted();
        emit checked();
    });
    connect(m_document, &JsonDocument::treeChanged, this, [this] {
        if (m_schema)
            m_schema->setReference(schemaReference(*m_document->tree()));
    });
    connect(m_text, &JsonTextEdit::inputCut, this, &JsonEditor::inputCut);
    connect(m_text, &JsonTextEdit::findRequested, this, &JsonEditor::find);
    connect(&Theme::of(this), &Theme::changed, m_text, &JsonTextEdit::applyTheme);
    connect(&Presentation::instance(), &Presentation::changed, this, [this] {
        Presentation::instance().dress(*this, Presentation::Part::Json);
        m_text->applyTheme();
    });
    connect(m_faces, &JsonFaces::faceChanged, this, [this] {
        arrange();
        setFocusProxy(m_faces->current()); // whoever gives this the focus means the face in sight
    });
    connect(m_faces, &JsonFaces::placeShown, m_status, &JsonStatusLine::showPlace);
    connect(m_faces, &JsonFaces::problemWanted, this, &JsonEditor::goToProblem);
    connect(m_faces, &JsonFaces::schemaWanted, this, &JsonEditor::showSchemas);
    connect(m_unfinished, &JsonUnfinishedTexts::changed, this, &JsonEditor::unfinishedChanged);
    connect(m_bar, &JsonEditorBar::toolChosen, this, &JsonEditor::useTool);
    connect(m_status, &JsonStatusLine::problemWanted, this, &JsonEditor::goToProblem);
    connect(m_status, &JsonStatusLine::hintWanted, this, &JsonEditor::goToNextRemark);
}

void JsonEditor::setNeeds(JsonEditorNeeds needs)
{
    m_settings = needs.settings;
    readSettings();
    m_faces->setPictures(std::move(needs.pictures));
    m_bar->setCopyFromOtherVisible(bool(needs.sources));
    m_tools->setSources(std::move(needs.sources));
}

void JsonEditor::readSettings()
{
    if (!m_settings)
        return;
    const bool wraps = m_settings->value(wrapKey, u"true"_s) != u"false"_s;
    if (wraps != m_text->isWrapping())
        m_text->setWrapping(wraps);
    m_bar->action(Tool::Wrap)->setChecked(wraps);
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

void JsonEditor::setStored(const QByteArray &utf8) { m_tools->setStored(utf8); }

QByteArray JsonEditor::value() const { return m_document->bytes(); }

void JsonEditor::setValue(const QByteArray &utf8)
{
    if (utf8 == value())
        return;
    m_document->setBytes(utf8);
    if (m_wasShown)
        m_faces->avoidOneLongLine();
}

void JsonEditor::setWrapping(bool wraps)
{
    m_text->setWrapping(wraps);
    // As text: an INI file gives back text, and a missing value must not read as false.
    if (m_settings)
        m_settings->setValue(wrapKey, wraps ? u"true"_s : u"false"_s);
}

void JsonEditor::changeValue(const QByteArray &utf8) { m_document->changeBytes(utf8); }

void JsonEditor::setHistory(JsonHistory *history) { m_document->setHistory(history); }

void JsonEditor::flush()
{
    if (JsonTreeView *tree = m_faces->madeTree())
        std::ignore = tree->editing().handIn();
    if (JsonForm *form = m_faces->madeForm())
        form->flush();
}

JsonUnfinished JsonEditor::unfinished() const { return m_unfinished->all(); }

void JsonEditor::setUnfinished(const JsonUnfinished &unfinished) { m_unfinished->set(unfinished); }

void JsonEditor::endEditing() { m_unfinished->end(); }

void JsonEditor::showChange(const JsonRange &range) { m_faces->showChange(range); }

bool JsonEditor::isReadOnly() const { return m_text->isReadOnly(); }

void JsonEditor::setReadOnly(bool readOnly)
{
    if (readOnly == isReadOnly())
        return;
    m_faces->setReadOnly(readOnly);
    m_unfinished->resume();
}

JsonTreeView &JsonEditor::treeView() { return m_faces->tree(); }

JsonForm &JsonEditor::form() { return m_faces->form(); }

JsonSchemaChoice &JsonEditor::schemaChoice()
{
    if (!m_schema) {
        m_schema = new JsonSchemaChoice(SchemaSet::builtIn(), m_settings);
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

void JsonEditor::showSchemas()
{
    QPushButton &choice = schemaChoice();
    schemaChoice().choices().popup(choice.isVisible()
                                       ? choice.mapToGlobal(QPoint(0, choice.height()))
                                       : m_bar->mapToGlobal(m_bar->rect().bottomLeft()));
}

const std::optional<JsonProblem> &JsonEditor::problem() const { return m_document->problem(); }

QString JsonEditor::statusText() const { return m_status->verdict(); }

JsonPath JsonEditor::currentPath() const { return m_faces->currentPath(); }

void JsonEditor::setFace(Face face) { m_faces->setFace(face); }

void JsonEditor::arrange()
{
    const bool wide = width() >= wideFrom;
    m_bar->setWide(wide);
    if (wide)
        m_bar->setFindField(m_find);
    else if (layout()->indexOf(m_find) < 0)
        static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_find);
    m_find->setVisible(face() == Face::Text);
    m_faces->arrange(wide && m_wasShown);
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
    case Tool::FoldFirstLevel: m_faces->foldTo(1); break;
    case Tool::FoldSecondLevel: m_faces->foldTo(2); break;
    case Tool::UnfoldAll: m_faces->foldTo(0); break;
    case Tool::Wrap: setWrapping(m_bar->action(Tool::Wrap)->isChecked()); break;
    case Tool::NextRemark: goToNextRemark(); break;
    }
}

void JsonEditor::find()
{
    if (face() == Face::Tree) {
        m_faces->tree().filterBox().setFocus(Qt::ShortcutFocusReason);
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

void JsonEditor::format() { m_tools->format(); }

void JsonEditor::compact() { m_tools->compact(); }

void JsonEditor::sortKeys() { m_tools->sortKeys(); }

void JsonEditor::repair() { m_tools->repair(); }

void JsonEditor::showDifferences() { m_tools->showDifferences(); }

void JsonEditor::copyFromOther() { m_tools->copyFromOther(); }

void JsonEditor::pasteAndConvert() { m_tools->pasteAndConvert(); }

void JsonEditor::goToProblem()
{
    if (!problem() && m_unfinished->show())
        return;
    setFace(Face::Text);
    if (problem())
        m_text->goTo(problem()->offset);
    else
        m_text->setFocus();
}

void JsonEditor::goToNextRemark() { m_faces->goToNextRemark(); }

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
        m_unfinished->resume();
        return;
    }
    // Not at the start of the program: most models are looked at without their ExtraInfo.
    schemaChoice();
    arrange();
    m_unfinished->resume();
    m_faces->avoidOneLongLine();
    emit firstShown();
}

void JsonEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace modelscribe

#include "moc_jsoneditor.cpp"
