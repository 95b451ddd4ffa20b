// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/form/jsonform.h"

#include "model/wording.h"
#include "remote/picturesource.h"
#include "ui/json/form/jsonformfield.h"
#include "ui/json/form/jsonformgroup.h"
#include "ui/json/jsondocument.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int columnWidth = 480;
constexpr int indent = 16;
constexpr int pause = 1500; // ms

} // namespace

JsonForm::JsonForm(JsonDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_scroll(new QScrollArea)
    , m_body(new QWidget)
    , m_column(new QVBoxLayout(m_body))
    , m_noticeBox(new QWidget)
    , m_notice(new QLabel)
    , m_action(new QPushButton)
    , m_other(new QLabel)
{
    buildLayout();
    connect(m_action, &QPushButton::clicked, this, &JsonForm::act);
    connect(&m_document, &JsonDocument::schemaChanged, this, &JsonForm::rebuild);
    connect(&m_document, &JsonDocument::treeChanged, this, &JsonForm::refresh);
    connect(&m_document, &JsonDocument::checked, this, &JsonForm::refreshNotice);
    connect(&m_document, &JsonDocument::hintsChanged, this, &JsonForm::refreshHints);
    connect(&m_document, &JsonDocument::textChanged, this, [this] { m_pause.start(pause); });
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, &m_document, &JsonDocument::endStep);
    rebuild();
}

JsonForm::~JsonForm() = default;

void JsonForm::buildLayout()
{
    for (QLabel *label : {m_notice, m_other}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_other->setProperty("role", u"muted"_s);
    m_action->setProperty("kind", u"link"_s);
    auto *notice = new QHBoxLayout(m_noticeBox);
    notice->setContentsMargins(indent, 8, indent, 8);
    notice->setSpacing(8);
    notice->addWidget(m_notice, 1, Qt::AlignVCenter);
    notice->addWidget(m_action, 0, Qt::AlignTop);

    m_column->setContentsMargins(indent, 8, indent, indent);
    m_column->setSpacing(16);
    m_column->addWidget(m_other);
    m_column->addStretch(1);
    m_body->setMaximumWidth(columnWidth + 2 * indent);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(m_body);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_body->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_noticeBox->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(m_noticeBox);
    column->addWidget(m_scroll, 1000);
    column->addStretch(1); // for when there are no fields
}

void JsonForm::rebuild()
{
    const JsonUnfinished typed = unfinished();
    for (const auto &group : m_groups)
        delete group->box();
    m_groups.clear();
    m_fields.clear();
    if (m_document.schema())
        addGroup(std::make_unique<JsonFormGroup>(m_document), {});
    setPictureSource(m_pictures);
    setReadOnly(m_readOnly);
    retranslate();
    refresh();
    for (auto it = typed.cbegin(); it != typed.cend(); ++it) {
        const auto place = JsonUnfinishedPlace::fromText(it.key());
        if (!place || !resume(place->path, *it))
            emit lost(it.key(), *it);
    }
}

JsonUnfinished JsonForm::unfinished() const
{
    JsonUnfinished typed;
    for (const auto &group : m_groups) {
        for (const JsonFormField *field : group->fields()) {
            if (!field->typed().isNull())
                typed.insert(group->placeOf(*field), field->typed());
        }
    }
    return typed;
}

JsonFormField *JsonForm::fieldAt(const JsonPath &path) const
{
    for (const auto &group : m_groups) {
        for (JsonFormField *field : group->fields()) {
            if (group->pathOf(*field) == path)
                return field;
        }
    }
    return nullptr;
}

bool JsonForm::resume(const JsonPath &path, const QString &text)
{
    JsonFormField *field = fieldAt(path);
    return field && field->showTyped(text);
}

void JsonForm::dropTyped()
{
    for (JsonFormField *field : std::as_const(m_fields))
        field->showTyped({});
}

void JsonForm::addGroup(std::unique_ptr<JsonFormGroup> made, const JsonPath &object)
{
    JsonFormGroup &group = *m_groups.emplace_back(std::move(made));
    m_column->insertWidget(int(m_groups.size()) - 1, group.box());
    const auto inner = group.addFields(m_document.schema()->properties(object));
    for (JsonFormField *field : group.fields()) {
        connect(field, &JsonFormField::showInTextRequested, this, &JsonForm::showInTextRequested);
        connect(field, &JsonFormField::typedChanged, this, &JsonForm::unfinishedChanged);
        connect(
            field, &JsonFormField::lost, this,
            [this, place = group.placeOf(*field)](const QString &text) { emit lost(place, text); });
    }
    m_fields += group.fields();
    // Below the others: between them they would tear the columns apart.
    for (const auto &[path, property] : inner)
        addGroup(
            std::make_unique<JsonFormGroup>(m_document, path, property, m_groups.front()->keys()),
            path);
}

JsonFormField *JsonForm::field(QStringView key) const
{
    const auto found = std::ranges::find_if(
        m_fields, [key](const JsonFormField *field) { return field->property().key == key; });
    return found == m_fields.end() ? nullptr : *found;
}

void JsonForm::flush()
{
    for (JsonFormField *field : std::as_const(m_fields)) {
        while (field->isWaiting() && m_document.readNow())
            field->flush();
    }
}

bool JsonForm::showPath(const JsonPath &path)
{
    for (const auto &group : m_groups) {
        for (JsonFormField *field : group->fields()) {
            const JsonPath own = group->pathOf(*field);
            if (path.size() < own.size() || path.first(own.size()) != own)
                continue;
            if (!field->isAncestorOf(QApplication::focusWidget()))
                field->editor()->setFocus(Qt::OtherFocusReason);
            m_scroll->ensureWidgetVisible(field);
            return true;
        }
    }
    return false;
}

QString JsonForm::notice() const { return m_noticeBox->isHidden() ? QString() : m_notice->text(); }

void JsonForm::setPictureSource(PictureSource *source)
{
    m_pictures = source;
    for (JsonFormField *field : std::as_const(m_fields))
        field->setPictureSource(source);
}

void JsonForm::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (const auto &group : m_groups) {
        for (JsonFormField *field : group->fields())
            field->setReadOnly(readOnly);
        if (group->whole())
            group->whole()->setReadOnly(readOnly);
    }
}

