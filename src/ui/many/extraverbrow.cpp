// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/extraverbrow.h"

#include "model/wording.h"
#include "ui/edit/suggestionedit.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/growingtext.h"
#include "json/jsontree.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using ExtraKind = ExtraInfoEdit::Kind;

constexpr std::array allExtraVerbs = {ExtraKind::Set, ExtraKind::Remove, ExtraKind::Rename,
                                      ExtraKind::Merge};

//! It begins as a path does and goes on as none.
bool looksCut(const JsonPath &path)
{
    return path.size() == 1 && !path.first().isElement()
           && (path.first().key.startsWith(u'$') || path.first().key.endsWith(u'.')
               || path.first().key.contains(u'['));
}

//! As a text of JSON.
QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace

QString ExtraVerbRow::placeText(const JsonPath &path)
{
    // A name that is none of a path is written as it was typed, where that reads back.
    if (path.size() == 1 && placeIn(path.first().key) == path)
        return path.first().key;
    const QString text = jsonPathText(path).mid(1);
    return text.startsWith(u'.') ? text.mid(1) : text;
}

JsonPath ExtraVerbRow::placeIn(const QString &text)
{
    if (text.isEmpty() || text == u"$"_s)
        return {};
    const QString whole = text.startsWith(u'$') ? text
                                                : (text.startsWith(u'[') ? u"$"_s : u"$."_s) + text;
    if (const auto path = jsonPathFromText(whole))
        return *path;
    return {{.key = text}};
}

ExtraVerbRow::ExtraVerbRow(const Offers &offers, QWidget *parent)
    : VerbRow(parent)
    , m_place(new SuggestionEdit)
    , m_sign(new QLabel)
    , m_value(new DescriptionEdit)
    , m_key(new LineEdit)
{
    m_place->setObjectName("extraPlace"_L1);
    m_value->setObjectName("extraValue"_L1);
    m_key->setObjectName("extraKey"_L1);
    verb().setObjectName("extraVerb"_L1);
    m_sign->setProperty("role", u"muted"_s);
    for (QWidget *editor : {static_cast<QWidget *>(m_place), static_cast<QWidget *>(m_value),
                            static_cast<QWidget *>(m_key)}) {
        editor->setFont(Theme::of(this).fixedFont());
        editor->setMinimumWidth(60);
    }
    m_place->setListButtonVisible(false); // Down opens it; there is no room
    m_place->setSuggestions([offers] {
        QList<Suggestion> suggestions;
        for (const QString &place : offers())
            suggestions.append({place, {}});
        return suggestions;
    });
    m_value->setProperty("kind", u"low"_s); // as high as a line while it is one
    new GrowingText(*m_value, 30);
    line().addWidget(m_place, 1, Qt::AlignTop);
    line().addWidget(m_sign, 0, Qt::AlignTop);
    m_sign->setFixedHeight(30);
    line().addWidget(m_value, 1, Qt::AlignTop);
    line().addWidget(m_key, 1, Qt::AlignTop);
    connect(m_place, &LineEdit::valueChanged, this, &ExtraVerbRow::takeTexts);
    connect(m_value, &DescriptionEdit::valueChanged, this, &ExtraVerbRow::takeTexts);
    connect(m_key, &LineEdit::valueChanged, this, &ExtraVerbRow::takeTexts);
    verb().setChoices([this] {
        QList<VerbButton::Choice> choices;
        for (const ExtraKind kind : allExtraVerbs)
            choices.append({int(kind), kindText(kind), kind == m_edit.kind});
        return choices;
    });
    connect(&verb(), &VerbButton::chosen, this, [this](int id) { choose(ExtraKind(id)); });
    connect(this, &VerbFrame::noteActionRequested, this, &ExtraVerbRow::quote);
}

QString ExtraVerbRow::kindText(ExtraKind kind)
{
    switch (kind) {
    case ExtraKind::Set: return tr("Set");
    case ExtraKind::Remove: return tr("Remove");
    case ExtraKind::Rename: return tr("Rename");
    case ExtraKind::Merge: return tr("Merge");
    }
    return {};
}

bool ExtraVerbRow::hasValue() const
{
    return m_edit.kind == ExtraKind::Set || m_edit.kind == ExtraKind::Merge;
}

