// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/form/jsonfieldeditor.h"

#include "core/jsonformat.h"
#include "core/jsonmembers.h"
#include "core/visibletext.h"
#include "ui/json/form/jsonformfield.h"
#include "ui/json/form/picturesfield.h"
#include "ui/json/form/starsfield.h"
#include "ui/widgets/combobox.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype rawShown = 400;

//! For the eye: strings without their quotation marks, all of it on one line.
QString shownValue(const QByteArray &raw)
{
    return visibleText(jsonStringValue(raw).value_or(QString::fromUtf8(raw)), rawShown);
}

QString textOf(const QByteArray &raw)
{
    return raw == "null" ? QString() : jsonStringValue(raw).value_or(QString());
}

QString numberOf(const QByteArray &raw)
{
    return raw == "null" ? QString() : QString::fromUtf8(raw);
}

//! It may be typed with blanks around it.
bool isNumberIn(const QString &typed, const QString &number)
{
    return typed.trimmed() == number && !number.isEmpty();
}

//! A number or a text of one line.
class LineFieldEditor : public JsonFieldEditor
{
public:
    explicit LineFieldEditor(bool isNumber)
        : m_isNumber(isNumber)
    {
        listenTo(m_line);
        connect(m_line, &QLineEdit::textChanged, this,
                isNumber ? &JsonFieldEditor::numberTyped : &JsonFieldEditor::textTyped);
    }
    QWidget *widget() const override { return m_line; }
    QList<QWidget *> inputs() const override { return {m_line}; }
    void setPlaceholder(const QString &text) override { m_line->setPlaceholderText(text); }
    void show(const Value &value) override
    {
        if (!m_isNumber)
            m_line->setValue(textOf(value.raw));
        else if (!isNumberIn(m_line->text(), numberOf(value.raw)))
            m_line->setValue(numberOf(value.raw));
    }
    bool showTyped(const QString &text) override
    {
        if (m_isNumber)
            m_line->setValue(text);
        return m_isNumber;
    }
    void setReadOnly(bool readOnly) override
    {
        m_line->setReadOnly(readOnly);
        m_line->style()->unpolish(m_line); // the style sheet looks at the property only then
        m_line->style()->polish(m_line);
    }

private:
    LineEdit *m_line = new LineEdit;
    bool m_isNumber;
};

class StarsFieldEditor : public JsonFieldEditor
{
public:
    StarsFieldEditor()
    {
        listenTo(&m_stars->number());
        connect(m_stars, &StarsField::edited, this, &JsonFieldEditor::numberTyped);
    }
    QWidget *widget() const override { return m_stars; }
    QWidget *problemTarget() const override { return &m_stars->number(); }
    QList<QWidget *> inputs() const override { return {&m_stars->number(), &m_stars->stars()}; }
    void setName(const QString &name) override { m_stars->setName(name); }
    void setReadOnly(bool readOnly) override { m_stars->setReadOnly(readOnly); }
    void setPlaceholder(const QString &text) override
    {
        m_stars->number().setPlaceholderText(text);
    }
    void show(const Value &value) override
    {
        if (!isNumberIn(m_stars->value(), numberOf(value.raw)))
            m_stars->setValue(numberOf(value.raw));
    }
    bool showTyped(const QString &text) override
    {
        m_stars->setValue(text);
        return true;
    }

private:
    StarsField *m_stars = new StarsField;
};

class LongTextFieldEditor : public JsonFieldEditor
{
public:
    LongTextFieldEditor()
    {
        m_text->setFixedHeight(120);
        connect(m_text, &DescriptionEdit::valueChanged, this,
                [this] { emit textTyped(m_text->value()); });
        connect(m_text, &DescriptionEdit::inputCut, this, &JsonFieldEditor::inputCut);
    }
    QWidget *widget() const override { return m_text; }
    QList<QWidget *> inputs() const override { return {m_text}; }
    void show(const Value &value) override { m_text->setValue(textOf(value.raw)); }
    void setReadOnly(bool readOnly) override { m_text->setReadOnly(readOnly); }
    void setPlaceholder(const QString &text) override { m_text->setPlaceholderText(text); }

private:
    DescriptionEdit *m_text = new DescriptionEdit;
};

