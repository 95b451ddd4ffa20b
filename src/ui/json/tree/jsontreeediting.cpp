// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsontreeediting.h"

#include "core/jsontext.h"
#include "ui/json/jsonwording.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/json/tree/jsontreetable.h"
#include "ui/json/tree/jsonvaluedialog.h"
#include "json/jsoncelltext.h"
#include "json/jsonedit.h"

#include <QScopedValueRollback>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Editor = JsonUnfinishedPlace::Editor;

constexpr int handInDelay = 100; // ms; a long text costs more to change than a key may take

tl::unexpected<Error> placeIsGone()
{
    return tl::unexpected(Error{.kind = Error::Kind::Invalid, .code = u"NoSuchPlace"_s});
}

} // namespace

JsonTreeEditing::JsonTreeEditing(JsonDocument &document, JsonTreeTable &table)
    : QObject(&table)
    , m_document(document)
    , m_table(table)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(handInDelay);
    connect(&m_soon, &QTimer::timeout, this, &JsonTreeEditing::put);
    connect(&m_table, &JsonTreeTable::cellTyped, this, &JsonTreeEditing::takeTyped);
    connect(&m_table, &JsonTreeTable::cellCommitted, this, &JsonTreeEditing::commit);
    connect(&m_table, &JsonTreeTable::cellCancelled, this, &JsonTreeEditing::cancel);
    connect(&m_table, &JsonTreeTable::cellGone, this, &JsonTreeEditing::end);
    connect(&m_document, &JsonDocument::textChanged, this, [this] { m_isOwnTree = m_isOwn; });
    connect(&m_document.textEdit(), &JsonTextEdit::textReplaced, this,
            [this] { m_isOwnTree = false; });
}

bool JsonTreeEditing::isOpen() const { return m_table.isEditing() || m_dialog; }

void JsonTreeEditing::edit(JsonNodeId node, JsonTreeModel::Column column)
{
    end();
    const JsonTree &tree = *m_table.treeModel().tree();
    const bool isKey = column == JsonTreeModel::KeyColumn && tree.hasKey(node);
    if (isKey || jsoncell::fitsOneLine(tree, node))
        open(node, isKey);
    else
        openDialog(node);
}

void JsonTreeEditing::open(JsonNodeId node, bool isKey)
{
    const JsonTree &tree = *m_table.treeModel().tree();
    m_cell = {.isKey = isKey,
              .text = isKey ? tree.key(node) : tree.text(node),
              .raw = (isKey ? tree.rawKey(node) : tree.rawValue(node)).toByteArray()};
    if (!isKey)
        m_cell.value = JsonTree::parse(m_cell.raw);
    m_tried = m_cell.text;
    m_table.editCell(node, isKey ? JsonTreeModel::KeyColumn : JsonTreeModel::ValueColumn,
                     m_cell.text);
}

bool JsonTreeEditing::resume(const JsonUnfinishedPlace &place, const QString &text)
{
    const std::shared_ptr<const JsonTree> tree = m_table.treeModel().tree();
    const auto node = m_document.isCurrent() && tree->isValid() ? tree->find(place.path)
                                                                : std::nullopt;
    if (!node || isOpen() || m_document.isReadOnly())
        return false;
    const bool isKey = place.editor == Editor::Key;
    if (place.editor == Editor::Dialog) {
        // It was no JSON, or it had no place. Then it does not get one unasked.
        if (!checkJson(JsonText::fromString(text).utf8()))
            return false;
        openDialog(*node);
        m_dialog->textEdit().setBytes(JsonText::fromString(text).utf8(), true);
        return true;
    }
    if (place.editor == Editor::Field || (isKey && !tree->hasKey(*node))
        || (!isKey && !jsoncell::fitsOneLine(*tree, *node)))
        return false;
    m_table.setCurrentNode(*node);
    open(*node, isKey);
    m_table.setEditText(text);
    m_table.refuseEdit();
    put();
    return true;
}

void JsonTreeEditing::takeTyped()
{
    if (m_document.textEdit().length() <= JsonDocument::readHereLimit) {
        put();
    } else if (!m_soon.isActive()) {
        m_soon.start();
        note(place(), typed()); // so that nobody overlooks it meanwhile
    }
}

