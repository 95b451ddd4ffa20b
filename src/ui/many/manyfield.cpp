// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/manyfield.h"

#include "model/modelchecks.h"
#include "model/wording.h"
#include "ui/edit/accessibilityedit.h"
#include "ui/many/manylines.h"
#include "ui/many/numberingedit.h"
#include "ui/many/replaceedit.h"
#include "ui/many/valuespopup.h"
#include "ui/many/verbwording.h"
#include "ui/widgets/descriptionedit.h"

#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int leaveChoice = -1;
constexpr int valuesChoice = -2;

bool isGiven(const FieldVerb &verb)
{
    return verb.kind == FieldVerb::Kind::Set || verb.kind == FieldVerb::Kind::SetWhereEmpty;
}

//! The verb takes what stands in the field's own editor.
bool hasText(const FieldVerb &verb)
{
    return isGiven(verb) || verb.kind == FieldVerb::Kind::PutBefore
           || verb.kind == FieldVerb::Kind::PutBehind;
}

} // namespace

ManyField::ManyField(const ModelField &field, QWidget &editor, TrialTexts trialTexts)
    : VerbFrame(First::Label)
    , m_field(field)
    , m_editor(*FieldEditor::of(editor))
    , m_trialTexts(std::move(trialTexts))
{
    setObjectName("many_"_L1 + field.key);
    editor.setObjectName("field_"_L1 + field.key);
    verb().setObjectName("verb_"_L1 + field.key);
    addContent(editor);
    verb().setChoices([this] { return choices(); });
    connect(&verb(), &VerbButton::chosen, this, &ManyField::choose);
    connect(&m_editor, &FieldEditor::changed, this, &ManyField::takeValue);
    connect(this, &VerbFrame::noteActionRequested, this, &ManyField::showValues);
    if (auto *line = qobject_cast<ManyLine *>(&editor))
        connect(line, &ManyLine::valuesRequested, this, &ManyField::showValues);
    if (auto *line = qobject_cast<ManySuggestionLine *>(&editor))
        connect(line, &ManySuggestionLine::valuesRequested, this, &ManyField::showValues);
}

std::optional<FieldVerb> ManyField::fieldVerb() const
{
    if (!m_session)
        return {};
    const auto verb = m_session->edit().fields.constFind(m_field.key);
    return verb == m_session->edit().fields.cend() ? std::nullopt : std::optional(*verb);
}

void ManyField::put(const std::optional<FieldVerb> &verb)
{
    if (!m_session)
        return;
    BatchEdit edit = m_session->edit();
    if (verb)
        edit.fields.insert(m_field.key, *verb);
    else
        edit.fields.remove(m_field.key);
    m_session->setEdit(edit);
}

void ManyField::setSession(BatchSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session)
        connect(session, &BatchSession::editChanged, this, &ManyField::refresh);
    m_effect = {};
    m_isEffectCounted = false;
    const QScopedValueRollback guard(m_isOther, true);
    refresh();
}

void ManyField::setValues(const ManyValues &values, bool isCounted)
{
    m_values = &values;
    m_areValuesCounted = isCounted;
    m_common = values.common(m_field);
    m_differentCount = values.of(m_field).size();
    refresh();
}

void ManyField::setEffect(const BatchEffect &effect, int models, bool isCounted)
{
    m_effect = effect;
    m_models = models;
    m_isEffectCounted = isCounted;
    refreshNote(fieldVerb());
}

void ManyField::refreshTrial()
{
    if (m_replace && m_replace->isVisibleTo(this))
        m_replace->setTrialTexts(m_trialTexts(m_field));
}

bool ManyField::isDifferent() const { return m_differentCount > 1; }

//! Typing means Set; where nothing is left of what was typed, the field is left alone again.
void ManyField::takeValue()
{
    if (m_isShowing)
        return;
    const QString text = m_editor.value().text();
    FieldVerb now = fieldVerb().value_or(FieldVerb());
    if (!hasText(now))
        now = {};
    now.text = text;
    const bool isLeft = now.kind == FieldVerb::Kind::Set
                        && (m_common ? text == *m_common : text.isEmpty());
    put(isLeft ? std::nullopt : std::optional(now));
}

