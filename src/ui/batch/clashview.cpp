// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/clashview.h"

#include "core/visibletext.h"
#include "registry/outcomewording.h"
#include "session/batchrun.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mostRows = 3;
constexpr qsizetype longestClash = 200;
constexpr int boxWidth = 240;

QString clashPlace(const MergeClash &clash)
{
    if (!clash.field)
        return ClashView::tr("Label %1").arg(visibleText(clash.labelKey, 40));
    if (clash.path.isEmpty())
        return clash.field->labelText();
    return visibleText(jsonPathText(clash.path), 80);
}

} // namespace

ClashView::ClashView(QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(this))
    , m_what(new QLabel(this))
    , m_rows(new QWidget(this))
    , m_rowsLayout(new QVBoxLayout(m_rows))
    , m_buttons(new QWidget(this))
    , m_keep(new QPushButton(this))
    , m_take(new QPushButton(this))
    , m_same(new QCheckBox(this))
{
    setSpokenName(*this, [] { return tr("Outcome"); });
    QFont bold = m_name->font();
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setProperty("role", u"muted"_s);
    m_what->setWordWrap(true);
    m_what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rowsLayout->setContentsMargins(0, 0, 0, 0);
    m_rowsLayout->setSpacing(8);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(8);
    heading->addWidget(m_name);
    heading->addWidget(m_what, 1);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(8);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_take);
    buttons->addSpacing(8);
    buttons->addWidget(m_same);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    column->addLayout(heading);
    column->addWidget(m_rows);
    column->addWidget(m_buttons);
    connect(m_keep, &QPushButton::clicked, this, [this] { emit keepTheirsRequested(chosen()); });
    connect(m_take, &QPushButton::clicked, this, [this] { emit takeMineRequested(chosen()); });
    connect(m_same, &QCheckBox::toggled, this,
            [this](bool checked) { m_like = checked ? m_alike : QList<qsizetype>(); });
    retranslate();
    hide();
}

void ClashView::showItem(BatchRun *run, qsizetype index)
{
    const bool isThere = run && index >= 0 && index < run->size()
                         && run->item(index).state == BatchRunItem::State::Ended;
    setVisible(isThere);
    if (!isThere)
        m_shown.clear();
    if (!isThere)
        return;
    const BatchRunItem &item = run->item(index);
    const qsizetype alike = item.isConflict() ? run->conflictsLike(index).size() : 0;
    const QString shown = u"%1 %2 %3 %4 %5"_s.arg(quintptr(run))
                              .arg(index)
                              .arg(alike)
                              .arg(item.merge.has_value())
                              .arg(item.why());
    if (std::exchange(m_shown, shown) == shown)
        return;
    const RegisteredModel &base = run->set().changes[index].base;
    m_name->setPlainText(base.metadata.name.isEmpty() ? base.id : base.metadata.name);
    m_run = run;
    m_this = {index};
    m_like.clear();
    m_alike.clear();
    for (QWidget *row : m_rows->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        delete row;
    const bool isClash = item.isConflict() && item.merge;
    m_rows->setVisible(isClash);
    m_buttons->setVisible(isClash);
    if (isClash) {
        showClashes(*run, index);
        return;
    }
    QString what = item.why();
    if (what.isEmpty())
        what = endText(item.end);
    const QString details = item.outcome.save ? outcomewording::details(*item.outcome.save)
                                              : QString();
    m_what->setText(details.isEmpty() ? what : what + u'\n' + details);
}

void ClashView::showClashes(const BatchRun &run, qsizetype index)
{
    const QList<MergeClash> &clashes = run.item(index).merge->clashes;
    QStringList places;
    for (const MergeClash &clash : clashes)
        places.append(clashPlace(clash));
    m_place = places.size() > mostRows
                  ? places.first(mostRows).join(tr(", "))
                        + tr(" and %n more", nullptr, int(places.size() - mostRows))
                  : places.join(tr(", "));
    m_what->setText(clashes.isEmpty()
                        ? tr("It kept changing while it was being saved.")
                        : tr("%1: changed here and in the registry since the review").arg(m_place));
    for (const MergeClash &clash : clashes.first(std::min(mostRows, clashes.size())))
        m_rowsLayout->addWidget(makeRow(clash, clashes.size() > 1));
    m_keep->setVisible(!clashes.isEmpty());
    m_alike = run.conflictsLike(index);
    m_same->setVisible(m_alike.size() > 1 && !clashes.isEmpty());
    m_same->setChecked(false);
    m_same->setText(
        tr("the same for the %Ln conflicts about %1", nullptr, int(m_alike.size())).arg(m_place));
}

QWidget *ClashView::makeRow(const MergeClash &clash, bool isNamed)
{
    auto *row = new QWidget(m_rows);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const QString before = isNamed ? tr("%1, before").arg(clashPlace(clash)) : tr("Before");
    layout->addWidget(makeBox(before, clash.base.value_or(QString()), {}));
    layout->addWidget(
        makeBox(tr("In the registry"), clash.theirs.value_or(QString()), u"warning"_s));
    layout->addWidget(makeBox(tr("Yours"), clash.mine.value_or(QString()), u"added"_s));
    layout->addStretch();
    return row;
}

QWidget *ClashView::makeBox(const QString &heading, const QString &value, const QString &role)
{
    auto *box = new QFrame(m_rows);
    box->setProperty("role", u"card"_s);
    box->setMaximumWidth(boxWidth);
    box->setMinimumWidth(boxWidth / 2);
    auto *title = new ElidedLabel(box);
    title->setProperty("role", u"muted"_s);
    title->setPlainText(heading);
    auto *text = new ElidedLabel(box);
    text->setProperty("role", role);
    text->setPlainText(value.isEmpty() ? tr("(empty)") : visibleText(value, longestClash));
    box->setAccessibleName(title->text() + u": "_s + text->text());
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(10, 7, 10, 7);
    column->setSpacing(2);
    column->addWidget(title);
    column->addWidget(text);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return box;
}

void ClashView::retranslate()
{
    m_keep->setText(tr("Keep theirs"));
    m_keep->setAccessibleName(tr("Keep theirs"));
    m_take->setText(tr("Take mine"));
    m_take->setAccessibleName(tr("Take mine"));
    m_same->setAccessibleName(tr("The same for all conflicts about it"));
    m_shown.clear();
    if (!m_this.isEmpty())
        showItem(m_run, m_this.first());
}

void ClashView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_clashview.cpp"
