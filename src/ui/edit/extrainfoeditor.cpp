// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/extrainfoeditor.h"

#include "registry/extrainfovocabulary.h"
#include "remote/remotecontent.h"
#include "session/workbench.h"
#include "ui/json/text/jsontextedit.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

class ExtraInfoFieldEditor : public FieldEditor
{
public:
    explicit ExtraInfoFieldEditor(ExtraInfoEditor &json)
        : FieldEditor(json)
        , m_json(json)
    {
        connect(&json, &JsonEditor::valueChanged, this, [this] {
            m_held.reset();
            emit changed();
        });
        connect(&json, &JsonEditor::unfinishedChanged, this, &FieldEditor::unfinishedChanged);
        connect(&json, &JsonEditor::checked, this, &FieldEditor::checked);
        connect(&json.textEdit(), &JsonTextEdit::caretMoved, this, &FieldEditor::spotChanged);
        connect(&json, &JsonEditor::inputCut, this, [this](int limit) {
            emit inputCut(
                ExtraInfoEditor::tr("Too much at once (over %1 bytes): nothing was pasted")
                    .arg(limit));
        });
    }

    FieldValue value() const override
    {
        if (!m_held) {
            const QByteArray text = m_json.value();
            m_isLong = text.size() > ExtraInfoEditor::longText;
            m_held = FieldValue(JsonText(text));
        }
        return *m_held;
    }
    void change(const FieldValue &value) override { m_json.changeValue(value.json().utf8()); }
    void replace(const FieldValue &value) override { m_json.setValue(value.json().utf8()); }
    void setReadOnly(bool readOnly) override { m_json.setReadOnly(readOnly); }
    bool isLong() const override { return m_isLong; }

    void flush() override { m_json.flush(); }
    JsonUnfinished unfinished() const override { return m_json.unfinished(); }
    void setUnfinished(const JsonUnfinished &unfinished) override
    {
        m_json.setUnfinished(unfinished);
    }
    void endEditing() override { m_json.endEditing(); }

    FieldSpot spot() const override { return {.cursor = m_json.textEdit().caret()}; }
    void setSpot(const FieldSpot &spot) override
    {
        const auto last = qint64(m_json.textEdit().bytes().size());
        const qsizetype at = qsizetype(std::clamp(spot.cursor, qint64(0), last));
        m_json.textEdit().selectRange({at, at});
    }
    void goToChange(qsizetype begin, qsizetype end) override { m_json.showChange({begin, end}); }
    void takeFocus() override { m_json.textEdit().setFocus(Qt::OtherFocusReason); }

private:
    ExtraInfoEditor &m_json;
    mutable std::optional<FieldValue> m_held; //!< As long as that is known.
    mutable bool m_isLong = false;            //!< When it was last asked for.
};

} // namespace

ExtraInfoEditor::ExtraInfoEditor(QWidget *parent)
    : JsonEditor(parent)
{
    // FieldFrame leaves what does not say so the half of its height.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    setUse(u"model.ExtraInfo"_s, {});
    connect(this, &JsonEditor::firstShown, this, [this] {
        m_isWanted = true;
        followVocabulary();
    });
}

FieldEditor *ExtraInfoEditor::fieldEditor()
{
    if (!m_fieldEditor)
        m_fieldEditor = new ExtraInfoFieldEditor(*this);
    return m_fieldEditor;
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
    showNeeds();
    followVocabulary();
}

void ExtraInfoEditor::setRemoteContent(RemoteContent *content)
{
    m_content = content;
    showNeeds();
}

void ExtraInfoEditor::setModel(const QString &modelId, const QString &modelType,
                               const QByteArray &stored)
{
    m_modelId = modelId;
    setUse(u"model.ExtraInfo"_s, modelType);
    setStored(stored);
}

void ExtraInfoEditor::showNeeds()
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
