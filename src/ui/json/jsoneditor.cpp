// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsoneditor.h"

#include "ui/json/jsondocument.h"
#include "ui/json/jsonstatusline.h"
#include "ui/json/jsontextedit.h"
#include "ui/theme.h"
#include "json/jsonedit.h"

#include <QApplication>
#include <QPainter>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! From here on the tree stands beside the other faces.
constexpr int wideFrom = 760;

//! The border around a face, as other fields have one; accented while the focus is in it.
class FaceFrame : public QFrame
{
public:
    explicit FaceFrame(QWidget *content)
    {
        auto *inner = new QHBoxLayout(this);
        inner->setContentsMargins(2, 4, 2, 4);
        inner->addWidget(content);
        connect(qApp, &QApplication::focusChanged, this, [this](QWidget *old, QWidget *now) {
            if ((old && isAncestorOf(old)) || (now && isAncestorOf(now)))
                update();
        });
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        const QWidget *focus = QApplication::focusWidget();
        const bool focused = focus && isAncestorOf(focus);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(
            QPen(theme.color(focused ? ThemeColor::Accent : ThemeColor::Border), focused ? 2 : 1));
        painter.setBrush(theme.color(ThemeColor::Field));
        const qreal inset = focused ? 1 : 0.5;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
    }
};

} // namespace

JsonEditor::JsonEditor(QWidget *parent)
    : QWidget(parent)
    , m_text(new JsonTextEdit)
    , m_document(new JsonDocument(*m_text, this))
    , m_bar(new JsonEditorBar)
    , m_status(new JsonStatusLine(*m_document))
    , m_splitter(new QSplitter)
    , m_stack(new QStackedWidget)
{
    buildLayout();
    setFocusProxy(m_text);
    connectDocument();
    connect(m_bar, &JsonEditorBar::faceChosen, this, &JsonEditor::setFace);
    connect(m_bar, &JsonEditorBar::toolChosen, this, &JsonEditor::useTool);
    connect(m_status, &JsonStatusLine::problemWanted, this, &JsonEditor::goToProblem);
    arrange();
}

JsonEditor::~JsonEditor() = default;

void JsonEditor::buildLayout()
{
    m_stack->addWidget(new FaceFrame(m_text));
    m_splitter->addWidget(m_stack);
    m_splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_bar);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_status);
}

void JsonEditor::connectDocument()
{
    connect(m_document, &JsonDocument::textChanged, this, &JsonEditor::valueChanged);
    connect(m_document, &JsonDocument::checked, this, &JsonEditor::checked);
    connect(m_text, &JsonTextEdit::inputCut, this, &JsonEditor::inputCut);
    connect(m_text, &JsonTextEdit::findRequested, this, &JsonEditor::find);
}

QByteArray JsonEditor::value() const { return m_document->bytes(); }

void JsonEditor::setValue(const QByteArray &utf8)
{
    if (utf8 != value())
        m_document->setBytes(utf8);
}

void JsonEditor::setReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly);
    m_bar->setReadOnly(readOnly);
}

const std::optional<JsonProblem> &JsonEditor::problem() const { return m_document->problem(); }

QString JsonEditor::statusText() const { return m_status->verdict(); }

void JsonEditor::setFace(Face face)
{
    m_bar->setFace(face);
    arrange();
}

void JsonEditor::arrange() { m_bar->setWide(width() >= wideFrom); }

void JsonEditor::useTool(JsonEditorBar::Tool tool)
{
    using Tool = JsonEditorBar::Tool;
    switch (tool) {
    case Tool::Find: find(); break;
    case Tool::Format: format(); break;
    case Tool::Compact: compact(); break;
    default: break;
    }
}

void JsonEditor::replaceText(const QByteArray &utf8)
{
    if (!m_text->isReadOnly() && utf8 != value())
        m_text->setBytes(utf8, true);
    m_text->setFocus();
}

void JsonEditor::format() { replaceText(formatJson(value())); }

void JsonEditor::compact() { replaceText(compactJson(value())); }

void JsonEditor::find() { setFace(Face::Text); }

void JsonEditor::goToProblem()
{
    setFace(Face::Text);
    if (problem())
        m_text->goTo(problem()->offset);
    else
        m_text->setFocus();
}

void JsonEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace modelscribe
