// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/manylabels.h"

#include "ui/many/labelbars.h"
#include "ui/widgets/separator.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mostBars = 60;
constexpr qsizetype mostOffered = 1000;

constexpr std::array beginnings = {LabelVerb::Kind::Add, LabelVerb::Kind::TakeAway,
                                   LabelVerb::Kind::Change, LabelVerb::Kind::RenameKey,
                                   LabelVerb::Kind::ReplaceAll};

} // namespace

ManyLabels::ManyLabels(const LabelVerbRow::Offers &inUse, QWidget *parent)
    : VerbRowsPage(parent)
    , m_inUse(inUse)
    , m_line(new Separator)
    , m_title(new QLabel)
    , m_models(new QLabel)
    , m_bars(new LabelBars)
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(VerbFrame::indent, 0, 0, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_models);
    for (QLabel *label : {m_title, m_models}) {
        label->setTextFormat(Qt::PlainText);
        label->setProperty("role", u"muted"_s);
    }
    below().setSpacing(8);
    below().addWidget(m_line);
    below().addLayout(head);
    below().addWidget(m_bars);
    retranslate();
    refreshBars();
}

VerbRow *ManyLabels::makeRow()
{
    return new LabelVerbRow(
        {[this] { return keys(); }, [this](const QString &key) { return valuesOf(key); }});
}

void ManyLabels::show(VerbRow &row, const BatchEdit &edit, qsizetype i)
{
    static_cast<LabelVerbRow &>(row).setLabelVerb(edit.labels[i]);
}

void ManyLabels::take(const VerbRow &row, BatchEdit &edit, qsizetype i) const
{
    edit.labels[i] = static_cast<const LabelVerbRow &>(row).labelVerb();
}

void ManyLabels::add(BatchEdit &edit, int kind) const
{
    LabelVerb verb{.kind = LabelVerb::Kind(kind)};
    if (verb.kind == LabelVerb::Kind::Add)
        verb.value = QString();
    edit.labels.append(verb);
}

QList<VerbButton::Choice> ManyLabels::kinds() const
{
    QList<VerbButton::Choice> choices;
    for (const LabelVerb::Kind kind : beginnings)
        choices.append({int(kind), LabelVerbRow::kindText(kind), false});
    return choices;
}

QStringList ManyLabels::keys() const
{
    QStringList keys;
    for (const ManyValues::LabelUse &use :
         m_values ? m_values->rankedLabels(mostOffered) : QList<ManyValues::LabelUse>())
        keys.append(use.label.key);
    keys += m_inUse.keys();
    keys.removeDuplicates();
    return keys;
}

QStringList ManyLabels::valuesOf(const QString &key) const
{
    QStringList values;
    for (const ManyValues::LabelUse &use :
         m_values ? m_values->rankedLabels(mostOffered) : QList<ManyValues::LabelUse>()) {
        if (use.label.key == key)
            values.append(use.label.value);
    }
    values += m_inUse.values(key);
    values.removeDuplicates();
    return values;
}

void ManyLabels::setValues(const ManyValues &values, bool isCounted)
{
    m_values = &values;
    m_isCounted = isCounted;
    refreshBars();
}

void ManyLabels::refreshBars()
{
    const int models = m_values ? m_values->models : 0;
    m_models->setText(tr("models"));
    const qsizetype all = m_values ? m_values->labels.size() : 0;
    m_title->setText(all > 0 || !m_isCounted
                         ? tr("Labels of the %Ln now", nullptr, models)
                         : tr("None of the %Ln has a label now", nullptr, models));
    m_models->setVisible(all > 0);
    m_bars->setUses(m_values ? m_values->rankedLabels(mostBars) : QList<ManyValues::LabelUse>(),
                    models);
}

void ManyLabels::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refreshBars();
    VerbRowsPage::changeEvent(event);
}

} // namespace modelscribe

#include "moc_manylabels.cpp"
