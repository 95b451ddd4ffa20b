// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/noticestrip.h"

#include "model/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

NoticeStrip::NoticeStrip(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_dismiss(new QPushButton(this))
{
    setProperty("strip", u"error"_s);
    for (QLabel *label : {m_text, m_facts}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_text->setProperty("role", u"error"_s);
    m_facts->setProperty("role", u"muted"_s);
    m_action->setAutoDefault(false);
    m_dismiss->setAutoDefault(false);
    m_dismiss->setProperty("kind", u"quiet"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_text);
    words->addWidget(m_facts);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    row->addLayout(words, 1);
    row->addWidget(m_action);
    row->addWidget(m_dismiss);
    connect(m_dismiss, &QPushButton::clicked, this, &NoticeStrip::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto run = m_run;
        dismiss();
        if (run)
            run();
    });
    hide();
}

void NoticeStrip::showError(Text what, const Error &error, Text actionText,
                            std::function<void()> action)
{
    m_what = std::move(what);
    m_actionText = std::move(actionText);
    m_error = error;
    m_run = std::move(action);
    retranslate();
    show();
}

void NoticeStrip::retranslate()
{
    if (!m_what)
        return;
    const QString what = m_what();
    const QString next = wording::nextStep(m_error);
    const QString happened = wording::whatHappened(m_error);
    m_text->setText(next.isEmpty() ? tr("%1: %2.").arg(what, happened)
                                   : tr("%1: %2. %3").arg(what, happened, next));
    m_facts->setText(wording::facts(m_error));
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_action->setVisible(m_actionText != nullptr);
    m_action->setText(m_actionText ? m_actionText() : QString());
    m_dismiss->setText(tr("Dismiss"));
}

void NoticeStrip::dismiss() { hide(); }

void NoticeStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_noticestrip.cpp"
