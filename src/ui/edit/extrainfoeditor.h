// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/jsoneditor.h"
#include "ui/widgets/fieldeditor.h"

#include <QPointer>

namespace modelscribe {

class RemoteContent;
class Workbench;

//! The JSON editor for a model's ExtraInfo: knows the schema of the model's type, what other models
//! have in theirs, and where pictures come from.
class ExtraInfoEditor : public JsonEditor
{
    Q_OBJECT
    Q_PROPERTY(modelscribe::FieldEditor *fieldEditor READ fieldEditor)

public:
    //! Texts above this size are not asked for with each key.
    static constexpr qsizetype longText = 64 * 1024;

    explicit ExtraInfoEditor(QWidget *parent = nullptr);

    //! Made when first asked for.
    FieldEditor *fieldEditor();

    //! Where other models' ExtraInfo comes from; nullptr: nowhere.
    void setWorkbench(Workbench *workbench);
    //! Keeps choices of schemas and hosts, and loads pictures.
    void setRemoteContent(RemoteContent *content);
    //! What is edited belongs to \p modelId (empty: a new model) of type \p modelType; the registry
    //! holds \p stored.
    void setModel(const QString &modelId, const QString &modelType, const QByteArray &stored);

private:
    void showNeeds();
    void followVocabulary();
    QList<JsonSourceText> otherModels() const;

    QPointer<Workbench> m_workbench;
    QPointer<RemoteContent> m_content;
    QString m_modelId;
    FieldEditor *m_fieldEditor = nullptr;
    bool m_isWanted = false; //!< Hints and suggestions, since it was shown.
};

} // namespace modelscribe
