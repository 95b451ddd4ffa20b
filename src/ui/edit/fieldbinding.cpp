// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/fieldbinding.h"

#include "model/parametersize.h"
#include "model/wording.h"
#include "ui/edit/edithistory.h"
#include "ui/edit/suggestionedit.h"
#include "ui/json/jsoneditor.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/lineedit.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype shownOfOriginal = 400;

//! Without converting a long text for it.
QString beginning(const FieldValue &value)
{
    const QByteArray start = value.json().utf8().left(4 * shownOfOriginal);
    return JsonText(start).toString().left(shownOfOriginal);
}

constexpr int submitDelay = 50; // ms; a long text costs more to hand on than a key may take

} // namespace

FieldBinding::FieldBinding(const ModelField &field, QWidget &editor, FieldFrame &frame)
    : QObject(&editor)
    , m_field(field)
    , m_editor(editor)
    , m_frame(frame)
    , m_property(editor.metaObject()->userProperty())
{
    Q_ASSERT(m_property.isWritable() && m_property.hasNotifySignal());
    const int slot = metaObject()->indexOfSlot("onEditorChanged()");
    connect(&m_editor, m_property.notifySignal(), this, metaObject()->method(slot));
    m_submitTimer.setSingleShot(true);
    m_submitTimer.setInterval(submitDelay);
    connect(&m_submitTimer, &QTimer::timeout, this, &FieldBinding::flush);
    m_editor.installEventFilter(this);
    connect(&m_frame, &FieldFrame::resetRequested, this, [this] {
        if (!m_session)
            return;
        const EditHistory::Naming naming(*m_session, EditHistory::Kind::Reset);
        m_session->resetField(m_field);
    });
    if (auto *json = qobject_cast<JsonEditor *>(&m_editor))
        connect(json, &JsonEditor::unfinishedChanged, this, &FieldBinding::takeUnfinished);
    if (auto *suggestions = qobject_cast<SuggestionEdit *>(&m_editor)) {
        connect(suggestions, &SuggestionEdit::choosing, this, [this] {
            if (EditHistory *history = m_session ? EditHistory::find(*m_session) : nullptr)
                history->endStep();
        });
    }
    // The frame goes before its editor, and the editor loses the focus in between.
    connect(&m_frame, &QObject::destroyed, this, [this] {
        if (m_session)
            m_session->disconnect(this);
        m_session = nullptr;
    });
    connect(qApp, &QApplication::focusChanged, this, &FieldBinding::onFocusChanged);
}

void FieldBinding::setSession(EditSession *session)
{
    flush();
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_note.clear();
    m_shown.reset();
    // A draft that comes back was left before: its problems are no news.
    m_revealed = session && session->isChanged(m_field);
    if (m_session) {
        connect(m_session, &EditSession::changed, this, &FieldBinding::refresh);
        connect(m_session, &EditSession::flushing, this, &FieldBinding::flush);
    }
    auto *json = qobject_cast<JsonEditor *>(&m_editor);
    {
        const QScopedValueRollback guard(m_isOther, true);
        if (json)
            json->endEditing(); // what is open belongs to the other one
        refresh();
    }
    if (!json || !m_session)
        return;
    const auto resume = [this, json] { json->setUnfinished(m_session->unfinished()); };
    connect(m_session, &EditSession::unfinishedReplaced, this, resume);
    resume();
}

void FieldBinding::takeUnfinished()
{
    if (m_session && !m_isOther)
        m_session->setUnfinished(static_cast<JsonEditor &>(m_editor).unfinished());
}

void FieldBinding::goTo(qsizetype begin, qsizetype end)
{
    if (auto *json = qobject_cast<JsonEditor *>(&m_editor)) {
        json->showChange({begin, end});
        return;
    }
    m_editor.setFocus(Qt::OtherFocusReason);
    for (QWidget *parent = m_editor.parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(&m_editor);
    }
    if (auto *line = qobject_cast<LineEdit *>(&m_editor))
        line->setCursorPosition(int(end));
    else if (auto *text = qobject_cast<DescriptionEdit *>(&m_editor))
        text->ensureCursorVisible(); // it is at what was changed last
}

void FieldBinding::revealProblems()
{
    m_revealed = true;
    refreshProblem();
}

void FieldBinding::setNote(const QString &note)
{
    m_note = note;
    refreshProblem();
}

bool FieldBinding::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_frame.setName(m_field.labelText());
        refresh();
    }
    return QObject::event(event);
}

bool FieldBinding::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide)
        flush(); // the window may be going
    return QObject::eventFilter(watched, event);
}

FieldValue FieldBinding::editorValue()
{
    if (m_property.typeId() != QMetaType::QByteArray)
        return FieldValue(m_property.read(&m_editor).toString());
    if (!m_held) {
        const QByteArray text = m_property.read(&m_editor).toByteArray();
        m_isLong = text.size() > longText;
        m_held = FieldValue(JsonText(text));
    }
    return *m_held;
}

