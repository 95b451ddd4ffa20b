// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparepage.h"

#include "core/error.h"
#include "core/visibletext.h"
#include "lists/comparing.h"
#include "lists/comparisonmodel.h"
#include "registry/connection.h"
#include "session/workbench.h"
#include "ui/compare/comparefooter.h"
#include "ui/compare/comparetable.h"
#include "ui/compare/modelchooser.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/pagebar.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

ComparePage::ComparePage(Workbench &workbench, const ModelTableModel &models, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_comparing(new Comparing(workbench, this))
    , m_models(new ComparisonModel(this))
    , m_all(new QPushButton(this))
    , m_differences(new QPushButton(this))
    , m_add(new QPushButton(this))
    , m_copyAs(new QPushButton(this))
    , m_bar(new PageBar(this))
    , m_table(new CompareTable(this))
    , m_loading(new LoadingRows(this))
    , m_empty(new StatePage(this))
    , m_stack(new QStackedLayout)
    , m_strip(new MessageStrip(this))
    , m_footer(new CompareFooter(this))
    , m_chooser(new ModelChooser(models, this))
{
    m_table->setComparison(m_models);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    fillBar();
    column->addWidget(m_bar);
    column->addWidget(new Separator(this));
    column->addLayout(m_stack, 1);
    column->addWidget(m_strip);
    column->addWidget(new Separator(this));
    column->addWidget(m_footer);

    connect(m_comparing, &Comparing::changed, this, &ComparePage::refresh);
    connect(m_comparing, &Comparing::refused, this, &ComparePage::tellRefused);
    connect(m_table, &CompareTable::removeRequested, m_comparing, &Comparing::remove);
    connect(m_table, &CompareTable::openRequested, this, &ComparePage::openRequested);
    connect(m_table, &CompareTable::copyRequested, this,
            [this](const ComparedPlace &place, const QString &source, const QStringList &targets) {
                m_strip->dismiss();
                for (const QString &target : targets)
                    m_comparing->copy(place, source, target);
            });
    connect(m_footer, &CompareFooter::reviewRequested, this, &ComparePage::review);
    connect(m_chooser, &ModelChooser::chosen, this, [this](const QString &modelId) {
        m_table->goToModel(modelId);
        m_comparing->add(modelId);
        refresh();
        focusTable();
    });
    connect(m_chooser, &ModelChooser::cancelled, this, &ComparePage::focusTable);
    retranslate();
}

void ComparePage::fillBar()
{
    auto *segments = new QHBoxLayout;
    segments->setSpacing(0);
    auto *group = new QButtonGroup(this);
    for (QPushButton *button : {m_all, m_differences}) {
        button->setProperty("kind", u"segment"_s);
        button->setProperty("end", button == m_all ? u"first"_s : u"last"_s);
        button->setCheckable(true);
        group->addButton(button);
        segments->addWidget(button);
    }
    m_all->setChecked(true);
    connect(m_differences, &QPushButton::toggled, m_models, &ComparisonModel::setOnlyDifferences);
    m_add->setObjectName(u"addModel"_s);
    m_add->setIcon(Theme::of(this).icon(u"add"_s));
    connect(m_add, &QPushButton::clicked, this, &ComparePage::chooseAnother);
    m_copyAs->setMenu(new QMenu(m_copyAs));
    m_copyAs->setIcon(Theme::of(this).icon(u"chevron-down"_s));
    m_copyAs->setLayoutDirection(Qt::RightToLeft); // the arrow behind the words
    connect(m_copyAs->menu()->addAction(QString()), &QAction::triggered, this,
            [this] { copyAs(false); });
    connect(m_copyAs->menu()->addAction(QString()), &QAction::triggered, this,
            [this] { copyAs(true); });
    connect(m_bar, &PageBar::backRequested, this, &ComparePage::backRequested);
    m_bar->addLayout(segments);
    m_bar->addWidget(m_add);
    m_bar->addWidget(m_copyAs);
}

void ComparePage::compare(const QStringList &modelIds)
{
    m_strip->dismiss();
    m_comparing->setModels(modelIds);
    focusTable();
}

void ComparePage::focusTable()
{
    const bool isTable = m_comparing->modelIds().size() > 1;
    (isTable ? static_cast<QWidget *>(m_table) : m_add)->setFocus(Qt::OtherFocusReason);
}

void ComparePage::chooseAnother()
{
    if (m_add->isEnabled())
        m_chooser->open(*m_workbench.catalog(), m_comparing->modelIds(), *m_add);
}

QList<QWidget *> ComparePage::sections() const
{
    return {m_bar, m_table, m_empty, m_strip, m_footer};
}

void ComparePage::retranslate()
{
    m_all->setText(tr("All fields"));
    m_differences->setText(tr("Differences only"));
    QFont bold = font(); // the chosen one is, and its neighbours stay where they are
    bold.setWeight(QFont::DemiBold);
    for (QPushButton *button : {m_all, m_differences})
        button->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(button->text()) + 26);
    m_add->setText(tr("Add a model"));
    m_copyAs->setText(tr("Copy as"));
    m_copyAs->menu()->actions().at(0)->setText(tr("Table"));
    m_copyAs->menu()->actions().at(1)->setText(tr("Markdown table"));
    m_models->setComparison(m_comparing->comparison());
    refresh();
}

