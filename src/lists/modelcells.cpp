// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/modelcells.h"

#include "core/visibletext.h"
#include "lists/relativetime.h"
#include "model/modelfields.h"
#include "model/parametersize.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype maxShown = 1000; // of a description, say

QString shownOrDash(const QString &text) { return text.isEmpty() ? u"—"_s : visibleText(text); }

} // namespace

QString wholeText(const RegisteredModel &model, const ModelColumn &column)
{
    const QString text = column.text(model);
    if (column.kind() != ModelColumn::Kind::Time)
        return text;
    const QDateTime time = parseServiceTime(text);
    return time.isValid() ? exactTime(time) : text;
}

QString shownText(const RegisteredModel &model, const ModelColumn &column)
{
    switch (column.kind()) {
    case ModelColumn::Kind::Size: return shownOrDash(shortParameterSize(column.text(model)));
    case ModelColumn::Kind::Labels: return visibleText(labelTexts(model).join(u", "_s));
    case ModelColumn::Kind::Time: {
        const QDateTime time = parseServiceTime(column.text(model));
        return time.isValid() ? QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat)
                              : shownOrDash(column.text(model));
    }
    default: return shownOrDash(column.text(model).left(maxShown));
    }
}

QStringList labelTexts(const RegisteredModel &model)
{
    QStringList texts;
    for (const Label &label : model.metadata.labels)
        texts.append(keyValueText(label));
    return texts;
}

bool hasUnreadableValue(const RegisteredModel &model)
{
    return model.metadata.name.isEmpty()
           || std::ranges::any_of(modelFields, [&](const ModelField &field) {
                  const FieldValue value = field.read(model.metadata);
                  return field.isNumber() && !value.isEmpty() && !field.wire(value);
              });
}

} // namespace modelscribe
