// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/accessibilityedit.h"

#include "core/visibletext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

class ChoiceFieldEditor : public FieldEditor
{
public:
    explicit ChoiceFieldEditor(AccessibilityEdit &choice)
        : FieldEditor(choice)
        , m_choice(choice)
    {
        connect(&choice, &AccessibilityEdit::valueChanged, this, &FieldEditor::changed);
    }

    FieldValue value() const override { return FieldValue(m_choice.value()); }
    void change(const FieldValue &value) override { m_choice.setValue(value.text()); }
    void replace(const FieldValue &value) override { m_choice.setValue(value.text()); }
    void setReadOnly(bool readOnly) override { m_choice.setReadOnly(readOnly); }

private:
    AccessibilityEdit &m_choice;
};

} // namespace

AccessibilityEdit::AccessibilityEdit(QWidget *parent)
    : QWidget(parent)
    , m_private(new QPushButton)
    , m_public(new QPushButton)
    , m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    int id = 0;
    for (QPushButton *button : {m_private, m_public}) {
        button->setCheckable(true);
        button->setProperty("kind", u"segment"_s);
        button->setProperty("end", button == m_private ? u"first"_s : u"last"_s);
        m_group->addButton(button, id++);
        row->addWidget(button);
    }
    m_private->setIcon(Theme::of(this).icon(u"lock"_s));
    auto *meaning = new ElidedLabel;
    m_meaning = meaning;
    m_meaning->setProperty("role", u"muted"_s);
    row->addSpacing(10);
    row->addWidget(m_meaning, 1);
    setFocusProxy(m_private);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int clicked) {
        const QString chosen = clicked == 0 ? u"PRIVATE"_s : u"PUBLIC"_s;
        if (m_value == chosen)
            return;
        m_value = chosen;
        refresh();
        emit valueChanged();
    });
    retranslate();
}

void AccessibilityEdit::retranslate()
{
    m_private->setText(tr("Private"));
    m_public->setText(tr("Public"));
    for (QPushButton *button : {m_private, m_public}) {
        button->setAccessibleName(button->text());
        // The checked one is bold, which its size hint does not know.
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        const int icon = button == m_private ? 24 : 0;
        button->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(button->text()) + 26 + icon);
    }
    refresh();
}

void AccessibilityEdit::setValue(const QString &value)
{
    if (value == m_value)
        return;
    m_value = value;
    refresh();
    emit valueChanged();
}

void AccessibilityEdit::setReadOnly(bool readOnly)
{
    m_private->setEnabled(!readOnly);
    m_public->setEnabled(!readOnly);
}

void AccessibilityEdit::setUnchosenText(const QString &text)
{
    m_unchosen = text;
    refresh();
}

FieldEditor *AccessibilityEdit::fieldEditor()
{
    if (!m_fieldEditor)
        m_fieldEditor = new ChoiceFieldEditor(*this);
    return m_fieldEditor;
}

void AccessibilityEdit::refresh()
{
    m_group->setExclusive(false); // an exclusive group cannot be without a checked button
    m_private->setChecked(m_value == "PRIVATE"_L1);
    m_public->setChecked(m_value == "PUBLIC"_L1);
    m_group->setExclusive(true);
    setFocusProxy(m_public->isChecked() ? m_public : m_private);
    QString meaning = m_unchosen.isEmpty() ? tr("not chosen: private") : m_unchosen;
    if (m_private->isChecked())
        meaning = tr("you and workspace administrators");
    else if (m_public->isChecked())
        meaning = tr("everyone in the workspace");
    else if (!m_value.isEmpty())
        meaning = tr("the registry says “%1”").arg(visibleText(m_value, 60));
    static_cast<ElidedLabel *>(m_meaning)->setPlainText(meaning);
    setAccessibleDescription(meaning);
}

void AccessibilityEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace modelscribe

#include "moc_accessibilityedit.cpp"
