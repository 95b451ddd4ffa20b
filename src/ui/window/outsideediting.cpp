// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/outsideediting.h"

#include "core/backgroundwork.h"
#include "core/visibletext.h"
#include "core/whendone.h"
#include "model/modelfields.h"
#include "registry/connection.h"
#include "session/edithistory.h"
#include "session/editsession.h"
#include "session/saving.h"
#include "session/workbench.h"
#include "settings/settings.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/choosing.h"
#include "ui/window/editing.h"
#include "ui/window/keepingnotices.h"
#include "ui/window/windowpanes.h"

#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <chrono>
#include <ranges>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto writtenBy = 100ms; // programs write a file in several steps

const ModelField &extraInfoField() { return *findField(u"ExtraInfo"); }

} // namespace

OutsideEditing::OutsideEditing(Workbench &workbench, const Settings &settings, const Parts &parts,
                               QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_settings(settings)
    , m_parts(parts)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(writtenBy);
    connect(&m_soon, &QTimer::timeout, this, [this] { lookAll(When::Aside); });
    const auto soon = [this] {
        if (!m_followed.empty())
            m_soon.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, soon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, soon);
    connect(&workbench.saving().writer(), &Writer::ended, this, soon); // it was waited for
    if (QFileInfo::exists(OutsideFile::folder()))
        runAside(this, false, &OutsideFile::clearUp,
                 [this](const QList<OutsideFile::Left> &left) { tellLeft(left); });
}

OutsideEditing::~OutsideEditing() = default;

QStringList OutsideEditing::files() const
{
    QStringList files;
    for (const Followed &followed : m_followed)
        files.append(followed.file->path());
    return files;
}

void OutsideEditing::start()
{
    EditSession *session = m_parts.editing.session();
    if (!session || session->isReadOnly() || !m_workbench.connection())
        return;
    if (QProcess::splitCommand(m_settings.text(SettingId::ExternalEditor)).isEmpty()) {
        m_parts.choosing.open(SettingsPage::ExtraInfo);
        return;
    }
    m_workbench.flushAll();
    // The same file for the same model: the program may have it open. What it wrote comes first.
    Followed *known = findFor(*session);
    if (known)
        lookAt(known->file->path(), When::Now);
    if (known && !known->file->isAsKnown() && !platform::isMissing(known->file->path()))
        known = nullptr; // that could not be taken, and nobody else has it
    const OutsideFile::Owner owner{.registry = m_workbench.connection()->registryKey(),
                                   .draftId = session->draftId(),
                                   .name = session->edited().name};
    const QByteArray text = session->edited().extraInfo.utf8();
    Result<std::monostate> written;
    std::unique_ptr<OutsideFile> made;
    if (!known) {
        auto file = OutsideFile::make(owner, text);
        if (file)
            made = *std::move(file);
        else
            written = failure(file.error());
    } else if (text != known->file->known() || !known->file->isAsKnown()) {
        written = known->file->write(owner, text);
    }
    if (!written)
        return tellFailure([reason = written.error().detail] {
            return tr("The file for the other program cannot be written. %1").arg(reason);
        });
    if (!run(made ? made->path() : known->file->path()))
        return;
    if (made)
        m_followed.push_back({.file = std::move(made), .owner = {}, .session = {}, .told = {}});
    Followed &followed = known ? *known : m_followed.back();
    followed.owner = owner;
    followed.session = session;
    watch();
}

//! No shell reads the command: %f is a file even where a name has blanks.
bool OutsideEditing::run(const QString &path)
{
    QStringList command = QProcess::splitCommand(m_settings.text(SettingId::ExternalEditor));
    const QString program = command.takeFirst();
    if (std::ranges::none_of(command, [](const QString &one) { return one.contains("%f"_L1); }))
        command.append(u"%f"_s);
    command.replaceInStrings(u"%f"_s, path);
    QProcess process;
    process.setProgram(program);
    process.setArguments(command);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    if (process.startDetached())
        return true;
    tellFailure([program] {
        return tr("“%1” cannot be started. It can be changed in the settings, under ExtraInfo.")
            .arg(visibleText(program, 80));
    });
    return false;
}

void OutsideEditing::watch()
{
    // A file that was replaced is another one.
    m_watcher.addPaths(files() << OutsideFile::folder());
}

void OutsideEditing::takeNow() { lookAll(When::Now); }

