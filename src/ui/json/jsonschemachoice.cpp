// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsonschemachoice.h"

#include "core/visibletext.h"
#include "ui/json/jsonwording.h"
#include "ui/widgets/filesaving.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <QActionGroup>
#include <QEvent>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Choice = JsonSchemaChoice::Choice;

constexpr auto choiceKey = "/choice"_L1;
constexpr auto detailKey = "/detail"_L1;
constexpr qsizetype maxTitle = 28;

//! In settings files.
constexpr std::array choiceNames = {
    std::pair(Choice::Automatic, "automatic"_L1), std::pair(Choice::BuiltIn, "builtin"_L1),
    std::pair(Choice::File, "file"_L1),           std::pair(Choice::Document, "document"_L1),
    std::pair(Choice::None, "none"_L1),
};

//! "&" is no mnemonic here.
QString menuText(const QString &text, qsizetype limit = 60)
{
    return visibleText(text, limit).replace(u'&', "&&"_L1);
}

} // namespace

JsonSchemaChoice::JsonSchemaChoice(SchemaSet schemas, QSettings *settings, QWidget *parent)
    : QPushButton(parent)
    , m_schemas(std::move(schemas))
    , m_settings(settings)
    , m_menu(new QMenu(this))
{
    setProperty("kind", u"quiet"_s);
    setAutoDefault(false);
    setIcon(Theme::of(this).icon(u"chevron-down"_s, ThemeColor::Muted));
    setLayoutDirection(Qt::RightToLeft); // the arrow stands behind the text
    m_menu->setLayoutDirection(Qt::LeftToRight);
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &JsonSchemaChoice::buildMenu);
    connect(this, &QPushButton::clicked, this,
            [this] { m_menu->popup(mapToGlobal(QPoint(0, height()))); });
    buildMenu();
    showChoice();
}

QString JsonSchemaChoice::settingsKey() const
{
    const auto part = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    return "json/schemas/"_L1 + part(m_use) + u'/' + part(m_variant.isEmpty() ? u"-"_s : m_variant);
}

void JsonSchemaChoice::setUse(const QString &use, const QString &variant)
{
    m_use = use;
    m_variant = variant;
    const QString name = m_settings ? m_settings->value(settingsKey() + choiceKey).toString()
                                    : QString();
    const auto known = std::ranges::find_if(choiceNames,
                                            [&](const auto &pair) { return pair.second == name; });
    m_choice = known == choiceNames.end() ? Choice::Automatic : known->first;
    m_detail = m_settings ? m_settings->value(settingsKey() + detailKey).toString() : QString();
    load();
}

void JsonSchemaChoice::setReference(const QString &reference)
{
    if (reference == m_reference)
        return;
    m_reference = reference;
    if (m_choice == Choice::Document)
        load();
}

void JsonSchemaChoice::chooseAutomatic() { choose(Choice::Automatic, {}); }
void JsonSchemaChoice::chooseBuiltIn(const QString &file) { choose(Choice::BuiltIn, file); }
void JsonSchemaChoice::chooseFile(const QString &path) { choose(Choice::File, path); }
void JsonSchemaChoice::chooseDocument() { choose(Choice::Document, {}); }
void JsonSchemaChoice::chooseNone() { choose(Choice::None, {}); }

void JsonSchemaChoice::choose(Choice choice, const QString &detail)
{
    m_choice = choice;
    m_detail = detail;
    load();
    remember();
    if (const QString problem = m_problem.isEmpty() ? gaps() : m_problem; !problem.isEmpty())
        emit failed(problem);
}

void JsonSchemaChoice::remember()
{
    if (!m_settings)
        return;
    if (m_choice == Choice::Automatic) {
        m_settings->remove(settingsKey());
        return;
    }
    const auto name = std::ranges::find(choiceNames, m_choice,
                                        &std::pair<Choice, QLatin1StringView>::first);
    m_settings->setValue(settingsKey() + choiceKey, QString(name->second));
    if (m_detail.isEmpty())
        m_settings->remove(settingsKey() + detailKey);
    else
        m_settings->setValue(settingsKey() + detailKey, m_detail);
}

void JsonSchemaChoice::load()
{
    const auto &entries = m_schemas.entries();
    switch (m_choice) {
    case Choice::Automatic:
        take(m_schemas.schemaFor(m_use, m_variant), automaticTitle(), {});
        break;
    case Choice::BuiltIn: {
        const auto entry = std::ranges::find(entries, m_detail, &SchemaSet::Entry::file);
        if (entry == entries.end())
            take(nullptr, {}, tr("The chosen schema no longer comes with the program."));
        else
            take(entry->schema, entry->title, {});
        break;
    }
    case Choice::File:
        loadFrom(SchemaSet::fromFile(m_detail), QFileInfo(m_detail).fileName());
        break;
    case Choice::Document:
        if (m_reference.isEmpty())
            take(nullptr, {}, tr("The text names no schema: it has no “$schema”."));
        else
            loadFrom(m_schemas.resolve(m_reference), u"$schema"_s);
        break;
    case Choice::None: take(nullptr, {}, {}); break;
    }
}

