// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/probecleanup.h"

#include "connect/probefindings.h"
#include "core/jsonmembers.h"

#include <QTimer>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! The documented default: any service takes it. A name is random, so few models bear it.
constexpr int sureListSize = 10;

QStringList versionNames(const QByteArray &answer)
{
    QStringList names;
    for (const RawMember &member : jsonMembers(answer).value_or(QList<RawMember>())) {
        if (member.key != "Versions"_L1)
            continue;
        for (const JsonText &one : jsonElements(member.value.utf8()).value_or(QList<JsonText>())) {
            for (const RawMember &part : jsonMembers(one.utf8()).value_or(QList<RawMember>())) {
                if (part.key == "VersionName"_L1)
                    names.append(jsonStringValue(part.value.utf8()).value_or(QString()));
            }
        }
    }
    names.removeAll(QString());
    return names;
}

} // namespace

ProbeCleanup::ProbeCleanup(Connection &connection, ProbeNotes notes, ProbeCleanupOptions options,
                           QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_notes(std::move(notes))
    , m_options(std::move(options))
{
}

ProbeCleanup *ProbeCleanup::startFor(Connection &connection, const QString &notesFile,
                                     QObject *parent, ProbeCleanupOptions options)
{
    const ProbeNotes notes(notesFile);
    auto *cleanup = new ProbeCleanup(connection, notes, std::move(options), parent);
    const auto look = [notes, registry = connection.registryKey()]() -> Result<ProbeNotes::Held> {
        const auto todo = notes.list(registry);
        if (!todo)
            return failure(todo.error());
        // With the lock they are read again: somebody else may have deleted something meanwhile.
        return todo->isEmpty() ? ProbeNotes::Held() : notes.hold(registry);
    };
    whenDone(QtConcurrent::run(look), cleanup,
             [cleanup](const Result<ProbeNotes::Held> &held) { cleanup->takeHeld(held); });
    return cleanup;
}

void ProbeCleanup::takeHeld(const Result<ProbeNotes::Held> &held)
{
    if (held) {
        m_lock = held->lock;
        start(held->notes);
        return;
    }
    if (held.error().code != "probe-running"_L1) // that one deletes what it makes
        m_error = held.error();
    emit finished();
}

void ProbeCleanup::start(const QList<ProbeNote> &todo)
{
    m_todo = todo;
    QTimer::singleShot(0, this, &ProbeCleanup::nextNote);
}

void ProbeCleanup::nextNote()
{
    if (m_todo.isEmpty()) {
        if (m_lock)
            m_lock->unlock(); // whoever looked may still have a share in it
        emit finished();
        return;
    }
    m_note = m_todo.takeFirst();
    m_ids = m_note.modelIds;
    m_isKept = false;
    m_looks = 0;
    nextId();
}

void ProbeCleanup::nextId()
{
    m_tries = 0;
    m_wasRemoved = false;
    if (!m_ids.isEmpty()) {
        m_id = m_ids.takeFirst();
        remove();
    } else if (m_note.isOpen) {
        m_sawAll = true;
        find(true);
    } else {
        endNote();
    }
}

void ProbeCleanup::remove()
{
    whenDone(m_connection.client().run(operations::deleteModel(m_id)), this,
             [this](const Result<std::monostate> &answer) { takeRemoved(answer); });
}

void ProbeCleanup::takeRemoved(const Result<std::monostate> &answer)
{
    m_isRemoved = answer.has_value();
    m_wasRemoved = m_wasRemoved || answer || answer.error().outcomeUnknown;
    if (!answer)
        m_error = answer.error();
    look();
}

//! Whatever the service said to the deletion: a refusal may have the code of what is not there.
void ProbeCleanup::look()
{
    whenDone(m_connection.client().run(operations::getModel(m_id)), this,
             [this](const Result<RegisteredModel> &model) { takeLook(model); });
}

//! The code of the note counts here only: it was on trial.
bool ProbeCleanup::isGone(const Error &error) const
{
    return error.kind == Error::Kind::NotFound
           || (isAnswer(error) && !error.code.isEmpty() && error.code == m_note.goneCode);
}

void ProbeCleanup::takeLook(const Result<RegisteredModel> &model)
{
    if (!model && (m_isRemoved || isGone(model.error()))) {
        m_deleted += m_wasRemoved;
        nextId();
        return;
    }
    if (!model)
        m_error = model.error();
    if (m_tries >= m_options.pauses.size())
        giveUpId(m_error.value_or(Error{.kind = Error::Kind::Service}));
    else
        listVersions();
}

void ProbeCleanup::listVersions()
{
    whenDone(m_connection.client().send(probeVersions(m_id)), this,
             [this](const Result<Response> &answer) { takeVersions(answer); });
}

void ProbeCleanup::takeVersions(const Result<Response> &answer)
{
    m_versions = answer ? versionNames(answer->body) : QStringList();
    removeVersion();
}

void ProbeCleanup::removeVersion()
{
    if (m_versions.isEmpty()) {
        pauseThen(&ProbeCleanup::remove);
        return;
    }
    whenDone(m_connection.client().send(probeVersionDeletion(m_id, m_versions.takeFirst())), this,
             [this](const Result<Response> &) { removeVersion(); });
}

void ProbeCleanup::pauseThen(void (ProbeCleanup::*next)())
{
    QTimer::singleShot(m_options.pauses[m_tries++], this, next);
}

void ProbeCleanup::giveUpId(const Error &error)
{
    m_isKept = true;
    m_error = error;
    nextId();
}

//! Quoted, and then as it is: nobody may know yet which of the two this service understands.
void ProbeCleanup::find(bool isQuoted)
{
    whenDone(m_connection.client().run(operations::listModels({.workspaceId = m_note.workspaceId,
                                                               .exactName = m_note.name,
                                                               .isQuoted = isQuoted,
                                                               .descending = true,
                                                               .pageSize = sureListSize})),
             this, [this, isQuoted](const Result<operations::ModelPage> &page) {
                 takeFound(isQuoted, page);
             });
}

void ProbeCleanup::takeFound(bool isQuoted, const Result<operations::ModelPage> &page)
{
    m_sawAll = m_sawAll && page;
    if (!page)
        m_error = page.error();
    for (const RegisteredModel &model : page ? page->models : QList<RegisteredModel>()) {
        const bool isOurs = model.metadata.name == m_note.name && !model.isReadOnly();
        if (isOurs && !m_note.modelIds.contains(model.id) && !m_ids.contains(model.id))
            m_ids.append(model.id);
    }
    if (!m_ids.isEmpty()) {
        m_note.isOpen = false; // one creation makes one model
        m_note.modelIds += m_ids;
        nextId();
    } else if (isQuoted) {
        find(false);
    } else if (m_note.began.secsTo(m_options.now()) > m_options.goneAfter.count() && m_sawAll) {
        m_note.isOpen = false;
        nextId();
    } else if (m_looks < m_options.pauses.size()) {
        QTimer::singleShot(m_options.pauses[m_looks++], this, &ProbeCleanup::nextId);
    } else {
        m_isKept = true;
        endNote();
    }
}

void ProbeCleanup::endNote()
{
    if (m_isKept)
        m_left.append(m_note.name);
    const auto write = [notes = m_notes, note = m_note, isKept = m_isKept] {
        return isKept ? notes.put(note) : notes.remove(note.name);
    };
    whenDone(QtConcurrent::run(write), this,
             [this](const Result<std::monostate> &done) { noteDone(done); });
}

//! A note of what is gone does no harm: the next clean-up finds nothing.
void ProbeCleanup::noteDone(const Result<std::monostate> &done)
{
    if (!done && !m_error)
        m_error = done.error();
    nextNote();
}

} // namespace modelscribe

#include "moc_probecleanup.cpp"
