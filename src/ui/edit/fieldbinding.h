// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/editsession.h"
#include "ui/edit/fieldframe.h"

#include <QMetaProperty>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace modelscribe {

//! Ties one row of the field table to the widget that edits it, through the widget's USER property,
//! and says in the frame around it what is changed and what is wrong.
class FieldBinding : public QObject
{
    Q_OBJECT

public:
    //! Texts above this size are handed to the session a moment later than typed: see flush().
    static constexpr qsizetype longText = 64 * 1024;

    //! Lives as long as \p editor.
    FieldBinding(const ModelField &field, QWidget &editor, FieldFrame &frame);

    const ModelField &field() const { return m_field; }
    QWidget &editor() const { return m_editor; }

    void setSession(EditSession *session);
    //! Shows also what was kept back because the person is not through with the field yet.
    void revealProblems();
    //! A word about the last input, shown until the next one.
    void setNote(const QString &note);

    //! Focuses the editor, with the cursor at \p range of the value.
    void goTo(qsizetype begin, qsizetype end);

    //! Hands in what was typed and is still held back. The session asks for it before anything
    //! else happens to it, and so do leaving, hiding and changing the session.
    void flush();

    //! The editor hands QEvent::LanguageChange on to its children.
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private slots:
    void onEditorChanged();
    void takeUnfinished();

private:
    FieldValue editorValue();
    void submit();
    void show(const FieldValue &value);
    void goToStart();
    void refresh();
    void refreshHint(const FieldValue &value);
    void refreshProblem();
    void onFocusChanged(QWidget *old, QWidget *now);
    bool isAtOnce(const Problem &problem) const;
    bool holdsFocus(const QWidget *widget) const;

    const ModelField &m_field;
    QWidget &m_editor;
    FieldFrame &m_frame;
    QMetaProperty m_property;
    QPointer<EditSession> m_session;
    QString m_note;
    std::optional<Problem::Code> m_shown;
    std::optional<FieldValue> m_held; //!< What a JSON editor holds, as long as that is known.
    QTimer m_submitTimer;
    bool m_isLong = false;
    bool m_pending = false; //!< The editor holds something that the session has not got.
    bool m_showing = false;
    bool m_isOther = false; //!< What is about to be shown is of another model.
    bool m_revealed = false;
};

} // namespace modelscribe
