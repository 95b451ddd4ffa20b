// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/keysfrombox.h"

#include "connect/keywording.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

enum KeysRole { FromRole = Qt::UserRole, DetailRole, HeadingRole };

//! The name, and at the right end in grey what is to be had there.
class KeysFromDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.color(ThemeColor::Selection));
        const bool isHeading = index.data(HeadingRole).toBool();
        const bool isUsable = index.flags() & Qt::ItemIsEnabled;
        const QRect room = option.rect.adjusted(12, 0, -12, 0);
        QFont font = option.font;
        if (isHeading)
            font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(theme.color(isUsable ? ThemeColor::Text : ThemeColor::Muted));
        const QFontMetrics metrics(font);
        const QString detail = index.data(DetailRole).toString();
        const int most = room.width() * 3 / 5;
        const QString name = metrics.elidedText(index.data().toString(), Qt::ElideRight,
                                                detail.isEmpty() ? room.width() : most);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft, name);
        painter->setPen(theme.color(ThemeColor::Muted));
        const int left = room.width() - metrics.horizontalAdvance(name) - 16;
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight,
                          metrics.elidedText(detail, Qt::ElideRight, std::max(0, left)));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), 28};
    }
};

constexpr std::array keptHere = {KeysFrom::Kind::Keychain, KeysFrom::Kind::KeychainToken,
                                 KeysFrom::Kind::Session};

} // namespace

KeysFromBox::KeysFromBox(QWidget *parent)
    : ComboBox(parent)
{
    setItemDelegate(new KeysFromDelegate(this));
    setMaxVisibleItems(14);
    connect(this, &QComboBox::activated, this, [this](int index) {
        m_chosen = KeysFrom::fromText(itemData(index, FromRole).toString());
        emit chosenChanged();
    });
    fill();
}

void KeysFromBox::setOffers(const QList<KeyOffer> &offers)
{
    if (m_offers == offers)
        return;
    m_offers = offers;
    fill();
    emit chosenChanged();
}

KeysFrom KeysFromBox::chosen() const { return m_chosen; }

void KeysFromBox::choose(const KeysFrom &from)
{
    m_chosen = from;
    fill();
    emit chosenChanged();
}

const KeyOffer *KeysFromBox::offer() const
{
    const auto found = std::ranges::find(m_offers, m_chosen, &KeyOffer::from);
    return m_chosen.isKeptHere() || found == m_offers.end() ? nullptr : &*found;
}

void KeysFromBox::addHeading(const QString &text)
{
    addItem(text);
    auto *item = static_cast<QStandardItemModel *>(model())->item(count() - 1);
    item->setEnabled(false);
    item->setData(true, HeadingRole);
}

void KeysFromBox::add(const KeysFrom &from, const QString &detail, bool isUsable)
{
    addItem(keywording::source(from));
    auto *item = static_cast<QStandardItemModel *>(model())->item(count() - 1);
    item->setData(from.text(), FromRole);
    item->setData(detail, DetailRole);
    item->setEnabled(isUsable);
    item->setData(detail, Qt::AccessibleDescriptionRole);
    item->setToolTip(detail.toHtmlEscaped());
    if (from == m_chosen)
        setCurrentIndex(count() - 1);
}

void KeysFromBox::fill()
{
    const QSignalBlocker blocker(this);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    clear();
    addHeading(tr("Kept by ModelScribe"));
    for (const KeysFrom::Kind kind : keptHere)
        add({.kind = kind}, {});
    addHeading(tr("Read where they are"));
    for (const KeyOffer &offer : m_offers)
        add(offer.from, keywording::offer(offer, now), offer.isUsable());
    const auto isFound = [this](KeysFrom::Kind kind) {
        return std::ranges::any_of(
            m_offers, [kind](const KeyOffer &offer) { return offer.from.kind == kind; });
    };
    for (const auto kind :
         {KeysFrom::Kind::Environment, KeysFrom::Kind::AliyunProfile, KeysFrom::Kind::IniSection}) {
        if (!isFound(kind) && m_chosen.kind != kind)
            add({.kind = kind}, tr("none found"), false);
    }
    const bool isListed = findData(m_chosen.text(), FromRole) >= 0;
    if (!isListed)
        add(m_chosen, tr("not found"));
}

void KeysFromBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    ComboBox::changeEvent(event);
}

} // namespace modelscribe

#include "moc_keysfrombox.cpp"
