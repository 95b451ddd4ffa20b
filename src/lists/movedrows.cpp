// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/movedrows.h"

#include "lists/modeltablemodel.h"
#include "model/ordernumbers.h"
#include "model/parametersize.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! All rows of a list, those that are moved before the row \p before.
QList<int> wantedOrder(const std::vector<bool> &isMoved, int before)
{
    const int count = int(isMoved.size());
    QList<int> order;
    order.reserve(count);
    for (int row = 0; row <= count; ++row) {
        if (row == before) {
            for (int one = 0; one < count; ++one) {
                if (isMoved[size_t(one)])
                    order.append(one);
            }
        }
        if (row < count && !isMoved[size_t(row)])
            order.append(row);
    }
    return order;
}

tl::unexpected<Error> cannotBeOrdered(const QString &code, const RegisteredModel &model)
{
    return failure({.kind = Error::Kind::Invalid, .detail = model.metadata.name, .code = code});
}

} // namespace

Result<QHash<QString, QString>> numbersOfMovedRows(ModelTableModel &models, const QList<int> &rows,
                                                   int before,
                                                   const QHash<QString, QString> &drafted)
{
    std::vector<bool> isMoved(size_t(models.rowCount()), false);
    for (const int row : rows)
        isMoved[size_t(row)] = true;
    const QList<int> order = wantedOrder(isMoved, before);
    const QList<int> ties = models.placesBehindFirstKey();
    QList<NumberedRow> numbered;
    numbered.reserve(order.size());
    for (const int row : order) {
        const RegisteredModel &model = models.modelAt(row);
        if (model.isReadOnly())
            return cannotBeOrdered(u"ReadOnly"_s, model);
        const QString &text = model.metadata.orderNumber;
        const auto number = parseInteger(text);
        if (!number && !text.isEmpty())
            return cannotBeOrdered(u"NoNumber"_s, model);
        numbered.append({.number = number ? std::optional(*number) : std::nullopt,
                         .tie = ties[row],
                         .isMoved = isMoved[size_t(row)] || drafted.contains(model.id)});
    }
    const QList<std::optional<qint64>> numbers = orderNumbers(numbered);
    QHash<QString, QString> changed = drafted;
    for (qsizetype i = 0; i < order.size(); ++i) {
        const QString &id = models.modelAt(order[i]).id;
        if (numbers[i] == numbered[i].number)
            changed.remove(id);
        else
            changed.insert(id, QString::number(*numbers[i]));
    }
    return changed;
}

} // namespace modelscribe