//! One of the values that the schema names. Another one that stands there is shown and kept.
class ChoiceFieldEditor : public JsonFieldEditor
{
public:
    explicit ChoiceFieldEditor(const SchemaProperty &property)
        : m_values(property.values)
    {
        if (m_values.isEmpty())
            m_values = {"true", "false"};
        if (property.values.isEmpty() && property.kinds.contains(JsonKind::Null))
            m_values.append("null");
        connect(m_choice, &QComboBox::activated, this, [this](int index) {
            emit chosen(index == 0 ? QByteArray() : m_choice->itemData(index).toByteArray());
        });
    }
    QWidget *widget() const override { return m_choice; }
    QList<QWidget *> inputs() const override { return {m_choice}; }
    void setReadOnly(bool readOnly) override { m_choice->setEnabled(!readOnly); }
    void setName(const QString &) override
    {
        const QSignalBlocker blocker(m_choice);
        m_choice->clear();
        m_choice->addItem(JsonFormField::tr("Not set"));
        for (const QByteArray &value : std::as_const(m_values))
            m_choice->addItem(shownValue(value), value);
        show(m_value);
    }
    void show(const Value &value) override
    {
        m_value = {nullptr, {}, value.raw, value.isSet};
        const auto sameText = [&raw = value.raw](const QByteArray &one) {
            const auto text = jsonStringValue(one);
            return one == raw || (text && text == jsonStringValue(raw));
        };
        int index = value.isSet ? -1 : 0;
        for (int i = 1; i < m_choice->count() && index < 0; ++i) {
            if (sameText(m_choice->itemData(i).toByteArray()))
                index = i;
        }
        if (index < 0) { // not one of the list
            m_choice->addItem(shownValue(value.raw), value.raw);
            index = m_choice->count() - 1;
        }
        m_choice->setCurrentIndex(index);
    }

private:
    ComboBox *m_choice = new ComboBox;
    QList<QByteArray> m_values;
    Value m_value;
};

class ListFieldEditor : public JsonFieldEditor
{
public:
    ListFieldEditor(TextListField *list, JsonMemberEdit &edit)
        : m_list(list)
    {
        connect(list, &TextListField::edited, &edit, &JsonMemberEdit::editItem);
        connect(list, &TextListField::insertRequested, &edit, &JsonMemberEdit::insertItem);
        connect(list, &TextListField::removeRequested, &edit, &JsonMemberEdit::removeItem);
        connect(list, &TextListField::moveRequested, &edit, &JsonMemberEdit::moveItem);
        connect(list, &TextListField::lineAdded, this, [this](LineEdit *line) {
            listenTo(line);
            emit inputAdded(line);
        });
    }
    QWidget *widget() const override { return m_list; }
    QList<QWidget *> inputs() const override { return {}; }
    void setName(const QString &name) override { m_list->setName(name); }
    void setReadOnly(bool readOnly) override { m_list->setReadOnly(readOnly); }
    void show(const Value &value) override
    {
        QList<TextListField::Item> items;
        if (value.member && value.tree->kind(*value.member) == JsonKind::Array) {
            const JsonTree &tree = *value.tree;
            for (JsonNodeId node = *value.member + 1; node < tree.after(*value.member);
                 node = tree.after(node))
                items.append(items.size() < TextListField::shownRows ? item(tree, node)
                                                                     : TextListField::Item());
        }
        m_list->setItems(items);
    }

private:
    static TextListField::Item item(const JsonTree &tree, JsonNodeId node)
    {
        if (tree.kind(node) == JsonKind::String)
            return {tree.text(node), true};
        const QByteArrayView raw = tree.rawValue(node);
        return {shownValue(raw.first(std::min(raw.size(), 4 * rawShown)).toByteArray()), false};
    }

