// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/many/manyheader.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! With a lock before its words.
class LockPill : public QLabel
{
public:
    void setWords(const QString &words)
    {
        setText(u"\u2003\u2009"_s + words);
        setAccessibleName(words);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QLabel::paintEvent(event);
        constexpr int side = 12;
        const QRect place(9, (height() - side) / 2, side, side);
        QPainter(this).drawPixmap(place, Theme::of(this).pixmap(u"lock"_s, ThemeColor::Muted,
                                                                place.size(), devicePixelRatioF()));
    }
};

} // namespace

ManyHeader::ManyHeader(QWidget *parent)
    : QWidget(parent)
    , m_back(new QToolButton)
    , m_title(new ElidedLabel)
    , m_more(new QToolButton)
    , m_changeable(new ElidedLabel)
    , m_readOnlyPill(new LockPill)
    , m_draftPill(new QLabel)
{
    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(4);
    titleRow->addWidget(m_back);
    titleRow->addWidget(m_title, 1);
    titleRow->addWidget(m_more);
    auto *pillRow = new QHBoxLayout;
    pillRow->setSpacing(8);
    pillRow->addWidget(m_changeable);
    pillRow->addWidget(m_readOnlyPill);
    pillRow->addWidget(m_draftPill);
    pillRow->addStretch(1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(16, 12, 12, 4);
    rows->setSpacing(4);
    rows->addLayout(titleRow);
    rows->addLayout(pillRow);

    QFont titleFont = font();
    titleFont.setPointSizeF(titleFont.pointSizeF() * 1.2);
    titleFont.setWeight(QFont::DemiBold);
    m_title->setFont(titleFont);
    m_title->setObjectName("manyTitle"_L1);
    m_changeable->setProperty("role", u"muted"_s);
    m_changeable->setMinimumHeight(22); // as high as the pills that come
    for (QLabel *pill : {m_readOnlyPill, m_draftPill}) {
        pill->setTextFormat(Qt::PlainText);
        pill->setProperty("pill", u"neutral"_s);
        pill->hide();
    }
    m_draftPill->setProperty("pill", u"changed"_s);
    const Theme &theme = Theme::of(this);
    m_back->setIcon(theme.icon(u"back"_s));
    m_back->hide();
    m_more->setIcon(theme.icon(u"more"_s));
    connect(m_back, &QToolButton::clicked, this, &ManyHeader::backRequested);
    connect(m_more, &QToolButton::clicked, this, &ManyHeader::openMenu);
    connect(&theme, &Theme::changed, m_readOnlyPill, qOverload<>(&QWidget::update));
    refresh();
}

void ManyHeader::openMenu()
{
    auto *menu = new QMenu(m_more);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy IDs")), &QAction::triggered, this,
            &ManyHeader::copyIdsRequested);
    connect(menu->addAction(tr("Copy names")), &QAction::triggered, this,
            &ManyHeader::copyNamesRequested);
    menu->popup(
        m_more->mapToGlobal(QPoint(m_more->width() - menu->sizeHint().width(), m_more->height())));
}

void ManyHeader::showModels(qsizetype chosen, const ManyValues &values, bool isCounted)
{
    m_chosen = chosen;
    m_readOnly = values.readOnly;
    m_drafts = values.drafts;
    m_isCounted = isCounted;
    refresh();
}

void ManyHeader::setBackVisible(bool visible) { m_back->setVisible(visible); }

void ManyHeader::refresh()
{
    for (auto [button, name] :
         {std::pair(m_back, tr("Back to the list")), std::pair(m_more, tr("More actions"))}) {
        button->setAccessibleName(name);
        button->setToolTip(name);
    }
    m_title->setPlainText(tr("%Ln model(s)", nullptr, int(m_chosen)));
    m_changeable->setPlainText(
        m_isCounted ? tr("%Ln can be changed", nullptr, int(m_chosen) - m_readOnly) : u"…"_s);
    m_readOnlyPill->setVisible(m_isCounted && m_readOnly > 0);
    static_cast<LockPill *>(m_readOnlyPill)
        ->setWords(tr("%Ln read-only, left out", nullptr, m_readOnly));
    m_draftPill->setVisible(m_isCounted && m_drafts > 0);
    m_draftPill->setText(u"● "_s + tr("%Ln draft(s)", nullptr, m_drafts));
}

void ManyHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_manyheader.cpp"
