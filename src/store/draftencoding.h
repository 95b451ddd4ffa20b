// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "model/registeredmodel.h"

#include <QByteArray>

//! Models as bytes, to the letter, for files of this program. Members go by their name, so one that
//! is added later is simply not there in older files.
namespace modelscribe::encoding {

QByteArray fromModel(const RegisteredModel &model);
Result<RegisteredModel> toModel(QByteArrayView bytes);

//! A large ExtraInfo becomes its difference to that of \p base, when that is much shorter: a key
//! typed into 5 MB costs a few bytes.
QByteArray fromMetadata(const ModelMetadata &metadata, const ModelMetadata &base = {});
//! \p base must be the one it was made with. When it cannot be, ExtraInfo stays empty and
//! \p isExtraInfoLost says so, or without it this fails (Kind::Decode).
Result<ModelMetadata> toMetadata(QByteArrayView bytes, const ModelMetadata &base = {},
                                 bool *isExtraInfoLost = nullptr);

} // namespace modelscribe::encoding
