// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/batch/batchfooter.h"

#include "model/wording.h"
#include "ui/widgets/confirmname.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

BatchFooter::BatchFooter(QWidget *parent)
    : QFrame(parent)
    , m_confirm(new ConfirmName)
    , m_note(new QLabel)
    , m_publish(new QCheckBox)
    , m_copyAs(new QPushButton)
    , m_save(new QPushButton)
{
    setProperty("role", u"bar"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("role", u"muted"_s);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_save->setProperty("kind", u"primary"_s);
    m_copyAs->setIcon(Theme::of(this).icon(u"chevron-down"_s));
    m_copyAs->setLayoutDirection(Qt::RightToLeft); // the arrow behind the words
    m_copyAs->setMenu(new QMenu(m_copyAs));
    for (const bool isCsv : {false, true})
        connect(m_copyAs->menu()->addAction(QString()), &QAction::triggered, this,
                [this, isCsv] { emit copyRequested(isCsv); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_note, 1);
    row->addWidget(m_publish);
    row->addWidget(m_copyAs);
    row->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(10);
    column->addWidget(m_confirm);
    column->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &BatchFooter::saveRequested);
    connect(m_publish, &QCheckBox::toggled, this, &BatchFooter::refresh);
    connect(m_confirm, &ConfirmName::changed, this, &BatchFooter::refresh);
    refresh();
}

void BatchFooter::begin(const QString &nameToConfirm)
{
    m_publish->setChecked(false);
    m_confirm->ask({}); // what was typed is gone, for the same name too
    m_confirm->ask(nameToConfirm);
}

void BatchFooter::showProgress(const Progress &progress)
{
    m_progress = progress;
    refresh();
}

bool BatchFooter::maySave() const { return whyNot().isEmpty(); }

QString BatchFooter::whyNot() const
{
    if (m_progress.isChecking)
        return tr("Each model is read from the registry first.");
    if (m_progress.totals.models == 0)
        return tr("There is nothing to save.");
    if (!m_confirm->isConfirmed())
        return tr("Type the workspace’s name first.");
    if (m_progress.totals.published > 0 && !m_publish->isChecked())
        return tr("First tick that private models become visible to everyone in the workspace.");
    return {};
}

void BatchFooter::refresh()
{
    const BatchGrid::Totals &totals = m_progress.totals;
    const qint64 others = m_progress.all - totals.models;
    QStringList sentences{tr("Nothing has been sent yet.")};
    if (!m_progress.isChecking && others > 0)
        sentences.append(tr("%Ln model(s) will not be changed.", nullptr, int(others)));
    const QString note = wording::joined(sentences);
    m_note->setText(note);
    m_note->setToolTip(note);
    m_publish->setVisible(totals.published > 0);
    m_publish->setText(
        tr("Let everyone in the workspace see %Ln model(s)", nullptr, int(totals.published)));
    m_copyAs->setText(tr("Copy as"));
    m_copyAs->menu()->actions().at(0)->setText(tr("Table"));
    m_copyAs->menu()->actions().at(1)->setText(tr("CSV"));
    if (m_progress.isChecking)
        m_save->setText(
            tr("Checking %1 of %2")
                .arg(locale().toString(m_progress.read), locale().toString(m_progress.all)));
    else
        m_save->setText(tr("Save %Ln model(s)", nullptr, int(totals.models)));
    const QString why = whyNot();
    m_save->setEnabled(why.isEmpty());
    m_save->setToolTip(why.isEmpty() ? tr("Ctrl+Enter") : why);
}

void BatchFooter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_batchfooter.cpp"
