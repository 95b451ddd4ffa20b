// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/editsession.h"
#include "ui/edit/fieldframe.h"
#include "ui/widgets/fieldeditor.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace modelscribe {

//! Ties one row of the field table to what edits it, and says in the frame around it what is
//! changed and what is wrong.
class FieldBinding : public QObject
{
    Q_OBJECT

public:
    //! Sets \p frame up. Lives as long as \p editor.
    FieldBinding(const ModelField &field, FieldEditor &editor, FieldFrame &frame);

    const ModelField &field() const { return m_field; }
    FieldEditor &editor() const { return m_editor; }

    void setSession(EditSession *session);
    //! Shows also what was kept back because the person is not through with the field yet.
    void revealProblems();
    //! A word about the last input, shown until the next one.
    void setNote(const QString &note);

    //! Hands in what was typed and is still held back: long texts are handed to the session a
    //! moment later than typed. The session asks for it before anything else happens to it, and so
    //! do leaving, hiding and changing the session.
    void flush();

    //! The editor hands QEvent::LanguageChange on to its children.
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectEditor();
    void onEditorChanged();
    void takeUnfinished();
    void submit();
    void show(const FieldValue &value);
    void refresh();
    void refreshHint(const FieldValue &value);
    void refreshProblem();
    void onFocusChanged(QWidget *old, QWidget *now);
    bool isAtOnce(const Problem &problem) const;
    bool holdsFocus(const QWidget *widget) const;

    const ModelField &m_field;
    FieldEditor &m_editor;
    FieldFrame &m_frame;
    QPointer<EditSession> m_session;
    QString m_note;
    std::optional<Problem::Code> m_shown;
    QTimer m_submitTimer;
    bool m_pending = false; //!< The editor holds something that the session has not got.
    bool m_showing = false;
    bool m_isOther = false; //!< What is about to be shown is of another model.
    bool m_revealed = false;
};

} // namespace modelscribe
