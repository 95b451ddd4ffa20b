// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/modelchooser.h"

#include "core/visibletext.h"
#include "lists/comparison.h"
#include "lists/modelnames.h"
#include "ui/browse/searchofferdelegate.h"
#include "ui/widgets/announce.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int chooserWidth = 520;
constexpr int chooserMargin = 8;
constexpr int chooserLine = 30;
constexpr int chooserRows = 10;

QString nameToChoose(const QString &name)
{
    return name.isEmpty() ? ModelChooser::tr("(no name)") : visibleText(name, 200);
}

} // namespace

ModelChooser::ModelChooser(const ModelTableModel &models, QWidget *parent)
    : QFrame(parent)
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
    , m_rows(new QStandardItemModel(this))
    , m_names(new ModelNames(models, this))
{
    setProperty("role", u"palette"_s);
    m_nothing->setProperty("role", u"muted"_s);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setIndent(chooserMargin);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new SearchOfferDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(chooserMargin, chooserMargin, chooserMargin, chooserMargin);
    column->setSpacing(chooserMargin);
    column->addWidget(m_edit);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    m_edit->installEventFilter(this);
    parent->installEventFilter(this);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &typed) {
        m_isAnswered = m_takesFirst = false;
        m_names->find(typed);
    });
    connect(m_names, &ModelNames::found, this, &ModelChooser::fill);
    connect(m_list, &QListView::clicked, this, &ModelChooser::take);
    retranslate();
    hide();
}

void ModelChooser::open(const Catalog &catalog, const QStringList &without, const QWidget &button)
{
    m_catalog = &catalog;
    m_without = without;
    m_button = &button;
    m_isAnswered = m_takesFirst = false;
    m_edit->clear();
    m_rows->clear();
    m_names->find({});
    place();
    show();
    raise();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void ModelChooser::close()
{
    m_names->rest();
    hide();
}

void ModelChooser::retranslate()
{
    m_edit->setPlaceholderText(tr("Search models by name or ID"));
    m_edit->setAccessibleName(m_edit->placeholderText());
    m_list->setAccessibleName(tr("Models to compare with"));
    m_nothing->setText(tr("No other model has this in its name or ID."));
}

void ModelChooser::fill()
{
    m_isAnswered = true;
    const QString chosen = m_list->currentIndex().data(SearchOfferDelegate::PlaceRole).toString();
    const QString typed = m_edit->text().trimmed();
    m_rows->clear();
    int row = 0;
    for (const QString &id : m_names->ids()) {
        const RegisteredModel *model = m_catalog ? m_catalog->find(id) : nullptr;
        if (!model || m_without.contains(id))
            continue;
        auto *item = new QStandardItem(nameToChoose(model->metadata.name));
        item->setData(visibleText(id, 100), SearchOfferDelegate::AboutRole);
        item->setData(typed, SearchOfferDelegate::MatchRole);
        item->setData(id, SearchOfferDelegate::PlaceRole);
        item->setData(QString(item->text() + u", "_s + visibleText(id, 100)),
                      Qt::AccessibleTextRole);
        if (id == chosen && typed == m_typed)
            row = m_rows->rowCount();
        m_rows->appendRow(item);
    }
    m_typed = typed;
    m_list->setCurrentIndex(m_rows->index(row, 0));
    place();
    if (std::exchange(m_takesFirst, false))
        take(m_list->currentIndex());
}

void ModelChooser::place()
{
    const bool isEmpty = m_rows->rowCount() == 0;
    const int rows = std::clamp(m_rows->rowCount(), 1, chooserRows);
    const int height = isEmpty ? chooserLine : rows * SearchOfferDelegate::rowHeight + 2;
    m_list->setFixedHeight(height);
    m_list->setVisible(!isEmpty);
    m_nothing->setFixedHeight(chooserLine);
    m_nothing->setVisible(isEmpty && m_isAnswered);
    const QWidget &around = *parentWidget();
    const int width = std::min(chooserWidth, around.width() - 32);
    int right = around.width() - 16;
    int top = 52;
    if (m_button) {
        const QPoint corner = m_button->mapTo(&around, m_button->rect().bottomRight());
        right = std::clamp(corner.x() + 1, width + 16, around.width() - 16);
        top = corner.y() + 5;
    }
    setGeometry(right - width, top, width, chooserLine + height + 3 * chooserMargin + 2);
}

void ModelChooser::take(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString id = index.data(SearchOfferDelegate::PlaceRole).toString();
    close();
    emit chosen(id);
}

void ModelChooser::go(int step)
{
    const int last = m_rows->rowCount() - 1;
    if (last < 0)
        return;
    m_list->setCurrentIndex(
        m_rows->index(std::clamp(m_list->currentIndex().row() + step, 0, last), 0));
    announceCurrentRow(*m_list);
}

bool ModelChooser::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        close();
        emit cancelled();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_isAnswered)
            take(m_list->currentIndex());
        else
            m_takesFirst = true;
        return true;
    case Qt::Key_Down: go(1); return true;
    case Qt::Key_Up: go(-1); return true;
    case Qt::Key_PageDown: go(chooserRows); return true;
    case Qt::Key_PageUp: go(-chooserRows); return true;
    default: return false;
    }
}

bool ModelChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    // Not for its own context menu.
    if (event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        close();
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (!isOverride && event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (isOverride && key == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (!isOverride && handleKey(key))
        return true;
    return QFrame::eventFilter(watched, event);
}

void ModelChooser::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_modelchooser.cpp"
