// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/dialogs/jsonpastedialog.h"

#include "core/backgroundwork.h"
#include "core/jsontext.h"
#include "core/visibletext.h"
#include "model/wording.h"
#include "ui/json/jsondocument.h"
#include "ui/json/jsonwording.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/exacttextedit.h"
#include "ui/widgets/theme.h"
#include "json/jsonedit.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int conversionDelay = 200; // ms

ExactTextEdit *textBox()
{
    auto *box = new ExactTextEdit;
    box->setFont(Theme::of(box).fixedFont());
    box->setLineWrapMode(ExactTextEdit::NoWrap);
    box->setTabChangesFocus(true);
    return box;
}

} // namespace

JsonPasteDialog::JsonPasteDialog(JsonDocument &document, const JsonPath &place, QWidget *parent)
    : JsonDialog(parent)
    , m_document(&document)
    , m_input(textBox())
    , m_output(textBox())
    , m_asYaml(new QCheckBox)
    , m_whole(new QRadioButton)
    , m_entry(new QRadioButton)
    , m_key(new QLineEdit)
{
    m_output->setReadOnly(true);
    m_timer.setSingleShot(true);
    m_timer.setInterval(conversionDelay);
    findContainer(place);
    buildBody();
    connect(&m_timer, &QTimer::timeout, this, &JsonPasteDialog::convert);
    connect(m_input, &ExactTextEdit::textChanged, this, &JsonPasteDialog::start);
    connect(m_asYaml, &QCheckBox::toggled, this, &JsonPasteDialog::showConversion);
    for (QRadioButton *button : {m_whole, m_entry})
        connect(button, &QRadioButton::toggled, this, &JsonPasteDialog::refresh);
    connect(m_key, &QLineEdit::textChanged, this, &JsonPasteDialog::refresh);
    connect(&primaryButton(), &QPushButton::clicked, this, &JsonPasteDialog::take);
    setUpDialog(*this, {880, 560});
    retranslate();
    m_input->setFocus();
}

void JsonPasteDialog::findContainer(const JsonPath &place)
{
    const JsonTree &tree = *m_document->tree();
    const auto node = m_document->isCurrent() && tree.isValid() ? tree.find(place) : std::nullopt;
    if (!node)
        return;
    const JsonNodeId container = tree.isContainer(*node) ? *node : tree.parent(*node);
    if (!tree.isContainer(container))
        return;
    m_container = tree.path(container);
    m_needsKey = tree.kind(container) == JsonKind::Object;
    if (m_needsKey)
        m_key->setText(jsonedit::freeKey(tree, container, u"pasted"_s));
}

void JsonPasteDialog::buildBody()
{
    auto *grid = new QGridLayout;
    grid->setSpacing(8);
    for (int column = 0; column < 2; ++column) {
        auto *label = new QLabel;
        label->setProperty("role", u"muted"_s);
        label->setBuddy(column == 0 ? m_input : m_output);
        m_labels << label;
        grid->addWidget(label, 0, column);
        grid->setColumnStretch(column, 1);
    }
    grid->addWidget(m_input, 1, 0);
    grid->addWidget(m_output, 1, 1);
    grid->setRowStretch(1, 1);
    body().addLayout(grid, 1);
    body().addWidget(m_asYaml);
    body().addWidget(m_whole);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_entry);
    row->addWidget(m_key);
    row->addStretch();
    m_key->setFixedWidth(240);
    m_key->setVisible(m_needsKey);
    body().addLayout(row);
    m_entry->setVisible(m_container.has_value());
    (m_container ? m_entry : m_whole)->setChecked(true);
}

void JsonPasteDialog::retranslate()
{
    setHeading(tr("Paste and convert"));
    m_labels[0]->setText(tr("Pasted text"));
    m_labels[1]->setText(tr("As JSON"));
    m_input->setAccessibleName(m_labels[0]->text());
    m_input->setPlaceholderText(tr("JSON, something like JSON, or YAML"));
    m_output->setAccessibleName(m_labels[1]->text());
    m_asYaml->setText(tr("Read as YAML"));
    m_whole->setText(tr("Instead of the whole text"));
    const QString place = m_container ? visibleText(jsonPathText(*m_container), 60) : QString();
    m_entry->setText(m_needsKey ? tr("As a new member of %1 with the key").arg(place)
                                : tr("As the last element of %1").arg(place));
    m_key->setAccessibleName(tr("Key"));
    setCancel(tr("Cancel"));
    showConversion();
}

void JsonPasteDialog::setInput(const QString &text) { m_input->setText(text); }

