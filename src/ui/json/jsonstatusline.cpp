// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsonstatusline.h"

#include "core/visibletext.h"
#include "model/wording.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QPushButton *linkButton()
{
    auto *button = new QPushButton;
    button->setProperty("kind", u"link"_s);
    return button;
}

} // namespace

JsonStatusLine::JsonStatusLine(JsonDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_position(new QLabel)
    , m_hints(linkButton())
    , m_verdict(new QLabel)
    , m_goTo(linkButton())
    , m_path(new ElidedLabel)
{
    for (QLabel *label : {m_position, m_verdict}) {
        label->setTextFormat(Qt::PlainText);
        label->setProperty("role", u"muted"_s);
    }
    m_path->setProperty("role", u"muted"_s);
    m_path->setFont(Theme::of(this).fixedFont());
    m_path->setElideMode(Qt::ElideLeft);
    m_path->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_position);
    row->addWidget(m_hints);
    row->addWidget(m_verdict);
    row->addWidget(m_goTo);
    row->addWidget(m_path, 1);
    row->addStrut(30);
    connect(m_goTo, &QPushButton::clicked, this, &JsonStatusLine::problemWanted);
    connect(m_hints, &QPushButton::clicked, this, &JsonStatusLine::hintWanted);
    connect(&m_document, &JsonDocument::textChanged, this, [this] { m_said.clear(); });
    connect(&m_document, &JsonDocument::checked, this, &JsonStatusLine::refresh);
    connect(&m_document, &JsonDocument::hintsChanged, this, &JsonStatusLine::refresh);
    refresh();
}

QString JsonStatusLine::verdict() const { return m_verdict->text(); }

void JsonStatusLine::showPlace(qsizetype offset)
{
    m_offset = offset;
    const auto [line, column] = m_document.textEdit().position();
    m_position->setText(tr("Line %1, column %2").arg(line).arg(column));
    refreshPath();
}

void JsonStatusLine::refreshPath()
{
    const JsonTree &tree = *m_document.tree();
    // The tree of an older text would name a wrong place.
    const bool known = m_document.isCurrent() && tree.isValid();
    const QString path = known ? jsonPathText(tree.path(tree.nodeAt(m_offset))) : QString();
    m_path->setPlainText(visibleText(path, 500));
    m_path->setAccessibleName(tr("Path"));
}

void JsonStatusLine::say(const QString &sentence)
{
    m_said = sentence;
    refresh();
}

void JsonStatusLine::refresh()
{
    const auto [line, column] = m_document.textEdit().position();
    m_position->setText(tr("Line %1, column %2").arg(line).arg(column));
    m_goTo->setText(tr("Go to problem"));
    m_goTo->setAccessibleName(m_goTo->text());
    const auto hints = m_document.hints().size();
    m_hints->setText(tr("%n hint(s)", nullptr, int(hints)));
    m_hints->setAccessibleName(m_hints->text());
    m_hints->setVisible(hints > 0);
    refreshPath();
    if (!m_said.isEmpty()) {
        setLook(m_verdict, "role", u"changed"_s);
        m_verdict->setText(m_said);
        return;
    }
    if (!m_document.isChecked())
        return; // the last verdict stands until the next one
    m_goTo->setVisible(m_document.problem().has_value());
    const bool isWrong = m_document.problem().has_value();
    setLook(m_verdict, "role", isWrong ? u"error"_s : u"muted"_s);
    if (isWrong)
        m_verdict->setText(tr("not a JSON object yet"));
    else if (m_document.textEdit().length() == 0)
        m_verdict->setText(tr("empty"));
    else
        m_verdict->setText(tr("valid JSON object"));
}

void JsonStatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_jsonstatusline.cpp"
