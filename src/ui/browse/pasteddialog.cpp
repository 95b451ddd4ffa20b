// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/pasteddialog.h"

#include "core/visibletext.h"
#include "lists/pastedmodels.h"
#include "ui/widgets/descriptionedit.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mostNamed = 6;
constexpr qsizetype longestNamed = 40;
constexpr int untilLooked = 150; // ms after the last key

//! "a, b, c and 4 more".
QString firstOf(const QStringList &lines)
{
    QStringList shown;
    for (const QString &line : lines.first(std::min(mostNamed, lines.size())))
        shown.append(visibleText(line, longestNamed));
    const auto more = int(lines.size() - shown.size());
    const QString text = shown.join(u", "_s);
    return more > 0 ? PastedDialog::tr("%1 and %Ln more", nullptr, more).arg(text) : text;
}

} // namespace

PastedDialog::PastedDialog(const Catalog &catalog, const QString &text, QWidget *parent)
    : QDialog(parent)
    , m_models(new PastedModels(catalog, this))
    , m_hint(new QLabel)
    , m_text(new DescriptionEdit)
    , m_found(new QLabel)
    , m_ambiguous(new QLabel)
    , m_missing(new QLabel)
    , m_cancel(new QPushButton)
    , m_select(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName("pastedDialog"_L1);
    m_text->setObjectName("pastedText"_L1);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_select->setObjectName("selectPasted"_L1);
    m_select->setProperty("kind", u"primary"_s);
    m_select->setDefault(true);
    m_found->setProperty("role", u"heading"_s);
    m_ambiguous->setProperty("role", u"warning"_s);
    m_missing->setProperty("role", u"warning"_s);
    m_hint->setProperty("role", u"muted"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_hint);
    column->addWidget(m_text, 1);
    for (QLabel *label : {m_hint, m_found, m_ambiguous, m_missing}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        if (label != m_hint)
            column->addWidget(label);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_select);
    column->addLayout(buttons);
    setUpDialog(*this, {480, 420});

    m_soon.setSingleShot(true);
    m_soon.setInterval(untilLooked);
    connect(&m_soon, &QTimer::timeout, this, [this] { m_models->setText(m_text->value()); });
    connect(m_text, &DescriptionEdit::valueChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_models, &PastedModels::changed, this, &PastedDialog::refresh);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_select, &QPushButton::clicked, this, [this] {
        emit chosen(m_models->found());
        accept();
    });
    m_text->setValue(text);
    m_soon.stop();
    m_models->setText(text);
    if (!text.isEmpty())
        m_text->selectAll();
    (m_models->found().isEmpty() ? static_cast<QWidget *>(m_text) : m_select)->setFocus();
    refresh();
}

void PastedDialog::refresh()
{
    setWindowTitle(tr("Select pasted models"));
    m_hint->setText(tr("IDs or exact names, one per line:"));
    m_text->setAccessibleName(tr("IDs or names"));
    const bool isFound = m_models->isFound();
    const auto count = int(m_models->found().size());
    m_found->setText(isFound ? tr("%Ln model(s) found", nullptr, count) : u"…"_s);
    const QStringList ambiguous = m_models->ambiguous();
    m_ambiguous->setText(
        tr("Several models have this name and are not selected: %1").arg(firstOf(ambiguous)));
    m_ambiguous->setVisible(isFound && !ambiguous.isEmpty());
    const QStringList missing = m_models->missing();
    m_missing->setText(tr("Not found: %1").arg(firstOf(missing)));
    m_missing->setVisible(isFound && !missing.isEmpty());
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_select->setText(tr("Select %Ln model(s)", nullptr, count));
    m_select->setAccessibleName(m_select->text());
    m_select->setEnabled(isFound && count > 0);
}

void PastedDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QDialog::changeEvent(event);
}

} // namespace modelscribe

#include "moc_pasteddialog.cpp"
