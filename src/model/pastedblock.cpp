// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/pastedblock.h"

#include "core/foldedtext.h"
#include "model/label.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

class BlockReader
{
public:
    explicit BlockReader(const QString &text)
        : m_text(text)
    {
    }

    QList<QStringList> read()
    {
        while (m_at < m_text.size()) {
            m_row.append(cell());
            const QChar end = m_at < m_text.size() ? m_text[m_at++] : u'\n';
            if (end == u'\t')
                continue;
            if (end == u'\r' && m_at < m_text.size() && m_text[m_at] == u'\n')
                ++m_at;
            m_rows.append(std::exchange(m_row, {}));
        }
        if (!m_row.isEmpty()) { // it ended with a tab
            m_row.append(QString());
            m_rows.append(m_row);
        }
        return m_rows;
    }

private:
    static bool isEnd(QChar c) { return c == u'\t' || c == u'\n' || c == u'\r'; }

    QString cell()
    {
        if (m_text[m_at] == u'"') {
            const qsizetype begin = m_at;
            if (const auto quoted = quotedCell())
                return *quoted;
            m_at = begin; // a mark that closes nothing is text
        }
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !isEnd(m_text[m_at]))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }

    std::optional<QString> quotedCell()
    {
        QString value;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] != u'"') {
                value.append(m_text[m_at]);
                continue;
            }
            ++m_at;
            if (m_at == m_text.size() || isEnd(m_text[m_at]))
                return value;
            if (m_text[m_at] != u'"')
                return std::nullopt;
            value.append(u'"');
        }
        return std::nullopt;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QStringList m_row;
    QList<QStringList> m_rows;
};

PastedColumn columnTitled(const QString &title)
{
    if (const ModelField *field = fieldTitled(title))
        return {.field = field, .labelKey = {}};
    const QString label = u"label:"_s;
    if (title.startsWith(label, Qt::CaseInsensitive))
        return {.field = nullptr, .labelKey = title.sliced(label.size())};
    return {};
}

} // namespace

const ModelField *fieldTitled(const QString &title)
{
    const QString folded = foldedText(title.trimmed());
    for (const ModelField &field : modelFields) {
        if (field.kind == FieldKind::JsonObject)
            continue; // is edited by its places
        if (folded == foldedText(QString(field.key)) || folded == foldedText(field.labelText())
            || folded == foldedText(QString::fromLatin1(field.label)))
            return &field;
    }
    return nullptr;
}

Result<PastedBlock> PastedBlock::fromText(const QString &text)
{
    PastedBlock block{.rows = BlockReader(text).read(), .titles = {}};
    while (!block.rows.isEmpty() && block.rows.last().join(QString()).isEmpty())
        block.rows.removeLast();
    if (block.rows.isEmpty())
        return failure(Error::Kind::Invalid, u"there is no text"_s);
    qsizetype width = 0;
    for (const QStringList &row : std::as_const(block.rows))
        width = std::max(width, row.size());
    for (QStringList &row : block.rows)
        row.resize(width);
    const bool hasTitles = block.rows.size() > 1
                           && std::ranges::all_of(block.rows.first(), [](const QString &title) {
                                  return !columnTitled(title).isLeftOut();
                              });
    if (hasTitles)
        block.titles = block.rows.takeFirst();
    return block;
}

QList<PastedColumn> PastedBlock::columns(const ModelField *first) const
{
    QList<PastedColumn> columns;
    for (const QString &title : titles)
        columns.append(columnTitled(title));
    const auto *field = first ? first : modelFields.begin();
    while (columns.size() < columnCount()) {
        if (field != modelFields.end() && field->kind == FieldKind::JsonObject)
            ++field;
        const bool isOver = field == modelFields.end();
        columns.append(PastedColumn{.field = isOver ? nullptr : field, .labelKey = {}});
        if (field != modelFields.end())
            ++field;
    }
    return columns;
}

BatchEdit PastedBlock::edit(qsizetype place, const QList<PastedColumn> &columns,
                            bool isEmptyToo) const
{
    BatchEdit edit;
    if (rows.isEmpty() || place >= reach(place + 1))
        return edit;
    const QStringList &row = rows[rows.size() == 1 ? 0 : place];
    for (qsizetype i = 0; i < std::min(columns.size(), row.size()); ++i) {
        const PastedColumn &column = columns[i];
        const QString &cell = row[i];
        if (cell.isEmpty() && !isEmptyToo)
            continue;
        if (!column.labelKey.isEmpty() && cell.isEmpty()) {
            edit.labels.append({.kind = LabelVerb::Kind::TakeAway, .key = column.labelKey});
        } else if (!column.labelKey.isEmpty()) {
            edit.labels.append(
                {.kind = LabelVerb::Kind::Put, .key = column.labelKey, .value = cell});
        } else if (column.field) {
            const bool isChoice = column.field->kind == FieldKind::Choice;
            edit.fields[column.field->key].text = isChoice ? cell.trimmed().toUpper() : cell;
        }
    }
    return edit;
}

} // namespace modelscribe