void JsonForm::refresh()
{
    m_stale = !isVisible();
    if (m_stale)
        return; // a face that nobody sees costs nothing
    for (const auto &group : m_groups)
        refreshGroup(*group);
    refreshNotice();
}

void JsonForm::refreshGroup(JsonFormGroup &group)
{
    const JsonFormGroup::Found found = group.findIn(*m_document.tree());
    if (group.isOutermost()) {
        m_other->setText(
            tr("Other entries: %n, shown in Text and Tree", nullptr, int(found.others)));
        m_other->setVisible(found.others > 0);
    }
    group.show(found);
}

void JsonForm::refreshNotice()
{
    const bool hasSchema = m_document.schema() != nullptr;
    const bool isBroken = m_document.problem().has_value();
    QString text;
    QString action;
    if (!hasSchema) {
        text = tr(
            "No schema is chosen, so the form knows no entries. Text and Tree show them all.");
        action = tr("Choose schema…");
    } else if (isBroken) {
        text = tr("The form waits until the text is a JSON object: %1 (line %2)")
                   .arg(wording::jsonProblem(*m_document.problem()))
                   .arg(m_document.problem()->line);
        action = tr("Go to problem");
    } else if (m_fields.isEmpty()) {
        text = tr("The schema defines no entries.");
        action = tr("Choose schema…");
    }
    m_notice->setText(text);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_noticeBox->setVisible(!text.isEmpty());
    m_scroll->setVisible(!m_fields.isEmpty());
    m_body->setEnabled(!isBroken);
    if (isBroken) {
        for (JsonFormField *field : std::as_const(m_fields))
            field->forgetPending();
    }
}

void JsonForm::act()
{
    if (m_document.schema() && m_document.problem())
        emit goToProblemRequested();
    else
        emit chooseSchemaRequested();
}

void JsonForm::refreshHints()
{
    if (!isVisible())
        return; // showTree() of all comes first
    for (const auto &group : m_groups) {
        for (JsonFormField *field : group->fields())
            field->showHints();
        if (group->whole())
            group->whole()->showHints();
    }
}

void JsonForm::retranslate()
{
    m_scroll->setAccessibleName(tr("Form"));
    refreshNotice();
    m_stale = true;
}

void JsonForm::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
    refreshHints();
}

void JsonForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_jsonform.cpp"
