// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/text/jsoncompleter.h"

#include "core/visibletext.h"
#include "ui/json/jsondocument.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/theme.h"

#include <QFrame>
#include <QFutureWatcher>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScreen>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Sci = QsciScintillaBase;

enum CompletionRole { UsesRole = Qt::UserRole, DescriptionRole };

constexpr int suggestionHeight = 28;
constexpr int rowsInSight = 9;
constexpr int popupWidth = 440;

//! The key or value, and behind it, muted, how often it is used and what it is.
class CandidateDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {popupWidth, suggestionHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.color(ThemeColor::Selection));
        QRect area = option.rect.adjusted(10, 0, -10, 0);
        const auto put = [&](const QString &text, const QFont &font, ThemeColor color, int most) {
            const QFontMetrics metrics(font);
            const QString shown = metrics.elidedText(text, Qt::ElideRight,
                                                     std::min(most, area.width()));
            painter->setFont(font);
            painter->setPen(theme.color(color));
            painter->drawText(area, Qt::AlignVCenter | Qt::TextSingleLine, shown);
            area.setLeft(area.left() + metrics.horizontalAdvance(shown) + 16);
        };
        put(index.data(Qt::DisplayRole).toString(), theme.fixedFont(), ThemeColor::Text,
            area.width() * 6 / 10);
        for (const int role : {UsesRole, DescriptionRole}) {
            const QString text = index.data(role).toString();
            if (!text.isEmpty() && area.width() > 24)
                put(text, option.font, ThemeColor::Muted, area.width());
        }
    }
};

bool beginsWord(const QString &text)
{
    return text.size() == 1
           && (text[0].isLetterOrNumber() || text[0] == u'"' || text[0] == u'_' || text[0] == u'-');
}

} // namespace

JsonCompleter::JsonCompleter(JsonDocument &document)
    : QObject(&document.textEdit())
    , m_document(document)
    , m_popup(new QFrame(&document.textEdit(), Qt::ToolTip))
    , m_list(new QListView)
    , m_rows(new QStandardItemModel(this))
{
    m_popup->setAttribute(Qt::WA_ShowWithoutActivating);
    m_popup->setFocusPolicy(Qt::NoFocus);
    m_popup->setProperty("role", u"palette"_s);
    auto *layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_list);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new CandidateDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListView::clicked, this, &JsonCompleter::take);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &JsonCompleter::announce);

    JsonTextEdit &text = document.textEdit();
    text.installEventFilter(this);
    m_typedTimer.setSingleShot(true);
    m_typedTimer.setInterval(0);
    connect(&m_typedTimer, &QTimer::timeout, this, [this] { request(false); });
    connect(&text, &JsonTextEdit::edited, this, [this] {
        if (!m_taking && (isOpen() || m_typed))
            m_typedTimer.start();
    });
    connect(&text, &JsonTextEdit::textReplaced, this, &JsonCompleter::close);
    connect(&text, &JsonTextEdit::caretMoved, this, [this](qsizetype at) {
        const JsonRange &word = m_completion.replaces;
        if (isOpen() && !m_typedTimer.isActive() && (at < word.begin || at > word.end))
            close();
    });
}

JsonCompleter::~JsonCompleter() = default;

bool JsonCompleter::isOpen() const { return m_popup->isVisible(); }

void JsonCompleter::open() { request(true); }

void JsonCompleter::close()
{
    ++m_request;
    m_typedTimer.stop();
    const bool wasOpen = isOpen();
    m_popup->hide();
    if (wasOpen)
        announceFocus(m_document.textEdit());
}

void JsonCompleter::request(bool asked)
{
    const JsonTextEdit &text = m_document.textEdit();
    const quint64 number = ++m_request;
    if (text.isReadOnly() || text.cursorCount() > 1) {
        close();
        return;
    }
    const auto work = [bytes = text.bytes(), caret = text.caret(), schema = m_document.schema(),
                       vocabulary = m_document.vocabulary()] {
        return completeJson(bytes, caret, schema.get(), vocabulary.get());
    };
    if (text.length() <= completeHereLimit) {
        show(work(), asked);
        return;
    }
    auto *watcher = new QFutureWatcher<JsonCompletion>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number, asked] {
        watcher->deleteLater();
        if (number == m_request)
            show(watcher->result(), asked);
    });
    watcher->setFuture(QtConcurrent::run(work));
}

void JsonCompleter::show(const JsonCompletion &completion, bool asked)
{
    const JsonTextEdit &text = m_document.textEdit();
    const auto &candidates = completion.candidates;
    const QByteArray typed = text.bytes().mid(completion.replaces.begin,
                                              completion.replaces.size());
    // By itself only while something is typed that is not finished yet.
    const bool finished = candidates.size() == 1 && candidates.first().insert == typed;
    if (candidates.isEmpty() || (!asked && (typed.isEmpty() || finished)) || !text.hasFocus()) {
        close();
        return;
    }
    m_completion = completion;
    fill(completion);
    place();
    m_popup->show();
    m_list->setCurrentIndex(m_rows->index(0, 0));
}

