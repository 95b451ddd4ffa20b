// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/closing.h"

#include "core/visibletext.h"
#include "core/whendone.h"
#include "lists/batchedittext.h"
#include "model/wording.h"
#include "registry/writer.h"
#include "session/batches.h"
#include "session/batchkeeper.h"
#include "session/draftkeeper.h"
#include "session/saving.h"
#include "session/workbench.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

Closing::Closing(Workbench &workbench, QWidget &window)
    : QObject(&window)
    , m_workbench(workbench)
    , m_window(window)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_stage == Stage::Saving)
            keep(); // the journal knows the save; the next start finds out what became of it
        else if (m_stage == Stage::Keeping)
            ask({.kind = Error::Kind::Storage, .code = u"slow"_s});
    });
    connect(&workbench.saving().writer(), &Writer::writingChanged, this, [this] {
        if (m_stage == Stage::Saving && !m_workbench.saving().writer().isWriting())
            keep();
    });
    const auto tryAgain = [this] {
        if (m_stage == Stage::Asking)
            keep();
    };
    connect(&workbench.drafts(), &DraftKeeper::keepingRecovered, this, tryAgain);
    connect(&workbench.batchDrafts(), &BatchKeeper::keepingRecovered, this, tryAgain);
}

void Closing::setPatience(std::chrono::milliseconds save, std::chrono::milliseconds keep)
{
    m_savePatience = save;
    m_keepPatience = keep;
}

bool Closing::mayClose()
{
    if (m_stage == Stage::Done) {
        m_stage = Stage::Open;
        return true;
    }
    if (m_stage != Stage::Open) {
        if (m_box)
            m_box->raise();
        return false;
    }
    emit keeping();
    m_workbench.batches().hold(); // kept, and asked about at the next start
    m_workbench.flushAll();
    if (m_workbench.saving().writer().isWriting())
        awaitSave();
    else if (draftCount() == 0)
        return true;
    else
        keep();
    return false;
}

QList<EditSession *> Closing::drafts() const
{
    return m_workbench.dirtySessions() + m_workbench.dirtySessionsElsewhere();
}

qsizetype Closing::draftCount() const
{
    return drafts().size() + m_workbench.batchDrafts().allDrafts().size();
}

void Closing::awaitSave()
{
    m_stage = Stage::Saving;
    std::ignore = m_workbench.keepAll(); // meanwhile, should the program be killed
    m_patience.start(m_savePatience);
    m_box = makeBox(tr("Closing"), tr("Finishing the save…"),
                    tr("The window closes by itself, in a few seconds at the latest."));
    auto *back = m_box->addButton(tr("Keep the window open"), QMessageBox::RejectRole);
    m_box->setDefaultButton(back);
    m_box->setEscapeButton(back);
    connect(back, &QAbstractButton::clicked, this, &Closing::stay);
    m_box->open();
}

void Closing::dropBox()
{
    if (!m_box)
        return;
    m_box->hide();
    m_box->deleteLater(); // its own button may be asking
    m_box.clear();
}

void Closing::keep()
{
    if (m_stage == Stage::Saving)
        emit keeping(); // what had to wait for the save
    m_stage = Stage::Keeping;
    m_patience.start(m_keepPatience);
    whenDone(m_workbench.keepAll(), this,
             [this, attempt = ++m_attempt](const Result<std::monostate> &kept) {
                 if (attempt != m_attempt)
                     return;
                 if (kept)
                     finish(); // perhaps late: then the question is no more
                 else if (m_stage == Stage::Keeping)
                     ask(kept.error());
             });
}

void Closing::ask(const Error &error)
{
    m_patience.stop();
    m_stage = Stage::Asking;
    const auto count = int(draftCount());
    dropBox();
    const QStringList more{wording::whole(error), tr("This would be lost:"), names()};
    m_box = makeBox(tr("Drafts cannot be kept"),
                    tr("%n draft(s) cannot be kept on this computer", nullptr, count),
                    more.join(u'\n'));
    auto *back = m_box->addButton(tr("Keep editing"), QMessageBox::RejectRole);
    auto *lose = m_box->addButton(tr("Close and lose %n draft(s)", nullptr, count),
                                  QMessageBox::DestructiveRole);
    setLook(lose, "kind", u"danger"_s);
    setLook(back, "kind", u"primary"_s);
    m_box->setDefaultButton(back);
    m_box->setEscapeButton(back);
    // Not through the role: a person means this button, or nothing.
    connect(lose, &QAbstractButton::clicked, this, &Closing::finish);
    connect(back, &QAbstractButton::clicked, this, &Closing::stay);
    m_box->open();
}

QString Closing::names() const
{
    const QList<EditSession *> all = drafts();
    QStringList names;
    constexpr qsizetype most = 8;
    for (const EditSession *draft : all.first(std::min(most, all.size()))) {
        const QString &name = draft->edited().name;
        names.append(name.isEmpty() ? tr("(new model)") : visibleText(name, 80));
    }
    for (const BatchSession *batch :
         m_workbench.batchDrafts().allDrafts().mid(0, most - names.size()))
        names.append(tr("%Ln model(s): %1", nullptr, int(batch->modelIds().size()))
                         .arg(batchEditText(*batch)));
    if (draftCount() > names.size())
        names.append(tr("and %1 more").arg(draftCount() - names.size()));
    return names.join(u'\n');
}

QMessageBox *Closing::makeBox(const QString &title, const QString &text, const QString &more)
{
    auto *box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setWindowTitle(title);
    box->setIcon(QMessageBox::NoIcon);
    box->setText(text);
    box->setInformativeText(more);
    makePlain(*box);
    return box;
}

void Closing::stay()
{
    ++m_attempt;
    m_patience.stop();
    m_stage = Stage::Open;
    m_workbench.batches().letGo();
}

void Closing::finish()
{
    ++m_attempt;
    m_patience.stop();
    m_stage = Stage::Done;
    dropBox();
    m_window.close();
}

} // namespace modelscribe

#include "moc_closing.cpp"
