// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registeredmodel.h"

#include <QMessageBox>

namespace modelscribe {

//! Asks whether one model may be deleted. Show it with open(); accepted() means yes.
class DeleteDialog : public QMessageBox
{
    Q_OBJECT

public:
    explicit DeleteDialog(const RegisteredModel &model, QWidget *parent = nullptr);
};

} // namespace modelscribe
