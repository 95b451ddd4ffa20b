// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparefooter.h"

#include "core/visibletext.h"
#include "session/editsession.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

CompareFooter::CompareFooter(QWidget *parent)
    : QFrame(parent)
    , m_count(new QLabel(this))
    , m_where(new ElidedLabel(this))
    , m_review(new QPushButton(this))
{
    setProperty("role", u"bar"_s);
    setFixedHeight(52);
    m_count->setProperty("role", u"changed"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_where->setProperty("role", u"muted"_s);
    m_where->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_review->setProperty("kind", u"primary"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    row->addWidget(m_count);
    row->addWidget(m_where, 1);
    row->addWidget(m_review);
    connect(m_review, &QPushButton::clicked, this, &CompareFooter::reviewRequested);
}

void CompareFooter::showDrafts(const QList<EditSession *> &drafts)
{
    int changes = 0;
    for (const EditSession *draft : drafts)
        changes += int(draft->changeCount());
    const auto count = int(drafts.size());
    m_count->setText(tr("%n change(s)", nullptr, changes));
    m_count->setVisible(count > 0);
    if (count == 0)
        m_where->setPlainText(tr("ExtraInfo is compared by path. Nothing is changed."));
    else if (count == 1)
        m_where->setPlainText(
            tr("in a draft of %1").arg(visibleText(drafts.first()->edited().name, 60)));
    else
        m_where->setPlainText(tr("in %n draft(s)", nullptr, count));
    m_review->setText(tr("Review %n draft(s)…", nullptr, count));
    m_review->setVisible(count > 0);
}

} // namespace modelscribe

#include "moc_comparefooter.cpp"
