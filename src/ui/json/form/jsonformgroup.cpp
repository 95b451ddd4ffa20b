// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/form/jsonformgroup.h"

#include "ui/json/form/jsonformfield.h"
#include "ui/json/jsondocument.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintext.h"
#include "json/jsonunfinished.h"

#include <QGridLayout>
#include <QSet>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int innerIndent = 16;

} // namespace

JsonFormGroup::JsonFormGroup(JsonDocument &document)
    : m_document(document)
    , m_box(new QWidget)
{
    auto *column = new QVBoxLayout(m_box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
}

JsonFormGroup::JsonFormGroup(JsonDocument &document, const JsonPath &path,
                             const SchemaProperty &property, const QStringList &siblings)
    : JsonFormGroup(document)
{
    m_path = path;
    auto *heading = new ElidedLabel;
    heading->setProperty("role", u"heading"_s);
    heading->setPlainText(property.title.isEmpty() ? property.key : property.title);
    if (!property.description.isEmpty())
        heading->setToolTip(plainToolTip(property.description));
    m_whole = new JsonFormField(
        m_document, {{}, siblings},
        {.key = property.key, .title = property.title, .kinds = {JsonKind::Object}});
    m_box->layout()->addWidget(heading);
    m_box->layout()->addWidget(m_whole);
}

JsonFormGroup::Inner JsonFormGroup::addFields(const QList<SchemaProperty> &properties)
{
    for (const SchemaProperty &property : properties)
        m_keys.append(property.key);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(m_whole ? innerIndent : 0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    static_cast<QVBoxLayout *>(m_box->layout())->addLayout(grid);
    int row = 0;
    int column = 0;
    Inner inner;
    for (const SchemaProperty &property : properties) {
        if (property.key == "$schema"_L1)
            continue; // chosen above the form
        const JsonPath path = m_path + JsonPath{JsonStep{.key = property.key}};
        if (m_path.isEmpty() && !m_document.schema()->properties(path).isEmpty()
            && property.kinds.contains(JsonKind::Object)) {
            inner.append({path, property});
            continue;
        }
        auto *field = new JsonFormField(m_document, {m_path, m_keys}, property);
        if (!field->isShort() && column == 1) {
            ++row;
            column = 0;
        }
        grid->addWidget(field, row, column, 1, field->isShort() ? 1 : 2);
        column = field->isShort() ? 1 - column : 0;
        row += column == 0;
        m_fields.append(field);
    }
    return inner;
}

JsonPath JsonFormGroup::pathOf(const JsonFormField &field) const
{
    return m_path + JsonPath{JsonStep{.key = field.property().key}};
}

QString JsonFormGroup::placeOf(const JsonFormField &field) const
{
    return JsonUnfinishedPlace{JsonUnfinishedPlace::Editor::Field, pathOf(field)}.toText();
}

JsonFormGroup::Found JsonFormGroup::findIn(const JsonTree &tree) const
{
    Found found;
    const auto node = JsonMemberEdit::nodeIn(tree, m_path);
    if (!node || tree.kind(*node) != JsonKind::Object)
        return found;
    found.object = node;
    const QSet<QString> known(m_keys.begin(), m_keys.end());
    for (JsonNodeId child = *node + 1; child < tree.after(*node); child = tree.after(child)) {
        const QString key = tree.key(child);
        if (known.contains(key))
            found.members.insert(key, child); // the last one, as readers do
        else
            ++found.others;
    }
    return found;
}

void JsonFormGroup::show(const Found &found)
{
    const auto shown = [&found](const QString &key) -> std::optional<JsonNodeId> {
        const auto member = found.members.constFind(key);
        return member == found.members.constEnd() ? std::nullopt : std::optional(*member);
    };
    // A copy: showing may bring a new tree, and with it this again.
    const auto fields = m_fields;
    const auto current = m_document.tree();
    if (m_whole) {
        const auto instead = found.object ? std::nullopt : JsonMemberEdit::nodeIn(*current, m_path);
        m_whole->setVisible(instead.has_value());
        m_whole->showTree(0, instead);
        for (JsonFormField *field : fields)
            field->setVisible(!instead);
    }
    for (JsonFormField *field : fields) {
        if (current != m_document.tree())
            return; // done by the newer one
        field->showTree(found.object, shown(field->property().key));
    }
}

} // namespace modelscribe
