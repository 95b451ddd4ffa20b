// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/noticestrip.h"

#include "core/wording.h"

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

void NoticeStrip::showError(const QString &what, const Error &error, const QString &actionText,
                            std::function<void()> action)
{
    const QString next = wording::nextStep(error);
    const QString happened = wording::whatHappened(error);
    m_text->setText(next.isEmpty() ? tr("%1: %2.").arg(what, happened)
                                   : tr("%1: %2. %3").arg(what, happened, next));
    m_facts->setText(wording::facts(error));
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    m_dismiss->setText(tr("Dismiss"));
    m_run = std::move(action);
    show();
}

void NoticeStrip::dismiss() { hide(); }

} // namespace modelscribe
