// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keysfrom.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

using Kind = KeysFrom::Kind;

constexpr std::array plainKinds{
    std::pair(Kind::Keychain, "keychain"), std::pair(Kind::KeychainToken, "keychain-token"),
    std::pair(Kind::Session, "session"), std::pair(Kind::Environment, "environment")};
constexpr std::array namedKinds{std::pair(Kind::AliyunProfile, "aliyun:"),
                                std::pair(Kind::IniSection, "ini:")};

} // namespace

QString KeysFrom::text() const
{
    for (const auto &[plain, word] : plainKinds) {
        if (plain == kind)
            return QString::fromLatin1(word);
    }
    for (const auto &[named, word] : namedKinds) {
        if (named == kind)
            return QLatin1StringView(word) + name;
    }
    return name;
}

KeysFrom KeysFrom::fromText(const QString &text)
{
    for (const auto &[plain, word] : plainKinds) {
        if (text == QLatin1StringView(word))
            return {.kind = plain};
    }
    for (const auto &[named, word] : namedKinds) {
        const QLatin1StringView prefix(word);
        if (text.startsWith(prefix) && text.size() > prefix.size())
            return {.kind = named, .name = text.sliced(prefix.size())};
    }
    return {.kind = Kind::Unknown, .name = text};
}

} // namespace modelscribe
