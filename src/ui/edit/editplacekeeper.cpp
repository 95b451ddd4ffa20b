// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/editplacekeeper.h"

#include "session/editplace.h"
#include "session/editsession.h"
#include "ui/edit/editorpane.h"
#include "ui/widgets/fieldeditor.h"

#include <QApplication>
#include <QTabBar>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto noteDelay = 200ms;
constexpr auto fieldPrefix = "field_"_L1;

} // namespace

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
    disconnect(m_cursor);
    if (const FieldEditor *editor = FieldEditor::of(*field))
        m_cursor = connect(editor, &FieldEditor::spotChanged, this, &EditPlaceKeeper::noteSoon);
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
    const FieldEditor *editor = FieldEditor::of(*m_field);
    const FieldSpot spot = editor ? editor->spot() : FieldSpot();
    place.cursor = spot.cursor;
    place.row = spot.row;
    place.column = spot.column;
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
    if (FieldEditor *editor = FieldEditor::of(*field))
        editor->setSpot({place.cursor, place.row, place.column});
    follow(field); // it stays the place, also while the focus is elsewhere
    if (withFocus)
        enter();
}

bool EditPlaceKeeper::enter()
{
    if (!m_field || !m_field->isVisibleTo(&m_pane))
        return false;
    if (FieldEditor *editor = FieldEditor::of(*m_field))
        editor->takeFocus();
    else
        m_field->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace modelscribe

#include "moc_editplacekeeper.cpp"