void JsonCompleter::fill(const JsonCompletion &completion)
{
    m_rows->clear();
    for (const JsonCompletion::Candidate &candidate : completion.candidates) {
        auto *item = new QStandardItem(visibleText(candidate.label, 100));
        const QString uses = candidate.uses > 0 ? tr("used by %n", nullptr, candidate.uses)
                                                : QString();
        const QString description = visibleText(candidate.description, 160);
        item->setData(uses, UsesRole);
        item->setData(description, DescriptionRole);
        QStringList spoken{item->text(), uses, description};
        spoken.removeAll(QString());
        item->setData(spoken.join(u", "_s), Qt::AccessibleTextRole);
        if (!description.isEmpty())
            item->setData(plainToolTip(description), Qt::ToolTipRole);
        m_rows->appendRow(item);
        if (m_rows->rowCount() == mostRows)
            break;
    }
    m_list->setAccessibleName(completion.isKey ? tr("Keys for this place")
                                               : tr("Values for this place"));
}

void JsonCompleter::place()
{
    const JsonTextEdit &text = m_document.textEdit();
    const auto ask = [&text](unsigned int message, qsizetype first, qsizetype second = 0) {
        return int(text.SendScintilla(message, static_cast<unsigned long>(first), long(second)));
    };
    const qsizetype begin = m_completion.replaces.begin;
    const int lineHeight = ask(Sci::SCI_TEXTHEIGHT, 0);
    const QPoint top = text.viewport()->mapToGlobal(QPoint(
        ask(Sci::SCI_POINTXFROMPOSITION, 0, begin), ask(Sci::SCI_POINTYFROMPOSITION, 0, begin)));
    const QSize size(popupWidth + 10,
                     std::min(rowsInSight, m_rows->rowCount()) * suggestionHeight + 10);
    const QRect screen = text.screen()->availableGeometry();
    QRect area(top + QPoint(-10, lineHeight + 2), size);
    if (area.bottom() > screen.bottom())
        area.moveBottom(top.y() - 2);
    area.moveLeft(std::clamp(area.left(), screen.left(),
                             std::max(screen.left(), screen.right() - size.width())));
    m_popup->setGeometry(area);
}

void JsonCompleter::take()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_completion.candidates.size())
        return;
    JsonTextEdit &text = m_document.textEdit();
    JsonRange replaces = m_completion.replaces;
    QByteArray insert = m_completion.candidates[row].insert;
    const QByteArray bytes = text.bytes();
    if (m_completion.isKey) {
        qsizetype behind = replaces.end;
        while (behind < bytes.size() && (bytes[behind] == ' ' || bytes[behind] == '\t'))
            ++behind;
        if (behind >= bytes.size() || bytes[behind] != ':')
            insert += ": ";
    }
    const QScopedValueRollback guard(m_taking, true);
    text.applyChanges({{replaces.begin, replaces.end, insert}});
    const qsizetype end = replaces.begin + insert.size();
    text.selectRange({end, end});
    m_typed = false;
    close();
}

void JsonCompleter::announce()
{
    if (isOpen())
        announceCurrentRow(*m_list);
}

bool JsonCompleter::handleKey(QKeyEvent *event)
{
    const int row = m_list->currentIndex().row();
    const auto go = [this](int to) {
        m_list->setCurrentIndex(m_rows->index(std::clamp(to, 0, m_rows->rowCount() - 1), 0));
    };
    switch (event->key()) {
    case Qt::Key_Down: go(row + 1 == m_rows->rowCount() ? 0 : row + 1); return true;
    case Qt::Key_Up: go(row == 0 ? m_rows->rowCount() - 1 : row - 1); return true;
    case Qt::Key_PageDown: go(row + rowsInSight - 1); return true;
    case Qt::Key_PageUp: go(row - rowsInSight + 1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (event->modifiers() & ~Qt::KeypadModifier)
            return false;
        take();
        return true;
    case Qt::Key_Escape: close(); return true;
    default: return false;
    }
}

bool JsonCompleter::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool asks = key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier;
        if (event->type() == QEvent::ShortcutOverride) {
            if (asks || (isOpen() && key->key() == Qt::Key_Escape)) {
                event->accept();
                return true;
            }
            break;
        }
        if (asks)
            open();
        if (asks || (isOpen() && handleKey(key)))
            return true;
        m_typed = beginsWord(key->text()) && !(key->modifiers() & Qt::ControlModifier);
        break;
    }
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::Resize: close(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace modelscribe

#include "moc_jsoncompleter.cpp"
