// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/searchcompletion.h"

#include "core/visibletext.h"
#include "ui/browse/searchofferdelegate.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/plaintext.h"

#include <QApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QScopedValueRollback>
#include <QScreen>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using OfferDelegate = SearchOfferDelegate;

constexpr qsizetype lettersToOpen = 2;
constexpr int widest = 566;
constexpr int rowsAtOnce = 14;
constexpr int leastForFooter = 380;

bool isOffer(const QModelIndex &index) { return index.flags().testFlag(Qt::ItemIsSelectable); }

} // namespace

SearchCompletion::SearchCompletion(QLineEdit &box)
    : QObject(&box)
    , m_box(box)
    , m_popup(new QFrame(&box, Qt::ToolTip))
    , m_list(new QListView)
    , m_footer(new QLabel)
    , m_rows(new QStandardItemModel(this))
{
    m_popup->setAttribute(Qt::WA_ShowWithoutActivating);
    m_popup->setFocusPolicy(Qt::NoFocus);
    m_popup->setProperty("role", u"palette"_s);
    auto *column = new QVBoxLayout(m_popup);
    column->setContentsMargins(1, 4, 1, 4);
    column->setSpacing(4);
    column->addWidget(m_list, 1);
    column->addWidget(m_footer);
    m_footer->setProperty("role", u"muted"_s);
    m_footer->setTextFormat(Qt::PlainText);
    m_footer->setContentsMargins(12, 2, 12, 2);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new OfferDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] { request(false); });
    connect(m_list, &QListView::clicked, this, &SearchCompletion::take);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { announceCurrentRow(*m_list); });
    connect(&m_box, &QLineEdit::cursorPositionChanged, this, [this] {
        if (isOpen() && !m_isTaking)
            m_soon.start();
    });
}

SearchCompletion::~SearchCompletion() { qApp->removeEventFilter(this); }

bool SearchCompletion::isOpen() const { return m_popup->isVisible(); }

void SearchCompletion::typed()
{
    if (!m_isTaking)
        m_soon.start();
}

void SearchCompletion::open() { request(true); }

void SearchCompletion::close()
{
    m_soon.stop();
    const bool wasSaid = isOpen() && m_list->currentIndex().isValid();
    m_popup->hide();
    qApp->removeEventFilter(this);
    if (wasSaid)
        announceFocus(m_box);
}

void SearchCompletion::request(bool asked)
{
    m_soon.stop();
    if (!m_source || !m_box.hasFocus() || m_box.hasSelectedText()) {
        close();
        return;
    }
    const SearchOffers found = m_source(m_box.text(), m_box.cursorPosition());
    const QueryCompletion &wanted = found.completion;
    const bool isWord = wanted.kind == QueryCompletion::Kind::Field;
    const qsizetype enough = isOpen() ? 1 : lettersToOpen;
    const bool isBegun = !isWord || wanted.prefix.size() >= enough;
    if (found.offers.isEmpty() || (!isBegun && !asked)) {
        close();
        return;
    }
    fill(found);
    place();
    if (isOpen())
        return;
    m_popup->show();
    qApp->installEventFilter(this);
}

void SearchCompletion::refresh()
{
    if (!isOpen() || m_soon.isActive()) // it asks anyway
        return;
    const QModelIndex chosen = m_list->currentIndex();
    const QString kept = chosen.isValid() ? insertOf(chosen) : QString();
    const int scrolled = m_list->verticalScrollBar()->value();
    request(true);
    for (int row = 0; chosen.isValid() && isOpen() && row < m_rows->rowCount(); ++row) {
        const QModelIndex index = m_rows->index(row, 0);
        if (!isOffer(index) || insertOf(index) != kept)
            continue;
        m_list->setCurrentIndex(index);
        m_list->verticalScrollBar()->setValue(scrolled);
        m_list->scrollTo(index);
    }
}

void SearchCompletion::fill(const SearchOffers &found)
{
    m_found = found;
    m_rows->clear();
    const auto &offers = found.offers;
    const bool isMixed = !offers.isEmpty() && offers.first().section != offers.last().section;
    const auto addHeading = [this](const QString &text) {
        auto *item = new QStandardItem(text);
        item->setFlags(Qt::NoItemFlags);
        m_rows->appendRow(item);
    };
    for (qsizetype i = 0; i < offers.size(); ++i) {
        const SearchOffer &offer = offers[i];
        const bool isFirst = i == 0 || offers[i - 1].section != offer.section;
        if (isMixed && isFirst)
            addHeading(offer.section == SearchOffer::Section::Field ? tr("Fields") : tr("Values"));
        auto *item = new QStandardItem(visibleText(offer.text, 200));
        const QString count = offer.count < 0 ? QString() : QLocale().toString(offer.count);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setData(visibleText(offer.about, 100), OfferDelegate::AboutRole);
        item->setData(count, OfferDelegate::CountRole);
        item->setData(found.completion.prefix, OfferDelegate::MatchRole);
        item->setData(int(i), OfferDelegate::PlaceRole);
        QStringList spoken{item->text(), offer.about, count};
        spoken.removeAll(QString());
        item->setData(spoken.join(u", "_s), Qt::AccessibleTextRole);
        item->setData(visibleToolTip(offer.text), Qt::ToolTipRole);
        m_rows->appendRow(item);
    }
    m_list->setAccessibleName(tr("Search suggestions"));
    m_footer->setText(footerText());
}

