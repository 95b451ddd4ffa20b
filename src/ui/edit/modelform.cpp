// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/modelform.h"

#include "edit/ui_modelform.h"
#include "ui/edit/descriptiondialog.h"
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

QStringList ModelForm::valuesInUse(QStringView key) const
{
    const ModelField *field = findField(key);
    return field && m_valuesInUse ? m_valuesInUse(*field) : QStringList();
}

void ModelForm::setUpSuggestions()
{
    m_tasks = TaskSuggestions(QLocale().language() == QLocale::Chinese);
    const auto set = [this](SuggestionEdit *edit, QLatin1StringView key, auto known) {
        edit->setListName(tr("Suggestions for %1").arg(findField(QString(key))->labelText()));
        edit->setSuggestions([this, key = QString(key), known] {
            return withValuesInUse(known(), valuesInUse(key));
        });
    };
    set(m_ui->field_Domain, "Domain"_L1, [this] { return m_tasks.domains(); });
    set(m_ui->field_Task, "Task"_L1, [this] { return m_tasks.tasks(m_ui->field_Domain->text()); });
    set(m_ui->field_ModelType, "ModelType"_L1, [] {
        return QList<Suggestion>{{u"Checkpoint"_s, {}}, {u"LoRA"_s, {}}, {u"Endpoint"_s, {}}};
    });
    set(m_ui->field_Origin, "Origin"_L1, [] {
        return QList<Suggestion>{{u"ModelScope"_s, {}}, {u"HuggingFace"_s, {}}, {u"Civitai"_s, {}}};
    });
}

} // namespace modelscribe

#include "moc_modelform.cpp"
