// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/extrainfoeditor.h"

#include "core/wording.h"
#include "ui/json/jsontextedit.h"
#include "ui/theme.h"

#include <QEvent>

#include <QApplication>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! The border around the text, as other fields have one.
class TextFrame : public QFrame
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        const QWidget *focus = focusWidget();
        const bool focused = focus && focus->hasFocus();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(
            QPen(theme.color(focused ? ThemeColor::Accent : ThemeColor::Border), focused ? 2 : 1));
        painter.setBrush(theme.color(ThemeColor::Field));
        const qreal inset = focused ? 1 : 0.5;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
    }
};

QPushButton *quietButton()
{
    auto *button = new QPushButton;
    button->setProperty("kind", u"quiet"_s);
    return button;
}

} // namespace

ExtraInfoEditor::ExtraInfoEditor(QWidget *parent)
    : QWidget(parent)
    , m_text(new JsonTextEdit)
    , m_find(new QLineEdit)
    , m_format(quietButton())
    , m_compact(quietButton())
    , m_goTo(quietButton())
    , m_position(new QLabel)
    , m_verdict(new QLabel)
{
    buildLayout();
    setFocusProxy(m_text);

    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(150);
    connect(&m_checkTimer, &QTimer::timeout, this, &ExtraInfoEditor::check);
    connect(m_text, &JsonTextEdit::edited, this, [this] {
        startCheck();
        emit valueChanged();
    });
    connect(m_text, &JsonTextEdit::inputCut, this, &ExtraInfoEditor::inputCut);
    connect(m_text, &JsonTextEdit::findRequested, this, &ExtraInfoEditor::find);
    connect(m_text, &QsciScintilla::cursorPositionChanged, this, &ExtraInfoEditor::refreshStatus);
    // The focus also changes while this is being destroyed: only the frame is asked then.
    QWidget *frame = m_text->parentWidget();
    connect(qApp, &QApplication::focusChanged, frame,
            [frame, text = static_cast<QWidget *>(m_text)](QWidget *old, QWidget *now) {
                if (old == text || now == text)
                    frame->update(); // its border shows the focus
            });
    connect(m_find, &QLineEdit::returnPressed, this, &ExtraInfoEditor::findNext);
    connect(m_find, &QLineEdit::textChanged, this,
            [this] { setLook(m_find, "problem", u"false"_s); });
    connect(m_format, &QPushButton::clicked, this, &ExtraInfoEditor::format);
    connect(m_compact, &QPushButton::clicked, this, &ExtraInfoEditor::compact);
    connect(m_goTo, &QPushButton::clicked, this, &ExtraInfoEditor::goToProblem);
    connect(&Theme::of(this), &Theme::changed, m_text, &JsonTextEdit::applyTheme);
    retranslate();
}

void ExtraInfoEditor::retranslate()
{
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find in ExtraInfo"));
    m_format->setText(tr("Format"));
    m_format->setToolTip(tr("One entry a line; order and numbers stay as they are"));
    m_compact->setText(tr("Compact"));
    m_compact->setToolTip(tr("No blanks between entries; order and numbers stay as they are"));
    m_goTo->setText(tr("Go to problem"));
    for (QPushButton *button : {m_format, m_compact, m_goTo})
        button->setAccessibleName(button->text());
    refreshStatus();
}

void ExtraInfoEditor::buildLayout()
{
    m_goTo->setProperty("kind", u"link"_s);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_find, 1);
    tools->addWidget(m_format);
    tools->addWidget(m_compact);

    auto *frame = new TextFrame;
    auto *inner = new QHBoxLayout(frame);
    inner->setContentsMargins(2, 4, 2, 4);
    inner->addWidget(m_text);

    for (QLabel *label : {m_position, m_verdict}) {
        label->setTextFormat(Qt::PlainText);
        label->setProperty("role", u"muted"_s);
    }
    auto *status = new QHBoxLayout;
    status->setSpacing(16);
    status->addWidget(m_position);
    status->addWidget(m_verdict, 1);
    status->addWidget(m_goTo);
    status->addStrut(30);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(8);
    column->addLayout(tools);
    column->addWidget(frame, 1);
    column->addLayout(status);
}

QByteArray ExtraInfoEditor::value() const { return m_text->bytes(); }

void ExtraInfoEditor::setValue(const QByteArray &utf8)
{
    if (utf8 == value())
        return;
    m_text->setBytes(utf8, false);
    startCheck();
    m_checkTimer.start(0);
    emit valueChanged();
}

void ExtraInfoEditor::setReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly);
    m_format->setVisible(!readOnly);
    m_compact->setVisible(!readOnly);
}

void ExtraInfoEditor::replaceText(const QByteArray &utf8)
{
    if (!m_text->isReadOnly() && utf8 != value())
        m_text->setBytes(utf8, true);
    m_text->setFocus();
}

void ExtraInfoEditor::format() { replaceText(formatJson(value())); }

void ExtraInfoEditor::compact() { replaceText(compactJson(value())); }

void ExtraInfoEditor::find()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void ExtraInfoEditor::findNext()
{
    const bool found = m_text->selectNext(m_find->text().toUtf8());
    setLook(m_find, "problem", found || m_find->text().isEmpty() ? u"false"_s : u"true"_s);
    m_find->setAccessibleDescription(found ? QString() : tr("Not found"));
    m_find->setToolTip(found ? QString() : tr("Not found"));
}

void ExtraInfoEditor::goToProblem()
{
    if (m_problem)
        m_text->goTo(m_problem->offset);
    else
        m_text->setFocus();
}

void ExtraInfoEditor::startCheck()
{
    ++m_revision;
    m_isChecked = false;
    m_checkTimer.start(m_checkTimer.interval());
}

void ExtraInfoEditor::check()
{
    m_checkTimer.setInterval(150);
    const QByteArray text = value();
    const auto judge = [](const QByteArray &utf8) {
        return utf8.isEmpty() ? std::nullopt : checkJsonObject(utf8);
    };
    if (text.size() <= checkHereLimit) {
        showProblem(judge(text));
        return;
    }
    auto *watcher = new QFutureWatcher<std::optional<JsonProblem>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, revision = m_revision] {
        watcher->deleteLater();
        if (revision == m_revision)
            showProblem(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([text, judge] { return judge(text); }));
}

void ExtraInfoEditor::showProblem(std::optional<JsonProblem> problem)
{
    m_problem = std::move(problem);
    m_isChecked = true;
    m_text->setProblem(m_problem);
    refreshStatus();
    emit checked();
}

QString ExtraInfoEditor::statusText() const { return m_verdict->text(); }

void ExtraInfoEditor::refreshStatus()
{
    const auto [line, column] = m_text->position();
    m_goTo->setVisible(m_problem.has_value());
    m_position->setText(tr("Line %1, column %2").arg(line).arg(column));
    if (!m_isChecked)
        return; // the last verdict stands until the next one
    if (m_problem) {
        setLook(m_verdict, "role", u"error"_s);
        m_verdict->setText(tr("not a JSON object yet"));
    } else {
        setLook(m_verdict, "role", u"muted"_s);
        m_verdict->setText(m_text->length() == 0 ? tr("empty") : tr("valid JSON object"));
    }
}

void ExtraInfoEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe
