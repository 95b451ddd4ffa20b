// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/tree/jsonvaluedialog.h"

#include "core/jsonscanner.h"
#include "model/wording.h"
#include "ui/json/text/jsontextedit.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/theme.h"

#include <QCloseEvent>
#include <QDialogButtonBox>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype checkedAtOnce = 64 * 1024;
constexpr int checkDelay = 150; // ms

} // namespace

JsonValueDialog::JsonValueDialog(const QString &name, const QByteArray &raw, QWidget *parent)
    : QDialog(parent)
    , m_before(raw)
    , m_text(new JsonTextEdit)
    , m_problem(new QLabel)
    , m_save(new QPushButton(tr("Save value")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Value of %1").arg(name));
    setUpDialog(*this, {640, 420});
    m_text->setAccessibleName(tr("Value of %1 as JSON").arg(name));
    m_text->applyTheme();
    connect(&Theme::of(this), &Theme::changed, m_text, &JsonTextEdit::applyTheme);
    m_text->setBytes(raw, false);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_save->setProperty("kind", u"primary"_s);
    m_save->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));

    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    auto *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setAutoDefault(false);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 10, 16, 12);
    bar->setSpacing(8);
    bar->addWidget(m_problem, 1);
    bar->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_text, 1);
    column->addWidget(new Separator);
    column->addLayout(bar);

    m_checkTimer.setSingleShot(true);
    connect(&m_checkTimer, &QTimer::timeout, this, &JsonValueDialog::check);
    connect(m_text, &JsonTextEdit::edited, this, [this] {
        m_checkTimer.start(m_text->length() <= checkedAtOnce ? 0 : checkDelay);
        emit typed();
    });
    connect(m_text, &JsonTextEdit::inputCut, this, [this](int limit) {
        showProblem(tr("Not pasted: more than %1 MB.").arg(limit / (1024 * 1024)));
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &JsonValueDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_text->installEventFilter(this);
    m_text->setFocus();
    check();
}

QByteArray JsonValueDialog::raw() const
{
    // White space around the value is not part of it.
    return m_text->bytes().trimmed();
}

void JsonValueDialog::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    setLook(m_problem, "role", u"error"_s);
}

bool JsonValueDialog::eventFilter(QObject *watched, QEvent *event)
{
    // The editor takes every key that means something to it before a shortcut could.
    const bool isKey = event->type() == QEvent::ShortcutOverride
                       || event->type() == QEvent::KeyPress;
    if (isKey) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
        if (isEnter && key.modifiers().testFlag(Qt::ControlModifier)) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                save();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void JsonValueDialog::closeEvent(QCloseEvent *event)
{
    // When the program ends, nobody has given up what is typed here.
    if (event->spontaneous())
        QDialog::closeEvent(event);
    else
        event->accept();
}

void JsonValueDialog::check()
{
    m_checkTimer.stop();
    const auto problem = checkJson(m_text->bytes());
    m_save->setEnabled(!problem);
    m_text->setProblem(problem);
    if (problem) {
        showProblem(tr("%1 (line %2, column %3)")
                        .arg(wording::jsonProblem(*problem))
                        .arg(problem->line)
                        .arg(problem->column));
    } else {
        m_problem->clear();
    }
    m_save->setAccessibleDescription(m_problem->text());
}

void JsonValueDialog::save()
{
    check();
    if (!m_save->isEnabled())
        return;
    if (raw() == m_before)
        accept();
    else
        emit saveRequested(raw());
}

} // namespace modelscribe

#include "moc_jsonvaluedialog.cpp"
