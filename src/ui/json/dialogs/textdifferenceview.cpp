// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/dialogs/textdifferenceview.h"

#include "core/backgroundwork.h"
#include "ui/json/dialogs/textdifferencedelegate.h"
#include "ui/json/dialogs/textdifferencemodel.h"
#include "ui/widgets/statepage.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

QPushButton *barButton()
{
    auto *button = new QPushButton;
    button->setAutoDefault(false);
    button->setProperty("kind", u"quiet"_s);
    return button;
}

} // namespace

TextDifferenceView::TextDifferenceView(QWidget *parent)
    : QWidget(parent)
    , m_model(new TextDifferenceModel(this))
    , m_rows(new QTreeView)
    , m_state(new StatePage)
    , m_waiting(new LoadingRows)
    , m_pages(new QStackedWidget)
    , m_summary(new QLabel)
    , m_position(new QLabel)
    , m_previous(barButton())
    , m_next(barButton())
    , m_layout(barButton())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    buildBar();
    buildRows();
    for (QWidget *page : {static_cast<QWidget *>(m_rows), static_cast<QWidget *>(m_state),
                          static_cast<QWidget *>(m_waiting)})
        m_pages->addWidget(page);
    column->addWidget(m_pages, 1);
    setFocusProxy(m_rows);

    auto *next = new QShortcut(Qt::Key_F7, this);
    connect(next, &QShortcut::activated, this, &TextDifferenceView::goToNext);
    auto *previous = new QShortcut(Qt::SHIFT | Qt::Key_F7, this);
    connect(previous, &QShortcut::activated, this, &TextDifferenceView::goToPrevious);
    connect(m_next, &QPushButton::clicked, this, &TextDifferenceView::goToNext);
    connect(m_previous, &QPushButton::clicked, this, &TextDifferenceView::goToPrevious);
    connect(m_layout, &QPushButton::clicked, this, [this] { setSideBySide(!isSideBySide()); });
    connect(&Theme::of(this), &Theme::changed, m_rows->viewport(), qOverload<>(&QWidget::update));
    retranslate();
    showState();
}

void TextDifferenceView::buildBar()
{
    for (QLabel *label : {m_summary, m_position}) {
        label->setTextFormat(Qt::PlainText);
        label->setProperty("role", u"muted"_s);
    }
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_summary, 1);
    bar->addWidget(m_position);
    for (QPushButton *button : {m_previous, m_next, m_layout})
        bar->addWidget(button);
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
}

void TextDifferenceView::buildRows()
{
    m_rows->setModel(m_model);
    m_rows->setItemDelegate(new TextDifferenceDelegate(m_rows));
    m_rows->setProperty("role", u"framed"_s);
    m_rows->setFont(Theme::of(this).fixedFont());
    m_rows->setUniformRowHeights(true);
    m_rows->setRootIsDecorated(false);
    m_rows->setItemsExpandable(false);
    m_rows->setIndentation(0);
    m_rows->setSelectionMode(QAbstractItemView::SingleSelection);
    m_rows->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_rows->header()->setStretchLastSection(false);
    m_rows->header()->setSectionsClickable(false);
    m_rows->header()->setSectionResizeMode(QHeaderView::Fixed);
    m_rows->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rows->installEventFilter(this);
    connect(m_rows, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { unfold(index.row()); });
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TextDifferenceView::refreshPosition);
}

void TextDifferenceView::retranslate()
{
    m_previous->setText(tr("Previous"));
    m_previous->setToolTip(tr("Previous difference (Shift+F7)"));
    m_next->setText(tr("Next"));
    m_next->setToolTip(tr("Next difference (F7)"));
    m_layout->setText(isSideBySide() ? tr("One below the other") : tr("Side by side"));
    m_previous->setAccessibleName(tr("Previous difference"));
    m_next->setAccessibleName(tr("Next difference"));
    m_layout->setAccessibleName(m_layout->text());
    m_rows->setAccessibleName(tr("Lines that differ"));
    m_waiting->setAccessibleName(tr("Comparing"));
    m_summary->setText(summary());
    refreshPosition();
    showState();
}

void TextDifferenceView::compare(const QByteArray &before, const QByteArray &after)
{
    ++m_revision;
    m_refused = std::max(before.size(), after.size()) > maxSize;
    m_comparing = !m_refused;
    if (m_refused) {
        take(std::make_shared<const TextDifference>());
        return;
    }
    m_model->setDifference(std::make_shared<const TextDifference>());
    showState();
    runAside(
        this, std::max(before.size(), after.size()) <= compareHereLimit,
        [before, after] { return TextDifference::make(before, after); },
        [this, revision = m_revision](std::shared_ptr<const TextDifference> difference) {
            if (revision == m_revision)
                take(std::move(difference));
        });
}

void TextDifferenceView::take(std::shared_ptr<const TextDifference> difference)
{
    m_comparing = false;
    m_refused = m_refused || difference->isTooLong;
    m_model->setDifference(std::move(difference));
    m_summary->setText(summary());
    fitColumns();
    showState();
    if (differences() > 0)
        goTo(0);
    refreshPosition();
    emit compared();
}