void ManyField::takeReplacement()
{
    put(FieldVerb{
        .kind = FieldVerb::Kind::Replace, .text = {}, .replacement = m_replace->replacement()});
}

void ManyField::takeNumbers()
{
    FieldVerb now = fieldVerb().value_or(FieldVerb());
    now.kind = FieldVerb::Kind::Number;
    now.first = m_numbering->first().value_or(now.first);
    now.step = m_numbering->step().value_or(now.step);
    put(now);
    refreshNote(fieldVerb()); // also when they are none
}

QList<VerbButton::Choice> ManyField::choices() const
{
    const auto now = fieldVerb();
    QList<VerbButton::Choice> choices{{leaveChoice, leaveText(), !now}};
    for (const FieldVerb::Kind kind : FieldVerb::kindsFor(m_field))
        choices.append({int(kind), verbText(kind), now && now->kind == kind});
    if (isDifferent()) {
        choices.append({valuesChoice,
                        tr("Show the %Ln different value(s)…", nullptr, int(m_differentCount)),
                        false});
    }
    return choices;
}

void ManyField::choose(int id)
{
    if (id == valuesChoice)
        return showValues();
    if (id == leaveChoice) {
        put({});
    } else {
        FieldVerb next = fieldVerb().value_or(FieldVerb());
        const bool wasLeft = !fieldVerb();
        next.kind = FieldVerb::Kind(id);
        if (wasLeft && next.kind == FieldVerb::Kind::Set)
            next.text = m_common.value_or(QString());
        if (wasLeft && next.kind == FieldVerb::Kind::Replace)
            next.replacement.query.matchCase = true;
        put(next);
    }
    takeFocus();
}

void ManyField::takeFocus()
{
    const auto now = fieldVerb();
    if (now && now->kind == FieldVerb::Kind::Replace)
        m_replace->setFocus(Qt::OtherFocusReason);
    else if (now && now->kind == FieldVerb::Kind::Number)
        m_numbering->setFocus(Qt::OtherFocusReason);
    else
        m_editor.takeFocus();
}

void ManyField::showValues()
{
    if (!m_values)
        return;
    auto *popup = new ValuesPopup(m_field, m_values->ranked(m_field, ValuesPopup::most),
                                  m_differentCount, this);
    connect(popup, &ValuesPopup::chosen, this, &ManyField::narrowRequested);
    popup->popUp(editor());
}

void ManyField::retranslate() { refresh(); }

void ManyField::refresh()
{
    const auto now = fieldVerb();
    const QString label = m_field.labelText();
    setLabel(label);
    setLabelChanged(now.has_value());
    verb().setVerb(label, now ? verbText(now->kind) : leaveText(), now.has_value());
    setChanged(now.has_value());
    refreshEditors(now);
    refreshValue(now);
    refreshNote(now);
}

void ManyField::refreshEditors(const std::optional<FieldVerb> &now)
{
    const QScopedValueRollback guard(m_isShowing, true);
    const bool isReplace = now && now->kind == FieldVerb::Kind::Replace;
    const bool isNumber = now && now->kind == FieldVerb::Kind::Number;
    if (isReplace && !m_replace) {
        m_replace = new ReplaceEdit;
        content().addWidget(m_replace);
        connect(m_replace, &ReplaceEdit::edited, this, &ManyField::takeReplacement);
    }
    if (isNumber && !m_numbering) {
        m_numbering = new NumberingEdit;
        content().addWidget(m_numbering);
        connect(m_numbering, &NumberingEdit::edited, this, &ManyField::takeNumbers);
    }
    if (m_replace) {
        if (isReplace && m_replace->replacement() != now->replacement)
            m_replace->setReplacement(now->replacement);
        if (isReplace && m_replace->isHidden())
            m_replace->setTrialTexts(m_trialTexts(m_field));
        m_replace->setVisible(isReplace);
    }
    if (m_numbering) {
        if (isNumber)
            m_numbering->setNumbers(now->first, now->step);
        m_numbering->setVisible(isNumber);
    }
    editor().setVisible(!isReplace && !isNumber);
}

