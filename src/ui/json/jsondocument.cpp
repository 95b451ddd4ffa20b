// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsondocument.h"

#include "ui/json/jsonhistory.h"
#include "ui/json/text/jsontextedit.h"

#include <QEvent>
#include <QFutureWatcher>
#include <QScopedValueRollback>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int readDelay = 120; // ms after the last key, for long texts
constexpr int hintDelay = 250;

std::optional<JsonProblem> problemOf(const JsonTree &tree)
{
    if (tree.text().isEmpty())
        return {};
    if (!tree.isValid() || tree.kind(0) == JsonKind::Object)
        return tree.problem();
    const qsizetype offset = tree.valueRange(0).begin;
    const auto [line, column] = jsonPosition(tree.text(), offset);
    return JsonProblem{JsonProblem::Code::NotAnObject, offset, line, column};
}

QList<JsonHint> hintsFor(const JsonTree &tree, const JsonSchema *schema,
                         const JsonVocabulary *vocabulary)
{
    QList<JsonHint> hints = duplicateKeyHints(tree);
    if (schema)
        hints += schema->check(tree);
    if (vocabulary) {
        // What the schema already says need not be said twice.
        for (const JsonHint &hint : vocabulary->check(tree)) {
            const bool known = std::ranges::any_of(
                hints, [&](const JsonHint &other) { return other.range == hint.range; });
            if (!known)
                hints.append(hint);
        }
    }
    std::ranges::stable_sort(hints, {}, [](const JsonHint &hint) { return hint.range.begin; });
    return hints;
}

tl::unexpected<Error> refusal(const QString &code)
{
    return tl::unexpected(Error{.kind = Error::Kind::Invalid, .code = code});
}

} // namespace

JsonDocument::JsonDocument(JsonTextEdit &text, QObject *parent)
    : QObject(parent)
    , m_text(text)
    , m_tree(std::make_shared<const JsonTree>())
{
    m_readTimer.setSingleShot(true);
    m_hintTimer.setSingleShot(true);
    m_hintTimer.setInterval(hintDelay);
    connect(&m_readTimer, &QTimer::timeout, this, &JsonDocument::read);
    connect(&m_hintTimer, &QTimer::timeout, this, &JsonDocument::findHints);
    connect(&m_text, &JsonTextEdit::edited, this, &JsonDocument::onEdited);
    connect(&m_text, &JsonTextEdit::fixRequested, this, &JsonDocument::mend);
    m_text.installEventFilter(this);
}

QByteArray JsonDocument::bytes() const { return m_text.bytes(); }

void JsonDocument::setBytes(const QByteArray &utf8)
{
    endStep();
    m_text.setBytes(utf8, false);
    ++m_revision;
    read();
    emit textChanged();
}

void JsonDocument::changeBytes(const QByteArray &utf8)
{
    endStep();
    m_text.changeBytes(utf8);
}

void JsonDocument::setHistory(JsonHistory *history)
{
    endStep();
    m_history = history;
    m_text.setHistory(history);
}

bool JsonDocument::isReadOnly() const { return m_text.isReadOnly(); }

void JsonDocument::onEdited()
{
    if (!m_editing)
        endStep();
    ++m_revision;
    // Short texts are read in the next round of the event loop, long ones when the person pauses.
    m_readTimer.start(m_text.length() <= readHereLimit ? 0 : readDelay);
    emit textChanged();
}

void JsonDocument::read()
{
    m_readTimer.stop();
    const QByteArray text = bytes();
    if (text.size() <= readHereLimit) {
        take(JsonTree::shared(text), m_revision);
        return;
    }
    auto *watcher = new QFutureWatcher<std::shared_ptr<const JsonTree>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, revision = m_revision] {
        watcher->deleteLater();
        if (revision == m_revision)
            take(watcher->result(), revision);
    });
    watcher->setFuture(QtConcurrent::run([text] { return JsonTree::shared(text); }));
}

bool JsonDocument::readNow()
{
    if (!isChecked())
        take(JsonTree::shared(bytes()), m_revision);
    return isCurrent();
}