void OutsideEditing::lookAll(When when)
{
    if (m_followed.empty())
        return;
    watch();
    const QStringList paths = files();
    for (const QString &path : paths)
        lookAt(path, when);
}

void OutsideEditing::lookAt(const QString &path, When when)
{
    Followed *followed = find(path);
    if (!followed || followed->file->isAsKnown())
        return;
    const OutsideFile::Stamp stamp = followed->file->stamp();
    const auto saidAbout = [&](Hindrance hindrance) {
        return followed->told == Told{hindrance, stamp};
    };
    if (saidAbout(Hindrance::TooLong) || saidAbout(Hindrance::NoText)
        || saidAbout(Hindrance::Unreadable))
        return; // nothing here changes that
    EditSession *session = sessionOf(*followed);
    if (session)
        session->flush();
    const QByteArray here = session ? session->edited().extraInfo.utf8() : QByteArray();
    const bool isShort = stamp.size <= EditSession::checkHereLimit
                         && here.size() <= EditSession::checkHereLimit;
    const auto read = [path, here, known = followed->file->known()] {
        Look look{known, here, OutsideFile::read(path, known), {}};
        // What is written here gives way where there is nothing but another spelling of it.
        if (look.reading.state == OutsideFile::State::Other)
            look.merge = mergeJson(known, look.reading.text, here);
        return look;
    };
    runAside(this, isShort || when == When::Now, read,
             [this, path, when](const Look &look) { take(path, look, when); });
}

void OutsideEditing::take(const QString &path, const Look &look, When when)
{
    Followed *followed = find(path);
    if (!followed)
        return;
    if (look.known != followed->file->known())
        return lookAt(path, when); // another look was faster
    const auto hinder = [&](Hindrance hindrance) {
        tell(*followed, {hindrance, look.reading.stamp});
    };
    switch (look.reading.state) {
    case OutsideFile::State::Missing:
    case OutsideFile::State::Empty: return; // more is to come
    case OutsideFile::State::Known: return followed->file->settle(look.reading);
    case OutsideFile::State::TooLong: return hinder(Hindrance::TooLong);
    case OutsideFile::State::NoText: return hinder(Hindrance::NoText);
    case OutsideFile::State::Unreadable: return hinder(Hindrance::Unreadable);
    case OutsideFile::State::Other: break;
    }
    EditSession *session = sessionOf(*followed);
    if (!session)
        return hinder(Hindrance::NotOpen);
    if (session->isReadOnly())
        return hinder(Hindrance::NotEditable);
    if (m_workbench.saving().runningSave(session))
        return; // its end brings us here again
    session->flush();
    if (session->edited().extraInfo.utf8() != look.here)
        return lookAt(path, when); // typed meanwhile
    if (!look.merge.clashes.isEmpty())
        return hinder(Hindrance::Clash);
    takeText(*followed, look.reading, look.merge.text);
}

void OutsideEditing::takeText(Followed &followed, const OutsideFile::Reading &reading,
                              const QByteArray &text)
{
    const QString path = followed.file->path();
    const QString name = shownName(followed.owner.name);
    EditSession &session = *followed.session;
    followed.file->settle(reading);
    followed.told.reset();
    const bool isNews = session.edited().extraInfo.utf8() != text;
    EditHistory *history = EditHistory::find(session);
    if (history)
        history->endStep(); // what is typed right before and after is a step of its own
    session.setValue(extraInfoField(), FieldValue(JsonText(text)));
    if (history)
        history->endStep();
    noteKept(path, reading.text);
    // Good news cover nothing that is still to be read.
    MessageStrip &strip = m_parts.panes.strip();
    if (isNews && (strip.isHidden() || strip.kind() == MessageStrip::Kind::Success))
        strip.show(MessageStrip::Kind::Success, [name] {
            return tr("ExtraInfo of “%1” was taken from the other program.").arg(name);
        });
}

//! As soon as the draft is on the disk: until then the file may be all that a kill leaves. Not by
//! keepAll(), which brings back drafts that other windows ended.
void OutsideEditing::noteKept(const QString &path, const QByteArray &text)
{
    const auto &keep = m_workbench.saving().writer().options().keepFirst;
    if (!m_workbench.drafts().store() || !keep)
        return;
    whenDone(keep(), this, [this, path, text](const Result<std::monostate> &kept) {
        const Followed *one = find(path);
        if (kept && one && one->file->known() == text)
            one->file->noteKept();
    });
}