QString SearchCompletion::footerText() const
{
    return tr("↓ to choose · Tab to accept · OR, −, ( ) to combine");
}

void SearchCompletion::place()
{
    const QRect screen = m_box.screen()->availableGeometry();
    const QPoint corner = m_box.mapToGlobal(QPoint(28, m_box.height() + 7));
    const int width = std::clamp(m_box.width() - 28, 200, widest);
    m_footer->setVisible(width >= leastForFooter);
    const int around = 10 + (m_footer->isHidden() ? 0 : m_footer->sizeHint().height() + 4);
    const int rows = std::min(rowsAtOnce, m_rows->rowCount());
    QRect area(corner, QSize(width, rows * OfferDelegate::rowHeight + around));
    area.setRight(std::min(area.right(), area.left() + screen.width() - 1));
    const int below = screen.bottom() - area.top();
    const int above = m_box.mapToGlobal(QPoint()).y() - 7 - screen.top();
    if (area.height() > below && above > below) {
        area.setHeight(std::min(area.height(), above));
        area.moveBottom(screen.top() + above);
    } else {
        area.setHeight(std::min(area.height(), below));
    }
    area.moveLeft(std::clamp(area.left(), screen.left(), screen.right() + 1 - area.width()));
    m_popup->setGeometry(area);
}

void SearchCompletion::go(int step)
{
    const int count = m_rows->rowCount();
    const int before = m_list->currentIndex().row();
    int row = before;
    do {
        row += step > 0 ? 1 : -1;
        if (row < -1)
            row = count - 1;
        if (row == count)
            row = -1;
    } while (row >= 0 && !isOffer(m_rows->index(row, 0)));
    if (row < 0) { // back to what is typed
        m_list->selectionModel()->clear();
        m_list->scrollToTop();
        return;
    }
    m_list->setCurrentIndex(m_rows->index(row, 0));
    // The heading of the first row is seen, too.
    if (row <= 1)
        m_list->scrollToTop();
}

QString SearchCompletion::insertOf(const QModelIndex &index) const
{
    return m_found.offers.at(index.data(OfferDelegate::PlaceRole).toInt()).insert;
}

void SearchCompletion::take(const QModelIndex &index)
{
    if (!isOffer(index))
        return;
    const QueryCompletion wanted = m_found.completion;
    const QString insert = insertOf(index);
    close();
    {
        const QScopedValueRollback guard(m_isTaking, true);
        m_box.setSelection(int(wanted.begin), int(wanted.length));
        m_box.insert(insert); // can be undone
    }
    if (insert.endsWith(u':') || insert.endsWith(u'='))
        request(true); // its values are what is wanted next
}

bool SearchCompletion::handleKey(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        open();
        return true;
    }
    if (!isOpen() || (event->modifiers() & ~Qt::KeypadModifier))
        return false;
    const QModelIndex chosen = m_list->currentIndex();
    switch (event->key()) {
    case Qt::Key_Down: go(1); return true;
    case Qt::Key_Up: go(-1); return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
        const int step = event->key() == Qt::Key_PageDown ? 1 : -1;
        const int last = step > 0 ? m_rows->rowCount() - 1 : 0;
        for (int i = 0; i < rowsAtOnce && m_list->currentIndex().row() != last; ++i)
            go(step);
        return true;
    }
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Tab:
        if (chosen.isValid())
            take(chosen);
        else
            close();
        return chosen.isValid();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (chosen.isValid())
            take(chosen);
        else
            close();
        return chosen.isValid();
    default: return false;
    }
}

bool SearchCompletion::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = watched->isWidgetType() ? static_cast<const QWidget *>(watched) : nullptr;
    const bool isPress = event->type() == QEvent::MouseButtonPress && widget
                         && widget->window() != m_popup && widget != &m_box;
    const bool isMove = (event->type() == QEvent::Move || event->type() == QEvent::Resize)
                        && watched == m_box.window();
    if (isPress || isMove)
        close();
    return false;
}

} // namespace modelscribe

#include "moc_searchcompletion.cpp"
