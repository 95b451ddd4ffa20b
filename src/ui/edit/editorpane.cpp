// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/editorpane.h"

#include "core/visibletext.h"
#include "remote/picturesource.h"
#include "remote/remotecontent.h"
#include "session/workbench.h"
#include "ui/edit/aboutsection.h"
#include "ui/edit/extrainfoeditor.h"
#include "ui/edit/panehistory.h"
#include "ui/history/historyview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/steadyfocus.h"
#include "ui/widgets/theme.h"

#include "edit/ui_editorpane.h"

#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QString changesText(qsizetype count) { return EditorPane::tr("%n change(s)", nullptr, int(count)); }

void nameTool(QToolButton *button, const QString &name, const QString &toolTip)
{
    button->setAccessibleName(name);
    button->setToolTip(toolTip);
}

void makeLine(QFrame *line)
{
    line->setProperty("role", u"separator"_s);
    line->setFixedHeight(1);
}

} // namespace

EditorPane::EditorPane(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EditorPane>())
    , m_history(new PaneHistory(*this))
{
    m_ui->setupUi(this);
    connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
    buildHeader();
    buildTabs();
    buildFooter();
    m_ui->resumed->setClosable(false);
    SteadyFocus::setHome(*this, *m_ui->tabs);
    connect(m_history, &PaneHistory::stepped, this, &EditorPane::showPlace);
    connect(m_ui->emptyNew, &QPushButton::clicked, this, &EditorPane::newModelRequested);
    setSession(nullptr);
    retranslate();
}

EditorPane::~EditorPane()
{
    if (m_session)
        m_session->disconnect(this);
}

void EditorPane::buildHeader()
{
    QFont font = m_ui->title->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    m_ui->title->setFont(font);
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
    connect(m_ui->back, &QToolButton::clicked, this, &EditorPane::backRequested);
    connect(m_ui->previous, &QToolButton::clicked, this, &EditorPane::previousRequested);
    connect(m_ui->next, &QToolButton::clicked, this, &EditorPane::nextRequested);
    buildMenu();
}

void EditorPane::buildMenu()
{
    auto *menu = new QMenu(m_ui->more);
    m_copyId = menu->addAction(QString());
    connect(m_copyId, &QAction::triggered, this, &EditorPane::copyIdRequested);
    m_copyJson = menu->addAction(QString());
    connect(m_copyJson, &QAction::triggered, this, &EditorPane::copyJsonRequested);
    menu->addSeparator();
    m_delete = menu->addAction(QString());
    connect(m_delete, &QAction::triggered, this, &EditorPane::deleteRequested);
    connect(m_ui->more, &QToolButton::clicked, this, [this, menu] {
        const QSize size = menu->sizeHint();
        const QPoint corner(m_ui->more->width() - size.width(), m_ui->more->height());
        menu->popup(m_ui->more->mapToGlobal(corner));
    });
}

void EditorPane::buildFooter()
{
    m_ui->footer->setFixedHeight(52);
    makeLine(m_ui->tabLine);
    makeLine(m_ui->footerLine);
    m_ui->changeCount->setTextFormat(Qt::PlainText);
    m_ui->changeHint->setProperty("role", u"muted"_s);
    m_ui->changeHint->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_ui->revert, &QPushButton::clicked, this, &EditorPane::revertRequested);
    connect(m_ui->discard, &QPushButton::clicked, this, &EditorPane::discardRequested);
    connect(m_ui->keep, &QPushButton::clicked, this, &EditorPane::keepRequested);
    connect(m_ui->review, &QPushButton::clicked, this, &EditorPane::review);
}

