// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/firststartpage.h"

#include "connect/localoffer.h"
#include "ui/firststart/foundkeyspart.h"
#include "ui/firststart/startpart.h"
#include "ui/widgets/panewidgets.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/spokenname.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int widestColumn = 720;
constexpr int narrowestRoom = 20; // at the sides
constexpr int scrollBarWidth = 10;
constexpr int firstFrames = 100; // ms; nobody aims at anything by then

QPushButton *startButton(QWidget *parent, const QString &kind)
{
    auto *made = new QPushButton(parent);
    if (!kind.isEmpty())
        made->setProperty("kind", kind);
    made->setAutoDefault(true); // Return presses it
    return made;
}

//! A frame for parts, one below the other.
QVBoxLayout *makeCard(QWidget *parent, QVBoxLayout &into, int place)
{
    auto *card = new QFrame(parent);
    card->setProperty("role", u"card"_s);
    auto *parts = new QVBoxLayout(card);
    parts->setContentsMargins(1, 1, 1, 1);
    parts->setSpacing(0);
    into.insertWidget(place, card);
    return parts;
}

} // namespace

FirstStartPage::FirstStartPage(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_about(new QLabel)
    , m_account(new StartPart(u"cloud"_s))
    , m_samples(new StartPart(u"samples"_s))
    , m_connect(startButton(m_account, u"primary"_s))
    , m_open(startButton(m_samples, {}))
    , m_empty(startButton(nullptr, u"link"_s))
    , m_steps(startButton(nullptr, u"link"_s))
    , m_language(startButton(nullptr, u"quiet"_s))
{
    setProperty("role", u"side"_s);
    setSpokenName(*this, [] { return tr("First start"); });
    build();
    makeLanguages();
    connect(m_connect, &QPushButton::clicked, this, &FirstStartPage::connectRequested);
    connect(m_open, &QPushButton::clicked, this, &FirstStartPage::samplesRequested);
    connect(m_empty, &QPushButton::clicked, this, &FirstStartPage::emptyRequested);
    connect(m_steps, &QPushButton::clicked, this, &FirstStartPage::firstStepsRequested);
    retranslate();
}

void FirstStartPage::build()
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_about->setProperty("role", u"muted"_s);
    for (QLabel *label : {m_title, m_about}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_account->setButton(m_connect);
    m_samples->setButton(m_open);
    m_empty->setProperty("side", u"left"_s);
    m_language->setProperty("look", u"muted"_s);
    m_language->setProperty("side", u"right"_s);

    auto *content = new QWidget;
    auto *column = new QWidget(content);
    column->setMaximumWidth(widestColumn);
    m_column = new QVBoxLayout(column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_title);
    m_column->addSpacing(8);
    m_column->addWidget(m_about);
    m_column->addSpacing(24);
    m_card = makeCard(column, *m_column, -1);
    m_card->addWidget(m_account);
    m_card->addWidget(new Separator(column));
    m_card->addWidget(m_samples);
    m_column->addSpacing(8);
    auto *links = new QHBoxLayout;
    links->addWidget(m_empty);
    links->addSpacing(12);
    links->addWidget(m_steps);
    links->addStretch();
    links->addWidget(m_language);
    m_column->addLayout(links);

    auto *middle = new QHBoxLayout;
    middle->setContentsMargins(narrowestRoom + scrollBarWidth, 0, narrowestRoom, 12);
    middle->addStretch(1);
    middle->addWidget(column, 1000);
    middle->addStretch(1);
    m_above = new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_whole = new QVBoxLayout(content);
    m_whole->setContentsMargins(0, 0, 0, 0);
    m_whole->setSpacing(0);
    m_whole->addSpacerItem(m_above);
    m_whole->addLayout(middle);
    m_whole->addStretch(1);
    auto *scroll = new SteadyScrollArea(this);
    scroll->setContent(content);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll);
}

void FirstStartPage::makeLanguages()
{
    auto *menu = new QMenu(m_language);
    m_language->setMenu(menu);
    m_language->setIcon(Theme::of(this).icon(u"chevron-down"_s, ThemeColor::Muted));
    m_language->setLayoutDirection(Qt::RightToLeft); // the arrow stands behind the text
    menu->setLayoutDirection(Qt::LeftToRight);
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &name, const QString &code) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] { emit languageChosen(code); });
    };
    add(u"English"_s, u"en"_s);
    add(u"中文"_s, u"zh_CN"_s);
}

void FirstStartPage::setOffers(const QList<KeyOffer> &offers)
{
    if (offers.isEmpty() || m_keys)
        return;
    m_keys = new FoundKeysPart;
    m_keys->setOffers(offers);
    connect(m_keys, &FoundKeysPart::chosen, this, &FirstStartPage::offerChosen);
    connect(m_keys, &FoundKeysPart::moreRequested, this, &FirstStartPage::connectRequested);
    if (m_sinceSeen.isValid() && m_sinceSeen.hasExpired(firstFrames)) {
        m_column->addSpacing(16);
        makeCard(m_column->parentWidget(), *m_column, -1)->addWidget(m_keys);
        return;
    }
    m_card->insertWidget(2, m_keys);
    m_card->insertWidget(3, new Separator(m_card->parentWidget()));
    QWidget *before = m_connect;
    for (QPushButton *button : m_keys->buttons()) {
        setTabOrder(before, button);
        before = button;
    }
}

void FirstStartPage::retranslate()
{
    m_title->setText(tr("Where are your models?"));
    m_about->setText(
        tr("ModelScribe shows and edits the metadata of models in PAI’s model registry."));
    m_account->say(tr("Connect to PAI"),
                   tr("Edit the models of your workspaces, with an AccessKey or a role."));
    m_samples->say(tr("Look around with sample models"),
                   tr("%Ln made-up model(s) in a registry on this machine. No account, no network.",
                      nullptr, sampleModels));
    m_connect->setText(tr("Connect to PAI…"));
    m_connect->setAccessibleName(tr("Connect to PAI…"));
    m_open->setText(tr("Open the samples"));
    m_open->setAccessibleName(tr("Open the samples"));
    m_empty->setText(tr("Start an empty local registry"));
    m_empty->setAccessibleName(tr("Start an empty local registry"));
    m_steps->setText(tr("First steps"));
    m_steps->setAccessibleName(tr("First steps"));
    m_language->setText(u"English / 中文"_s);
    m_language->setAccessibleName(u"English / 中文"_s);
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    m_language->menu()->actions().at(isChinese ? 1 : 0)->setChecked(true);
    const int width = std::max(m_connect->sizeHint().width(), m_open->sizeHint().width());
    for (QPushButton *button : {m_connect, m_open})
        button->setMinimumWidth(width);
}

void FirstStartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void FirstStartPage::paintEvent(QPaintEvent *event)
{
    if (!m_sinceSeen.isValid())
        m_sinceSeen.start();
    QFrame::paintEvent(event);
}

//! What is shown begins at a height that depends on the window alone, so that nothing moves when
//! more is found.
void FirstStartPage::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_above->changeSize(0, std::clamp((height() - 420) / 3, 16, 104), QSizePolicy::Minimum,
                        QSizePolicy::Fixed);
    m_whole->invalidate();
}

} // namespace modelscribe

#include "moc_firststartpage.cpp"
