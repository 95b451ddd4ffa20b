// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/dialogs/jsondifferencedialog.h"

#include "core/backgroundwork.h"
#include "core/visibletext.h"
#include "ui/json/dialogs/jsondifferencemodel.h"
#include "ui/json/dialogs/jsonrowdelegate.h"
#include "ui/json/dialogs/textdifferenceview.h"
#include "ui/json/jsondocument.h"
#include "ui/json/jsonwording.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"
#include "json/jsonrevert.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

JsonDifferenceDialog::JsonDifferenceDialog(JsonDocument &document, QByteArray stored,
                                           QWidget *parent)
    : JsonDialog(parent)
    , m_document(&document)
    , m_storedText(std::move(stored))
    , m_model(new JsonDifferenceModel(this))
    , m_tabs(new QTabWidget)
    , m_pages(new QStackedWidget)
    , m_list(new QTreeView)
    , m_state(new StatePage)
    , m_waiting(new LoadingRows)
    , m_text(new TextDifferenceView)
    , m_takeStored(new QPushButton)
{
    buildBody();
    connect(&document, &JsonDocument::textChanged, this, &JsonDifferenceDialog::start);
    connect(&document, &JsonDocument::checked, this, &JsonDifferenceDialog::start);
    setUpDialog(*this, {880, 560});
    start();
    retranslate();
    m_list->setFocus();
}

void JsonDifferenceDialog::buildBody()
{
    m_list->setModel(m_model);
    m_list->setProperty("role", u"framed"_s);
    m_list->setUniformRowHeights(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegate(new JsonRowDelegate(28, m_list));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionsMovable(false);
    constexpr std::array widths = {220, 190, 210};
    for (size_t column = 0; column < widths.size(); ++column)
        m_list->header()->resizeSection(int(column), widths[column]);
    for (QWidget *page : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_state),
                          static_cast<QWidget *>(m_waiting)})
        m_pages->addWidget(page);
    const auto addTab = [this](QWidget *content) {
        auto *page = new QWidget;
        auto *column = new QVBoxLayout(page);
        column->setContentsMargins(0, 8, 0, 0);
        column->addWidget(content);
        m_tabs->addTab(page, QString());
    };
    addTab(m_pages);
    addTab(m_text);
    body().addWidget(m_tabs, 1);
    m_takeStored->setAutoDefault(false);
    addToBar(m_takeStored);
    connect(m_takeStored, &QPushButton::clicked, this, &JsonDifferenceDialog::takeStored);
    connect(&primaryButton(), &QPushButton::clicked, this, &JsonDifferenceDialog::goToPlace);
    connect(m_list, &QTreeView::activated, this, &JsonDifferenceDialog::goToPlace);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        setStatus({});
        refresh();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        compareTexts();
        refresh();
    });
}

void JsonDifferenceDialog::retranslate()
{
    setHeading(tr("Differences"));
    m_tabs->setTabText(Meaning, tr("Meaning"));
    m_tabs->setTabText(Text, tr("Text"));
    m_tabs->setTabToolTip(Meaning, tr("Values that differ, whatever the text looks like"));
    m_tabs->setTabToolTip(Text, tr("Lines that differ"));
    m_tabs->setAccessibleName(tr("Ways to compare"));
    m_list->setAccessibleName(tr("Differences in meaning"));
    m_waiting->setAccessibleName(tr("Comparing"));
    m_text->setTitles(tr("Stored"), tr("Now"));
    m_takeStored->setText(tr("Take the stored value"));
    m_takeStored->setAccessibleName(m_takeStored->text());
    m_takeStored->setToolTip(tr("Undo restores the current value"));
    setPrimary(tr("Go there"));
    setCancel(tr("Close"));
    showState();
}

const QList<JsonDifference> &JsonDifferenceDialog::differences() const
{
    return m_model->differences();
}

void JsonDifferenceDialog::setTab(Tab tab) { m_tabs->setCurrentIndex(tab); }

JsonDifferenceDialog::Tab JsonDifferenceDialog::tab() const { return Tab(m_tabs->currentIndex()); }

