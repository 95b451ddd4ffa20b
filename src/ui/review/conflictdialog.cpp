// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/conflictdialog.h"

#include "core/visibletext.h"
#include "ui/review/changesview.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype maxClashLines = 12;
constexpr qsizetype maxLine = 400;

QLabel *conflictLabel(const QString &role = {})
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", role);
    return label;
}

ChangeCell *cell(const std::optional<QString> &text, bool fixedFont)
{
    using Kind = ChangeLine::Kind;
    if (!text)
        return new ChangeCell({{Kind::Note, ConflictDialog::tr("not set")}}, false);
    QList<ChangeLine> lines;
    const QStringList all = text->left(maxClashLines * maxLine).split(u'\n');
    for (const QString &line : all.first(std::min(maxClashLines, all.size())))
        lines.append({Kind::Context, visibleText(line, maxLine)});
    if (all.size() > maxClashLines || text->size() > maxClashLines * maxLine)
        lines.append({Kind::Note, ConflictDialog::tr("and more")});
    return new ChangeCell(lines, fixedFont);
}

} // namespace

ConflictDialog::ConflictDialog(const ModelMerge &merge, const RegisteredModel &theirs,
                               QWidget *parent)
    : QDialog(parent)
    , m_theirs(theirs)
    , m_merge(merge)
    , m_heading(conflictLabel(u"heading"_s))
    , m_explanation(conflictLabel(u"muted"_s))
    , m_taken(conflictLabel(u"muted"_s))
    , m_status(conflictLabel(u"muted"_s))
    , m_allTheirs(new QPushButton)
    , m_allMine(new QPushButton)
    , m_keep(new QPushButton)
    , m_continue(new QPushButton)
{
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    buildLayout();
    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_continue, &QPushButton::clicked, this, [this] {
        emit decided(m_theirs, m_decisions);
        accept();
    });
    const auto decideAll = [this](MergeSide side) {
        for (const MergeClash &clash : std::as_const(m_merge.clashes))
            decide(clash.key(), side);
    };
    connect(m_allTheirs, &QPushButton::clicked, this,
            [decideAll] { decideAll(MergeSide::Theirs); });
    connect(m_allMine, &QPushButton::clicked, this, [decideAll] { decideAll(MergeSide::Mine); });
    retranslate();
    setUpDialog(*this, {960, 560});
}

void ConflictDialog::buildLayout()
{
    QFont font = m_heading->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    m_heading->setFont(font);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(20, 16, 20, 12);
    head->addWidget(m_heading);
    head->addWidget(m_explanation);

    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(12);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    column->addLayout(grid);
    buildRows(*grid);
    column->addWidget(m_taken);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    scroll->setFocusPolicy(Qt::NoFocus);
    for (QWidget *widget : {body, scroll->viewport()})
        widget->setAutoFillBackground(false);

    for (QPushButton *button : {m_allTheirs, m_allMine})
        button->setProperty("kind", u"quiet"_s);
    for (QPushButton *button : {m_allTheirs, m_allMine, m_keep})
        button->setAutoDefault(false);
    m_continue->setProperty("kind", u"primary"_s);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(20, 12, 20, 16);
    foot->setSpacing(8);
    foot->addWidget(m_status, 1);
    for (QPushButton *button : {m_allTheirs, m_allMine, m_keep, m_continue})
        foot->addWidget(button);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(head);
    outer->addWidget(new Separator);
    outer->addWidget(scroll, 1);
    outer->addWidget(new Separator);
    outer->addLayout(foot);
}

void ConflictDialog::buildRows(QGridLayout &grid)
{
    grid.setColumnMinimumWidth(0, 150);
    for (int column = 0; column < 3; ++column) {
        m_columns[column] = conflictLabel(u"muted"_s);
        m_columns[column]->setContentsMargins(ChangeCell::textIndent, 0, 0, 0);
        grid.addWidget(m_columns[column], 0, column + 1);
        grid.setColumnStretch(column + 1, 1);
    }
    int row = 1;
    for (const MergeClash &clash : std::as_const(m_merge.clashes)) {
        const bool isJson = clash.field && clash.field->kind == FieldKind::JsonObject;
        grid.addWidget(new Separator, row++, 0, 1, 4);
        auto *place = conflictLabel(u"changed"_s);
        m_rows.append({.key = clash.key(), .place = place});
        auto *left = new QVBoxLayout;
        left->setSpacing(6);
        left->addWidget(place);
        left->addWidget(choice(clash), 0, Qt::AlignLeft);
        left->addStretch(1);
        grid.addLayout(left, row, 0);
        grid.addWidget(cell(clash.base, isJson), row, 1, Qt::AlignTop);
        grid.addWidget(cell(clash.theirs, isJson), row, 2, Qt::AlignTop);
        grid.addWidget(cell(clash.mine, isJson), row++, 3, Qt::AlignTop);
    }
}

