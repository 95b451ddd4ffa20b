// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

class QUrl;

//! Translated sentences about files of web addresses that could not be shown.
namespace modelscribe::pictureswording {

//! Why \p url is not shown: "example.com did not answer".
QString whyNot(const Error &error, const QUrl &url);
//! Trying again may help.
bool canRetry(const Error &error);

} // namespace modelscribe::pictureswording
