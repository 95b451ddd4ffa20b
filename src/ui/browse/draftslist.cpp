// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/draftslist.h"

#include "core/visibletext.h"
#include "lists/draftsmodel.h"
#include "ui/browse/modeltable.h"
#include "ui/browse/modeltabledelegate.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/rowfocus.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

struct StateLook
{
    QString icon;
    ThemeColor color;
};

StateLook lookOf(DraftsModel::State state)
{
    switch (state) {
    case DraftsModel::State::NotChecked: break;
    case DraftsModel::State::Applies: return {u"check"_s, ThemeColor::Added};
    case DraftsModel::State::Moved:
    case DraftsModel::State::Clashes: return {u"warning"_s, ThemeColor::Changed};
    case DraftsModel::State::Gone: return {u"error"_s, ThemeColor::Removed};
    case DraftsModel::State::NotCreated: return {u"add"_s, ThemeColor::Accent};
    }
    return {u"circle"_s, ThemeColor::Muted};
}

class DraftsDelegate : public ModelTableDelegate
{
public:
    using ModelTableDelegate::ModelTableDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        painter->save();
        painter->setClipRect(option.rect);
        painter->setFont(option.font);
        drawListCell(*painter, option, index);
        QRect cell = option.rect.adjusted(8, 0, -8, -1);
        ThemeColor color = index.column() == DraftsModel::Age ? ThemeColor::Muted
                                                              : ThemeColor::Text;
        if (index.column() == DraftsModel::Standing) {
            const StateLook look = lookOf(
                index.data(DraftsModel::StateRole).value<DraftsModel::State>());
            const QRect icon(cell.left(), cell.center().y() - 6, 13, 13);
            painter->drawPixmap(icon, theme.pixmap(look.icon, look.color, icon.size(),
                                                   painter->device()->devicePixelRatioF()));
            cell.setLeft(icon.right() + 7);
        } else if (index.column() == DraftsModel::Changes) {
            color = ThemeColor::Changed;
        }
        painter->setLayoutDirection(Qt::LeftToRight); // whatever the name is made of
        painter->setPen(theme.color(color));
        drawText(*painter, cell, index.data().toString(), Qt::AlignLeft);
        painter->restore();
    }
};

} // namespace

DraftsTable::DraftsTable(DraftsModel &drafts, QWidget *parent)
    : QTableView(parent)
{
    setUpListTable(*this, new DraftsDelegate(this));
    horizontalHeader()->setSectionsClickable(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setModel(&drafts);
    horizontalHeader()->setSectionResizeMode(DraftsModel::Name, QHeaderView::Stretch);
    setColumnWidth(DraftsModel::Changes, 96);
    setColumnWidth(DraftsModel::Age, 96);
    setColumnWidth(DraftsModel::Standing, 190);
}

void DraftsTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the focus ring is around whole rows
    if (!m_finding && current.isValid() && current.row() != previous.row())
        emit rowChosen();
}

void DraftsTable::focusInEvent(QFocusEvent *event)
{
    // A view makes its first row the current one when it gets the focus; nobody chose that.
    if (currentIndex().isValid()) {
        QTableView::focusInEvent(event);
    } else {
        QAbstractScrollArea::focusInEvent(event);
        viewport()->update();
    }
}

void DraftsTable::keyPressEvent(QKeyEvent *event)
{
    const bool isCurrent = currentIndex().isValid();
    if (isCurrent && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        emit openPressed();
    else if (isCurrent && event->key() == Qt::Key_Delete)
        emit discardPressed();
    else if (!isCurrent && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up))
        setCurrentIndex(model()->index(0, 0));
    else
        QTableView::keyPressEvent(event);
}

DraftsList::DraftsList(QWidget *parent)
    : QWidget(parent)
    , m_drafts(new DraftsModel(this))
{
    connect(m_drafts, &QAbstractItemModel::modelReset, this, [this] {
        // The view has its own slot for this signal, and which one runs first is not fixed.
        QMetaObject::invokeMethod(this, &DraftsList::findCurrent, Qt::QueuedConnection);
        emit countsChanged();
    });
    connect(m_drafts, &QAbstractItemModel::dataChanged, this, &DraftsList::refreshButtons);
    m_minute.setTimerType(Qt::VeryCoarseTimer);
    m_minute.setInterval(60s);
    connect(&m_minute, &QTimer::timeout, m_drafts, &DraftsModel::refreshAges);
}

