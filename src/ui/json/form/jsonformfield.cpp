// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/form/jsonformfield.h"

#include "core/jsonformat.h"
#include "core/jsonmembers.h"
#include "core/jsonwriter.h"
#include "core/visibletext.h"
#include "remote/picturesource.h"
#include "ui/json/form/jsonhintrows.h"
#include "ui/json/form/picturesfield.h"
#include "ui/json/form/starsfield.h"
#include "ui/json/jsonwording.h"
#include "ui/widgets/combobox.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

using Undo = JsonDocument::Undo;

namespace {

constexpr int shownHints = 3;
constexpr qsizetype rawShown = 400;

bool isJsonNumber(const QByteArray &text)
{
    JsonScanner scanner(text);
    return scanner.next().kind == JsonToken::Kind::Number
           && scanner.next().kind == JsonToken::Kind::End;
}

QString notANumber()
{
    return JsonFormField::tr("Not a number as JSON writes it, such as 12 or 0.5");
}

//! For the eye: strings without their quotation marks, all of it on one line.
QString shownValue(const QByteArray &raw)
{
    return visibleText(jsonStringValue(raw).value_or(QString::fromUtf8(raw)), rawShown);
}

} // namespace

JsonFormField::JsonFormField(JsonDocument &document, JsonMemberEdit::Place place,
                             SchemaProperty property, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_property(std::move(property))
    , m_edit(new JsonMemberEdit(document, std::move(place), m_property.key, this))
{
    connect(m_edit, &JsonMemberEdit::refused, this,
            [this](const Error &error) { setProblem(jsonwording::editError(error)); });
    buildFrame();
    useKind(jsonFieldKind(m_property, JsonTree(), {}));
    m_hints->setNarrow(isShort());
    retranslate();
}

JsonFormField::~JsonFormField() = default;

void JsonFormField::buildFrame()
{
    m_label = new ElidedLabel;
    m_label->setProperty("role", u"muted"_s);
    m_remove = new IconButton(u"close"_s, {});
    QSizePolicy policy = m_remove->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // nothing moves when a value is set
    m_remove->setSizePolicy(policy);
    m_remove->setFocusPolicy(
        Qt::NoFocus); // it appears while one types; Delete in the tree is its key
    connect(m_remove, &QAbstractButton::clicked, this, &JsonFormField::removeValue);
    m_problem = new QLabel;
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setProperty("role", u"error"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_hints = new JsonHintRows;
    connect(m_hints, &JsonHintRows::fixRequested, this, &JsonFormField::mend);
    auto *header = new QHBoxLayout;
    header->setSpacing(0);
    header->addWidget(m_label, 1);
    header->addWidget(m_remove);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_column->addLayout(header);
    m_column->addWidget(m_problem);
    m_column->addWidget(m_hints);
    m_column->addStretch(1);
}

QString JsonFormField::name() const
{
    return m_property.title.isEmpty() ? m_property.key : m_property.title;
}

QString JsonFormField::itemName() const
{
    // "CoverUris" → "Cover": the list's title speaks of all of them.
    QString key = m_property.key;
    for (const auto &ending : {u"s"_s, u"Uri"_s, u"Url"_s}) {
        if (key.endsWith(ending))
            key.chop(ending.size());
    }
    return key == m_property.key ? QString() : key;
}

QString JsonFormField::problemText() const { return m_problem->text(); }

bool JsonFormField::isShort() const
{
    return m_kind == Kind::Number || m_kind == Kind::Stars || m_kind == Kind::Choice;
}

void JsonFormField::useKind(Kind kind)
{
    if (m_editor && kind == m_kind)
        return;
    const bool hadFocus = m_editor && m_editor->isAncestorOf(focusWidget())
                          && focusWidget()->hasFocus();
    QWidget *old = m_editor;
    if (!m_typed.isNull())
        emit lost(std::exchange(m_typed, {}));
    m_kind = kind;
    m_shown = {};
    m_editor = createEditor();
    m_label->setBuddy(m_editor);
    m_column->insertWidget(1, m_editor);
    if (old) {
        old->hide();
        old->deleteLater(); // it may be in the middle of telling of a key
        retranslate();
        setReadOnly(m_readOnly);
        if (hadFocus)
            m_editor->setFocus(Qt::OtherFocusReason);
    }
}

QWidget *JsonFormField::createEditor()
{
    switch (m_kind) {
    case Kind::Number: {
        auto *line = new LineEdit;
        connect(line, &QLineEdit::textChanged, this, &JsonFormField::numberTyped);
        watch(line);
        return line;
    }
    case Kind::Stars: {
        auto *stars = new StarsField;
        connect(stars, &StarsField::edited, this, &JsonFormField::numberTyped);
        watch(&stars->number());
        watch(&stars->stars());
        return stars;
    }
    case Kind::Text: {
        auto *line = new LineEdit;
        connect(line, &QLineEdit::textChanged, this, &JsonFormField::textTyped);
        watch(line);
        return line;
    }
    case Kind::LongText: {
        auto *text = new DescriptionEdit;
        text->setFixedHeight(120);
        connect(text, &DescriptionEdit::valueChanged, this,
                [this, text] { textTyped(text->value()); });
        watch(text);
        return text;
    }
    case Kind::Choice: {
        auto *choice = new ComboBox;
        connect(choice, &QComboBox::activated, this, &JsonFormField::choose);
        watch(choice);
        return choice;
    }
    case Kind::TextList: return connectList(new TextListField);
    case Kind::Pictures: {
        auto *pictures = new PicturesField;
        pictures->setItemName(itemName());
        pictures->setSource(m_pictures);
        return connectList(pictures);
    }
    case Kind::Raw: break;
    }
    return createRaw();
}

QWidget *JsonFormField::createRaw()
{
    auto *row = new QWidget;
    auto *line = new LineEdit;
    line->setReadOnly(true);
    line->setFont(Theme::of(this).fixedFont());
    auto *show = new QPushButton;
    show->setProperty("kind", u"link"_s);
    show->hide();
    connect(show, &QPushButton::clicked, this, [this] {
        if (const auto member = m_edit->memberIn(*m_document.tree()))
            emit showInTextRequested(m_document.tree()->valueRange(*member).begin);
    });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(line, 1);
    layout->addWidget(show);
    row->setFocusProxy(line);
    watch(line);
    return row;
}

QWidget *JsonFormField::connectList(TextListField *list)
{
    connect(list, &TextListField::edited, m_edit, &JsonMemberEdit::editItem);
    connect(list, &TextListField::insertRequested, m_edit, &JsonMemberEdit::insertItem);
    connect(list, &TextListField::removeRequested, m_edit, &JsonMemberEdit::removeItem);
    connect(list, &TextListField::moveRequested, m_edit, &JsonMemberEdit::moveItem);
    connect(list, &TextListField::lineAdded, this, [this](QWidget *line) { watch(line); });
    return list;
}

void JsonFormField::watch(QWidget *widget)
{
    widget->installEventFilter(this);
    const auto tell = [this](int limit) {
        setProblem(tr("Too much at once: what comes behind %1 characters was left out").arg(limit));
    };
    // Queued: what was taken of it is put into the text first, which says that all is well.
    if (auto *line = qobject_cast<LineEdit *>(widget))
        connect(line, &LineEdit::inputCut, this, tell, Qt::QueuedConnection);
    else if (auto *text = qobject_cast<DescriptionEdit *>(widget))
        connect(text, &DescriptionEdit::inputCut, this, tell, Qt::QueuedConnection);
}

void JsonFormField::retranslate()
{
    m_label->setPlainText(name());
    QString tip = m_property.description;
    if (m_property.key != name())
        tip = tip.isEmpty() ? m_property.key : m_property.key + u'\n' + tip;
    m_label->setToolTip(plainToolTip(tip));
    m_remove->setName(tr("Remove %1").arg(name()));
    m_editor->setAccessibleName(name());
    if (auto *stars = qobject_cast<StarsField *>(m_editor))
        stars->setName(name());
    else if (auto *list = qobject_cast<TextListField *>(m_editor))
        list->setName(name());
    else if (auto *choice = qobject_cast<QComboBox *>(m_editor))
        fillChoice(*choice);
    if (m_kind == Kind::Raw) {
        auto *show = m_editor->findChild<QPushButton *>();
        show->setText(tr("Show in text"));
        show->setAccessibleName(tr("Show %1 in the text").arg(name()));
        m_editor->findChild<LineEdit *>()->setAccessibleName(name());
    }
    refreshState();
    showHints();
}

void JsonFormField::refreshState()
{
    m_remove->setVisible(m_isSet && !m_readOnly);
    const bool isNull = m_shown == "null";
    const QString nothing = !m_isSet ? tr("Not set") : isNull ? u"null"_s : tr("Empty");
    const QList<QLineEdit *> lines = qobject_cast<TextListField *>(m_editor)
                                         ? QList<QLineEdit *>()
                                         : m_editor->findChildren<QLineEdit *>();
    for (QLineEdit *line : lines)
        line->setPlaceholderText(nothing);
    if (auto *line = qobject_cast<QLineEdit *>(m_editor))
        line->setPlaceholderText(nothing);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(m_editor))
        text->setPlaceholderText(nothing);
    QStringList said;
    if (!m_isSet)
        said.append(tr("Not set"));
    if (!m_property.description.isEmpty())
        said.append(m_property.description);
    if (!m_problem->text().isEmpty())
        said.append(m_problem->text());
    said += m_hints->texts();
    m_editor->setAccessibleDescription(visibleText(said.join(u". "_s)));
}

void JsonFormField::setPictureSource(PictureSource *source)
{
    m_pictures = source;
    if (auto *pictures = qobject_cast<PicturesField *>(m_editor))
        pictures->setSource(source);
}

void JsonFormField::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    if (auto *line = qobject_cast<QLineEdit *>(m_editor)) {
        line->setReadOnly(readOnly);
        line->style()->unpolish(line); // the style sheet looks at the property only then
        line->style()->polish(line);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(m_editor)) {
        text->setReadOnly(readOnly);
    } else if (auto *stars = qobject_cast<StarsField *>(m_editor)) {
        stars->setReadOnly(readOnly);
    } else if (auto *list = qobject_cast<TextListField *>(m_editor)) {
        list->setReadOnly(readOnly);
    } else if (auto *choice = qobject_cast<QComboBox *>(m_editor)) {
        choice->setEnabled(!readOnly);
    }
    refreshState();
    showHints();
}

bool JsonFormField::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        // There is one history of undo, and that is the document's.
        auto *key = static_cast<QKeyEvent *>(event);
        const bool undo = key->matches(QKeySequence::Undo);
        if (!undo && !key->matches(QKeySequence::Redo))
            break;
        if (event->type() == QEvent::KeyPress && !m_readOnly)
            undo ? m_document.undo() : m_document.redo();
        event->accept();
        return true;
    }
    case QEvent::FocusOut: m_document.endStep(); break;
    case QEvent::Wheel: // scrolling the form must not choose
        if (qobject_cast<QComboBox *>(watched)) {
            event->ignore();
            return true;
        }
        break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void JsonFormField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

// Showing

void JsonFormField::showTree(std::optional<JsonNodeId> object, std::optional<JsonNodeId> member)
{
    const bool isOld = m_edit->flush();
    if (isOld || m_edit->isWaiting())
        return; // what was typed is newer than the tree
    m_object = object;
    m_member = member;
    const JsonTree &tree = *m_document.tree();
    const Kind kind = jsonFieldKind(m_property, tree, member);
    const auto isText = [](Kind k) { return k == Kind::Text || k == Kind::LongText; };
    const bool typing = m_editor->hasFocus();
    if (!(typing && isText(kind) && isText(m_kind))) // no other editor under the fingers
        useKind(kind);
    // A copy: the tree may go while this is shown.
    const QByteArray raw = member ? tree.rawValue(*member).toByteArray() : QByteArray();
    const bool isSame = m_isSet == member.has_value() && raw == m_shown
                        && raw.isNull() == m_shown.isNull();
    if (!m_edit->takeEdited() && isSame)
        return;
    m_isSet = member.has_value();
    m_shown = raw;
    if (!m_typed.isNull()) {
        refreshState(); // what is typed stays
        return;
    }
    showValue();
    setProblem({});
}

