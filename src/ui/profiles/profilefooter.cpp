// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profilefooter.h"

#include "core/visibletext.h"
#include "ui/widgets/namedbutton.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString buttonText(const QString &name) { return visibleText(name, 24).replace(u'&', "&&"_L1); }

} // namespace

ProfileFooter::ProfileFooter(QWidget *parent)
    : QFrame(parent)
    , m_message(new QLabel)
    , m_buttons(new QWidget)
    , m_close(namedButton(u"closeButton"_s))
    , m_use(namedButton(u"useButton"_s))
    , m_save(namedButton(u"saveButton"_s, u"primary"_s))
    , m_question(new QWidget)
    , m_keep(namedButton(u"keepButton"_s))
    , m_remove(namedButton(u"reallyForgetButton"_s, u"danger"_s))
{
    setProperty("role", u"bar"_s);
    m_message->setObjectName(u"message"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *buttons = new QHBoxLayout(m_buttons);
    auto *question = new QHBoxLayout(m_question);
    for (QHBoxLayout *row : {buttons, question}) {
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
    }
    for (QPushButton *one : {m_close, m_use, m_save})
        buttons->addWidget(one);
    for (QPushButton *one : {m_keep, m_remove})
        question->addWidget(one);
    m_question->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(16);
    row->addWidget(m_message, 1);
    row->addWidget(m_buttons);
    row->addWidget(m_question);
    connect(m_close, &QPushButton::clicked, this, &ProfileFooter::closeRequested);
    connect(m_use, &QPushButton::clicked, this, &ProfileFooter::useRequested);
    connect(m_save, &QPushButton::clicked, this, &ProfileFooter::saveRequested);
    connect(m_keep, &QPushButton::clicked, this, [this] { askToRemove(false); });
    connect(m_remove, &QPushButton::clicked, this, &ProfileFooter::removalAgreed);
    refresh();
}

void ProfileFooter::showState(const State &state)
{
    m_state = state;
    refresh();
}

void ProfileFooter::refresh()
{
    const bool tellsUse = m_said.isEmpty() && m_state.isInUse;
    m_message->setText(tellsUse
                           ? tr("%1 is in use in this window.").arg(visibleText(m_state.stored, 40))
                           : m_said);
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_keep->setText(tr("Keep it"));
    m_keep->setAccessibleName(tr("Keep it"));
    m_save->setEnabled(!m_state.isBusy && m_state.whyNotSaved.isEmpty() && m_state.isChanged);
    m_save->setToolTip(m_state.whyNotSaved);
    m_save->setText(m_state.typed.isEmpty() ? tr("Save")
                                            : tr("Save %1").arg(buttonText(m_state.typed)));
    m_save->setAccessibleName(tr("Save"));
    const QString stored = buttonText(m_state.stored);
    m_use->setVisible(!stored.isEmpty() && !m_state.isInUse);
    m_use->setEnabled(!m_state.isBusy);
    m_use->setText(tr("Use %1").arg(stored));
    m_use->setAccessibleName(tr("Use %1").arg(visibleText(m_state.stored, 24)));
    m_remove->setText(tr("Remove %1").arg(stored));
    m_remove->setAccessibleName(tr("Remove %1").arg(visibleText(m_state.stored, 24)));
}

void ProfileFooter::say(const QString &text, const QString &role)
{
    m_said = text;
    setLook(m_message, "role", text.isEmpty() ? u"muted"_s : role);
    refresh();
}

void ProfileFooter::askToRemove(bool asks)
{
    m_question->setVisible(asks);
    m_buttons->setVisible(!asks);
    if (!asks)
        return;
    say(tr("Remove this profile and its key?"));
    m_keep->setFocus();
}

void ProfileFooter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_profilefooter.cpp"
