// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace modelscribe {

enum class UriAlphabet {
    Ascii,  //!< RFC 3986
    Unicode //!< RFC 3987: IRIs
};

//! With a scheme.
bool isUri(QStringView text, UriAlphabet alphabet);
//! The same, or relative to one; may be empty.
bool isUriReference(QStringView text, UriAlphabet alphabet);
//! RFC 6570: "https://example.com/{user}{?page,size}".
bool isUriTemplate(const QString &text);

} // namespace modelscribe