void ExtraVerbRow::setExtraEdit(const ExtraInfoEdit &edit)
{
    const bool isOther = edit != m_edit;
    m_edit = edit;
    if (isOther) {
        const QScopedValueRollback guard(m_isShowing, true);
        if (placeIn(m_place->text()) != edit.path)
            m_place->setValue(placeText(edit.path));
        m_value->setValue(edit.value.toString());
        m_key->setValue(edit.key);
    }
    refresh();
}

void ExtraVerbRow::takeTexts()
{
    if (m_isShowing)
        return;
    m_edit.path = placeIn(m_place->text());
    m_edit.value = JsonText(m_value->value().toUtf8());
    m_edit.key = m_key->text();
    refresh();
    emit edited();
}

void ExtraVerbRow::choose(ExtraKind kind)
{
    m_edit.kind = kind;
    takeTexts();
    takeFocus();
}

void ExtraVerbRow::quote()
{
    m_value->setValue(QString::fromUtf8(quoted(m_value->value())));
    m_value->setFocus(Qt::OtherFocusReason);
}

void ExtraVerbRow::takeFocus()
{
    if (m_place->text().isEmpty() || m_edit.kind == ExtraKind::Remove)
        m_place->setFocus(Qt::OtherFocusReason);
    else
        (hasValue() ? static_cast<QWidget *>(m_value) : m_key)->setFocus(Qt::OtherFocusReason);
}

void ExtraVerbRow::refresh()
{
    const bool isRename = m_edit.kind == ExtraKind::Rename;
    m_value->setVisible(hasValue());
    m_key->setVisible(isRename);
    m_sign->setVisible(hasValue() || isRename);
    m_sign->setText(isRename ? u"→"_s : m_edit.kind == ExtraKind::Set ? u"="_s : u"+"_s);
    verb().setVerb(tr("ExtraInfo"), kindText(m_edit.kind), true);
    const bool isMerge = m_edit.kind == ExtraKind::Merge;
    m_place->setPlaceholderText(isMerge ? tr("all of it") : tr("path, such as a.b"));
    m_place->setAccessibleName(tr("Path"));
    m_value->setPlaceholderText(isMerge ? tr("an object") : tr("value, as JSON"));
    m_value->setAccessibleName(tr("Value"));
    m_key->setPlaceholderText(tr("new key"));
    m_key->setAccessibleName(tr("New key"));
    refreshNote();
}

void ExtraVerbRow::retranslate()
{
    refresh();
    VerbRow::retranslate();
}

QString ExtraVerbRow::missingText() const
{
    if (m_edit.path.isEmpty() && m_edit.kind != ExtraKind::Merge)
        return tr("Enter a path.");
    if (hasValue() && m_edit.value.utf8().trimmed().isEmpty())
        return tr("Enter a value.");
    if (m_edit.kind == ExtraKind::Rename && m_edit.key.isEmpty())
        return tr("Enter a new name.");
    return {};
}

QString ExtraVerbRow::wrongText() const
{
    if (looksCut(m_edit.path))
        return tr("This is not a path.");
    if (m_edit.kind == ExtraKind::Rename && m_edit.path.last().isElement())
        return tr("An element of an array has no name.");
    if (!hasValue())
        return {};
    const JsonTree tree = JsonTree::parse(m_edit.value.utf8());
    if (!tree.isValid())
        return tr("Not JSON: %1").arg(wording::jsonProblem(*tree.problem()));
    if (m_edit.kind == ExtraKind::Merge && tree.kind(0) != JsonKind::Object)
        return tr("Only an object can be merged.");
    return {};
}

QString ExtraVerbRow::countText(int changed, int models) const
{
    const QString count = QLocale().toString(changed);
    switch (m_edit.kind) {
    case ExtraKind::Set: return tr("in %1 of %2").arg(count, QLocale().toString(models));
    case ExtraKind::Remove: return tr("from %1").arg(count);
    default: return tr("in %1").arg(count);
    }
}

void ExtraVerbRow::showNote(const BatchEffect &effect)
{
    if (effect.failed == 0)
        return setNote({});
    setNote(tr("%Ln has/have something else at this place and cannot be changed this way.", nullptr,
               effect.failed),
            NoteKind::Warning);
}

} // namespace modelscribe

#include "moc_extraverbrow.cpp"