QWidget *ConflictDialog::choice(const MergeClash &clash)
{
    auto *box = new QWidget;
    auto *column = new QHBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *group = new QButtonGroup(box);
    const auto button = [&](MergeSide side) {
        auto *added = new QPushButton;
        added->setCheckable(true);
        added->setAutoDefault(false);
        added->setProperty("kind", u"segment"_s);
        group->addButton(added);
        column->addWidget(added);
        connect(added, &QPushButton::clicked, this,
                [this, key = clash.key(), side] { decide(key, side); });
        return added;
    };
    m_rows.last().theirs = button(MergeSide::Theirs);
    m_rows.last().mine = button(MergeSide::Mine);
    return box;
}

QString ConflictDialog::placeText(const MergeClash &clash) const
{
    if (!clash.field)
        return tr("Label %1").arg(visibleText(clash.labelKey, 60));
    if (clash.path.isEmpty())
        return clash.field->labelText();
    return clash.field->labelText() + u' ' + visibleText(jsonPathText(clash.path), 120);
}

void ConflictDialog::decide(const QString &key, MergeSide side)
{
    m_decisions.insert(key, side);
    refresh();
}

void ConflictDialog::setSubject(Subject subject)
{
    m_subject = subject;
    retranslate();
}

void ConflictDialog::nameEdits()
{
    setWindowTitle(tr("Changed by both"));
    m_heading->setText(
        tr("“%1” changed in the registry too").arg(visibleText(m_theirs.metadata.name, 60)));
    m_explanation->setText(tr("Nothing was written. Choose what to keep where both of you changed "
                              "the same thing; the review comes next."));
    m_columns[0]->setText(tr("When you opened it"));
    m_columns[1]->setText(tr("Now in the registry"));
    m_columns[2]->setText(tr("Yours"));
    m_allTheirs->setText(tr("All from the registry"));
    m_allMine->setText(tr("All mine"));
    m_keep->setText(tr("Keep editing"));
    m_continue->setText(tr("Continue to the review"));
    for (const Row &row : std::as_const(m_rows)) {
        row.theirs->setText(tr("Registry"));
        row.mine->setText(tr("Mine"));
        row.theirs->setAccessibleName(tr("%1: take the registry’s").arg(row.place->text()));
        row.mine->setAccessibleName(tr("%1: keep mine").arg(row.place->text()));
    }
}

void ConflictDialog::namePastChange()
{
    setWindowTitle(tr("Changed again since"));
    m_heading->setText(
        tr("“%1” was changed again since then").arg(visibleText(m_theirs.metadata.name, 60)));
    m_explanation->setText(tr("Choose what the draft keeps where the same thing was changed again. "
                              "Nothing is written before you save."));
    m_columns[0]->setText(tr("After that change"));
    m_columns[1]->setText(tr("Now"));
    m_columns[2]->setText(tr("Before that change"));
    m_allTheirs->setText(tr("All as now"));
    m_allMine->setText(tr("All as before"));
    m_keep->setText(tr("Leave it as it is"));
    m_continue->setText(tr("Make the draft"));
    for (const Row &row : std::as_const(m_rows)) {
        row.theirs->setText(tr("Now"));
        row.mine->setText(tr("Before"));
        row.theirs->setAccessibleName(tr("%1: as now").arg(row.place->text()));
        row.mine->setAccessibleName(tr("%1: as before").arg(row.place->text()));
    }
}

void ConflictDialog::retranslate()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows[i].place->setText(placeText(m_merge.clashes[i]));
    QStringList taken;
    for (const QString &key : std::as_const(m_merge.fromTheirs)) {
        const ModelField *field = findField(key);
        taken.append(visibleText(field ? field->labelText() : key, 60));
    }
    const QString places = taken.join(u", "_s);
    if (m_subject == Subject::Edits) {
        nameEdits();
        m_taken->setText(tr("Taken over from the registry without asking: %1").arg(places));
    } else {
        namePastChange();
        m_taken->setText(tr("Changed since then and left as it is: %1").arg(places));
    }
    m_taken->setVisible(!taken.isEmpty());
    for (QPushButton *button : {m_allTheirs, m_allMine, m_keep, m_continue})
        button->setAccessibleName(button->text());
    refresh();
}

void ConflictDialog::refresh()
{
    for (const Row &row : std::as_const(m_rows)) {
        const auto known = m_decisions.constFind(row.key);
        row.theirs->setChecked(known != m_decisions.cend() && *known == MergeSide::Theirs);
        row.mine->setChecked(known != m_decisions.cend() && *known == MergeSide::Mine);
    }
    const auto left = m_merge.undecided(m_decisions).size();
    m_continue->setEnabled(left == 0);
    m_status->setText(left == 0 ? tr("Everything is decided.")
                                : tr("%n choice(s) left", nullptr, int(left)));
}

void ConflictDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace modelscribe

#include "moc_conflictdialog.cpp"
