// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/modelform.h"

#include "edit/ui_modelform.h"
#include "ui/edit/descriptiondialog.h"
#include "ui/edit/knownsuggestions.h"
#include "ui/edit/suggestionedit.h"
#include "ui/widgets/growingtext.h"
#include "ui/widgets/iconbutton.h"

#include <QEvent>
#include <QLocale>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace modelscribe {

ModelForm::ModelForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ModelForm>())
{
    m_ui->setupUi(this);
    setMaximumWidth(480);
    for (const ModelField &field : modelFields) {
        auto *editor = findChild<QWidget *>("field_"_L1 + field.key);
        auto *frame = findChild<FieldFrame *>("frame_"_L1 + field.key);
        if (editor && frame)
            m_bindings.append(new FieldBinding(field, *FieldEditor::of(*editor), *frame));
    }
    setUpSuggestions();
    setUpDescription();
}

ModelForm::~ModelForm() = default;

void ModelForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setUpSuggestions();
        m_large->setName(tr("Open large, with a preview (Shift+F11)"));
    }
    QWidget::changeEvent(event);
}

void ModelForm::setSession(EditSession *session)
{
    for (FieldBinding *binding : std::as_const(m_bindings))
        binding->setSession(session);
}

void ModelForm::setReadOnly(bool readOnly)
{
    for (const FieldBinding *binding : std::as_const(m_bindings))
        binding->editor().setReadOnly(readOnly);
}

void ModelForm::setPreviewSource(PictureSource *source)
{
    m_ui->field_ModelDoc->setPreviewSource(source);
}

void ModelForm::setUpDescription()
{
    new GrowingText(*m_ui->field_ModelDescription, 68);
    m_large = new IconButton(u"expand"_s, tr("Open large, with a preview (Shift+F11)"));
    m_large->setFocusPolicy(Qt::NoFocus); // Shift+F11 in the field does the same
    m_ui->frame_ModelDescription->addTool(*m_large);
    connect(m_large, &QAbstractButton::clicked, this, &ModelForm::openDescription);
    auto *key = new QShortcut(Qt::SHIFT | Qt::Key_F11, m_ui->field_ModelDescription);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, &ModelForm::openDescription);
}

void ModelForm::openDescription()
{
    (new DescriptionDialog(*m_ui->field_ModelDescription, window()))->open();
}

void ModelForm::setUpSuggestions()
{
    m_tasks = TaskSuggestions(QLocale().language() == QLocale::Chinese);
    for (SuggestionEdit *edit : findChildren<SuggestionEdit *>()) {
        const ModelField *field = findField(edit->objectName().mid("field_"_L1.size()));
        if (!field)
            continue;
        edit->setListName(tr("Suggestions for %1").arg(field->labelText()));
        edit->setSuggestions([this, field] {
            return withValuesInUse(knownSuggestions(m_tasks, *field, m_ui->field_Domain->text()),
                                   m_valuesInUse ? m_valuesInUse(*field) : QStringList());
        });
    }
}

} // namespace modelscribe

#include "moc_modelform.cpp"
