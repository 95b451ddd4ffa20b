// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/leftstrip.h"

#include "lists/relativetime.h"
#include "session/batches.h"
#include "ui/widgets/spokenname.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

LeftStrip::LeftStrip(Batches &batches, QWidget *parent)
    : QFrame(parent)
    , m_batches(&batches)
    , m_text(new QLabel(this))
    , m_goOn(new QPushButton(this))
    , m_look(new QPushButton(this))
    , m_forget(new QPushButton(this))
{
    setProperty("strip", u"changed"_s);
    setSpokenName(*this, [] { return tr("Interrupted run"); });
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    for (QPushButton *button : {m_goOn, m_look, m_forget})
        row->addWidget(button);
    setSpokenName(*m_goOn, [] { return tr("Go on with the interrupted run"); });
    setSpokenName(*m_look, [] { return tr("View the interrupted run"); });
    setSpokenName(*m_forget, [] { return tr("Forget the interrupted run"); });
    connect(m_goOn, &QPushButton::clicked, this, [this] { m_batches->goOnWith(m_id); });
    connect(m_look, &QPushButton::clicked, this, [this] { m_batches->lookAt(m_id); });
    connect(m_forget, &QPushButton::clicked, this, [this] { m_batches->forget(m_id); });
    connect(&batches, &Batches::leftChanged, this, &LeftStrip::refresh);
    refresh();
}

void LeftStrip::refresh()
{
    m_goOn->setText(tr("Go on"));
    m_look->setText(tr("View"));
    m_forget->setText(tr("Forget"));
    m_forget->setToolTip(tr("What was not sent is not sent; the drafts and the models stay"));
    const bool isThere = m_batches && !m_batches->left().isEmpty();
    if (isThere) {
        const LeftBatch &left = m_batches->left().first();
        m_id = left.id;
        m_text->setText(tr("A run of %Ln model(s) was interrupted (%1).", nullptr, int(left.count))
                            .arg(relativeTime(left.agreed.toLocalTime())));
        setAccessibleDescription(m_text->text());
    }
    setVisible(isThere);
}

void LeftStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_leftstrip.cpp"
