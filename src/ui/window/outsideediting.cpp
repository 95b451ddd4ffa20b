// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/outsideediting.h"

#include "core/paths.h"
#include "core/privatefile.h"
#include "core/visibletext.h"
#include "model/modelfields.h"
#include "registry/connection.h"
#include "session/editsession.h"
#include "session/workbench.h"
#include "settings/settings.h"
#include "ui/widgets/messagestrip.h"
#include "ui/window/choosing.h"
#include "ui/window/editing.h"
#include "ui/window/windowpanes.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QUuid>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto writtenBy = 100ms; // programs write a file in several steps
constexpr qint64 longestOutside = 32 * 1024 * 1024;

const ModelField &extraInfoField() { return *findField(u"ExtraInfo"); }

QString outsideFolder() { return paths::dataFolder() + u"/outside"_s; }

//! Most programs end a file with a line end that the text never had.
QByteArray withoutAddedEnd(QByteArray text, const QByteArray &known)
{
    if (!known.endsWith('\n') && text.endsWith('\n'))
        text.chop(text.endsWith("\r\n") ? 2 : 1);
    return text;
}

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
    connect(&m_soon, &QTimer::timeout, this, &OutsideEditing::look);
    const auto soon = [this] { m_soon.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, soon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, soon);
}

OutsideEditing::~OutsideEditing()
{
    for (const Outside &outside : m_outside) {
        if (outside.isTaken)
            QFile::remove(outside.file);
    }
}

QStringList OutsideEditing::files() const
{
    QStringList files;
    for (const Outside &outside : m_outside)
        files.append(outside.file);
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
    // The same file for the same model: the program may have it open.
    const auto known = std::ranges::find_if(
        m_outside, [session](const Outside &one) { return one.session == session; });
    Outside outside = known == m_outside.end() ? Outside{} : *known;
    if (known != m_outside.end())
        m_outside.erase(known);
    else
        outside.file = outsideFolder() + u"/ExtraInfo-"_s
                       + QUuid::createUuid().toString(QUuid::Id128).left(12) + u".json"_s;
    outside.known = session->edited().extraInfo.utf8();
    outside.session = session;
    outside.modelId = session->modelId();
    outside.registry = m_workbench.connection()->registryKey();
    outside.name = session->edited().name;
    auto written = paths::makePrivateFolder(outsideFolder());
    if (written)
        written = writePrivateFile(outside.file, outside.known);
    if (!written) {
        m_parts.panes.strip().show(MessageStrip::Kind::Error, [reason = written.error().detail] {
            return tr("The file for the other program cannot be written. %1").arg(reason);
        });
        return;
    }
    if (!run(outside)) {
        QFile::remove(outside.file);
        return;
    }
    m_outside.push_back(outside);
    watch();
}

//! No shell reads the command: %f is a file even where a name has blanks.
bool OutsideEditing::run(const Outside &outside) const
{
    QStringList command = QProcess::splitCommand(m_settings.text(SettingId::ExternalEditor));
    const QString program = command.takeFirst();
    if (std::ranges::none_of(command, [](const QString &one) { return one.contains("%f"_L1); }))
        command.append(u"%f"_s);
    command.replaceInStrings(u"%f"_s, outside.file);
    QProcess process;
    process.setProgram(program);
    process.setArguments(command);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    if (process.startDetached())
        return true;
    m_parts.panes.strip().show(MessageStrip::Kind::Error, [program] {
        return tr("“%1” cannot be started. The settings have its name, under ExtraInfo.")
            .arg(visibleText(program, 80));
    });
    return false;
}

void OutsideEditing::watch()
{
    m_watcher.addPaths(files() << outsideFolder()); // a file that was replaced is another one
}

void OutsideEditing::look()
{
    watch();
    for (Outside &outside : m_outside) {
        QFile file(outside.file);
        if (!file.open(QIODevice::ReadOnly) || file.size() > longestOutside)
            continue;
        const QByteArray text = withoutAddedEnd(file.readAll(), outside.known);
        // An empty one is being written, or was given up by a program that could not.
        if (text != outside.known && !text.isEmpty())
            take(outside, text);
    }
}

EditSession *OutsideEditing::sessionOf(const Outside &outside) const
{
    if (outside.session)
        return outside.session;
    const Connection *connection = m_workbench.connection();
    const bool isHere = connection && connection->registryKey() == outside.registry;
    return isHere && !outside.modelId.isEmpty() ? m_workbench.open(outside.modelId) : nullptr;
}

void OutsideEditing::take(Outside &outside, const QByteArray &text)
{
    MessageStrip &strip = m_parts.panes.strip();
    outside.known = text;
    outside.session = sessionOf(outside);
    outside.isTaken = outside.session && QUtf8StringView(text).isValidUtf8();
    const QString name = visibleText(outside.name, 60);
    if (!outside.isTaken) {
        const bool isText = QUtf8StringView(text).isValidUtf8();
        strip.show(MessageStrip::Kind::Error, [name, isText, file = outside.file] {
            return (isText
                        ? tr("“%1” is not open here any more, so what the other program wrote was "
                             "not taken. It is in %2.")
                        : tr("What the other program wrote for “%1” is no UTF-8 text and was not "
                             "taken. It is in %2."))
                .arg(name, file);
        });
        return;
    }
    outside.session->setValue(extraInfoField(), FieldValue(JsonText(text)));
    strip.show(MessageStrip::Kind::Success, [name] {
        return tr("ExtraInfo of “%1” was taken from the other program.").arg(name);
    });
}

} // namespace modelscribe

#include "moc_outsideediting.cpp"
