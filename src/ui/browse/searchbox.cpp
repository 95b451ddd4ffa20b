// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/searchbox.h"

#include "model/querywording.h"
#include "ui/browse/searchcompletion.h"
#include "ui/widgets/theme.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QTextCharFormat>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace modelscribe {

namespace {

constexpr auto pauseOfTyping = 50ms;
constexpr auto patience = 600ms;

//! Positions of an input method's formats count from the cursor.
QInputMethodEvent::Attribute formatOf(const QLineEdit &edit, qsizetype begin, qsizetype length,
                                      const QTextCharFormat &format)
{
    return {QInputMethodEvent::TextFormat, int(begin) - edit.cursorPosition(), int(length), format};
}

QTextCharFormat underlined(QTextCharFormat::UnderlineStyle style, const QColor &color)
{
    QTextCharFormat format;
    format.setUnderlineStyle(style);
    format.setUnderlineColor(color);
    return format;
}

} // namespace

SearchBox::SearchBox(QWidget *parent)
    : QLineEdit(parent)
    , m_icon(new QLabel(this))
    , m_count(new QLabel(this))
    , m_clear(new QToolButton(this))
    , m_completion(new SearchCompletion(*this))
{
    setProperty("kind", u"search"_s);
    setMaxLength(int(ParsedQuery::maxLength));
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
    m_pause.setInterval(pauseOfTyping);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);

    connect(&m_pause, &QTimer::timeout, this, &SearchBox::tellNow);
    connect(&m_patience, &QTimer::timeout, this, &SearchBox::showRemarks);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        setQuery({});
        setFocus();
    });
    connect(this, &QLineEdit::textChanged, this, &SearchBox::takeText);
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (!m_isComposing)
            m_completion->typed();
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
    setAccessibleName(tr("Search"));
    setPlaceholderText(tr("Search, for example task:text-generation label:team=nlp"));
    showToolTip();
    m_clear->setAccessibleName(tr("Clear search text"));
    m_clear->setToolTip(tr("Clear search (Esc)"));
}

void SearchBox::setQuery(const QString &text)
{
    m_completion->close();
    setText(text);
    tellNow();
    showRemarks();
}

void SearchBox::takeOffer(const QueryProblem &problem)
{
    if (problem.offer.isEmpty() || problem.begin + problem.length > text().size())
        return;
    setSelection(int(problem.begin), int(problem.length));
    insert(problem.offer); // can be undone
    tellNow();
    showRemarks();
    setFocus();
}

void SearchBox::takeText()
{
    m_parsed = parseQuery(text());
    m_clear->setVisible(!text().isEmpty());
    layoutParts();
    m_pause.start();
    m_patience.start();
    const bool isMended = m_showsRemarks && m_parsed.isUnderstood() && m_parsed.notes.isEmpty();
    m_showsRemarks = false;
    colourTerms();
    if (isMended)
        showRemarks();
}

void SearchBox::showRemarks()
{
    if (m_isComposing) {
        m_patience.start();
        return;
    }
    m_patience.stop();
    m_showsRemarks = true;
    colourTerms();
    showToolTip();
    emit remarksChanged(m_parsed.problems, m_parsed.notes);
}

void SearchBox::showToolTip()
{
    QStringList lines;
    for (const QueryProblem &remark : m_parsed.problems + m_parsed.notes)
        lines.append(queryProblemText(remark));
    if (lines.isEmpty()) {
        const QKeySequence keys(QKeySequence::Find);
        lines.append(tr("Search (%1)").arg(keys.toString(QKeySequence::NativeText)));
    }
    setAccessibleDescription(lines.join(u'\n')); // the tool tip would be read with its HTML
    // A tool tip guesses whether it got HTML.
    const QString escaped = lines.mid(0, 5).join(u'\n').toHtmlEscaped();
    setToolTip(u"<span>%1</span>"_s.arg(QString(escaped).replace(u'\n', u"<br>"_s)));
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
    if (m_told == text() || !m_parsed.isUnderstood())
        return;
    m_told = text();
    emit queryChanged(m_told);
}

void SearchBox::colourTerms()
{
    if (m_isComposing)
        return; // it would end the composition
    QTextCharFormat value;
    value.setForeground(Theme::of(this).color(ThemeColor::Accent));
    // QLineEdit has no formats of its own, but it shows those of an input method.
    QList<QInputMethodEvent::Attribute> attributes;
    m_parsed.query.visit([&](const QueryTerm &term, bool) {
        if (term.field && term.end > term.valueBegin)
            attributes.append(formatOf(*this, term.valueBegin, term.end - term.valueBegin, value));
    });
    const auto underline = [&](const QList<QueryProblem> &remarks, const QTextCharFormat &format) {
        for (const QueryProblem &remark : remarks)
            attributes.append(formatOf(*this, remark.begin, remark.length, format));
    };
    if (m_showsRemarks) {
        underline(m_parsed.problems, underlined(QTextCharFormat::WaveUnderline,
                                                Theme::of(this).color(ThemeColor::Removed)));
        underline(m_parsed.notes,
                  underlined(QTextCharFormat::DotLine, Theme::of(this).color(ThemeColor::Muted)));
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

bool SearchBox::event(QEvent *event)
{
    // Tab would leave before keyPressEvent() hears of it.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab
        && m_completion->handleKey(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

bool SearchBox::canBeSaved() const
{
    return !text().trimmed().isEmpty() && m_parsed.isUnderstood();
}

void SearchBox::contextMenuEvent(QContextMenuEvent *event)
{
    m_completion->close();
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    QAction *save = menu->addAction(tr("Save search"));
    save->setEnabled(canBeSaved());
    connect(save, &QAction::triggered, this, &SearchBox::saveRequested);
    menu->popup(event->globalPos());
}

void SearchBox::focusOutEvent(QFocusEvent *event)
{
    m_completion->close();
    QLineEdit::focusOutEvent(event);
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    if (!m_isComposing && m_completion->handleKey(event))
        return;
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        setQuery({});
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const bool takes = event->modifiers().testFlag(Qt::AltModifier) && !m_parsed.isUnderstood();
        if (takes)
            takeOffer(m_parsed.problems.first());
        tellNow();
        showRemarks();
        return;
    }
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_PageDown) {
        tellNow();
        emit leftDownwards();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchBox::inputMethodEvent(QInputMethodEvent *event)
{
    m_isComposing = !event->preeditString().isEmpty();
    if (m_isComposing)
        m_completion->close(); // its list and ours would be over each other
    QLineEdit::inputMethodEvent(event);
}

void SearchBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

} // namespace modelscribe

#include "moc_searchbox.cpp"
