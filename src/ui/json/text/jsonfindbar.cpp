// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/text/jsonfindbar.h"

#include "core/visibletext.h"
#include "ui/json/jsonhistory.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int typingDelay = 60; // ms
constexpr int editDelay = 150;
constexpr qsizetype longestPattern = 2000;

QToolButton *toggle(const QString &text)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QToolButton *arrow(const QString &icon)
{
    auto *button = new QToolButton;
    button->setIcon(Theme::of().icon(icon));
    return button;
}

void name(QWidget *widget, const QString &name, const QString &key = {})
{
    widget->setAccessibleName(name);
    widget->setToolTip(key.isEmpty() ? name : u"%1 (%2)"_s.arg(name, key));
}

} // namespace

JsonFindBar::JsonFindBar(JsonTextEdit &text, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_search(text, [this] { return query(); })
    , m_find(new QLineEdit)
    , m_replace(new QLineEdit)
    , m_case(toggle(u"Aa"_s))
    , m_word(toggle(u"“”"_s))
    , m_expression(toggle(u".*"_s))
    , m_previous(arrow(u"arrow-up"_s))
    , m_next(arrow(u"arrow-down"_s))
    , m_replaceOne(new QPushButton)
    , m_replaceAll(new QPushButton)
    , m_status(new QLabel)
    , m_replaceRow(new QWidget)
    , m_options(new QWidget)
{
    buildLayout();
    connectParts();
    retranslate();
    setOpen(false);
}

JsonFindBar::~JsonFindBar() = default;

void JsonFindBar::buildLayout()
{
    for (QLineEdit *field : {m_find, m_replace}) {
        field->setMaxLength(int(longestPattern));
        field->setMinimumWidth(120);
        field->setProperty(ownUndoProperty, true);
        field->installEventFilter(this);
    }
    m_status->setTextFormat(Qt::PlainText);
    m_status->setProperty("role", u"muted"_s);

    auto *options = new QHBoxLayout(m_options);
    options->setContentsMargins(0, 0, 0, 0);
    options->setSpacing(4);
    for (QToolButton *button : {m_case, m_word, m_expression})
        options->addWidget(button);
    options->addWidget(m_status);
    for (QToolButton *button : {m_previous, m_next})
        options->addWidget(button);

    auto *findRow = new QHBoxLayout;
    findRow->setSpacing(8);
    findRow->addWidget(m_find, 1);
    findRow->addWidget(m_options);

    auto *replaceRow = new QHBoxLayout(m_replaceRow);
    replaceRow->setContentsMargins(0, 0, 0, 0);
    replaceRow->setSpacing(8);
    replaceRow->addWidget(m_replace, 1);
    replaceRow->addWidget(m_replaceOne);
    replaceRow->addWidget(m_replaceAll);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(findRow);
    column->addWidget(m_replaceRow);
}

void JsonFindBar::connectParts()
{
    connect(&m_search, &JsonTextSearch::found, this, &JsonFindBar::take);
    connect(&m_search, &JsonTextSearch::replacementsFound, this, &JsonFindBar::applyReplacements);
    connect(m_find, &QLineEdit::textEdited, this, [this] {
        setOpen(true);
        m_selectFirst = true;
        m_search.searchSoon(typingDelay);
    });
    for (QToolButton *button : {m_case, m_word, m_expression}) {
        connect(button, &QToolButton::toggled, this, [this] {
            m_selectFirst = true;
            m_search.searchSoon(0);
        });
    }
    connect(m_previous, &QToolButton::clicked, this, &JsonFindBar::findPrevious);
    connect(m_next, &QToolButton::clicked, this, &JsonFindBar::findNext);
    connect(m_replaceOne, &QPushButton::clicked, this, &JsonFindBar::replaceCurrent);
    connect(m_replaceAll, &QPushButton::clicked, this, &JsonFindBar::replaceAll);
    connect(&m_text, &JsonTextEdit::findRequested, this, &JsonFindBar::openFind);
    const auto followText = [this] {
        if (m_open && !m_find->text().isEmpty())
            m_search.searchSoon(editDelay);
    };
    connect(&m_text, &JsonTextEdit::edited, this, followText);
    connect(&m_text, &JsonTextEdit::textReplaced, this, [this, followText] {
        m_result = {}; // its places are those of another text
        m_current = -1;
        followText();
        sayCount();
    });
    m_text.installEventFilter(this);
}

void JsonFindBar::retranslate()
{
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find in the text"));
    m_replace->setPlaceholderText(tr("Replace with"));
    m_replace->setAccessibleName(tr("Replace with"));
    name(m_case, tr("Match case"));
    name(m_word, tr("Whole words"));
    name(m_expression,
         tr("Regular expression; in the replacement $1 or ${name} is a group of it, \\n a "
            "line break"));
    name(m_previous, tr("Previous match"), u"Shift+F3"_s);
    name(m_next, tr("Next match"), u"F3"_s);
    m_replaceOne->setText(tr("Replace"));
    m_replaceAll->setText(tr("Replace all"));
    for (QPushButton *button : {m_replaceOne, m_replaceAll})
        button->setAccessibleName(button->text());
    sayCount();
}

JsonSearchQuery JsonFindBar::query() const
{
    return {m_find->text(), m_case->isChecked(), m_word->isChecked(), m_expression->isChecked()};
}

QString JsonFindBar::statusText() const { return m_status->text(); }

void JsonFindBar::setOpen(bool open)
{
    m_open = open;
    m_options->setVisible(open);
    if (!open)
        m_replaceRow->hide();
}

void JsonFindBar::takeSelection()
{
    const JsonRange selection = m_text.selection();
    m_from = selection.begin;
    if (selection.size() > 0 && selection.size() <= 200) {
        const QString text = m_text.selectedText();
        if (!text.contains(u'\n') && !text.contains(u'\r'))
            m_find->setText(text);
    }
}

void JsonFindBar::openFind()
{
    takeSelection();
    setOpen(true);
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
    m_search.searchSoon(0);
}

void JsonFindBar::openReplace()
{
    takeSelection();
    setOpen(true);
    m_replaceRow->setVisible(!m_text.isReadOnly());
    QLineEdit *field = m_find->text().isEmpty() ? m_find : m_replace;
    field->setFocus(Qt::ShortcutFocusReason);
    field->selectAll();
    m_search.searchSoon(0);
}

void JsonFindBar::close()
{
    m_search.stop();
    m_result = {};
    m_current = -1;
    m_text.setMatches({}, -1);
    say({}, false);
    setOpen(false);
    m_text.setFocus(Qt::OtherFocusReason);
}

void JsonFindBar::take(const JsonSearchResult &result)
{
    m_result = result;
    m_current = -1;
    if (std::exchange(m_selectFirst, false) && !result.matches.isEmpty()) {
        const auto first = std::ranges::lower_bound(result.matches, m_from, {}, &JsonRange::begin);
        select(first == result.matches.end() ? 0 : first - result.matches.begin());
        return;
    }
    const qsizetype found = result.matches.indexOf(m_text.selection());
    m_current = found;
    m_text.setMatches(result.matches, found);
    sayCount();
}

void JsonFindBar::select(qsizetype index)
{
    m_current = index;
    m_text.selectRange(m_result.matches[index]);
    m_text.setMatches(m_result.matches, index);
    sayCount();
}

void JsonFindBar::say(const QString &words, bool wrong)
{
    m_status->setText(words);
    m_status->setVisible(!words.isEmpty());
    setLook(m_status, "role", wrong ? u"error"_s : u"muted"_s);
    setLook(m_find, "problem", wrong ? u"true"_s : u"false"_s);
    m_find->setAccessibleDescription(words);
    m_status->setToolTip(words.toHtmlEscaped());
}

void JsonFindBar::sayCount()
{
    using Problem = JsonSearchResult::Problem;
    const QLocale locale;
    const qsizetype count = m_result.matches.size();
    if (m_find->text().isEmpty())
        say({}, false);
    else if (m_result.problem == Problem::BadExpression)
        say(tr("Character %1: %2").arg(m_result.position).arg(visibleText(m_result.detail, 80)),
            true);
    else if (m_result.problem == Problem::TooComplex)
        say(tr("Too complex to match: simplify the expression"), true);
    else if (count == 0)
        say(m_search.isSearching() ? QString() : tr("No match"), !m_search.isSearching());
    else {
        const QString all = locale.toString(count) + (m_result.hasMore ? u"+"_s : QString());
        say(m_current < 0 ? tr("%1 found").arg(all)
                          : tr("%1 of %2").arg(locale.toString(m_current + 1), all),
            false);
    }
    for (QWidget *button :
         {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next),
          static_cast<QWidget *>(m_replaceOne), static_cast<QWidget *>(m_replaceAll)})
        button->setEnabled(count > 0);
}

