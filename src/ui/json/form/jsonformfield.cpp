// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/form/jsonformfield.h"

#include "core/jsonmembers.h"
#include "core/jsonwriter.h"
#include "core/visibletext.h"
#include "remote/picturesource.h"
#include "ui/json/form/jsonfieldeditor.h"
#include "ui/json/form/jsonhintrows.h"
#include "ui/json/form/jsonmemberhints.h"
#include "ui/json/jsonwording.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

using Undo = JsonDocument::Undo;

namespace {

constexpr int shownHints = 3;

bool isJsonNumber(const QByteArray &text)
{
    JsonScanner scanner(text);
    return scanner.next().kind == JsonToken::Kind::Number
           && scanner.next().kind == JsonToken::Kind::End;
}

QString notANumber() { return JsonFormField::tr("Not a JSON number, such as 12 or 0.5"); }

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

QWidget *JsonFormField::editor() const { return m_editor->widget(); }

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

QString JsonFormField::problemText() const { return m_problem->text(); }

bool JsonFormField::isShort() const
{
    return m_kind == Kind::Number || m_kind == Kind::Stars || m_kind == Kind::Choice;
}

void JsonFormField::useKind(Kind kind)
{
    if (m_editor && kind == m_kind)
        return;
    const bool hadFocus = m_editor && editor()->isAncestorOf(focusWidget())
                          && focusWidget()->hasFocus();
    QWidget *old = m_editor ? editor() : nullptr;
    if (!m_typed.isNull())
        emit lost(std::exchange(m_typed, {}));
    m_kind = kind;
    m_shown = {};
    if (m_editor)
        m_editor.release()->deleteLater(); // it may be in the middle of telling of a key
    m_editor = makeJsonFieldEditor(kind, m_property, *m_edit);
    m_editor->setPictureSource(m_pictures);
    connectEditor();
    m_label->setBuddy(editor());
    m_column->insertWidget(1, editor());
    if (old) {
        old->hide();
        old->deleteLater();
        retranslate();
        setReadOnly(m_readOnly);
        if (hadFocus)
            editor()->setFocus(Qt::OtherFocusReason);
    }
}

void JsonFormField::connectEditor()
{
    for (QWidget *input : m_editor->inputs())
        input->installEventFilter(this);
    connect(m_editor.get(), &JsonFieldEditor::inputAdded, this,
            [this](QWidget *input) { input->installEventFilter(this); });
    connect(m_editor.get(), &JsonFieldEditor::numberTyped, this, &JsonFormField::numberTyped);
    connect(m_editor.get(), &JsonFieldEditor::textTyped, this, &JsonFormField::textTyped);
    connect(m_editor.get(), &JsonFieldEditor::chosen, this, &JsonFormField::choose);
    connect(m_editor.get(), &JsonFieldEditor::showInTextWanted, this, [this] {
        if (const auto member = m_edit->memberIn(*m_document.tree()))
            emit showInTextRequested(m_document.tree()->valueRange(*member).begin);
    });
    // Queued: what was taken of it is put into the text first, which says that all is well.
    connect(
        m_editor.get(), &JsonFieldEditor::inputCut, this,
        [this](int limit) {
            setProblem(tr("Too much at once: everything after the first %1 characters was left out")
                           .arg(limit));
        },
        Qt::QueuedConnection);
}

void JsonFormField::retranslate()
{
    m_label->setPlainText(name());
    QString tip = m_property.description;
    if (m_property.key != name())
        tip = tip.isEmpty() ? m_property.key : m_property.key + u'\n' + tip;
    m_label->setToolTip(plainToolTip(tip));
    m_remove->setName(tr("Remove %1").arg(name()));
    editor()->setAccessibleName(name());
    m_editor->setName(name());
    refreshState();
    showHints();
}

void JsonFormField::refreshState()
{
    m_remove->setVisible(m_isSet && !m_readOnly);
    const bool isNull = m_shown == "null";
    const QString nothing = !m_isSet ? tr("Not set") : isNull ? u"null"_s : tr("Empty");
    m_editor->setPlaceholder(nothing);
    QStringList said;
    if (!m_isSet)
        said.append(tr("Not set"));
    if (!m_property.description.isEmpty())
        said.append(m_property.description);
    if (!m_problem->text().isEmpty())
        said.append(m_problem->text());
    said += m_hints->texts();
    editor()->setAccessibleDescription(visibleText(said.join(u". "_s)));
}

void JsonFormField::setPictureSource(PictureSource *source)
{
    m_pictures = source;
    m_editor->setPictureSource(source);
}

void JsonFormField::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_editor->setReadOnly(readOnly);
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
        if (m_kind == Kind::Choice) {
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
    const bool typing = editor()->hasFocus();
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
    m_editor->show({m_document.tree(), m_member, m_shown, m_isSet});
}

// Hints

void JsonFormField::showHints()
{
    m_hints->clear();
    const JsonMemberHints own{*m_document.tree(), m_object, m_member, m_property.key};
    int count = 0;
    for (const JsonHint &hint : m_document.hints()) {
        if (own.contains(hint) && count++ < shownHints)
            m_hints->add(own.sentence(hint), hint, name(), !m_readOnly);
    }
    if (count > shownHints)
        m_hints->add(tr("%n more hints, shown in Text", nullptr, count - shownHints), {}, {},
                     false);
    refreshState();
}

void JsonFormField::mend(const JsonHint &hint)
{
    editor()->setFocus(Qt::OtherFocusReason); // the link goes
    if (m_document.hints().contains(hint))
        m_document.edit([&hint](const JsonTree &) -> Result<TextChanges> { return hint.fix; });
}

void JsonFormField::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    setLook(m_editor->problemTarget(), "problem", text.isEmpty() ? u"false"_s : u"true"_s);
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
        setProblem(m_isSet ? tr("Not a number. To take the entry away, use Remove.") : QString());
    }
}

void JsonFormField::setTyped(const QString &text)
{
    const bool isSame = text == m_typed && text.isNull() == m_typed.isNull();
    m_typed = text;
    if (!isSame)
        emit typedChanged();
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
    m_editor->showTyped(text);
    setProblem(notANumber());
    return true;
}

void JsonFormField::textTyped(const QString &text)
{
    if (!m_showing && !(m_isSet && jsonStringValue(m_shown) == text))
        m_edit->put(jsonString(text), Undo::Joined);
}

void JsonFormField::choose(const QByteArray &raw)
{
    if (raw.isNull())
        removeValue();
    else if (jsonStringValue(raw) ? jsonStringValue(raw) != jsonStringValue(m_shown)
                                  : raw != m_shown)
        m_edit->put(raw, Undo::OwnStep);
}

void JsonFormField::removeValue()
{
    if (m_readOnly || !m_isSet)
        return;
    editor()->setFocus(Qt::OtherFocusReason); // the button goes
    setTyped({});
    m_edit->remove();
}

} // namespace modelscribe

#include "moc_jsonformfield.cpp"
