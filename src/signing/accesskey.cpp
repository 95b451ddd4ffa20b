// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/accesskey.h"

#include "core/wipe.h"

#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! The code points of \p part that are no visible ASCII, which is all that keys are made of.
QString strangeIn(const QByteArray &part)
{
    constexpr qsizetype most = 5;
    QStringList found;
    if (part.startsWith("\xEF\xBB\xBF")) // which decoding drops
        found.append(u"U+FEFF"_s);
    for (const char32_t c : QString::fromUtf8(part).toUcs4()) {
        const QString name = u"U+"_s + QString::number(c, 16).toUpper().rightJustified(4, u'0');
        if ((c <= U' ' || c >= U'\x7f') && !found.contains(name) && found.size() < most)
            found.append(name);
    }
    return found.join(u", "_s);
}

} // namespace

QString StrangeCharacters::text() const
{
    const QString name = part == Part::Id       ? u"AccessKey ID"_s
                         : part == Part::Secret ? u"AccessKey secret"_s
                                                : u"security token"_s;
    return u"the %1 has %2, which no AccessKey has"_s.arg(name, names);
}

AccessKey::~AccessKey()
{
    wipe(secret);
    wipe(securityToken);
}

QByteArray AccessKey::shownId() const
{
    if (id.size() <= 8)
        return QByteArray(id.size(), '*');
    return id.first(4) + "…" + id.last(4);
}

std::optional<StrangeCharacters> AccessKey::strangeCharacters() const
{
    using Part = StrangeCharacters::Part;
    for (const auto &[part, bytes] : {std::pair(Part::Id, &id), std::pair(Part::Secret, &secret),
                                      std::pair(Part::Token, &securityToken)}) {
        if (const QString names = strangeIn(*bytes); !names.isEmpty())
            return StrangeCharacters{part, names};
    }
    return {};
}

} // namespace modelscribe
