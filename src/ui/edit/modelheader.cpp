// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/modelheader.h"

#include "core/visibletext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include "edit/ui_modelheader.h"

#include <QEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

void nameTool(QToolButton *button, const QString &name, const QString &toolTip)
{
    button->setAccessibleName(name);
    button->setToolTip(toolTip);
}

} // namespace

ModelHeader::ModelHeader(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ModelHeader>())
{
    m_ui->setupUi(this);
    QFont titleFont = m_ui->title->font();
    titleFont.setPointSizeF(titleFont.pointSizeF() * 1.2);
    titleFont.setWeight(QFont::DemiBold);
    m_ui->title->setFont(titleFont);
    m_ui->title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_ui->modelId->setElideMode(Qt::ElideMiddle);
    m_ui->modelId->setFont(Theme::of(this).fixedFont());
    m_ui->modelId->setProperty("role", u"muted"_s);
    for (QLabel *pill : {m_ui->accessPill, m_ui->draftPill, m_ui->readOnlyPill}) {
        pill->setTextFormat(Qt::PlainText);
        pill->setProperty("pill", u"neutral"_s);
    }
    m_ui->draftPill->setProperty("pill", u"changed"_s);
    const Theme &theme = Theme::of(this);
    m_ui->back->setIcon(theme.icon(u"back"_s));
    m_ui->previous->setIcon(theme.icon(u"chevron-left"_s));
    m_ui->next->setIcon(theme.icon(u"chevron-right"_s));
    m_ui->more->setIcon(theme.icon(u"more"_s));
    m_ui->back->hide();
    QSizePolicy keepsRoom = m_ui->more->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true); // so that the tabs stay where they are
    m_ui->more->setSizePolicy(keepsRoom);
    connect(m_ui->back, &QToolButton::clicked, this, &ModelHeader::backRequested);
    connect(m_ui->previous, &QToolButton::clicked, this, &ModelHeader::previousRequested);
    connect(m_ui->next, &QToolButton::clicked, this, &ModelHeader::nextRequested);
    buildMenu();
    retranslate();
}

ModelHeader::~ModelHeader() = default;

void ModelHeader::buildMenu()
{
    auto *menu = new QMenu(m_ui->more);
    m_copyId = menu->addAction(QString());
    connect(m_copyId, &QAction::triggered, this, &ModelHeader::copyIdRequested);
    m_copyJson = menu->addAction(QString());
    connect(m_copyJson, &QAction::triggered, this, &ModelHeader::copyJsonRequested);
    menu->addSeparator();
    m_delete = menu->addAction(QString());
    connect(m_delete, &QAction::triggered, this, &ModelHeader::deleteRequested);
    connect(m_ui->more, &QToolButton::clicked, this, [this, menu] {
        const QSize size = menu->sizeHint();
        const QPoint corner(m_ui->more->width() - size.width(), m_ui->more->height());
        menu->popup(m_ui->more->mapToGlobal(corner));
    });
}

void ModelHeader::retranslate()
{
    nameTool(m_ui->back, tr("Back to the list"), tr("Back to the list"));
    nameTool(m_ui->previous, tr("Previous model"), tr("Previous model (Alt+Up)"));
    nameTool(m_ui->next, tr("Next model"), tr("Next model (Alt+Down)"));
    nameTool(m_ui->more, tr("More actions"), tr("More actions"));
    m_copyId->setText(tr("Copy ID"));
    m_copyJson->setText(tr("Copy as JSON"));
    m_delete->setText(tr("Delete…"));
    refresh();
}

void ModelHeader::setNavigation(bool previous, bool next)
{
    m_ui->previous->setEnabled(previous);
    m_ui->next->setEnabled(next);
}

void ModelHeader::setBackVisible(bool visible) { m_ui->back->setVisible(visible); }

void ModelHeader::showModel(const EditSession &session, bool isReadOnly, const QString &whereNew)
{
    m_session = &session;
    m_isReadOnly = isReadOnly;
    m_whereNew = whereNew;
    refresh();
}

void ModelHeader::refresh()
{
    if (!m_session)
        return;
    const RegisteredModel &base = m_session->base();
    const QString &name = m_session->edited().name;
    const bool isNew = m_session->isNew();
    for (QToolButton *button : {m_ui->previous, m_ui->next, m_ui->more})
        button->setVisible(!isNew);
    if (isNew)
        m_ui->title->setPlainText(tr("New model"));
    else
        m_ui->title->setPlainText(name.isEmpty() ? tr("(no name)") : name);
    m_ui->modelId->setPlainText(isNew ? m_whereNew : base.id);
    m_ui->modelId->setFont(isNew ? font() : Theme::of(this).fixedFont());
    m_ui->modelId->setVisible(!m_ui->modelId->text().isEmpty());
    refreshPills();
    m_delete->setText(tr("Delete %1…").arg(visibleText(base.metadata.name, 40)));
    m_delete->setEnabled(!m_isReadOnly && !isNew);
}

void ModelHeader::refreshPills()
{
    const RegisteredModel &base = m_session->base();
    const bool isNew = m_session->isNew();
    const QString &access = base.metadata.accessibility;
    QString word = visibleText(access, 20);
    if (access == "PRIVATE"_L1)
        word = tr("Private");
    else if (access == "PUBLIC"_L1)
        word = tr("Public");
    m_ui->accessPill->setText(word);
    m_ui->accessPill->setVisible(!word.isEmpty() && !isNew);
    const auto changes = int(m_session->changeCount());
    m_ui->draftPill->setVisible(changes > 0);
    m_ui->draftPill->setText(
        u"● "_s
        + (isNew ? tr("Draft") : tr("Draft, %1").arg(tr("%n change(s)", nullptr, changes))));
    m_ui->readOnlyPill->setVisible(m_session->isReadOnly());
    m_ui->readOnlyPill->setText(tr("Read-only"));
    m_ui->readOnlyPill->setToolTip(
        visibleToolTip(tr("A public model of %1 cannot be edited").arg(base.provider)));
}

void ModelHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        refresh();
}

} // namespace modelscribe

#include "moc_modelheader.cpp"