bool JsonTreeEditing::handIn()
{
    const bool isIn = put();
    return m_isWaiting && m_document.readNow() ? put() : isIn;
}

//! True when what was typed is in the text.
bool JsonTreeEditing::put()
{
    m_soon.stop();
    if (m_isPutting)
        return false;
    const QScopedValueRollback guard(m_isPutting, true);
    if (m_table.isEditing())
        return putCell();
    return !m_dialog || putDialog();
}

bool JsonTreeEditing::putCell()
{
    const QString text = m_table.editText();
    if (text == m_tried && !m_isWaiting)
        return !m_error;
    const auto done = changeCell(text);
    take(done, text);
    if (!done && !m_isWaiting)
        std::ignore = changeCell(m_cell.text); // half of it is nothing anybody wanted
    note(place(), done ? QString() : text);
    return done.has_value();
}

bool JsonTreeEditing::putDialog()
{
    const QByteArray raw = m_dialog->raw();
    const QString text = typed();
    if (text == m_tried && !m_isWaiting)
        return !m_error;
    const auto done = changeDialog(raw);
    take(done, text);
    if (!done && !m_isWaiting)
        std::ignore = changeDialog(m_dialogRaw);
    note(place(), done ? QString() : text);
    return done.has_value();
}

void JsonTreeEditing::take(const Result<TextChanges> &done, const QString &text)
{
    m_tried = text;
    m_error = done ? std::nullopt : std::optional(done.error());
    m_isWaiting = !done && done.error().code == "NotCurrent"_L1;
}

Result<TextChanges> JsonTreeEditing::change(const JsonDocument::Edit &edit)
{
    auto done = m_document.edit(
        [&](const JsonTree &now) {
            auto changes = edit(now);
            m_isOwn = changes && !changes->isEmpty();
            return changes;
        },
        JsonDocument::Undo::Joined);
    m_isOwn = false;
    return done;
}

Result<TextChanges> JsonTreeEditing::changeCell(const QString &text)
{
    return change([&](const JsonTree &now) -> Result<TextChanges> {
        // Not earlier: the text may have been read only now.
        const JsonNodeId node = m_table.editedNode();
        return node < now.size() ? cellChanges(now, node, text) : placeIsGone();
    });
}

Result<TextChanges> JsonTreeEditing::cellChanges(const JsonTree &now, JsonNodeId node,
                                                 const QString &text) const
{
    const bool isBefore = text == m_cell.text;
    if (m_cell.isKey) {
        if (!isBefore)
            return jsonedit::renameKey(now, node, text);
        const JsonRange range = now.keyRange(node);
        return now.rawKey(node) == m_cell.raw ? TextChanges()
                                              : TextChanges{{range.begin, range.end, m_cell.raw}};
    }
    const auto raw = isBefore ? Result<QByteArray>(m_cell.raw)
                              : jsoncell::rawFromTyped(m_cell.value, 0, text);
    if (!raw)
        return tl::unexpected(raw.error());
    return now.rawValue(node) == *raw ? Result<TextChanges>(TextChanges())
                                      : jsonedit::setValue(now, node, *raw);
}

Result<TextChanges> JsonTreeEditing::changeDialog(const QByteArray &raw)
{
    if (checkJson(raw))
        return tl::unexpected(Error{.kind = Error::Kind::Invalid, .code = u"NotJson"_s});
    auto done = change([&](const JsonTree &now) -> Result<TextChanges> {
        const auto node = now.find(m_dialogPath);
        // Another value than the one that was edited stays.
        if (!node || now.rawValue(*node) != m_dialogPut)
            return placeIsGone();
        return raw == m_dialogPut ? Result<TextChanges>(TextChanges())
                                  : jsonedit::setValue(now, *node, raw);
    });
    if (done)
        m_dialogPut = raw;
    return done;
}

