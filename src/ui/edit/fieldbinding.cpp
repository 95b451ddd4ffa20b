// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/fieldbinding.h"

#include "model/parametersize.h"
#include "model/wording.h"
#include "session/edithistory.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>

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

FieldBinding::FieldBinding(const ModelField &field, FieldEditor &editor, FieldFrame &frame)
    : QObject(&editor.widget())
    , m_field(field)
    , m_editor(editor)
    , m_frame(frame)
{
    m_frame.setUp(field.key, field.labelText(), editor.widget());
    m_submitTimer.setSingleShot(true);
    m_submitTimer.setInterval(submitDelay);
    connect(&m_submitTimer, &QTimer::timeout, this, &FieldBinding::flush);
    editor.widget().installEventFilter(this);
    connectEditor();
    connect(&m_frame, &FieldFrame::resetRequested, this, [this] {
        if (!m_session)
            return;
        const EditHistory::Naming naming(*m_session, EditHistory::Kind::Reset);
        m_session->resetField(m_field);
    });
    // The frame goes before its editor, and the editor loses the focus in between.
    connect(&m_frame, &QObject::destroyed, this, [this] {
        if (m_session)
            m_session->disconnect(this);
        m_session = nullptr;
    });
    connect(qApp, &QApplication::focusChanged, this, &FieldBinding::onFocusChanged);
}

void FieldBinding::connectEditor()
{
    connect(&m_editor, &FieldEditor::changed, this, &FieldBinding::onEditorChanged);
    connect(&m_editor, &FieldEditor::unfinishedChanged, this, &FieldBinding::takeUnfinished);
    connect(&m_editor, &FieldEditor::checked, this, &FieldBinding::revealProblems);
    connect(&m_editor, &FieldEditor::choosing, this, [this] {
        if (EditHistory *history = m_session ? EditHistory::find(*m_session) : nullptr)
            history->endStep();
    });
    // Later: the change that comes with it takes the old note away.
    connect(&m_editor, &FieldEditor::inputCut, this, &FieldBinding::setNote, Qt::QueuedConnection);
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
    {
        const QScopedValueRollback guard(m_isOther, true);
        m_editor.endEditing(); // what is open belongs to the other one
        refresh();
    }
    if (!m_session)
        return;
    const auto resume = [this] { m_editor.setUnfinished(m_session->unfinished()); };
    connect(m_session, &EditSession::unfinishedReplaced, this, resume);
    resume();
}

void FieldBinding::takeUnfinished()
{
    if (m_session && !m_isOther)
        m_session->setUnfinished(m_editor.unfinished());
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

void FieldBinding::onEditorChanged()
{
    if (m_showing || !m_session)
        return;
    m_note.clear();
    if (m_editor.widget().isVisible() && !holdsFocus(QApplication::focusWidget()))
        m_revealed = true; // not typed: dropped, chosen, set from outside
    m_pending = true;
    if (!m_editor.isLong())
        submit();
    else if (!m_submitTimer.isActive())
        m_submitTimer.start();
}

void FieldBinding::flush()
{
    if (m_session)
        m_editor.flush();
    if (m_pending)
        submit();
}

void FieldBinding::submit()
{
    m_submitTimer.stop();
    m_pending = false;
    if (!m_session)
        return;
    m_session->setValue(m_field, m_editor.value());
    refresh();
}

void FieldBinding::show(const FieldValue &value)
{
    if (m_editor.value() == value)
        return;
    const QScopedValueRollback guard(m_showing, true);
    if (m_isOther)
        m_editor.replace(value);
    else
        m_editor.change(value);
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
    if (m_field.kind != FieldKind::ParameterSize)
        return;
    const auto wire = m_field.wire(value);
    const QString sent = wire ? QString::fromLatin1(*wire) : QString();
    QString hint;
    if (wire && sent != value.text())
        hint = tr("sends %1").arg(sent);
    else if (wire && shortParameterSize(sent) != sent)
        hint = tr("means %1").arg(shortParameterSize(sent));
    m_editor.setHint(hint);
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
    const QWidget &editor = m_editor.widget();
    return widget && (widget == &editor || editor.isAncestorOf(widget));
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
