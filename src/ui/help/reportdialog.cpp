// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/reportdialog.h"

#include "ui/widgets/dialogs.h"
#include "ui/widgets/exacttextedit.h"
#include "ui/widgets/filesaving.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

ReportDialog::ReportDialog(ProblemReport report, QWidget *parent)
    : QDialog(parent)
    , m_report(std::move(report))
    , m_about(new QLabel)
    , m_text(new ExactTextEdit)
    , m_strip(new MessageStrip)
    , m_save(new QPushButton)
    , m_close(new QPushButton)
    , m_copy(new QPushButton)
{
    setModal(false);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_text->setFont(Theme::of(this).fixedFont());
    m_text->setTabChangesFocus(true);
    m_copy->setProperty("kind", u"primary"_s);
    m_copy->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_save);
    buttons->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(12);
    column->addWidget(m_about);
    column->addWidget(m_text, 1);
    column->addWidget(m_strip);
    column->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ReportDialog::save);
    connect(m_copy, &QPushButton::clicked, this, &ReportDialog::copy);
    retranslate();
    setUpDialog(*this, {680, 560});
    m_made = m_report.text();
    m_text->setText(m_made);
    QTextCursor cursor(m_text->document()->findBlockByNumber(1)); // below "What happened"
    m_text->setTextCursor(cursor);
    m_text->setFocus();
}

void ReportDialog::addErrors(const QList<PastError> &errors)
{
    if (errors.isEmpty())
        return;
    m_report.errors += errors;
    const QString before = std::exchange(m_made, m_report.text());
    // What comes in addition is put where it belongs, behind what a person has written.
    const auto ends = std::mismatch(before.crbegin(), before.crend(), m_made.crbegin(),
                                    m_made.crend());
    const qsizetype tail = ends.first - before.crbegin();
    const QString tailText = before.last(tail);
    const auto begins = std::mismatch(before.cbegin(), before.cend() - tail, m_made.cbegin(),
                                      m_made.cend() - tail);
    const qsizetype head = begins.second - m_made.cbegin();
    const QString instead = before.sliced(head, before.size() - tail - head); // "none"
    const QString text = m_text->text();
    const qsizetype place = text.endsWith(tailText) ? text.size() - tail : text.size();
    QTextCursor cursor(m_text->document());
    cursor.setPosition(int(place));
    if (QStringView(text).first(place).endsWith(instead))
        cursor.setPosition(int(place - instead.size()), QTextCursor::KeepAnchor);
    cursor.insertText(m_made.sliced(head, m_made.size() - tail - head));
}

bool ReportDialog::isUnfinished() const
{
    const QString text = m_text->text();
    return text != m_made && text != m_handedOn;
}

void ReportDialog::copy()
{
    m_handedOn = m_text->text();
    QGuiApplication::clipboard()->setText(m_handedOn);
    m_strip->show(MessageStrip::Kind::Success, [] { return tr("Copied."); });
}

void ReportDialog::save()
{
    offerToSave(
        {.title = tr("Save the report"),
         .filters = {tr("Text files (*.txt)")},
         .suffix = u"txt"_s,
         .name = u"modelscribe-report.txt"_s},
        [text = m_text->text()] { return text.toUtf8(); }, *m_strip);
}

void ReportDialog::retranslate()
{
    setWindowTitle(tr("Report a problem"));
    m_about->setText(
        tr("Nothing is sent from here. Say what happened, look through the rest, then copy it to "
           "where you report the problem. It contains no names, IDs, addresses or keys."));
    m_text->setAccessibleName(tr("Report"));
    m_close->setText(tr("Close"));
    m_save->setText(tr("Save…"));
    m_copy->setText(tr("Copy"));
    for (QPushButton *button : {m_close, m_save, m_copy})
        button->setAccessibleName(button->text());
}

void ReportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace modelscribe

#include "moc_reportdialog.cpp"
