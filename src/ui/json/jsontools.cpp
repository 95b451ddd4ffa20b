// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsontools.h"

#include "core/jsonformat.h"
#include "ui/json/dialogs/jsondifferencedialog.h"
#include "ui/json/dialogs/jsonpastedialog.h"
#include "ui/json/dialogs/jsonrepairdialog.h"
#include "ui/json/dialogs/jsonsubtreedialog.h"
#include "ui/json/jsondocument.h"
#include "ui/json/jsonfaces.h"
#include "ui/json/jsonstatusline.h"
#include "ui/json/jsonwording.h"
#include "ui/json/text/jsontextedit.h"
#include "json/jsonedit.h"

namespace modelscribe {

JsonTools::JsonTools(JsonDocument &document, JsonFaces &faces, JsonStatusLine &status,
                     QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_faces(faces)
    , m_status(status)
    , m_window(window)
{
}

void JsonTools::setSources(std::function<QList<JsonSourceText>()> sources)
{
    m_sources = std::move(sources);
}

void JsonTools::replaceText(const QByteArray &utf8)
{
    if (m_document.isReadOnly() || utf8 == m_document.bytes())
        return;
    m_document.replaceAll(utf8);
    // What was one long line may have been scrolled far to the right.
    m_document.textEdit().SendScintilla(QsciScintilla::SCI_SETXOFFSET, 0UL);
    m_document.textEdit().SendScintilla(QsciScintilla::SCI_SCROLLCARET);
}

void JsonTools::format() { replaceText(formatJson(m_document.bytes())); }

void JsonTools::compact() { replaceText(compactJson(m_document.bytes())); }

void JsonTools::sortKeys()
{
    const auto done = m_document.edit(
        [](const JsonTree &tree) { return jsonedit::sortKeys(tree, 0, true); });
    if (!done)
        m_status.say(jsonwording::editError(done.error()));
}

void JsonTools::repair() { (new JsonRepairDialog(m_document, m_window))->open(); }

void JsonTools::showDifferences()
{
    auto *dialog = new JsonDifferenceDialog(m_document, m_stored, m_window);
    connect(dialog, &JsonDifferenceDialog::pathActivated, &m_faces, &JsonFaces::showPath);
    dialog->open();
}

void JsonTools::copyFromOther()
{
    if (m_sources)
        (new JsonSubtreeDialog(m_document, m_faces.currentPath(), m_sources, m_window))->open();
}

void JsonTools::pasteAndConvert()
{
    (new JsonPasteDialog(m_document, m_faces.currentPath(), m_window))->open();
}

} // namespace modelscribe

#include "moc_jsontools.cpp"