void EditorPane::retranslate()
{
    m_ui->retranslateUi(this);
    if (!m_emptyText.isEmpty())
        m_ui->emptyText->setText(m_emptyText); // the form has only a general one
    nameTool(m_ui->back, tr("Back to the list"), tr("Back to the list"));
    nameTool(m_ui->previous, tr("Previous model"), tr("Previous model (Alt+Up)"));
    nameTool(m_ui->next, tr("Next model"), tr("Next model (Alt+Down)"));
    nameTool(m_ui->more, tr("More actions"), tr("More actions"));
    m_copyId->setText(tr("Copy id"));
    m_copyJson->setText(tr("Copy as JSON"));
    m_delete->setText(tr("Delete…"));
    m_ui->tabs->setAccessibleName(tr("Parts of the model"));
    m_ui->tabs->setTabText(DetailsTab, tr("Details"));
    m_ui->tabs->setTabText(ExtraInfoTab, tr("ExtraInfo"));
    m_ui->tabs->setTabText(LabelsTab, tr("Labels"));
    m_ui->tabs->setTabText(HistoryTab, tr("History"));
    refresh();
}

void EditorPane::setSession(EditSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_history->setSession(session);
    m_knownEmpty.clear();
    m_ui->strip->dismiss();
    m_ui->resumed->dismiss();
    if (session && !m_form)
        buildEditors();
    if (m_form) {
        if (session)
            refreshExtraInfo();
        m_form->setSession(session);
        m_extraInfoBinding->setSession(session);
        m_extraInfoBinding->revealProblems(); // its errors are marked in the text as well
        m_labels->setSession(session);
    }
    if (session) {
        connect(session, &EditSession::changed, this, &EditorPane::refresh);
        connect(session, &QObject::destroyed, this, [this] { setSession(nullptr); });
    }
    leaveReview();
    showPage();
    refresh();
}

void EditorPane::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refresh();
}

void EditorPane::setWorkbench(Workbench *workbench)
{
    m_workbench = workbench;
    if (m_extraInfo)
        m_extraInfo->setWorkbench(workbench);
    if (m_past)
        m_past->setWorkbench(workbench);
}

void EditorPane::setRemoteContent(RemoteContent *content)
{
    m_content = content;
    if (m_form)
        m_form->setPreviewSource(content ? &content->pictures() : nullptr);
    if (m_extraInfo)
        m_extraInfo->setRemoteContent(content);
}

RemoteContent *EditorPane::remoteContent() const { return m_content; }

void EditorPane::setNavigation(bool previous, bool next)
{
    m_ui->previous->setEnabled(previous);
    m_ui->next->setEnabled(next);
}

void EditorPane::setBackVisible(bool visible) { m_ui->back->setVisible(visible); }

void EditorPane::setEmptyText(const QString &text)
{
    m_emptyText = text;
    m_ui->emptyText->setText(text);
}

MessageStrip &EditorPane::strip() const { return *m_ui->strip; }

bool EditorPane::isReadOnly() const { return m_readOnly || !m_session || m_session->isReadOnly(); }

void EditorPane::refresh()
{
    if (!m_form)
        return;
    m_history->setReadOnly(isReadOnly());
    m_form->setReadOnly(isReadOnly());
    m_extraInfo->setReadOnly(isReadOnly());
    m_labels->setReadOnly(isReadOnly());
    if (!m_session)
        return;
    for (FieldFrame *frame : findChildren<FieldFrame *>())
        frame->setResettable(!isReadOnly());
    refreshHeader();
    refreshTabs();
    refreshFooter();
    refreshExtraInfo();
    m_about->setModel(m_session->base());
    m_about->setVisible(!m_session->isNew());
}

void EditorPane::refreshExtraInfo()
{
    m_extraInfo->setModel(m_session->modelId(), m_session->edited().type,
                          m_session->base().metadata.extraInfo.utf8());
}

