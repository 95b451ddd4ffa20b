// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/editplace.h"

#include "session/editsession.h"
#include "ui/edit/editorpane.h"
#include "ui/json/jsoneditor.h"
#include "ui/json/text/jsontextedit.h"

#include <QApplication>
#include <QItemSelectionModel>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto noteDelay = 200ms;
constexpr auto fieldPrefix = "field_"_L1;

//! As EditorPane::Tab; names, because a later version may order them otherwise.
constexpr std::array tabNames = {"Details"_L1, "ExtraInfo"_L1, "Labels"_L1, "History"_L1};

} // namespace

QString EditPlace::toText() const
{
    QJsonObject json;
    if (isOpen)
        json.insert("open"_L1, true);
    if (tab > 0 && tab < int(tabNames.size()))
        json.insert("tab"_L1, tabNames[size_t(tab)]);
    if (!field.isEmpty())
        json.insert("field"_L1, field);
    if (cursor >= 0)
        json.insert("cursor"_L1, cursor);
    if (row >= 0 && column >= 0) {
        json.insert("row"_L1, row);
        json.insert("column"_L1, column);
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

EditPlace EditPlace::fromText(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    EditPlace place;
    place.isOpen = json.value("open"_L1).toBool();
    const auto tab = std::ranges::find(tabNames, json.value("tab"_L1).toString());
    place.tab = tab == tabNames.end() ? 0 : int(tab - tabNames.begin());
    place.field = json.value("field"_L1).toString();
    place.cursor = std::max(json.value("cursor"_L1).toInteger(-1), qint64(-1));
    place.row = std::max(json.value("row"_L1).toInt(-1), -1);
    place.column = std::max(json.value("column"_L1).toInt(-1), -1);
    return place;
}

EditPlaceKeeper::EditPlaceKeeper(EditorPane &pane)
    : QObject(&pane)
    , m_pane(pane)
    , m_tabs(pane.findChild<QTabBar *>(u"tabs"_s))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(noteDelay);
    // A draft that another window works on is not written anew for a place in this one.
    connect(&m_soon, &QTimer::timeout, this, [this] {
        const QWidget *focus = QApplication::focusWidget(); // none in a window that is not active
        if (focus && focus->window() == m_pane.window())
            note();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &EditPlaceKeeper::noteSoon);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && m_pane.isAncestorOf(now))
            follow(now);
        else if (!now && m_soon.isActive())
            note(); // the window is left
    });
}

void EditPlaceKeeper::setSession(EditSession *session)
{
    if (session == m_session)
        return;
    m_soon.stop();
    if (m_session && m_tabs) {
        EditPlace left = place();
        left.isOpen = false;
        m_session->setPlace(left.toText());
        m_session->disconnect(this);
    }
    m_session = session;
    m_field.clear();
    if (!session)
        return;
    // The place is kept with the first edit.
    connect(session, &EditSession::changed, this, &EditPlaceKeeper::noteSoon);
    if (QWidget *focus = QApplication::focusWidget(); focus && m_pane.isAncestorOf(focus))
        follow(focus);
    noteSoon();
}

QWidget *EditPlaceKeeper::fieldOf(QWidget *widget) const
{
    for (; widget && widget != &m_pane; widget = widget->parentWidget()) {
        if (widget->objectName().startsWith(fieldPrefix))
            return widget;
    }
    return nullptr;
}

void EditPlaceKeeper::follow(QWidget *widget)
{
    QWidget *field = fieldOf(widget);
    noteSoon();
    if (!field || field == m_field)
        return;
    m_field = field;
    for (const QMetaObject::Connection &connection : std::exchange(m_cursor, {}))
        disconnect(connection);
    if (auto *line = qobject_cast<QLineEdit *>(field))
        m_cursor.append(
            connect(line, &QLineEdit::cursorPositionChanged, this, &EditPlaceKeeper::noteSoon));
    else if (auto *text = qobject_cast<QPlainTextEdit *>(field))
        m_cursor.append(connect(text, &QPlainTextEdit::cursorPositionChanged, this,
                                &EditPlaceKeeper::noteSoon));
    else if (auto *json = qobject_cast<JsonEditor *>(field))
        m_cursor.append(connect(&json->textEdit(), &JsonTextEdit::caretMoved, this,
                                &EditPlaceKeeper::noteSoon));
    else if (auto *table = qobject_cast<QTableView *>(field))
        m_cursor.append(connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this,
                                &EditPlaceKeeper::noteSoon));
}

void EditPlaceKeeper::noteSoon()
{
    if (m_session && !m_soon.isActive())
        m_soon.start();
}

void EditPlaceKeeper::note()
{
    m_soon.stop();
    if (m_session && m_tabs)
        m_session->setPlace(place().toText());
}

EditPlace EditPlaceKeeper::place() const
{
    EditPlace place{.isOpen = true, .tab = m_tabs->currentIndex()};
    if (!m_field || !m_field->isVisibleTo(&m_pane))
        return place;
    place.field = m_field->objectName().sliced(fieldPrefix.size());
    if (const auto *line = qobject_cast<QLineEdit *>(m_field)) {
        place.cursor = line->cursorPosition();
    } else if (const auto *text = qobject_cast<QPlainTextEdit *>(m_field)) {
        place.cursor = text->textCursor().position();
    } else if (const auto *json = qobject_cast<JsonEditor *>(m_field)) {
        place.cursor = json->textEdit().caret();
    } else if (const auto *table = qobject_cast<QTableView *>(m_field)) {
        place.row = table->currentIndex().row();
        place.column = table->currentIndex().column();
    }
    return place;
}

void EditPlaceKeeper::goBack(bool withFocus)
{
    if (!m_session || !m_tabs)
        return;
    const EditPlace place = EditPlace::fromText(m_session->place());
    m_tabs->setCurrentIndex(place.tab);
    auto *field = place.field.isEmpty() ? nullptr
                                        : m_pane.findChild<QWidget *>(fieldPrefix + place.field);
    if (!field)
        return;
    if (auto *line = qobject_cast<QLineEdit *>(field)) {
        line->setCursorPosition(
            int(std::clamp(place.cursor, qint64(0), qint64(line->text().size()))));
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(field)) {
        QTextCursor cursor = text->textCursor();
        const qint64 last = text->document()->characterCount() - 1;
        cursor.setPosition(int(std::clamp(place.cursor, qint64(0), last)));
        text->setTextCursor(cursor);
    } else if (auto *json = qobject_cast<JsonEditor *>(field)) {
        const auto last = qint64(json->textEdit().bytes().size());
        const qsizetype at = qsizetype(std::clamp(place.cursor, qint64(0), last));
        json->textEdit().selectRange({at, at});
    } else if (auto *table = qobject_cast<QTableView *>(field)) {
        table->setCurrentIndex(table->model()->index(place.row, place.column));
    }
    follow(field); // it stays the place, also while the focus is elsewhere
    if (withFocus)
        enter();
}

bool EditPlaceKeeper::enter()
{
    if (!m_field || !m_field->isVisibleTo(&m_pane))
        return false;
    auto *json = qobject_cast<JsonEditor *>(m_field);
    (json ? &json->textEdit() : m_field.data())->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace modelscribe

#include "moc_editplace.cpp"
