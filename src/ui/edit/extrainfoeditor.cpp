// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/extrainfoeditor.h"

#include "registry/extrainfovocabulary.h"
#include "remote/remotecontent.h"
#include "session/workbench.h"

using namespace Qt::StringLiterals;

namespace modelscribe {

ExtraInfoEditor::ExtraInfoEditor(QWidget *parent)
    : JsonEditor(parent)
{
    setUse(u"model.ExtraInfo"_s, {});
    connect(this, &JsonEditor::firstShown, this, [this] {
        m_isWanted = true;
        followVocabulary();
    });
}

void ExtraInfoEditor::setWorkbench(Workbench *workbench)
{
    if (m_workbench)
        m_workbench->disconnect(this);
    m_workbench = workbench;
    if (m_workbench) {
        connect(m_workbench, &Workbench::connectionChanged, this,
                &ExtraInfoEditor::followVocabulary);
    }
    takeNeeds();
    followVocabulary();
}

void ExtraInfoEditor::setRemoteContent(RemoteContent *content)
{
    m_content = content;
    takeNeeds();
}

void ExtraInfoEditor::setModel(const QString &modelId, const QString &modelType,
                               const QByteArray &stored)
{
    m_modelId = modelId;
    setUse(u"model.ExtraInfo"_s, modelType);
    setStored(stored);
}

void ExtraInfoEditor::takeNeeds()
{
    JsonEditorNeeds needs;
    if (m_content) {
        needs.settings = m_content->settings();
        needs.pictures = [content = m_content] { return content ? &content->pictures() : nullptr; };
    }
    if (m_workbench)
        needs.sources = [this] { return otherModels(); };
    setNeeds(needs);
}

QList<JsonSourceText> ExtraInfoEditor::otherModels() const
{
    QList<JsonSourceText> sources;
    if (!m_workbench || !m_workbench->catalog())
        return sources;
    for (const RegisteredModel &model : m_workbench->catalog()->models()) {
        const QByteArray &text = model.metadata.extraInfo.utf8();
        if (model.id != m_modelId && !text.isEmpty())
            sources.append({model.metadata.name, model.id, text});
    }
    return sources;
}

void ExtraInfoEditor::followVocabulary()
{
    ExtraInfoVocabulary *source = m_workbench && m_isWanted ? m_workbench->extraInfoVocabulary()
                                                            : nullptr;
    if (!source) {
        setVocabulary(nullptr);
        return;
    }
    setVocabulary(source->vocabulary());
    source->disconnect(this); // it may be the one that was followed before
    connect(source, &ExtraInfoVocabulary::changed, this,
            [this, source] { setVocabulary(source->vocabulary()); });
    source->start();
}

} // namespace modelscribe

#include "moc_extrainfoeditor.cpp"