void JsonPasteDialog::start()
{
    ++m_revision;
    m_working = true;
    m_timer.start();
    refresh();
}

void JsonPasteDialog::convert()
{
    const QByteArray text = JsonText::fromString(m_input->text()).utf8();
    m_isTooLong = text.size() > maxSize;
    const auto take = [this, revision = m_revision](const JsonConversion &conversion) {
        if (revision != m_revision)
            return;
        m_working = false;
        m_conversion = conversion;
        m_asYaml->setChecked(conversion.prefersYaml);
        showConversion();
        emit ready();
    };
    if (m_isTooLong)
        take({});
    else
        runAside(
            this, text.size() <= JsonDocument::readHereLimit,
            [text] { return convertToJson(text); }, take);
}

QByteArray JsonPasteDialog::result() const
{
    if (m_working || m_isTooLong)
        return {};
    if (m_asYaml->isChecked() && m_conversion.hasYaml())
        return m_conversion.yaml;
    return m_conversion.repair.problem ? QByteArray() : m_conversion.repair.text;
}

QString JsonPasteDialog::verdict() const
{
    if (m_isTooLong)
        return tr("The text is longer than 4 MiB.");
    if (m_input->document()->isEmpty())
        return tr("Pasted text is shown as JSON before it is inserted.");
    if (m_working)
        return tr("Reading…");
    if (m_conversion.isJson)
        return tr("It is JSON and is inserted as it is.");
    if (m_asYaml->isChecked() && m_conversion.hasYaml())
        return jsonwording::yamlReading(m_conversion);
    if (const auto &problem = m_conversion.repair.problem)
        return tr("It is neither JSON nor YAML. Line %1, column %2: %3")
            .arg(problem->line)
            .arg(problem->column)
            .arg(wording::jsonProblem(*problem));
    QStringList steps;
    for (const JsonRepairStep &step : m_conversion.repair.steps)
        steps << jsonwording::repairStep(step);
    return tr("Repaired: %1").arg(steps.mid(0, 4).join(u" "_s))
           + (steps.size() > 4 ? u" …"_s : QString());
}

void JsonPasteDialog::showConversion()
{
    const QByteArray now = result();
    QString text = JsonText(now.first(std::min(now.size(), maxShown))).toString();
    if (now.size() > maxShown)
        text += u"\n… "_s + tr("%n more byte(s)", nullptr, int(now.size() - maxShown));
    m_output->setText(text);
    m_output->moveCursor(QTextCursor::Start);
    // With only one way to read it there is nothing to choose.
    m_asYaml->setVisible(m_conversion.hasYaml() && m_conversion.isRepaired());
    refresh();
}

QString JsonPasteDialog::refusal() const
{
    if (!m_document || m_document->isReadOnly())
        return tr("The text cannot be edited.");
    if (m_whole->isChecked() || !m_needsKey)
        return {};
    const JsonTree &tree = *m_document->tree();
    const auto container = tree.isValid() ? tree.find(*m_container) : std::nullopt;
    if (container && tree.member(*container, m_key->text()))
        return tr("This key is already in use.");
    return {};
}

void JsonPasteDialog::refresh()
{
    const QByteArray now = result();
    const bool isBad = !m_working && now.isEmpty() && !m_input->document()->isEmpty();
    setSubtitle(verdict(), isBad);
    const QString reason = refusal();
    setLook(m_key, "problem", reason.isEmpty() ? u"false"_s : u"true"_s);
    setStatus(reason, true);
    setPrimary(m_whole->isChecked() ? tr("Replace the text") : tr("Insert"));
    primaryButton().setEnabled(!now.isEmpty() && reason.isEmpty());
    m_key->setEnabled(m_entry->isChecked());
}

void JsonPasteDialog::take()
{
    const QByteArray raw = result();
    if (raw.isEmpty() || !m_document)
        return;
    if (m_whole->isChecked()) {
        if (m_document->replaceAll(raw))
            accept();
        return;
    }
    const auto changes = m_document->edit([&](const JsonTree &tree) -> Result<TextChanges> {
        const auto container = tree.find(*m_container);
        if (!container)
            return failure(Error{.kind = Error::Kind::Invalid, .code = u"NoSuchPlace"_s});
        return jsonedit::insert(tree, *container, tree.childCount(*container), m_key->text(), raw);
    });
    if (changes)
        accept();
    else
        setStatus(jsonwording::editError(changes.error()), true);
}

} // namespace modelscribe

#include "moc_jsonpastedialog.cpp"
