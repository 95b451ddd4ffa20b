// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/providertitle.h"

#include "core/visibletext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace modelscribe {

QString providerTitle(const QString &provider)
{
    constexpr qsizetype longest = 40;
    if (provider == "pai"_L1)
        return u"PAI"_s;
    return provider == "huggingface"_L1 ? u"Hugging Face"_s : visibleText(provider, longest);
}

QString providerListTitle(const QString &provider)
{
    return QCoreApplication::translate("ProviderTitle", "Models of %1")
        .arg(providerTitle(provider));
}

} // namespace modelscribe
