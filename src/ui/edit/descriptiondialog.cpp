// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/descriptiondialog.h"

#include "core/whendone.h"
#include "ui/widgets/closedbrowser.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/dialogs.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace modelscribe {

DescriptionDialog::DescriptionDialog(DescriptionEdit &field, QWidget *parent)
    : QDialog(parent)
    , m_field(&field)
    , m_text(new DescriptionEdit)
    , m_view(new ClosedBrowser)
    , m_cut(new QLabel)
    , m_close(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    m_text->setReadOnly(field.isReadOnly());
    m_cut->setTextFormat(Qt::PlainText);
    m_cut->setProperty("role", u"muted"_s);
    m_cut->hide();
    auto *preview = new QWidget;
    auto *previewColumn = new QVBoxLayout(preview);
    previewColumn->setContentsMargins(0, 0, 0, 0);
    previewColumn->addWidget(m_cut);
    previewColumn->addWidget(m_view, 1);
    auto *splitter = new QSplitter;
    splitter->setHandleWidth(9);
    splitter->setProperty("role", u"plain"_s);
    splitter->addWidget(m_text);
    splitter->addWidget(preview);
    splitter->setSizes({1, 1});
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(12);
    column->addWidget(splitter, 1);
    column->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&field, &DescriptionEdit::valueChanged, this, &DescriptionDialog::takeFromField);
    connect(&field, &QObject::destroyed, this, &QDialog::reject);
    connect(m_text, &DescriptionEdit::valueChanged, this, [this] {
        if (m_field && !m_text->isReadOnly())
            m_field->setValue(m_text->value());
        m_soon.start();
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(&m_soon, &QTimer::timeout, this, &DescriptionDialog::read);
    setUpDialog(*this, {1000, 680});
    takeFromField();
    read();
    retranslate();
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(
        std::min(field.textCursor().position(), m_text->document()->characterCount() - 1));
    m_text->setTextCursor(cursor);
    m_text->setFocus();
}

void DescriptionDialog::retranslate()
{
    setWindowTitle(m_field ? m_field->accessibleName() : QString());
    m_text->setAccessibleName(windowTitle());
    m_view->setAccessibleName(tr("Preview"));
    m_cut->setText(tr("Only the beginning is shown"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(m_close->text());
}

//! Also what a merge or another window brings.
void DescriptionDialog::takeFromField()
{
    if (m_field && m_field->value() != m_text->value())
        m_text->setValue(m_field->value());
}

void DescriptionDialog::read()
{
    if (m_reading) { // the one that is read is older than the text
        m_soon.start();
        return;
    }
    m_reading = true;
    whenDone(QtConcurrent::run(MarkdownText::read, m_text->value().toUtf8(), thread()), this,
             [this](const Result<MarkdownText> &text) { takeText(text); });
}

void DescriptionDialog::takeText(const Result<MarkdownText> &text)
{
    m_reading = false;
    if (!text)
        return;
    m_shown = *text;
    m_shown.document->setDocumentMargin(12);
    m_view->setDocument(m_shown.document.get());
    m_cut->setVisible(m_shown.isCut);
}

void DescriptionDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace modelscribe