void JsonDocument::take(std::shared_ptr<const JsonTree> tree, quint64 revision)
{
    m_problem = problemOf(*tree);
    m_checkedRevision = revision;
    const bool isNew = tree->isValid() || tree->text().isEmpty();
    if (isNew) {
        m_tree = std::move(tree);
        m_treeRevision = revision;
    }
    const bool hadHints = !m_hints.isEmpty();
    m_hints.clear(); // they name nodes of the tree before
    m_hintTimer.start();
    m_text.setProblem(m_problem);
    m_text.setHints({});
    if (isNew)
        emit treeChanged();
    if (hadHints)
        emit hintsChanged();
    emit checked();
}

void JsonDocument::setSchema(std::shared_ptr<const JsonSchema> schema)
{
    m_schema = std::move(schema);
    emit schemaChanged();
    findHints();
}

void JsonDocument::setVocabulary(std::shared_ptr<const JsonVocabulary> vocabulary)
{
    m_vocabulary = std::move(vocabulary);
    findHints();
}

void JsonDocument::findHints()
{
    m_hintTimer.stop();
    if (!isCurrent() || !m_tree->isValid())
        return;
    const auto work = [tree = m_tree, schema = m_schema, vocabulary = m_vocabulary] {
        return hintsFor(*tree, schema.get(), vocabulary.get());
    };
    auto *watcher = new QFutureWatcher<QList<JsonHint>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, revision = m_revision, schema = m_schema, vocabulary = m_vocabulary] {
                watcher->deleteLater();
                if (revision != m_revision || schema != m_schema || vocabulary != m_vocabulary)
                    return;
                if (QList<JsonHint> hints = watcher->result(); hints != m_hints) {
                    m_hints = std::move(hints);
                    m_text.setHints(m_hints);
                    emit hintsChanged();
                }
            });
    watcher->setFuture(QtConcurrent::run(work));
}

Result<TextChanges> JsonDocument::edit(const Edit &edit, Undo undo)
{
    if (isReadOnly())
        return refusal(u"ReadOnly"_s);
    begin(undo); // first: others may hand in what they hold back, and the tree is another one
    if (!isChecked() && m_text.length() <= readHereLimit)
        read();
    if (!isCurrent())
        return refusal(u"NotCurrent"_s);
    auto changes = edit(*m_tree);
    if (changes && !changes->isEmpty()) {
        {
            const QScopedValueRollback guard(m_editing, true);
            m_text.applyChanges(*changes);
        }
        if (undo == Undo::OwnStep)
            separate();
        read();
    }
    return changes;
}

void JsonDocument::mend(const JsonHint &hint)
{
    // The menu may have stood open while the text went on.
    if (isCurrent() && m_hints.contains(hint))
        edit([&hint](const JsonTree &) -> Result<TextChanges> { return hint.fix; });
}

bool JsonDocument::replaceAll(const QByteArray &utf8)
{
    if (isReadOnly())
        return false;
    const QByteArray now = bytes();
    if (utf8 != now) {
        separate();
        m_text.applyChanges({changeBetween(now, utf8)});
        separate();
        read();
    }
    return true;
}

void JsonDocument::endStep()
{
    if (std::exchange(m_stepOpen, false))
        m_history ? m_history->endStep() : m_text.endUndoAction();
}

void JsonDocument::begin(Undo undo)
{
    if (undo == Undo::OwnStep)
        separate();
    else if (!std::exchange(m_stepOpen, true))
        m_history ? m_history->beginStep() : m_text.beginUndoAction();
}

void JsonDocument::separate()
{
    endStep();
    if (m_history)
        m_history->endStep();
}

void JsonDocument::undo()
{
    endStep();
    m_text.undo();
}

void JsonDocument::redo()
{
    endStep();
    m_text.redo();
}

bool JsonDocument::canUndo() const
{
    return m_history ? m_history->canUndo() : m_text.isUndoAvailable();
}

bool JsonDocument::canRedo() const
{
    return m_history ? m_history->canRedo() : m_text.isRedoAvailable();
}

bool JsonDocument::eventFilter(QObject *watched, QEvent *event)
{
    // What is typed in the text is no part of what another face began.
    if (watched == &m_text && event->type() == QEvent::FocusIn)
        endStep();
    return QObject::eventFilter(watched, event);
}

} // namespace modelscribe

#include "moc_jsondocument.cpp"
