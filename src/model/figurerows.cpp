// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/figurerows.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

QList<QStringList> figureRows(const ModelFigures &figures)
{
    QList<QStringList> rows{{u"Figure"_s, u"Value"_s, u"Models"_s}};
    const auto add = [&](const QString &figure, const QString &value, int models) {
        rows.append({figure, value, QString::number(models)});
    };
    add(u"Models"_s, {}, figures.models);
    for (const auto &[field, counts] : countedFigures) {
        for (const ModelFigures::Count &count : figures.*counts)
            add(field, count.value, count.models);
    }
    for (const ModelFigures::SizeClass &size : figures.sizes)
        add(u"ParameterSize"_s, size.range(), size.models);
    add(u"ParameterSize"_s, {}, figures.withoutSize);
    for (const ModelFigures::Month &month : figures.months)
        add(u"GmtCreateTime"_s, month.text(), month.models);
    add(u"GmtCreateTime"_s, {}, figures.withoutMonth);
    for (const ModelFigures::Filled &filled : figures.filled)
        add(u"Filled"_s, filled.field, filled.models);
    add(u"Filled"_s, {}, figures.filledWhole);
    return rows;
}

} // namespace modelscribe
