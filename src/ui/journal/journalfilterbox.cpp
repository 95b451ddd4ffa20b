// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journalfilterbox.h"

#include "ui/json/jsonhistory.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr int iconSize = 16;
constexpr int edge = 10;

} // namespace

JournalFilterBox::JournalFilterBox(QWidget *parent)
    : QLineEdit(parent)
    , m_icon(new QLabel(this))
    , m_clear(new IconButton(u"close"_s, {}, this))
{
    setProperty("kind", u"search"_s);
    setProperty(ownUndoProperty, true); // it may stand beside fields
    setMaxLength(10'000);
    setTextMargins(edge + iconSize + 8, 0, edge + iconSize + 8, 0);
    m_icon->setFixedSize(iconSize, iconSize);
    m_icon->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_clear->resize(m_clear->sizeHint());
    m_clear->setFocusPolicy(Qt::NoFocus); // Esc does it
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->hide();
    const auto recolour = [this] {
        m_icon->setPixmap(Theme::of(this).pixmap(u"search"_s, ThemeColor::Muted,
                                                 {iconSize, iconSize}, devicePixelRatioF()));
    };
    connect(&Theme::of(this), &Theme::changed, this, recolour);
    recolour();
    m_pause.setSingleShot(true);
    m_pause.setInterval(200ms);
    connect(&m_pause, &QTimer::timeout, this, &JournalFilterBox::applyText);
    connect(m_clear, &QAbstractButton::clicked, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_clear->setVisible(!text.isEmpty());
        m_pause.start();
        if (text.isEmpty())
            applyText();
    });
    retranslate();
}

void JournalFilterBox::retranslate()
{
    setAccessibleName(tr("Filter the history"));
    m_clear->setName(tr("Clear the filter (Esc)"));
}

void JournalFilterBox::applyText()
{
    m_pause.stop();
    if (std::exchange(m_told, filter()) != filter())
        emit filterChanged();
}

void JournalFilterBox::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    m_icon->move(edge, (height() - iconSize) / 2);
    m_clear->move(width() - edge + 2 - m_clear->width(), (height() - m_clear->height()) / 2);
}

void JournalFilterBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down: emit leftDownwards(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: applyText(); return;
    case Qt::Key_Escape:
        if (text().isEmpty())
            break;
        clear();
        return;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

void JournalFilterBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

} // namespace modelscribe

#include "moc_journalfilterbox.cpp"