void FieldBinding::onEditorChanged()
{
    m_held.reset();
    if (m_showing || !m_session)
        return;
    m_note.clear();
    if (m_editor.isVisible() && !holdsFocus(QApplication::focusWidget()))
        m_revealed = true; // not typed: dropped, chosen, set from outside
    m_pending = true;
    if (!m_isLong)
        submit();
    else if (!m_submitTimer.isActive())
        m_submitTimer.start();
}

void FieldBinding::flush()
{
    if (auto *json = m_session ? qobject_cast<JsonEditor *>(&m_editor) : nullptr)
        json->flush();
    if (m_pending)
        submit();
}

void FieldBinding::submit()
{
    m_submitTimer.stop();
    m_pending = false;
    if (!m_session)
        return;
    m_session->setValue(m_field, editorValue());
    refresh();
}

void FieldBinding::show(const FieldValue &value)
{
    if (editorValue() == value)
        return;
    const QScopedValueRollback guard(m_showing, true);
    if (auto *json = qobject_cast<JsonEditor *>(&m_editor); json && !m_isOther)
        json->changeValue(value.json().utf8());
    else if (m_property.typeId() == QMetaType::QByteArray)
        m_property.write(&m_editor, value.json().utf8());
    else
        m_property.write(&m_editor, value.text());
    if (m_isOther)
        goToStart();
}

void FieldBinding::goToStart()
{
    if (auto *line = qobject_cast<LineEdit *>(&m_editor))
        line->setCursorPosition(0);
    else if (auto *text = qobject_cast<DescriptionEdit *>(&m_editor))
        text->moveCursor(QTextCursor::Start);
}

void FieldBinding::refresh()
{
    if (m_pending) {
        submit(); // and comes back; the session's value is older than the editor's
        return;
    }
    const FieldValue value = m_session ? m_session->value(m_field) : FieldValue();
    show(value);
    // In a new model everything is new: marking it would only be noise.
    const bool changed = m_session && !m_session->isNew() && m_session->isChanged(m_field);
    QString original;
    if (changed)
        original = beginning(m_field.read(m_session->base().metadata));
    m_frame.setChanged(changed, original);
    refreshHint(value);
    refreshProblem();
}

void FieldBinding::refreshHint(const FieldValue &value)
{
    auto *line = qobject_cast<LineEdit *>(&m_editor);
    if (!line || m_field.kind != FieldKind::ParameterSize)
        return;
    const auto wire = m_field.wire(value);
    const QString sent = wire ? QString::fromLatin1(*wire) : QString();
    QString hint;
    if (wire && sent != value.text())
        hint = tr("sends %1").arg(sent);
    else if (wire && shortParameterSize(sent) != sent)
        hint = tr("means %1").arg(shortParameterSize(sent));
    line->setHint(hint);
}

bool FieldBinding::isAtOnce(const Problem &problem) const
{
    using Code = Problem::Code;
    switch (problem.code) {
    // More typing does not mend these.
    case Code::TooLong:
    case Code::UnknownChoice:
    case Code::DuplicateKeys:
    case Code::InvisibleCharacter:
    case Code::CannotUnset: return true;
    case Code::BadAddress:
        return !problem.text.isEmpty() && m_field.kind == FieldKind::Address
               && !"https"_L1.startsWith(problem.text, Qt::CaseInsensitive);
    default: return false;
    }
}

void FieldBinding::refreshProblem()
{
    const Problem *worst = nullptr;
    if (m_session && !m_session->isReadOnly()) {
        for (const Problem &problem : m_session->problems()) {
            const bool worse = !worst || (worst->warning && !problem.warning);
            if (problem.key == m_field.key && worse)
                worst = &problem;
        }
    }
    const bool show = worst && (m_revealed || isAtOnce(*worst) || m_shown == worst->code);
    m_shown = show ? std::optional(worst->code) : std::nullopt;
    using Severity = FieldFrame::Severity;
    QStringList lines;
    if (show)
        lines.append(wording::problem(*worst));
    if (!m_note.isEmpty())
        lines.append(m_note);
    m_frame.setProblem(lines.join(u'\n'),
                       show && !worst->warning ? Severity::Error : Severity::Warning);
}

bool FieldBinding::holdsFocus(const QWidget *widget) const
{
    return widget && (widget == &m_editor || m_editor.isAncestorOf(widget));
}

void FieldBinding::onFocusChanged(QWidget *old, QWidget *now)
{
    if (!m_session)
        return;
    if (holdsFocus(old) && !holdsFocus(now)) {
        flush();
        m_revealed = m_revealed || m_session->isChanged(m_field);
        refreshProblem();
    } else if (holdsFocus(now) && !holdsFocus(old)) {
        m_revealed = m_shown.has_value(); // a new visit: only what is already shown stays
    }
}

} // namespace modelscribe

#include "moc_fieldbinding.cpp"
