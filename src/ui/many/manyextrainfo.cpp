// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/manyextrainfo.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

ManyExtraInfo::ManyExtraInfo(const ExtraVerbRow::Offers &offers, QWidget *parent)
    : VerbRowsPage(parent)
    , m_offers(offers)
    , m_hint(new QLabel)
{
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setProperty("role", u"muted"_s);
    m_hint->setContentsMargins(VerbFrame::indent, 0, 0, 0);
    below().addWidget(m_hint);
    retranslate();
    m_hint->setText(tr("Everything that is not listed here stays in each model exactly as it is."));
}

void ManyExtraInfo::show(VerbRow &row, const BatchEdit &edit, qsizetype i)
{
    static_cast<ExtraVerbRow &>(row).setExtraEdit(edit.extraInfo[i]);
}

void ManyExtraInfo::take(const VerbRow &row, BatchEdit &edit, qsizetype i) const
{
    edit.extraInfo[i] = static_cast<const ExtraVerbRow &>(row).extraEdit();
}

void ManyExtraInfo::add(BatchEdit &edit, int kind) const
{
    edit.extraInfo.append({.kind = ExtraInfoEdit::Kind(kind), .path = {}, .value = {}, .key = {}});
}

QList<VerbButton::Choice> ManyExtraInfo::kinds() const
{
    using Kind = ExtraInfoEdit::Kind;
    QList<VerbButton::Choice> choices;
    for (const Kind kind : {Kind::Set, Kind::Remove, Kind::Rename, Kind::Merge})
        choices.append({int(kind), ExtraVerbRow::kindText(kind), false});
    return choices;
}

void ManyExtraInfo::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_hint->setText(
            tr("Everything that is not listed here stays in each model exactly as it is."));
    }
    VerbRowsPage::changeEvent(event);
}

} // namespace modelscribe

#include "moc_manyextrainfo.cpp"
