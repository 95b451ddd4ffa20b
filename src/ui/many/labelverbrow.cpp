// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/labelverbrow.h"

#include "core/visibletext.h"
#include "model/modelchecks.h"
#include "model/wording.h"
#include "ui/edit/suggestionedit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype longestLabel = 60;

constexpr std::array allLabelVerbs = {LabelVerb::Kind::Add,       LabelVerb::Kind::Put,
                                      LabelVerb::Kind::TakeAway,  LabelVerb::Kind::Change,
                                      LabelVerb::Kind::RenameKey, LabelVerb::Kind::ReplaceAll};

//! "team=nlp, stage=dev"; neither keys nor values may have '=' or ',' in them.
QString textOf(const QList<Label> &labels)
{
    QStringList texts;
    for (const Label &label : labels)
        texts.append(label.value.isEmpty() ? label.key : keyValueText(label));
    return texts.join(u", "_s);
}

QList<Label> labelsIn(const QString &text)
{
    QList<Label> labels;
    for (const QString &part : text.split(u',')) {
        const qsizetype equals = part.indexOf(u'=');
        const QString key = (equals < 0 ? part : part.left(equals)).trimmed();
        if (!part.trimmed().isEmpty())
            labels.append({key, equals < 0 ? QString() : part.mid(equals + 1).trimmed()});
    }
    return labels;
}

QList<Suggestion> asSuggestions(const QStringList &texts)
{
    QList<Suggestion> suggestions;
    for (const QString &text : texts)
        suggestions.append({text, {}});
    return suggestions;
}

} // namespace

LabelVerbRow::LabelVerbRow(const Offers &offers, QWidget *parent)
    : VerbRow(parent)
    , m_key(new SuggestionEdit)
    , m_equals(new QLabel(u"="_s))
    , m_value(new SuggestionEdit)
    , m_arrow(new QLabel(u"→"_s))
    , m_newText(new SuggestionEdit)
{
    m_key->setObjectName("labelKey"_L1);
    m_value->setObjectName("labelValue"_L1);
    m_newText->setObjectName("labelNewText"_L1);
    verb().setObjectName("labelVerb"_L1);
    for (QLabel *sign : {m_equals, m_arrow})
        sign->setProperty("role", u"muted"_s);
    line().addWidget(m_key, 1);
    line().addWidget(m_equals);
    line().addWidget(m_value, 1);
    line().addWidget(m_arrow);
    line().addWidget(m_newText, 1);
    m_key->setSuggestions([offers] { return asSuggestions(offers.keys()); });
    m_value->setSuggestions([this, offers] { return asSuggestions(offers.values(m_key->text())); });
    m_newText->setSuggestions([this, offers] {
        return asSuggestions(m_verb.kind == LabelVerb::Kind::RenameKey
                                 ? offers.keys()
                                 : offers.values(m_key->text()));
    });
    for (SuggestionEdit *edit : {m_key, m_value, m_newText}) {
        edit->setListButtonVisible(false); // Down opens it; there is no room
        edit->setMinimumWidth(50);
        connect(edit, &LineEdit::valueChanged, this, &LabelVerbRow::takeTexts);
    }
    verb().setChoices([this] {
        QList<VerbButton::Choice> choices;
        for (const LabelVerb::Kind kind : allLabelVerbs)
            choices.append({int(kind), kindText(kind), kind == m_verb.kind});
        return choices;
    });
    connect(&verb(), &VerbButton::chosen, this, [this](int id) { choose(LabelVerb::Kind(id)); });
    connect(this, &VerbFrame::noteActionRequested, this, [this] { choose(LabelVerb::Kind::Put); });
}

QString LabelVerbRow::kindText(LabelVerb::Kind kind)
{
    using Kind = LabelVerb::Kind;
    switch (kind) {
    case Kind::Add: return tr("Add");
    case Kind::Put: return tr("Add or change");
    case Kind::TakeAway: return tr("Take away");
    case Kind::Change: return tr("Change value");
    case Kind::RenameKey: return tr("Rename key");
    case Kind::ReplaceAll: return tr("Replace all");
    }
    return {};
}

void LabelVerbRow::setLabelVerb(const LabelVerb &verb)
{
    const bool isOther = verb != m_verb;
    m_verb = verb;
    if (isOther) {
        const QScopedValueRollback guard(m_isShowing, true);
        const bool isAll = verb.kind == LabelVerb::Kind::ReplaceAll;
        // What is typed just now may be the same labels in other letters.
        if (!isAll || labelsIn(m_key->text()) != verb.labels)
            m_key->setValue(isAll ? textOf(verb.labels) : verb.key);
        m_value->setValue(verb.value.value_or(QString()));
        m_newText->setValue(verb.newText);
    }
    refresh();
}

void LabelVerbRow::takeTexts()
{
    if (m_isShowing)
        return;
    using Kind = LabelVerb::Kind;
    if (m_verb.kind == Kind::ReplaceAll) {
        m_verb.labels = labelsIn(m_key->text());
    } else {
        const bool isAny = m_value->text().isEmpty()
                           && (m_verb.kind == Kind::TakeAway || m_verb.kind == Kind::Change);
        m_verb.key = m_key->text();
        m_verb.value = isAny ? std::nullopt : std::optional(m_value->text());
        m_verb.newText = m_newText->text();
    }
    refresh();
    emit edited();
}