void JsonDifferenceDialog::start()
{
    if (!m_document)
        return;
    const quint64 revision = ++m_revision;
    m_textIsOld = true;
    compareTexts();
    m_comparing = true;
    if (!m_document->isChecked()) {
        showState();
        return; // checked() comes
    }
    const bool isJson = m_document->isCurrent() && m_document->tree()->isValid();
    auto now = isJson ? m_document->tree() : std::make_shared<const JsonTree>();
    const bool isShort = std::max(m_storedText.size(), now->text().size())
                         <= JsonDocument::readHereLimit;
    showState();
    runAside(
        this, isShort,
        [text = m_storedText, stored = m_comparison.stored, now] {
            Comparison result{.stored = stored ? stored : JsonTree::shared(text), .now = now};
            if (result.stored->isValid() && now->isValid())
                result.differences = jsonDifferences(*result.stored, *now, maxDifferences);
            return result;
        },
        [this, revision](const Comparison &comparison) {
            if (revision == m_revision)
                take(comparison);
        });
}

void JsonDifferenceDialog::take(const Comparison &comparison)
{
    m_comparing = false;
    m_comparison = comparison;
    const int row = std::max(0, m_list->currentIndex().row());
    m_model->setDifferences(comparison.differences);
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), 0));
    showState();
    emit ready();
}

void JsonDifferenceDialog::compareTexts()
{
    if (!m_textIsOld || tab() != Text || !m_document)
        return;
    m_textIsOld = false;
    m_text->compare(m_storedText, m_document->bytes());
}

void JsonDifferenceDialog::showState()
{
    if (m_comparing) {
        // Rows stay while they are looked at again: a list that blinks is hard to follow.
        if (m_model->rowCount() == 0)
            m_pages->setCurrentWidget(m_waiting);
    } else if (m_model->rowCount() > 0) {
        m_pages->setCurrentWidget(m_list);
    } else {
        const QString hint = tr("The other tab compares the texts line by line.");
        if (!m_comparison.now || !m_comparison.now->isValid())
            m_state->say(tr("The text is not valid JSON right now."), hint);
        else if (m_storedText.trimmed().isEmpty())
            m_state->say(tr("Nothing was stored. Everything is new."));
        else if (!m_comparison.stored->isValid())
            m_state->say(tr("The stored text is not JSON."), hint);
        else
            m_state->say(tr("No differences in meaning."));
        m_pages->setCurrentWidget(m_state);
    }
    setSubtitle(summary());
    refresh();
}

QString JsonDifferenceDialog::summary() const
{
    if (m_comparing)
        return tr("Comparing with the stored text…");
    const auto meant = std::ranges::count_if(differences(), &JsonDifferenceModel::isByMeaning);
    const qsizetype others = differences().size() - meant;
    QStringList parts;
    if (meant > 0)
        parts << tr("%n value(s) differ", nullptr, int(meant));
    else if (others > 0)
        parts << tr("No differences in meaning");
    if (others > 0)
        parts << tr("%n written or ordered differently", nullptr, int(others));
    if (!isComplete())
        parts << tr("more are not listed");
    return parts.isEmpty() ? tr("Compared with the stored text.") : parts.join(u" · "_s);
}

const JsonDifference *JsonDifferenceDialog::selected() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? &differences()[current.row()] : nullptr;
}

void JsonDifferenceDialog::refresh()
{
    const bool isList = tab() == Meaning && m_model->rowCount() > 0;
    m_takeStored->setVisible(isList && m_document && !m_document->isReadOnly());
    m_takeStored->setEnabled(selected() && !m_comparing && isComplete());
    primaryButton().setVisible(isList);
    primaryButton().setEnabled(selected());
}

void JsonDifferenceDialog::takeStored()
{
    if (!selected() || m_comparing || !isComplete() || !m_document)
        return;
    const JsonDifference difference = *selected();
    const Comparison comparison = m_comparison;
    const auto changes = m_document->edit([&](const JsonTree &tree) -> Result<TextChanges> {
        if (&tree != comparison.now.get())
            return failure(Error{.kind = Error::Kind::Invalid, .code = u"NotCurrent"_s});
        return revertDifference(*comparison.stored, tree, comparison.differences, difference);
    });
    if (changes)
        setStatus(tr("%1 is as stored again.").arg(visibleText(jsonPathText(difference.path), 60)));
    else
        setStatus(jsonwording::editError(changes.error()), true);
}

void JsonDifferenceDialog::goToPlace()
{
    const JsonDifference *difference = selected();
    if (!difference)
        return;
    JsonPath path = difference->path;
    if (difference->kind == JsonDifference::Kind::Removed && !path.isEmpty()) {
        // It is not there any more: to what it was in.
        path = pathInLater(path, differences());
        path.removeLast();
        while (!path.isEmpty() && !m_comparison.now->find(path))
            path.removeLast();
    }
    emit pathActivated(path);
    accept();
}

} // namespace modelscribe

#include "moc_jsondifferencedialog.cpp"
