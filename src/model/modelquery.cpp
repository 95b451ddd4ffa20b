// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/modelquery.h"

#include "model/modelfields.h"
#include "model/parametersize.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

enum class Match { Part, Whole, Number, Size };

struct QueryField
{
    QLatin1StringView name;
    QLatin1StringView serviceName;
    QString (*read)(const RegisteredModel &);
    Match match;
};

const std::array queryFields = {
    QueryField{"name"_L1, "modelname"_L1, [](const RegisteredModel &m) { return m.metadata.name; },
               Match::Part},
    QueryField{"id"_L1, "modelid"_L1, [](const RegisteredModel &m) { return m.id; }, Match::Part},
    QueryField{"description"_L1, "modeldescription"_L1,
               [](const RegisteredModel &m) { return m.metadata.description; }, Match::Part},
    QueryField{"accessibility"_L1, "accessibility"_L1,
               [](const RegisteredModel &m) { return m.metadata.accessibility; }, Match::Whole},
    QueryField{"origin"_L1, "origin"_L1, [](const RegisteredModel &m) { return m.metadata.origin; },
               Match::Whole},
    QueryField{"domain"_L1, "domain"_L1, [](const RegisteredModel &m) { return m.metadata.domain; },
               Match::Whole},
    QueryField{"task"_L1, "task"_L1, [](const RegisteredModel &m) { return m.metadata.task; },
               Match::Whole},
    QueryField{"type"_L1, "modeltype"_L1, [](const RegisteredModel &m) { return m.metadata.type; },
               Match::Whole},
    QueryField{"doc"_L1, "modeldoc"_L1,
               [](const RegisteredModel &m) { return m.metadata.document; }, Match::Part},
    QueryField{"order"_L1, "ordernumber"_L1,
               [](const RegisteredModel &m) { return m.metadata.orderNumber; }, Match::Number},
    QueryField{"size"_L1, "parametersize"_L1,
               [](const RegisteredModel &m) { return m.metadata.parameterSize; }, Match::Size},
    QueryField{"extra"_L1, "extrainfo"_L1,
               [](const RegisteredModel &m) { return m.metadata.extraInfo.toString(); },
               Match::Part},
    QueryField{"provider"_L1, "provider"_L1, [](const RegisteredModel &m) { return m.provider; },
               Match::Whole},
    QueryField{"version"_L1, "latestversion"_L1,
               [](const RegisteredModel &m) { return m.latestVersionName; }, Match::Part},
};

constexpr auto labelField = "label"_L1;

const QueryField *findQueryField(QStringView name)
{
    const auto row = std::ranges::find_if(queryFields, [name](const QueryField &field) {
        return name.compare(field.name, Qt::CaseInsensitive) == 0
               || name.compare(field.serviceName, Qt::CaseInsensitive) == 0;
    });
    return row == queryFields.end() ? nullptr : &*row;
}

bool sameText(QStringView a, QStringView b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

bool matchesValue(const QString &held, const QString &wanted, Match match)
{
    if (wanted.isEmpty())
        return held.isEmpty();
    if (match == Match::Part)
        return held.contains(wanted, Qt::CaseInsensitive);
    if (match == Match::Size || match == Match::Number) {
        const auto parse = match == Match::Size ? parseParameterSize : parseInteger;
        const auto left = parse(held);
        const auto right = parse(wanted);
        if (left && right)
            return *left == *right;
    }
    return sameText(held, wanted);
}

bool matchesLabel(const QList<Label> &labels, const QString &wanted)
{
    if (wanted.isEmpty())
        return labels.isEmpty();
    const qsizetype equals = wanted.indexOf(u'=');
    const QStringView key = equals < 0 ? QStringView(wanted) : QStringView(wanted).left(equals);
    return std::ranges::any_of(labels, [&](const Label &label) {
        return sameText(label.key, key)
               && (equals < 0 || sameText(label.value, QStringView(wanted).mid(equals + 1)));
    });
}

bool matchesAnywhere(const RegisteredModel &model, const QString &text)
{
    const auto has = [&](const QString &held) { return held.contains(text, Qt::CaseInsensitive); };
    const ModelMetadata &m = model.metadata;
    return has(m.name) || has(model.id) || has(m.description) || has(m.domain) || has(m.task)
           || has(m.type) || has(m.origin)
           || std::ranges::any_of(m.labels, [&](const Label &label) {
                  return has(label.key) || has(label.value) || has(keyValueText(label));
              });
}

QString quoted(const QString &value)
{
    const bool plain = std::ranges::none_of(value,
                                            [](QChar c) { return c.isSpace() || c == u'"'; });
    return plain ? value : u'"' + QString(value).replace(u'"', u"\"\""_s) + u'"';
}

//! Reads the term that starts at \p pos and moves \p pos behind it. False: the closing quotation
//! mark is missing.
bool readTerm(const QString &text, qsizetype &pos, ModelQuery::Term &term)
{
    bool inQuotes = false;
    bool sawQuotes = false;
    for (; pos < text.size() && (inQuotes || !text[pos].isSpace()); ++pos) {
        const QChar c = text[pos];
        if (c == u'"' && inQuotes && pos + 1 < text.size() && text[pos + 1] == u'"') {
            term.value += c;
            ++pos;
        } else if (c == u'"') {
            inQuotes = !inQuotes;
            sawQuotes = true;
        } else if (c == u':' && !sawQuotes && term.field.isEmpty()
                   && (findQueryField(term.value) || sameText(term.value, QString(labelField)))) {
            const QueryField *field = findQueryField(term.value);
            term.field = field ? QString(field->name) : QString(labelField);
            term.value.clear();
            term.valueBegin = pos + 1;
        } else {
            term.value += c;
        }
    }
    return !inQuotes;
}

} // namespace

ModelQuery::ModelQuery(const QString &text)
{
    qsizetype pos = 0;
    while (pos < text.size()) {
        if (text[pos].isSpace()) {
            ++pos;
            continue;
        }
        Term term{.begin = pos};
        if (text[pos] == u'-' && pos + 1 < text.size() && !text[pos + 1].isSpace()) {
            term.negated = true;
            ++pos;
        }
        term.valueBegin = pos;
        m_closed = readTerm(text, pos, term);
        term.end = pos;
        if (!term.field.isEmpty() || !term.value.isEmpty())
            m_terms.append(term);
    }
}

bool ModelQuery::matches(const RegisteredModel &model) const
{
    return std::ranges::all_of(m_terms, [&](const Term &term) {
        bool holds = false;
        if (term.field.isEmpty())
            holds = matchesAnywhere(model, term.value);
        else if (term.field == labelField)
            holds = matchesLabel(model.metadata.labels, term.value);
        else if (const QueryField *field = findQueryField(term.field))
            holds = matchesValue(field->read(model), term.value, field->match);
        return holds != term.negated;
    });
}

QString ModelQuery::withTerm(const QString &text, const QString &field, const QString &value)
{
    const ModelQuery query(text);
    QString result = query.m_closed ? text : text + u'"';
    for (auto term = query.m_terms.crbegin(); term != query.m_terms.crend(); ++term) {
        if (term->field != field)
            continue;
        qsizetype end = query.m_closed || term->end < text.size() ? term->end : result.size();
        while (end < result.size() && result[end].isSpace())
            ++end;
        result.remove(term->begin, end - term->begin);
    }
    result = result.trimmed();
    if (value.isNull())
        return result;
    return (result + u' ' + field + u':' + quoted(value)).trimmed();
}

} // namespace modelscribe