void JsonFindBar::findNext() { step(true); }

void JsonFindBar::findPrevious() { step(false); }

void JsonFindBar::step(bool forward)
{
    if (m_find->text().isEmpty()) {
        openFind();
        return;
    }
    setOpen(true);
    const QList<JsonRange> &matches = m_result.matches;
    if (m_search.isSearching() || matches.isEmpty()) {
        // The answer is on its way, or there was none for a text that may be another by now.
        m_from = m_text.selection().begin;
        m_selectFirst = true;
        if (!m_search.isSearching())
            m_search.searchSoon(0);
        return;
    }
    const JsonRange here = m_text.selection();
    const auto after = std::ranges::lower_bound(
        matches, forward ? std::max(here.end, here.begin + 1) : here.begin, {}, &JsonRange::begin);
    const qsizetype index = after - matches.begin();
    if (forward)
        select(index == matches.size() ? 0 : index);
    else
        select(index == 0 ? matches.size() - 1 : index - 1);
}

void JsonFindBar::replaceCurrent()
{
    if (m_text.isReadOnly() || m_search.isSearching())
        return;
    const bool isSelected = m_current >= 0 && m_current < m_result.matches.size()
                            && m_result.matches[m_current] == m_text.selection();
    if (isSelected)
        m_search.findReplacements(m_replace->text(), m_result.matches[m_current]);
    else
        findNext();
}

