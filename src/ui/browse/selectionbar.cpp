// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/selectionbar.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

SelectionBar::SelectionBar(QWidget *parent)
    : QFrame(parent)
    , m_count(new ElidedLabel)
    , m_what(new ElidedLabel)
    , m_edit(new QPushButton)
    , m_all(new QPushButton)
    , m_clear(new IconButton(u"close"_s, {}))
{
    setFixedHeight(40);
    setObjectName("selectionBar"_L1);
    m_count->setProperty("role", u"heading"_s);
    m_what->setProperty("role", u"muted"_s);
    m_all->setObjectName("selectAllShown"_L1);
    m_edit->setObjectName("editSelected"_L1);
    m_clear->setObjectName("clearSelection"_L1);
    for (QPushButton *button : {m_edit, m_all})
        button->setProperty("kind", u"link"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 10, 0);
    row->setSpacing(8);
    row->addWidget(m_count);
    row->addWidget(m_what, 1);
    row->addWidget(m_edit);
    row->addWidget(m_all);
    row->addWidget(m_clear);
    m_edit->hide();
    connect(m_edit, &QPushButton::clicked, this, &SelectionBar::editRequested);
    connect(m_all, &QPushButton::clicked, this, &SelectionBar::selectAllRequested);
    connect(m_clear, &QAbstractButton::clicked, this, &SelectionBar::clearRequested);
    connect(&Theme::of(this), &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void SelectionBar::showSelection(qsizetype selected, qsizetype shown, bool isSearch,
                                 const std::optional<Counts> &counts)
{
    m_selected = selected;
    m_shown = shown;
    m_isSearch = isSearch;
    m_counts = counts;
    refresh();
}

void SelectionBar::setEditOffered(bool isOffered) { m_edit->setVisible(isOffered); }

void SelectionBar::refresh()
{
    const bool isAll = m_selected == m_shown;
    const int selected = int(m_selected);
    QString text = tr("%Ln selected", nullptr, selected);
    if (isAll && m_isSearch)
        text = tr("All %Ln that match are selected", nullptr, selected);
    else if (isAll)
        text = tr("All %Ln are selected", nullptr, selected);
    m_count->setPlainText(text);
    QStringList parts;
    if (m_counts && m_counts->readOnly > 0)
        parts.append(tr("%Ln read-only", nullptr, m_counts->readOnly));
    if (m_counts && m_counts->drafts > 0)
        parts.append(tr("%Ln with a draft", nullptr, m_counts->drafts));
    m_what->setPlainText(m_counts ? parts.join(u" · "_s) : u"…"_s);
    setAccessibleName(QStringList{text, parts.join(u", "_s)}.join(u" "_s));
    const int shown = int(m_shown);
    m_all->setText(m_isSearch ? tr("Select all %Ln that match", nullptr, shown)
                              : tr("Select all %Ln", nullptr, shown));
    m_all->setAccessibleName(m_all->text());
    m_all->setVisible(!isAll);
    m_edit->setText(tr("Edit them"));
    m_edit->setAccessibleName(m_edit->text());
    m_clear->setName(tr("Clear the selection"));
}

void SelectionBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeColor::Selection));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(ThemeColor::Border));
}

void SelectionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace modelscribe

#include "moc_selectionbar.cpp"
