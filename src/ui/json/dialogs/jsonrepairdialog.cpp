// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/dialogs/jsonrepairdialog.h"

#include "core/backgroundwork.h"
#include "model/wording.h"
#include "ui/json/dialogs/jsonrowdelegate.h"
#include "ui/json/dialogs/textdifferenceview.h"
#include "ui/json/jsondocument.h"
#include "ui/json/jsonwording.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int shownSteps = 5;
constexpr int stepHeight = 24;

//! With room for the bold text it has when it is checked.
void setSegmentText(QPushButton &button, const QString &text)
{
    QFont font = button.font();
    font.setWeight(QFont::DemiBold);
    button.setText(text);
    button.setAccessibleName(text);
    button.setMinimumWidth(QFontMetrics(font).horizontalAdvance(text) + 28);
}

} // namespace

JsonRepairDialog::JsonRepairDialog(JsonDocument &document, QWidget *parent)
    : JsonDialog(parent)
    , m_document(&document)
    , m_steps(new QListWidget)
    , m_choice(new QWidget)
    , m_repaired(new QPushButton)
    , m_yaml(new QPushButton)
    , m_difference(new TextDifferenceView)
    , m_state(new StatePage)
    , m_pages(new QStackedWidget)
{
    buildBody();
    connect(&primaryButton(), &QPushButton::clicked, this, &JsonRepairDialog::take);
    connect(m_repaired, &QPushButton::clicked, this, [this] { setReading(Reading::Repaired); });
    connect(m_yaml, &QPushButton::clicked, this, [this] { setReading(Reading::Yaml); });
    connect(&document, &JsonDocument::textChanged, this, &JsonRepairDialog::start);
    setUpDialog(*this, {860, 560});
    start();
    m_difference->setFocus();
}

void JsonRepairDialog::buildBody()
{
    auto *choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(0);
    auto *group = new QButtonGroup(m_choice);
    for (QPushButton *button : {m_repaired, m_yaml}) {
        button->setProperty("kind", u"segment"_s);
        button->setCheckable(true);
        button->setAutoDefault(false);
        group->addButton(button);
        choice->addWidget(button);
    }
    choice->addStretch();
    m_steps->setProperty("role", u"framed"_s);
    m_steps->setItemDelegate(new JsonRowDelegate(stepHeight, m_steps));
    m_steps->setUniformItemSizes(true);
    m_steps->setTextElideMode(Qt::ElideRight);
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body().addWidget(m_choice);
    body().addWidget(m_steps);
    m_pages->addWidget(m_difference);
    m_pages->addWidget(m_state);
    body().addWidget(m_pages, 1);
}

void JsonRepairDialog::retranslate()
{
    setHeading(tr("Repair"));
    setSegmentText(*m_repaired, tr("Repair as JSON"));
    setSegmentText(*m_yaml, tr("Read as YAML"));
    m_steps->setAccessibleName(tr("What was repaired"));
    showConversion();
}

void JsonRepairDialog::start()
{
    if (!m_document)
        return;
    m_text = m_document->bytes();
    m_working = true;
    m_conversion = {};
    retranslate();
    m_difference->compare({}, {});
    runAside(
        this, m_text.size() <= JsonDocument::readHereLimit,
        [text = m_text] { return convertToJson(text); },
        [this, revision = ++m_revision](const JsonConversion &conversion) {
            if (revision != m_revision)
                return;
            m_working = false;
            m_conversion = conversion;
            setReading(conversion.prefersYaml ? Reading::Yaml : Reading::Repaired);
            emit ready();
        });
}

QByteArray JsonRepairDialog::result() const
{
    if (m_working || m_conversion.isJson)
        return m_text;
    if (m_reading == Reading::Yaml)
        return m_conversion.hasYaml() ? m_conversion.yaml : m_text;
    return m_conversion.repair.problem ? m_text : m_conversion.repair.text;
}

bool JsonRepairDialog::canTake() const
{
    return m_document && !m_document->isReadOnly() && !m_working && result() != m_text;
}

void JsonRepairDialog::setReading(Reading reading)
{
    m_reading = reading;
    m_difference->compare(m_text, result());
    showConversion();
}

void JsonRepairDialog::showConversion()
{
    const JsonConversion &now = m_conversion;
    const bool isYaml = m_reading == Reading::Yaml;
    m_difference->setTitles(tr("As it is"), isYaml ? tr("Read as YAML") : tr("Repaired"));
    m_repaired->setChecked(!isYaml);
    m_yaml->setChecked(isYaml);
    m_choice->setVisible(!m_working && now.isRepaired() && now.hasYaml());
    showSteps();
    showState();
    setPrimary(isYaml ? tr("Take the converted text") : tr("Take the repaired text"));
    primaryButton().setVisible(m_working || canTake());
    primaryButton().setEnabled(canTake());
    setCancel(canTake() || m_working ? tr("Cancel") : tr("Close"));
    setStatus(canTake() ? tr("Nothing changes until you take it. Undo restores the old text.")
                        : QString());
    if (m_working)
        setSubtitle(tr("Looking for what can be repaired…"));
    else if (now.isJson || m_text.trimmed().isEmpty())
        setSubtitle(tr("There is nothing to repair."));
    else if (isYaml)
        setSubtitle(jsonwording::yamlReading(now));
    else if (now.repair.problem)
        setSubtitle(tr("It could not be repaired."), true);
    else
        setSubtitle(tr("The text can be repaired. This was done:"));
}

//! In place of a difference that there is not.
void JsonRepairDialog::showState()
{
    const bool hasDifference = m_working || result() != m_text;
    m_pages->setCurrentWidget(hasDifference ? static_cast<QWidget *>(m_difference) : m_state);
    const auto &problem = m_conversion.repair.problem;
    if (hasDifference)
        return;
    if (m_conversion.isJson) {
        m_state->say(tr("The text already is JSON."));
    } else if (m_text.trimmed().isEmpty() || !problem) {
        m_state->say(tr("The text is empty."));
    } else {
        m_state->say(tr("Line %1, column %2").arg(problem->line).arg(problem->column),
                     wording::jsonProblem(*problem));
        QPushButton *go = m_state->addButton(tr("Go there"));
        connect(go, &QPushButton::clicked, this, &JsonRepairDialog::goToProblem);
    }
}

void JsonRepairDialog::goToProblem()
{
    const auto problem = m_conversion.repair.problem;
    if (!problem || m_working || !m_document)
        return;
    JsonTextEdit &text = m_document->textEdit();
    accept();
    text.goTo(problem->offset);
}

void JsonRepairDialog::showSteps()
{
    m_steps->clear();
    if (m_reading == Reading::Repaired) {
        for (const JsonRepairStep &step : m_conversion.repair.steps) {
            const int line = jsonPosition(m_text, step.firstAt).first;
            m_steps->addItem(tr("Line %1: %2").arg(line).arg(jsonwording::repairStep(step)));
        }
    }
    const int rows = std::min(shownSteps, m_steps->count());
    m_steps->setVisible(rows > 0);
    m_steps->setFixedHeight(rows * std::max(stepHeight, m_steps->sizeHintForRow(0)) + 4);
}

QStringList JsonRepairDialog::steps() const
{
    QStringList result;
    for (int row = 0; row < m_steps->count(); ++row)
        result << m_steps->item(row)->text();
    return result;
}

void JsonRepairDialog::take()
{
    if (!canTake())
        return;
    const QByteArray text = result();
    // Its own change is no reason to look again.
    m_document->disconnect(this);
    if (m_document->replaceAll(text))
        accept();
}

} // namespace modelscribe

#include "moc_jsonrepairdialog.cpp"