void JsonTreeEditing::commit(const QString &text, bool goOn)
{
    if (!handIn()) {
        if (m_error)
            emit refused(jsonwording::editError(*m_error));
        m_table.refuseEdit();
        return;
    }
    const JsonNodeId node = m_table.editedNode();
    const bool goesOn = m_cell.isKey && (std::exchange(m_isNew, false) || goOn);
    closeLine();
    if (text != m_cell.text)
        emit accepted();
    if (goesOn && node != JsonNodeMap::none)
        edit(node, JsonTreeModel::ValueColumn);
}

void JsonTreeEditing::cancel()
{
    {
        const QScopedValueRollback guard(m_isPutting, true);
        if (m_isWaiting)
            m_document.readNow();
        if (m_tried != m_cell.text)
            std::ignore = changeCell(m_cell.text);
    }
    note({}, {});
    closeLine();
}

void JsonTreeEditing::closeLine()
{
    m_soon.stop();
    m_isWaiting = false;
    m_isNew = false;
    m_error.reset();
    m_tried.reset();
    m_table.closeEdit();
    m_document.endStep();
}

void JsonTreeEditing::openDialog(JsonNodeId node)
{
    const JsonTree &tree = *m_table.treeModel().tree();
    const int row = m_table.treeModel().rowOf(node);
    m_dialogPath = tree.path(node);
    m_dialogRaw = tree.rawValue(node).toByteArray();
    m_dialogPut = m_dialogRaw;
    m_tried = JsonText(m_dialogRaw).toString();
    m_dialog = new JsonValueDialog(row >= 0 ? m_table.treeModel().keyText(row)
                                            : jsonPathText(m_dialogPath),
                                   m_dialogRaw, &m_table);
    connect(m_dialog, &JsonValueDialog::typed, this, &JsonTreeEditing::takeTyped);
    connect(m_dialog, &JsonValueDialog::saveRequested, this, &JsonTreeEditing::saveDialog);
    connect(m_dialog, &QDialog::rejected, this, &JsonTreeEditing::cancelDialog);
    m_dialog->open();
}

void JsonTreeEditing::saveDialog(const QByteArray &raw)
{
    {
        const QScopedValueRollback guard(m_isPutting, true);
        m_document.readNow();
        if (const auto done = changeDialog(raw); !done) {
            m_dialog->showProblem(jsonwording::editError(done.error()));
            return;
        }
    }
    note({}, {});
    m_document.endStep();
    emit accepted();
    JsonValueDialog *dialog = m_dialog;
    m_dialog = nullptr;
    dialog->accept();
}

void JsonTreeEditing::cancelDialog()
{
    {
        const QScopedValueRollback guard(m_isPutting, true);
        m_document.readNow();
        std::ignore = changeDialog(m_dialogRaw);
    }
    m_dialog = nullptr;
    m_isWaiting = false;
    m_error.reset();
    note({}, {});
    m_document.endStep();
}

void JsonTreeEditing::end()
{
    if (!isOpen())
        return;
    const QString text = typed();
    const bool isIn = text == m_tried && !m_error;
    const QString where = place();
    const bool wasUnfinished = !std::exchange(m_unfinished, {}).isEmpty();
    if (JsonValueDialog *dialog = m_dialog) {
        m_dialog = nullptr;
        dialog->disconnect(this);
        dialog->reject();
    }
    closeLine();
    if (!isIn)
        emit lost(where, text);
    else if (wasUnfinished)
        emit unfinishedChanged();
}

void JsonTreeEditing::onTreeChanged()
{
    if (m_isWaiting)
        put();
}

QString JsonTreeEditing::typed() const
{
    return m_table.isEditing() ? m_table.editText() : JsonText(m_dialog->raw()).toString();
}

QString JsonTreeEditing::place() const
{
    if (!m_table.isEditing())
        return JsonUnfinishedPlace{Editor::Dialog, m_dialogPath}.toText();
    return JsonUnfinishedPlace{m_cell.isKey ? Editor::Key : Editor::Value, m_table.editedPath()}
        .toText();
}

void JsonTreeEditing::note(const QString &place, const QString &text)
{
    JsonUnfinished now;
    if (!text.isNull())
        now.insert(place, text);
    if (std::exchange(m_unfinished, now) != now)
        emit unfinishedChanged();
}

} // namespace modelscribe
