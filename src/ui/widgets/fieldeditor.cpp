// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldeditor.h"

#include "ui/widgets/taborder.h"

#include <QLocale>
#include <QVariant>
#include <QWidget>

namespace modelscribe {

FieldEditor::FieldEditor(QWidget &widget)
    : QObject(&widget)
    , m_widget(widget)
{
}

FieldEditor *FieldEditor::of(const QWidget &widget)
{
    return widget.property(propertyName).value<FieldEditor *>();
}

void FieldEditor::goToChange(qsizetype, qsizetype)
{
    takeFocus();
    bringIntoSight(m_widget);
}

void FieldEditor::takeFocus() { m_widget.setFocus(Qt::OtherFocusReason); }

QMenu *FieldEditor::makeMenu(const QPoint &) { return nullptr; }

void FieldEditor::cutAt(int limit)
{
    emit inputCut(tr("Too much at once: only the first %1 characters were taken")
                      .arg(QLocale().toString(limit)));
}

} // namespace modelscribe

#include "moc_fieldeditor.cpp"
