// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

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

} // namespace modelscribe