void JsonSchemaChoice::loadFrom(const Result<std::shared_ptr<const JsonSchema>> &schema,
                                const QString &title)
{
    if (schema) {
        const QString own = (*schema)->title();
        take(*schema, own.isEmpty() ? title : own, {});
        return;
    }
    const QString detail = visibleText(schema.error().detail, 200);
    switch (schema.error().kind) {
    case Error::Kind::Storage:
        take(nullptr, {}, tr("The schema file cannot be read: %1").arg(detail));
        break;
    case Error::Kind::Invalid:
        take(nullptr, {},
             tr("The schema “%1” is not known here, and schemas are never fetched from a network.")
                 .arg(visibleText(m_reference, 100)));
        break;
    default: take(nullptr, {}, tr("This schema cannot be used: %1").arg(detail)); break;
    }
}

void JsonSchemaChoice::take(std::shared_ptr<const JsonSchema> schema, const QString &title,
                            const QString &problem)
{
    const bool isOther = schema != m_schema || title != m_title;
    m_schema = std::move(schema);
    m_title = title;
    m_problem = problem;
    showChoice();
    if (isOther)
        emit schemaChanged(m_schema, m_title);
}

QString JsonSchemaChoice::automaticTitle() const
{
    const auto schema = m_schemas.schemaFor(m_use, m_variant);
    const auto entry = std::ranges::find(m_schemas.entries(), schema, &SchemaSet::Entry::schema);
    return schema && entry != m_schemas.entries().end() ? entry->title : QString();
}

QString JsonSchemaChoice::gaps() const
{
    return m_schema ? jsonwording::gaps(m_schema->gaps()) : QString();
}

void JsonSchemaChoice::showChoice()
{
    const QString title = visibleText(m_title, maxTitle);
    const QString problem = m_problem.isEmpty() ? gaps() : m_problem;
    const QString shown = !m_problem.isEmpty() ? tr("not usable")
                          : !m_schema          ? tr("none")
                          : problem.isEmpty()  ? title
                                               : tr("%1, in part").arg(title);
    setText(tr("Schema: %1").arg(menuText(shown)));
    m_menu->setTitle(text()); // it is an entry of another menu as well
    setAccessibleName(tr("Schema: %1").arg(shown));
    setAccessibleDescription(problem);
    setToolTip(plainToolTip(problem.isEmpty()
                                ? tr("What the text is checked against; hints never prevent a save")
                                : problem));
}

QAction *JsonSchemaChoice::add(QActionGroup *group, const QString &text, Choice choice,
                               const QString &detail)
{
    QAction *action = m_menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(choice == m_choice && detail == m_detail);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, choice, detail] { choose(choice, detail); });
    return action;
}

void JsonSchemaChoice::buildMenu()
{
    m_menu->clear();
    qDeleteAll(m_menu->findChildren<QActionGroup *>());
    auto *group = new QActionGroup(m_menu);
    const QString automatic = automaticTitle();
    add(group, tr("Automatic (%1)").arg(automatic.isEmpty() ? tr("none") : menuText(automatic)),
        Choice::Automatic, {});
    m_menu->addSeparator();
    for (const SchemaSet::Entry &entry : m_schemas.entries())
        add(group, menuText(entry.title), Choice::BuiltIn, entry.file);
    m_menu->addSeparator();
    QAction *document = add(group, tr("The one the text names (“$schema”)"), Choice::Document, {});
    document->setEnabled(!m_reference.isEmpty());
    document->setToolTip(m_reference.isEmpty() ? tr("The text has no “$schema”.")
                                               : visibleToolTip(m_reference));
    if (m_choice == Choice::File)
        add(group, menuText(QFileInfo(m_detail).fileName()), Choice::File, m_detail)
            ->setToolTip(visibleToolTip(m_detail));
    connect(m_menu->addAction(tr("From a file…")), &QAction::triggered, this,
            &JsonSchemaChoice::askForSchema);
    m_menu->addSeparator();
    add(group, tr("None"), Choice::None, {});
}

void JsonSchemaChoice::askForSchema()
{
    askForFile({.title = tr("Choose a schema"),
                .filters = {tr("JSON files (*.json)"), tr("All files (*)")}},
               this, [this](const QString &file) { chooseFile(file); });
}

void JsonSchemaChoice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        load(); // its messages as well
    QPushButton::changeEvent(event);
}

} // namespace modelscribe

#include "moc_jsonschemachoice.cpp"
