// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/pastevaluesdialog.h"

#include "core/visibletext.h"
#include "model/wording.h"
#include "ui/widgets/combobox.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/panewidgets.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mostColumns = 50;
constexpr qsizetype shownValues = 4;
constexpr QLatin1StringView labelPrefix("label:");

QString firstValues(const PastedBlock &block, qsizetype column)
{
    QStringList values;
    for (const QStringList &row : block.rows.first(std::min(shownValues, block.rows.size())))
        values.append(row[column].isEmpty() ? u"—"_s : visibleText(row[column], 30));
    if (block.rows.size() > shownValues)
        values.append(u"…"_s);
    return values.join(PasteValuesDialog::tr(", "));
}

} // namespace

PasteValuesDialog::PasteValuesDialog(const PastedBlock &block, qsizetype models,
                                     const ModelField *first, QWidget *parent)
    : QDialog(parent)
    , m_block(block)
    , m_models(models)
    , m_says(new QLabel)
    , m_warning(new QLabel)
    , m_emptyToo(new QCheckBox)
    , m_cancel(new QPushButton)
    , m_review(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName("pasteValuesDialog"_L1);
    for (QLabel *label : {m_says, m_warning}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_warning->setProperty("role", u"warning"_s);
    m_review->setProperty("kind", u"primary"_s);
    m_review->setObjectName("reviewPasted"_L1);
    m_review->setDefault(true);
    auto *body = new QWidget;
    auto *grid = new QGridLayout(body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    grid->setColumnStretch(1, 1);
    const QList<PastedColumn> guesses = block.columns(first);
    for (qsizetype i = 0; i < std::min(mostColumns, guesses.size()); ++i)
        addRow(*grid, i, guesses[i]);
    grid->setRowStretch(int(m_choices.size()), 1);
    auto *scroll = new SteadyScrollArea;
    scroll->setContent(body);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_review);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_says);
    column->addWidget(scroll, 1);
    column->addWidget(m_emptyToo);
    column->addWidget(m_warning);
    column->addLayout(buttons);
    setUpDialog(*this, {520, 360});
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_review, &QPushButton::clicked, this, [this] {
        emit chosen(columns(), m_emptyToo->isChecked());
        accept();
    });
    retranslate();
}

void PasteValuesDialog::addRow(QGridLayout &grid, qsizetype column, const PastedColumn &guess)
{
    auto *choice = new ComboBox;
    choice->setAccessibleName(tr("Field of column %1").arg(column + 1));
    choice->addItem(QString(), QString());
    for (const ModelField &field : modelFields) {
        if (field.kind != FieldKind::JsonObject)
            choice->addItem(QString(), QString(field.key));
    }
    if (!guess.labelKey.isEmpty())
        choice->addItem(QString(), labelPrefix + guess.labelKey);
    const QString wanted = guess.field                ? QString(guess.field->key)
                           : guess.labelKey.isEmpty() ? QString()
                                                      : labelPrefix + guess.labelKey;
    choice->setCurrentIndex(std::max(0, choice->findData(wanted)));
    connect(choice, &QComboBox::currentIndexChanged, this, &PasteValuesDialog::refresh);
    auto *values = new ElidedLabel;
    values->setProperty("role", u"muted"_s);
    values->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    values->setPlainText(firstValues(m_block, column));
    grid.addWidget(choice, int(column), 0);
    grid.addWidget(values, int(column), 1);
    m_choices.append(choice);
}

QList<PastedColumn> PasteValuesDialog::columns() const
{
    QList<PastedColumn> columns;
    for (const QComboBox *choice : m_choices) {
        const QString data = choice->currentData().toString();
        if (data.startsWith(labelPrefix))
            columns.append(
                PastedColumn{.field = nullptr, .labelKey = data.sliced(labelPrefix.size())});
        else
            columns.append(PastedColumn{.field = findField(data), .labelKey = {}});
    }
    return columns;
}

void PasteValuesDialog::retranslate()
{
    setWindowTitle(tr("Paste values"));
    for (QComboBox *choice : std::as_const(m_choices)) {
        for (int i = 0; i < choice->count(); ++i) {
            const QString data = choice->itemData(i).toString();
            const ModelField *field = findField(data);
            choice->setItemText(
                i, field ? field->labelText()
                   : data.isEmpty()
                       ? tr("Leave out")
                       : tr("Label %1").arg(visibleText(data.sliced(labelPrefix.size()), 60)));
        }
    }
    m_emptyToo->setText(tr("Empty cells clear the field"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    refresh();
}

void PasteValuesDialog::refresh()
{
    const QLocale numbers = locale();
    m_says->setText(m_block.rows.size() == 1
                        ? tr("One row, for each of the %Ln selected model(s). Which field does "
                             "each column go to?",
                             nullptr, int(m_models))
                        : tr("%Ln row(s), over the selected models in the order of the list. Which "
                             "field does each column go to?",
                             nullptr, int(m_block.rows.size())));
    const QList<PastedColumn> chosen = columns();
    bool isAny = false;
    bool isTwice = false;
    for (qsizetype i = 0; i < chosen.size(); ++i) {
        isAny = isAny || !chosen[i].isLeftOut();
        isTwice = isTwice || (!chosen[i].isLeftOut() && chosen.indexOf(chosen[i]) != i);
    }
    QStringList warnings;
    if (m_block.rows.size() != 1 && m_block.rows.size() != m_models)
        warnings.append(tr("%1 rows for %2 models: the first %3 are used.")
                            .arg(numbers.toString(m_block.rows.size()), numbers.toString(m_models),
                                 numbers.toString(m_block.reach(m_models))));
    if (isTwice)
        warnings.append(tr("Two columns go to the same field."));
    m_warning->setText(wording::joined(warnings));
    m_warning->setVisible(!warnings.isEmpty());
    m_review->setText(tr("Review %Ln model(s)…", nullptr, int(m_block.reach(m_models))));
    m_review->setAccessibleName(m_review->text());
    m_review->setEnabled(isAny && !isTwice && m_models > 0);
}

void PasteValuesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace modelscribe

#include "moc_pastevaluesdialog.cpp"