    TextListField *m_list;
};

class PicturesFieldEditor : public ListFieldEditor
{
public:
    PicturesFieldEditor(PicturesField *pictures, const QString &key, JsonMemberEdit &edit)
        : ListFieldEditor(pictures, edit)
        , m_pictures(pictures)
    {
        // "CoverUris" → "Cover": the list's title speaks of all of them.
        QString item = key;
        for (const auto &ending : {u"s"_s, u"Uri"_s, u"Url"_s}) {
            if (item.endsWith(ending))
                item.chop(ending.size());
        }
        pictures->setItemName(item == key ? QString() : item);
    }
    void setPictureSource(PictureSource *source) override { m_pictures->setSource(source); }

private:
    PicturesField *m_pictures;
};

//! Shows any value, and the way to the text.
class RawFieldEditor : public JsonFieldEditor
{
public:
    RawFieldEditor()
    {
        m_line->setReadOnly(true);
        m_line->setFont(Theme::of(m_row).fixedFont());
        listenTo(m_line);
        m_show->setProperty("kind", u"link"_s);
        m_show->hide();
        connect(m_show, &QPushButton::clicked, this, &JsonFieldEditor::showInTextWanted);
        auto *layout = new QHBoxLayout(m_row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        layout->addWidget(m_line, 1);
        layout->addWidget(m_show);
        m_row->setFocusProxy(m_line);
    }
    QWidget *widget() const override { return m_row; }
    QList<QWidget *> inputs() const override { return {m_line}; }
    void setReadOnly(bool) override { }
    void setPlaceholder(const QString &text) override { m_line->setPlaceholderText(text); }
    void setName(const QString &name) override
    {
        m_show->setText(JsonFormField::tr("Show in text"));
        m_show->setAccessibleName(JsonFormField::tr("Show %1 in the text").arg(name));
        m_line->setAccessibleName(name);
    }
    void show(const Value &value) override
    {
        const QByteArray raw = value.raw.size() > 4 * rawShown ? value.raw.first(4 * rawShown)
                                                               : compactJson(value.raw);
        m_line->setValue(visibleText(QString::fromUtf8(raw), rawShown));
        m_show->setVisible(value.isSet);
    }

private:
    QWidget *m_row = new QWidget;
    LineEdit *m_line = new LineEdit;
    QPushButton *m_show = new QPushButton;
};

} // namespace

JsonFieldEditor::~JsonFieldEditor() = default;

void JsonFieldEditor::listenTo(LineEdit *line)
{
    connect(line, &LineEdit::inputCut, this, &JsonFieldEditor::inputCut);
}

std::unique_ptr<JsonFieldEditor>
makeJsonFieldEditor(JsonFieldKind kind, const SchemaProperty &property, JsonMemberEdit &edit)
{
    switch (kind) {
    case JsonFieldKind::Number: return std::make_unique<LineFieldEditor>(true);
    case JsonFieldKind::Stars: return std::make_unique<StarsFieldEditor>();
    case JsonFieldKind::Text: return std::make_unique<LineFieldEditor>(false);
    case JsonFieldKind::LongText: return std::make_unique<LongTextFieldEditor>();
    case JsonFieldKind::Choice: return std::make_unique<ChoiceFieldEditor>(property);
    case JsonFieldKind::TextList: return std::make_unique<ListFieldEditor>(new TextListField, edit);
    case JsonFieldKind::Pictures:
        return std::make_unique<PicturesFieldEditor>(new PicturesField, property.key, edit);
    case JsonFieldKind::Raw: break;
    }
    return std::make_unique<RawFieldEditor>();
}

} // namespace modelscribe

#include "moc_jsonfieldeditor.cpp"
