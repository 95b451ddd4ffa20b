// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes as ~/.aliyun/config.json and ~/.pai/config.json: what comes out is bounded, and every
// profile has a recipe or a reason why there is none.
#include "credentials/aliyunconfig.h"
#include "fuzz/require.h"

using namespace modelscribe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto defaults = readPaiConfig(text);
    const auto profiles = readAliyunConfig(text);
    require(defaults.has_value() == profiles.has_value(), "both read the same objects");
    if (!profiles) {
        require(profiles.error().kind == KeyTrouble::Kind::Damaged, "what is refused is damaged");
        require(!profiles.error().text().isEmpty(), "an error says what");
        return 0;
    }
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'767'225'600).toUTC();
    for (const ToolProfile &profile : profiles->list) {
        require(!profile.name.isEmpty(), "a profile has a name");
        require(profiles->find(profile.name) == &profile, "names differ");
        const auto recipe = recipeOf(profile, *profiles, now);
        if (!recipe) {
            require(!recipe.error().text().isEmpty(), "a reason is told");
            continue;
        }
        require(recipe->roles.size() <= profiles->list.size(), "no role is taken twice");
        if (const auto *key = std::get_if<AccessKey>(&recipe->start)) {
            require(!key->isEmpty(), "a key is whole");
            require(!key->strangeCharacters(), "a key is one");
            require(!key->expires.isValid() || key->expires > now, "a key has not ended");
        }
    }
    return 0;
}