void DraftsList::build()
{
    if (m_table)
        return;
    m_table = new DraftsTable(*m_drafts, this);
    m_review = new QPushButton(this);
    m_open = new QPushButton(this);
    m_copy = new QPushButton(this);
    m_discard = new QPushButton(this);
    buildLayout();
    connectWidgets();
    retranslate();
    findCurrent();
}

void DraftsList::connectWidgets()
{
    connect(m_table, &DraftsTable::rowChosen, this, [this] {
        keepCurrent();
        if (EditSession *session = current())
            emit chosen(session);
    });
    const auto open = [this] {
        if (EditSession *session = current())
            emit openRequested(session);
        else if (const BatchSession *batch = currentBatch())
            emit batchOpenRequested(batch->id());
    };
    connect(m_table, &DraftsTable::openPressed, this, open);
    connect(m_table, &QAbstractItemView::doubleClicked, this, open);
    connect(m_open, &QPushButton::clicked, this, open);
    connect(m_review, &QPushButton::clicked, this, &DraftsList::reviewRequested);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (mayCopy())
            emit copyRequested(current());
    });
    connect(m_table, &DraftsTable::discardPressed, this, &DraftsList::askToDiscard);
    connect(m_discard, &QPushButton::clicked, this, &DraftsList::askToDiscard);
    connect(m_table, &QWidget::customContextMenuRequested, this, &DraftsList::openMenu);
}

void DraftsList::buildLayout()
{
    auto *bar = new QFrame(this);
    bar->setProperty("role", u"bar"_s);
    bar->setFixedHeight(52);
    auto *buttons = new QHBoxLayout(bar);
    buttons->setContentsMargins(12, 0, 12, 0);
    buttons->setSpacing(8);
    buttons->addWidget(m_discard);
    buttons->addStretch(1);
    buttons->addWidget(m_review);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_open);
    auto *line = new Separator(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(line);
    column->addWidget(bar);
    for (QPushButton *button : {m_review, m_open, m_copy, m_discard})
        button->setAutoDefault(false);
}