void JsonFormField::showValue()
{
    const QScopedValueRollback guard(m_showing, true);
    const QString text = m_shown == "null" ? QString()
                                           : jsonStringValue(m_shown).value_or(QString());
    switch (m_kind) {
    case Kind::Number:
    case Kind::Stars: {
        const QString number = m_shown == "null" ? QString() : QString::fromUtf8(m_shown);
        auto *stars = qobject_cast<StarsField *>(m_editor);
        auto *line = qobject_cast<LineEdit *>(m_editor);
        if ((stars ? stars->value() : line->text()).trimmed() == number && !number.isEmpty())
            break; // typed with blanks around it
        setNumberText(number);
        break;
    }
    case Kind::Text: static_cast<LineEdit *>(m_editor)->setValue(text); break;
    case Kind::LongText: static_cast<DescriptionEdit *>(m_editor)->setValue(text); break;
    case Kind::Choice: showChoice(*static_cast<QComboBox *>(m_editor)); break;
    case Kind::TextList:
    case Kind::Pictures: showList(*static_cast<TextListField *>(m_editor)); break;
    case Kind::Raw: {
        const QByteArray raw = m_shown.size() > 4 * rawShown ? m_shown.first(4 * rawShown)
                                                             : compactJson(m_shown);
        m_editor->findChild<LineEdit *>()->setValue(visibleText(QString::fromUtf8(raw), rawShown));
        m_editor->findChild<QPushButton *>()->setVisible(m_isSet);
        break;
    }
    }
}