void EditorPane::refreshHeader()
{
    const RegisteredModel &base = m_session->base();
    const QString &name = m_session->edited().name;
    const bool isNew = m_session->isNew();
    for (QToolButton *button : {m_ui->previous, m_ui->next, m_ui->more})
        button->setVisible(!isNew);
    if (isNew)
        m_ui->title->setPlainText(tr("New model"));
    else
        m_ui->title->setPlainText(name.isEmpty() ? tr("(no name)") : name);
    m_ui->modelId->setPlainText(isNew ? whereNew() : base.id);
    m_ui->modelId->setFont(isNew ? font() : Theme::of(this).fixedFont());
    m_ui->modelId->setVisible(!m_ui->modelId->text().isEmpty());
    refreshPills();
    m_delete->setText(tr("Delete %1…").arg(visibleText(base.metadata.name, 40)));
    m_delete->setEnabled(!isReadOnly() && !isNew);
}

void EditorPane::refreshPills()
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
    const qsizetype changes = m_session->changeCount();
    m_ui->draftPill->setVisible(changes > 0);
    m_ui->draftPill->setText(u"● "_s
                             + (isNew ? tr("Draft") : tr("Draft, %1").arg(changesText(changes))));
    m_ui->readOnlyPill->setVisible(m_session->isReadOnly());
    m_ui->readOnlyPill->setText(tr("Read-only"));
    m_ui->readOnlyPill->setToolTip(
        visibleToolTip(tr("A public model of %1 cannot be edited").arg(base.provider)));
}

QString EditorPane::whyNothingToSave() const
{
    if (m_session->isReadOnly())
        return tr("This model belongs to %1 and cannot be edited")
            .arg(visibleText(m_session->base().provider, 40));
    if (m_readOnly)
        return tr("It is being saved");
    if (!m_session->isDirty())
        return m_session->isNew() ? tr("Give it a name first") : tr("Nothing is changed");
    return {};
}

void EditorPane::refreshFooter()
{
    const auto changes = int(m_session->changeCount());
    const QString why = whyNothingToSave();
    const bool errors = why.isEmpty() && !maySave(m_session->problems());
    const bool isNew = m_session->isNew();
    const bool counted = changes > 0 && !isNew;
    m_ui->changeCount->setText(changesText(changes));
    setLook(m_ui->changeCount, "role", u"changed"_s);
    m_ui->changeCount->setVisible(counted);
    QString hint = counted ? tr("kept as a draft") : tr("No changes");
    if (!why.isEmpty() && changes > 0)
        hint = why;
    else if (errors)
        hint = tr("has errors");
    m_ui->changeHint->setPlainText(isNew ? QString() : hint); // there is no room beside its buttons
    m_ui->revert->setVisible(!isNew);
    m_ui->discard->setVisible(isNew);
    m_ui->discard->setEnabled(!m_readOnly);
    m_ui->keep->setVisible(isNew);
    const QString review = isNew ? tr("Review new model…") : tr("Review & Save…");
    m_ui->review->setText(QString(review).replace(u'&', "&&"_L1));
    m_ui->review->setAccessibleName(review);
    m_ui->revert->setEnabled(m_session->isDirty() && !isReadOnly());
    // With errors it stays on: pressing it leads to the first one.
    m_ui->review->setEnabled(why.isEmpty());
    const QString reason = errors ? tr("Shows what has to be corrected first") : why;
    m_ui->review->setToolTip(visibleToolTip(reason.isEmpty() ? tr("Look at the changes and save "
                                                                  "them (Ctrl+S)")
                                                             : reason));
    m_ui->review->setAccessibleDescription(reason);
}

void EditorPane::review()
{
    if (m_review)
        return m_review->setFocus(Qt::OtherFocusReason);
    if (m_session)
        m_session->checkNow();
    if (!m_session || !whyNothingToSave().isEmpty() || showFirstProblem() || askAboutEmptyLabels())
        return;
    emit reviewRequested();
}

void EditorPane::resetField()
{
    const QWidget *focus = QApplication::focusWidget();
    for (FieldFrame *frame : findChildren<FieldFrame *>()) {
        if (frame->isAncestorOf(focus))
            return frame->reset();
    }
}

void EditorPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(this).color(ThemeColor::Surface));
}

void EditorPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange && m_session && m_form)
        refreshHeader();
}

} // namespace modelscribe

#include "moc_editorpane.cpp"
