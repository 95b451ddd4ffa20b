// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "model/modelcolumn.h"
#include "model/modeljson.h"

namespace modelscribe {

QByteArray workspaceJson(const Workspace &workspace);

//! What a list shows when nobody asks for other columns.
QList<ModelColumn> usualColumns();
//! What CSV has: all that is known of every model.
QList<ModelColumn> allColumns();
//! For people: sizes are short.
Table modelTable(const QList<RegisteredModel> &models, const QList<ModelColumn> &columns);
//! Each value as it was sent.
Table fullModelTable(const QList<RegisteredModel> &models, const QList<ModelColumn> &columns);
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