void JsonFormField::showList(TextListField &list) const
{
    const JsonTree &tree = *m_document.tree();
    QList<TextListField::Item> items;
    if (m_member && tree.kind(*m_member) == JsonKind::Array) {
        for (JsonNodeId node = *m_member + 1; node < tree.after(*m_member);
             node = tree.after(node)) {
            const bool isText = tree.kind(node) == JsonKind::String;
            if (items.size() < TextListField::shownRows)
                items.append({isText ? tree.text(node)
                                     : shownValue(tree.rawValue(node)
                                                      .first(std::min(tree.rawValue(node).size(),
                                                                      4 * rawShown))
                                                      .toByteArray()),
                              isText});
            else
                items.append(TextListField::Item());
        }
    }
    list.setItems(items);
}

void JsonFormField::fillChoice(QComboBox &choice) const
{
    const QSignalBlocker blocker(&choice);
    choice.clear();
    choice.addItem(tr("Not set"));
    QList<QByteArray> values = m_property.values;
    if (values.isEmpty())
        values = {"true", "false"};
    if (m_property.values.isEmpty() && m_property.kinds.contains(JsonKind::Null))
        values.append("null");
    for (const QByteArray &value : values)
        choice.addItem(shownValue(value), value);
    showChoice(choice);
}

void JsonFormField::showChoice(QComboBox &choice) const
{
    const auto sameText = [this](const QByteArray &value) {
        const auto text = jsonStringValue(value);
        return value == m_shown || (text && text == jsonStringValue(m_shown));
    };
    int index = m_isSet ? -1 : 0;
    for (int i = 1; i < choice.count() && index < 0; ++i) {
        if (sameText(choice.itemData(i).toByteArray()))
            index = i;
    }
    if (index < 0) { // not one of the list: shown and kept
        choice.addItem(shownValue(m_shown), m_shown);
        index = choice.count() - 1;
    }
    choice.setCurrentIndex(index);
}

// Hints

bool JsonFormField::isAbout(const JsonTree &tree, const JsonHint &hint) const
{
    if (!m_object || hint.node >= tree.size())
        return false;
    if (hint.code == JsonHint::Code::MissingMember && hint.node == *m_object)
        return hint.expected.value(0) == m_property.key;
    if (m_member && hint.node >= *m_member && hint.node < tree.after(*m_member))
        return true;
    // An earlier one of the same key.
    return m_member && hint.node != 0 && tree.parent(hint.node) == *m_object
           && tree.hasKey(hint.node) && tree.key(hint.node) == m_property.key;
}