void JsonFindBar::replaceAll()
{
    if (!m_text.isReadOnly() && !m_find->text().isEmpty())
        m_search.findReplacements(m_replace->text(), {});
}

void JsonFindBar::applyReplacements(const TextChanges &changes,
                                    const std::optional<JsonRange> &only)
{
    if (changes.isEmpty()) {
        m_search.searchSoon(0); // says what is wrong, if anything
        return;
    }
    if (only) {
        // Behind an empty one: "$" would be found again where it was.
        m_from = changes.first().begin + changes.first().text.size() + (only->size() == 0);
        m_selectFirst = true;
    }
    m_text.applyChanges(changes);
    m_search.searchSoon(0);
    emit replaced(changes.size());
}

bool JsonFindBar::handleKey(QKeyEvent *event, bool inText)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_F3)
        step(!modifiers.testFlag(Qt::ShiftModifier));
    else if (event->key() == Qt::Key_H && modifiers == Qt::ControlModifier)
        openReplace();
    else if (inText)
        return false;
    else if (event->key() == Qt::Key_Escape)
        close();
    else if (isEnter && m_replace->hasFocus())
        modifiers.testFlag(Qt::ControlModifier) ? replaceAll() : replaceCurrent();
    else if (isEnter)
        step(!modifiers.testFlag(Qt::ShiftModifier));
    else
        return false;
    return true;
}

bool JsonFindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool inText = watched == &m_text;
    if (event->type() == QEvent::KeyPress)
        return handleKey(key, inText);
    const bool ours = key->key() == Qt::Key_F3 || (!inText && key->key() == Qt::Key_Escape)
                      || (key->key() == Qt::Key_H && key->modifiers() == Qt::ControlModifier);
    if (ours)
        event->accept();
    return ours;
}

void JsonFindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_jsonfindbar.cpp"
