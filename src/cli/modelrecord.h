// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "model/modeljson.h"

namespace modelscribe {

QByteArray workspaceJson(const Workspace &workspace);

//! Some columns for people.
Table modelTable(const QList<RegisteredModel> &models);
//! Every column, for CSV.
Table fullModelTable(const QList<RegisteredModel> &models);
//! One row a member.
Table memberTable(const RegisteredModel &model);
Table workspaceTable(const QList<Workspace> &workspaces);

//! A field by the name that --sort takes: those of the field table, ModelId, GmtCreateTime,
//! GmtModifiedTime. Null text for other names.
QString sortText(const RegisteredModel &model, const QString &name);
QStringList sortNames();
//! Sorts by \p name: numbers by value, text without case, what is not set last; otherwise stable.
void sortModels(QList<RegisteredModel> &models, const QString &name, bool descending);

} // namespace modelscribe
