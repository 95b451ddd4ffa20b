// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpfindbar.h"

#include "ui/widgets/iconbutton.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mostPlaces = 999;

} // namespace

HelpFindBar::HelpFindBar(QTextBrowser &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_text(new QLineEdit)
    , m_count(new QLabel)
    , m_previous(new QToolButton)
    , m_next(new QToolButton)
    , m_close(new IconButton(u"close"_s, {}))
{
    m_text->setMaxLength(200);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setProperty("role", u"muted"_s);
    m_previous->setIcon(Theme::of(this).icon(u"arrow-up"_s));
    m_next->setIcon(Theme::of(this).icon(u"arrow-down"_s));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_count);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_close);
    connect(m_text, &QLineEdit::textChanged, this, &HelpFindBar::search);
    connect(m_previous, &QToolButton::clicked, this, &HelpFindBar::findPrevious);
    connect(m_next, &QToolButton::clicked, this, &HelpFindBar::findNext);
    connect(m_close, &QAbstractButton::clicked, this, &HelpFindBar::leave);
    retranslate();
    hide();
}

void HelpFindBar::retranslate()
{
    m_text->setPlaceholderText(tr("Find in this page"));
    m_text->setAccessibleName(tr("Find in this page"));
    const auto name = [](QToolButton *button, const QString &text, const QString &keys) {
        button->setAccessibleName(text);
        button->setToolTip(u"%1 (%2)"_s.arg(text, keys));
    };
    name(m_previous, tr("Previous match"), u"Shift+F3"_s);
    name(m_next, tr("Next match"), u"F3"_s);
    m_close->setName(tr("Close"));
    showCount();
}

void HelpFindBar::open()
{
    show();
    const QString selected = m_view.textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator)
        && selected.size() < 100)
        m_text->setText(selected);
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    search();
}

void HelpFindBar::leave()
{
    hide();
    m_view.setExtraSelections({});
    m_view.setFocus();
}

void HelpFindBar::pageChanged()
{
    m_places.clear();
    m_current = -1;
    if (isVisible())
        search();
}

void HelpFindBar::search()
{
    m_places.clear();
    m_current = -1;
    const QString text = m_text->text();
    const int from = m_view.textCursor().selectionStart();
    QTextCursor cursor(m_view.document());
    while (!text.isEmpty() && m_places.size() < mostPlaces) {
        cursor = m_view.document()->find(text, cursor);
        if (cursor.isNull())
            break;
        m_places.append(cursor.selectionStart());
    }
    if (!m_places.isEmpty()) {
        const auto place = std::ranges::lower_bound(m_places, from);
        m_current = place == m_places.end() ? 0 : place - m_places.begin();
    }
    showPlaces();
}

void HelpFindBar::find(bool forwards)
{
    if (!isVisible())
        open();
    if (m_places.isEmpty())
        return;
    const qsizetype step = forwards ? 1 : m_places.size() - 1;
    m_current = (m_current + step) % m_places.size();
    showPlaces();
}

void HelpFindBar::showPlaces()
{
    const Theme &theme = Theme::of(this);
    QList<QTextEdit::ExtraSelection> marks;
    const auto length = int(m_text->text().size());
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_view.document());
        mark.cursor.setPosition(m_places.at(i));
        mark.cursor.setPosition(m_places.at(i) + length, QTextCursor::KeepAnchor);
        mark.format.setBackground(
            theme.color(i == m_current ? ThemeColor::Selection : ThemeColor::ChangedTint));
        marks.append(mark);
    }
    m_view.setExtraSelections(marks);
    if (m_current >= 0)
        m_view.setTextCursor(marks.at(m_current).cursor);
    showCount();
}

void HelpFindBar::showCount()
{
    const QLocale locale;
    if (m_text->text().isEmpty())
        m_count->clear();
    else if (m_places.isEmpty())
        m_count->setText(tr("No match"));
    else
        m_count->setText(
            tr("%1 of %2").arg(locale.toString(m_current + 1), locale.toString(m_places.size())));
    for (QToolButton *button : {m_previous, m_next})
        button->setEnabled(!m_places.isEmpty());
}

void HelpFindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        find(!event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QWidget::keyPressEvent(event);
}

void HelpFindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_helpfindbar.cpp"
