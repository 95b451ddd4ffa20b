// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/editsession.h"
#include "ui/edit/fieldframe.h"

#include <QMetaProperty>
#include <QObject>
#include <QPointer>

namespace modelscribe {

//! Ties one row of the field table to the widget that edits it, through the widget's USER property,
//! and says in the frame around it what is changed and what is wrong.
class FieldBinding : public QObject
{
    Q_OBJECT

public:
    //! Lives as long as \p editor.
    FieldBinding(const ModelField &field, QWidget &editor, FieldFrame &frame);

    const ModelField &field() const { return m_field; }
    QWidget &editor() const { return m_editor; }

    void setSession(EditSession *session);
    //! Shows also what was kept back because the person is not through with the field yet.
    void revealProblems();
    //! A word about the last input, shown until the next one.
    void setNote(const QString &note);

    //! The editor hands QEvent::LanguageChange on to its children.
    bool event(QEvent *event) override;

private slots:
    void onEditorChanged();

private:
    FieldValue editorValue() const;
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
    bool m_showing = false;
    bool m_revealed = false;
};

} // namespace modelscribe
