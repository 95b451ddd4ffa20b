// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/verbrow.h"

#include "ui/widgets/iconbutton.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

VerbRow::VerbRow(QWidget *parent)
    : VerbFrame(First::Verb, parent)
    , m_line(new QHBoxLayout)
    , m_remove(new IconButton(u"close"_s, {}))
{
    setChanged(true);
    auto *whole = new QHBoxLayout;
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(8);
    m_line->setSpacing(8);
    whole->addLayout(m_line, 1);
    whole->addWidget(m_remove, 0, Qt::AlignTop);
    m_remove->setFixedHeight(30); // as the lines are
    content().addLayout(whole);
    m_remove->setObjectName("removeVerb"_L1);
    connect(m_remove, &QAbstractButton::clicked, this, &VerbRow::removeRequested);
}

void VerbRow::setEffect(const BatchEffect &effect, int models, bool isCounted)
{
    m_effect = effect;
    m_models = models;
    m_isCounted = isCounted;
    refreshNote();
}

QString VerbRow::problemText() const
{
    const QString missing = missingText();
    return missing.isEmpty() ? wrongText() : missing;
}

void VerbRow::refreshNote()
{
    const QString missing = missingText();
    const QString wrong = missing.isEmpty() ? wrongText() : QString();
    const bool isReady = missing.isEmpty() && wrong.isEmpty();
    setLabel(isReady ? (m_isCounted ? countText(m_effect.changed, m_models) : u"…"_s) : QString());
    if (!wrong.isEmpty())
        setNote(wrong, NoteKind::Error);
    else if (isReady && m_isCounted)
        showNote(m_effect);
    else
        setNote(missing);
}

void VerbRow::showNote(const BatchEffect &effect)
{
    if (effect.failed > 0)
        setNote(tr("%Ln cannot be changed this way", nullptr, effect.failed), NoteKind::Warning);
    else
        setNote({});
}

void VerbRow::retranslate()
{
    m_remove->setName(tr("Remove this change"));
    refreshNote();
}

} // namespace modelscribe

#include "moc_verbrow.cpp"
