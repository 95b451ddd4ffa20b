// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace modelscribe {

//! One label of a model, in the service's words.
struct Label
{
    QString key;
    QString value;

    friend bool operator==(const Label &, const Label &) = default;
};

//! As people write a label, for lists and searching.
inline QString keyValueText(const Label &label) { return label.key + u'=' + label.value; }

//! All values of \p key in their order; a key may stand more than once.
inline QStringList labelValues(const QList<Label> &labels, const QString &key)
{
    QStringList values;
    for (const Label &label : labels) {
        if (label.key == key)
            values.append(label.value);
    }
    return values;
}

//! \p label where its key stood, or behind the others. Of a key that stands twice one is left, as a
//! registry holds one.
inline void putLabel(QList<Label> &labels, const Label &label)
{
    const auto held = std::ranges::find(labels, label.key, &Label::key);
    if (held == labels.end()) {
        labels.append(label);
        return;
    }
    held->value = label.value;
    const auto isTwin = [&](const Label &other) { return other.key == label.key; };
    labels.erase(std::remove_if(held + 1, labels.end(), isTwin), labels.end());
}

} // namespace modelscribe
