// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/knownsuggestions.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

QList<Suggestion> knownSuggestions(const TaskSuggestions &tasks, const ModelField &field,
                                   const QString &domain)
{
    if (field.key == "Domain"_L1)
        return tasks.domains();
    if (field.key == "Task"_L1)
        return tasks.tasks(domain);
    if (field.key == "ModelType"_L1)
        return {{u"Checkpoint"_s, {}}, {u"LoRA"_s, {}}, {u"Endpoint"_s, {}}};
    if (field.key == "Origin"_L1)
        return {{u"ModelScope"_s, {}}, {u"HuggingFace"_s, {}}, {u"Civitai"_s, {}}};
    return {};
}

} // namespace modelscribe
