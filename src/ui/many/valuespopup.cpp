// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/valuespopup.h"

#include "core/visibletext.h"
#include "model/parametersize.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/lineedit.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

enum ValueUseRole { UsedValueRole = Qt::UserRole, ModelsRole };

constexpr qsizetype longestUse = 200;
constexpr int useRow = 28;
constexpr qsizetype fewUses = 12; // need no field to find one

//! The value, and how many have it at the right edge.
class ValueUseDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {160, useRow};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        painter->save();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.color(ThemeColor::Selection));
        painter->setFont(option.font);
        QRect area = option.rect.adjusted(8, 0, -8, 0);
        const bool isEmpty = index.data(UsedValueRole).toString().isEmpty();
        painter->setPen(theme.color(ThemeColor::Muted));
        const int count = drawTextLine(*painter, area, Qt::AlignRight,
                                       QLocale().toString(index.data(ModelsRole).toInt()));
        painter->setPen(theme.color(isEmpty ? ThemeColor::Muted : ThemeColor::Text));
        area.setRight(area.right() - count - 16);
        drawTextLine(*painter, area, Qt::AlignLeft, index.data(Qt::DisplayRole).toString());
        painter->restore();
    }
};

} // namespace

ValuesPopup::ValuesPopup(const ModelField &field, const QList<ManyValues::Use> &uses, qsizetype all,
                         QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_find(new LineEdit)
    , m_list(new QListView)
    , m_rows(new QStandardItemModel(this))
    , m_shown(new QSortFilterProxyModel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Different values of %1").arg(field.labelText()));
    for (const ManyValues::Use &use : uses) {
        const QString text = field.kind == FieldKind::ParameterSize ? shortParameterSize(use.value)
                                                                    : use.value;
        const QString shown = use.value.isEmpty() ? tr("(empty)") : visibleText(text, longestUse);
        auto *item = new QStandardItem(shown);
        item->setEditable(false);
        item->setData(use.value, UsedValueRole);
        item->setData(use.models, ModelsRole);
        item->setData(tr("%1: %2").arg(shown, tr("%Ln model(s)", nullptr, use.models)),
                      Qt::AccessibleTextRole);
        m_rows->appendRow(item);
    }
    m_shown->setSourceModel(m_rows);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    auto *hint = new QLabel(tr("Choose only the models with:"));
    hint->setProperty("role", u"muted"_s);
    column->addWidget(hint);
    m_find->setPlaceholderText(tr("Find a value"));
    m_find->setAccessibleName(tr("Find a value"));
    m_find->setVisible(uses.size() > fewUses);
    m_find->installEventFilter(this);
    column->addWidget(m_find);
    m_list->setModel(m_shown);
    m_list->setItemDelegate(new ValueUseDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(accessibleName());
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(useRow * int(std::clamp(uses.size(), qsizetype(1), qsizetype(10))) + 2);
    m_list->installEventFilter(this);
    column->addWidget(m_list);
    if (all > uses.size()) {
        auto *more = new QLabel(tr("The %Ln most frequent of %1", nullptr, int(uses.size()))
                                    .arg(QLocale().toString(all)));
        more->setProperty("role", u"muted"_s);
        column->addWidget(more);
    }
    m_list->setCurrentIndex(m_shown->index(0, 0));
    setFocusProxy(uses.size() > fewUses ? static_cast<QWidget *>(m_find) : m_list);
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setFilterFixedString(text);
        m_list->setCurrentIndex(m_shown->index(0, 0));
    });
    connect(m_list, &QAbstractItemView::clicked, this, &ValuesPopup::take);
}

void ValuesPopup::popUp(const QWidget &editor)
{
    constexpr int least = 280;
    resize(std::max(editor.width(), least), sizeHint().height());
    QPoint at = editor.mapToGlobal(QPoint(editor.width() - width(), editor.height() + 2));
    if (const QScreen *screen = editor.screen()) {
        const QRect free = screen->availableGeometry();
        at.setX(std::clamp(at.x(), free.left(), std::max(free.left(), free.right() - width())));
        at.setY(std::clamp(at.y(), free.top(), std::max(free.top(), free.bottom() - height())));
    }
    move(at);
    show();
    focusProxy()->setFocus(Qt::PopupFocusReason);
}

void ValuesPopup::take(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString value = index.data(UsedValueRole).toString();
    close();
    emit chosen(value);
}

bool ValuesPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: take(m_list->currentIndex()); return true;
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Down:
    case Qt::Key_Up: {
        if (watched != m_find)
            break;
        const int row = m_list->currentIndex().row() + (key->key() == Qt::Key_Down ? 1 : -1);
        if (m_shown->hasIndex(row, 0)) {
            m_list->setCurrentIndex(m_shown->index(row, 0));
            announceCurrentRow(*m_list);
        }
        return true;
    }
    default: break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace modelscribe

#include "moc_valuespopup.cpp"
