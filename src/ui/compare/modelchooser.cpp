// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/modelchooser.h"

#include "core/visibletext.h"
#include "lists/comparison.h"
#include "lists/modelnames.h"
#include "ui/browse/searchofferdelegate.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int chooserWidth = 520;
constexpr int chooserMargin = 8;
constexpr int chooserLine = 30;
constexpr int chooserRows = 10;
constexpr qsizetype mostChoices = 50;

QString nameToChoose(const ModelNames::Found &model)
{
    return model.name.isEmpty() ? ModelChooser::tr("(no name)") : visibleText(model.name, 200);
}

} // namespace

ModelChooser::ModelChooser(QWidget *parent)
    : QFrame(parent)
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
    , m_rows(new QStandardItemModel(this))
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
    connect(m_edit, &QLineEdit::textChanged, this, &ModelChooser::find);
    connect(m_list, &QListView::clicked, this, &ModelChooser::take);
    retranslate();
    hide();
}

ModelChooser::~ModelChooser() = default;

void ModelChooser::open(const Catalog &catalog, const QStringList &without, const QWidget &button)
{
    m_names = std::make_unique<ModelNames>(catalog);
    m_without = without;
    m_button = &button;
    m_edit->clear();
    m_rows->clear();
    find();
    place();
    show();
    raise();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void ModelChooser::close()
{
    m_names.reset();
    hide();
}

void ModelChooser::retranslate()
{
    m_edit->setPlaceholderText(tr("Search models by name or id"));
    m_edit->setAccessibleName(m_edit->placeholderText());
    m_list->setAccessibleName(tr("Models to compare with"));
    m_nothing->setText(tr("No other model has this in its name or id."));
}

void ModelChooser::find()
{
    if (!m_names)
        return;
    const QString typed = m_edit->text();
    m_names->find(typed, mostChoices + mostCompared, [=, this](const auto &found) {
        m_rows->clear();
        for (const ModelNames::Found &model : found) {
            if (m_without.contains(model.id) || m_rows->rowCount() == mostChoices)
                continue;
            auto *item = new QStandardItem(nameToChoose(model));
            item->setData(visibleText(model.id, 100), SearchOfferDelegate::AboutRole);
            item->setData(typed.trimmed(), SearchOfferDelegate::MatchRole);
            item->setData(model.id, SearchOfferDelegate::PlaceRole);
            item->setData(QString(item->text() + u", "_s + visibleText(model.id, 100)),
                          Qt::AccessibleTextRole);
            m_rows->appendRow(item);
        }
        m_list->setCurrentIndex(m_rows->index(0, 0));
        place();
    });
}

void ModelChooser::place()
{
    const bool isEmpty = m_rows->rowCount() == 0;
    const int rows = std::clamp(m_rows->rowCount(), 1, chooserRows);
    const int height = isEmpty ? chooserLine : rows * SearchOfferDelegate::rowHeight + 2;
    m_list->setFixedHeight(height);
    m_list->setVisible(!isEmpty);
    m_nothing->setFixedHeight(chooserLine);
    m_nothing->setVisible(isEmpty);
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
    // The list has no focus, so a screen reader has to be told.
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(m_list->currentIndex().row());
    QAccessible::updateAccessibility(&event);
}

bool ModelChooser::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        close();
        emit cancelled();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: take(m_list->currentIndex()); return true;
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
    const auto *key = static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::ShortcutOverride && key->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && handleKey(key->key()))
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
