// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registeredmodel.h"

#include <QMessageBox>

#include <optional>

namespace modelscribe {

//! Asks whether one model may be deleted. Show it with open(); accepted() means yes.
class DeleteDialog : public QMessageBox
{
    Q_OBJECT

public:
    //! \p seen: what the person looked at when that was not what \p model holds now; the question
    //! names what changed. \p nameToConfirm: has to be typed first; empty: nothing.
    explicit DeleteDialog(const RegisteredModel &model,
                          const std::optional<ModelMetadata> &seen = {},
                          const QString &nameToConfirm = {}, QWidget *parent = nullptr);
};

} // namespace modelscribe
