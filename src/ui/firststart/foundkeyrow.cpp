// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/foundkeyrow.h"

#include "connect/keywording.h"
#include "core/visibletext.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textline.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr int keyRowHeight = 34;
constexpr int longestPart = 60;

//! The variable that a person knows the keys by.
QString variableOf(KeyMode mode)
{
    switch (mode) {
    case KeyMode::OIDC: return u"ALIBABA_CLOUD_OIDC_TOKEN_FILE"_s;
    case KeyMode::CredentialsURI: return u"ALIBABA_CLOUD_CREDENTIALS_URI"_s;
    default: return u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s;
    }
}

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.93);
    return font;
}

} // namespace

FoundKeyRow::FoundKeyRow(const KeyOffer &offer, QWidget *parent)
    : QWidget(parent)
    , m_offer(offer)
    , m_place(offer.from.kind == KeysFrom::Kind::Environment ? variableOf(offer.mode)
                                                             : visibleText(offer.file, 100))
{
    setFixedHeight(keyRowHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
    if (offer.isUsable()) {
        m_use = new QPushButton(this);
        m_use->setProperty("kind", u"link"_s);
        m_use->setProperty("side", u"right"_s);
        m_use->setAutoDefault(true); // Return presses it
        row->addWidget(m_use);
        connect(m_use, &QPushButton::clicked, this, &FoundKeyRow::chosen);
    }
    retranslate();
}

QString FoundKeyRow::text() const { return m_place + u", "_s + m_before + m_name + m_behind; }

void FoundKeyRow::retranslate()
{
    QString kind = u"%1"_s;
    if (m_offer.from.kind == KeysFrom::Kind::Environment)
        kind = tr("environment of this session");
    else if (m_offer.from.kind == KeysFrom::Kind::IniSection && !m_offer.from.name.isEmpty())
        kind = tr("section %1");
    else if (!m_offer.from.name.isEmpty())
        kind = tr("profile %1");
    const qsizetype mark = kind.indexOf("%1"_L1);
    m_before = kind.left(mark);
    m_name = visibleText(m_offer.from.name, longestPart);
    m_behind = mark < 0 ? QString() : kind.mid(mark + 2);
    QStringList facts{keywording::offer(m_offer, QDateTime::currentDateTimeUtc())};
    if (!m_offer.region.isEmpty())
        facts.append(visibleText(m_offer.region, longestPart));
    if (!m_before.isEmpty() || !m_name.isEmpty())
        facts.prepend(QString());
    m_behind += facts.join(u" · "_s);
    setAccessibleName(text());
    setToolTip(plainToolTip(text()));
    if (m_use) {
        m_use->setText(tr("Use"));
        m_use->setAccessibleName(tr("Use %1 %2").arg(m_place, m_name).trimmed());
        m_use->setAccessibleDescription(text());
    }
    update();
}

void FoundKeyRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    QRect room = rect();
    if (m_use)
        room.setRight(m_use->x() - 8);
    const auto put = [&](const QFont &font, ThemeColor color, const QString &text) {
        painter.setFont(smaller(font));
        painter.setPen(theme.color(color));
        if (room.width() > 0)
            room.setLeft(room.left() + drawTextLine(painter, room, Qt::AlignLeft, text));
    };
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    put(theme.fixedFont(), m_use ? ThemeColor::Text : ThemeColor::Muted, m_place);
    room.setLeft(room.left() + 8);
    put(font(), ThemeColor::Muted, m_before);
    put(strong, ThemeColor::Muted, m_name);
    put(font(), ThemeColor::Muted, m_behind);
}

void FoundKeyRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_foundkeyrow.cpp"