void ManyField::refreshValue(const std::optional<FieldVerb> &now)
{
    const QScopedValueRollback guard(m_isShowing, true);
    const bool isLeft = !now;
    const QString value = isLeft ? m_common.value_or(QString())
                                 : (hasText(*now) ? now->text : QString());
    if (m_editor.value().text() != value) {
        if (m_isOther)
            m_editor.replace(FieldValue(value));
        else
            m_editor.change(FieldValue(value));
    }
    const bool showsDifferent = isLeft && isDifferent();
    QString hint;
    if (isLeft && !m_areValuesCounted && m_differentCount == 0)
        hint = u"…"_s;
    else if (showsDifferent)
        hint = tr("%Ln different value(s)", nullptr, int(m_differentCount));
    else if (isLeft && m_common && m_common->isEmpty())
        hint = tr("empty in all");
    else if (now && now->kind == FieldVerb::Kind::Clear)
        hint = tr("becomes empty");
    const QString label = m_field.labelText();
    const QString list = tr("Different values of %1").arg(label);
    editor().setAccessibleName(label);
    QStringList description{now ? verbText(now->kind) : leaveText()};
    for (const QString &more : {now ? QString() : hint, wrongText()}) {
        if (!more.isEmpty())
            description.append(more);
    }
    editor().setAccessibleDescription(description.join(u". "_s));
    if (auto *line = qobject_cast<ManyLine *>(&editor())) {
        line->setPlaceholderText(hint);
        line->setDifferent(showsDifferent, list);
    } else if (auto *suggesting = qobject_cast<ManySuggestionLine *>(&editor())) {
        suggesting->setPlaceholderText(hint);
        suggesting->setDifferent(showsDifferent, list);
        suggesting->setListName(tr("Suggestions for %1").arg(label));
    } else if (auto *text = qobject_cast<DescriptionEdit *>(&editor())) {
        text->setPlaceholderText(showsDifferent ? QString() : hint);
    } else if (auto *choice = qobject_cast<AccessibilityEdit *>(&editor())) {
        choice->setUnchosenText(showsDifferent ? u"—"_s : QString());
    }
}

QString ManyField::wrongText() const
{
    const auto now = fieldVerb();
    if (!now)
        return {};
    if (now->kind == FieldVerb::Kind::Replace && m_replace)
        return m_replace->problemText();
    if (now->kind == FieldVerb::Kind::Number && m_numbering
        && !(m_numbering->first() && m_numbering->step()))
        return tr("Not a whole number.");
    if (!isGiven(*now))
        return {};
    ModelMetadata edited;
    m_field.write(edited, now->text);
    for (const Problem &problem : checkModel({}, edited)) {
        if (problem.key == m_field.key && !problem.warning)
            return wording::problem(problem);
    }
    return {};
}

QString ManyField::problemText() const
{
    const auto now = fieldVerb();
    const QString missing = now ? missingText(m_field, *now) : QString();
    return missing.isEmpty() ? wrongText() : missing;
}

void ManyField::refreshNote(const std::optional<FieldVerb> &now)
{
    if (!now) {
        const bool hasButton = qobject_cast<QLineEdit *>(&editor());
        if (isDifferent() && !hasButton) {
            setNote(tr("%Ln different value(s)", nullptr, int(m_differentCount)), NoteKind::Plain,
                    tr("Show them"));
        } else {
            setNote({});
        }
        return;
    }
    const QString missing = missingText(m_field, *now);
    if (!missing.isEmpty())
        return setNote(missing);
    const QString wrong = wrongText();
    if (!wrong.isEmpty())
        return setNote(wrong, NoteKind::Error);
    if (m_isEffectCounted) {
        const EffectText text = effectText(m_field, *now, m_effect, m_models);
        setNote(text.text, text.isWarning ? NoteKind::Warning : NoteKind::Plain);
    } else if (now->kind != FieldVerb::Kind::Set) {
        setNote(u"…"_s);
    }
}

} // namespace modelscribe

#include "moc_manyfield.cpp"