//! What is typed goes over into the other verb as far as it has a place for it.
void LabelVerbRow::choose(LabelVerb::Kind kind)
{
    using Kind = LabelVerb::Kind;
    LabelVerb next = m_verb;
    if (kind == Kind::ReplaceAll && m_verb.kind != Kind::ReplaceAll && !m_verb.key.isEmpty())
        next.labels = {{m_verb.key, m_verb.value.value_or(QString())}};
    if (m_verb.kind == Kind::ReplaceAll && kind != Kind::ReplaceAll && !m_verb.labels.isEmpty()) {
        next.key = m_verb.labels.first().key;
        next.value = m_verb.labels.first().value;
    }
    next.kind = kind;
    const bool needsValue = kind == Kind::Add || kind == Kind::Put;
    if (needsValue && !next.value)
        next.value = QString();
    setLabelVerb(next);
    takeTexts();
    takeFocus();
}

void LabelVerbRow::takeFocus()
{
    const bool goesOn = !m_key->text().isEmpty() && m_value->isVisibleTo(this)
                        && m_value->text().isEmpty();
    (goesOn ? m_value : m_key)->setFocus(Qt::OtherFocusReason);
}

void LabelVerbRow::refresh()
{
    using Kind = LabelVerb::Kind;
    const Kind kind = m_verb.kind;
    const bool hasNew = kind == Kind::Change || kind == Kind::RenameKey;
    const bool hasValue = kind != Kind::RenameKey && kind != Kind::ReplaceAll;
    m_equals->setVisible(hasValue);
    m_value->setVisible(hasValue);
    m_arrow->setVisible(hasNew);
    m_newText->setVisible(hasNew);
    verb().setVerb(tr("Labels"), kindText(kind), true);
    const bool isAll = kind == Kind::ReplaceAll;
    m_key->setPlaceholderText(isAll ? tr("key=value, key=value") : tr("key"));
    m_key->setAccessibleName(isAll ? tr("Labels") : tr("Key"));
    const bool isAny = kind == Kind::TakeAway || kind == Kind::Change;
    m_value->setPlaceholderText(isAny ? tr("any value") : tr("value"));
    m_value->setAccessibleName(tr("Value"));
    const bool isKey = kind == Kind::RenameKey;
    m_newText->setPlaceholderText(isKey ? tr("new key") : tr("new value"));
    m_newText->setAccessibleName(isKey ? tr("New key") : tr("New value"));
    refreshNote();
}

void LabelVerbRow::retranslate()
{
    refresh();
    VerbRow::retranslate();
}

QString LabelVerbRow::missingText() const
{
    using Kind = LabelVerb::Kind;
    if (m_verb.kind == Kind::ReplaceAll)
        return {};
    if (m_verb.key.isEmpty())
        return tr("Enter a key.");
    if (m_verb.kind == Kind::RenameKey && m_verb.newText.isEmpty())
        return tr("Enter a new name.");
    return {};
}

//! Of what is put in; what is taken away may be as it likes.
QString LabelVerbRow::wrongText() const
{
    using Kind = LabelVerb::Kind;
    ModelMetadata edited;
    switch (m_verb.kind) {
    case Kind::Add:
    case Kind::Put: edited.labels = {{m_verb.key, m_verb.value.value_or(QString())}}; break;
    case Kind::Change: edited.labels = {{m_verb.key, m_verb.newText}}; break;
    case Kind::RenameKey: edited.labels = {{m_verb.newText, {}}}; break;
    case Kind::ReplaceAll: edited.labels = m_verb.labels; break;
    case Kind::TakeAway: return {};
    }
    for (const Problem &problem : checkModel({}, edited)) {
        if (problem.key == labelsKey && !problem.warning)
            return wording::problem(problem);
    }
    return {};
}

QString LabelVerbRow::countText(int changed, int models) const
{
    using Kind = LabelVerb::Kind;
    const QString count = QLocale().toString(changed);
    switch (m_verb.kind) {
    case Kind::Add:
    case Kind::Put: return tr("to %1 of %2").arg(count, QLocale().toString(models));
    case Kind::TakeAway: return tr("from %1").arg(count);
    default: return tr("in %1").arg(count);
    }
}

void LabelVerbRow::showNote(const BatchEffect &effect)
{
    using Kind = LabelVerb::Kind;
    const QString key = visibleText(m_verb.key, longestLabel);
    if (m_verb.kind == Kind::Add && effect.others > 0) {
        const QString held = effect.otherValue ? visibleText(
                                 keyValueText({m_verb.key, *effect.otherValue}), longestLabel)
                                               : QString();
        const QString text =
            held.isEmpty() ? tr("%Ln has/have other values of %1.", nullptr, effect.others).arg(key)
                           : tr("%Ln has/have %1 already.", nullptr, effect.others).arg(held);
        return setNote(text, NoteKind::Warning, tr("Change these too"));
    }
    if (m_verb.kind == Kind::Put && effect.others > 0) {
        return setNote(tr("%Ln lose(s) another value of %1.", nullptr, effect.others).arg(key));
    }
    if (m_verb.kind == Kind::RenameKey && effect.others > 0) {
        return setNote(tr("%Ln has/have both keys: %1 is kept there.", nullptr, effect.others)
                           .arg(visibleText(m_verb.newText, longestLabel)));
    }
    if (m_verb.kind == Kind::ReplaceAll && effect.changed > 0) {
        return setNote(m_verb.labels.isEmpty() ? tr("All labels are taken away.")
                                               : tr("All other labels are taken away."),
                       NoteKind::Warning);
    }
    VerbRow::showNote(effect);
}

} // namespace modelscribe

#include "moc_labelverbrow.cpp"