void ComparePage::refresh()
{
    const auto count = int(m_comparing->modelIds().size());
    m_bar->setTitle(tr("Compare %n model(s)", nullptr, count));
    const Connection *connection = m_workbench.connection();
    m_bar->setAbout(connection ? connection->title() : QString());
    m_footer->showDrafts(m_comparing->drafts());
    const bool isWaiting = m_comparing->isWorking() && m_comparing->comparison().rows.isEmpty();
    if (!m_comparing->isWorking()
        && m_models->comparison().models != m_comparing->comparison().models)
        m_models->setComparison(m_comparing->comparison());
    m_copyAs->setEnabled(count > 0);
    m_add->setEnabled(m_workbench.catalog() && count < mostCompared);
    m_add->setToolTip(count < mostCompared ? tr("Add another beside these (Insert)")
                                           : tr("Six models are already side by side."));
    if (count < 2) {
        m_empty->say(tr("Two to six models can be compared."),
                     tr("Choose them in the list, with Ctrl or Shift held down."));
        QPushButton *back = m_empty->addButton(tr("Back to the list"), u"primary"_s);
        connect(back, &QPushButton::clicked, this, &ComparePage::backRequested);
        if (isVisible() && m_stack->currentWidget() != m_empty) {
            m_stack->setCurrentWidget(m_empty);
            back->setFocus(Qt::OtherFocusReason);
        }
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentWidget(isWaiting ? static_cast<QWidget *>(m_loading) : m_table);
}

void ComparePage::review()
{
    const QList<EditSession *> drafts = m_comparing->drafts();
    if (drafts.size() == 1)
        emit reviewRequested(drafts.first());
    else if (!drafts.isEmpty())
        emit draftsRequested();
}

void ComparePage::tellRefused(const QString &modelId, const Error &error)
{
    const auto &models = m_comparing->comparison().models;
    const auto model = std::ranges::find(models, modelId, &ComparedModel::id);
    const QString name = model == models.end() ? modelId : model->edited.name;
    m_strip->show(MessageStrip::Kind::Error, [shown = visibleText(name, 60), kind = error.kind] {
        switch (kind) {
        case Error::Kind::Forbidden:
            return tr("“%1” is read-only: it belongs to a provider. Nothing was copied.")
                .arg(shown);
        case Error::Kind::NotFound:
            return tr("“%1” was deleted in the registry. Nothing was copied.").arg(shown);
        default:
            return tr("The ExtraInfo of “%1” has no place for this value. Nothing was copied.")
                .arg(shown);
        }
    });
}

void ComparePage::copyAs(bool isMarkdown)
{
    QGuiApplication::clipboard()->setText(m_models->asText(isMarkdown));
    m_strip->show(MessageStrip::Kind::Success, [] { return tr("Copied."); });
}

void ComparePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return emit backRequested();
    if (event->key() == Qt::Key_Insert)
        return chooseAnother();
    QWidget::keyPressEvent(event);
}

void ComparePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_comparepage.cpp"