//! The person decided, whatever was typed here.
void OutsideEditing::takeItsText(const QString &path)
{
    Followed *followed = find(path);
    EditSession *session = followed ? sessionOf(*followed) : nullptr;
    if (!followed)
        return;
    followed->told.reset(); // what hinders now is news
    const auto reading = OutsideFile::read(path, followed->file->known());
    if (!session || session->isReadOnly() || m_workbench.saving().runningSave(session)
        || reading.state != OutsideFile::State::Other)
        return lookAt(path, When::Aside);
    session->flush();
    takeText(*followed, reading, reading.text);
}

void OutsideEditing::tell(Followed &followed, const Told &told)
{
    if (followed.told == told)
        return;
    followed.told = told;
    const QString path = followed.file->path();
    const auto text = [hindrance = told.hindrance, path, name = followed.owner.name] {
        return hindranceText(hindrance, shownName(name), path);
    };
    if (m_parts.notices.has(text()))
        return; // about what was written before; its button takes what is there by then
    if (told.hindrance == Hindrance::Clash)
        m_parts.notices.offer(
            MessageStrip::Kind::Changed, text, [] { return tr("Take its text"); },
            [this, path] { takeItsText(path); });
    else
        m_parts.notices.offer(MessageStrip::Kind::Error, text, {}, {});
}

QString OutsideEditing::shownName(const QString &name)
{
    return name.isEmpty() ? tr("(no name)") : visibleText(name, 60);
}

QString OutsideEditing::hindranceText(Hindrance hindrance, const QString &name, const QString &path)
{
    const auto text = [hindrance] {
        switch (hindrance) {
        case Hindrance::NotOpen: break;
        case Hindrance::NotEditable:
            return tr("“%1” can no longer be edited, so what the other program wrote was not "
                      "taken. It is in %2.");
        case Hindrance::Clash:
            return tr("The other program changed the same part of “%1” as you did here, so what it "
                      "wrote was not taken. It is in %2.");
        case Hindrance::TooLong:
            return tr("What the other program wrote for “%1” is too long, over 32 MiB, and was "
                      "not taken. It is in %2.");
        case Hindrance::NoText:
            return tr("What the other program wrote for “%1” is not UTF-8 text and was not taken. "
                      "It is in %2.");
        case Hindrance::Unreadable:
            return tr("What the other program wrote for “%1” cannot be read and was not taken. "
                      "It is in %2.");
        }
        return tr("“%1” is no longer open here, so what the other program wrote was not taken. It "
                  "is in %2.");
    };
    return text().arg(name, path);
}

void OutsideEditing::tellFailure(const std::function<QString()> &text)
{
    if (!m_parts.notices.has(text()))
        m_parts.notices.offer(MessageStrip::Kind::Error, text, {}, {});
}

void OutsideEditing::tellLeft(const QList<OutsideFile::Left> &left)
{
    for (const OutsideFile::Left &one : left)
        m_parts.notices.tell([one] {
            return tr("What another program wrote for “%1” was never taken. It stays in %2 until "
                      "you delete it there.")
                .arg(shownName(one.name), one.path);
        });
}

OutsideEditing::Followed *OutsideEditing::find(const QString &path)
{
    const auto found = std::ranges::find_if(
        m_followed, [&path](const Followed &one) { return one.file->path() == path; });
    return found == m_followed.end() ? nullptr : &*found;
}

//! The last one: those before it have what could not be taken.
OutsideEditing::Followed *OutsideEditing::findFor(const EditSession &session)
{
    const QString registry = m_workbench.connection()->registryKey();
    for (Followed &one : m_followed | std::views::reverse) {
        if (one.session == &session
            || (one.owner.registry == registry && one.owner.draftId == session.draftId()))
            return &one;
    }
    return nullptr;
}

EditSession *OutsideEditing::sessionOf(Followed &followed) const
{
    const Connection *connection = m_workbench.connection();
    const QString &id = followed.owner.draftId;
    if (!followed.session && connection && connection->registryKey() == followed.owner.registry) {
        followed.session = m_workbench.findDraft(id);
        if (!followed.session)
            followed.session = m_workbench.open(id);
    }
    if (followed.session)
        followed.owner.draftId = followed.session->draftId(); // a new model has another one now
    return followed.session;
}

} // namespace modelscribe

#include "moc_outsideediting.cpp"
