// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/jsonconversion.h"

#include "core/linediff.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Without the ``` lines around it.
QByteArray unfenced(const QByteArray &utf8)
{
    const QByteArray text = utf8.trimmed();
    const qsizetype firstEnd = text.indexOf('\n');
    if (!text.startsWith("```") || !text.endsWith("```") || firstEnd < 0)
        return utf8;
    return text.sliced(firstEnd + 1, std::max<qsizetype>(0, text.size() - firstEnd - 4));
}

bool isContainerText(const QByteArray &json)
{
    const QByteArray text = json.trimmed();
    return text.startsWith('{') || (text.startsWith('[') && text.contains('{'));
}

//! Whether a person who wrote \p text may have meant YAML: a text with the signs of JSON at the
//! ends of its lines can be read as YAML too, but then has commas in its values.
bool looksLikeYaml(const QByteArray &text)
{
    const QByteArray start = text.trimmed().left(1);
    if (start.isEmpty() || QByteArrayView("{[\"'").contains(start[0]))
        return false;
    bool hasKey = false;
    for (const QByteArrayView line : byteLinesOf(text)) {
        const QByteArrayView words = line.trimmed();
        if (words.isEmpty() || words.startsWith('#'))
            continue;
        if (words.endsWith(',') || words.endsWith('{') || words.startsWith('}'))
            return false;
        hasKey = hasKey || words.endsWith(':') || words.contains(": ");
    }
    return hasKey;
}

//! The front matter of \p text, unless another one is right behind it.
std::optional<FrontMatter> modelCard(const QByteArray &text)
{
    const auto card = frontMatter(text);
    const auto next = card ? frontMatter(card->body) : std::nullopt;
    const auto other = next ? yamlToJson(next->yaml) : Result<QByteArray>(QByteArray());
    return other && other->startsWith('{') ? std::nullopt : card;
}

} // namespace

QByteArray JsonConversion::best() const
{
    if (prefersYaml)
        return yaml;
    return repair.problem ? QByteArray() : repair.text;
}

JsonConversion convertToJson(const QByteArray &utf8)
{
    JsonConversion result;
    result.repair = repairJson(utf8);
    result.isJson = !result.repair.problem && result.repair.steps.isEmpty();
    if (result.isJson || utf8.trimmed().isEmpty())
        return result;
    const QByteArray text = unfenced(utf8);
    const auto card = modelCard(text);
    const bool isLikely = card || looksLikeYaml(text);
    if (!isLikely && !result.repair.problem)
        return result;
    const auto yaml = yamlToJson(card ? card->yaml : QByteArrayView(text), &result.yamlNotes);
    const bool isList = text.trimmed().startsWith("- ") && yaml && yaml->startsWith('[');
    if (yaml && (isList || isContainerText(*yaml) || (card && yaml->startsWith('[')))) {
        result.isFrontMatter = card.has_value();
        result.leavesBody = card && !card->body.trimmed().isEmpty();
        result.yaml = *yaml;
        // Words around an object read as YAML too: "Here it is: {…}"
        const bool isInWords = !card
                               && std::ranges::any_of(result.repair.steps, [](const auto &step) {
                                      return step.code == JsonRepairStep::Code::TextAround;
                                  });
        result.prefersYaml = (isLikely && !isInWords) || result.repair.problem.has_value();
    }
    return result;
}

} // namespace modelscribe
