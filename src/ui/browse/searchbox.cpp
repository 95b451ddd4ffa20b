// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/searchbox.h"

#include "model/modelquery.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QTextCharFormat>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

SearchBox::SearchBox(QWidget *parent)
    : QLineEdit(parent)
    , m_icon(new QLabel(this))
    , m_count(new QLabel(this))
    , m_clear(new QToolButton(this))
{
    setProperty("kind", u"search"_s);
    setMaxLength(10'000);
    m_icon->setFixedSize(16, 16);
    m_icon->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_count->setProperty("role", u"muted"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_clear->setProperty("kind", u"small"_s);
    m_clear->setIcon(Theme::of(this).icon(u"close"_s, ThemeColor::Muted));
    m_clear->setIconSize({12, 12});
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->setFocusPolicy(Qt::TabFocus);
    m_clear->hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(50);

    connect(&m_pause, &QTimer::timeout, this, &SearchBox::tellNow);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        setQuery({});
        setFocus();
    });
    connect(this, &QLineEdit::textChanged, this, [this] {
        m_clear->setVisible(!text().isEmpty());
        layoutParts();
        colourTerms();
        m_pause.start();
    });
    const auto recolour = [this] {
        m_icon->setPixmap(
            Theme::of(this).pixmap(u"search"_s, ThemeColor::Muted, {16, 16}, devicePixelRatioF()));
        colourTerms();
    };
    connect(&Theme::of(this), &Theme::changed, this, recolour);
    recolour();
    retranslate();
}

void SearchBox::retranslate()
{
    setAccessibleName(u"Search"_s);
    setPlaceholderText(tr("Search, for example task:text-generation label:team=nlp"));
    setToolTip(
        tr("Search (%1)").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_clear->setAccessibleName(u"Clear search text"_s);
    m_clear->setToolTip(tr("Clear search (Esc)"));
}

void SearchBox::setQuery(const QString &text)
{
    setText(text);
    tellNow();
}

void SearchBox::setCount(qsizetype shown, qsizetype all)
{
    const QLocale locale;
    m_count->setText(tr("%1 of %2").arg(locale.toString(shown), locale.toString(all)));
    layoutParts();
}

void SearchBox::tellNow()
{
    m_pause.stop();
    if (m_told == text())
        return;
    m_told = text();
    emit queryChanged(m_told);
}

void SearchBox::colourTerms()
{
    QTextCharFormat value;
    value.setForeground(Theme::of(this).color(ThemeColor::Accent));
    // QLineEdit has no formats of its own, but it shows those of an input method. Their positions
    // count from the cursor.
    QList<QInputMethodEvent::Attribute> attributes;
    for (const ModelQuery::Term &term : ModelQuery(text()).terms()) {
        if (!term.field.isEmpty() && term.end > term.valueBegin)
            attributes.append({QInputMethodEvent::TextFormat,
                               int(term.valueBegin) - cursorPosition(),
                               int(term.end - term.valueBegin), value});
    }
    QInputMethodEvent event({}, attributes);
    QCoreApplication::sendEvent(this, &event);
}

void SearchBox::layoutParts()
{
    const int middle = height() / 2;
    m_icon->move(10, middle - 8);
    int right = width() - 6;
    const bool searching = !text().isEmpty();
    if (searching) {
        m_clear->setGeometry(right - 22, middle - 11, 22, 22);
        right -= 26;
    }
    const QSize size = m_count->sizeHint();
    // The number must leave room for the query.
    const bool roomy = searching && width() > size.width() + 200;
    m_count->setVisible(roomy);
    if (roomy) {
        m_count->setGeometry(right - size.width() - 4, middle - size.height() / 2, size.width(),
                             size.height());
        right -= size.width() + 8;
    }
    setTextMargins(32, 0, width() - right, 0);
}

void SearchBox::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    layoutParts();
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        setQuery({});
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        tellNow();
        return;
    }
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_PageDown) {
        tellNow();
        emit leftDownwards();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

} // namespace modelscribe

#include "moc_searchbox.cpp"