void DraftsList::retranslate()
{
    m_table->setAccessibleName(tr("Drafts"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns of the drafts"));
    m_open->setText(tr("Open draft"));
    m_open->setToolTip(tr("Continue with this draft (Enter)"));
    m_review->setToolTip(tr("Check all of them, then save them together"));
    m_copy->setText(tr("Create again as a copy…"));
    m_discard->setText(tr("Discard…"));
    m_discard->setToolTip(tr("Discard the changes of this draft (Del)"));
    refreshButtons();
}

void DraftsList::setWorkbench(Workbench *workbench) { m_drafts->setWorkbench(workbench); }

void DraftsList::setQuery(const QString &query) { m_drafts->setQuery(query); }

DraftsTable &DraftsList::table()
{
    build();
    return *m_table;
}

void DraftsList::setVisible(bool visible)
{
    if (visible)
        build();
    QWidget::setVisible(visible);
}

EditSession *DraftsList::current() const
{
    if (!m_table)
        return nullptr;
    return m_drafts->sessionAt(m_table->currentIndex().row());
}

BatchSession *DraftsList::currentBatch() const
{
    return m_table ? m_drafts->batchAt(m_table->currentIndex().row()) : nullptr;
}

bool DraftsList::mayCopy() const
{
    return m_table->currentIndex().data(DraftsModel::StateRole).value<DraftsModel::State>()
               == DraftsModel::State::Gone
           && current();
}

void DraftsList::refreshButtons()
{
    if (!m_table)
        return;
    m_open->setEnabled(current() || currentBatch());
    m_discard->setEnabled(current() || currentBatch());
    m_copy->setVisible(mayCopy());
    const int drafts = m_drafts->savedTogetherCount();
    m_review->setText(tr("Review %Ln draft(s)…", nullptr, drafts));
    m_review->setVisible(drafts > 1);
}

void DraftsList::keepCurrent()
{
    m_currentRow = m_table->currentIndex().row();
    m_currentId = m_table->currentIndex().data(DraftsModel::DraftIdRole).toString();
    refreshButtons();
}

void DraftsList::setCurrent(const EditSession *session)
{
    m_currentId = session ? session->draftId() : QString();
    m_currentRow = -1;
    findCurrent();
}

//! The same draft in another order; when it is gone, the one in its place.
void DraftsList::findCurrent()
{
    if (!m_table)
        return;
    const QScopedValueRollback guard(m_table->m_finding, true);
    int row = m_drafts->rowOf(m_currentId);
    if (row < 0 && m_currentRow >= 0)
        row = std::min(m_currentRow, m_drafts->rowCount() - 1);
    const QModelIndex index = m_drafts->index(row, 0);
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect
                                                          | QItemSelectionModel::Rows);
    if (index.isValid()) {
        m_table->scrollTo(index);
        keepCurrent();
    }
    refreshButtons();
}

void DraftsList::step(int rows)
{
    build();
    const int last = m_drafts->rowCount() - 1;
    const int from = m_table->currentIndex().row();
    if (last < 0)
        return;
    const int row = from < 0 ? (rows > 0 ? 0 : last) : std::clamp(from + rows, 0, last);
    m_table->setCurrentIndex(m_drafts->index(row, 0));
}

void DraftsList::openMenu(QPoint at)
{
    if (!current() && !currentBatch())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QPushButton *button : {m_open, m_copy, m_review, m_discard}) {
        if (button->isVisibleTo(this))
            connect(menu->addAction(button->text()), &QAction::triggered, button,
                    &QPushButton::click);
    }
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

QMessageBox *DraftsList::makeQuestion(const QString &text, const QString &more)
{
    auto *box = new QMessageBox(window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowModality(Qt::WindowModal);
    box->setWindowTitle(tr("Discard draft"));
    box->setIcon(QMessageBox::NoIcon);
    box->setText(text);
    box->setInformativeText(more);
    makePlain(*box);
    if (auto *question = box->findChild<QLabel *>(u"qt_msgbox_label"_s))
        setLook(question, "role", u"heading"_s);
    auto *discard = box->addButton(tr("Discard draft"), QMessageBox::AcceptRole);
    setLook(discard, "kind", u"danger"_s);
    auto *keep = box->addButton(tr("Keep it"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    return box;
}

void DraftsList::askToDiscardBatch(BatchSession &batch)
{
    const QModelIndex row = m_table->currentIndex();
    QMessageBox *box = makeQuestion(
        tr("Discard the draft of %1?")
            .arg(row.siblingAtColumn(DraftsModel::Name).data().toString()),
        tr("%1. The models in the registry stay as they are.")
            .arg(row.siblingAtColumn(DraftsModel::Changes).data().toString()));
    connect(box, &QMessageBox::buttonClicked, this,
            [this, box, session = QPointer(&batch)](QAbstractButton *button) {
                if (session && box->buttonRole(button) == QMessageBox::AcceptRole)
                    emit batchDiscardRequested(session);
            });
    box->open();
}

void DraftsList::askToDiscard()
{
    if (BatchSession *batch = currentBatch())
        return askToDiscardBatch(*batch);
    const QPointer<EditSession> session = current();
    if (!session)
        return;
    const QModelIndex row = m_table->currentIndex();
    const QString name = visibleText(row.siblingAtColumn(DraftsModel::Name).data().toString(), 60);
    const QString changes = row.siblingAtColumn(DraftsModel::Changes).data().toString();
    const bool isGone =
        row.siblingAtColumn(0).data(DraftsModel::StateRole).value<DraftsModel::State>()
        == DraftsModel::State::Gone;
    QMessageBox *box = makeQuestion(
        tr("Discard the draft of %1?").arg(name),
        isGone ? tr("%1. The model is no longer in the registry, so nothing of it is left.")
                     .arg(changes)
        : session->isNew()
            ? tr("%1. The model was not created, so nothing of it is left.").arg(changes)
            : tr("%1. The model in the registry stays as it is.").arg(changes));
    connect(box, &QMessageBox::buttonClicked, this, [this, box, session](QAbstractButton *button) {
        if (session && box->buttonRole(button) == QMessageBox::AcceptRole)
            emit discardRequested(session);
    });
    box->open();
}

void DraftsList::showEvent(QShowEvent *event)
{
    m_drafts->refreshAges();
    m_minute.start();
    QWidget::showEvent(event);
}

void DraftsList::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    QWidget::hideEvent(event);
}

void DraftsList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_table)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_draftslist.cpp"
