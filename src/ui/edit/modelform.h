// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tasksuggestions.h"
#include "ui/edit/fieldbinding.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace Ui {
class ModelForm;
}

namespace modelscribe {

class IconButton;

class PictureSource;

//! The fields of one model but ExtraInfo, as ui/edit/modelform.ui lays them out.
class ModelForm : public QWidget
{
    Q_OBJECT

public:
    using ValuesInUse = std::function<QStringList(const ModelField &)>;

    explicit ModelForm(QWidget *parent = nullptr);
    ~ModelForm() override;

    void setSession(EditSession *session);
    void setReadOnly(bool readOnly);
    //! Where suggestions beside the listed ones come from.
    void setValuesInUse(ValuesInUse values) { m_valuesInUse = std::move(values); }

    //! What fetches the preview of the document; nullptr: there is none.
    void setPreviewSource(PictureSource *source);

    const QList<FieldBinding *> &bindings() const { return m_bindings; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpSuggestions();
    void setUpDescription();
    void openDescription();

    std::unique_ptr<Ui::ModelForm> m_ui;
    TaskSuggestions m_tasks;
    IconButton *m_large = nullptr; //!< Opens the description large.
    ValuesInUse m_valuesInUse;
    QList<FieldBinding *> m_bindings;
};

} // namespace modelscribe
