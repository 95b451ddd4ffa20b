// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/batchedittext.h"

#include "core/visibletext.h"
#include "model/wording.h"
#include "session/batchrunitem.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype mostPlaces = 3;

struct BatchEditText
{
    Q_DECLARE_TR_FUNCTIONS(BatchEditText)
};

} // namespace

QString batchEditText(const BatchSession &session)
{
    const BatchEdit &edit = session.edit();
    QStringList places = fieldTexts(session.ownEdits().places());
    for (const ModelField &field : modelFields) {
        if (edit.fields.contains(QString(field.key)))
            places.append(field.labelText());
    }
    if (!edit.labels.isEmpty())
        places.append(QCoreApplication::translate("ModelColumn", "Labels"));
    for (const ExtraInfoEdit &one : edit.extraInfo) {
        const QString path = visibleText(jsonPathText(one.path), 40);
        if (!places.contains(path))
            places.append(path);
    }
    const qsizetype others = places.size() - mostPlaces;
    if (others > 0)
        places = places.first(mostPlaces) << BatchEditText::tr("%Ln more", nullptr, int(others));
    return places.join(BatchEditText::tr(", "));
}

QString movedText(const MovedSince &moved)
{
    QStringList parts;
    if (!moved.changed.isEmpty())
        parts.append(
            BatchEditText::tr("%Ln of them changed in the registry since they were chosen.",
                              nullptr, int(moved.changed.size())));
    if (!moved.gone.isEmpty())
        parts.append(BatchEditText::tr("%Ln of them are no longer in the list.", nullptr,
                                       int(moved.gone.size())));
    return wording::joined(parts);
}

} // namespace modelscribe
