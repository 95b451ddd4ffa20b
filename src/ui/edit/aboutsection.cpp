// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/aboutsection.h"

#include "core/visibletext.h"
#include "lists/relativetime.h"
#include "registry/access.h"
#include "registry/accesswording.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/exacttextedit.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString shownTime(const QString &sent)
{
    const QDateTime time = parseServiceTime(sent);
    return time.isValid() ? exactTime(time) : sent;
}

QString rawMembers(const QList<RawMember> &members)
{
    QStringList lines;
    for (const RawMember &member : members)
        lines.append(visibleText(member.key) + u": "_s
                     + visibleText(member.value.toString(), 4000));
    return lines.join(u'\n');
}

} // namespace

AboutSection::AboutSection(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel)
    , m_rows(new QFormLayout)
    , m_toggle(new QPushButton)
    , m_unknown(new ExactTextEdit)
{
    auto *line = new Separator;
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setProperty("role", u"heading"_s);
    m_rows->setHorizontalSpacing(16);
    m_rows->setVerticalSpacing(6);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_toggle->setProperty("kind", u"link"_s);
    m_toggle->setCheckable(true);
    m_unknown->setReadOnly(true);
    m_unknown->setTabChangesFocus(true);
    m_unknown->setFont(Theme::of(this).fixedFont());
    m_unknown->setFixedHeight(140);
    m_unknown->hide();
    connect(m_toggle, &QPushButton::toggled, m_unknown, &QWidget::setVisible);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 6, 16); // the scroll bar or its place is beside it
    column->setSpacing(8);
    column->addWidget(line);
    column->addSpacing(4);
    column->addWidget(m_heading);
    column->addLayout(m_rows);
    column->addWidget(m_toggle, 0, Qt::AlignLeft);
    column->addWidget(m_unknown);
    setMaximumWidth(480);
    retranslate();
}

void AboutSection::addRow(const QString &label, const QString &value, const QString &toolTip)
{
    if (value.isEmpty())
        return;
    auto *name = new QLabel(label);
    name->setTextFormat(Qt::PlainText);
    name->setProperty("role", u"muted"_s);
    auto *text = new ElidedLabel;
    text->setPlainText(value);
    text->setAccessibleDescription(label);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (!toolTip.isEmpty())
        text->setToolTip(visibleToolTip(toolTip));
    m_rows->addRow(name, text);
}

void AboutSection::setAccess(Access *access)
{
    if (m_access)
        m_access->disconnect(this);
    m_access = access;
    if (access)
        connect(access, &Access::changed, this, &AboutSection::retranslate);
}

void AboutSection::setModel(const RegisteredModel &model)
{
    if (model == m_model)
        return; // asked with each key; rows that stay keep their selection
    m_model = model;
    m_toggle->setChecked(false);
    m_unknown->setText(rawMembers(model.unknown));
    m_unknown->moveCursor(QTextCursor::Start);
    retranslate();
    m_toggle->setVisible(!model.unknown.isEmpty());
    setVisible(m_rows->rowCount() > 0);
}

void AboutSection::retranslate()
{
    const RegisteredModel &model = m_model;
    m_heading->setText(tr("About"));
    m_unknown->setAccessibleName(tr("Other members"));
    while (m_rows->rowCount() > 0)
        m_rows->removeRow(0);
    addRow(tr("ID"), model.id);
    addRow(tr("Provider"), model.provider);
    addRow(tr("Owner"), accesswording::user(m_access, model.ownerId));
    addRow(tr("Created by"), accesswording::user(m_access, model.userId));
    addRow(tr("Workspace"), accesswording::workspace(m_access, model.workspaceId));
    addRow(tr("Created"), shownTime(model.created), model.created);
    addRow(tr("Modified"), shownTime(model.modified), model.modified);
    addRow(tr("Latest version"), model.latestVersionName, model.latestVersion.toString());
    m_toggle->setText(tr("Other members (%1)").arg(model.unknown.size()));
    m_toggle->setAccessibleName(m_toggle->text());
}

void AboutSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_aboutsection.cpp"
