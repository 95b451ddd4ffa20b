// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsonunfinishedtexts.h"

#include "ui/json/form/jsonform.h"
#include "ui/json/jsondocument.h"
#include "ui/json/jsonfaces.h"
#include "ui/json/jsonloosetext.h"
#include "ui/json/tree/jsontreeediting.h"
#include "ui/json/tree/jsontreetable.h"
#include "ui/json/tree/jsontreeview.h"

#include <QScopedValueRollback>

namespace modelscribe {

using Face = JsonFaces::Face;

JsonUnfinishedTexts::JsonUnfinishedTexts(JsonDocument &document, JsonFaces &faces,
                                         JsonLooseText &loose, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_faces(faces)
    , m_looseText(loose)
{
    connect(&m_faces, &JsonFaces::unfinishedChanged, this, [this] {
        if (!m_isReplacing)
            emit changed();
    });
    connect(&m_faces, &JsonFaces::lost, this, &JsonUnfinishedTexts::keep);
    connect(&m_looseText, &JsonLooseText::dropped, this, &JsonUnfinishedTexts::drop);
    connect(&m_document, &JsonDocument::checked, this, &JsonUnfinishedTexts::resume);
}

JsonUnfinished JsonUnfinishedTexts::all() const
{
    JsonUnfinished all = m_loose;
    if (JsonTreeView *tree = m_faces.madeTree())
        all.insert(tree->editing().unfinished());
    if (JsonForm *form = m_faces.madeForm())
        all.insert(form->unfinished());
    return all;
}

void JsonUnfinishedTexts::set(const JsonUnfinished &unfinished)
{
    if (unfinished == all())
        return;
    end();
    m_loose = unfinished;
    m_toResume = true;
    resume();
}

void JsonUnfinishedTexts::end()
{
    const QScopedValueRollback guard(m_isReplacing, true);
    if (JsonTreeView *tree = m_faces.madeTree())
        tree->editing().end();
    if (JsonForm *form = m_faces.madeForm())
        form->dropTyped();
    m_loose.clear();
    m_looseText.setTexts({});
}

void JsonUnfinishedTexts::keep(const QString &place, const QString &text)
{
    if (m_isReplacing)
        return;
    m_loose.insert(place, text);
    m_looseText.setTexts(m_loose);
    emit changed();
}

void JsonUnfinishedTexts::drop(const QString &place)
{
    m_loose.remove(place);
    m_looseText.setTexts(m_loose);
    emit changed();
}

void JsonUnfinishedTexts::resume()
{
    if (!m_toResume || !m_faces.isVisible() || m_document.isReadOnly() || !m_document.isCurrent())
        return;
    m_toResume = false;
    {
        const QScopedValueRollback guard(m_isReplacing, true);
        const JsonUnfinished loose = m_loose;
        for (auto it = loose.cbegin(); it != loose.cend(); ++it) {
            const auto place = JsonUnfinishedPlace::fromText(it.key());
            if (place && resumeAt(*place, *it))
                m_loose.remove(it.key());
        }
    }
    m_looseText.setTexts(m_loose);
    emit changed(); // it may be a value by now
}

bool JsonUnfinishedTexts::resumeAt(const JsonUnfinishedPlace &place, const QString &text)
{
    const bool isField = place.editor == JsonUnfinishedPlace::Editor::Field;
    const JsonTree &tree = *m_document.tree();
    if (!isField && (!tree.isValid() || !tree.find(place.path)))
        return false;
    m_faces.setFace(isField ? Face::Form : Face::Tree);
    return isField ? m_faces.form().resume(place.path, text)
                   : m_faces.tree().editing().resume(place, text);
}

bool JsonUnfinishedTexts::show()
{
    if (!m_loose.isEmpty()) {
        m_toResume = true;
        resume();
    }
    if (JsonTreeView *tree = m_faces.madeTree(); tree && tree->editing().isOpen()) {
        m_faces.setFace(Face::Tree);
        tree->table().focusEdit();
        return true;
    }
    JsonForm *form = m_faces.madeForm();
    const JsonUnfinished typed = form ? form->unfinished() : JsonUnfinished();
    if (const auto place = typed.isEmpty() ? std::nullopt
                                           : JsonUnfinishedPlace::fromText(typed.firstKey())) {
        m_faces.setFace(Face::Form);
        form->showPath(place->path);
        return true;
    }
    return !m_loose.isEmpty();
}

} // namespace modelscribe

#include "moc_jsonunfinishedtexts.cpp"
