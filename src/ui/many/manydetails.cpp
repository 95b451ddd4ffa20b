// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/manydetails.h"

#include "ui/edit/accessibilityedit.h"
#include "ui/edit/knownsuggestions.h"
#include "ui/many/manylines.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/growingtext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype trialRowCount = 10;
constexpr int columnBar = 5; // px from the left edge of the second column

//! Where a field stands, in the order of the eye.
struct Place
{
    QLatin1StringView key;
    int row = 0;
    int column = 0;
    int columns = 1;
};

constexpr std::array places = {
    Place{"ModelName"_L1, 0, 0, 2},     Place{"ModelDescription"_L1, 1, 0, 2},
    Place{"Domain"_L1, 2, 0},           Place{"Task"_L1, 2, 1},
    Place{"ModelType"_L1, 3, 0},        Place{"Origin"_L1, 3, 1},
    Place{"ParameterSize"_L1, 4, 0},    Place{"OrderNumber"_L1, 4, 1},
    Place{"Accessibility"_L1, 5, 0, 2}, Place{"ModelDoc"_L1, 6, 0, 2},
};

} // namespace

ManyDetails::ManyDetails(QWidget *parent)
    : ManyPage(parent)
    , m_grid(new QGridLayout(this))
    , m_tasks(QLocale().language() == QLocale::Chinese)
{
    setMaximumWidth(480);
    m_grid->setContentsMargins(0, 12, 6, 16);
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(12);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_grid->setRowStretch(int(places.size()), 1);
    connect(&m_effects, &BatchEffectsCounting::changed, this, &ManyDetails::showEffects);
}

bool ManyDetails::buildNext()
{
    if (m_fields.size() == qsizetype(places.size()))
        return false;
    const Place &place = places[size_t(m_fields.size())];
    const ModelField *field = findField(QString(place.key));
    auto *frame = new ManyField(*field, *makeEditor(*field),
                                [this](const ModelField &of) { return trialTexts(of); });
    frame->setBarOffset(place.column > 0 ? columnBar : 0);
    connect(frame, &ManyField::narrowRequested, this,
            [this, field](const QString &value) { emit narrowRequested(field, value); });
    m_fields.append(frame);
    m_grid->addWidget(frame, place.row, place.column, 1, place.columns);
    return true;
}

QWidget *ManyDetails::makeEditor(const ModelField &field)
{
    switch (field.kind) {
    case FieldKind::Text: {
        auto *text = new DescriptionEdit;
        text->setProperty("kind", u"low"_s); // as high as a line while it is one
        new GrowingText(*text, 30);
        return text;
    }
    case FieldKind::Suggestion: return makeSuggesting(field);
    case FieldKind::Choice: return new AccessibilityEdit;
    default: return new ManyLine;
    }
}

QWidget *ManyDetails::makeSuggesting(const ModelField &field)
{
    auto *line = new ManySuggestionLine;
    line->setSuggestions([this, &field] {
        const FieldVerb domain = session() ? session()->edit().fields.value(u"Domain"_s)
                                           : FieldVerb();
        return withValuesInUse(knownSuggestions(m_tasks, field, domain.text),
                               m_valuesInUse ? m_valuesInUse(field) : QStringList());
    });
    return line;
}

void ManyDetails::takeSession()
{
    for (ManyField *field : std::as_const(m_fields))
        field->setSession(session());
}

void ManyDetails::setValues(const ManyValues &values, bool isCounted)
{
    for (ManyField *field : std::as_const(m_fields))
        field->setValues(values, isCounted);
}

void ManyDetails::recount()
{
    m_counted = session() ? session()->edit().fields : QMap<QString, FieldVerb>();
    m_effects.begin(catalog(), session() ? session()->modelIds() : QStringList(),
                    BatchEdit{.fields = m_counted});
    for (ManyField *field : std::as_const(m_fields))
        field->refreshTrial();
}

void ManyDetails::takeEdit()
{
    if (session()->edit().fields == m_counted)
        return;
    m_counted = session()->edit().fields;
    m_effects.begin(catalog(), session()->modelIds(), BatchEdit{.fields = m_counted});
}

void ManyDetails::showEffects()
{
    const BatchEffects &effects = m_effects.effects();
    for (ManyField *field : std::as_const(m_fields)) {
        const auto effect = effects.fields.constFind(field->field().key);
        if (effect != effects.fields.cend())
            field->setEffect(*effect, effects.models, m_effects.isCounted());
        else if (m_counted.contains(field->field().key))
            field->setEffect({}, 0, false);
    }
}

//! Of the first models that have one.
QStringList ManyDetails::trialTexts(const ModelField &field) const
{
    QStringList texts;
    if (!session() || !catalog())
        return texts;
    for (const QString &id : session()->modelIds()) {
        const RegisteredModel *model = catalog()->find(id);
        if (!model || model->isReadOnly())
            continue;
        const QString text = field.read(model->metadata).text();
        if (text.isEmpty() || texts.contains(text))
            continue;
        texts.append(text);
        if (texts.size() == trialRowCount)
            break;
    }
    return texts;
}

bool ManyDetails::showFirstProblem()
{
    const auto found = std::ranges::find_if(
        m_fields, [](const ManyField *field) { return !field->problemText().isEmpty(); });
    if (found == m_fields.end())
        return false;
    (*found)->takeFocus();
    return true;
}

void ManyDetails::takeFocus() { m_fields.first()->takeFocus(); }

ManyField *ManyDetails::fieldOf(const QString &key) const
{
    const auto found = std::ranges::find_if(
        m_fields, [&key](const ManyField *field) { return field->field().key == key; });
    return found == m_fields.end() ? nullptr : *found;
}

void ManyDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_tasks = TaskSuggestions(QLocale().language() == QLocale::Chinese);
        for (ManyField *field : std::as_const(m_fields))
            field->retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_manydetails.cpp"