void TextDifferenceView::showState()
{
    const bool hasRows = differences() > 0;
    for (QWidget *widget : {static_cast<QWidget *>(m_summary), static_cast<QWidget *>(m_position),
                            static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next),
                            static_cast<QWidget *>(m_layout)})
        widget->setVisible(hasRows);
    if (m_comparing) {
        m_pages->setCurrentWidget(m_waiting);
    } else if (hasRows) {
        m_pages->setCurrentWidget(m_rows);
    } else {
        if (m_refused)
            m_state->say(tr("The texts are too long to compare by lines."));
        else if (m_model->difference()->before != m_model->difference()->after)
            m_state->say(tr("Only line ends differ."),
                         tr("Every line is the same; one text ends them differently."));
        else
            m_state->say(tr("The texts are the same, byte for byte."));
        m_pages->setCurrentWidget(m_state);
    }
}

void TextDifferenceView::setTitles(const QString &before, const QString &after)
{
    m_model->setTitles(before, after);
}

void TextDifferenceView::setSideBySide(bool on)
{
    const qsizetype hunk = m_model->hunkAt(m_rows->currentIndex().row());
    m_model->setSideBySide(on);
    fitColumns();
    if (differences() > 0)
        goTo(std::max<qsizetype>(0, hunk));
    retranslate();
}

bool TextDifferenceView::isSideBySide() const { return m_model->isSideBySide(); }

qsizetype TextDifferenceView::differences() const { return m_model->difference()->hunks.size(); }

QString TextDifferenceView::summary() const
{
    const TextDifference &difference = *m_model->difference();
    const auto removed = int(difference.removedLines());
    const auto added = int(difference.addedLines());
    const QString places = tr("%n difference(s)", nullptr, int(differences()));
    QStringList parts;
    if (removed > 0)
        parts << tr("− %n line(s)", nullptr, removed);
    if (added > 0)
        parts << tr("+ %n line(s)", nullptr, added);
    return parts.isEmpty() ? places : tr("%1: %2").arg(places, parts.join(u", "_s));
}

void TextDifferenceView::goTo(qsizetype hunk)
{
    const int row = m_model->rowOfHunk(hunk);
    m_rows->setCurrentIndex(m_model->index(row, 0));
    // What stands before it helps to see where one is.
    m_rows->scrollTo(m_model->index(std::max(0, row - 3), 0),
                     row > 3 ? QAbstractItemView::PositionAtTop : QAbstractItemView::EnsureVisible);
    refreshPosition();
}

void TextDifferenceView::goToNext()
{
    const qsizetype next = m_model->hunkAt(m_rows->currentIndex().row()) + 1;
    if (next < differences())
        goTo(next);
}

void TextDifferenceView::goToPrevious()
{
    if (differences() == 0)
        return;
    const int row = m_rows->currentIndex().row();
    const qsizetype here = m_model->hunkAt(row);
    // From inside of a difference or behind it first to where it begins.
    if (here >= 0 && row > m_model->rowOfHunk(here))
        goTo(here);
    else if (here > 0)
        goTo(here - 1);
}

bool TextDifferenceView::unfold(int row)
{
    if (!m_model->unfold(row))
        return false;
    m_rows->setCurrentIndex(m_model->index(row, 0));
    return true;
}

void TextDifferenceView::refreshPosition()
{
    const qsizetype here = m_model->hunkAt(m_rows->currentIndex().row());
    m_position->setText(here < 0 ? QString() : tr("%1 of %2").arg(here + 1).arg(differences()));
    m_previous->setEnabled(m_rows->currentIndex().row()
                           > (differences() > 0 ? m_model->rowOfHunk(0) : 0));
    m_next->setEnabled(here + 1 < differences());
}

void TextDifferenceView::fitColumns()
{
    const int room = m_rows->viewport()->width();
    if (isSideBySide()) {
        m_rows->header()->resizeSection(0, room / 2);
        m_rows->header()->resizeSection(1, room - room / 2);
        return;
    }
    const QFontMetrics metrics(m_rows->font());
    const auto characters = std::min<qsizetype>(m_model->longestLine(),
                                                TextDifferenceDelegate::maxShown)
                            + 2;
    const auto lines = std::max(m_model->difference()->beforeLines.size(),
                                m_model->difference()->afterLines.size());
    const int needed = int(characters) * metrics.horizontalAdvance(u'0')
                       + TextDifferenceDelegate::gutterWidth(metrics, lines, true);
    m_rows->header()->resizeSection(0, std::max(room, needed));
}

void TextDifferenceView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TextDifferenceView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

bool TextDifferenceView::eventFilter(QObject *watched, QEvent *event)
{
    // The view is sized after this widget, and when its scroll bar comes.
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &TextDifferenceView::fitColumns, Qt::QueuedConnection);
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && unfold(m_rows->currentIndex().row()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace modelscribe

#include "moc_textdifferenceview.cpp"
