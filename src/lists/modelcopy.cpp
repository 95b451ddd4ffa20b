// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/modelcopy.h"

#include "core/jsonformat.h"
#include "model/modeljson.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Labels stand one a line in their text.
QString oneLine(const ModelColumn &column, const RegisteredModel &model)
{
    QString text = column.text(model);
    if (column.kind() == ModelColumn::Kind::Labels)
        text.replace(u'\n', u", "_s);
    static const QRegularExpression breaks(u"[\\t\\n\\r\\x{2028}\\x{2029}]+"_s);
    return text.replace(breaks, u" "_s);
}

QString lines(const QList<const RegisteredModel *> &models, const QList<ModelColumn> &columns,
              const QString &begin, const QString &between, const QString &end, bool isMarkdown)
{
    const auto escaped = [isMarkdown](QString text) {
        return isMarkdown ? text.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s) : text;
    };
    const auto line = [&](const QStringList &cells) { return begin + cells.join(between) + end; };
    QStringList titles;
    for (const ModelColumn &column : columns)
        titles.append(escaped(column.title()));
    QString result = line(titles);
    if (isMarkdown)
        result += line(QStringList(columns.size(), u"---"_s));
    for (const RegisteredModel *model : models) {
        QStringList cells;
        for (const ModelColumn &column : columns)
            cells.append(escaped(oneLine(column, *model)));
        result += line(cells);
    }
    return result;
}

QString json(const QList<const RegisteredModel *> &models)
{
    QByteArrayList texts;
    for (const RegisteredModel *model : models)
        texts.append(modelJson(*model));
    const QByteArray all = texts.size() == 1 ? texts.first() : '[' + texts.join(',') + ']';
    return QString::fromUtf8(formatJson(all));
}

} // namespace

QString copiedText(CopyAs how, const QList<const RegisteredModel *> &models,
                   const QList<ModelColumn> &columns)
{
    QStringList texts;
    switch (how) {
    case CopyAs::Table: return lines(models, columns, {}, u"\t"_s, u"\n"_s, false);
    case CopyAs::Markdown: return lines(models, columns, u"| "_s, u" | "_s, u" |\n"_s, true);
    case CopyAs::Json: return json(models);
    case CopyAs::Names:
        for (const RegisteredModel *model : models)
            texts.append(model->metadata.name);
        break;
    case CopyAs::Ids:
        for (const RegisteredModel *model : models)
            texts.append(model->id);
        break;
    }
    return texts.join(u'\n');
}

} // namespace modelscribe