QString JsonFormField::hintText(const JsonTree &tree, const JsonHint &hint) const
{
    const QString text = jsonwording::hint(hint);
    const bool inList = m_member && hint.node > *m_member && hint.node < tree.after(*m_member)
                        && tree.parent(hint.node) == *m_member
                        && tree.kind(*m_member) == JsonKind::Array;
    return inList ? tr("%1: %2").arg(tree.indexInParent(hint.node) + 1).arg(text) : text;
}

void JsonFormField::showHints()
{
    m_hints->clear();
    const JsonTree &tree = *m_document.tree();
    int count = 0;
    for (const JsonHint &hint : m_document.hints()) {
        if (isAbout(tree, hint) && count++ < shownHints)
            m_hints->add(hintText(tree, hint), hint, name(), !m_readOnly);
    }
    if (count > shownHints)
        m_hints->add(tr("%n more hints, shown in Text", nullptr, count - shownHints), {}, {},
                     false);
    refreshState();
}

void JsonFormField::mend(const JsonHint &hint)
{
    m_editor->setFocus(Qt::OtherFocusReason); // the link goes
    if (m_document.hints().contains(hint))
        m_document.edit([&hint](const JsonTree &) -> Result<TextChanges> { return hint.fix; });
}

void JsonFormField::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    QWidget *target = m_editor;
    if (auto *stars = qobject_cast<StarsField *>(m_editor))
        target = &stars->number();
    setLook(target, "problem", text.isEmpty() ? u"false"_s : u"true"_s);
    refreshState();
}

// Editing

void JsonFormField::numberTyped(const QString &text)
{
    if (m_showing)
        return;
    const QByteArray number = text.trimmed().toUtf8();
    const bool isNumber = isJsonNumber(number);
    setTyped(isNumber || number.isEmpty() ? QString() : text);
    if (isNumber) {
        setProblem({});
        m_edit->put(number, Undo::Joined);
    } else if (!number.isEmpty()) {
        setProblem(notANumber());
    } else {
        setProblem(m_isSet ? tr("Not a number. Remove takes the entry out.") : QString());
    }
}

void JsonFormField::setTyped(const QString &text)
{
    const bool isSame = text == m_typed && text.isNull() == m_typed.isNull();
    m_typed = text;
    if (!isSame)
        emit typedChanged();
}

void JsonFormField::setNumberText(const QString &text)
{
    if (auto *stars = qobject_cast<StarsField *>(m_editor))
        stars->setValue(text);
    else if (auto *line = qobject_cast<LineEdit *>(m_editor))
        line->setValue(text);
}

bool JsonFormField::showTyped(const QString &text)
{
    if (m_kind != Kind::Number && m_kind != Kind::Stars)
        return text.isNull();
    if (text.isNull() && m_typed.isNull())
        return true;
    m_typed = text;
    if (text.isNull()) {
        showValue();
        setProblem({});
        return true;
    }
    const QScopedValueRollback guard(m_showing, true);
    setNumberText(text);
    setProblem(notANumber());
    return true;
}

void JsonFormField::textTyped(const QString &text)
{
    if (!m_showing && !(m_isSet && jsonStringValue(m_shown) == text))
        m_edit->put(jsonString(text), Undo::Joined);
}

void JsonFormField::choose(int index)
{
    const auto *choice = static_cast<QComboBox *>(m_editor);
    const QByteArray raw = choice->itemData(index).toByteArray();
    if (index == 0)
        removeValue();
    else if (jsonStringValue(raw) ? jsonStringValue(raw) != jsonStringValue(m_shown)
                                  : raw != m_shown)
        m_edit->put(raw, Undo::OwnStep);
}

void JsonFormField::removeValue()
{
    if (m_readOnly || !m_isSet)
        return;
    m_editor->setFocus(Qt::OtherFocusReason); // the button goes
    setTyped({});
    m_edit->remove();
}

} // namespace modelscribe

#include "moc_jsonformfield.cpp"
